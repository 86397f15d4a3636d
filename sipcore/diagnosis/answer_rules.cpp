// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "diagnosis/rules.h"
#include "diagnosis/status_meanings.h"
#include "flow/refused_offer.h"
#include "message/headers.h"
#include "message/lint.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag {
namespace {

using Severity = Finding::Severity;
using sip::HeaderId;
using sip::Words;

/// Header fields of a refusal that say more than its code, each for the codes it belongs to.
//= R21.4-1
//= R6665-1
struct Telling {
    HeaderId id;
    int status; ///< 0: any
};
constexpr Telling telling[] = {
    {HeaderId::Reason, 0},        {HeaderId::Warning, 0},       {HeaderId::RetryAfter, 0},       {HeaderId::ErrorInfo, 0},
    {HeaderId::Unsupported, 420}, {HeaderId::Require, 421},     {HeaderId::Allow, 405},          {HeaderId::Accept, 406},
    {HeaderId::Accept, 415},      {HeaderId::AllowEvents, 489}, {HeaderId::AcceptEncoding, 415}, {HeaderId::MinSe, 422},
    {HeaderId::MinExpires, 423},
};

/// "The answer adds Reason: ...; Warning: ....", with a space before it; empty: nothing of the kind. \param told  is told
/// otherwise
QString additions(const sip::Message &response, HeaderId told = HeaderId::Other)
{
    QStringList parts;
    for (const Telling &one : telling)
        if ((one.status == 0 || one.status == response.status()) && response.has(one.id) && one.id != told)
            parts << u"%1: %2"_s.arg(QString::fromLatin1(sip::headerName(one.id)), word(response.value(one.id)));
    return parts.isEmpty() ? QString() : u' ' + Words::tr("The answer adds %1.").arg(parts.join(u"; "_s));
}

Fix header(const QByteArray &name, const QByteArray &value, const QString &label)
{
    return {Fix::Edit::Header, name, value, label};
}

/// 420: the same request without what the server does not know.
std::optional<Fix> withoutUnsupported(const sip::Message &request, const sip::Message &response)
{
    const QList<QByteArray> unknown = sip::splitList(response.value(HeaderId::Unsupported));
    for (const HeaderId id : {HeaderId::Require, HeaderId::ProxyRequire}) {
        QList<QByteArray> kept = sip::splitList(request.value(id));
        if (kept.removeIf([&unknown](const QByteArray &tag) { return unknown.contains(tag); }) > 0)
            return header(sip::headerName(id).toByteArray(), kept.join(", "),
                          Words::tr("Retry without %1").arg(word(response.value(HeaderId::Unsupported))));
    }
    return std::nullopt;
}

/// 423: Expires as long as the server wants it. A Contact with an interval of its own would win over it.
std::optional<Fix> longEnough(const sip::Message &request, const sip::Message &response)
{
    const QByteArray least = response.value(HeaderId::MinExpires).trimmed();
    const auto contacts = sip::parseContacts(request.value(HeaderId::Contact));
    const bool ownInterval = contacts && std::any_of(contacts->begin(), contacts->end(),
                                                     [](const sip::Contact &contact) { return contact.expires() >= 0; });
    if (ownInterval || !sip::parseNumber(least, 0xffffffff, "R10.2.8-1"))
        return std::nullopt;
    return header("Expires", least, Words::tr("Retry with Expires %1").arg(word(least)));
}

/// 421: the extensions the server insists on are announced.
std::optional<Fix> withRequired(const sip::Message &request, const sip::Message &response)
{
    const QByteArray required = response.values(HeaderId::Require).join(", ");
    if (required.isEmpty())
        return std::nullopt;
    const QByteArray supported = request.values(HeaderId::Supported).join(", ");
    return header("Supported", supported.isEmpty() ? required : supported + ", " + required,
                  Words::tr("Retry with Supported: %1").arg(word(required)));
}

/// 416: the same place by a sip URI.
std::optional<Fix> asSipUri(const sip::Message &request)
{
    const QByteArray uri = request.requestUri().toByteArray();
    const auto to = sip::parseNameAddr(request.value(HeaderId::To));
    QByteArray other;
    if (uri.startsWith("sips:"))
        other = "sip:" + uri.sliced(5);
    else if (uri.startsWith("tel:") && to && to->uri.isSip())
        other = "sip:" + uri.sliced(4).split(';').first() + '@' + to->uri.host() + ";user=phone";
    if (other.isEmpty())
        return std::nullopt;
    return Fix{Fix::Edit::RequestUri, {}, other, Words::tr("Retry with %1").arg(word(other))};
}

//= R8.1.3.5-2
//= R8.1.3.5-3
//= R8.1.3.5-4
//= R8.1.3.5-5
std::optional<Fix> fixFor(const sip::Message &request, const sip::Message &response)
{
    switch (response.status()) {
    case 413:
    case 415:
    case 493:
        if (request.body().isEmpty())
            return std::nullopt;
        return Fix{Fix::Edit::Body, {}, {}, Words::tr("Retry without the body")};
    case 416: return asSipUri(request);
    case 421: return withRequired(request, response);
    case 420: return withoutUnsupported(request, response);
    case 422:
        if (const auto least = sip::parseSessionExpires(response.value(HeaderId::MinSe)))
            return header("Session-Expires", QByteArray::number(least->seconds),
                          Words::tr("Retry with Session-Expires %1").arg(least->seconds));
        return std::nullopt;
    case 423: return longEnough(request, response);
    case 483:
        if (const auto hops = sip::parseNumber(request.value(HeaderId::MaxForwards), 255, "R8.1.1.6-1"); hops && *hops < 70)
            return header("Max-Forwards", "70", Words::tr("Retry with Max-Forwards 70"));
        return std::nullopt;
    default: return std::nullopt;
    }
}

void busy(const Exchange &exchange, QList<Finding> &out)
{
    const sip::Message &response = exchange.answer();
    out.append({"busy",
                Severity::Warning,
                (response.status() == 600
                     ? Words::tr("%1: the call got through, and the callee is busy on every line.%2 (RFC 3261 21.4.24)")
                     : Words::tr("%1: the call got through, and the callee is busy.%2 (RFC 3261 21.4.24)"))
                    .arg(statusText(response), additions(response)),
                {exchange.sent->seq, exchange.final->seq},
                {}});
}

void rejected(const Evidence &evidence, const Exchange &exchange, QList<Finding> &out)
{
    const sip::Message &response = exchange.answer();
    const int status = response.status();
    const QString meaning = statusMeaning(status);
    const auto refused = refusedOffer(evidence.flow.rows, *exchange.final->event);
    const QString lines = refused ? u' ' + Words::tr("Not accepted: %1.").arg(refused->text()) : QString();
    const QString fallback = status < 500 ? Words::tr("The server refuses this request as it is.")
                             : status < 600
                                 ? Words::tr("The server failed on a request that may be right; another one may serve it.")
                                 : Words::tr("The refusal is final for every place the callee could be at.");
    const QString more = additions(response, refused ? HeaderId::Warning : HeaderId::Other);
    out.append(
        {"rejected." + QByteArray::number(status / 100) + "xx",
         status == 487 ? Severity::Info : Severity::Error,
         Words::tr("%1 to the %2. %3%4%5")
             .arg(statusText(response), word(exchange.request().method()), meaning.isEmpty() ? fallback : meaning, lines, more),
         {exchange.sent->seq, exchange.final->seq},
         fixFor(exchange.request(), response),
         !more.isEmpty()});
}

QString fateText(const LadderRow &row)
{
    using Fate = sip::MessageReceived::Fate;
    const auto *received = row.event->as<sip::MessageReceived>();
    const QString what = statusText(received->message);
    switch (received->fate) {
    case Fate::Late: return Words::tr("%1 came after its request had ended").arg(what);
    case Fate::Stray: return Words::tr("%1 belongs to no request of ours").arg(what);
    case Fate::Dropped: return Words::tr("%1 could not be used: %2").arg(what, received->reason);
    case Fate::Delivered:
    case Fate::Copy: break;
    }
    return what;
}

/// What is marked stands in the request too: an answer repeats Via, From, To, Call-ID and CSeq as they came.
bool isEcho(const sip::Message &response, const sip::LintMark &mark, const sip::Message &request)
{
    constexpr HeaderId repeated[] = {HeaderId::Via, HeaderId::From, HeaderId::CallId, HeaderId::CSeq};
    for (qsizetype i = 0; i < response.headerCount(); ++i) {
        const sip::HeaderField &field = response.header(i);
        if (mark.offset < qsizetype(field.rowAt) || mark.offset >= qsizetype(field.rowEnd))
            continue;
        const QByteArray value = response.value(field);
        if (field.id == HeaderId::To) // with a tag of its own
            return value.startsWith(request.value(HeaderId::To));
        const bool copied = std::find(std::begin(repeated), std::end(repeated), field.id) != std::end(repeated);
        return copied && request.values(field.id).contains(value);
    }
    return false;
}

/// Answers that break the grammar or the rules so that others may stumble over them.
void flawedResponses(const Evidence &evidence, QList<Finding> &out)
{
    QStringList texts;
    QList<quint64> rows;
    for (const Exchange &exchange : evidence.recent()) {
        for (const LadderRow *row : {exchange.provisional, exchange.final}) {
            if (!row || texts.size() >= 3)
                continue;
            const sip::Message &response = *messageOf(*row);
            const QList<sip::LintMark> marks = sip::lint(response);
            const sip::Message &request = exchange.request();
            const auto mark = std::find_if(marks.begin(), marks.end(), [&](const sip::LintMark &one) {
                return one.severity == sip::LintMark::Severity::Error && !isEcho(response, one, request);
            });
            if (mark == marks.end())
                continue;
            texts << u"%1: %2"_s.arg(statusText(response), mark->text);
            rows.append(row->seq);
        }
    }
    if (!texts.isEmpty())
        out.append({"response.odd",
                    Severity::Warning,
                    Words::tr("The far side breaks the rules of SIP in its answers: %1. It was understood here; other equipment "
                              "may be stricter.")
                        .arg(texts.join(u"; "_s)),
                    rows,
                    {}});
}

} // namespace

