// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QFont>
#include <QFontMetricsF>
#include <QStaticText>

class QPainter;

namespace ui {

/// Draws short texts of one font, elided to a width, and keeps the last few thousand laid out: laying out costs ten times as much
/// as painting.
class TextCache {
public:
    explicit TextCache(const QFont &font);

    const QFont &font() const { return m_font; }
    qreal ascent() const { return m_ascent; }
    qreal height() const { return m_height; }
    qreal width(const QString &text);
    /// Draws in the painter's pen; the painter's font must be font().
    /// \return the width used, at most \a maxWidth
    qreal draw(QPainter &painter, const QString &text, qreal x, qreal baseline, qreal maxWidth);

private:
    struct Line {
        QStaticText text;
        qreal width = 0;
    };
    const Line &line(const QString &key, const QString &text);

    QFont m_font;
    QFontMetricsF m_metrics;
    qreal m_ascent, m_height;
    QCache<QString, Line> m_lines;
};

} // namespace ui
