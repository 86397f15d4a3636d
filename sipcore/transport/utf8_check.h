// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace sip {

/// Is what comes in pieces UTF-8 (RFC 3629 4)? A character may be cut by the end of a piece.
class Utf8Check {
public:
    bool take(QByteArrayView piece); ///< \return false: no continuation can make it UTF-8 any more
    bool isWhole() const { return m_left == 0; }

private:
    int m_left = 0;                       ///< octets the character still needs
    quint8 m_least = 0x80, m_most = 0xbf; ///< of the next of them
};

} // namespace sip
