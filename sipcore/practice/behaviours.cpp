// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/behaviours.h"

#include "base/words.h"
#include "practice/practice_server.h"

namespace diag {

using sip::Words;

namespace {

enum class Argument : quint8 { None, Number, OptionalNumber, Digest, OptionalDigest, SessionTimer };

struct Row {
    PracticeBehaviour shown;
    Behaviour::Kind kind;
    Argument argument = Argument::None;
    int min = 0, max = 0, fallback = 0; ///< of the number
};

constexpr int MaxDelayMs = 600000;

// The one table: menus, help, error texts and the parser read it.
const QList<Row> &rows()
{
    using Kind = Behaviour::Kind;
    static const QList<Row> table = {
        {{"ok", "ok", "ok",
          QT_TRANSLATE_NOOP("core",
                            "Answers everything with success: REGISTER is kept, a call rings and is taken, BYE ends it.")},
         Kind::Ok},
        {{"auth", "auth:<alg>[,qop][,realm]", "auth:SHA-256,auth",
          QT_TRANSLATE_NOOP("core", "Asks for a digest (401), checks it with its own arithmetic, and asks again after a wrong "
                                    "one. qop is auth, auth-int, both or none.")},
         Kind::Auth,
         Argument::Digest},
        {{"auth-403", "auth-403[:<alg>[,qop][,realm]]", "auth-403",
          QT_TRANSLATE_NOOP("core", "Asks for a digest and answers 403 to any wrong one.")},
         Kind::Auth403,
         Argument::OptionalDigest},
        {{"auth-strict-uri", "auth-strict-uri[:<alg>[,qop][,realm]]", "auth-strict-uri",
          QT_TRANSLATE_NOOP("core",
                            "Like auth, but answers 403 to a correct digest whose uri is not the Request-URI letter by letter.")},
         Kind::AuthStrictUri,
         Argument::OptionalDigest},
        {{"acl-403", "acl-403", "acl-403",
          QT_TRANSLATE_NOOP("core", "Answers 403 at once, as a server does that knows its peers by address.")},
         Kind::Acl403},
        {{"silent", "silent", "silent", QT_TRANSLATE_NOOP("core", "Reads everything and never answers.")}, Kind::Silent},
        {{"refuse", "refuse", "refuse", QT_TRANSLATE_NOOP("core", "Closes its ports: nothing listens there.")}, Kind::Refuse},
        {{"busy", "busy", "busy", QT_TRANSLATE_NOOP("core", "Answers INVITE with 486 Busy Here, everything else as ok.")},
         Kind::Busy},
        {{"ring", "ring[:<ms>]", "ring:3000",
          QT_TRANSLATE_NOOP("core", "Lets a call ring for that long (3000 ms) before it is taken; CANCEL ends it with 487.")},
         Kind::Ring,
         Argument::OptionalNumber,
         0,
         MaxDelayMs,
         3000},
        {{"slow", "slow:<ms>", "slow:1500",
          QT_TRANSLATE_NOOP("core", "Waits before the 180 of a call, and before the answer to anything else.")},
         Kind::Slow,
         Argument::Number,
         0,
         MaxDelayMs},
        {{"big-drop", "big-drop:<n>", "big-drop:1300",
          QT_TRANSLATE_NOOP("core", "Loses every UDP request larger than n octets, as a bad network path does.")},
         Kind::BigDrop,
         Argument::Number,
         1,
         65535},
        {{"limit", "limit:<n>", "limit:1300",
          QT_TRANSLATE_NOOP("core", "Refuses every request larger than n octets with 513, over every transport.")},
         Kind::Limit,
         Argument::Number,
         1,
         65535},
        {{"hops", "hops:<n>", "hops:3",
          QT_TRANSLATE_NOOP("core", "Answers as if n proxies stood before it: each refuses with 483 when Max-Forwards is used "
                                    "up, and tells who it is.")},
         Kind::Hops,
         Argument::Number,
         1,
         69},
        {{"loss", "loss:<n>", "loss:2",
          QT_TRANSLATE_NOOP("core", "Loses the first n copies of every UDP request, so that it must be sent again.")},
         Kind::Loss,
         Argument::Number,
         1,
         20},
        {{"private-contact", "private-contact", "private-contact",
          QT_TRANSLATE_NOOP("core", "Puts a private address (192.168.77.5) into Contact and session description, as a server "
                                    "behind NAT does. The ACK and BYE of the caller go there: off this computer."),
          true},
         Kind::PrivateContact},
        {{"nat", "nat", "nat",
          QT_TRANSLATE_NOOP("core", "Answers as ok, and writes into the Via that it saw the request come from "
                                    "203.0.113.77:40000, as a server does that is reached through a NAT.")},
         Kind::Nat},
        {{"redirect", "redirect", "redirect",
          QT_TRANSLATE_NOOP("core", "Answers 302 with another address of its own, sip:moved@..., which then answers as ok.")},
         Kind::Redirect},
        {{"stale", "stale[:<alg>[,qop][,realm]]", "stale",
          QT_TRANSLATE_NOOP("core",
                            "Like auth, but calls the first right answer stale: the new nonce of that 401 is then good.")},
         Kind::Stale,
         Argument::OptionalDigest},
        {{"proxy407", "proxy407[:<alg>[,qop][,realm]]", "proxy407",
          QT_TRANSLATE_NOOP("core", "Like auth, but asks as a proxy does, with 407.")},
         Kind::Proxy407,
         Argument::OptionalDigest},
        {{"call", "call[:<s>]", "call:10",
          QT_TRANSLATE_NOOP("core", "Takes a call and stays in it: hold, UPDATE, INFO, MESSAGE and REFER are answered. With a "
                                    "number it hangs up by itself after so many seconds.")},
         Kind::Call,
         Argument::OptionalNumber,
         0,
         86400,
         0},
        {{"fork", "fork:<n>", "fork:3",
          QT_TRANSLATE_NOOP(
              "core",
              "Rings at n places at once (2 to 20 early dialogs) and is taken at two of them, as behind a forking proxy.")},
         Kind::Fork,
         Argument::Number,
         2,
         20},
        {{"prack", "prack", "prack",
          QT_TRANSLATE_NOOP(
              "core",
              "Rings reliably (RFC 3262): 183 and 180 are sent again until their PRACK; 421 to who does not know 100rel.")},
         Kind::Prack},
        {{"early-media", "early-media", "early-media",
          QT_TRANSLATE_NOOP("core", "Answers 183 with a session description before it rings, when the INVITE has one.")},
         Kind::EarlyMedia},
        {{"late-200", "late-200", "late-200",
          QT_TRANSLATE_NOOP("core",
                            "Rings for three minutes; a CANCEL crosses the 200: the call is there, and has to be hung up.")},
         Kind::Late200},
        {{"reinvite-us", "reinvite-us", "reinvite-us",
          QT_TRANSLATE_NOOP("core", "Takes a call and puts the caller on hold a second later, with a re-INVITE of its own.")},
         Kind::ReinviteUs},
        {{"refer", "refer", "refer",
          QT_TRANSLATE_NOOP("core", "Answers REFER 202 and tells in three NOTIFYs of a call that is taken, as ok does too.")},
         Kind::Ok},
        {{"presence", "presence", "presence",
          QT_TRANSLATE_NOOP("core",
                            "SUBSCRIBE to presence, dialog, message-summary or reg gets its NOTIFY at once, with every change "
                            "and at the end; PUBLISH with SIP-ETag is what watchers of presence are told, as in ok.")},
         Kind::Ok},
        {{"session-timer", "session-timer:<s>[,<who>]", "session-timer:90,uac",
          QT_TRANSLATE_NOOP("core", "Limits the session to s seconds (90 at least, RFC 4028). uac: the caller refreshes, if it "
                                    "knows how, or is hung up on; uas: the server does.")},
         Kind::SessionTimer,
         Argument::SessionTimer,
         90,
         86400},
        {{"nextnonce", "nextnonce[:<alg>[,qop][,realm]]", "nextnonce",
          QT_TRANSLATE_NOOP(
              "core",
              "Like auth, and every 200 brings the nonce for the next request (nextnonce); the old one is stale from then on.")},
         Kind::NextNonce,
         Argument::OptionalDigest},
        {{"two-realms", "two-realms[:<alg>[,qop][,realm]]", "two-realms",
          QT_TRANSLATE_NOOP("core", "Asks for two digests in one 401, as a server and as a proxy whose realm is proxy.<realm>, "
                                    "and wants both in one request.")},
         Kind::TwoRealms,
         Argument::OptionalDigest},
        {{"aka", "aka[:<version>]", "aka:2",
          QT_TRANSLATE_NOOP("core", "Asks for AKAv1-MD5 (or 2: AKAv2-MD5) with the K and OP of the account, and takes up the SQN "
                                    "a client sends with auts.")},
         Kind::Aka,
         Argument::OptionalNumber,
         1,
         2,
         1},
        {{"flow-timer", "flow-timer:<s>", "flow-timer:30",
          QT_TRANSLATE_NOOP("core", "Tells a client that registers with reg-id (RFC 5626) that it keeps the flow, and to ping it "
                                    "every s seconds at most.")},
         Kind::FlowTimer,
         Argument::Number,
         1,
         86400},
        {{"no-pong", "no-pong", "no-pong",
          QT_TRANSLATE_NOOP("core",
                            "Answers as ok, but never a keep-alive: CRLF, WebSocket Ping and STUN are read, and that is all.")},
         Kind::NoPong},
        {{"code", "code:<nnn>", "code:503", QT_TRANSLATE_NOOP("core", "Answers everything with that status, 200 to 699.")},
         Kind::Code,
         Argument::Number,
         200,
         699},
    };
    return table;
}

sip::Error syntax(const QString &detail, qsizetype offset)
{
    return {sip::Error::Code::Syntax, detail, offset};
}

QString knownNames()
{
    QStringList names;
    for (const Row &row : rows())
        names.append(QLatin1String(row.shown.syntax));
    return names.join(QLatin1String(", "));
}

sip::Expected<bool> readNumber(const Row &row, const QByteArray &argument, qsizetype offset, Behaviour *out)
{
    if (argument.isEmpty() && row.argument == Argument::OptionalNumber) {
        out->number = row.fallback;
        return true;
    }
    bool ok = !argument.isEmpty();
    for (const char c : argument)
        ok = ok && c >= '0' && c <= '9';
    const int number = ok ? argument.toInt(&ok) : 0;
    if (!ok || number < row.min || number > row.max) {
        return syntax(Words::tr("%1 wants a number from %2 to %3, e.g. %4")
                          .arg(QLatin1String(row.shown.name))
                          .arg(row.min)
                          .arg(row.max)
                          .arg(QLatin1String(row.shown.example)),
                      offset);
    }
    out->number = number;
    return true;
}

sip::Expected<bool> readSessionTimer(const Row &row, const QByteArray &argument, qsizetype offset, Behaviour *out)
{
    const qsizetype comma = argument.indexOf(',');
    const QByteArray who = comma < 0 ? QByteArray("uac") : argument.mid(comma + 1).trimmed().toLower();
    if (who != "uac" && who != "uas")
        return syntax(
            Words::tr("who refreshes is uac (the caller) or uas (the server), e.g. %1").arg(QLatin1String(row.shown.example)),
            offset + comma + 1);
    out->peerRefreshes = who == "uac";
    return readNumber(row, argument.left(comma < 0 ? argument.size() : comma).trimmed(), offset, out);
}

bool readQop(const QByteArray &text, DigestOffer *offer)
{
    const QByteArray qop = text.toLower();
    if (qop != "auth" && qop != "auth-int" && qop != "both" && qop != "none")
        return false;
    offer->auth = qop == "auth" || qop == "both";
    offer->authInt = qop == "auth-int" || qop == "both";
    return true;
}

sip::Expected<bool> readDigest(const Row &row, const QByteArray &argument, qsizetype offset, Behaviour *out)
{
    if (argument.isEmpty() && row.argument == Argument::OptionalDigest)
        return true;
    QList<QByteArray> parts = argument.split(',');
    for (QByteArray &part : parts)
        part = part.trimmed();
    const std::optional<ServerAlgorithm> algorithm = serverAlgorithm(parts.takeFirst());
    if (!algorithm) {
        return syntax(Words::tr("%1 wants an algorithm: MD5, SHA-256, SHA-512-256, each also with -sess, e.g. %2")
                          .arg(QLatin1String(row.shown.name), QLatin1String(row.shown.example)),
                      offset);
    }
    out->digest.algorithm = *algorithm;
    if (!parts.isEmpty() && readQop(parts.first(), &out->digest))
        parts.removeFirst();
    if (!parts.isEmpty())
        out->realm = parts.takeFirst();
    if (out->realm.startsWith("realm="))
        out->realm.remove(0, 6);
    if (!parts.isEmpty())
        return syntax(Words::tr("too many arguments, expected %1").arg(QLatin1String(row.shown.syntax)), offset);
    return true;
}

} // namespace

const QList<PracticeBehaviour> &practiceBehaviours()
{
    static const QList<PracticeBehaviour> list = [] {
        QList<PracticeBehaviour> shown;
        for (const Row &row : rows())
            shown.append(row.shown);
        return shown;
    }();
    return list;
}

bool Behaviour::challenges() const
{
    return kind == Kind::Auth || kind == Kind::Auth403 || kind == Kind::AuthStrictUri || kind == Kind::Stale ||
           kind == Kind::Proxy407 || kind == Kind::NextNonce || kind == Kind::TwoRealms || kind == Kind::Aka;
}

bool Behaviour::asksAsServer() const
{
    return challenges() && kind != Kind::Proxy407;
}

bool Behaviour::asksAsProxy() const
{
    return kind == Kind::Proxy407 || kind == Kind::TwoRealms;
}

sip::Expected<Behaviour> parseBehaviour(const QByteArray &text)
{
    const QByteArray trimmed = text.trimmed();
    const qsizetype colon = trimmed.indexOf(':');
    const QByteArray name = (colon < 0 ? trimmed : trimmed.left(colon)).toLower();
    const QByteArray argument = colon < 0 ? QByteArray() : trimmed.mid(colon + 1).trimmed();
    for (const Row &row : rows()) {
        if (name != row.shown.name)
            continue;
        Behaviour behaviour;
        behaviour.kind = row.kind;
        behaviour.text = trimmed;
        sip::Expected<bool> read = true;
        switch (row.argument) {
        case Argument::None:
            if (colon >= 0)
                return syntax(Words::tr("%1 takes no argument").arg(QLatin1String(row.shown.name)), colon);
            break;
        case Argument::Number:
        case Argument::OptionalNumber: read = readNumber(row, argument, colon + 1, &behaviour); break;
        case Argument::SessionTimer: read = readSessionTimer(row, argument, colon + 1, &behaviour); break;
        case Argument::Digest:
        case Argument::OptionalDigest: read = readDigest(row, argument, colon + 1, &behaviour); break;
        }
        if (!read)
            return read.error();
        if (behaviour.kind == Behaviour::Kind::Aka)
            behaviour.digest.aka = behaviour.number == 2 ? sip::AkaVersion::V2 : sip::AkaVersion::V1;
        return behaviour;
    }
    return syntax(Words::tr("\"%1\" is no behaviour of the practice server; known are: %2")
                      .arg(QString::fromUtf8(trimmed.left(40)), knownNames()),
                  0);
}

} // namespace diag