void redirectRules(const Evidence &evidence, QList<Finding> &out)
{
    if (!evidence.main || evidence.main->status() / 100 != 3)
        return;
    const sip::Message &response = evidence.main->answer();
    const QList<sip::Contact> contacts = sip::contactsOf(response);
    const auto best = std::max_element(contacts.begin(), contacts.end(), [](const sip::Contact &a, const sip::Contact &b) {
        return (a.q() < 0 ? 1000 : a.q()) < (b.q() < 0 ? 1000 : b.q()); // no q counts as 1
    });
    const QList<quint64> rows = {evidence.main->sent->seq, evidence.main->final->seq};
    if (best == contacts.end() || best->star) {
        out.append(
            {"redirect.not-followed",
             Severity::Warning,
             Words::tr(
                 "%1 without a Contact that can be read: the server sends us elsewhere and does not say where (RFC 3261 21.3).")
                 .arg(statusText(response)),
             rows,
             {}});
        return;
    }
    const QByteArray uri = best->address.uri.toBytes();
    const bool followed = std::any_of(evidence.flow.attempts.cbegin(), evidence.flow.attempts.cend(),
                                      [](const AttemptInfo &one) { return one.why == "redirect"; });
    if (followed) {
        out.append({"redirect.not-followed", Severity::Warning,
                    Words::tr("%1: redirections were followed, and this one leads on to %2 where it ends: the row before says "
                              "why (RFC 3261 8.1.3.4).")
                        .arg(statusText(response), word(uri)),
                    rows, Fix{Fix::Edit::Target, {}, uri, Words::tr("Send to %1").arg(word(uri))}});
        return;
    }
    out.append({"redirect.not-followed", Severity::Warning,
                Words::tr("%1: the server says to ask at %2%3. A redirection is shown, not followed, so that nothing goes where "
                          "you did not send it (RFC 3261 8.1.3.4).")
                    .arg(statusText(response), word(uri),
                         contacts.size() > 1 ? Words::tr(", the first choice of %1").arg(contacts.size()) : QString()),
                rows, Fix{Fix::Edit::Target, {}, uri, Words::tr("Send to %1").arg(word(uri))}});
}

