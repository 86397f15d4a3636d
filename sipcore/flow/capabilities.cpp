// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/capabilities.h"

#include "base/words.h"
#include "flow/row_words.h"
#include "message/headers.h"
#include "message/session_body.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag {

using sip::Words;

namespace {

using sip::HeaderId;

constexpr const char *knownMethods[] = {"INVITE", "ACK",     "CANCEL",    "BYE",    "OPTIONS", "REGISTER", "PRACK",
                                        "UPDATE", "MESSAGE", "SUBSCRIBE", "NOTIFY", "PUBLISH", "INFO",     "REFER"};

/// One kind of row, when it is looked for, and what silence means.
struct Question {
    HeaderId id;
    bool due;    ///< in a 200 to OPTIONS (RFC 3261 11.2)
    int refusal; ///< the status it belongs to; 0: only where it stands or is due
    const char *missing, *empty;
};
//= R11.2-1
//= R20.5-1
constexpr Question questions[] = {
    {HeaderId::Allow, true, 405, QT_TRANSLATE_NOOP("core", "which methods it takes is not known (RFC 3261 20.5)"),
     QT_TRANSLATE_NOOP("core", "it takes no method at all")},
    {HeaderId::Accept, true, 415, QT_TRANSLATE_NOOP("core", "counts as application/sdp (RFC 3261 20.1)"),
     QT_TRANSLATE_NOOP("core", "it takes no body at all (RFC 3261 20.1)")},
    {HeaderId::AcceptEncoding, true, 415, QT_TRANSLATE_NOOP("core", "counts as identity (RFC 3261 20.2)"),
     QT_TRANSLATE_NOOP("core", "identity only (RFC 3261 20.2)")},
    {HeaderId::AcceptLanguage, true, 415, QT_TRANSLATE_NOOP("core", "counts as any language (RFC 3261 20.3)"),
     QT_TRANSLATE_NOOP("core", "any language")},
    {HeaderId::Supported, true, 0, QT_TRANSLATE_NOOP("core", "which extensions it knows is not known"),
     QT_TRANSLATE_NOOP("core", "no extension (RFC 3261 20.37)")},
    {HeaderId::AllowEvents, false, 489, "", QT_TRANSLATE_NOOP("core", "no event package")},
    {HeaderId::Unsupported, false, 420, QT_TRANSLATE_NOOP("core", "which option it does not know is not known"), ""},
    {HeaderId::Require, false, 421, QT_TRANSLATE_NOOP("core", "which option it wants is not known"), ""},
    {HeaderId::RecvInfo, false, 469, QT_TRANSLATE_NOOP("core", "which INFO packages it takes is not known"),
     QT_TRANSLATE_NOOP("core", "no INFO package")},
    {HeaderId::Server, false, 0, "", ""},
    {HeaderId::UserAgent, false, 0, "", ""},
    {HeaderId::Contact, false, 0, "", ""},
};
/// Asked about in every answer to OPTIONS, due or not.
constexpr HeaderId interesting[] = {HeaderId::AllowEvents, HeaderId::Server, HeaderId::Contact};

bool isList(HeaderId id)
{
    return id != HeaderId::Server && id != HeaderId::UserAgent;
}

Capability capability(const sip::Message &answer, const Question &question, bool due)
{
    Capability out{.name = sip::headerName(question.id).toByteArray(),
                   .values = isList(question.id) ? sip::listOf(answer, question.id) : answer.values(question.id),
                   .stated = answer.has(question.id),
                   .due = due,
                   .meaning = {}};
    if (const char *const meaning = out.stated ? question.empty : question.missing; out.values.isEmpty() && *meaning != 0)
        out.meaning = Words::tr(meaning);
    return out;
}

QList<MethodMark> methodsOf(const sip::Message &answer)
{
    using Allowed = MethodMark::Allowed;
    const bool stated = answer.has(HeaderId::Allow);
    QList<QByteArray> left = sip::listOf(answer, HeaderId::Allow);
    QList<MethodMark> all;
    for (const char *method : knownMethods) {
        const bool there = left.removeAll(method) > 0;
        all.append({method, there ? Allowed::Yes : stated ? Allowed::No : Allowed::NotStated});
    }
    for (const QByteArray &other : std::as_const(left))
        all.append({other, Allowed::Yes});
    return all;
}

} // namespace

std::optional<Capabilities> capabilitiesIn(const LadderRow &row)
{
    const auto *received = row.event ? row.event->as<sip::MessageReceived>() : nullptr;
    if (!received || !received->message.isResponse() || received->message.status() < 200)
        return std::nullopt;
    const sip::Message &answer = received->message;
    const bool toOptions = answer.cseqMethod() == "OPTIONS";
    Capabilities out{.seq = row.seq,
                     .status = answer.status(),
                     .reason = answer.reasonPhrase().toByteArray(),
                     .method = answer.cseqMethod().toByteArray(),
                     .methods = methodsOf(answer),
                     .headers = {},
                     .media = {}};
    bool about = toOptions && answer.status() < 300; // a refusal that states nothing is not about it
    for (const Question &question : questions) {
        const bool belongs = question.refusal == answer.status();
        const bool due = question.due && toOptions && answer.status() == 200;
        const bool asked = toOptions && (question.due || std::ranges::find(interesting, question.id) != std::end(interesting));
        if (belongs || due || asked || answer.has(question.id))
            out.headers.append(capability(answer, question, due));
        about |= belongs || (answer.has(question.id) && (question.due || question.id == HeaderId::AllowEvents));
    }
    const QByteArrayView description = sip::sessionDescriptionOf(answer);
    out.hasDescription = !description.isEmpty();
    if (out.hasDescription)
        out.media = sip::SessionDescription::parse(description).media();
    return about ? std::optional(out) : std::nullopt;
}

std::optional<Capabilities> capabilitiesOf(const Flow &flow)
{
    for (qsizetype i = flow.rows.size(); i > 0; --i)
        if (flow.rows[i - 1].fate == sip::MessageReceived::Fate::Delivered)
            if (const auto found = capabilitiesIn(flow.rows[i - 1]))
                return found;
    return std::nullopt;
}

QString formatsText(const QList<sip::SessionDescription::Format> &formats)
{
    QStringList names;
    for (const sip::SessionDescription::Format &format : formats)
        names << u"%1 %2"_s.arg(words::shown(format.id), words::shown(format.encoding)).trimmed();
    return names.join(u", "_s);
}

QStringList capabilityLines(const Capabilities &capabilities)
{
    QStringList lines{u"What the answer says (%1 to %2):"_s.arg(capabilities.status).arg(words::shown(capabilities.method))};
    for (const Capability &one : capabilities.headers) {
        QString line = u"  %1: "_s.arg(QString::fromLatin1(one.name));
        line += !one.stated ? u"not stated"_s : one.values.isEmpty() ? u"empty"_s : words::shown(one.values.join(", "), 300);
        lines << (one.meaning.isEmpty() ? line : line + u", "_s + one.meaning);
    }
    for (const sip::SessionDescription::Media &media : capabilities.media)
        lines << u"  %1: %2"_s.arg(words::shown(media.kind), formatsText(media.formats));
    return lines;
}

} // namespace diag
