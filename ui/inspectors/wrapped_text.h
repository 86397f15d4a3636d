// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QString>

#include <algorithm>

namespace ui {

/// \a text broken into lines of at most \a width pixels, at a space where there is one: lists do not wrap hashes by themselves.
inline QString wrappedText(const QString &text, const QFontMetrics &metrics, int width)
{
    QString out;
    for (qsizetype at = 0; at < text.size();) {
        const int narrowest = std::max(1, metrics.horizontalAdvance(QLatin1Char('i')));
        qsizetype size = std::min<qsizetype>(std::max(20, width / narrowest), text.size() - at);
        while (size > 20 && metrics.horizontalAdvance(text.mid(at, size)) > width)
            size -= std::max<qsizetype>(1, size / 32);
        if (at + size < text.size()) {
            const qsizetype space = text.lastIndexOf(QLatin1Char(' '), at + size);
            if (space > at + size / 2)
                size = space + 1 - at;
        }
        if (at > 0)
            out += QLatin1Char('\n');
        out += QStringView(text).mid(at, size);
        at += size;
    }
    return out;
}

} // namespace ui