void rejectionRules(const Evidence &evidence, QList<Finding> &out)
{
    for (const Exchange &exchange : evidence.recent()) {
        // Of the attempts only the last counts; a CANCEL that comes too late is refused as a matter of course.
        if (exchange.status() < 400 || exchange.request().method() == "CANCEL" ||
            (evidence.isMain(exchange) && &exchange != evidence.main))
            continue;
        if (exchange.request().method() == "INVITE" && (exchange.status() == 486 || exchange.status() == 600))
            busy(exchange, out);
        else
            rejected(evidence, exchange, out);
    }
}

void oddResponseRules(const Evidence &evidence, QList<Finding> &out)
{
    if (!evidence.odd.isEmpty()) {
        QStringList texts;
        QList<quint64> rows;
        for (const LadderRow *row : evidence.odd) {
            if (texts.size() < 2)
                texts << fateText(*row);
            rows.append(row->seq);
        }
        const int more = evidence.oddCount - int(texts.size());
        const bool unusable = std::all_of(evidence.odd.cbegin(), evidence.odd.cend(),
                                          [](const LadderRow *row) { return row->fate == sip::MessageReceived::Fate::Dropped; });
        const QString what = texts.join(u"; "_s) + (more > 0 ? Words::tr(" and %1 more").arg(more) : QString());
        out.append({"response.odd",
                    Severity::Warning,
                    unusable
                        ? Words::tr("The far side breaks the rules of SIP: %1. Such an answer counts as none (RFC 3261 8.1.3).")
                              .arg(what)
                        : Words::tr("Something came in that fits nothing: %1. Usual reasons are a slow or restarted server, an "
                                    "answer through another path, or a second sender (RFC 3261 18.1.2).")
                              .arg(what),
                    rows,
                    {}});
    }
    flawedResponses(evidence, out);
}

} // namespace diag
