// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "diagnosis/digest_answer.h"
#include "diagnosis/rules.h"

#include <algorithm>

namespace diag {
namespace {

using Severity = Finding::Severity;
using sip::Words;

/// Everything the rules say about one answer that was turned down.
struct TurnedDown {
    DigestAnswer answer;
    Recomputed own;
    QString status;
    QList<quint64> rows;
};

QList<quint64> rowsOf(const Exchange &exchange, const Evidence &evidence)
{
    QList<quint64> rows;
    for (const Exchange &earlier : evidence.recent()) // the challenge that was answered stands before
        if (&earlier < &exchange && earlier.final && (earlier.status() == 401 || earlier.status() == 407))
            rows = {earlier.final->seq};
    rows.append(exchange.sent->seq);
    rows.append(exchange.final->seq);
    return rows;
}

Finding uriMismatch(const TurnedDown &it)
{
    const QByteArray uri = it.answer.sent.input.uri;
    const QByteArray requestUri = it.answer.exchange->request().requestUri().toByteArray();
    const QString why =
        it.own.verdict == Recomputed::Verdict::Same
            ? Words::tr("The arithmetic is right for the uri it names, but the server may want both to be the same, letter by "
                        "letter, with port and parameters (RFC 3261 22.4).")
            : Words::tr("The server may want both to be the same, letter by letter, with port and parameters (RFC 3261 22.4).");
    const QString text = Words::tr("%1 to an answer whose digest uri is %2 while the Request-URI is %3. %4")
                             .arg(it.status, quote(uri), quote(requestUri), why);
    return {"auth.uri-mismatch", Severity::Error, text, it.rows,
            Fix{Fix::Edit::DigestUri, {}, requestUri, Words::tr("Retry with the Request-URI as digest uri")}};
}

Finding ourDigestWrong(const TurnedDown &it)
{
    return {
        "auth.our-digest-wrong",
        Severity::Error,
        Words::tr(
            "The answer that was sent for realm %1 is not the one that follows from the user name and password of this request: "
            "worked out again from the bytes sent, it comes out differently. A row typed by hand, a changed password or an "
            "answer copied from another request does that; let the credentials make the row (RFC 2617 3.2.2.1).")
            .arg(quote(it.answer.realm())),
        it.rows,
        {}};
}

Finding rejectedAfterCorrect(const TurnedDown &it)
{
    return {"auth.rejected-after-correct-digest",
            Severity::Error,
            Words::tr("%1 after an answer whose arithmetic is right: it follows from the bytes sent and the user name %2 and "
                      "password given. So either that user name or password is not what the server has on file for realm %3, or "
                      "it refuses for another reason: account blocked, address not allowed, number not yours (RFC 3261 22.2).")
                .arg(it.status, quote(it.own.username), quote(it.answer.realm())),
            it.rows,
            {}};
}

Finding rejectedUnchecked(const TurnedDown &it)
{
    return {"auth.rejected",
            Severity::Error,
            Words::tr(
                "%1 after an answer to the challenge for realm %2%3. Without the password the answer cannot be worked out again "
                "here, so a wrong password, a wrong user name and a refusal for another reason look the same (RFC 3261 22.2).")
                .arg(it.status, quote(it.answer.realm()),
                     it.own.username.isEmpty() ? QString() : Words::tr(" as user %1").arg(quote(it.own.username))),
            it.rows,
            {}};
}

std::optional<sip::NameAddr> addressOf(const sip::Message &message, sip::HeaderId id)
{
    const auto address = sip::parseNameAddr(message.value(id));
    return address ? std::optional(*address) : std::nullopt;
}

QByteArray withoutDomain(const QByteArray &account)
{
    const qsizetype at = account.indexOf('@');
    return at > 0 ? account.first(at) : account;
}

void fromDiffers(const Exchange &exchange, const QByteArray &username, const QList<quint64> &rows, QList<Finding> &out)
{
    const auto from = addressOf(exchange.request(), sip::HeaderId::From);
    if (!from || !from->uri.isSip() || username.isEmpty())
        return;
    const QByteArray user = QByteArray::fromPercentEncoding(from->uri.user());
    if (user == username || user == withoutDomain(username))
        return;
    out.append({"auth.from-differs", Severity::Warning,
                Words::tr("%1 for a request from user %2 that was authenticated as %3. Many servers let an account speak only "
                          "for its own number or name: From and the authentication user have to belong together.")
                    .arg(statusText(exchange.answer()), user.isEmpty() ? Words::tr("(none)") : quote(user), quote(username)),
                rows,
                Fix{Fix::Edit::FromFromAuthUser,
                    {},
                    username,
                    Words::tr("Retry with From user %1").arg(word(withoutDomain(username)))}});
}

bool sameHost(const std::optional<sip::NameAddr> &address, const QByteArray &realm)
{
    return address && address->uri.host().compare(realm, Qt::CaseInsensitive) == 0;
}

void realmDiffers(const TurnedDown &it, QList<Finding> &out)
{
    const sip::Message &request = it.answer.exchange->request();
    const auto uri = sip::Uri::parse(request.requestUri());
    const QByteArray realm = it.answer.realm();
    const auto to = addressOf(request, sip::HeaderId::To);
    if (!uri || !uri->isSip() || uri->host().compare(realm, Qt::CaseInsensitive) == 0 || sameHost(to, realm) ||
        sameHost(addressOf(request, sip::HeaderId::From), realm))
        return;
    out.append({"auth.realm-differs",
                Severity::Info,
                Words::tr("The server's realm is %1, the domain asked for is %2. That is allowed, and often just a name; it can "
                          "also mean that another system than expected asks for the password (RFC 3261 22.1).")
                    .arg(quote(realm), quote(uri->host())),
                it.rows,
                {}});
}

} // namespace

void answerDigestRules(const Evidence &evidence, QList<Finding> &out)
{
    if (!evidence.main || !evidence.main->final)
        return;
    const Exchange &last = *evidence.main;
    const QList<DigestAnswer> answers = digestAnswers(last);
    bool turnedDown = false;
    for (const DigestAnswer &answer : answers) {
        if (!isTurnedDown(answer))
            continue;
        const TurnedDown it{answer, recompute(answer, evidence), statusText(last.answer()), rowsOf(last, evidence)};
        if (QByteArrayView(answer.sent.input.uri) != last.request().requestUri())
            out.append(uriMismatch(it));
        switch (it.own.verdict) {
        case Recomputed::Verdict::Different: out.append(ourDigestWrong(it)); break;
        case Recomputed::Verdict::Same: out.append(rejectedAfterCorrect(it)); break;
        case Recomputed::Verdict::Unknown: out.append(rejectedUnchecked(it)); break;
        }
        if (!turnedDown)
            realmDiffers(it, out);
        turnedDown = true;
    }
    if (!answers.isEmpty() && (last.status() == 403 || last.status() == 404))
        fromDiffers(last, recompute(answers.first(), evidence).username, rowsOf(last, evidence), out);
}

} // namespace diag
