// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <utility>

class QTcpSocket;

namespace sip {

/// Tells a reset connection from one that the peer closed in good order. QTcpSocket reports both alike and has closed its
/// descriptor by then, so this holds a second one. While it does, closing the socket sends nothing: release() first.
class ResetProbe {
public:
    ResetProbe() = default;
    explicit ResetProbe(qintptr descriptor); ///< of a connected TCP socket
    ~ResetProbe() { release(); }
    ResetProbe(ResetProbe &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    ResetProbe &operator=(ResetProbe &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }

    bool wasReset() const; ///< false also where the system does not tell
    void release();

private:
    int m_descriptor = -1;
};

/// What the network said to a socket inside connect(), before that returned: a firewall of this machine, a router without delay.
/// QTcpSocket does not look there, and would spin until the next SYN. \return errno; 0: nothing, also where the system does not
/// tell
int saidWhileConnecting(const QTcpSocket &socket);

} // namespace sip
