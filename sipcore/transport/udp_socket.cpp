// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/udp_socket.h"

#include "transport/transport_errors.h"

#include <QHostAddress>
#include <QNetworkProxy>

#include <cerrno>

namespace sip {
namespace {

constexpr int MaxDatagramsPerWakeUp = 64; // other sockets and timers get their turn in between
constexpr int WantedReceiveBuffer = 1024 * 1024;
constexpr qsizetype ReceiveSize = 65536; //= R18.1.1-4 more than any datagram

} // namespace

UdpSocket::UdpSocket(Receiver &receiver, Scheduler &scheduler) : m_receiver(receiver), m_scheduler(scheduler)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    connect(&m_socket, &QUdpSocket::readyRead, this, &UdpSocket::readDatagrams);
}

UdpSocket::~UdpSocket()
{
    close();
}

Expected<Endpoint> UdpSocket::bind(const Endpoint &local)
{
    const QHostAddress address = local.isAny() ? QHostAddress(QHostAddress::Any) : local.hostAddress();
    if (!m_socket.bind(address, local.port, QAbstractSocket::DontShareAddress))
        return bindError(m_socket.error(), Protocol::Udp, local, m_socket.errorString());
    m_local = local;
    m_local.port = m_socket.localPort();
    m_socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, WantedReceiveBuffer);
    udp_error_queue::enable(m_socket.socketDescriptor());
    return m_local;
}

std::optional<TransportError> UdpSocket::send(const QByteArray &datagram, const Endpoint &to)
{
    if (datagram.size() > maxDatagramSize(to))
        return datagramError(QAbstractSocket::DatagramTooLargeError, EMSGSIZE, to, datagram.size());
    const QHostAddress host = to.hostAddress();
    // An ICMP error about an earlier datagram fails the next send, to whomever: take it from the queue and send again.
    for (int tries = 3;; --tries) {
        errno = 0; // QUdpSocket tells the class of an error only
        if (m_socket.writeDatagram(datagram, host, to.port) >= 0)
            return {};
        const int systemError = errno;
        const QAbstractSocket::SocketError error = m_socket.error();
        if (!collectErrors() || tries == 1 || error == QAbstractSocket::DatagramTooLargeError)
            return datagramError(error, systemError, to, datagram.size());
    }
}

void UdpSocket::readDatagrams()
{
    if (m_buffer.isEmpty())
        m_buffer = QByteArray(ReceiveSize, Qt::Uninitialized);
    QHostAddress host;
    quint16 port = 0;
    for (int i = 0; i < MaxDatagramsPerWakeUp && !m_closed; ++i) {
        // Until it fails: only a read makes QUdpSocket listen again after a wake-up, and a socket with errors in its queue, which
        // may be all it woke us for, fails too.
        const qint64 size = m_socket.readDatagram(m_buffer.data(), m_buffer.size(), &host, &port);
        if (size >= 0)
            m_receiver.datagramReceived(*this, QByteArray(m_buffer.constData(), size), Endpoint::of(host, port));
        else if (!collectErrors())
            break;
    }
    if (!m_closed)
        reportErrors();
}

/// \return something was there. Reported soon, from the event loop.
bool UdpSocket::collectErrors()
{
    if (m_closed)
        return false;
    const QList<QueuedError> errors = udp_error_queue::read(m_socket.socketDescriptor());
    for (const QueuedError &error : errors)
        if (error.origin != QueuedError::Origin::Local)
            m_errors.append(error);
    if (!m_errors.isEmpty() && !m_reportTicket)
        m_reportTicket = m_scheduler.at(m_scheduler.now(), [this] { reportErrors(); });
    return !errors.isEmpty();
}

void UdpSocket::reportErrors()
{
    m_scheduler.cancel(std::exchange(m_reportTicket, 0));
    const QList<QueuedError> errors = std::exchange(m_errors, {});
    for (const QueuedError &error : errors) {
        if (m_closed)
            return;
        m_receiver.datagramRefused(*this, error);
    }
}

void UdpSocket::close()
{
    // Deleted from the event loop, perhaps after the scheduler: it is not touched unless something is armed.
    if (m_closed)
        return;
    m_closed = true;
    if (m_reportTicket != 0)
        m_scheduler.cancel(std::exchange(m_reportTicket, 0));
    m_errors.clear();
    m_socket.disconnect(this);
    m_socket.close();
}

} // namespace sip
