// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/request_options.h"

#include "auth/aka.h"
#include "base/random.h"
#include "cli/message_file.h"
#include "cli/option_checks.h"
#include "cli/secret_source.h"
#include "dns/resolver.h"
#include "message/headers.h"
#include "project/answer_text.h"
#include "project/duration.h"
#include "project/next_text.h"
#include "project/road_text.h"
#include "request/local_placeholder.h"
#include "request/target.h"
#include "sdp/codecs.h"
#include "sdp/sdp_builder.h"
#include "transport/route.h"

#include <CLI/CLI.hpp>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

QString shown(const std::string &text)
{
    return QString::fromStdString(text);
}

/// "sip:a@b" as a From or To needs it; what has <> already stays.
QByteArray asAddress(const QByteArray &text)
{
    return text.contains('<') ? text : '<' + text + '>';
}

/// Long and compact forms of one header are the same.
bool isSameName(const QByteArray &a, const QByteArray &b)
{
    const sip::HeaderId id = sip::headerId(a);
    return id == sip::HeaderId::Other ? a.compare(b, Qt::CaseInsensitive) == 0 : sip::headerId(b) == id;
}

void removeRows(sip::ComposedRequest &request, const QByteArray &name)
{
    request.rows.removeIf([&name](const sip::ComposedRow &row) { return isSameName(row.name, name); });
}

void setRow(sip::ComposedRequest &request, const QByteArray &name, const QByteArray &value)
{
    removeRows(request, name);
    request.rows.append({name, value, false});
}

Failure addHeaders(const RequestOptions &options, sip::ComposedRequest &request)
{
    // Given once, a header takes the place of those in the file; given again, each is sent.
    QList<sip::ComposedRow> rows;
    for (const std::string &header : options.headers) {
        const QByteArray text = bytes(header);
        const qsizetype colon = text.indexOf(':');
        const QByteArray name = text.left(std::max<qsizetype>(0, colon)).trimmed();
        if (colon < 1 || name.isEmpty())
            return u"--header needs \"Name: value\", not \"%1\""_s.arg(shown(header));
        rows.append({name, text.mid(colon + 1).trimmed(), false});
    }
    for (const sip::ComposedRow &row : rows)
        removeRows(request, row.name);
    request.rows += rows;
    return std::nullopt;
}

/// --sdp: an offer of these codecs, from the address we send from; of a name, the one the default route has.
Failure addDescription(const RequestOptions &options, sip::ComposedRequest &request)
{
    const auto codecs = sip::parseCodecs(bytes(options.sdp));
    if (!codecs)
        return u"--sdp: "_s + codecs.error().detail;
    sip::MediaWish wish;
    wish.codecs = *codecs;
    const auto hop = sip::nextHop(request);
    const sip::Endpoint anywhere = *sip::Endpoint::parse("192.0.2.1"); // nothing is sent there
    const auto local = sip::routedLocalAddress(hop && !hop->isName() ? hop->address.remote : anywhere);
    sip::SystemRandom random;
    request.body = sip::buildOffer({wish}, local.value_or(*sip::Endpoint::parse("127.0.0.1")), random.below(1u << 31));
    setRow(request, "Content-Type", "application/sdp");
    return std::nullopt;
}

Failure addBody(const RequestOptions &options, sip::ComposedRequest &request)
{
    if (!options.body.empty())
        request.body = bytes(options.body);
    if (!options.sdp.empty())
        return addDescription(options, request);
    if (options.bodyFile.empty())
        return std::nullopt;
    constexpr qint64 most = 16 * 1024 * 1024;
    QFile file(shown(options.bodyFile));
    if (!file.open(QIODevice::ReadOnly))
        return u"%1: cannot be read: %2"_s.arg(file.fileName(), file.errorString());
    request.body = file.read(most + 1);
    if (file.error() != QFileDevice::NoError)
        return u"%1: cannot be read: %2"_s.arg(file.fileName(), file.errorString());
    if (request.body.size() > most)
        return u"%1: larger than 16 MiB"_s.arg(file.fileName());
    return std::nullopt;
}

