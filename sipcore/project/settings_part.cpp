// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/settings_part.h"

#include "base/words.h"
#include "dns/resolver.h"
#include "project/answer_text.h"
#include "project/credential_settings.h"
#include "project/next_text.h"
#include "project/road_text.h"
#include "project/tls_settings_part.h"
#include "project/ws_settings_part.h"
#include "project/yaml_values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag {

namespace {

using sip::Words;

/// Reads one head. Every read function returns nothing when it went well.
class Reader {
public:
    Reader(const QByteArray &yaml, const Variables &variables, sip::ComposedRequest &request, Settings &settings)
        : m_values(yaml, variables), m_request(request), m_settings(settings)
    {}

    Failure read(const YAML::Node &root)
    {
        if (!root.IsDefined() || root.IsNull())
            return std::nullopt;
        return m_values.readMap(root, Words::tr("setting"), keys(),
                                [this](const QByteArray &key, const YAML::Node &value) { return setting(key, value); });
    }

private:
    static const QStringList &keys()
    {
        static const QStringList all{u"name"_s,
                                     u"target"_s,
                                     u"auth"_s,
                                     u"timers"_s,
                                     u"transport"_s,
                                     u"tls"_s,
                                     u"ws"_s,
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
                                     u"keep-alive"_s,
                                     u"on-exit"_s,
                                     u"follow-redirects"_s};
        return all;
    }

    Failure timers(const YAML::Node &node)
    {
        QByteArray value;
        if (node.IsMap()) {
            const Failure failure = m_values.readMap(node, Words::tr("timer"), {u"t1"_s, u"t2"_s, u"t4"_s},
                                                     [&](const QByteArray &key, const YAML::Node &part) {
                                                         QByteArray one;
                                                         Failure f = m_values.text(key, part, one);
                                                         value += (value.isEmpty() ? "" : ",") + key + '=' + one.trimmed();
                                                         return f;
                                                     });
            if (failure)
                return failure;
        } else if (Failure failure = m_values.text("timers", node, value)) {
            return failure;
        }
        const auto parsed = sip::TimerValues::parse(value);
        if (!parsed)
            return m_values.wrong(node, u"timers: %1"_s.arg(parsed.error().detail));
        m_request.timers = *parsed;
        return std::nullopt;
    }

    Failure keepAlive(const YAML::Node &node)
    {
        QByteArray value;
        if (Failure failure = m_values.text("keep-alive", node, value))
            return failure;
        const auto setting = sip::KeepAliveSetting::parse(value);
        if (!setting)
            return m_values.wrong(node, u"keep-alive: %1"_s.arg(setting.error().detail));
        m_request.keepAlive = *setting;
        return std::nullopt;
    }

    Failure then(const YAML::Node &node)
    {
        if (!node.IsSequence())
            return m_values.wrong(node, Words::tr("then is a list of requests in the dialog, e.g. [ \"1s INFO\", BYE ]"));
        for (const auto &entry : node) {
            QByteArray line;
            if (Failure failure = m_values.text("then", entry, line))
                return failure;
            const auto next = parseNext(line);
            if (!next)
                return m_values.wrong(entry, next.error().detail);
            m_request.then.append(*next);
        }
        return std::nullopt;
    }

    Failure answers(const YAML::Node &node)
    {
        if (!node.IsSequence())
            return m_values.wrong(node, Words::tr("answers is a list, e.g. [ \"INVITE: 180, 2s 200\", \"*: 486\" ]"));
        for (const auto &entry : node) {
            QByteArray line;
            if (Failure failure = m_values.text("answers", entry, line))
                return failure;
            const auto answer = parseAnswer(line);
            if (!answer)
                return m_values.wrong(entry, answer.error().detail);
            m_request.answers.append(*answer);
        }
        return std::nullopt;
    }

