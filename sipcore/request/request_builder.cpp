// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/request_builder.h"

#include "message/parser.h"
#include "message/scan.h"
#include "request/local_placeholder.h"
#include "request/response_builder.h"
#include "request/target.h"
#include "request/uri_headers.h"

#include <QUtf8StringView>
#include <QVarLengthArray>

#include <algorithm>
#include <utility>

namespace sip {
namespace {

/// Rows that open a message, in customary order. User rows of these kinds stay where they are.
constexpr HeaderId leading[] = {HeaderId::Via,    HeaderId::MaxForwards, HeaderId::From,   HeaderId::To,
                                HeaderId::CallId, HeaderId::CSeq,        HeaderId::Contact};

int rankOf(HeaderId id)
{
    const auto at = std::find(std::begin(leading), std::end(leading), id);
    return at == std::end(leading) ? -1 : int(at - std::begin(leading));
}

bool isContentRow(HeaderId id)
{
    return id == HeaderId::ContentType || id == HeaderId::ContentEncoding || id == HeaderId::ContentDisposition ||
           id == HeaderId::ContentLanguage || id == HeaderId::ContentLength || id == HeaderId::MimeVersion;
}

/// Adds what is missing and remembers what that was.
class Filler {
public:
    Filler(MessageDraft &draft, QList<QByteArray> *filled) : m_draft(draft), m_filled(filled)
    {
        for (const HeaderRow &row : std::as_const(draft.rows))
            m_ids.append(headerId(row.name));
    }

    bool misses(HeaderId id) const { return !m_ids.contains(id); }

    void fill(HeaderId id, const QByteArray &value)
    {
        if (!misses(id))
            return;
        const qsizetype place = placeFor(id);
        m_ids.insert(place, id);
        m_draft.rows.insert(place, {headerNameBytes(id), value, {}});
        if (m_filled)
            m_filled->append(headerNameBytes(id));
    }

private:
    qsizetype placeFor(HeaderId id) const
    {
        if (const int rank = rankOf(id); rank >= 0) {
            for (qsizetype i = m_ids.size(); i > 0; --i)
                if (const int other = rankOf(m_ids[i - 1]); other >= 0 && other < rank)
                    return i;
            return 0;
        }
        qsizetype at = m_ids.size();
        while (!isContentRow(id) && at > 0 && isContentRow(m_ids[at - 1]))
            --at;
        return at;
    }

