// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/request_file.h"

#include "project/answer_text.h"
#include "project/duration.h"
#include "project/message_part.h"
#include "project/next_text.h"
#include "project/road_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag {

namespace {

/// What is not UTF-8 cannot stand in the file; the rest stays as it is (QString would take a byte order mark away).
QByteArray asUtf8(const QByteArray &text)
{
    return QUtf8StringView(text).isValidUtf8() ? text : QString::fromUtf8(text).toUtf8();
}

/// A YAML string in double quotes.
QByteArray yaml(const QByteArray &text)
{
    QByteArray out = "\"";
    const QByteArray valid = asUtf8(text);
    for (const char c : valid) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (uchar(c) < 0x20 || c == 0x7f)
            out += "\\x" + QByteArray::number(uchar(c), 16).rightJustified(2, '0');
        else
            out += c;
    }
    return out + '"';
}

/// Would both refer to different secrets by the same name?
bool isAmbiguous(const sip::Credential &a, const sip::Credential &b)
{
    const auto differ = [](const QByteArray &one, const QByteArray &other) {
        return !one.isEmpty() && !other.isEmpty() && one != other;
    };
    return a.username == b.username &&
           (differ(a.password + a.ha1, b.password + b.ha1) || differ(a.token, b.token) || differ(a.subscriber.k, b.subscriber.k));
}

/// Whom the secrets of a credential are named after: the user, with the realm where that is not enough.
QByteArray owner(const sip::Credential &credential, const QList<sip::Credential> &all)
{
    const bool ambiguous = std::any_of(all.begin(), all.end(),
                                       [&credential](const sip::Credential &other) { return isAmbiguous(credential, other); });
    QByteArray name = credential.username;
    if (ambiguous && !credential.realm.isEmpty())
        name += (name.isEmpty() ? "" : "-") + credential.realm;
    return name;
}

/// A secret leaves by reference only: the one it came as, or one named after its owner.
/// \param kind  what is added to the name when a user has several secrets, e.g. "k"
QByteArray reference(const QByteArray &secret, const QByteArray &owner, const QByteArray &kind = {})
{
    if (secret.startsWith("{{secret:") && secret.endsWith("}}"))
        return yaml(secret);
    QByteArray name;
    for (const char c : owner) {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        name += plain ? c : '_';
    }
    name = name.left(100);
    if (!kind.isEmpty())
        name += (name.isEmpty() ? "" : "-") + kind;
    return yaml("{{secret:" + name + "}}");
}

QByteArray credentialText(const sip::Credential &credential, const QByteArray &owner)
{
    QByteArray out = "{ user: " + yaml(credential.username);
    const auto text = [&out](const char *key, const QByteArray &value) {
        if (!value.isEmpty())
            out += QByteArray(", ") + key + ": " + yaml(value);
    };
    const auto secret = [&](const char *key, const QByteArray &value) {
        if (!value.isEmpty())
            out += QByteArray(", ") + key + ": " + reference(value, owner, key);
    };
    text("realm", credential.realm);
    if (credential.anonymous)
        return out + ", anonymous: true }";
    const sip::SubscriberSecret &keys = credential.subscriber;
    secret("k", keys.k);
    secret("op", keys.op);
    secret("opc", keys.opc);
    text("amf", keys.amf);
    text("sqn", keys.sqn);
    secret("token", credential.token);
    text("authz-server", credential.authzServer);
    if (!credential.isDigest() || credential.isForAka())
        return out + " }";
    if (!credential.ha1.isEmpty())
        out += ", ha1: " + reference(credential.ha1, owner) + ", algorithm: " + credential.ha1Algorithm;
    else if (!credential.password.isEmpty())
        out += ", password: " + reference(credential.password, owner);
    return out + " }";
}

