// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/hex_lines.h"

namespace ui {

QString hexLine(QByteArrayView octets)
{
    static constexpr char digits[] = "0123456789abcdef";
    QString hex, text;
    for (qsizetype i = 0; i < octets.size(); ++i) {
        const auto octet = quint8(octets[i]);
        if (i > 0)
            hex += QLatin1Char(' ');
        hex += QLatin1Char(digits[octet >> 4]);
        hex += QLatin1Char(digits[octet & 15]);
        text += octet >= 0x20 && octet < 0x7f ? QLatin1Char(char(octet)) : QLatin1Char('.');
    }
    return hex.leftJustified(OctetsPerHexLine * 3 + 1) + text;
}

} // namespace ui
