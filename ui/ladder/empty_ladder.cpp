// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/empty_ladder.h"

#include "ladder/ladder_shapes.h"
#include "models/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr int PictureHeight = 96;
}

EmptyLadder::EmptyLadder(QWidget *parent) : QWidget(parent), m_title(new QLabel), m_hint(new QLabel)
{
    setObjectName(QStringLiteral("emptyLadder"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() + 4);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_title, m_hint}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 0, 32, 0);
    column->addStretch(2);
    column->addSpacing(PictureHeight + 20);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addStretch(3);
    setKnown(false);
}

void EmptyLadder::setKnown(bool known)
{
    m_title->setText(known ? tr("No row to show") : tr("Nothing sent yet"));
    m_hint->setText(known ? tr("Rows will appear as things happen. Kinds that are switched off are under Show.")
                          : tr("Compose a request on the left and press Send (Ctrl+Enter).\n"
                               "Every message, timer, digest and local decision appears here, one row each."));
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_hint->text());
}

void EmptyLadder::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal middle = width() / 2.0, top = m_title->y() - PictureHeight - 20;
    const qreal left = middle - 70, right = middle + 70;
    QColor lane = theme::colour(theme::Meaning::Lane);
    lane.setAlphaF(0.5F);
    painter.setPen(QPen(lane, 1.5));
    painter.drawLine(QPointF(left, top), QPointF(left, top + PictureHeight));
    painter.drawLine(QPointF(right, top), QPointF(right, top + PictureHeight));
    painter.setOpacity(0.75);
    const QColor request = theme::colour(theme::Meaning::Request);
    shapes::arrow(painter, shapes::Head::Filled, {left + 3, top + 20}, {right - 3, top + 20}, 10, Qt::SolidLine, request);
    shapes::arrow(painter, shapes::Head::Open, {right - 3, top + 48}, {left + 3, top + 48}, 10, Qt::SolidLine,
                  theme::colour(theme::Meaning::Auth));
    shapes::arrow(painter, shapes::Head::Open, {right - 3, top + 76}, {left + 3, top + 76}, 10, Qt::SolidLine,
                  theme::colour(theme::Meaning::Success));
}

} // namespace ui
