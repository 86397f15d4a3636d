// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/message_part.h"

#include "base/words.h"
#include "message/headers.h"

#include <algorithm>

namespace diag {

namespace {

using sip::Words;

/// Walks the lines of the message part.
struct Lines {
    const QByteArray &text;
    int line;
    qsizetype at = 0;

    bool atEnd() const { return at >= text.size(); }
    /// The next line without its end, a CR inside it made a space; \a place: where it begins.
    QByteArray next(Place &place)
    {
        place = {line++, 1};
        const qsizetype end = text.indexOf('\n', at);
        QByteArray out = end < 0 ? text.mid(at) : text.mid(at, end - at);
        at = end < 0 ? text.size() : end + 1;
        if (out.endsWith('\r'))
            out.chop(1);
        return out.replace('\r', ' ');
    }
    bool nextIsContinuation() const { return !atEnd() && (text[at] == ' ' || text[at] == '\t') && !isBlankLine(); }
    bool isBlankLine() const
    {
        const qsizetype end = text.indexOf('\n', at);
        return QByteArrayView(text).sliced(at, (end < 0 ? text.size() : end) - at).trimmed().isEmpty();
    }
};

std::optional<FileError> readStartLine(const QByteArray &line, Place place, const Variables &variables,
                                       sip::ComposedRequest &request)
{
    if (line.startsWith("SIP/2.0"))
        return variables.error(
            place, Words::tr("this is a response; a request file holds a request, e.g. OPTIONS sip:example.com SIP/2.0"));
    const qsizetype methodEnd = line.indexOf(' ');
    const qsizetype versionAt = line.lastIndexOf(' ');
    if (methodEnd <= 0)
        return variables.error(place,
                               Words::tr("a request begins with METHOD URI SIP/2.0, e.g. OPTIONS sip:example.com SIP/2.0"));
    if (line.mid(versionAt + 1).toUpper() != "SIP/2.0")
        return variables.error(after(place, line.first(versionAt + 1)),
                               Words::tr("the first line of a request ends with SIP/2.0"));
    const auto method = variables.resolve(line.first(methodEnd), place);
    if (!method)
        return method.error();
    if (!sip::isToken(*method))
        return variables.error(place, Words::tr("\"%1\" cannot be a method; methods are words such as REGISTER (RFC 3261 7.1)")
                                          .arg(QString::fromUtf8(method->left(40)).simplified()));
    const auto uri = variables.resolve(line.mid(methodEnd + 1, std::max<qsizetype>(0, versionAt - methodEnd - 1)).trimmed(),
                                       after(place, line.first(methodEnd + 1)));
    if (!uri)
        return uri.error();
    if (uri->isEmpty() && request.target.isEmpty())
        return variables.error(place, Words::tr("the Request-URI is missing, e.g. OPTIONS sip:example.com SIP/2.0"));
    request.method = *method;
    request.requestUri = *uri;
    return std::nullopt;
}

/// "# Name: value": a row that is kept but not sent. Other lines with # are comments.
bool isMutedRow(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    return line.startsWith('#') && colon > 0 && sip::isToken(line.sliced(1, colon - 1).trimmed());
}

std::optional<FileError> readRow(const QByteArray &line, Place place, const Variables &variables, sip::ComposedRequest &request)
{
    const bool muted = isMutedRow(line);
    if (!muted && line.startsWith('#'))
        return std::nullopt;
    const qsizetype colon = line.indexOf(':');
    const qsizetype nameAt = muted ? 1 : 0;
    if (colon <= nameAt)
        return variables.error(
            place, Words::tr("this line is no header row: \"Name: value\" is expected; an empty line begins the body"));
    const auto name = variables.resolve(line.sliced(nameAt, colon - nameAt).trimmed(), place);
    if (!name)
        return name.error();
    qsizetype valueAt = colon + 1;
    while (valueAt < line.size() && (line[valueAt] == ' ' || line[valueAt] == '\t'))
        ++valueAt;
    const auto value = variables.resolve(line.mid(valueAt).trimmed(), after(place, line.first(valueAt)));
    if (!value)
        return value.error();
    request.rows.append({*name, *value, muted});
    return std::nullopt;
}

} // namespace

QByteArray bodyFromText(const QByteArray &text)
{
    QByteArray body = text;
    const qsizetype firstEnd = body.indexOf('\n');
    if (firstEnd >= 0 && firstEnd == body.size() - 1) {
        body.chop(1);
        if (body.endsWith('\r'))
            body.chop(1);
    }
    return body.replace("\r\n", "\n").replace('\n', "\r\n");
}

QByteArray rawFromText(const QByteArray &text)
{
    return text.contains('\r') ? text : QByteArray(text).replace('\n', "\r\n");
}

std::optional<FileError> readMessagePart(const QByteArray &text, int firstLine, const Variables &variables,
                                         sip::ComposedRequest &request)
{
    if (request.raw) {
        const auto raw = variables.resolve(text, {firstLine, 1});
        if (!raw)
            return raw.error();
        request.rawBytes = rawFromText(*raw);
        if (request.rawBytes.isEmpty())
            return variables.error({firstLine, 1}, Words::tr("nothing follows the line ---: there is nothing to send"));
        return std::nullopt;
    }
    Lines lines{text, firstLine};
    while (!lines.atEnd() && lines.isBlankLine()) {
        Place skipped;
        lines.next(skipped);
    }
    if (lines.atEnd())
        return variables.error({lines.line, 1}, Words::tr("the message is missing, e.g. OPTIONS sip:example.com SIP/2.0"));
    Place place;
    const QByteArray start = lines.next(place);
    if (auto error = readStartLine(start.trimmed(), place, variables, request))
        return error;
    while (!lines.atEnd()) {
        if (lines.isBlankLine()) {
            lines.next(place);
            break;
        }
        if (lines.nextIsContinuation())
            return variables.error({lines.line, 1},
                                   Words::tr("a header row cannot begin with a space: the start line is not folded"));
        QByteArray line = lines.next(place);
        while (lines.nextIsContinuation()) { // a folded row is one row (RFC 3261 7.3.1)
            Place folded;
            line += ' ' + lines.next(folded).trimmed();
        }
        if (auto error = readRow(line, place, variables, request))
            return error;
    }
    const auto body = variables.resolve(text.mid(lines.at), {lines.line, 1});
    if (!body)
        return body.error();
    request.body = bodyFromText(*body);
    return std::nullopt;
}

} // namespace diag
