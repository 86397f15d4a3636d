// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/ladder_shapes.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

#include <algorithm>
#include <cmath>

namespace ui::shapes {

namespace {

void clock(QPainter &painter, QPointF c, qreal r)
{
    painter.drawEllipse(c, r, r);
    painter.drawLine(c, c + QPointF(0, -r * 0.62));
    painter.drawLine(c, c + QPointF(r * 0.5, r * 0.22));
}

void key(QPainter &painter, QPointF c, qreal r)
{
    const QPointF ring(c.x() - r * 0.42, c.y());
    painter.drawEllipse(ring, r * 0.42, r * 0.42);
    const QPointF tip(c.x() + r * 0.95, c.y());
    painter.drawLine(ring + QPointF(r * 0.42, 0), tip);
    painter.drawLine(tip, tip + QPointF(0, r * 0.45));
    painter.drawLine(tip + QPointF(-r * 0.4, 0), tip + QPointF(-r * 0.4, r * 0.38));
}

void plug(QPainter &painter, QPointF c, qreal r)
{
    painter.drawRect(QRectF(c.x() - r * 0.62, c.y() - r * 0.5, r * 1.24, r * 0.8));
    painter.drawLine(c + QPointF(-r * 0.3, -r * 0.5), c + QPointF(-r * 0.3, -r));
    painter.drawLine(c + QPointF(r * 0.3, -r * 0.5), c + QPointF(r * 0.3, -r));
    painter.drawLine(c + QPointF(0, r * 0.3), c + QPointF(0, r));
}

void warning(QPainter &painter, QPointF c, qreal r)
{
    const QPolygonF triangle{c + QPointF(0, -r * 0.95), c + QPointF(r, r * 0.8), c + QPointF(-r, r * 0.8)};
    painter.drawPolygon(triangle);
    painter.drawLine(c + QPointF(0, -r * 0.3), c + QPointF(0, r * 0.2));
    painter.drawPoint(c + QPointF(0, r * 0.52));
}

/// What the rasterizer makes of a solid level line around the middle of a pixel row, \a width between 1 and 3: three rectangles,
/// at a tenth of the price.
void levelLine(QPainter &painter, qreal from, qreal to, qreal y, qreal width, QColor ink)
{
    const int left = qRound(std::min(from, to)), right = qRound(std::max(from, to)), middle = int(std::floor(y));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(left, middle, right - left, 1, ink);
    ink.setAlphaF(ink.alphaF() * float(width - 1) / 2);
    painter.fillRect(left, middle - 1, right - left, 1, ink);
    painter.fillRect(left, middle + 1, right - left, 1, ink);
    painter.setRenderHint(QPainter::Antialiasing);
}

} // namespace

void mark(QPainter &painter, Mark kind, QPointF centre, qreal radius, const QColor &ink, const QColor &ground)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(centre, radius + 2, radius + 2);
    painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (kind) {
    case Mark::Clock: clock(painter, centre, radius); break;
    case Mark::Key: key(painter, centre, radius); break;
    case Mark::Plug: plug(painter, centre, radius); break;
    case Mark::Warning: warning(painter, centre, radius); break;
    case Mark::Dot:
        painter.setBrush(ink);
        painter.drawEllipse(centre, radius * 0.4, radius * 0.4);
        break;
    case Mark::Hollow:
        painter.setPen(QPen(ink, 1.6, Qt::DotLine));
        painter.drawEllipse(centre, radius, radius);
        break;
    }
}

void arrow(QPainter &painter, Head head, QPointF from, QPointF to, qreal size, Qt::PenStyle style, const QColor &ink)
{
    const qreal towards = to.x() < from.x() ? 1 : -1; // from the tip back along the line
    const QPointF neck = head == Head::Filled ? to + QPointF(towards * size, 0) : to;
    const qreal width = head == Head::Filled ? 1.8 : 1.4;
    if (style == Qt::SolidLine && painter.transform().type() <= QTransform::TxTranslate &&
        painter.device()->devicePixelRatio() == 1) {
        levelLine(painter, from.x(), neck.x(), from.y(), width, ink);
    } else {
        painter.setPen(QPen(ink, width, style));
        painter.drawLine(from, neck);
    }
    const QPointF up(towards * size * 1.15, -size * 0.55), down(towards * size * 1.15, size * 0.55);
    switch (head) {
    case Head::Filled:
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawPolygon(QPolygonF{to, to + up, to + down});
        break;
    case Head::Open:
        painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(to, to + up);
        painter.drawLine(to, to + down);
        break;
    case Head::Cross: {
        const qreal half = size * 0.5;
        painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap));
        const QPointF c = to + QPointF(towards * size, 0);
        painter.drawLine(c + QPointF(-half, -half), c + QPointF(half, half));
        painter.drawLine(c + QPointF(-half, half), c + QPointF(half, -half));
        break;
    }
    case Head::Square: {
        const qreal half = size * 0.32;
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawRect(QRectF(to.x() - half, to.y() - half, 2 * half, 2 * half));
        painter.drawRect(QRectF(from.x() - half, from.y() - half, 2 * half, 2 * half));
        break;
    }
    }
}

void roundBox(QPainter &painter, const QRectF &box, qreal radius, const QColor &ink, Qt::PenStyle style, const QColor &fill)
{
    const QPointF origin(std::floor(box.left()) - 1, std::floor(box.top()) - 1);
    const QRectF inside = box.translated(-origin);
    const qreal dots = painter.device()->devicePixelRatio();
    const QString key = QStringLiteral("ladder/%1/%2x%3/%4/%5/%6/%7/%8")
                            .arg(inside.left())
                            .arg(box.width())
                            .arg(box.height())
                            .arg(radius)
                            .arg(ink.rgba())
                            .arg(int(style))
                            .arg(fill.rgba())
                            .arg(dots);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = QPixmap((QSizeF(inside.right() + 2, inside.bottom() + 2) * dots).toSize());
        picture.setDevicePixelRatio(dots);
        picture.fill(Qt::transparent);
        QPainter drawn(&picture);
        drawn.setRenderHint(QPainter::Antialiasing);
        drawn.setPen(QPen(ink, 1, style));
        drawn.setBrush(fill);
        drawn.drawRoundedRect(inside, radius, radius);
        drawn.end();
        QPixmapCache::insert(key, picture);
    }
    painter.drawPixmap(origin, picture);
}

void foldTriangle(QPainter &painter, QPointF centre, qreal size, bool folded, const QColor &ink)
{
    const qreal h = size * 0.5;
    const QPolygonF triangle =
        folded ? QPolygonF{centre + QPointF(-h * 0.6, -h), centre + QPointF(h * 0.8, 0), centre + QPointF(-h * 0.6, h)}
               : QPolygonF{centre + QPointF(-h, -h * 0.6), centre + QPointF(h, -h * 0.6), centre + QPointF(0, h * 0.8)};
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(triangle);
}

} // namespace ui::shapes
