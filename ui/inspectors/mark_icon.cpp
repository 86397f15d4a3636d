// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/mark_icon.h"

#include "models/theme.h"

#include <QCoreApplication>
#include <QPainter>

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

/// A picture of 16 by 16 units, sharp on screens of either density.
template<class Draw> QIcon icon(Draw draw)
{
    QIcon made;
    for (const int scale : {1, 2}) {
        QPixmap pixmap(16 * scale, 16 * scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        draw(painter);
        painter.end();
        made.addPixmap(pixmap);
    }
    return made;
}

void setInk(QPainter &painter, const QColor &colour)
{
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QColor ground = colour;
    ground.setAlphaF(0.18F);
    painter.setBrush(ground);
}

void setStroke(QPainter &painter, const QColor &colour)
{
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
}

} // namespace

QIcon markIcon(Severity severity)
{
    return icon([severity](QPainter &painter) {
        const QColor colour = colourOf(severity);
        setInk(painter, colour);
        if (severity == Severity::Info)
            painter.drawEllipse(QRectF(1.5, 1.5, 13, 13));
        else
            painter.drawPolygon(shapeOf(severity));
        setStroke(painter, colour);
        if (severity == Severity::Info) {
            painter.drawLine(QPointF(8, 7.5), QPointF(8, 11.2));
            painter.drawPoint(QPointF(8, 4.8));
        } else {
            const qreal down = severity == Severity::Warning ? 1.2 : 0;
            painter.drawLine(QPointF(8, 4.6 + down), QPointF(8, 8.6 + down));
            painter.drawPoint(QPointF(8, 11.2 + down));
        }
    });
}

QIcon okIcon()
{
    return icon([](QPainter &painter) {
        const QColor colour = theme::colour(theme::Meaning::Ok);
        setInk(painter, colour);
        painter.drawEllipse(QRectF(1.5, 1.5, 13, 13));
        setStroke(painter, colour);
        painter.drawPolyline(QPolygonF({{4.8, 8.4}, {7.1, 10.7}, {11.3, 5.6}}));
    });
}

QIcon pinIcon()
{
    return icon([](QPainter &painter) {
        const QColor colour = theme::colour(theme::Meaning::Note);
        setInk(painter, colour);
        painter.drawPolygon(QPolygonF({{5.5, 1.5}, {10.5, 1.5}, {10, 6.5}, {12.5, 9.5}, {3.5, 9.5}, {6, 6.5}}));
        painter.drawLine(QPointF(8, 9.5), QPointF(8, 14.5));
    });
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Info: return QCoreApplication::translate("ui::MarkIcon", "Note");
    case Severity::Warning: return QCoreApplication::translate("ui::MarkIcon", "Warning");
    case Severity::Error: return QCoreApplication::translate("ui::MarkIcon", "Error");
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
