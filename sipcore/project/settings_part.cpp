// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/settings_part.h"

#include "auth/aka.h"
#include "dns/resolver.h"
#include "project/answer_text.h"
#include "project/duration.h"
#include "project/next_text.h"
#include "project/road_text.h"
#include "project/suggestion.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag {

namespace {

using Failure = std::optional<FileError>;

Place placeOf(const YAML::Mark &mark)
{
    return mark.is_null() ? Place{} : Place{mark.line + 1, mark.column + 1};
}

/// Reads one head. Every read function returns nothing when it went well.
class Reader {
public:
    Reader(const QByteArray &yaml, const Variables &variables, sip::ComposedRequest &request, Settings &settings)
        : m_lines(yaml.split('\n')), m_variables(variables), m_request(request), m_settings(settings)
    {}

    Failure read(const YAML::Node &root)
    {
        if (!root.IsDefined() || root.IsNull())
            return std::nullopt;
        return readMap(root, u"setting"_s, keys(),
                       [this](const QByteArray &key, const YAML::Node &value) { return setting(key, value); });
    }

private:
    using Take = std::function<Failure(const QByteArray &key, const YAML::Node &value)>;

    static const QStringList &keys()
    {
        static const QStringList all{u"name"_s,
                                     u"target"_s,
                                     u"auth"_s,
                                     u"timers"_s,
                                     u"transport"_s,
                                     u"tls"_s,
                                     u"auth-choice"_s,
                                     u"prefer-auth-int"_s,
                                     u"auth-scheme"_s,
                                     u"preemptive"_s,
                                     u"max-stale"_s,
                                     u"max-answers"_s,
                                     u"digest-uri"_s,
                                     u"resolver"_s,
                                     u"families"_s,
                                     u"pin"_s,
                                     u"pretend-dead"_s,
                                     u"force-udp"_s,
                                     u"compact-headers"_s,
                                     u"max-retries"_s,
                                     u"ring-limit"_s,
                                     u"hang-up-after"_s,
                                     u"force-cancel"_s,
                                     u"raw"_s,
                                     u"raw-base64"_s,
                                     u"body-base64"_s,
                                     u"then"_s,
                                     u"answers"_s,
                                     u"keep-for"_s,
                                     u"on-exit"_s,
                                     u"follow-redirects"_s};
        return all;
    }

    FileError wrong(const YAML::Node &node, const QString &text) const { return m_variables.error(placeOf(node.Mark()), text); }

    Failure readMap(const YAML::Node &map, const QString &word, const QStringList &known, const Take &take)
    {
        if (!map.IsMap())
            return wrong(map, u"settings are lines such as target: sip:example.com; see the manual, request files"_s);
        QStringList seen;
        for (const auto &entry : map) {
            if (!entry.first.IsScalar())
                return wrong(entry.first, unquotedBraces(entry.first, word));
            const QString key = QString::fromStdString(entry.first.Scalar());
            if (!known.contains(key))
                return wrong(entry.first, u"unknown %1 \"%2\"%3"_s.arg(word, key.left(60), orKnown(key, known)));
            if (seen.contains(key))
                return wrong(entry.first, u"\"%1\" is given twice; keep one of them"_s.arg(key));
            seen.append(key);
            if (Failure failure = take(key.toUtf8(), entry.second))
                return failure;
        }
        return std::nullopt;
    }

    static QString orKnown(const QString &key, const QStringList &known)
    {
        const QString meant = didYouMean(key, known);
        return meant.isEmpty() ? u"; known are %1"_s.arg(known.join(u", "_s)) : meant;
    }

    /// YAML takes {{x}} without quotes for a map in a map.
    QString unquotedBraces(const YAML::Node &node, const QString &word) const
    {
        const Place place = placeOf(node.Mark());
        const bool braces = place.line > 0 && place.line <= m_lines.size() && m_lines[place.line - 1].contains("{{");
        return braces ? u"put quotes around values with variables: \"{{name}}\""_s
                      : u"\"%1\" is to be one value, not a list or a map"_s.arg(word);
    }

    /// Where inside a scalar the text begins: behind its quote.
    Place textPlace(const YAML::Node &node) const
    {
        Place place = placeOf(node.Mark());
        if (place.line < 1 || place.line > m_lines.size())
            return place;
        const QString line = QString::fromUtf8(m_lines[place.line - 1]);
        if (place.column <= line.size() && (line[place.column - 1] == u'"' || line[place.column - 1] == u'\''))
            ++place.column;
        return place;
    }