QByteArray tlsText(const sip::TlsSettings &tls)
{
    const sip::TlsSettings usual;
    QList<QByteArray> parts;
    const auto text = [&parts](const char *key, const QByteArray &value) {
        if (!value.isEmpty())
            parts.append(QByteArray(key) + ": " + yaml(value));
    };
    const auto list = [&parts](const char *key, const QList<QByteArray> &values) {
        QList<QByteArray> quoted;
        for (const QByteArray &value : values)
            quoted.append(yaml(value));
        if (!values.isEmpty())
            parts.append(QByteArray(key) + ": [" + quoted.join(", ") + ']');
    };
    QList<QByteArray> authorities;
    for (const QString &file : tls.authorities)
        authorities.append(file.toUtf8());
    list("ca", authorities);
    text("certificate", tls.certificateFile.toUtf8());
    text("key", tls.keyFile.toUtf8());
    if (!tls.keyPassword.isEmpty())
        parts.append("key-password: " + reference(tls.keyPassword, "tls", "key"));
    text("server-name", tls.serverName);
    if (tls.least != usual.least)
        text("least", sip::versionName(tls.least).toByteArray());
    if (tls.most != usual.most)
        text("most", sip::versionName(tls.most).toByteArray());
    list("pin", tls.pins);
    list("alpn", tls.applications);
    text("key-log", tls.keyLogFile.toUtf8());
    if (tls.sendDespite)
        parts.append("despite-failed-check: true");
    return "{ " + parts.join(", ") + " }";
}

QByteArray wsText(const sip::WsSettings &ws)
{
    const sip::WsSettings usual;
    QList<QByteArray> parts;
    const auto text = [&parts](const char *key, const QByteArray &value, const QByteArray &unless = {}) {
        if (value != unless)
            parts.append(QByteArray(key) + ": " + yaml(value));
    };
    const auto list = [&parts](const char *key, const QList<QByteArray> &written) {
        parts.append(QByteArray(key) + ": [" + written.join(", ") + ']');
    };
    text("path", ws.path, usual.path);
    text("host", ws.host);
    text("origin", ws.origin);
    QList<QByteArray> protocols, headers;
    for (const QByteArray &one : ws.protocols)
        protocols.append(yaml(one));
    if (ws.protocols != usual.protocols)
        list("subprotocol", protocols);
    for (const sip::WsSettings::Header &row : ws.headers) {
        const QByteArray value =
            row.secret || row.isCredential() ? reference(row.value, "ws", row.name.toLower()) : yaml(row.value);
        headers.append('"' + yaml(row.name).mid(1).chopped(1) + ": " + value.mid(1));
    }
    if (!headers.isEmpty())
        list("headers", headers);
    text("proxy", ws.proxy);
    if (ws.pingEvery != usual.pingEvery)
        parts.append("ping: " + durationText(ws.pingEvery));
    if (ws.namesAddress)
        parts.append("local: address");
    return "{ " + parts.join(", ") + " }";
}

