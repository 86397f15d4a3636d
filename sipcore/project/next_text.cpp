// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/next_text.h"

#include "base/words.h"
#include "message/headers.h"
#include "project/duration.h"

#include <algorithm>

namespace diag {

namespace {

using sip::Words;

constexpr QByteArrayView RowMark = " | ", BodyMark = " || ";
constexpr QByteArrayView Keys = "0123456789*#ABCD";

sip::Error wrong(const QString &text)
{
    return {sip::Error::Code::Syntax, text, 0, ""};
}

QByteArray escaped(const QByteArray &body)
{
    QByteArray out;
    for (const char c : body) {
        switch (c) {
        case '\\': out += "\\\\"; break;
        case '\r': out += "\\r"; break;
        case '\n': out += "\\n"; break;
        case '\t': out += "\\t"; break;
        default: out += c;
        }
    }
    return out;
}

sip::Expected<QByteArray> unescaped(QByteArrayView text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            out += text[i];
            continue;
        }
        switch (const char c = ++i < text.size() ? text[i] : '\0') {
        case '\\': out += '\\'; break;
        case 'r': out += '\r'; break;
        case 'n': out += '\n'; break;
        case 't': out += '\t'; break;
        default:
            return wrong(
                c == '\0'
                    ? Words::tr("the body ends with a single \\; write \\\\ for one")
                    : Words::tr("\\%1 means nothing in a body; known are \\r, \\n, \\t and \\\\").arg(QChar::fromLatin1(c)));
        }
    }
    return out;
}

/// The keys as most gateways take them; RFC 6086 names no package for them.
sip::Expected<sip::NextRequest> pressed(const QByteArray &keys, sip::Instant after)
{
    const QByteArray all = keys.toUpper();
    const bool known = std::all_of(all.begin(), all.end(), [](char c) { return Keys.contains(c); });
    if (all.size() != 1 || !known)
        return wrong(Words::tr("dtmf is followed by one key: 0 to 9, *, # or A to D"));
    sip::NextRequest request;
    request.method = "INFO";
    request.rows = {{"Content-Type", "application/dtmf-relay"}};
    request.body = "Signal=" + all + "\r\nDuration=160\r\n";
    request.after = after;
    return request;
}

} // namespace

sip::Expected<sip::NextRequest> parseNext(QByteArrayView text)
{
    sip::NextRequest request;
    const qsizetype bodyAt = text.indexOf(BodyMark);
    if (bodyAt >= 0) {
        const auto body = unescaped(text.sliced(bodyAt + BodyMark.size()));
        if (!body)
            return body.error();
        request.body = *body;
        text = text.first(bodyAt);
    }
    qsizetype rowAt = text.indexOf(RowMark);
    QList<QByteArray> words = (rowAt < 0 ? text : text.first(rowAt)).toByteArray().simplified().split(' ');
    if (const auto after = parseDuration(words.first()); after && words.size() > 1) {
        request.after = *after;
        words.removeFirst();
    }
    if (words.first() == "dtmf" && bodyAt < 0 && rowAt < 0)
        return pressed(words.size() == 2 ? words[1] : QByteArray(), request.after);
    if (words.first() == "hold" || words.first() == "resume") {
        request.offer = words.first() == "hold" ? sip::NextRequest::Offer::Hold : sip::NextRequest::Offer::Resume;
        words.removeFirst();
        if (words.isEmpty())
            words << "INVITE";
        if (words.first() != "INVITE" && words.first() != "UPDATE")
            return wrong(Words::tr("hold and resume change the session by INVITE or UPDATE, not by \"%1\"")
                             .arg(QString::fromUtf8(words.first().left(60))));
    }
    if (words.first() == "ACK" || words.first() == "CANCEL")
        return wrong(
            Words::tr("%1 is sent by itself when it is due, not as a request of its own").arg(QString::fromUtf8(words.first())));
    if (words.size() != 1 || !sip::isToken(words.first()) || parseDuration(words.first()))
        return wrong(
            Words::tr("\"%1\" is no request in a dialog; write e.g. BYE, \"2s INFO\" or \"INFO | X-Name: value || body\"")
                .arg(QString::fromUtf8(words.join(' ').left(60))));
    request.method = words.first();
    while (rowAt >= 0) {
        text = text.sliced(rowAt + RowMark.size());
        rowAt = text.indexOf(RowMark);
        const QByteArray row = (rowAt < 0 ? text : text.first(rowAt)).trimmed().toByteArray();
        const qsizetype colon = row.indexOf(':');
        const QByteArray name = row.left(std::max<qsizetype>(0, colon)).trimmed();
        if (!sip::isToken(name))
            return wrong(Words::tr("\"%1\" is no header row; between | stands Name: value").arg(QString::fromUtf8(row.left(60))));
        request.rows.append({name, row.mid(colon + 1).trimmed()});
    }
    return request;
}

QByteArray nextText(const sip::NextRequest &request)
{
    QByteArray text;
    if (request.after > sip::Instant::zero())
        text = durationText(request.after) + ' ';
    if (request.offer != sip::NextRequest::Offer::AsGiven)
        text += request.offer == sip::NextRequest::Offer::Hold ? "hold " : "resume ";
    text += request.method;
    for (const sip::ComposedRow &row : request.rows)
        if (!row.muted)
            text += RowMark.toByteArray() + row.name + ": " + row.value;
    if (!request.body.isEmpty())
        text += BodyMark.toByteArray() + escaped(request.body);
    return text;
}

} // namespace diag
