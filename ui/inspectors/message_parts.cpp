// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/message_parts.h"

#include "flow/row_words.h"
#include "inspectors/header_help.h"
#include "inspectors/hex_lines.h"
#include "inspectors/typed_parts.h"
#include "message/session_body.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::MessageParts)
};

QString sdpMeaning(char letter)
{
    switch (letter) {
    case 'v': return Words::tr("version of the format");
    case 'o': return Words::tr("origin: who made this description, with its number and version");
    case 's': return Words::tr("session name");
    case 'c': return Words::tr("connection: the address media goes to");
    case 't': return Words::tr("time the session is active");
    case 'm': return Words::tr("media: kind, port, profile, payload types");
    case 'a': return Words::tr("attribute");
    case 'b': return Words::tr("bandwidth");
    case 'i': return Words::tr("information for people");
    case 'u': return Words::tr("URI with more information");
    case 'e': return Words::tr("e-mail address");
    case 'p': return Words::tr("phone number");
    case 'k': return Words::tr("key (obsolete)");
    case 'r': return Words::tr("repeat times");
    case 'z': return Words::tr("time zones");
    default: return {};
    }
}

/// Marks that point between two octets of the message.
QList<sip::LintMark> marksIn(const QList<sip::LintMark> &marks, qsizetype from, qsizetype to)
{
    QList<sip::LintMark> found;
    for (const sip::LintMark &mark : marks)
        if (mark.offset >= from && mark.offset < to)
            found += mark;
    return found;
}

MessagePart startLine(const sip::Message &message, const QList<sip::LintMark> &marks, const PartLimits &limits)
{
    MessagePart part;
    const QByteArrayView line = message.startLine();
    part.octets = line.toByteArray();
    part.value = diag::words::shown(line, limits.value);
    const auto child = [&part, &limits](const QString &name, const QByteArray &value, const QString &help) {
        part.children.append({name, diag::words::shown(value, limits.value), help, value, {}, {}});
    };
    switch (message.kind()) {
    case sip::Message::Kind::Request:
        part.name = Words::tr("Request");
        child(Words::tr("method"), message.method().toByteArray(), Words::tr("what the receiver is asked to do"));
        child(u"Request-URI"_s, message.requestUri().toByteArray(), Words::tr("whom or what the request is for on this hop"));
        break;
    case sip::Message::Kind::Response:
        part.name = Words::tr("Answer");
        child(Words::tr("status"), QByteArray::number(message.status()),
              Words::tr("1xx goes on, 2xx done, 3xx elsewhere, 4xx to 6xx refused"));
        child(Words::tr("reason"), message.reasonPhrase().toByteArray(), Words::tr("for people; no device acts on it"));
        break;
    case sip::Message::Kind::Invalid: part.name = Words::tr("Not SIP"); break;
    }
    const qsizetype headEnd = message.headerCount() > 0 ? message.header(0).rowAt : message.wire().size();
    part.marks = marksIn(marks, 0, headEnd);
    for (const sip::LintMark &mark : marks)
        if (mark.offset < 0)
            part.marks += mark;
    return part;
}

MessagePart headerRow(const sip::Message &message, const sip::HeaderField &field, const QList<sip::LintMark> &marks,
                      const PartLimits &limits)
{
    MessagePart part;
    const QByteArray value = message.value(field);
    part.name = diag::words::shown(message.name(field), 80);
    part.value = diag::words::shown(value, limits.value);
    part.octets = message.wire().mid(field.rowAt, field.rowEnd - field.rowAt);
    while (part.octets.endsWith('\n') || part.octets.endsWith('\r'))
        part.octets.chop(1);
    const HeaderHelp help = headerHelp(field.id);
    if (help.meaning.isEmpty())
        part.help = Words::tr("No header field this program knows; it is kept as it is.");
    else
        part.help = u"%1: %2 (%3)"_s.arg(QString::fromLatin1(sip::headerName(field.id)), help.meaning, help.source);
    part.marks = marksIn(marks, field.rowAt, field.rowEnd);
    if (value.size() <= 65536)
        part.children = typedParts(field.id, value, limits.value);
    return part;
}

bool isText(QByteArrayView body)
{
    return !body.contains('\0') && QString::fromUtf8(body).toUtf8() == body;
}

void addText(MessagePart &part, QByteArrayView body, bool sdp, const PartLimits &limits, qsizetype *left)
{
    qsizetype lines = 0;
    for (qsizetype at = 0; at < body.size(); ++lines) {
        qsizetype end = body.indexOf('\n', at);
        end = end < 0 ? body.size() : end;
        if (lines < limits.bodyLines) {
            QByteArrayView line = body.sliced(at, end - at);
            if (line.endsWith('\r'))
                line.chop(1);
            MessagePart one;
            one.octets = line.toByteArray();
            const bool typed = sdp && line.size() >= 2 && line[1] == '=';
            one.name = typed ? u"%1="_s.arg(QLatin1Char(line[0])) : QString::number(lines + 1);
            one.value = diag::words::shown(typed ? line.sliced(2) : line, limits.value);
            if (typed)
                one.help = sdpMeaning(line[0]);
            part.children += one;
        }
        at = end + 1;
    }
    *left += qMax<qsizetype>(0, lines - limits.bodyLines);
}

//= R7.4-1
void addHex(MessagePart &part, QByteArrayView body, const PartLimits &limits, qsizetype *left)
{
    const qsizetype lines = (body.size() + OctetsPerHexLine - 1) / OctetsPerHexLine;
    for (qsizetype line = 0; line < qMin(lines, limits.bodyLines); ++line) {
        const qsizetype at = line * OctetsPerHexLine;
        const QByteArrayView octets = body.sliced(at, qMin(OctetsPerHexLine, body.size() - at));
        part.children.append({QString::number(at), hexLine(octets), {}, octets.toByteArray(), {}, {}});
    }
    *left += qMax<qsizetype>(0, lines - limits.bodyLines);
}

MessagePart bodyPart(const sip::Message &message, const QList<sip::LintMark> &marks, const PartLimits &limits, qsizetype *left)
{
    const QByteArrayView body = message.body();
    const QByteArray type = message.value(sip::HeaderId::ContentType).trimmed();
    MessagePart part;
    part.name = Words::tr("Body");
    part.octets = body.toByteArray();
    part.value = Words::tr("%1, %L2 octets")
                     .arg(type.isEmpty() ? Words::tr("no Content-Type") : diag::words::shown(type, 80))
                     .arg(body.size());
    part.help = Words::tr("What the message carries; Content-Type says how to read it (RFC 3261 7.4)");
    part.marks = marksIn(marks, body.begin() - message.wire().begin(), message.wire().size() + 1);
    const bool sdp = !sip::sessionDescriptionOf(message).isEmpty();
    if (sdp || isText(body))
        addText(part, body, sdp, limits, left);
    else
        addHex(part, body, limits, left);
    return part;
}

} // namespace

QList<MessagePart> messageParts(const sip::Message &message, const QList<sip::LintMark> &marks, const PartLimits &limits,
                                qsizetype *left)
{
    *left = 0;
    QList<MessagePart> parts;
    parts += startLine(message, marks, limits);
    const qsizetype rows = qMin(message.headerCount(), limits.rows);
    for (qsizetype row = 0; row < rows; ++row)
        parts += headerRow(message, message.header(row), marks, limits);
    *left += message.headerCount() - rows;
    if (!message.body().isEmpty())
        parts += bodyPart(message, marks, limits, left);
    return parts;
}

} // namespace ui
