// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "diagnosis/digest_answer.h"
#include "diagnosis/rules.h"

namespace diag {
namespace {

using Severity = Finding::Severity;
using sip::Words;

/// What in \a proof cannot come from someone who knows the password and took this answer; empty: nothing.
QString contradiction(const ServerProof &proof, const DigestAnswer &answer, const QByteArray &expected)
{
    if (!expected.isEmpty() && proof.rspauth != expected)
        return Words::tr("its rspauth is %1, and %2 follows from the password").arg(word(proof.rspauth.left(64)), word(expected));
    if (!proof.cnonce.isEmpty() && proof.cnonce != answer.sent.input.cnonce)
        return Words::tr("it repeats the cnonce %1, and %2 was sent").arg(quote(proof.cnonce), quote(answer.sent.input.cnonce));
    if (!proof.nc.isEmpty() && proof.nc.toUInt(nullptr, 16) != answer.sent.input.nc)
        return Words::tr("it repeats the count %1, and %2 was sent")
            .arg(quote(proof.nc))
            .arg(answer.sent.input.nc, 8, 16, QChar(u'0'));
    return {};
}

} // namespace

//= R2617.3.2.3-2
void serverProofRules(const Evidence &evidence, QList<Finding> &out)
{
    if (!evidence.main || !evidence.main->final)
        return;
    const Exchange &last = *evidence.main;
    for (const DigestAnswer &answer : digestAnswers(last)) {
        const ServerProof proof = serverProof(last.answer(), answer.proxy);
        if (proof.rspauth.isEmpty())
            continue;
        const Recomputed own = recompute(answer, evidence);
        const QString wrong = contradiction(proof, answer, own.verdict == Recomputed::Verdict::Same ? own.proof : QByteArray());
        if (wrong.isEmpty())
            continue;
        out.append(
            {"auth.server-proof-wrong",
             Severity::Error,
             Words::tr(
                 "The %1 does not prove that the server knows the password for realm %2: %3. Somebody else may have answered, or "
                 "a box on the way changed the message or its body; some servers also work rspauth out wrongly (RFC 2617 3.2.3).")
                 .arg(statusText(last.answer()), quote(answer.realm()), wrong),
             {last.sent->seq, last.final->seq},
             {}});
    }
}

} // namespace diag