Failure addSettings(const RequestOptions &options, sip::ComposedRequest &request)
{
    if (!options.timers.empty()) {
        const auto timers = sip::TimerValues::parse(bytes(options.timers));
        if (!timers)
            return u"--timers: %1"_s.arg(timers.error().detail);
        request.timers = *timers;
    }
    struct Duration {
        const char *option;
        const std::string &text;
        sip::Instant &value;
    };
    for (const Duration &d : {Duration{"--ring-limit", options.ringLimit, request.ringLimit},
                              Duration{"--hang-up-after", options.hangUpAfter, request.hangUpAfter},
                              Duration{"--keep-for", options.keepFor, request.keepFor}}) {
        if (d.text.empty())
            continue;
        if (d.text == "never") {
            d.value = &d.value == &request.ringLimit ? sip::Instant(0) : sip::ComposedRequest::Never;
            continue;
        }
        const auto parsed = diag::parseDuration(QByteArray::fromStdString(d.text));
        if (!parsed)
            return u"%1: %2"_s.arg(QString::fromLatin1(d.option), parsed.error().detail);
        d.value = *parsed;
    }
    if (!options.keepAlive.empty()) {
        const auto setting = sip::KeepAliveSetting::parse(options.keepAlive);
        if (!setting)
            return u"--keep-alive: %1"_s.arg(setting.error().detail);
        request.keepAlive = *setting;
    }
    if (!options.onExit.empty())
        request.removeOnExit = options.onExit == "remove";
    if (!options.then.empty())
        request.then.clear();
    for (const std::string &line : options.then) {
        const auto next = diag::parseNext(QByteArray::fromStdString(line));
        if (!next)
            return u"--then: %1"_s.arg(next.error().detail);
        request.then.append(*next);
    }
    if (!options.answers.empty())
        request.answers.clear();
    for (const std::string &line : options.answers) {
        const auto answer = diag::parseAnswer(QByteArray::fromStdString(line));
        if (!answer)
            return u"--answer: %1"_s.arg(answer.error().detail);
        request.answers.append(*answer);
    }
    if (!options.transport.empty())
        request.transport = bytes(options.transport).toLower();
    if (!options.resolver.empty()) {
        request.road.resolver = bytes(options.resolver);
        if (const auto server = sip::parseResolver(request.road.resolver); !server)
            return u"--resolver: %1"_s.arg(server.error().detail);
    }
    if (!options.families.empty())
        request.road.families = sip::AddressFamilies(diag::familiesNames().indexOf(shown(options.families)));
    if (!options.pin.empty())
        request.road.pin = bytes(options.pin);
    for (const std::string &target : options.pretendDead)
        request.road.pretendDead.append(bytes(target));
    if (!options.requestUri.empty())
        request.requestUri = bytes(options.requestUri);
    if (!options.digestUri.empty())
        request.authPolicy.uriOverride = bytes(options.digestUri);
    using Choice = sip::AuthPolicy::Choice;
    if (!options.authChoice.empty())
        request.authPolicy.choice = options.authChoice == "strongest" ? Choice::Strongest
                                    : options.authChoice == "weakest" ? Choice::Weakest
                                                                      : Choice::TopmostSupported;
    using Scheme = sip::AuthPolicy::Scheme;
    request.authPolicy.preferAuthInt |= options.authInt;
    if (!options.authScheme.empty())
        request.authPolicy.scheme = options.authScheme == "digest"   ? Scheme::Digest
                                    : options.authScheme == "bearer" ? Scheme::Bearer
                                                                     : Scheme::AsOffered;
    if (options.maxRetries >= 0)
        request.maxRetries = options.maxRetries;
    request.followRedirects |= options.followRedirects;
    request.forceUdp |= options.forceUdp;
    request.compactHeaders |= options.compact;
    return std::nullopt;
}

/// --aka: K, and OP or OPc. \return an error message for the user
Failure readSubscriber(const RequestOptions &options, const QString &user, SecretSource &secrets, sip::SubscriberSecret &out)
{
    const auto part = [&](const char *name, const char *what) {
        return secrets.get(user + u'-' + QLatin1String(name), u"%1 of %2 in hex"_s.arg(QLatin1String(what), user))
            .value_or(QString())
            .toUtf8();
    };
    out.k = part("k", "K");
    // OP in the environment is reason enough not to ask for OPc.
    if (const auto op = diag::secretFromProcess(user + u"-op"_s))
        out.op = op->toUtf8();
    else
        out.opc = part("opc", "OPc (empty: OP is asked for)");
    if (out.op.isEmpty() && out.opc.isEmpty())
        out.op = part("op", "OP");
    out.sqn = bytes(options.akaSqn);
    const auto keys = sip::subscriberKeys(out);
    return keys ? Failure() : u"--aka: %1"_s.arg(keys.error().detail);
}