    MessageDraft &m_draft;
    QList<QByteArray> *m_filled;
    QVarLengthArray<HeaderId, 32> m_ids; ///< of the draft's rows
};

//= R8.1.1.3-1
void addFromTag(MessageDraft &draft, const QByteArray &tag)
{
    for (HeaderRow &row : draft.rows) {
        if (headerId(row.name) != HeaderId::From)
            continue;
        if (scan::param(scan::splitNameAddr(row.value).params, "tag").isNull())
            row.value = row.value.trimmed() + ";tag=" + tag;
        return;
    }
}

/// The Request-URI without what a To or From must not hold (table of RFC 3261 19.1.1).
QByteArray asIdentity(const QByteArray &requestUri)
{
    auto uri = Uri::parse(requestUri);
    if (!uri)
        return requestUri;
    if (uri->isSip()) {
        uri->clearHeaders();
        uri->setHost(uri->host(), 0);
        for (const char *name : {"transport", "maddr", "ttl", "method", "lr"})
            uri->removeParam(name);
    }
    return uri->toBytes();
}

/// Letters that need no escape in the user part of a URI.
bool isPlainUser(const QByteArray &name)
{
    return !name.isEmpty() &&
           std::all_of(name.begin(), name.end(), [](char c) { return is(c, TokenChar) && c != '%' && c != '`'; });
}

/// The user name we have a password for, at the host of the Request-URI; empty: nobody.
QByteArray ownAddress(const ComposedRequest &request, const MessageDraft &draft)
{
    if (request.credentials.isEmpty() || !isPlainUser(request.credentials.first().username))
        return {};
    const auto uri = Uri::parse(draft.requestUri());
    if (!uri || !uri->isSip())
        return {};
    return "<sip:" + request.credentials.first().username + '@' + uri->host() + '>';
}

/// Who we say we are when the user does not: the To of a registration, else our own address, else nobody.
//= R8.1.1.3-2
QByteArray defaultFrom(const ComposedRequest &request, const MessageDraft &draft)
{
    if (request.method == "REGISTER")
        if (const auto to = parseNameAddr(draft.value(HeaderId::To)))
            return '<' + to->uri.toBytes() + '>';
    const QByteArray own = ownAddress(request, draft);
    return own.isEmpty() ? QByteArray("\"Anonymous\" <sip:anonymous@anonymous.invalid>") : own;
}

//= R8.1.1.1-1 the To is the Request-URI, and the other way round in effectiveRequestUri()
//= R10.2-2 the To of a registration is the address-of-record
QByteArray defaultTo(const ComposedRequest &request, const MessageDraft &draft)
{
    if (request.method == "REGISTER") {
        if (const auto from = parseNameAddr(draft.value(HeaderId::From)))
            return '<' + from->uri.toBytes() + '>';
        if (const QByteArray own = ownAddress(request, draft); !own.isEmpty())
            return own;
    }
    return '<' + asIdentity(draft.requestUri()) + '>';
}

/// The user in the URI of a From, as written; empty: none, or it cannot be read.
QByteArrayView userOf(QByteArrayView from)
{
    const scan::NameAddr address = scan::splitNameAddr(from);
    const scan::Uri uri = scan::splitUri(address.uri);
    return address.flaw.at || uri.flaw.at ? QByteArrayView() : uri.user;
}

//= R8.1.1.8-2
QByteArray defaultContact(const MessageDraft &draft, const BuildFacts &facts)
{
    const bool secure = isSipsUri(draft.requestUri()) || isSipsUri(scan::splitNameAddr(draft.value(HeaderId::Route)).uri);
    const QByteArray from = draft.value(HeaderId::From);
    const QByteArrayView user = userOf(from);
    QByteArray contact;
    contact.reserve(64 + user.size());
    contact.append(secure ? "<sips:" : "<sip:");
    if (!user.isEmpty())
        contact.append(user).append('@');
    contact.append(facts.hostPort());
    //= R7118.5-1 sips alone would not say that it is a WebSocket
    if (facts.protocol != Protocol::Udp && (!secure || isWebSocket(facts.protocol)))
        contact.append(";transport=").append(uriTransport(facts.protocol));
    return contact.append('>');
}

//= R8.1.1.7-1
//= R18.1.1-5
//= R3581.3-1
QByteArray ownVia(const ComposedRequest &request, const BuildFacts &facts, const QByteArray &branch)
{
    const MethodTraits &method = methodTraits(request.method);
    //= R6223.4-1 asked for by what makes something that lasts
    const bool keeps = request.keepAlive.when == KeepAliveSetting::When::Ask && (method.createsDialog || method.leavesState);
    QByteArray via;
    via.reserve(64 + branch.size());
    return via.append("SIP/2.0/")
        .append(viaName(facts.protocol))
        .append(' ')
        .append(facts.hostPort())
        .append(";branch=")
        .append(branch)
        .append(keeps ? ";rport;keep" : ";rport");
}

QByteArray guessedType(const QByteArray &body)
{
    if (body.startsWith("v=0"))
        return "application/sdp";
    const bool isText = !body.contains('\0') && QUtf8StringView(body).isValidUtf8();
    return isText ? "text/plain" : "application/octet-stream";
}

//= R7.3.3-2
void makeCompact(MessageDraft &draft)
{
    for (HeaderRow &row : draft.rows)
        if (const char letter = compactForm(headerId(row.name)))
            row.name = QByteArray(1, letter);
}

const QByteArray &supportedByUs()
{
    static const QByteArray joined = supportedOptions.join(", ");
    return joined;
}

//= R8.1.1.9-1
//= R8.1.1.9-2 nothing is required that the user does not ask for
//= R13.2.1-1
void fillCapabilities(Filler &filler, const MessageDraft &draft, const QByteArray &method)
{
    if (method != "ACK" && method != "CANCEL" && method != "BYE")
        filler.fill(HeaderId::Allow, allowedMethods);
    //= R3262.4-6
    //= R3327.5-1 needs nothing more from us than to show what comes back
    //= R4028.7.1-1
    if (method == "INVITE" || method == "UPDATE" || method == "OPTIONS")
        filler.fill(HeaderId::Supported, supportedByUs());
    else if (method == "REGISTER")
        //= R5626.4.2-1 a Contact with reg-id asks for it
        filler.fill(HeaderId::Supported,
                    draft.value(HeaderId::Contact).contains(";reg-id=") ? "path, outbound, timer" : "path, timer");
    else if (method != "ACK" && method != "CANCEL")
        filler.fill(HeaderId::Supported, QByteArrayLiteral("timer"));
    //= R11.1-2
    if (method == "OPTIONS")
        filler.fill(HeaderId::Accept, QByteArrayLiteral("application/sdp"));
    filler.fill(HeaderId::UserAgent, QByteArrayLiteral("Viatrace/" VIATRACE_VERSION));
}

} // namespace

//= R7118-1
QByteArray BuildFacts::hostPort() const
{
    if (!host.isEmpty())
        return host;
    return local.port ? local.text() : local.uriHost();
}

QByteArray newBranch(Random &random)
{
    return random.token(100, "z9hG4bK");
}

//= R19.3-1
QByteArray newTag(Random &random)
{
    return random.token(50);
}

//= R7118-1
QByteArray newLocalName(Random &random)
{
    return random.token(60) + ".invalid";
}

//= R8.1.1.4-2
QByteArray newCallId(Random &random)
{
    return random.token(100);
}

//= R8.1.1-1
Message buildRequest(const ComposedRequest &request, const BuildFacts &facts, Random &random, QList<QByteArray> *filled)
{
    if (filled)
        filled->clear();
    if (request.raw)
        return parseMessage(request.rawBytes, Framing::Composed);

    const auto orDrawn = [&random](const QByteArray &given, QByteArray (*draw)(Random &)) {
        return given.isEmpty() ? draw(random) : given;
    };
    MessageDraft draft = MessageDraft::request(request.method, effectiveRequestUri(request));
    draft.setContentLengthAuto(false);
    const UriHeaders fromUri = headersOfTarget(request);
    draft.body = fromUri.body.isEmpty() ? request.body : fromUri.body;
    for (const ComposedRow &row : request.rows)
        if (!row.muted && !(row.name.isEmpty() && row.value.isEmpty()))
            draft.append(row.name, row.value);
    for (const ComposedRow &row : fromUri.rows)
        draft.append(row.name, row.value);

    Filler filler(draft, filled);
    filler.fill(HeaderId::Via, ownVia(request, facts, orDrawn(facts.branch, newBranch)));
    filler.fill(HeaderId::MaxForwards, QByteArrayLiteral("70")); //= R8.1.1.6-1
    if (filler.misses(HeaderId::To))
        filler.fill(HeaderId::To, defaultTo(request, draft));
    if (filler.misses(HeaderId::From))
        filler.fill(HeaderId::From, defaultFrom(request, draft));
    addFromTag(draft, orDrawn(facts.fromTag, newTag));
    filler.fill(HeaderId::CallId, orDrawn(facts.callId, newCallId));                    //= R8.1.1.4-1
    filler.fill(HeaderId::CSeq, QByteArray::number(facts.cseq) + ' ' + request.method); //= R8.1.1.5-1
    //= R11.1-1 others have a Contact when the user gives one
    if (methodTraits(request.method).needsContact && filler.misses(HeaderId::Contact))
        filler.fill(HeaderId::Contact, defaultContact(draft, facts));
    fillCapabilities(filler, draft, request.method);
    if (!draft.body.isEmpty())
        filler.fill(HeaderId::ContentType, guessedType(draft.body));
    filler.fill(HeaderId::ContentLength, QByteArray::number(draft.body.size()));
    if (request.compactHeaders)
        makeCompact(draft);
    return draft.toMessage();
}

//= R8.1.1.7-1
//= R8.1.1.8-2
Message readdressed(const Message &request, const ComposedRequest &composed, const BuildFacts &facts)
{
    const auto given = [&composed](HeaderId id) {
        return std::any_of(composed.rows.cbegin(), composed.rows.cend(),
                           [id](const ComposedRow &row) { return !row.muted && headerId(row.name) == id; });
    };
    MessageDraft draft = MessageDraft::from(request);
    if (!given(HeaderId::Via))
        draft.set(HeaderId::Via, ownVia(composed, facts, request.branch().toByteArray()));
    if (!given(HeaderId::Contact) && methodTraits(request.method()).needsContact)
        draft.set(HeaderId::Contact, defaultContact(draft, facts));
    return draft.toMessage();
}

//= R18.1.1-3 the size shown before sending is the size sent
Message previewRequest(const ComposedRequest &request, const Endpoint &local, Protocol protocol, QList<QByteArray> *filled)
{
    // Dots stand where random digits will be: as many as newBranch(), newTag(), newCallId() and newLocalName() draw.
    const bool nameless = isWebSocket(protocol) && !request.ws.namesAddress;
    const BuildFacts facts{.protocol = protocol,
                           .local = local,
                           .branch = "z9hG4bK" + QByteArray(20, '.'),
                           .fromTag = QByteArray(10, '.'),
                           .callId = QByteArray(20, '.'),
                           .host = nameless ? QByteArray(12, '.') + ".invalid" : QByteArray()};
    SeededRandom unused(1);
    ComposedRequest placed = request;
    putLocal(placed, facts.hostPort());
    return buildRequest(placed, facts, unused, filled);
}

} // namespace sip
