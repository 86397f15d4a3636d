// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/udp_transport.h"

#include "base/words.h"
#include "message/parser.h"
#include "transport/transport_errors.h"

#include <algorithm>

namespace sip {
namespace {

constexpr qsizetype MaxKeepAliveSize = 4;

/// CRLF or CRLFCRLF, as many phones send to keep a NAT open, or nothing at all.
bool isKeepAlive(QByteArrayView datagram)
{
    return datagram.size() <= MaxKeepAliveSize &&
           std::all_of(datagram.begin(), datagram.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace

UdpTransport::~UdpTransport()
{
    closeAll();
}

Expected<Endpoint> UdpTransport::listen(const Endpoint &local)
{
    std::unique_ptr<UdpSocket, QScopedPointerDeleteLater> socket(new UdpSocket(*this, m_context.scheduler));
    const Expected<Endpoint> bound = socket->bind(local);
    if (bound)
        m_sockets.push_back(std::move(socket));
    return bound;
}

void UdpTransport::stopListening(const Endpoint &local)
{
    std::erase_if(m_sockets, [&](const auto &socket) {
        if (socket->local() == local)
            socket->close();
        return socket->local() == local;
    });
}

std::optional<Endpoint> UdpTransport::listener(const Endpoint &address) const
{
    const UdpSocket *any = nullptr;
    for (const auto &socket : m_sockets) {
        if (socket->local().address == address.address)
            return socket->local();
        if (socket->local().isAny())
            any = socket.get();
    }
    return any ? std::optional(any->local()) : std::nullopt;
}

void UdpTransport::send(const TraceContext &trace, const Endpoint &local, const Endpoint &remote, const Message &message,
                        quint16 sendNumber, quint16 planned)
{
    const Path path = pathOf(local, remote);
    const auto socket =
        std::find_if(m_sockets.cbegin(), m_sockets.cend(), [&](const auto &each) { return each->local() == local; });
    if (socket == m_sockets.cend())
        return;
    if (auto error = (*socket)->send(message.wire(), remote))
        m_context.fail(trace, path, std::move(*error));
    else if (m_context.recorder.isActive())
        m_context.recorder.record(trace, MessageSent{message, path, sendNumber, planned, mtuFor(message, remote)});
}

std::optional<Endpoint> UdpTransport::heardOn(const Endpoint &remote) const
{
    const auto found = m_heard.constFind(remote);
    return found != m_heard.cend() ? std::optional(*found) : std::nullopt;
}

void UdpTransport::closeAll()
{
    for (const auto &socket : m_sockets)
        socket->close();
    m_sockets.clear();
    m_heard.clear();
    m_asked.clear();
}

//= R18.1.1-6 an answer may come from any source
void UdpTransport::datagramReceived(UdpSocket &socket, QByteArray datagram, const Endpoint &from)
{
    const Path path = pathOf(socket.local(), from);
    if (isStun(datagram))
        return takeStun(socket, datagram, path);
    if (isKeepAlive(datagram))
        return m_context.recorder.record({}, KeepAlive{path, true, true});
    const Message message = parseMessage(std::move(datagram));
    if (m_heard.size() >= HeardKept)
        m_heard.clear();
    if (message.isRequest() || message.isResponse())
        m_heard.insert(from, socket.local());
    m_context.deliver(message, path);
}

//= R5626.4.4.2-1
void UdpTransport::ping(const TraceContext &trace, const Path &flow, int copy)
{
    UdpSocket *const socket = socketOf(flow.local);
    if (!socket)
        return;
    Asked &asked = m_asked[{flow.local, flow.remote}];
    if (copy == 1) {
        asked.id.clear();
        for (quint64 drawn = 0; asked.id.size() < StunBinding::IdSize; drawn >>= 8) {
            if (asked.id.size() % qsizetype(sizeof drawn) == 0)
                drawn = m_context.random.next64();
            asked.id.append(char(drawn));
        }
    }
    KeepAlive event{.path = flow, .received = false, .kind = KeepAlive::Kind::Stun, .send = quint16(copy)};
    if (const auto error = socket->send(writeStun({.kind = StunBinding::Kind::Request, .id = asked.id}), flow.remote))
        event.text = Words::tr("not sent: %1").arg(error->text);
    m_context.recorder.record(trace, std::move(event));
}

void UdpTransport::release(const Path &flow)
{
    m_asked.remove({flow.local, flow.remote});
}

void UdpTransport::takeStun(UdpSocket &socket, const QByteArray &datagram, const Path &path)
{
    KeepAlive event{.path = path, .kind = KeepAlive::Kind::Stun};
    const Expected<StunBinding> said = readStun(datagram);
    if (!said) {
        event.fate = MessageReceived::Fate::Dropped;
        event.text = Words::tr("STUN that cannot be used: %1").arg(said.error().detail);
        return m_context.recorder.record({}, std::move(event));
    }
    switch (said->kind) {
    case StunBinding::Kind::Request: return answerStun(socket, *said, datagram.size(), std::move(event));
    case StunBinding::Kind::Indication: return m_context.recorder.record({}, std::move(event));
    case StunBinding::Kind::Success:
    case StunBinding::Kind::Error: takeStunAnswer(*said, std::move(event));
    }
}

/// Whoever gives the address of somebody else cannot make us send him more than was sent to us, unless SIP was heard from there,
/// which is answered with more in any case.
void UdpTransport::answerStun(UdpSocket &socket, const StunBinding &request, qsizetype size, KeepAlive asked)
{
    constexpr int unknownAttribute = 420;
    StunBinding answer{.kind = StunBinding::Kind::Success,
                       .id = request.id,
                       .mapped = asked.path.remote,
                       .unknown = request.unknown,
                       .fingerprint = request.fingerprint};
    if (!request.unknown.isEmpty()) {
        answer.kind = StunBinding::Kind::Error;
        answer.errorCode = unknownAttribute;
    }
    const QByteArray octets = writeStun(answer);
    const bool stranger = !m_heard.contains(asked.path.remote);
    if (stranger && octets.size() > size)
        asked.text = Words::tr("not answered: the answer has %1 octets, the question %2, and no SIP was heard from there")
                         .arg(octets.size())
                         .arg(size);
    KeepAlive answered{.path = asked.path, .received = false, .ping = false, .kind = KeepAlive::Kind::Stun};
    const bool answers = m_context.answersPings && asked.text.isEmpty();
    if (!asked.text.isEmpty())
        asked.fate = MessageReceived::Fate::Dropped;
    m_context.recorder.record({}, std::move(asked));
    if (!answers)
        return;
    if (answer.kind == StunBinding::Kind::Success)
        answered.mapped = *answer.mapped;
    else
        answered.text = Words::tr("refused with 420: it asks for what is not spoken here");
    if (const auto error = socket.send(octets, answered.path.remote))
        answered.text = Words::tr("not sent: %1").arg(error->text);
    m_context.recorder.record({}, std::move(answered));
}

//= R5626.4.4.2-1 another mapped address: the flow is another
void UdpTransport::takeStunAnswer(const StunBinding &answer, KeepAlive event)
{
    event.ping = false;
    event.mapped = answer.mapped.value_or(Endpoint());
    const auto asked = m_asked.find({event.path.local, event.path.remote});
    const bool ours = asked != m_asked.end() && asked->id == answer.id;
    const auto waited = ours ? m_context.kept.answered(event.path, m_context.scheduler.now()) : std::nullopt;
    if (!waited) {
        event.fate = ours ? MessageReceived::Fate::Copy : MessageReceived::Fate::Stray;
        return m_context.recorder.record({}, std::move(event));
    }
    event.roundTrip = waited->roundTrip;
    if (answer.kind == StunBinding::Kind::Error) // whoever answers is there, and the way is open
        event.text = Words::tr("refused with %1 %2").arg(answer.errorCode).arg(answer.reason.left(200)).trimmed();
    const std::optional<Endpoint> before = asked->mapped;
    if (answer.mapped)
        asked->mapped = answer.mapped;
    if (!answer.mapped || !before || *before == *answer.mapped)
        return m_context.recorder.record(waited->context, std::move(event));
    TransportError moved;
    moved.cause = LocalCause::Reset;
    moved.text = Words::tr("the address we are seen at changed from %1 to %2")
                     .arg(QString::fromLatin1(before->text()), QString::fromLatin1(answer.mapped->text()));
    event.lost = true;
    event.text = moved.text;
    const Path path = event.path;
    m_context.recorder.record(waited->context, std::move(event));
    m_context.kept.ended(path, moved);
}

void UdpTransport::datagramRefused(const UdpSocket &socket, const QueuedError &queued)
{
    const Path path = pathOf(socket.local(), queued.destination);
    if (queued.info > 0)
        m_context.mtus.forget(queued.destination);
    if (isStun(queued.quoted)) { // what we asked found nobody, or we answered nobody
        const TransportError error = icmpError(queued);
        const auto keeper = error.fatal ? m_context.kept.ended(path, error) : std::nullopt;
        return m_context.recorder.record(keeper.value_or(TraceContext()), IcmpReceived{path, error});
    }
    if (m_context.user)
        m_context.user->icmpReceived(path, icmpError(queued), queued.quoted);
}

/// Asked for messages only that may need more than one packet.
int UdpTransport::mtuFor(const Message &message, const Endpoint &remote)
{
    constexpr qsizetype alwaysFits = 508; // the 576 octets that every path takes (RFC 791), with the longest header
    return message.wire().size() <= alwaysFits ? 0 : m_context.mtus.to(remote, m_context.scheduler.now()).octets;
}

UdpSocket *UdpTransport::socketOf(const Endpoint &local) const
{
    const auto found = std::find_if(m_sockets.cbegin(), m_sockets.cend(), [&local](const auto &one) {
        return one->local() == local || (one->local().isAny() && one->local().port == local.port);
    });
    return found == m_sockets.cend() ? nullptr : found->get();
}

/// A socket on any address sends from the address that the route gives.
Path UdpTransport::pathOf(const Endpoint &local, const Endpoint &remote)
{
    Path path{Protocol::Udp, local, remote, 0};
    if (!local.isAny())
        return path;
    if (const Expected<Endpoint> routed = m_context.routes.localAddress(remote, m_context.scheduler.now())) {
        path.local = *routed;
        path.local.port = local.port;
    }
    return path;
}

} // namespace sip
