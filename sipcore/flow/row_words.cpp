// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/row_words.h"

#include "base/words.h"
#include "flow/cause_names.h"
#include "message/headers.h"

using namespace Qt::StringLiterals;

namespace diag::words {

using sip::Words;

namespace {

bool isUnsafe(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f || c == 0xfeff;
}

/// "digest SHA-256 for realm example.com" of each challenge in the rows of \a id.
void addChallenges(const sip::Message &message, sip::HeaderId id, QStringList &out)
{
    const QList<QByteArray> rows = message.values(id);
    for (const QByteArray &row : rows) {
        const auto challenges = sip::parseAuth(row);
        if (!challenges) {
            out << Words::tr("a challenge that cannot be read");
            continue;
        }
        for (const sip::AuthValue &challenge : *challenges) {
            const auto *realm = challenge.find("realm");
            const auto *algorithm = challenge.find("algorithm");
            const auto *stale = challenge.find("stale");
            QString text = Words::tr("%1 for realm \"%2\"")
                               .arg(algorithm                                                      ? shown(algorithm->value, 40)
                                    : challenge.scheme.compare("Digest", Qt::CaseInsensitive) == 0 ? u"MD5"_s
                                                                                                   : shown(challenge.scheme, 40),
                                    realm ? shown(realm->value, 60) : QString());
            if (stale && stale->value.compare("true", Qt::CaseInsensitive) == 0)
                text += u", "_s + Words::tr("stale");
            out << text;
        }
    }
}

void addCredentials(const sip::Message &message, sip::HeaderId id, QStringList &out)
{
    const QList<QByteArray> rows = message.values(id);
    for (const QByteArray &row : rows) {
        const auto values = sip::parseAuth(row);
        if (!values || values->isEmpty())
            continue;
        const sip::AuthValue &value = values->first();
        const auto *user = value.find("username");
        const auto *algorithm = value.find("algorithm");
        const QString name = algorithm ? shown(algorithm->value, 40) : u"MD5"_s;
        out << (user ? Words::tr("with %1 answer as %2").arg(name, shown(user->value, 40))
                     : Words::tr("with %1 answer").arg(name));
    }
}

/// What AttemptStarted::why says, as people read it.
constexpr QByteArrayView attemptReasons[] = {
    QT_TRANSLATE_NOOP("core", "initial"),
    QT_TRANSLATE_NOOP("core", "challenge"),
    QT_TRANSLATE_NOOP("core", "stale"),
    QT_TRANSLATE_NOOP("core", "without credentials"),
    QT_TRANSLATE_NOOP("core", "redirect"),
    QT_TRANSLATE_NOOP("core", "failover"),
    QT_TRANSLATE_NOOP("core", "back to udp"),
    QT_TRANSLATE_NOOP("core", "new flow"),
    QT_TRANSLATE_NOOP("core", "session interval"),
    QT_TRANSLATE_NOOP("core", "min expires"),
    QT_TRANSLATE_NOOP("core", "glare"),
    QT_TRANSLATE_NOOP("core", "next"),
    QT_TRANSLATE_NOOP("core", "refresh"),
    QT_TRANSLATE_NOOP("core", "session refresh"),
    QT_TRANSLATE_NOOP("core", "resubscribe"),
    QT_TRANSLATE_NOOP("core", "recovery"),
    QT_TRANSLATE_NOOP("core", "remove"),
    QT_TRANSLATE_NOOP("core", "unsubscribe"),
};

struct TimerWords {
    char name;
    const char *started, *stopped, *fired;
};
/// Our own, which have names of people instead of letters.
constexpr TimerWords timerWords[] = {
    {'R', QT_TRANSLATE_NOOP("core", "Ring limit started"), QT_TRANSLATE_NOOP("core", "Ring limit stopped"),
     QT_TRANSLATE_NOOP("core", "Ring limit reached")},
    {'S', QT_TRANSLATE_NOOP("core", "Session refresh started"), QT_TRANSLATE_NOOP("core", "Session refresh stopped"),
     QT_TRANSLATE_NOOP("core", "Session refresh due")},
    {'X', QT_TRANSLATE_NOOP("core", "Session limit started"), QT_TRANSLATE_NOOP("core", "Session limit stopped"),
     QT_TRANSLATE_NOOP("core", "Session limit reached")},
    {'P', QT_TRANSLATE_NOOP("core", "Refresh started"), QT_TRANSLATE_NOOP("core", "Refresh stopped"),
     QT_TRANSLATE_NOOP("core", "Refresh due")},
    {'Q', QT_TRANSLATE_NOOP("core", "Wait after 491 started"), QT_TRANSLATE_NOOP("core", "Wait after 491 stopped"),
     QT_TRANSLATE_NOOP("core", "Wait after 491 over")},
    {'9', QT_TRANSLATE_NOOP("core", "Wait after CANCEL started"), QT_TRANSLATE_NOOP("core", "Wait after CANCEL stopped"),
     QT_TRANSLATE_NOOP("core", "Wait after CANCEL over")},
};
constexpr TimerWords otherTimers = {0, QT_TRANSLATE_NOOP("core", "Timer %1 started"),
                                    QT_TRANSLATE_NOOP("core", "Timer %1 stopped"), QT_TRANSLATE_NOOP("core", "Timer %1 fired")};

/// " (user busy)": the causes of the Reason rows by name, unless their text says the same; empty: none is known.
QString causesOf(const sip::Message &message)
{
    QStringList names;
    for (const QByteArray &row : message.values(sip::HeaderId::Reason))
        if (const auto reasons = sip::parseReasons(row))
            for (const sip::Reason &reason : *reasons)
                if (const QByteArrayView name = diag::causeName(reason);
                    !name.isEmpty() && reason.text.compare(name, Qt::CaseInsensitive) != 0)
                    names << Words::tr(name.data());
    return names.isEmpty() ? QString() : u" (%1)"_s.arg(names.join(u", "_s));
}

} // namespace

QString cleaned(QString text, qsizetype most)
{
    QString out;
    out.reserve(text.size());
    const auto points = text.toUcs4();
    for (const uint c : points) {
        if (out.size() >= most) {
            out += u"..."_s;
            break;
        }
        const auto point = char32_t(c);
        out += isUnsafe(point) ? (c == '\t' ? u" "_s : QString(QChar::ReplacementCharacter)) : QString::fromUcs4(&point, 1);
    }
    return out;
}

QString shown(QByteArrayView bytes, qsizetype most)
{
    // No more than can be shown is decoded: a start line may be as long as a datagram.
    return cleaned(QString::fromUtf8(bytes.first(std::min(bytes.size(), most * 4))), most);
}

QString startLine(const sip::Message &message)
{
    if (message.isRequest())
        return u"%1 %2"_s.arg(shown(message.method(), 40), shown(message.requestUri(), 120));
    if (message.isResponse())
        return u"%1 %2"_s.arg(QString::number(message.status()).rightJustified(3, u'0'), shown(message.reasonPhrase(), 80))
            .trimmed();
    const QString line = shown(message.startLine(), 60);
    return line.isEmpty() ? Words::tr("%1 octets that are not SIP").arg(message.wire().size())
                          : Words::tr("not SIP: %1").arg(line);
}

QStringList particulars(const sip::Message &message)
{
    QStringList out;
    if (message.isResponse() && !message.cseqMethod().isEmpty())
        out << Words::tr("for %1").arg(shown(message.cseqMethod(), 40));
    addChallenges(message, sip::HeaderId::WwwAuthenticate, out);
    addChallenges(message, sip::HeaderId::ProxyAuthenticate, out);
    addCredentials(message, sip::HeaderId::Authorization, out);
    addCredentials(message, sip::HeaderId::ProxyAuthorization, out);
    // Rows that tell how a subscription or publication stands, or what would have been taken.
    using enum sip::HeaderId;
    for (const sip::HeaderId id :
         {SubscriptionState, SipEtag, SipIfMatch, ReferTo, MinExpires, MinSe, Unsupported, RetryAfter, Warning})
        if (message.has(id))
            out << u"%1 %2"_s.arg(QLatin1StringView(sip::headerName(id)), shown(message.value(id), 80));
    if (message.has(sip::HeaderId::Reason))
        out << u"Reason %1"_s.arg(shown(message.value(sip::HeaderId::Reason), 80)) + causesOf(message);
    return out;
}

QString duration(sip::Instant interval)
{
    const qint64 us = interval.count();
    if (us % 1'000'000 == 0 && us != 0)
        return u"%1 s"_s.arg(us / 1'000'000);
    if (us >= 10'000'000)
        return u"%1 s"_s.arg(double(us) / 1e6, 0, 'f', 1);
    if (us > 1'000'000 && us % 1000 != 0) // measured, not set: nobody counts the microseconds of a second
        return u"%1 s"_s.arg(double(us) / 1e6, 0, 'g', 4);
    return us % 1000 == 0 ? u"%1 ms"_s.arg(us / 1000) : u"%1 ms"_s.arg(double(us) / 1e3, 0, 'f', 3);
}

QString size(quint64 octets)
{
    if (octets < 1000)
        return Words::tr("%1 octets").arg(octets);
    const bool large = octets >= 1'000'000;
    return u"%1 %2"_s.arg(double(octets) / (large ? 1e6 : 1e3), 0, 'f', 1).arg(large ? u"MB"_s : u"kB"_s);
}

QString attemptReason(QByteArrayView why)
{
    const auto *known = std::ranges::find(attemptReasons, why);
    return known == std::end(attemptReasons) ? shown(why, 40) : Words::tr(known->data());
}

QString timer(const sip::TimerEvent &event)
{
    using What = sip::TimerEvent::What;
    const auto *const named = std::ranges::find(timerWords, event.name, &TimerWords::name);
    const TimerWords &all = named == std::end(timerWords) ? otherTimers : *named;
    const QString text = Words::tr(event.what == What::Started   ? all.started
                                   : event.what == What::Stopped ? all.stopped
                                                                 : all.fired);
    return named == std::end(timerWords) ? text.arg(QChar::fromLatin1(event.name)) : text;
}

QString timerMeaning(const sip::TimerEvent &event)
{
    if (event.what == sip::TimerEvent::What::Started)
        return duration(event.interval);
    if (event.what == sip::TimerEvent::What::Stopped)
        return {};
    switch (event.name) {
    case 'A':
    case 'E': return Words::tr("no answer yet: the same bytes go out again");
    case 'B':
    case 'F': return Words::tr("no final answer within 64*T1: giving up");
    case 'G': return Words::tr("no ACK yet: the response goes out again");
    case 'H': return Words::tr("no ACK within 64*T1");
    case 'L': return Words::tr("2xx can no longer be repeated");
    case 'M': return Words::tr("no further 2xx is expected");
    case 'N': return Words::tr("no NOTIFY within 64*T1");
    case 'D':
    case 'I':
    case 'J':
    case 'K': return Words::tr("nothing late came: the transaction is over");
    case 'R': return Words::tr("no final answer while ringing: cancelling");
    case 'S': return Words::tr("half of the session interval is over (RFC 4028 10)");
    case 'X': return Words::tr("no refresh in time (RFC 4028 10)");
    case 'Q': return Words::tr("the change goes out again (RFC 3261 14.1)");
    case '9': return Words::tr("no final answer after CANCEL within 64*T1 (RFC 3261 9.1)");
    default: return {};
    }
}

QString connection(const sip::ConnectionEvent &event)
{
    using What = sip::ConnectionEvent::What;
    const QString name = QString::fromLatin1(sip::viaName(event.path.protocol));
    const QString number = event.path.connection ? u" (#%1)"_s.arg(event.path.connection) : QString();
    switch (event.what) {
    case What::Opening: return Words::tr("%1 connecting%2").arg(name, number);
    case What::Open: return Words::tr("%1 connected%2").arg(name, number);
    case What::Reused: return Words::tr("%1 connection used again%2").arg(name, number);
    case What::Failed: return Words::tr("%1 connection failed%2").arg(name, number);
    case What::Reset: return Words::tr("%1 connection reset by the peer%2").arg(name, number);
    case What::ClosedByPeer: return Words::tr("%1 connection closed by the peer%2").arg(name, number);
    case What::ClosedByUs: return Words::tr("%1 connection closed by us%2").arg(name, number);
    case What::Accepted: return Words::tr("%1 connection accepted%2").arg(name, number);
    case What::Listening: return Words::tr("listening on %1 (%2)").arg(QString::fromLatin1(event.path.local.text()), name);
    }
    return name;
}

QString outcome(sip::TlsVerdict::Outcome outcome)
{
    using Outcome = sip::TlsVerdict::Outcome;
    switch (outcome) {
    case Outcome::Trusted: return Words::tr("trusted");
    case Outcome::TrustedByPin: return Words::tr("trusted by pin");
    case Outcome::SentDespite: return Words::tr("not trusted, used by choice");
    case Outcome::Unchecked: return Words::tr("not asked for a certificate");
    case Outcome::Refused: return Words::tr("refused");
    case Outcome::Failed: return Words::tr("failed");
    }
    return {};
}

QString tls(const sip::TlsVerdict &verdict)
{
    const QString number = verdict.path.connection ? u" (#%1)"_s.arg(verdict.path.connection) : QString();
    if (verdict.outcome == sip::TlsVerdict::Outcome::Refused)
        return Words::tr("TLS refused by us%1").arg(number);
    if (!verdict.isUsed())
        return Words::tr("TLS handshake failed%1").arg(number);
    return Words::tr("%1 agreed%2").arg(verdict.version, number);
}

QStringList tlsDetail(const sip::TlsVerdict &verdict)
{
    QStringList parts;
    using Outcome = sip::TlsVerdict::Outcome;
    const auto addFailed = [&] {
        for (const sip::TlsCheck &check : verdict.checks)
            if (!check.passed)
                parts << cleaned(check.text);
    };
    switch (verdict.outcome) {
    case Outcome::Refused: addFailed(); break;
    case Outcome::Failed: parts << cleaned(verdict.problem); break;
    case Outcome::SentDespite:
        parts << Words::tr("NOT TRUSTED, used all the same by choice");
        addFailed();
        break;
    case Outcome::TrustedByPin:
        parts << Words::tr("trusted because it was pinned");
        addFailed();
        break;
    case Outcome::Trusted: addFailed(); break; // a pin that changed
    case Outcome::Unchecked: break;
    }
    if (verdict.alert >= 0 && !verdict.alertByPeer)
        parts << Words::tr("alert sent: %1").arg(verdict.alertText.section(u':', 0, 0));
    if (!verdict.cipher.isEmpty())
        parts << verdict.cipher;
    if (!verdict.chain.isEmpty()) {
        const sip::CertificateFacts &own = verdict.chain.first();
        parts << Words::tr("certificate of %1 by %2 until %3, %4")
                     .arg(cleaned(own.subject, 100), cleaned(own.issuer, 100), own.notAfter.toString(u"yyyy-MM-dd"_s), own.key);
        if (verdict.chain.size() > 1)
            parts << Words::tr("chain of %1").arg(verdict.chain.size());
    }
    for (const sip::TlsCheck &check : verdict.checks)
        if (check.passed && check.what == sip::TlsCheck::What::Name)
            parts << cleaned(check.text);
    if (!verdict.application.isEmpty())
        parts << u"ALPN %1"_s.arg(shown(verdict.application, 40));
    if (!verdict.staple.status.isEmpty())
        parts << u"OCSP %1"_s.arg(verdict.staple.status);
    if (verdict.certificateAsked)
        parts << (verdict.certificateShown ? Words::tr("our certificate was asked for and shown")
                                           : Words::tr("our certificate was asked for, there is none"));
    parts << u"%1 ms"_s.arg(double(verdict.duration.count()) / 1000, 0, 'f', 1);
    return parts;
}

QString ws(const sip::WsHandshake &half)
{
    const QString number = half.path.connection ? u" (#%1)"_s.arg(half.path.connection) : QString();
    if (half.withProxy) {
        if (!half.isAnswer)
            return Words::tr("way through the proxy asked for%1").arg(number);
        return (half.problem.isEmpty() ? Words::tr("way through the proxy open%1") : Words::tr("way through the proxy failed%1"))
            .arg(number);
    }
    if (!half.problem.isEmpty() && half.status == 0)
        return Words::tr("WebSocket handshake failed%1").arg(number);
    if (!half.isAnswer)
        return (half.received ? Words::tr("WebSocket asked for by the peer%1") : Words::tr("WebSocket asked for%1")).arg(number);
    if (half.problem.isEmpty())
        return Words::tr("WebSocket open%1").arg(number);
    return (half.received && half.status != 101 ? Words::tr("WebSocket refused%1") : Words::tr("WebSocket refused by us%1"))
        .arg(number);
}

QStringList wsDetail(const sip::WsHandshake &half)
{
    QStringList parts;
    if (!half.problem.isEmpty())
        parts << cleaned(half.problem, 300);
    const QByteArray first = half.head.left(half.head.indexOf('\n')).trimmed();
    if (!first.isEmpty())
        parts << shown(first, 120);
    if (!half.isAnswer)
        for (const char *name : {"Host", "Origin"})
            for (const QByteArray &line : half.head.split('\n'))
                if (line.startsWith(QByteArray(name) + ':'))
                    parts << shown(line.trimmed(), 120);
    if (!half.protocol.isEmpty())
        parts
            << (half.isAnswer ? Words::tr("subprotocol %1") : Words::tr("subprotocol %1 offered")).arg(shown(half.protocol, 80));
    if (half.isAnswer && half.received)
        parts << u"%1 ms"_s.arg(double(half.duration.count()) / 1000, 0, 'f', 1);
    return parts;
}

QString ws(const sip::WsControl &control)
{
    using Kind = sip::WsControl::Kind;
    const QString number = control.path.connection ? u" (#%1)"_s.arg(control.path.connection) : QString();
    if (control.kind != Kind::Close)
        return (control.kind == Kind::Ping ? u"WebSocket ping%1"_s : u"WebSocket pong%1"_s).arg(number);
    QString code = control.code == 1005 ? control.meaning : QString::number(control.code);
    if (control.code != 1005 && !control.meaning.isEmpty())
        code += u' ' + control.meaning;
    return (control.received ? Words::tr("WebSocket Close from the peer: %1%2") : Words::tr("WebSocket Close sent: %1%2"))
        .arg(code, number);
}

QString keepAlive(const sip::KeepAlive &event)
{
    using Kind = sip::KeepAlive::Kind;
    const QString what = event.ping                      ? Words::tr("keep-alive")
                         : event.lost && !event.received ? Words::tr("keep-alive not answered")
                         : event.lost                    ? Words::tr("keep-alive answered: another flow by now")
                                                         : Words::tr("keep-alive answered");
    const QString number = event.path.connection ? u" (#%1)"_s.arg(event.path.connection) : QString();
    return (event.kind == Kind::Stun ? u"STUN "_s : QString()) + what + number;
}

QStringList keepAliveDetail(const sip::KeepAlive &event)
{
    QStringList parts;
    if (event.send > 1)
        parts << Words::tr("copy %1").arg(event.send);
    if (event.fate == sip::MessageReceived::Fate::Copy)
        parts << Words::tr("repeated");
    if (event.fate == sip::MessageReceived::Fate::Stray)
        parts << Words::tr("stray");
    if (event.fate == sip::MessageReceived::Fate::Dropped)
        parts << Words::tr("dropped");
    if (event.roundTrip > sip::Instant::zero())
        parts << u"%1 ms"_s.arg(double(event.roundTrip.count()) / 1000, 0, 'f', 1);
    if (event.mapped.port != 0)
        parts << (event.received ? Words::tr("we are seen at %1") : Words::tr("the peer is seen at %1"))
                     .arg(QString::fromLatin1(event.mapped.text()));
    if (!event.text.isEmpty())
        parts << cleaned(event.text);
    return parts;
}

QString state(const sip::StateChanged &event)
{
    using Machine = sip::StateChanged::Machine;
    QString who;
    switch (event.machine) {
    case Machine::InviteClient: who = Words::tr("INVITE client transaction"); break;
    case Machine::NonInviteClient: who = Words::tr("client transaction"); break;
    case Machine::InviteServer: who = Words::tr("INVITE server transaction"); break;
    case Machine::NonInviteServer: who = Words::tr("server transaction"); break;
    case Machine::Subscription: who = Words::tr("subscription"); break;
    case Machine::Cancel: who = Words::tr("cancelling"); break;
    }
    const QString from = QString::fromLatin1(event.from), to = QString::fromLatin1(event.to);
    return from.isEmpty() ? u"%1: %2"_s.arg(who, to) : Words::tr("%1: %2 to %3").arg(who, from, to);
}

QString icmp(const sip::TransportError &error)
{
    // ICMPv4 type 3 and ICMPv6 type 1 number their codes differently; only the ones that stand for themselves have a name here.
    if (error.icmpType == 3) {
        switch (error.icmpCode) {
        case 0: return Words::tr("ICMP network unreachable");
        case 1: return Words::tr("ICMP host unreachable");
        case 2: return Words::tr("ICMP protocol unreachable");
        case 3: return Words::tr("ICMP port unreachable");
        case 4: return Words::tr("ICMP fragmentation needed");
        case 9:
        case 10:
        case 13: return Words::tr("ICMP prohibited by a filter");
        default: return Words::tr("ICMP destination unreachable, code %1").arg(error.icmpCode);
        }
    }
    if (error.icmpType == 1) {
        switch (error.icmpCode) {
        case 0: return Words::tr("ICMPv6 no route");
        case 1: return Words::tr("ICMPv6 prohibited by a filter");
        case 3: return Words::tr("ICMPv6 address unreachable");
        case 4: return Words::tr("ICMPv6 port unreachable");
        default: return Words::tr("ICMPv6 destination unreachable, code %1").arg(error.icmpCode);
        }
    }
    if (error.icmpType < 0)
        return Words::tr("ICMP error");
    return Words::tr("ICMP type %1, code %2").arg(error.icmpType).arg(error.icmpCode);
}

QString rule(const char *id)
{
    // R<section>-<number> of RFC 3261, or R<RFC>.<section>-<number> of another.
    const QByteArrayView text(id);
    const qsizetype end = text.lastIndexOf('-');
    if (!text.startsWith('R') || end < 2 || text[1] < '0' || text[1] > '9')
        return {};
    const QByteArrayView place = text.sliced(1, end - 1);
    const qsizetype dot = place.indexOf('.');
    if (dot < 0 && place.size() >= 4) // of the whole document
        return u"RFC %1"_s.arg(QString::fromLatin1(place));
    if (dot >= 4)
        return u"RFC %1 %2"_s.arg(QString::fromLatin1(place.first(dot)), QString::fromLatin1(place.sliced(dot + 1)));
    if (dot < 0 && place.size() >= 4) // a rule of a whole RFC
        return u"RFC %1"_s.arg(QString::fromLatin1(place));
    return u"RFC 3261 %1"_s.arg(QString::fromLatin1(place));
}

} // namespace diag::words
