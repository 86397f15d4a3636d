// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/text_cache.h"

#include <QPainter>

#include <cmath>

namespace ui {

TextCache::TextCache(const QFont &font)
    : m_font(font), m_metrics(font), m_ascent(m_metrics.ascent()), m_height(m_metrics.height()), m_lines(4000)
{}

const TextCache::Line &TextCache::line(const QString &key, const QString &text)
{
    if (const Line *known = m_lines.object(key))
        return *known;
    auto *made = new Line{QStaticText(text), m_metrics.horizontalAdvance(text)};
    made->text.setTextFormat(Qt::PlainText);
    made->text.setPerformanceHint(QStaticText::AggressiveCaching);
    made->text.prepare(QTransform(), m_font);
    m_lines.insert(key, made);
    return *made;
}

qreal TextCache::width(const QString &text)
{
    return text.isEmpty() ? 0 : line(text, text).width;
}

qreal TextCache::draw(QPainter &painter, const QString &text, qreal x, qreal baseline, qreal maxWidth)
{
    if (text.isEmpty() || maxWidth < m_height)
        return 0;
    const Line *what = &line(text, text);
    if (what->width > maxWidth) {
        // Steps of 8 pixels, so that resizing does not fill the cache with every width there was.
        const int steps = int(maxWidth / 8);
        const QString key = text + QChar(0xffff) + QChar(char16_t(steps));
        if (const Line *known = m_lines.object(key))
            what = known;
        else
            what = &line(key, m_metrics.elidedText(text, Qt::ElideRight, steps * 8));
    }
    painter.drawStaticText(QPointF(x, std::round(baseline - m_ascent)), what->text);
    return what->width;
}

} // namespace ui
