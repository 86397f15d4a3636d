// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/transport_errors.h"

#include "base/words.h"

#include <cerrno>

namespace sip {
namespace {

QString latin1(const QByteArray &text)
{
    return QString::fromLatin1(text);
}

QString refusedText(const Endpoint &remote, const QString &addition = {})
{
    return Words::tr("nothing listens on %1 (connection refused%2)").arg(latin1(remote.text()), addition);
}

bool sameHost(const Endpoint &a, const Endpoint &b)
{
    return a.address == b.address;
}

/// What an ICMP message means, whichever version of IP it came over.
struct Meaning {
    LocalCause cause;
    bool fatal;
    const char *words; ///< follows "<destination>: "; nullptr: the port is closed
};

Meaning meaningOfV4(quint8 type, quint8 code)
{
    if (type == 4)
        return {LocalCause::Icmp, false, QT_TRANSLATE_NOOP("core", "too much traffic on the way (ICMP source quench)")};
    if (type == 11)
        return {LocalCause::Icmp, false,
                code == 0 ? QT_TRANSLATE_NOOP("core", "lost on the way, too many hops (ICMP time exceeded)")
                          : QT_TRANSLATE_NOOP("core", "a fragment was lost on the way (ICMP time exceeded)")};
    if (type == 12)
        return {LocalCause::Icmp, true, QT_TRANSLATE_NOOP("core", "the IP header was not understood (ICMP parameter problem)")};
    if (type != 3)
        return {LocalCause::Icmp, false, QT_TRANSLATE_NOOP("core", "an ICMP message of another kind")};
    switch (code) {
    case 0:
    case 6:
    case 11:
        return {LocalCause::Unreachable, true, QT_TRANSLATE_NOOP("core", "no route to this network (ICMP network unreachable)")};
    case 1:
    case 7:
    case 8:
    case 12:
        return {LocalCause::Unreachable, true, QT_TRANSLATE_NOOP("core", "the host cannot be reached (ICMP host unreachable)")};
    case 2: return {LocalCause::Icmp, true, QT_TRANSLATE_NOOP("core", "the host knows no UDP (ICMP protocol unreachable)")};
    case 3: return {LocalCause::Refused, true, nullptr};
    case 4:
        return {LocalCause::TooBig, false,
                QT_TRANSLATE_NOOP("core", "the datagram is too large for the path (ICMP fragmentation needed)")};
    case 9:
    case 10:
    case 13:
        return {LocalCause::Icmp, true,
                QT_TRANSLATE_NOOP("core", "a firewall forbids this traffic (ICMP administratively prohibited)")};
    default:
        return {LocalCause::Icmp, true,
                QT_TRANSLATE_NOOP("core", "the destination cannot be reached (ICMP destination unreachable)")};
    }
}

Meaning meaningOfV6(quint8 type, quint8 code)
{
    switch (type) {
    case 1: break;
    case 2:
        return {LocalCause::TooBig, false,
                QT_TRANSLATE_NOOP("core", "the datagram is too large for the path (ICMPv6 packet too big)")};
    case 3: return {LocalCause::Icmp, false, QT_TRANSLATE_NOOP("core", "lost on the way, too many hops (ICMPv6 time exceeded)")};
    case 4:
        return {LocalCause::Icmp, true, QT_TRANSLATE_NOOP("core", "the IP header was not understood (ICMPv6 parameter problem)")};
    default: return {LocalCause::Icmp, false, QT_TRANSLATE_NOOP("core", "an ICMPv6 message of another kind")};
    }
    switch (code) {
    case 0:
    case 6: return {LocalCause::Unreachable, true, QT_TRANSLATE_NOOP("core", "no route to this network (ICMPv6 no route)")};
    case 1:
    case 5:
        return {LocalCause::Icmp, true,
                QT_TRANSLATE_NOOP("core", "a firewall forbids this traffic (ICMPv6 administratively prohibited)")};
    case 2:
    case 3:
        return {LocalCause::Unreachable, true,
                QT_TRANSLATE_NOOP("core", "the host cannot be reached (ICMPv6 address unreachable)")};
    case 4: return {LocalCause::Refused, true, nullptr};
    default:
        return {LocalCause::Icmp, true,
                QT_TRANSLATE_NOOP("core", "the destination cannot be reached (ICMPv6 destination unreachable)")};
    }
}

QString sentence(const QString &what, const QString &systemText)
{
    return systemText.isEmpty() ? what : QStringLiteral("%1 (%2)").arg(what, systemText);
}

} // namespace

qsizetype maxDatagramSize(const Endpoint &remote)
{
    return remote.isIPv4() ? 65507 : 65527;
}

//= R18.4-1
//= R18.4-2
TransportError icmpError(const QueuedError &queued)
{
    const bool v6 = queued.origin == QueuedError::Origin::Icmp6;
    const Meaning meaning = v6 ? meaningOfV6(queued.type, queued.code) : meaningOfV4(queued.type, queued.code);
    TransportError error;
    error.cause = meaning.cause;
    error.fatal = meaning.fatal;
    error.systemError = queued.systemError;
    error.icmpType = queued.type;
    error.icmpCode = queued.code;
    error.reporter = queued.reporter;
    error.pathMtu = meaning.cause == LocalCause::TooBig ? int(queued.info) : 0;

    const bool byOther = !queued.reporter.isAny() && !sameHost(queued.reporter, queued.destination);
    const QString reportedBy =
        byOther ? QLatin1String(", ") + Words::tr("reported by %1").arg(latin1(queued.reporter.hostText())) : QString();
    if (!meaning.words) {
        error.text = refusedText(queued.destination, reportedBy);
        return error;
    }
    error.text = latin1(queued.destination.text()) + QStringLiteral(": ") + Words::tr(meaning.words) + reportedBy;
    if (error.pathMtu > 0)
        error.text += QLatin1String(", ") + Words::tr("the path takes packets of %1 octets").arg(error.pathMtu);
    return error;
}

TransportError datagramError(QAbstractSocket::SocketError socketError, int systemError, const Endpoint &remote, qsizetype size)
{
    TransportError error;
    error.systemError = systemError;
    const QString to = latin1(remote.text());
    if (socketError == QAbstractSocket::DatagramTooLargeError || systemError == EMSGSIZE || size > maxDatagramSize(remote)) {
        error.cause = LocalCause::TooBig;
        error.text = Words::tr("%1 octets do not fit into one UDP datagram to %2 (at most %3)")
                         .arg(size)
                         .arg(to)
                         .arg(maxDatagramSize(remote));
        return error;
    }
    if (socketError == QAbstractSocket::TemporaryError) {
        error.fatal = false; // the next copy may well go out
        error.text = Words::tr("the datagram to %1 was not sent, the system's send buffer is full").arg(to);
        return error;
    }
    switch (systemError) {
    case ENETUNREACH:
    case EHOSTUNREACH: error.text = Words::tr("no route to %1").arg(to); break;
    case EPERM:
    case EACCES: error.text = Words::tr("this machine does not permit sending to %1 (local firewall?)").arg(to); break;
    default:
        error.text = sentence(Words::tr("the datagram to %1 could not be sent").arg(to),
                              systemError ? qt_error_string(systemError) : QString());
    }
    return error;
}

//= R18.4-3
TransportError connectError(QAbstractSocket::SocketError socketError, const Endpoint &remote, const QString &systemText)
{
    TransportError error;
    const QString to = latin1(remote.text());
    switch (socketError) {
    case QAbstractSocket::ConnectionRefusedError:
        error.cause = LocalCause::Refused;
        error.systemError = ECONNREFUSED;
        error.text = refusedText(remote);
        break;
    case QAbstractSocket::RemoteHostClosedError:
        error.cause = LocalCause::Reset;
        error.systemError = ECONNRESET;
        error.text = Words::tr("%1 closed the connection before it was open").arg(to);
        break;
    case QAbstractSocket::SocketTimeoutError:
        error.systemError = ETIMEDOUT;
        error.text = Words::tr("%1 does not answer, no connection came about").arg(to);
        break;
    case QAbstractSocket::NetworkError: error.text = sentence(Words::tr("no route to %1").arg(to), systemText); break;
    default: error.text = sentence(Words::tr("no connection to %1").arg(to), systemText);
    }
    return error;
}

TransportError connectionEndError(QAbstractSocket::SocketError socketError, bool reset, const Endpoint &remote,
                                  const QString &systemText)
{
    TransportError error;
    error.cause = LocalCause::Reset;
    const QString peer = latin1(remote.text());
    if (socketError != QAbstractSocket::RemoteHostClosedError) {
        error.cause = LocalCause::Unreachable;
        error.text = sentence(Words::tr("the connection to %1 broke").arg(peer), systemText);
    } else if (reset) {
        error.systemError = ECONNRESET;
        error.text = Words::tr("%1 reset the connection").arg(peer);
    } else {
        error.text = Words::tr("%1 closed the connection").arg(peer);
    }
    return error;
}

Error bindError(QAbstractSocket::SocketError socketError, Protocol protocol, const Endpoint &local, const QString &systemText)
{
    const QString name = latin1(viaName(protocol).toByteArray());
    const QString at = latin1(local.hostText());
    switch (socketError) {
    case QAbstractSocket::AddressInUseError:
        return {Error::Code::Io, Words::tr("%1 port %2 on %3 is in use by another program").arg(name).arg(local.port).arg(at)};
    case QAbstractSocket::SocketAddressNotAvailableError:
        return {Error::Code::Io, Words::tr("%1 is not an address of this machine").arg(at)};
    case QAbstractSocket::SocketAccessError:
        return {Error::Code::Io, Words::tr("this user may not listen on %1 port %2 of %3").arg(name).arg(local.port).arg(at)};
    default:
        return {Error::Code::Io,
                sentence(Words::tr("cannot listen on %1 port %2 of %3").arg(name).arg(local.port).arg(at), systemText)};
    }
}

} // namespace sip