    Failure text(const QByteArray &key, const YAML::Node &node, QByteArray &out,
                 Variables::Secrets secrets = Variables::Secrets::Refused)
    {
        if (node.IsNull()) {
            out.clear();
            return std::nullopt;
        }
        if (!node.IsScalar())
            return wrong(node, unquotedBraces(node, QString::fromUtf8(key)));
        const auto value = m_variables.resolve(QByteArray::fromStdString(node.Scalar()), textPlace(node), secrets);
        if (!value)
            return value.error();
        out = *value;
        return std::nullopt;
    }

    Failure word(const QByteArray &key, const YAML::Node &node, const QStringList &known, QByteArray &out)
    {
        if (Failure failure = text(key, node, out))
            return failure;
        out = out.trimmed().toLower();
        const QString typed = QString::fromUtf8(out);
        if (!known.contains(typed))
            return wrong(node, u"\"%1\" is no %2%3"_s.arg(typed.left(60), QString::fromUtf8(key), orKnown(typed, known)));
        return std::nullopt;
    }

    Failure flag(const QByteArray &key, const YAML::Node &node, bool &out)
    {
        QByteArray value;
        if (Failure failure = word(key, node, {u"true"_s, u"false"_s, u"yes"_s, u"no"_s, u"on"_s, u"off"_s}, value))
            return failure;
        out = value == "true" || value == "yes" || value == "on";
        return std::nullopt;
    }

    Failure number(const QByteArray &key, const YAML::Node &node, int least, int most, int &out)
    {
        QByteArray value;
        if (Failure failure = text(key, node, value))
            return failure;
        bool ok = false;
        out = value.trimmed().toInt(&ok);
        if (!ok || out < least || out > most)
            return wrong(node, u"%1 is a whole number from %2 to %3"_s.arg(QString::fromUtf8(key)).arg(least).arg(most));
        return std::nullopt;
    }

    Failure duration(const QByteArray &key, const YAML::Node &node, sip::Instant &out)
    {
        QByteArray value;
        if (Failure failure = text(key, node, value))
            return failure;
        if (value.trimmed() == "never") {
            out = key == "ring-limit" ? sip::Instant(0) : sip::ComposedRequest::Never;
            return std::nullopt;
        }
        const auto parsed = parseDuration(value);
        if (!parsed)
            return wrong(node, u"%1: %2"_s.arg(QString::fromUtf8(key), parsed.error().detail));
        out = *parsed;
        return std::nullopt;
    }