/// What answers a challenge: a password, or what --aka, --bearer or --anonymous say. \return an error message for the user
Failure addCredential(const RequestOptions &options, const QByteArray &authUser, SecretSource &secrets,
                      sip::ComposedRequest &request)
{
    const QString name = QString::fromUtf8(authUser);
    sip::Credential credential;
    credential.realm = bytes(options.realm);
    credential.username = authUser;
    credential.anonymous = options.anonymous;
    if (options.aka) {
        if (authUser.isEmpty())
            return u"--aka needs --user or --auth-user, the private identity of the subscriber"_s;
        if (Failure failure = readSubscriber(options, name, secrets, credential.subscriber))
            return failure;
    } else if (options.bearer) {
        const QString of = authUser.isEmpty() ? u"token"_s : name + u"-token"_s;
        credential.token = secrets.get(of, u"Access token"_s).value_or(QString()).toUtf8();
        credential.authzServer = bytes(options.authzServer);
        if (credential.token.isEmpty())
            return u"--bearer: no access token was given"_s;
    } else if (!options.anonymous) {
        const auto password = authUser.isEmpty() ? std::nullopt : secrets.get(name, u"Password of %1"_s.arg(name));
        if (!password)
            return std::nullopt;
        credential.password = password->toUtf8();
    }
    request.credentials = {credential};
    return std::nullopt;
}

/// --user: who we say we are, and who answers a challenge. \return an error message for the user
Failure addUser(const RequestOptions &options, SecretSource &secrets, sip::ComposedRequest &request)
{
    const QByteArray user = bytes(options.user);
    if (Failure failure = addCredential(options, options.authUser.empty() ? user : bytes(options.authUser), secrets, request))
        return failure;
    if (!options.from.empty())
        setRow(request, "From", asAddress(bytes(options.from)));
    if (!options.to.empty())
        setRow(request, "To", asAddress(bytes(options.to)));
    if (!user.isEmpty() && options.from.empty()) {
        const auto uri = sip::Uri::parse(sip::effectiveRequestUri(request));
        if (uri && uri->isSip())
            setRow(request, "From", "<sip:" + user + '@' + uri->host() + '>');
    }
    return std::nullopt;
}

/// REGISTER TARGET is meant to register us: without a Contact it only asks (RFC 3261 10.2.3), which is what --query is for.
void addBinding(const RequestOptions &options, sip::ComposedRequest &request)
{
    const bool hasContact = std::any_of(request.rows.begin(), request.rows.end(),
                                        [](const sip::ComposedRow &row) { return isSameName(row.name, "Contact"); });
    if (options.what.size() != 2 || request.method != "REGISTER" || hasContact || options.query)
        return;
    request.rows.append({"Contact", sip::localContact(request), false});
}

sip::Expected<sip::ComposedRequest, QString> base(const RequestOptions &options, SecretSource &secrets)
{
    if (options.what.size() == 2) {
        sip::ComposedRequest request;
        request.method = bytes(options.what[0]);
        request.target = bytes(options.what[1]);
        if (!sip::isToken(request.method))
            return u"\"%1\" cannot be a method; write e.g. OPTIONS sip:example.com"_s.arg(shown(options.what[0]));
        return request;
    }
    const auto values = variableValues(options.variables);
    if (!values)
        return values.error();
    diag::Environment environment;
    environment.values = *values;
    environment.secret = [&secrets](const QString &name) { return secrets.get(name, u"Secret \"%1\""_s.arg(name)); };
    const auto read = diag::readRequestFile(shown(options.what[0]), environment);
    if (!read)
        return read.error().message();
    return *read;
}

} // namespace

