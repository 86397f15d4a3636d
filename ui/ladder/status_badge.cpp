// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/status_badge.h"

#include <QPainter>

namespace ui {

StatusBadge::StatusBadge(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("statusBadge"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() + 1);
    large.setWeight(QFont::DemiBold);
    setFont(large);
}

void StatusBadge::setFlow(const diag::Flow *flow)
{
    m_hollow = false;
    m_meaning = theme::Meaning::Muted;
    m_text.clear();
    if (flow && !flow->finished) {
        m_text = tr("Running");
        m_meaning = theme::Meaning::Request;
    } else if (flow && flow->status == 0) {
        m_text = tr("No answer needed");
    } else if (flow) {
        m_text = QStringLiteral("%1 %2").arg(flow->status).arg(QString::fromUtf8(flow->reason));
        m_hollow = flow->origin() == diag::Origin::Local;
        diag::LadderRow row;
        row.kind = diag::RowKind::Response;
        row.status = flow->status;
        row.origin = flow->origin();
        m_meaning = theme::meaningOf(row);
        // As the end of it all a challenge is a refusal.
        if (m_meaning == theme::Meaning::Auth)
            m_meaning = theme::Meaning::ClientError;
        if (m_hollow)
            m_text += QStringLiteral("  ") + tr("local");
    }
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

QSize StatusBadge::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 28, fontMetrics().height() + 12};
}

void StatusBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = theme::colour(m_meaning);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(ink, 1.4, m_hollow ? Qt::DashLine : Qt::SolidLine));
    // Filled: the text stands in the ground's colour, which has the same contrast the other way round.
    painter.setBrush(m_hollow ? QBrush(Qt::NoBrush) : QBrush(ink));
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setPen(m_hollow ? ink : palette().color(QPalette::Base));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace ui
