// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/answer_text.h"

#include "base/words.h"
#include "message/headers.h"
#include "project/duration.h"

#include <algorithm>

namespace diag {

namespace {

using sip::Words;

sip::Error wrong(const QString &text)
{
    return {sip::Error::Code::Syntax, text, 0, ""};
}

sip::Expected<sip::CannedAnswer::Step> parseStep(const QByteArray &text)
{
    QList<QByteArray> words = text.simplified().split(' ');
    sip::CannedAnswer::Step step;
    step.reliable = words.size() > 1 && words.last().toLower() == "reliable";
    if (step.reliable)
        words.removeLast();
    bool ok = words.size() <= 2;
    if (ok && words.size() == 2) {
        const auto after = parseDuration(words.first());
        ok = bool(after);
        step.after = after ? *after : sip::Instant();
    }
    bool isNumber = false;
    step.status = words.last().toInt(&isNumber);
    if (!ok || !isNumber || step.status < 100 || step.status > 699)
        return wrong(Words::tr("\"%1\" is no answer; write a status from 100 to 699, with a pause before it if you like: 2s 200")
                         .arg(QString::fromUtf8(text.simplified().left(60))));
    if (step.reliable && (step.status <= 100 || step.status >= 200))
        return wrong(Words::tr("only 101 to 199 can be sent reliably, %1 cannot (RFC 3262 3)").arg(step.status));
    return step;
}

/// Why requests of this method are never answered so; empty: they can be.
QString impossible(const sip::CannedAnswer &answer)
{
    const QString method = QString::fromUtf8(answer.method);
    if (answer.method == "BYE")
        return Words::tr("a BYE in the dialog is always answered 200, because it ends with it (RFC 3261 15.1.2)");
    if (answer.method == "ACK" || answer.method == "CANCEL")
        return Words::tr(
                   "no rule decides about %1: an ACK is never answered, and a CANCEL at once by its transaction (RFC 3261 9.2)")
            .arg(method);
    if (answer.steps.isEmpty() || answer.method == "INVITE")
        return {};
    const int last = answer.steps.last().status;
    if (last >= 100 && last < 200)
        return Words::tr("%1 is only a provisional answer, and %2 needs a final one: add one behind it, e.g. \"%3: %1, 1s 200\"")
            .arg(last)
            .arg(answer.method == "*" ? Words::tr("every request but INVITE") : method, method);
    const bool reliable = std::any_of(answer.steps.cbegin(), answer.steps.cend(), [](const auto &step) { return step.reliable; });
    if (reliable && answer.method != "*")
        return Words::tr("only answers to INVITE can be sent reliably, not those to %1 (RFC 3262 3)").arg(method);
    return {};
}

} // namespace

sip::Expected<sip::CannedAnswer> parseAnswer(QByteArrayView text)
{
    const qsizetype colon = text.indexOf(':');
    sip::CannedAnswer answer;
    answer.method = text.first(std::max<qsizetype>(0, colon)).trimmed().toByteArray();
    if (colon < 0 || !sip::isToken(answer.method))
        return wrong(Words::tr("an answer is written METHOD: STATUS, e.g. \"INVITE: 180, 2s 200\" or \"*: 486\""));
    const QByteArray rest = text.sliced(colon + 1).toByteArray().simplified();
    if (rest.toLower() == "silence")
        answer.steps = {{.after = {}, .status = 0}};
    const bool isList = rest.toLower() != "by hand" && answer.steps.isEmpty();
    const QList<QByteArray> parts = isList ? rest.split(',') : QList<QByteArray>();
    for (const QByteArray &part : parts) {
        if (!answer.steps.isEmpty() && answer.steps.last().status >= 200)
            return wrong(Words::tr("nothing can follow %1, which is a final answer").arg(answer.steps.last().status));
        const auto step = parseStep(part);
        if (!step)
            return step.error();
        answer.steps.append(*step);
    }
    if (const QString why = impossible(answer); !why.isEmpty())
        return wrong(why);
    return answer;
}

QByteArray answerText(const sip::CannedAnswer &answer)
{
    QByteArray text = answer.method + ": ";
    if (answer.steps.isEmpty())
        return text + "by hand";
    if (answer.steps.first().status == 0)
        return text + "silence";
    for (qsizetype i = 0; i < answer.steps.size(); ++i) {
        const sip::CannedAnswer::Step &step = answer.steps[i];
        text += i > 0 ? ", " : "";
        if (step.after > sip::Instant::zero())
            text += durationText(step.after) + ' ';
        text += QByteArray::number(step.status);
        text += step.reliable ? " reliable" : "";
    }
    return text;
}

} // namespace diag