void RequestOptions::addTo(CLI::App &command)
{
    command
        .add_option("FILE | METHOD TARGET", what,
                    "A request file (*.via), or a method and where to send it:\n"
                    "a SIP URI (sip:127.0.0.1:5070;transport=tcp) or a next hop (udp:127.0.0.1:5070,\n"
                    "tls:127.0.0.1:5061, wss:127.0.0.1:8443)")
        ->required()
        ->expected(1, 2);
    const char *who = "Who and what";
    command.add_option("--ruri", requestUri, "Request-URI, when it is not the target")->type_name("URI")->group(who);
    command.add_option("--from", from, "From: a URI, or an address with name and <>")->type_name("ADDRESS")->group(who);
    command.add_option("--to", to, "To, likewise")->type_name("ADDRESS")->group(who);
    command.add_option("--header", headers, "One more header row \"Name: value\"; may be repeated")
        ->type_name("ROW")
        ->group(who)
        ->allow_extra_args(false);
    auto *text = command.add_option("--body", body, "Body of the request")->type_name("TEXT")->group(who);
    auto *description =
        command.add_option("--sdp", sdp, "A session description as body that offers these codecs, best first, e.g. PCMA,PCMU")
            ->type_name("CODECS")
            ->group(who)
            ->excludes(text);
    command.add_option("--body-file", bodyFile, "File to send as body, as it is")
        ->type_name("FILE")
        ->group(who)
        ->excludes(text)
        ->excludes(description);
    command.add_option("--set", variables, "Value of a {{variable}} of the file: NAME=VALUE; may be repeated")
        ->type_name("NAME=VALUE")
        ->group(who)
        ->allow_extra_args(false);
    const char *auth = "Authentication (passwords never stand on the command line)";
    command
        .add_option("--user", user,
                    "User name for From and for answering challenges;\nits password: VIATRACE_SECRET_<USER>, "
                    "--password-stdin, or asked for on a terminal")
        ->type_name("NAME")
        ->group(auth);
    command.add_option("--auth-user", authUser, "User name for challenges, when it is not --user")
        ->type_name("NAME")
        ->group(auth);
    command.add_option("--realm", realm, "Use the password for this realm only (default: any)")->type_name("REALM")->group(auth);
    command.add_option("--digest-uri", digestUri, "Text for uri in the digest instead of the Request-URI")
        ->type_name("TEXT")
        ->group(auth);
    command.add_option("--auth-choice", authChoice, "Which of several challenges: topmost (default), strongest, weakest")
        ->type_name("WHICH")
        ->group(auth)
        ->check(CLI::IsMember({"topmost", "strongest", "weakest"}));
    auto *akaFlag = command
                        .add_flag("--aka", aka,
                                  "Answer AKA with the keys of a subscriber: VIATRACE_SECRET_<USER>_K and\n"
                                  "VIATRACE_SECRET_<USER>_OPC or _OP, or asked for on a terminal")
                        ->group(auth);
    command.add_option("--aka-sqn", akaSqn, "Highest sequence number used so far, 12 hex digits (default: any is taken)")
        ->type_name("HEX")
        ->group(auth)
        ->needs(akaFlag);
    auto *token = command
                      .add_flag("--bearer", bearer,
                                "Answer Bearer with an access token: VIATRACE_SECRET_<USER>_TOKEN, without\n"
                                "--user VIATRACE_SECRET_TOKEN, or asked for on a terminal; over TLS and WSS only")
                      ->group(auth)
                      ->excludes(akaFlag);
    command.add_option("--authz-server", authzServer, "Send the token only to who names this authorization server")
        ->type_name("URL")
        ->group(auth)
        ->needs(token);
    command.add_flag("--anonymous", anonymous, "Answer as user anonymous with an empty password")
        ->group(auth)
        ->excludes(akaFlag)
        ->excludes(token);
    command.add_option("--auth-scheme", authScheme, "Of Digest and Bearer for one realm: as-offered (default), digest, bearer")
        ->type_name("WHICH")
        ->group(auth)
        ->check(CLI::IsMember({"as-offered", "digest", "bearer"}));
    command.add_flag("--auth-int", authInt, "Digest: protect the body too, where the server offers auth-int beside auth")
        ->group(auth);
    command.add_flag("--password-stdin", passwordFromStdin, "Read one password from the first line of standard input")
        ->group(auth);
    const char *how = "How it is sent";
    command.add_option("--transport", transport, "udp, tcp, tls, ws or wss, instead of the target's")
        ->type_name("NAME")
        ->group(how);
    command.add_option("--resolver", resolver, "DNS server to ask, instead of those of the system")
        ->type_name("ADDRESS[:PORT]")
        ->group(how);
    command.add_option("--families", families, "Addresses to ask for: ipv4-first (default), ipv6-first, ipv4, ipv6")
        ->type_name("WHICH")
        ->group(how)
        ->check(CLI::IsMember({"ipv4-first", "ipv6-first", "ipv4", "ipv6"}));
    command.add_option("--pin", pin, "Of the targets that DNS gives use only this one, e.g. udp:192.0.2.1:5060")
        ->type_name("TARGET")
        ->group(how);
    command
        .add_option("--pretend-dead", pretendDead, "Take this target for dead: see what is tried next, and when; may be repeated")
        ->type_name("TARGET")
        ->group(how)
        ->allow_extra_args(false);
    command.add_flag("--force-udp", forceUdp, "Stay on UDP although the request is larger than 1300 octets")->group(how);
    command.add_flag("--follow-redirects", followRedirects, "3xx: try its Contacts one after the other, best q first")
        ->group(how);
    command.add_flag("--compact", compact, "Compact header names (v, f, t, ...)")->group(how);
    command.add_option("--timers", timers, "rfc (T1 500 ms), fast (T1 50 ms), or e.g. t1=100ms,t2=1s,t4=5s")
        ->type_name("VALUES")
        ->group(how);
    command.add_option("--ring-limit", ringLimit, "INVITE: cancel after this without an answer (180s; 0: never)")
        ->type_name("TIME")
        ->group(how);
    command
        .add_option("--hang-up-after", hangUpAfter,
                    "INVITE: BYE this long after the call was taken (2s; never); REGISTER: for calls that come in")
        ->type_name("TIME")
        ->group(how);
    command.add_option("--keep-for", keepFor, "REGISTER, PUBLISH: refresh for this long, then remove; never: until Ctrl-C")
        ->type_name("TIME")
        ->group(how);
    command
        .add_option("--keep-alive", keepAlive,
                    "Pings that keep the flow open while a registration, subscription or call lasts: auto (as the\n"
                    "answer says), ask (our Via asks too), off, or seconds: pings whatever the answer says (auto)")
        ->type_name("WHEN")
        ->group(how);
    command.add_flag("--query", query, "REGISTER: ask which bindings there are, and change none (no Contact)")->group(how);
    command.add_option("--on-exit", onExit, "What is kept at Ctrl-C: remove (default; 2 s at most) or leave, until it runs out")
        ->type_name("WHAT")
        ->group(how)
        ->check(CLI::IsMember({"remove", "leave"}));
    command
        .add_option("--then", then,
                    "Next request in the dialog, e.g. BYE, \"2s INFO | Name: value || body\" or \"dtmf 5\";\n"
                    "may be repeated, each waits for the answer to the one before")
        ->type_name("REQUEST")
        ->group(how)
        ->allow_extra_args(false);
    command
        .add_option("--answer", answers,
                    "What requests of the peer in the dialog are answered, e.g. \"INVITE: 180, 2s 200\", \"*: 486\",\n"
                    "\"INFO: silence\"; may be repeated")
        ->type_name("RULE")
        ->group(how)
        ->allow_extra_args(false);
    command.add_option("--max-retries", maxRetries, "Automatic new attempts at most (5)")
        ->type_name("NUMBER")
        ->group(how)
        ->check(CLI::Range(0, 100));
    tls.addTo(command);
    ws.addTo(command);
}

sip::Expected<sip::ComposedRequest, QString> composed(const RequestOptions &options)
{
    SecretSource secrets(options.passwordFromStdin);
    auto request = base(options, secrets);
    if (!request)
        return request.error();
    if (Failure failure = checkCredentials(options, *request))
        return *failure;
    if (Failure failure = addSettings(options, *request))
        return *failure;
    if (Failure failure = options.tls.apply(request->tls, secrets))
        return *failure;
    if (Failure failure = options.ws.apply(request->ws, secrets))
        return *failure;
    if (Failure failure = addUser(options, secrets, *request))
        return *failure;
    if (Failure failure = addHeaders(options, *request))
        return *failure;
    addBinding(options, *request);
    if (Failure failure = addBody(options, *request))
        return *failure;
    if (Failure failure = checkUse(options, *request))
        return *failure;
    return *request;
}

} // namespace cli
