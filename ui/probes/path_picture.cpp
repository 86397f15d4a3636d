// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/path_picture.h"

#include "models/row_text.h"
#include "models/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using Kind = diag::PathNode::Kind;
using theme::Meaning;

constexpr int Margin = 14, Gap = 96, Pad = 10, Narrowest = 110, Widest = 210;

Meaning meaningOf(const diag::PathNode &node)
{
    switch (node.kind) {
    case Kind::Us: return Meaning::Request;
    case Kind::Proxy: return Meaning::Transport;
    case Kind::Target:
        return node.status >= 200 && node.status < 300 ? Meaning::Success
               : node.status == 482                    ? Meaning::Error
                                                       : Meaning::ClientError;
    case Kind::Silent: return Meaning::Error;
    }
    return Meaning::Muted;
}

QString timeText(const diag::PathNode &node)
{
    return node.unreachable                   ? PathPicture::tr("not reached")
           : node.kind == Kind::Silent        ? PathPicture::tr("no answer")
           : node.took > sip::Instant::zero() ? PathPicture::tr("%1 ms").arg(decimalText(double(node.took.count()) / 1000, 1))
                                              : QString();
}

QString nameText(const diag::PathNode &node)
{
    return node.name.isEmpty() ? PathPicture::tr("unknown") : node.guessed ? node.name + u" ?"_s : node.name;
}

} // namespace

PathPicture::PathPicture(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"pathPicture"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setNodes({});
}

void PathPicture::setNodes(const QList<diag::PathNode> &nodes)
{
    m_nodes = nodes;
    QStringList all;
    for (const diag::PathNode &node : nodes)
        all << textOf(node);
    setAccessibleName(nodes.isEmpty() ? tr("Picture of the path, nothing yet") : tr("Path: %1").arg(all.join(u"; "_s)));
    updateGeometry();
    resize(sizeHint().expandedTo(size()));
    update();
}

QString PathPicture::textOf(const diag::PathNode &node) const
{
    QStringList parts{node.title, nameText(node)};
    if (node.status != 0)
        parts << QString::number(node.status);
    if (const QString time = timeText(node); !time.isEmpty())
        parts << time;
    if (!node.software.isEmpty())
        parts << node.software;
    if (node.guessed)
        parts << tr("named by Record-Route, not by the hop itself");
    return parts.join(u", "_s);
}

int PathPicture::boxWidth() const
{
    int width = Narrowest;
    for (const diag::PathNode &node : m_nodes)
        for (const QString &text : {node.title, nameText(node), node.software})
            width = std::max(width, fontMetrics().horizontalAdvance(text) + 2 * Pad);
    return std::min(width, Widest);
}

QRect PathPicture::boxOf(int node) const
{
    const int height = 4 * fontMetrics().lineSpacing() + 2 * Pad;
    return {Margin + node * (boxWidth() + Gap), (QWidget::height() - height) / 2, boxWidth(), height};
}

QSize PathPicture::sizeHint() const
{
    const int count = std::max(int(m_nodes.size()), 1);
    return {2 * Margin + count * boxWidth() + (count - 1) * Gap, 4 * fontMetrics().lineSpacing() + 2 * Pad + 2 * Margin};
}

void PathPicture::paintLine(QPainter &painter, int node) const
{
    const QRect from = boxOf(node - 1), to = boxOf(node);
    const diag::PathNode &one = m_nodes[node];
    const QColor ink = theme::colour(one.kind == Kind::Silent ? Meaning::Error : Meaning::Lane);
    painter.setPen(QPen(ink, 1.6, one.kind == Kind::Silent ? Qt::DashLine : Qt::SolidLine));
    const int y = from.center().y(), end = to.left() - 3;
    painter.drawLine(from.right() + 3, y, end, y);
    painter.drawLine(end, y, end - 7, y - 4);
    painter.drawLine(end, y, end - 7, y + 4);
    painter.setPen(theme::colour(one.kind == Kind::Silent ? Meaning::Error : Meaning::Muted));
    painter.drawText(QRect(from.right(), y - fontMetrics().lineSpacing() - 4, Gap, fontMetrics().lineSpacing()), Qt::AlignCenter,
                     timeText(one));
}

void PathPicture::paintNode(QPainter &painter, int node) const
{
    const diag::PathNode &one = m_nodes[node];
    const QRect box = boxOf(node);
    const QColor ink = theme::colour(meaningOf(one));
    const bool unsure = one.guessed || one.kind == Kind::Silent;
    painter.setPen(QPen(ink, 1.6, unsure ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(palette().color(QPalette::AlternateBase));
    painter.drawRoundedRect(QRectF(box), 6, 6);
    const int line = fontMetrics().lineSpacing(), width = box.width() - 2 * Pad;
    QRect row(box.left() + Pad, box.top() + Pad, width, line);
    const auto write = [&](const QString &text, const QColor &colour, bool bold) {
        QFont drawn = font();
        drawn.setBold(bold);
        painter.setFont(drawn);
        painter.setPen(colour);
        painter.drawText(row, Qt::AlignHCenter, QFontMetrics(drawn).elidedText(text, Qt::ElideMiddle, width));
        row.translate(0, line);
    };
    const QColor usual = palette().color(QPalette::Text);
    write(one.title, ink, true);
    write(nameText(one), one.name.isEmpty() ? theme::colour(Meaning::Muted) : usual, false);
    if (one.status != 0)
        write(QString::number(one.status), ink, false);
    if (!one.software.isEmpty())
        write(one.software, theme::colour(Meaning::Muted), false);
    painter.setFont(font());
}

void PathPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_nodes.isEmpty()) {
        painter.setPen(theme::colour(Meaning::Muted));
        painter.drawText(rect().adjusted(Margin, 0, -Margin, 0), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Start draws the hops here, from this computer to the target."));
    }
    for (int node = 0; node < m_nodes.size(); ++node) {
        if (node > 0)
            paintLine(painter, node);
        paintNode(painter, node);
    }
}

bool PathPicture::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *const help = static_cast<QHelpEvent *>(event);
    for (int node = 0; node < m_nodes.size(); ++node)
        if (boxOf(node).contains(help->pos())) {
            QToolTip::showText(help->globalPos(), textOf(m_nodes[node]), this, boxOf(node));
            return true;
        }
    QToolTip::hideText();
    return true;
}

} // namespace ui