    Failure setting(const QByteArray &key, const YAML::Node &value)
    {
        m_settings.places.insert(key, placeOf(value.Mark()));
        if (key == "name") {
            QByteArray name;
            Failure failure = m_values.text(key, value, name);
            m_request.name = QString::fromUtf8(name);
            return failure;
        }
        if (key == "target")
            return m_values.text(key, value, m_request.target);
        if (key == "digest-uri")
            return m_values.text(key, value, m_request.authPolicy.uriOverride);
        if (key == "auth")
            return readCredentials(m_values, value, m_request.credentials);
        if (key == "timers")
            return timers(value);
        if (key == "transport")
            return m_values.word(key, value, {u"udp"_s, u"tcp"_s, u"tls"_s, u"ws"_s, u"wss"_s}, m_request.transport);
        if (key == "tls")
            return readTlsSettings(m_values, value, m_request.tls);
        if (key == "ws")
            return readWsSettings(m_values, value, m_request.ws);
        if (key == "auth-choice") {
            QByteArray choice;
            Failure failure = m_values.word(key, value, {u"topmost"_s, u"strongest"_s, u"weakest"_s}, choice);
            using Choice = sip::AuthPolicy::Choice;
            m_request.authPolicy.choice = choice == "strongest" ? Choice::Strongest
                                          : choice == "weakest" ? Choice::Weakest
                                                                : Choice::TopmostSupported;
            return failure;
        }
        if (key == "auth-scheme") {
            QByteArray scheme;
            Failure failure = m_values.word(key, value, {u"as-offered"_s, u"digest"_s, u"bearer"_s}, scheme);
            using Scheme = sip::AuthPolicy::Scheme;
            m_request.authPolicy.scheme = scheme == "digest"   ? Scheme::Digest
                                          : scheme == "bearer" ? Scheme::Bearer
                                                               : Scheme::AsOffered;
            return failure;
        }
        if (key == "preemptive")
            return m_values.flag(key, value, m_request.authPolicy.preemptive);
        if (key == "prefer-auth-int")
            return m_values.flag(key, value, m_request.authPolicy.preferAuthInt);
        if (key == "resolver") {
            Failure failure = m_values.text(key, value, m_request.road.resolver);
            const bool unresolved = m_request.road.resolver.contains("{{"); // kept for later
            if (const auto server = sip::parseResolver(m_request.road.resolver); !failure && !unresolved && !server)
                return m_values.wrong(value, server.error().detail);
            return failure;
        }
        if (key == "families") {
            QByteArray which;
            Failure failure = m_values.word(key, value, familiesNames(), which);
            m_request.road.families =
                sip::AddressFamilies(std::max<qsizetype>(0, familiesNames().indexOf(QString::fromUtf8(which))));
            return failure;
        }
        if (key == "pin")
            return m_values.text(key, value, m_request.road.pin);
        if (key == "pretend-dead")
            return m_values.texts(key, value, m_request.road.pretendDead);
        if (key == "force-udp")
            return m_values.flag(key, value, m_request.forceUdp);
        if (key == "compact-headers")
            return m_values.flag(key, value, m_request.compactHeaders);
        if (key == "force-cancel")
            return m_values.flag(key, value, m_request.forceCancel);
        if (key == "raw")
            return m_values.flag(key, value, m_request.raw);
        if (key == "max-stale")
            return m_values.number(key, value, 0, 100, m_request.authPolicy.maxStale);
        if (key == "max-answers")
            return m_values.number(key, value, 0, 100, m_request.authPolicy.maxAnswers);
        if (key == "max-retries")
            return m_values.number(key, value, 0, 100, m_request.maxRetries);
        if (key == "ring-limit")
            return m_values.duration(key, value, m_request.ringLimit);
        if (key == "hang-up-after")
            return m_values.duration(key, value, m_request.hangUpAfter);
        if (key == "follow-redirects")
            return m_values.flag(key, value, m_request.followRedirects);
        if (key == "keep-for")
            return m_values.duration(key, value, m_request.keepFor);
        if (key == "keep-alive")
            return keepAlive(value);
        if (key == "on-exit") {
            QByteArray what;
            Failure failure = m_values.word(key, value, {u"remove"_s, u"leave"_s}, what);
            m_request.removeOnExit = what != "leave";
            return failure;
        }
        if (key == "answers")
            return answers(value);
        if (key == "then")
            return then(value);
        if (key == "raw-base64")
            return m_values.base64(key, value, m_settings.rawBase64);
        return m_values.base64(key, value, m_settings.bodyBase64);
    }

    const YamlValues m_values;
    sip::ComposedRequest &m_request;
    Settings &m_settings;
};

/// A body in base64, as it is written for one that is no text: one plain word to YAML, of any length.
bool isBase64Line(QByteArrayView line)
{
    for (const QByteArrayView key : {QByteArrayView("body-base64: \""), QByteArrayView("raw-base64: \"")}) {
        if (!line.startsWith(key) || line.size() == key.size() || !line.endsWith('"'))
            continue;
        const QByteArrayView word = line.sliced(key.size()).chopped(1);
        return std::ranges::all_of(word, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/' || c == '=';
        });
    }
    return false;
}

bool isTooLarge(const QByteArray &yaml)
{
    if (yaml.size() <= MaxSettingsSize)
        return false;
    qsizetype octets = 0;
    for (const QByteArray &line : yaml.split('\n'))
        octets += isBase64Line(QByteArrayView(line).trimmed()) ? 0 : line.size() + 1;
    return octets > MaxSettingsSize;
}

} // namespace

std::optional<FileError> readSettingsPart(const QByteArray &yaml, const Variables &variables, sip::ComposedRequest &request,
                                          Settings &settings)
{
    if (isTooLarge(yaml))
        return variables.error({},
                               Words::tr("the settings before the line --- are larger than 64 KiB; is the line --- missing?"));
    // YAML has no control characters (YAML 1.2 5.1), and yaml-cpp takes 0x04 for the end.
    const auto control =
        std::ranges::find_if(yaml, [](char c) { return uchar(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; });
    if (control != yaml.end()) {
        const qsizetype at = control - yaml.begin();
        return variables.error(after({1, 1}, QByteArrayView(yaml).first(at)),
                               Words::tr("a control character (%1) stands here; write it in double quotes as \"\\x%1\"")
                                   .arg(int(*control), 2, 16, QChar(u'0')));
    }
    // yaml-cpp reports by exceptions; they end here.
    try {
        return Reader(yaml, variables, request, settings).read(YAML::Load(yaml.toStdString()));
    } catch (const YAML::Exception &exception) {
        return variables.error(placeOf(exception.mark),
                               Words::tr("the settings are not YAML: %1").arg(QString::fromStdString(exception.msg)));
    }
}

} // namespace diag
