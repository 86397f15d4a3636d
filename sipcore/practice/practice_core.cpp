// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practice_core.h"

#include "practice/limits.h"
#include "transaction/received_via.h"

#include <QCryptographicHash>

#include <algorithm>

namespace diag {

namespace {

using sip::HeaderId;
using Kind = Behaviour::Kind;

QString schemeOf(QByteArrayView uri)
{
    const auto parsed = sip::Uri::parse(uri);
    return parsed ? QString::fromLatin1(parsed->scheme()).toLower() : QString();
}

QByteArray userOf(QByteArrayView uri)
{
    const auto parsed = sip::Uri::parse(uri);
    return parsed ? parsed->user() : QByteArray();
}

/// Option tags of Require that this server does not know, joined with ", ".
QByteArray unknownOptions(const sip::Message &request)
{
    QByteArray all;
    for (const QByteArray &row : request.values(HeaderId::Require))
        for (const QByteArray &option : sip::splitList(row))
            if (const QByteArray tag = option.trimmed().toLower(); tag != "100rel" && tag != "timer")
                all += (all.isEmpty() ? "" : ", ") + option;
    return all;
}

/// Rows that some answers are not complete without.
void addRequiredRows(sip::MessageDraft *draft)
{
    switch (draft->status()) {
    case 405: draft->append(HeaderId::Allow, PracticeCore::allowedMethods); break;
    case 415: draft->append(HeaderId::Accept, "application/sdp"); break;
    case 422: draft->append(HeaderId::MinSe, "90"); break;
    case 423: draft->append(HeaderId::MinExpires, "60"); break;
    case 469: draft->append(HeaderId::RecvInfo, ""); break;
    case 489: draft->append(HeaderId::AllowEvents, EventServer::packages); break;
    default: break;
    }
}

/// Where requests come from as a server behind the NAT of the behaviour "nat" sees it.
const sip::Endpoint &translated()
{
    static const sip::Endpoint address = *sip::Endpoint::parse("203.0.113.77:40000");
    return address;
}

/// A client that asks in its Via whether it may keep the flow alive may, as often as it likes (RFC 6223 4.3).
void grantKeepAlive(sip::MessageDraft &made, int seconds)
{
    const auto row = std::find_if(made.rows.begin(), made.rows.end(),
                                  [](const sip::HeaderRow &one) { return sip::headerId(one.name) == HeaderId::Via; });
    auto via = row == made.rows.end() ? sip::Expected<sip::Via>(sip::Error{}) : sip::parseVia(row->value);
    if (!via)
        return;
    for (sip::Param &param : via->params)
        if (param.name.compare("keep", Qt::CaseInsensitive) == 0 && param.value.isEmpty()) {
            param.value = QByteArray::number(seconds);
            row->value = sip::writeVia(*via);
            return;
        }
}

} // namespace

PracticeCore::PracticeCore(const Surroundings &around, Settings settings, Seen seen, DialogRequests::Told sent)
    : m_transactions(around.transactions), m_scheduler(around.scheduler), m_random(around.random),
      m_settings(std::move(settings)), m_seen(std::move(seen)), m_tagKey(m_random.token(80)),
      m_requests(around.transactions, around.transport, around.random, std::move(sent))
{}

PracticeCore::~PracticeCore()
{
    for (const auto &[id, waiting] : m_pending)
        m_scheduler.cancel(waiting.ticket);
    for (const Call &call : std::as_const(m_calls)) {
        m_scheduler.cancel(call.next);
        m_scheduler.cancel(call.limit);
    }
    for (const Referral &referral : std::as_const(m_referrals))
        m_scheduler.cancel(referral.next);
}

PracticeCore::Held PracticeCore::held() const
{
    return {qsizetype(m_pending.size()), m_calls.size(), m_events.subscriptionCount(), m_events.publicationCount(),
            m_referrals.size()};
}

sip::Dialog *PracticeCore::findDialog(const QByteArray &key)
{
    if (const auto call = m_calls.find(key); call != m_calls.end())
        return &call->dialog;
    for (Referral &referral : m_referrals)
        if (referral.key == key && referral.dialog)
            return &*referral.dialog;
    return m_events.findDialog(key);
}

void PracticeCore::requestReceived(sip::ServerTransaction &transaction)
{
    if (!refuseUnusable(transaction) && !applyBehaviour(transaction))
        handle(transaction);
}

void PracticeCore::handle(sip::ServerTransaction &transaction)
{
    const sip::Message &request = transaction.request();
    if (request.toTag().isEmpty()) {
        if (m_behaviour.challenges() && !authenticate(transaction))
            return;
    } else {
        const QByteArray key = dialogOf(request);
        sip::Dialog *const dialog = findDialog(key);
        if (!dialog)
            return answer(transaction, 481);
        if (!dialog->accept(request))
            return answer(transaction, 500, "CSeq out of order");
        heard(key);
    }
    dispatch(transaction);
}

bool PracticeCore::refuseUnusable(sip::ServerTransaction &transaction)
{
    const sip::Message &request = transaction.request();
    const QString scheme = schemeOf(request.requestUri());
    if (request.callId().isEmpty() || request.cseqMethod() != request.method() ||
        !sip::parseNameAddr(request.value(HeaderId::From)) || !sip::parseNameAddr(request.value(HeaderId::To))) {
        answer(transaction, 400);
    } else if (scheme != QLatin1String("sip") && scheme != QLatin1String("sips") && scheme != QLatin1String("tel")) {
        answer(transaction, 416);
    } else if (const QByteArray options = unknownOptions(request); !options.isEmpty()) {
        sip::MessageDraft refusal = draft(transaction, 420);
        refusal.append(HeaderId::Unsupported, options);
        answer(transaction, refusal);
    } else {
        return false;
    }
    return true;
}

bool PracticeCore::applyBehaviour(sip::ServerTransaction &transaction)
{
    const sip::Message &request = transaction.request();
    const bool invite = request.method() == "INVITE";
    const bool inDialog = !request.toTag().isEmpty();
    switch (m_behaviour.kind) {
    case Kind::Acl403: answer(transaction, 403); return true;
    case Kind::Code:
        // A 2xx to INVITE has to start a call.
        if (invite && m_behaviour.number < 300)
            return false;
        answer(transaction, m_behaviour.number);
        return true;
    case Kind::Limit:
        if (transaction.receivedSize() <= m_behaviour.number)
            return false;
        answer(transaction, 513);
        return true;
    case Kind::Hops: return refuseAsHop(transaction);
    case Kind::Busy:
        if (!invite || inDialog)
            return false;
        answer(transaction, 486);
        return true;
    case Kind::Redirect: {
        if (inDialog || userOf(request.requestUri()) == "moved")
            return false;
        sip::MessageDraft moved = draft(transaction, 302);
        moved.append(HeaderId::Contact, '<' + ownUri("moved", transaction.path()) + '>');
        answer(transaction, moved);
        return true;
    }
    case Kind::Slow:
        if (invite)
            return false;
        if (qsizetype(m_pending.size()) >= mostHeld) {
            refuseForNow(transaction, "waiting requests");
            return true;
        }
        keep(transaction, std::chrono::milliseconds(m_behaviour.number), &PracticeCore::dispatchLater);
        return true;
    default: return false;
    }
}

/// The proxy at which Max-Forwards is used up refuses, and sends the request back as it arrived there. \return false: there is
/// none
bool PracticeCore::refuseAsHop(sip::ServerTransaction &transaction)
{
    const sip::Message &request = transaction.request();
    const auto left = sip::parseNumber(request.value(HeaderId::MaxForwards), 255, "R20.22-1");
    const int hop = left ? int(*left) + 1 : m_behaviour.number + 1;
    if (hop > m_behaviour.number)
        return false;
    sip::MessageDraft arrived = sip::MessageDraft::from(request);
    for (int passed = 1; passed < hop; ++passed)
        arrived.prepend(HeaderId::Via, "SIP/2.0/UDP " + hopName(passed) + ";branch=z9hG4bKhop" + QByteArray::number(passed));
    arrived.set(HeaderId::MaxForwards, "0");
    sip::MessageDraft refusal = draft(transaction, 483);
    refusal.set(HeaderId::Server, "Viatrace practice hop " + QByteArray::number(hop));
    refusal.append("Warning", "399 " + hopName(hop) + " \"Max-Forwards is used up\"");
    refusal.append(HeaderId::ContentType, "message/sipfrag");
    refusal.body = arrived.toBytes();
    answer(transaction, refusal);
    return true;
}

QByteArray PracticeCore::hopName(int hop)
{
    return "hop" + QByteArray::number(hop) + ".practice.invalid";
}

QByteArray PracticeCore::realmOf(bool proxy) const
{
    const QByteArray realm = m_behaviour.realm.isEmpty() ? m_settings.realm : m_behaviour.realm;
    return proxy && m_behaviour.kind == Kind::TwoRealms ? "proxy." + realm : realm;
}

DigestVerdict PracticeCore::verdictOf(const sip::Message &request, bool proxy)
{
    return m_guard.check(request.values(proxy ? HeaderId::ProxyAuthorization : HeaderId::Authorization), m_behaviour.digest,
                         realmOf(proxy), m_settings.accounts, request.method().toByteArray(), request.body().toByteArray(),
                         m_scheduler.now());
}

bool PracticeCore::authenticate(sip::ServerTransaction &transaction)
{
    const sip::Message &request = transaction.request();
    QList<Door> doors;
    bool allRight = true;
    for (const bool proxy : {false, true}) {
        if (proxy ? !m_behaviour.asksAsProxy() : !m_behaviour.asksAsServer())
            continue;
        const DigestVerdict verdict = verdictOf(request, proxy);
        const bool right = verdict.kind == DigestVerdict::Kind::Right;
        if (verdict.kind == DigestVerdict::Kind::Malformed) {
            answer(transaction, 400, verdict.why);
            return false;
        }
        if ((verdict.kind == DigestVerdict::Kind::Wrong && m_behaviour.kind == Kind::Auth403) ||
            (right && m_behaviour.kind == Kind::AuthStrictUri && verdict.uri != request.requestUri())) {
            answer(transaction, 403);
            return false;
        }
        // One that is right beside one that is not is asked for again, with a nonce that was not used yet.
        doors.append({proxy, right || verdict.kind == DigestVerdict::Kind::Stale || verdict.kind == DigestVerdict::Kind::Replay});
        allRight = allRight && right;
        if (right && !proxy)
            m_accepted[transaction.id()] = verdict.facts;
    }
    if (!allRight)
        challenge(transaction, doors);
    return allRight;
}

void PracticeCore::dispatch(sip::ServerTransaction &transaction)
{
    const QByteArray method = transaction.request().method().toByteArray();
    if (method == "OPTIONS")
        answerOptions(transaction);
    else if (method == "REGISTER")
        answerRegister(transaction);
    else if (method == "MESSAGE")
        answerMessage(transaction);
    else if (method == "SUBSCRIBE")
        answerSubscribe(transaction);
    else if (method == "NOTIFY")
        answerNotify(transaction);
    else if (method == "PUBLISH")
        answerPublish(transaction);
    else if (method == "REFER")
        answerRefer(transaction);
    else if (method == "PRACK")
        answerPrack(transaction);
    else if (method == "INFO")
        answerInfo(transaction);
    else if (method == "UPDATE")
        answerUpdate(transaction);
    else if (method == "INVITE")
        startCall(transaction);
    else if (method == "BYE")
        answerBye(transaction);
    else
        answer(transaction, 405);
}

void PracticeCore::dispatchLater(sip::TransactionId id)
{
    if (sip::ServerTransaction *transaction = pending(id))
        handle(*transaction);
}

sip::MessageDraft PracticeCore::draft(const sip::ServerTransaction &transaction, int status, const QByteArray &reason) const
{
    const QByteArray phrase = reason.isEmpty() ? sip::defaultReason(status).toByteArray() : reason;
    const sip::Message &request = transaction.request();
    const bool nat = m_behaviour.kind == Kind::Nat;
    sip::MessageDraft made =
        sip::MessageDraft::response(nat ? sip::withReceivedVia(request, translated()) : request, status, phrase, toTag(request));
    addRequiredRows(&made);
    //= R6223.4-1
    if (status > 100 && status < 300)
        grantKeepAlive(made, m_behaviour.kind == Kind::FlowTimer ? m_behaviour.number : 0);
    made.append("Server", "Viatrace practice server");
    return made;
}

void PracticeCore::answer(sip::ServerTransaction &transaction, int status, const QByteArray &reason)
{
    answer(transaction, draft(transaction, status, reason));
}

/// What it holds is bounded: the answer says so.
void PracticeCore::refuseForNow(sip::ServerTransaction &transaction, const QByteArray &heldUp)
{
    sip::MessageDraft full = draft(transaction, 503, "Full: " + QByteArray::number(mostHeld) + ' ' + heldUp + " are held");
    full.append(HeaderId::RetryAfter, "60");
    answer(transaction, full);
}

/// RFC 3261 14.2, RFC 3311 5.2: it cannot be done before something else is.
void PracticeCore::askAgainLater(sip::ServerTransaction &transaction)
{
    sip::MessageDraft later = draft(transaction, 500);
    later.append(HeaderId::RetryAfter, QByteArray::number(1 + m_random.below(10)));
    answer(transaction, later);
}

void PracticeCore::answer(sip::ServerTransaction &transaction, const sip::MessageDraft &draft)
{
    // The transaction may be gone once it is answered: all that is needed of it is taken before.
    const sip::TransactionId id = transaction.id();
    const QByteArray method = transaction.request().method().toByteArray();
    const sip::Path path = transaction.path();
    sip::MessageDraft complete = draft;
    const auto accepted = m_accepted.find(id);
    if (accepted != m_accepted.end() && draft.status() >= 200 && draft.status() < 300) {
        const bool next = m_behaviour.kind == Kind::NextNonce;
        const QByteArray info = authenticationInfo(accepted->second, draft.body,
                                                   next ? m_guard.nextNonce(accepted->second, m_scheduler.now()) : QByteArray());
        if (!info.isEmpty())
            complete.append(HeaderId::AuthenticationInfo, info);
    }
    if (draft.status() >= 200)
        forget(id);
    m_transactions.respond(transaction, complete.toMessage());
    if (draft.status() >= 200)
        m_seen(method, path, draft.status());
}

void PracticeCore::challenge(sip::ServerTransaction &transaction, const QList<Door> &doors)
{
    const bool server = std::any_of(doors.begin(), doors.end(), [](const Door &door) { return !door.proxy; });
    sip::MessageDraft asks = draft(transaction, server ? 401 : 407);
    for (const Door &door : doors)
        asks.append(door.proxy ? HeaderId::ProxyAuthenticate : HeaderId::WwwAuthenticate,
                    challengeValue(transaction.request(), door));
    answer(transaction, asks);
}

QByteArray PracticeCore::challengeValue(const sip::Message &request, const Door &door)
{
    const QByteArray realm = realmOf(door.proxy);
    if (m_behaviour.kind == Kind::Aka) {
        const auto from = sip::parseNameAddr(request.value(HeaderId::From));
        const auto account = std::find_if(m_settings.accounts.cbegin(), m_settings.accounts.cend(),
                                          [&from](const DigestAccount &one) { return from && one.user == from->uri.user(); });
        return m_guard.akaChallenge(m_behaviour.digest, realm,
                                    account == m_settings.accounts.cend() ? m_settings.accounts.first() : *account,
                                    m_scheduler.now());
    }
    // "stale": a first nonce is spent when it is handed out, the one that comes with stale=true is good.
    const bool spent = m_behaviour.kind == Kind::Stale && !door.stale;
    return m_guard.challenge(m_behaviour.digest, realm, door.stale, m_scheduler.now(), spent);
}

void PracticeCore::strayResponse(const sip::Message &, const sip::Path &)
{
    // A late answer to one of our own requests: its dialog is over.
}

QByteArray PracticeCore::toTag(const sip::Message &request) const
{
    // Worked out, not stored: the same for every answer to a request, CANCEL's included.
    const QByteArray dialog = m_tagKey + ' ' + request.callId().toByteArray() + ' ' + request.fromTag().toByteArray() + ' ' +
                              QByteArray::number(request.cseqNumber());
    return QCryptographicHash::hash(dialog, QCryptographicHash::Sha256).toHex().left(20);
}

QByteArray PracticeCore::ownUri(const QByteArray &user, const sip::Path &path) const
{
    const sip::Endpoint shown = shownAddress(path);
    QByteArray uri = "sip:" + user + '@' + shown.uriHost() + ':' + QByteArray::number(shown.port);
    if (path.protocol != sip::Protocol::Udp)
        uri += ";transport=" + sip::uriTransport(path.protocol).toByteArray();
    return uri;
}

sip::Endpoint PracticeCore::shownAddress(const sip::Path &path) const
{
    if (m_behaviour.kind != Kind::PrivateContact)
        return path.local;
    sip::Endpoint hidden = sip::Endpoint::parse("192.168.77.5").value_or(path.local);
    hidden.port = path.local.port;
    return hidden;
}

} // namespace diag
