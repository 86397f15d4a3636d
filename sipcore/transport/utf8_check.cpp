// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/utf8_check.h"

namespace sip {

bool Utf8Check::take(QByteArrayView piece)
{
    for (const char c : piece) {
        const auto octet = quint8(c);
        if (m_left > 0) {
            if (octet < m_least || octet > m_most)
                return false;
            --m_left;
            m_least = 0x80;
            m_most = 0xbf;
            continue;
        }
        if (octet < 0x80)
            continue;
        if (octet < 0xc2 || octet > 0xf4)
            return false;
        m_left = octet < 0xe0 ? 1 : octet < 0xf0 ? 2 : 3;
        // Neither longer than need be, nor half of a pair of UTF-16, nor above U+10FFFF.
        m_least = octet == 0xe0 ? 0xa0 : octet == 0xf0 ? 0x90 : 0x80;
        m_most = octet == 0xed ? 0x9f : octet == 0xf4 ? 0x8f : 0xbf;
    }
    return true;
}

} // namespace sip