QByteArray settingsText(const sip::ComposedRequest &request)
{
    const sip::ComposedRequest usual;
    QByteArray out;
    const auto line = [&out](const char *key, const QByteArray &value) { out += QByteArray(key) + ": " + value + '\n'; };
    const auto text = [&line](const char *key, const QByteArray &value) {
        if (!value.isEmpty())
            line(key, yaml(value));
    };
    const auto texts = [&out](const char *key, const QList<QByteArray> &values) {
        if (!values.isEmpty())
            out += QByteArray(key) + ":\n";
        for (const QByteArray &value : values)
            out += "  - " + yaml(value) + '\n';
    };
    const auto flag = [&line](const char *key, bool on) {
        if (on)
            line(key, "true");
    };
    text("name", request.name.toUtf8());
    text("target", request.target);
    if (request.credentials.size() == 1)
        line("auth", credentialText(request.credentials.first(), owner(request.credentials.first(), {})));
    else if (!request.credentials.isEmpty()) {
        out += "auth:\n";
        for (const sip::Credential &credential : request.credentials)
            out += "  - " + credentialText(credential, owner(credential, request.credentials)) + '\n';
    }
    using Choice = sip::AuthPolicy::Choice;
    if (request.authPolicy.choice != Choice::TopmostSupported)
        line("auth-choice", request.authPolicy.choice == Choice::Strongest ? "strongest" : "weakest");
    using Scheme = sip::AuthPolicy::Scheme;
    if (request.authPolicy.scheme != Scheme::AsOffered)
        line("auth-scheme", request.authPolicy.scheme == Scheme::Digest ? "digest" : "bearer");
    if (!request.authPolicy.preemptive)
        line("preemptive", "false");
    flag("prefer-auth-int", request.authPolicy.preferAuthInt);
    if (request.authPolicy.maxStale != usual.authPolicy.maxStale)
        line("max-stale", QByteArray::number(request.authPolicy.maxStale));
    if (request.authPolicy.maxAnswers != usual.authPolicy.maxAnswers)
        line("max-answers", QByteArray::number(request.authPolicy.maxAnswers));
    text("digest-uri", request.authPolicy.uriOverride);
    if (request.timers != usual.timers)
        line("timers", request.timers.text());
    if (!request.transport.isEmpty())
        line("transport", request.transport);
    text("resolver", request.road.resolver);
    if (request.road.families != usual.road.families)
        line("families", familiesNames()[int(request.road.families)].toUtf8());
    text("pin", request.road.pin);
    texts("pretend-dead", request.road.pretendDead);
    if (request.tls != usual.tls)
        line("tls", tlsText(request.tls));
    if (request.ws != usual.ws)
        line("ws", wsText(request.ws));
    flag("force-udp", request.forceUdp);
    flag("compact-headers", request.compactHeaders);
    flag("force-cancel", request.forceCancel);
    flag("follow-redirects", request.followRedirects);
    if (request.maxRetries != usual.maxRetries)
        line("max-retries", QByteArray::number(request.maxRetries));
    if (request.ringLimit != usual.ringLimit)
        line("ring-limit", request.ringLimit.count() ? durationText(request.ringLimit) : QByteArray("never"));
    if (request.hangUpAfter != usual.hangUpAfter)
        line("hang-up-after",
             request.hangUpAfter == sip::ComposedRequest::Never ? QByteArray("never") : durationText(request.hangUpAfter));
    if (request.keepFor != usual.keepFor)
        line("keep-for", request.keepFor == sip::ComposedRequest::Never ? QByteArray("never") : durationText(request.keepFor));
    if (request.keepAlive != usual.keepAlive)
        line("keep-alive", request.keepAlive.text());
    if (!request.removeOnExit)
        line("on-exit", "leave");
    if (!request.answers.isEmpty()) {
        out += "answers:\n";
        for (const sip::CannedAnswer &answer : request.answers)
            out += "  - " + yaml(answerText(answer)) + '\n';
    }
    if (!request.then.isEmpty()) {
        out += "then:\n";
        for (const sip::NextRequest &next : request.then)
            out += "  - " + yaml(nextText(next)) + '\n';
    }
    return out;
}

QByteArray oneLine(QByteArray text)
{
    text.replace("\r\n", " ").replace('\r', ' ').replace('\n', ' ');
    return asUtf8(text);
}

bool isText(const QByteArray &bytes)
{
    return QUtf8StringView(bytes).isValidUtf8() && !bytes.startsWith("\xef\xbb\xbf");
}

QByteArray messageText(const sip::ComposedRequest &request)
{
    const QByteArray uri = oneLine(request.requestUri);
    QByteArray out = oneLine(request.method) + ' ' + (uri.isEmpty() ? uri : uri + ' ') + "SIP/2.0\n"; // empty: from the target
    for (const sip::ComposedRow &row : request.rows) {
        const QByteArray name = oneLine(row.name).trimmed();
        if (!name.isEmpty())
            out += (row.muted ? "# " : "") + name + ": " + oneLine(row.value).trimmed() + '\n';
    }
    return out;
}

} // namespace

QByteArray writeRequestFile(const sip::ComposedRequest &request)
{
    QByteArray out = settingsText(request);
    if (request.raw) {
        const QByteArray unixEnds = QByteArray(request.rawBytes).replace("\r\n", "\n");
        for (const QByteArray &text : {unixEnds, request.rawBytes}) {
            if (!text.isEmpty() && isText(text) && rawFromText(text) == request.rawBytes)
                return out + "raw: true\n---\n" + text;
        }
        return out + "raw-base64: \"" + request.rawBytes.toBase64() + "\"\n---\n";
    }
    if (request.body.isEmpty())
        return out + "---\n" + messageText(request);
    QByteArray text = QByteArray(request.body).replace("\r\n", "\n");
    if (!text.contains('\n'))
        text += '\n';
    if (isText(text) && bodyFromText(text) == request.body)
        return out + "---\n" + messageText(request) + '\n' + text;
    return out + "body-base64: \"" + request.body.toBase64() + "\"\n---\n" + messageText(request);
}

} // namespace diag