    Failure base64(const QByteArray &key, const YAML::Node &node, QByteArray &out)
    {
        QByteArray value;
        if (Failure failure = text(key, node, value))
            return failure;
        const auto decoded =
            QByteArray::fromBase64Encoding(value.simplified().replace(' ', ""), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return wrong(node, u"%1 is not base64"_s.arg(QString::fromUtf8(key)));
        out = decoded.decoded.isNull() ? QByteArray("") : decoded.decoded;
        return std::nullopt;
    }

    Failure timers(const YAML::Node &node)
    {
        QByteArray value;
        if (node.IsMap()) {
            const Failure failure =
                readMap(node, u"timer"_s, {u"t1"_s, u"t2"_s, u"t4"_s}, [&](const QByteArray &key, const YAML::Node &part) {
                    QByteArray one;
                    Failure f = text(key, part, one);
                    value += (value.isEmpty() ? "" : ",") + key + '=' + one.trimmed();
                    return f;
                });
            if (failure)
                return failure;
        } else if (Failure failure = text("timers", node, value)) {
            return failure;
        }
        const auto parsed = sip::TimerValues::parse(value);
        if (!parsed)
            return wrong(node, u"timers: %1"_s.arg(parsed.error().detail));
        m_request.timers = *parsed;
        return std::nullopt;
    }

    /// A password may stand in the file by reference only.
    Failure secret(const QByteArray &key, const YAML::Node &node, QByteArray &out)
    {
        if (node.IsScalar()) {
            const QByteArray written = QByteArray::fromStdString(node.Scalar()).trimmed();
            if (!written.startsWith("{{") || !written.endsWith("}}"))
                return wrong(
                    node,
                    u"a %1 does not belong in a file: write %1: \"{{secret:NAME}}\" and set VIATRACE_SECRET_NAME in the environment"_s
                        .arg(QString::fromUtf8(key)));
        }
        return text(key, node, out, Variables::Secrets::Allowed);
    }

    Failure credential(const YAML::Node &node)
    {
        if (!node.IsMap())
            return wrong(node, u"auth is { user: \"1001\", password: \"{{secret:NAME}}\" } or a list of such"_s);
        sip::Credential out;
        const QStringList known{u"user"_s, u"password"_s, u"realm"_s, u"ha1"_s,   u"algorithm"_s,    u"k"_s,        u"op"_s,
                                u"opc"_s,  u"amf"_s,      u"sqn"_s,   u"token"_s, u"authz-server"_s, u"anonymous"_s};
        QList<QByteArray> given;
        const Failure failure =
            readMap(node, u"auth setting"_s, known, [&](const QByteArray &key, const YAML::Node &value) -> Failure {
                given.append(key);
                if (key == "k")
                    return secret(key, value, out.subscriber.k);
                if (key == "op")
                    return secret(key, value, out.subscriber.op);
                if (key == "opc")
                    return secret(key, value, out.subscriber.opc);
                if (key == "amf")
                    return text(key, value, out.subscriber.amf);
                if (key == "sqn")
                    return text(key, value, out.subscriber.sqn);
                if (key == "token")
                    return secret(key, value, out.token);
                if (key == "authz-server")
                    return text(key, value, out.authzServer);
                if (key == "anonymous")
                    return flag(key, value, out.anonymous);
                if (key == "user")
                    return text(key, value, out.username);
                if (key == "realm")
                    return text(key, value, out.realm);
                if (key == "password")
                    return secret(key, value, out.password);
                if (key == "ha1")
                    return secret(key, value, out.ha1);
                QByteArray algorithm;
                Failure f = word(key, value, {u"md5"_s, u"sha-256"_s, u"sha-512-256"_s}, algorithm);
                out.ha1Algorithm = algorithm.toUpper();
                return f;
            });
        if (failure)
            return failure;
        if (Failure wrongKind = checkKind(node, out, given))
            return wrongKind;
        if (!out.ha1.isEmpty() && (out.realm.isEmpty() || out.ha1Algorithm.isEmpty()))
            return wrong(node, u"ha1 is made for one realm and one algorithm: give realm and algorithm too"_s);
        m_request.credentials.append(out);
        return std::nullopt;
    }

    /// One of password, HA1, subscriber, token and anonymous, with what belongs to it.
    Failure checkKind(const YAML::Node &node, const sip::Credential &credential, const QList<QByteArray> &given)
    {
        const bool aka = given.contains("k") || given.contains("op") || given.contains("opc");
        QStringList kinds;
        for (const char *kind : {"password", "ha1", "token"})
            if (given.contains(kind))
                kinds += QLatin1String(kind);
        if (aka)
            kinds += u"k with op or opc"_s;
        if (credential.anonymous)
            kinds += u"anonymous"_s;
        if (kinds.size() > 1)
            return wrong(node, u"auth takes one of %1; write a list to give several"_s.arg(kinds.join(u", "_s)));
        if (credential.username.isEmpty() && !credential.anonymous && !given.contains("token"))
            return wrong(node, u"auth needs a user, e.g. { user: \"1001\", password: \"{{secret:NAME}}\" }"_s);
        if (!aka)
            return std::nullopt;
        if (!given.contains("k") || (!given.contains("op") && !given.contains("opc")))
            return wrong(node, u"AKA needs k, and op or opc beside it"_s);
        return checkKeys(node, credential.subscriber);
    }

    /// \return nothing for values that are not here yet: variables kept for editing, secrets to be typed again
    Failure checkKeys(const YAML::Node &node, const sip::SubscriberSecret &keys)
    {
        const auto isOpen = [](const QByteArray &text) { return text.contains("{{"); };
        if (keys.k.isEmpty() || (keys.op.isEmpty() && keys.opc.isEmpty()) || isOpen(keys.k) || isOpen(keys.op) ||
            isOpen(keys.opc) || isOpen(keys.amf) || isOpen(keys.sqn))
            return std::nullopt;
        const auto read = sip::subscriberKeys(keys);
        return read ? Failure() : wrong(node, read.error().detail);
    }

    Failure auth(const YAML::Node &node)
    {
        if (!node.IsSequence())
            return credential(node);
        for (const auto &entry : node) {
            if (Failure failure = credential(entry))
                return failure;
        }
        return std::nullopt;
    }

    /// One value, or a list of them.
    Failure texts(const QByteArray &key, const YAML::Node &node, QList<QByteArray> &out)
    {
        QByteArray one;
        if (!node.IsSequence()) {
            Failure failure = text(key, node, one);
            if (!one.isEmpty())
                out.append(one);
            return failure;
        }
        for (const auto &entry : node) {
            if (Failure failure = text(key, entry, one))
                return failure;
            out.append(one);
        }
        return std::nullopt;
    }

    Failure tls(const YAML::Node &node)
    {
        if (!node.IsMap())
            return wrong(node, u"tls is a map, e.g. { ca: \"ca.pem\", server-name: \"sip.example.com\" }"_s);
        sip::TlsSettings &out = m_request.tls;
        const QStringList known{u"ca"_s,   u"certificate"_s, u"key"_s,  u"key-password"_s,         u"server-name"_s, u"least"_s,
                                u"most"_s, u"pin"_s,         u"alpn"_s, u"despite-failed-check"_s, u"key-log"_s};
        const auto path = [this](const QByteArray &key, const YAML::Node &value, QString &file) {
            QByteArray name;
            Failure failure = text(key, value, name);
            file = QString::fromUtf8(name);
            return failure;
        };
        return readMap(node, u"tls setting"_s, known, [&](const QByteArray &key, const YAML::Node &value) -> Failure {
            if (key == "certificate")
                return path(key, value, out.certificateFile);
            if (key == "key")
                return path(key, value, out.keyFile);
            if (key == "key-log")
                return path(key, value, out.keyLogFile);
            if (key == "key-password")
                return secret(key, value, out.keyPassword);
            if (key == "server-name")
                return text(key, value, out.serverName);
            if (key == "despite-failed-check")
                return flag(key, value, out.sendDespite);
            if (key == "alpn")
                return texts(key, value, out.applications);
            if (key == "least" || key == "most")
                return tlsVersion(value, key == "least" ? out.least : out.most);
            QList<QByteArray> all;
            if (Failure failure = texts(key, value, all))
                return failure;
            for (const QByteArray &one : std::as_const(all)) {
                if (key == "ca") {
                    out.authorities.append(QString::fromUtf8(one));
                    continue;
                }
                const auto pin = sip::fingerprint(one);
                if (!pin)
                    return wrong(value, u"pin: %1"_s.arg(pin.error().detail));
                out.pins.append(*pin);
            }
            return std::nullopt;
        });
    }

    Failure tlsVersion(const YAML::Node &node, sip::TlsVersion &out)
    {
        QByteArray value;
        if (Failure failure = word("TLS version", node, {u"1.0"_s, u"1.1"_s, u"1.2"_s, u"1.3"_s}, value))
            return failure;
        out = *sip::tlsVersion(value);
        return std::nullopt;
    }

    Failure then(const YAML::Node &node)
    {
        if (!node.IsSequence())
            return wrong(node, u"then is a list of requests in the dialog, e.g. [ \"1s INFO\", BYE ]"_s);
        for (const auto &entry : node) {
            QByteArray line;
            if (Failure failure = text("then", entry, line))
                return failure;
            const auto next = parseNext(line);
            if (!next)
                return wrong(entry, next.error().detail);
            m_request.then.append(*next);
        }
        return std::nullopt;
    }

    Failure answers(const YAML::Node &node)
    {
        if (!node.IsSequence())
            return wrong(node, u"answers is a list, e.g. [ \"INVITE: 180, 2s 200\", \"*: 486\" ]"_s);
        for (const auto &entry : node) {
            QByteArray line;
            if (Failure failure = text("answers", entry, line))
                return failure;
            const auto answer = parseAnswer(line);
            if (!answer)
                return wrong(entry, answer.error().detail);
            m_request.answers.append(*answer);
        }
        return std::nullopt;
    }

    Failure setting(const QByteArray &key, const YAML::Node &value)
    {
        m_settings.places.insert(key, placeOf(value.Mark()));
        if (key == "name") {
            QByteArray name;
            Failure failure = text(key, value, name);
            m_request.name = QString::fromUtf8(name);
            return failure;
        }
        if (key == "target")
            return text(key, value, m_request.target);
        if (key == "digest-uri")
            return text(key, value, m_request.authPolicy.uriOverride);
        if (key == "auth")
            return auth(value);
        if (key == "timers")
            return timers(value);
        if (key == "transport")
            return word(key, value, {u"udp"_s, u"tcp"_s, u"tls"_s, u"ws"_s, u"wss"_s}, m_request.transport);
        if (key == "tls")
            return tls(value);
        if (key == "auth-choice") {
            QByteArray choice;
            Failure failure = word(key, value, {u"topmost"_s, u"strongest"_s, u"weakest"_s}, choice);
            using Choice = sip::AuthPolicy::Choice;
            m_request.authPolicy.choice = choice == "strongest" ? Choice::Strongest
                                          : choice == "weakest" ? Choice::Weakest
                                                                : Choice::TopmostSupported;
            return failure;
        }
        if (key == "auth-scheme") {
            QByteArray scheme;
            Failure failure = word(key, value, {u"as-offered"_s, u"digest"_s, u"bearer"_s}, scheme);
            using Scheme = sip::AuthPolicy::Scheme;
            m_request.authPolicy.scheme = scheme == "digest"   ? Scheme::Digest
                                          : scheme == "bearer" ? Scheme::Bearer
                                                               : Scheme::AsOffered;
            return failure;
        }
        if (key == "preemptive")
            return flag(key, value, m_request.authPolicy.preemptive);
        if (key == "prefer-auth-int")
            return flag(key, value, m_request.authPolicy.preferAuthInt);
        if (key == "resolver") {
            Failure failure = text(key, value, m_request.road.resolver);
            const bool unresolved = m_request.road.resolver.contains("{{"); // kept for later
            if (const auto server = sip::parseResolver(m_request.road.resolver); !failure && !unresolved && !server)
                return wrong(value, server.error().detail);
            return failure;
        }
        if (key == "families") {
            QByteArray which;
            Failure failure = word(key, value, familiesNames(), which);
            m_request.road.families =
                sip::AddressFamilies(std::max<qsizetype>(0, familiesNames().indexOf(QString::fromUtf8(which))));
            return failure;
        }
        if (key == "pin")
            return text(key, value, m_request.road.pin);
        if (key == "pretend-dead")
            return texts(key, value, m_request.road.pretendDead);
        if (key == "force-udp")
            return flag(key, value, m_request.forceUdp);
        if (key == "compact-headers")
            return flag(key, value, m_request.compactHeaders);
        if (key == "force-cancel")
            return flag(key, value, m_request.forceCancel);
        if (key == "raw")
            return flag(key, value, m_request.raw);
        if (key == "max-stale")
            return number(key, value, 0, 100, m_request.authPolicy.maxStale);
        if (key == "max-answers")
            return number(key, value, 0, 100, m_request.authPolicy.maxAnswers);
        if (key == "max-retries")
            return number(key, value, 0, 100, m_request.maxRetries);
        if (key == "ring-limit")
            return duration(key, value, m_request.ringLimit);
        if (key == "hang-up-after")
            return duration(key, value, m_request.hangUpAfter);
        if (key == "follow-redirects")
            return flag(key, value, m_request.followRedirects);
        if (key == "keep-for")
            return duration(key, value, m_request.keepFor);
        if (key == "on-exit") {
            QByteArray what;
            Failure failure = word(key, value, {u"remove"_s, u"leave"_s}, what);
            m_request.removeOnExit = what != "leave";
            return failure;
        }
        if (key == "answers")
            return answers(value);
        if (key == "then")
            return then(value);
        if (key == "raw-base64")
            return base64(key, value, m_settings.rawBase64);
        return base64(key, value, m_settings.bodyBase64);
    }

    const QList<QByteArray> m_lines;
    const Variables &m_variables;
    sip::ComposedRequest &m_request;
    Settings &m_settings;
};

} // namespace

std::optional<FileError> readSettingsPart(const QByteArray &yaml, const Variables &variables, sip::ComposedRequest &request,
                                          Settings &settings)
{
    if (yaml.size() > MaxSettingsSize)
        return variables.error({}, u"the settings before the line --- are larger than 64 KiB; is the line --- missing?"_s);
    // YAML has no control characters (YAML 1.2 5.1), and yaml-cpp takes 0x04 for the end.
    const auto control =
        std::ranges::find_if(yaml, [](char c) { return uchar(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; });
    if (control != yaml.end()) {
        const qsizetype at = control - yaml.begin();
        return variables.error(after({1, 1}, QByteArrayView(yaml).first(at)),
                               u"a control character (%1) stands here; write it in double quotes as \"\\x%1\""_s.arg(
                                   int(*control), 2, 16, QChar(u'0')));
    }
    // yaml-cpp reports by exceptions; they end here.
    try {
        return Reader(yaml, variables, request, settings).read(YAML::Load(yaml.toStdString()));
    } catch (const YAML::Exception &exception) {
        return variables.error(placeOf(exception.mark),
                               u"the settings are not YAML: %1"_s.arg(QString::fromStdString(exception.msg)));
    }
}

} // namespace diag
