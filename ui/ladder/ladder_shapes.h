// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <QRectF>

class QPainter;

/// The shapes of the ladder. Every meaning has one of its own, so that nothing depends on telling colours apart.
namespace ui::shapes {

enum class Mark { Clock, Key, Plug, Dot, Warning, Hollow };

/// A mark in a disc of \a radius on a lane.
/// \param ground  fills the disc, so that the lane does not shine through
void mark(QPainter &painter, Mark kind, QPointF centre, qreal radius, const QColor &ink, const QColor &ground);

enum class Head { Filled, Open, Cross, Square };

/// A level line from \a from to \a to with its head at \a to. The painter is antialiased.
void arrow(QPainter &painter, Head head, QPointF from, QPointF to, qreal size, Qt::PenStyle style, const QColor &ink);

/// A box with round ends or corners. The same few come again in every frame, so they are kept as pictures.
/// \param box  on half pixels, for lines of one pixel
void roundBox(QPainter &painter, const QRectF &box, qreal radius, const QColor &ink, Qt::PenStyle style, const QColor &fill);

/// The small triangle of the fold column, pointing right when folded.
void foldTriangle(QPainter &painter, QPointF centre, qreal size, bool folded, const QColor &ink);

} // namespace ui::shapes
