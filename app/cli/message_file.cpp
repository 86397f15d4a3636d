// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/message_file.h"

#include "flow/row_words.h"
#include "message/parser.h"
#include "project/request_file.h"
#include "request/request_builder.h"
#include "request/target.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr qint64 MaxFileSize = 16 * 1024 * 1024;

sip::Expected<QByteArray, QString> readBytes(const QString &path)
{
    QFile file(path);
    const bool open = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return u"%1: cannot be read: %2"_s.arg(path, file.errorString());
    QByteArray bytes = file.read(MaxFileSize + 1);
    if (file.error() != QFileDevice::NoError)
        return u"%1: cannot be read: %2"_s.arg(path, file.errorString());
    if (bytes.size() > MaxFileSize)
        return u"%1: larger than 16 MiB; that is no SIP message"_s.arg(path);
    return bytes;
}

bool isRequestFile(const QString &path)
{
    return path.endsWith(u".via"_s, Qt::CaseInsensitive);
}

/// Every {{name}} of a file.
QStringList variableNames(const QByteArray &text)
{
    static const QRegularExpression pattern(u"\\{\\{\\s*([\\w.-]+)\\s*\\}\\}"_s);
    QStringList names;
    for (auto it = pattern.globalMatch(QString::fromUtf8(text)); it.hasNext();)
        names.append(it.next().captured(1));
    return names;
}

/// A request file as it would be sent; passwords are not needed.
sip::Expected<sip::Message, QString> readPreview(const QString &path, const QHash<QString, QString> &values)
{
    const auto bytes = readBytes(path);
    if (!bytes)
        return bytes.error();
    static const QStringList builtIns{u"local"_s, u"uuid"_s, u"random"_s, u"date"_s, u"braces"_s};
    diag::Environment environment;
    environment.values = values;
    for (const QString &name : variableNames(*bytes)) {
        if (!environment.values.contains(name) && !builtIns.contains(name))
            environment.values.insert(name, QString(name).replace(u'_', u'-')); // as in a host name
    }
    environment.secret = [](const QString &) { return std::optional(QString()); };
    auto request = diag::parseRequestFile(*bytes, path, environment);
    if (!request)
        return request.error().message();
    const sip::Endpoint local = *sip::Endpoint::parse("192.0.2.10:5060");
    const auto hop = sip::nextHop(*request);
    return sip::previewRequest(*request, local, hop ? hop->address.protocol : sip::Protocol::Udp);
}

} // namespace

sip::Expected<QHash<QString, QString>, QString> variableValues(const std::vector<std::string> &settings)
{
    QHash<QString, QString> values;
    for (const std::string &setting : settings) {
        const QString text = QString::fromStdString(setting);
        const qsizetype equals = text.indexOf(u'=');
        if (equals < 1)
            return u"--set needs NAME=VALUE, not \"%1\""_s.arg(text);
        values.insert(text.left(equals), text.mid(equals + 1));
    }
    return values;
}

QString placeName(const QString &path)
{
    return isRequestFile(path) ? path + u" (as sent)"_s : path;
}

sip::Expected<sip::Message, QString> readMessage(const QString &path, const QHash<QString, QString> &values)
{
    if (isRequestFile(path))
        return readPreview(path, values);
    auto bytes = readBytes(path);
    if (!bytes)
        return bytes.error();
    if (!bytes->contains('\r'))
        bytes->replace('\n', "\r\n");
    return sip::parseMessage(*bytes, sip::Framing::Composed);
}

LineColumn placeOf(const QByteArray &wire, qsizetype offset)
{
    if (offset < 0 || offset > wire.size())
        return {};
    const QByteArrayView before = QByteArrayView(wire).first(offset);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const QByteArrayView inLine = before.sliced(before.lastIndexOf('\n') + 1);
    const auto column = std::count_if(inLine.begin(), inLine.end(), [](char c) { return (uchar(c) & 0xc0) != 0x80; });
    return {int(lines) + 1, int(column) + 1};
}

QString severityName(sip::LintMark::Severity severity)
{
    using Severity = sip::LintMark::Severity;
    return severity == Severity::Error ? u"error"_s : severity == Severity::Warning ? u"warning"_s : u"info"_s;
}

QString markLine(const QString &file, const QByteArray &wire, const sip::LintMark &mark)
{
    const LineColumn place = placeOf(wire, mark.offset);
    QString line = file + u':';
    if (place.line)
        line += u"%1:%2:"_s.arg(place.line).arg(place.column);
    line += u" %1: %2"_s.arg(severityName(mark.severity), mark.text);
    const QString reference = diag::words::rule(mark.rule);
    return reference.isEmpty() || mark.text.contains(reference) ? line : line + u" (%1)"_s.arg(reference);
}

} // namespace cli
