// SPDX-License-Identifier: GPL-3.0-or-later
#include "ua/odd_answers.h"

#include "base/words.h"
#include "message/headers.h"
#include "message/option_tags.h"
#include "request/request_builder.h"

namespace sip {

namespace {

using Flaws = QList<ResponseFlaw>;

/// "this 200"
QString thisOne(const Message &response)
{
    return Words::tr("this %1").arg(response.status());
}

//= R12.1.2-4
//= R13.2.2-2
void checkToTag(const Message &request, const Message &response, Flaws &out)
{
    // In a dialog the mismatch of the tag is said where the answer is matched.
    if (response.status() == 100 || !response.toTag().isEmpty() || !request.toTag().isEmpty())
        return;
    const bool dialog = methodTraits(request.method()).createsDialog;
    if (response.status() < 200 && dialog)
        out << ResponseFlaw{"R12.1-1", Words::tr("no To tag in %1: it makes no early dialog").arg(thisOne(response))};
    else if (response.status() / 100 == 2 && dialog)
        out << ResponseFlaw{"R12.1.2-4", Words::tr("no To tag in %1: its dialog has an empty one, as of a peer of before RFC "
                                                   "3261, and two forks cannot be told apart")
                                             .arg(thisOne(response))};
    else
        out << ResponseFlaw{"R8.2.6.2-1",
                            Words::tr("no To tag in %1: every answer but 100 has to carry one").arg(thisOne(response))};
}

/// The options that an answer requires although its request did not offer them.
//= R20.32-1 a 421 requires what the request lacks: that is its meaning
void checkRequire(const Message &request, const Message &response, Flaws &out)
{
    if (!response.has(HeaderId::Require) || response.status() == 421)
        return;
    QByteArray unasked;
    for (const QByteArray &option : splitList(response.values(HeaderId::Require).join(',')))
        if (!listsOption(request, HeaderId::Supported, option))
            unasked += (unasked.isEmpty() ? "" : ", ") + option;
    if (!unasked.isEmpty())
        out << ResponseFlaw{
            "R20.32-1",
            Words::tr("%1 requires %2, which the request did not offer").arg(thisOne(response), QString::fromUtf8(unasked))};
}

/// Require with 100rel and RSeq make a 1xx a reliable one; one alone, or a number that is none, does not.
//= R3262.4-1
void checkReliability(const Message &request, const Message &response, Flaws &out)
{
    const bool required = response.has(HeaderId::Require) && listsOption(response, HeaderId::Require, "100rel");
    const bool numbered = response.has(HeaderId::RSeq);
    if (response.status() >= 200 || (!required && !numbered))
        return;
    const auto add = [&out](const char *rule, const QString &text) { out << ResponseFlaw{rule, text}; };
    const auto ordinary = [] { return QLatin1String("; ") + Words::tr("it is taken as an ordinary one, without PRACK"); };
    if (response.status() == 100)
        return add("R3262.3-1", Words::tr("a 100 is never sent reliably; its RSeq and Require mean nothing"));
    if (request.method() != "INVITE")
        return add("R3262.3-1", Words::tr("%1 to %2 is marked as reliable, which only answers to INVITE can be")
                                    .arg(thisOne(response), QString::fromUtf8(request.method())));
    if (!numbered)
        return add("R3262.3-1", Words::tr("%1 requires 100rel and has no RSeq").arg(thisOne(response)) + ordinary());
    if (!required)
        return add("R3262.3-1", Words::tr("%1 has an RSeq and does not require 100rel").arg(thisOne(response)) + ordinary());
    const QByteArray written = response.value(HeaderId::RSeq);
    if (const auto number = parseRSeq(written); !number || *number == 0)
        add("R3262.7.1-1", Words::tr("RSeq %1 in %2 is no number from 1 to 4294967295")
                                   .arg(QString::fromUtf8(written.left(40)), thisOne(response)) +
                               ordinary());
    else if (response.contactUri().isEmpty())
        add("R13.2.2-2", Words::tr("%1 has no Contact: its PRACK goes where the INVITE went").arg(thisOne(response)));
}

//= R13.2.2-1
void checkContact(const Message &request, const Message &response, Flaws &out)
{
    const MethodTraits &traits = methodTraits(request.method());
    const bool needed = traits.createsDialog || request.method() == "UPDATE";
    if (response.status() / 100 != 2 || !needed || !response.contactUri().isEmpty())
        return;
    const QString method = QString::fromUtf8(request.method());
    out << ResponseFlaw{"R13.2.2-1",
                        request.toTag().isEmpty()
                            ? Words::tr("%1 has no Contact: what follows goes where the %2 went").arg(thisOne(response), method)
                            : Words::tr("%1 has no Contact: the target stays as it was").arg(thisOne(response))};
}

/// A refusal that does not say what its status promises to say.
void checkPromise(const Message &response, Flaws &out)
{
    struct Promise {
        int status;
        HeaderId row;
        const char *rule;
        const char *what;
    };
    constexpr Promise promises[] = {
        {405, HeaderId::Allow, "R8.2.1-1", QT_TRANSLATE_NOOP("core", "which methods are taken")},
        {420, HeaderId::Unsupported, "R8.2.2.3-1", QT_TRANSLATE_NOOP("core", "which options are not understood")},
        {421, HeaderId::Require, "R21.4.16-1", QT_TRANSLATE_NOOP("core", "which options it wants")},
    };
    for (const Promise &one : promises)
        if (response.status() == one.status && !response.has(one.row))
            out << ResponseFlaw{one.rule,
                                Words::tr("%1 has no %2: it does not say %3")
                                    .arg(thisOne(response), QString::fromUtf8(headerNameBytes(one.row)), Words::tr(one.what))};
}

void checkStatus(const Message &request, const Message &response, Flaws &out)
{
    //= R4320.4.1-1
    if (response.status() > 100 && response.status() < 200 && request.method() != "INVITE")
        out << ResponseFlaw{"R4320.4.1-1", Words::tr("%1 to %2: of the provisional answers only 100 has a place outside INVITE")
                                               .arg(thisOne(response), QString::fromUtf8(request.method()))};
    //= R4320.4.2-1
    if (response.status() == 408 && request.method() != "INVITE")
        out << ResponseFlaw{
            "R4320.4.2-1",
            Words::tr("a 408 to %1 should never be sent: by then its sender has given up, and the answer is a stray everywhere")
                .arg(QString::fromUtf8(request.method()))};
    //= R8.1.3.2-1
    //= R8.1.3.2-2
    if (const int counts = effectiveStatus(response.status()); counts != response.status())
        out << ResponseFlaw{
            counts < 200 ? "R8.1.3.2-2" : "R8.1.3.2-1",
            Words::tr("%1 is a status that no RFC known here defines: it counts as %2").arg(response.status()).arg(counts)};
}

} // namespace

QList<ResponseFlaw> odditiesOf(const Message &request, const Message &response)
{
    Flaws all;
    checkStatus(request, response, all);
    checkToTag(request, response, all);
    checkContact(request, response, all);
    checkRequire(request, response, all);
    checkReliability(request, response, all);
    checkPromise(response, all);
    return all;
}

//= R8.1.3.2-1
//= R8.1.3.2-2
int effectiveStatus(int status)
{
    if (!defaultReason(status).isEmpty())
        return status;
    return status < 200 ? 183 : status / 100 * 100;
}

} // namespace sip
