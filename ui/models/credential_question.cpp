// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/credential_question.h"

#include "auth/answer_maker.h"

#include <algorithm>

namespace ui {

namespace {

const sip::AuthPlanned *lastPlan(const diag::Flow &flow)
{
    for (auto row = flow.rows.crbegin(); row != flow.rows.crend(); ++row)
        if (const auto *planned = row->event ? row->event->as<sip::AuthPlanned>() : nullptr; planned && !planned->preemptive)
            return planned;
    return nullptr;
}

} // namespace

//= R22.1-5
QList<CredentialQuestion> credentialQuestions(const diag::Flow &flow)
{
    const bool refused = flow.finished && flow.origin() == diag::Origin::Wire && (flow.status == 401 || flow.status == 407);
    const sip::AuthPlanned *planned = refused ? lastPlan(flow) : nullptr;
    if (!planned || planned->willRetry)
        return {};
    const bool tokens = !flow.attempts.isEmpty() && sip::keepsTokens(flow.attempts.last().target.protocol);
    QList<CredentialQuestion> questions;
    for (const sip::AuthDecision &decision : planned->decisions) {
        const bool bearer = decision.scheme.compare("Bearer", Qt::CaseInsensitive) == 0;
        if (!decision.credentialMissing || (bearer && !tokens))
            continue;
        auto question = std::find_if(questions.begin(), questions.end(), [&decision](const CredentialQuestion &one) {
            return one.proxy == decision.proxy && one.realm == decision.realm;
        });
        if (question == questions.end()) {
            questions.append({decision.proxy, decision.realm, {}, false, false, false});
            question = questions.end() - 1;
        }
        const QByteArray name = bearer                         ? QByteArrayLiteral("Bearer")
                                : decision.algorithm.isEmpty() ? QByteArrayLiteral("MD5")
                                                               : decision.algorithm;
        if (!question->offered.contains(name))
            question->offered.append(name);
        const auto algorithm = sip::digestAlgorithm(decision.algorithm);
        question->token = question->token || bearer;
        question->subscriber = question->subscriber || (!bearer && algorithm && algorithm->isAka());
        question->password = question->password || (!bearer && algorithm && !algorithm->isAka());
    }
    return questions;
}

} // namespace ui
