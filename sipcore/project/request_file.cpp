// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/request_file.h"

#include "base/words.h"
#include "project/message_part.h"
#include "project/settings_part.h"
#include "request/setting_checks.h"
#include "request/target.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag {

namespace {

using sip::Words;

constexpr qsizetype MaxFileSize = 16 * 1024 * 1024;

/// The first octet that is not UTF-8; -1: all is. What cannot be decoded comes back as something else.
qsizetype firstNotUtf8(const QByteArray &text)
{
    if (QUtf8StringView(text).isValidUtf8())
        return -1;
    const QByteArray again = QString::fromUtf8(text).toUtf8();
    return std::mismatch(text.begin(), text.end(), again.begin(), again.end()).first - text.begin();
}

struct Parts {
    QByteArray settings, message;
    int messageLine = 1;
};

std::optional<Parts> split(const QByteArray &text)
{
    Parts parts;
    int line = 1;
    for (qsizetype at = 0; at < text.size(); ++line) {
        const qsizetype end = text.indexOf('\n', at);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        const QByteArrayView here = QByteArrayView(text).sliced(at, next - at);
        if (here.startsWith("---") && here.sliced(3).trimmed().isEmpty()) {
            parts.settings = text.first(at);
            parts.message = text.mid(next);
            parts.messageLine = line + 1;
            return parts;
        }
        at = next;
    }
    return std::nullopt;
}

/// What is to be sent has to be able to work; what is opened for editing is shown as it is.
std::optional<FileError> checkUse(const sip::ComposedRequest &request, const Settings &settings, const Variables &variables)
{
    if (variables.isKept())
        return std::nullopt;
    using Setting = sip::RequestSetting;
    for (const Setting setting : {Setting::RingLimit, Setting::HangUpAfter, Setting::KeepFor, Setting::OnExit, Setting::Then,
                                  Setting::Answers, Setting::ForceUdp, Setting::KeepAlive}) {
        const auto place = settings.places.constFind(sip::settingName(setting).toByteArray());
        const QString why = place == settings.places.cend() ? QString() : sip::objection(request, setting);
        if (!why.isEmpty())
            return variables.error(*place, u"%1: %2"_s.arg(QString::fromLatin1(place.key()), why));
    }
    const auto place = settings.places.constFind("target");
    if (const auto hop = sip::nextHop(request); !hop && place != settings.places.cend())
        return variables.error(*place, hop.error().detail);
    return std::nullopt;
}

} // namespace

QString FileError::message() const
{
    if (file.isEmpty())
        return text;
    if (line < 1)
        return u"%1: %2"_s.arg(file, text);
    return u"%1:%2:%3: %4"_s.arg(file).arg(line).arg(std::max(1, column)).arg(text);
}

sip::Expected<sip::ComposedRequest, FileError> parseRequestFile(const QByteArray &text, const QString &fileName,
                                                                const Environment &environment)
{
    const Variables variables(environment, fileName);
    if (text.size() > MaxFileSize)
        return variables.error({}, Words::tr("the file is larger than 16 MiB; that is no request file"));
    const QByteArray whole = text.startsWith("\xef\xbb\xbf") ? text.mid(3) : text;
    if (const qsizetype bad = firstNotUtf8(whole); bad >= 0)
        return variables.error(
            after({1, 1}, QByteArrayView(whole).first(bad)),
            Words::tr("the file is not UTF-8 here; save it as UTF-8, or give other bytes as body-base64 or raw-base64"));
    const std::optional<Parts> parts = split(whole);
    if (!parts)
        return variables.error({},
                               Words::tr("there is no line --- ; a request file is settings, a line ---, and the SIP message"));
    sip::ComposedRequest request;
    Settings settings;
    if (auto error = readSettingsPart(parts->settings, variables, request, settings))
        return *error;
    if (!settings.rawBase64.isNull()) {
        if (!parts->message.trimmed().isEmpty())
            return variables.error({parts->messageLine, 1},
                                   Words::tr("raw-base64 holds the message already; leave nothing behind the line ---"));
        request.raw = true;
        request.rawBytes = settings.rawBase64;
        if (auto error = checkUse(request, settings, variables))
            return *error;
        return request;
    }
    if (auto error = readMessagePart(parts->message, parts->messageLine, variables, request))
        return *error;
    if (!settings.bodyBase64.isNull()) {
        if (request.raw || !request.body.isEmpty())
            return variables.error({parts->messageLine, 1},
                                   Words::tr("body-base64 holds the body already; end the message with its header"));
        request.body = settings.bodyBase64;
    }
    if (auto error = checkUse(request, settings, variables))
        return *error;
    return request;
}

sip::Expected<sip::ComposedRequest, FileError> readRequestFile(const QString &path, const Environment &environment)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return FileError{path, 0, 0, Words::tr("cannot be read: %1").arg(file.errorString())};
    // One octet more than allowed tells a file that is too large from one that just fits, devices without a size included.
    const QByteArray text = file.read(MaxFileSize + 1);
    if (file.error() != QFileDevice::NoError)
        return FileError{path, 0, 0, Words::tr("cannot be read: %1").arg(file.errorString())};
    return parseRequestFile(text, path, environment);
}

namespace {

/// Every text of a request that may hold variables. \param visit  (QByteArray &text, bool secret)
template<class Visit> void visitTexts(sip::ComposedRequest &request, const Visit &visit)
{
    for (QByteArray *text : {&request.method, &request.target, &request.requestUri, &request.body, &request.rawBytes,
                             &request.transport, &request.authPolicy.uriOverride, &request.road.resolver, &request.road.pin,
                             &request.tls.serverName, &request.ws.path, &request.ws.host, &request.ws.origin, &request.ws.proxy})
        visit(*text, false);
    for (sip::ComposedRow &row : request.rows) {
        if (row.muted)
            continue;
        visit(row.name, false);
        visit(row.value, false);
    }
    for (QByteArray &text : request.road.pretendDead)
        visit(text, false);
    const auto visitFile = [&visit](QString &file) {
        QByteArray text = file.toUtf8();
        visit(text, false);
        file = QString::fromUtf8(text);
    };
    for (QString *file : {&request.tls.certificateFile, &request.tls.keyFile, &request.tls.keyLogFile})
        visitFile(*file);
    for (QString &file : request.tls.authorities)
        visitFile(file);
    visit(request.tls.keyPassword, true);
    for (QByteArray &text : request.ws.protocols)
        visit(text, false);
    for (sip::WsSettings::Header &row : request.ws.headers) {
        const bool secret = row.value.startsWith("{{secret:");
        visit(row.value, secret || row.isCredential());
        row.secret |= secret;
    }
    for (sip::Credential &credential : request.credentials)
        sip::visitTexts(credential, visit);
}

} // namespace

bool hasVariables(const sip::ComposedRequest &request)
{
    sip::ComposedRequest copy = request;
    bool found = false;
    visitTexts(copy, [&found](const QByteArray &text, bool) { found = found || text.contains("{{"); });
    return found;
}

sip::Expected<sip::ComposedRequest, FileError> resolveVariables(const sip::ComposedRequest &request,
                                                                const Environment &environment)
{
    const Variables variables(environment, {});
    sip::ComposedRequest out = request;
    std::optional<FileError> error;
    visitTexts(out, [&](QByteArray &text, bool secret) {
        const auto value = variables.resolve(text, {}, secret ? Variables::Secrets::Allowed : Variables::Secrets::Refused);
        if (value)
            text = *value;
        else if (!error)
            error = value.error();
    });
    if (error) {
        error->line = error->column = 0;
        return *error;
    }
    return out;
}

} // namespace diag
