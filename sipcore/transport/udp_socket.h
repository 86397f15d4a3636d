// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timing/scheduler.h"
#include "transport/udp_error_queue.h"

#include <QUdpSocket>

#include <optional>

namespace sip {

/// One bound, never connected UDP socket: hears from any source, and of ICMP errors about what it sent.
class UdpSocket final : public QObject {
    Q_OBJECT
public:
    /// Who takes what comes in. Calls come from the event loop; close() may be called inside.
    class Receiver {
    public:
        virtual ~Receiver() = default;
        virtual void datagramReceived(UdpSocket &socket, QByteArray datagram, const Endpoint &from) = 0;
        virtual void datagramRefused(const UdpSocket &socket, const QueuedError &error) = 0;
    };

    UdpSocket(Receiver &receiver, Scheduler &scheduler);
    ~UdpSocket() override;

    /// \param local  port 0: any. \return what was bound, Code::Io when it cannot be
    Expected<Endpoint> bind(const Endpoint &local);
    const Endpoint &local() const { return m_local; }
    /// \return why the system did not take the datagram; empty: it did
    std::optional<TransportError> send(const QByteArray &datagram, const Endpoint &to);
    void close(); ///< nothing is reported from here on

private:
    void readDatagrams();
    bool collectErrors();
    void reportErrors();

    Receiver &m_receiver;
    Scheduler &m_scheduler;
    QUdpSocket m_socket;
    Endpoint m_local;
    QByteArray m_buffer;         ///< one datagram; no thread_local, whose end is not safe on Windows (mingw-w64)
    QList<QueuedError> m_errors; ///< read from the queue, not reported yet
    Scheduler::Ticket m_reportTicket = 0;
    bool m_closed = false;
};

} // namespace sip
