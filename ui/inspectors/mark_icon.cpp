// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/mark_icon.h"

#include "models/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Severity = sip::LintMark::Severity;

QColor colourOf(Severity severity)
{
    switch (severity) {
    case Severity::Info: return theme::colour(theme::Meaning::Note);
    case Severity::Warning: return theme::colour(theme::Meaning::Warning);
    case Severity::Error: return theme::colour(theme::Meaning::Error);
    }
    return {};
}

QPolygonF shapeOf(Severity severity)
{
    if (severity == Severity::Warning)
        return QPolygonF({{8, 1.5}, {15, 14.5}, {1, 14.5}});
    return QPolygonF({{5, 1}, {11, 1}, {15, 5}, {15, 11}, {11, 15}, {5, 15}, {1, 11}, {1, 5}});
}

QPixmap drawn(Severity severity, int scale)
{
    QPixmap pixmap(16 * scale, 16 * scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    const QColor colour = colourOf(severity);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QColor ground = colour;
    ground.setAlphaF(0.18F);
    painter.setBrush(ground);
    if (severity == Severity::Info)
        painter.drawEllipse(QRectF(1.5, 1.5, 13, 13));
    else
        painter.drawPolygon(shapeOf(severity));
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap));
    if (severity == Severity::Info) {
        painter.drawLine(QPointF(8, 7.5), QPointF(8, 11.2));
        painter.drawPoint(QPointF(8, 4.8));
    } else {
        const qreal down = severity == Severity::Warning ? 1.2 : 0;
        painter.drawLine(QPointF(8, 4.6 + down), QPointF(8, 8.6 + down));
        painter.drawPoint(QPointF(8, 11.2 + down));
    }
    return pixmap;
}

QPixmap tick(int scale)
{
    QPixmap pixmap(16 * scale, 16 * scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    const QColor colour = theme::colour(theme::Meaning::Ok);
    painter.setPen(QPen(colour, 1.4));
    QColor ground = colour;
    ground.setAlphaF(0.18F);
    painter.setBrush(ground);
    painter.drawEllipse(QRectF(1.5, 1.5, 13, 13));
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({{4.8, 8.4}, {7.1, 10.7}, {11.3, 5.6}}));
    return pixmap;
}

} // namespace

QIcon markIcon(Severity severity)
{
    QIcon icon;
    for (const int scale : {1, 2})
        icon.addPixmap(drawn(severity, scale));
    return icon;
}

QIcon okIcon()
{
    QIcon icon;
    for (const int scale : {1, 2})
        icon.addPixmap(tick(scale));
    return icon;
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Info: return u"Note"_s;
    case Severity::Warning: return u"Warning"_s;
    case Severity::Error: return u"Error"_s;
    }
    return {};
}

Severity worstOf(const QList<sip::LintMark> &marks)
{
    Severity worst = Severity::Info;
    for (const sip::LintMark &mark : marks)
        worst = std::max(worst, mark.severity);
    return worst;
}

QString marksText(const QList<sip::LintMark> &marks)
{
    QStringList lines;
    for (const sip::LintMark &mark : marks) {
        QString line = u"%1: %2"_s.arg(severityText(mark.severity), mark.text);
        if (*mark.rule)
            line += u" (%1)"_s.arg(QLatin1String(mark.rule));
        lines += line;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace ui
