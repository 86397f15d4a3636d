// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/response_in_dialog.h"

#include "dialog/session_timer.h"
#include "request/request_builder.h"
#include "request/response_builder.h"

namespace sip {

MessageDraft responseInDialog(const Message &request, const ResponseFacts &facts, const ComposedAnswer &answer)
{
    const bool success = answer.status / 100 == 2;
    const bool rings = answer.status > 100 && answer.status < 200;
    MessageDraft draft = buildResponse(request, answer.status, facts.toTag, answer.reason);
    if (facts.beginsDialog && (rings || success))
        draft.appendRows(request, HeaderId::RecordRoute);
    const bool refreshes = methodTraits(request.method()).refreshesTarget && (success || (facts.beginsDialog && rings));
    //= R3311.5.1-3
    if (refreshes && !facts.contact.isEmpty())
        draft.append(HeaderId::Contact, facts.contact);
    if (!facts.description.isEmpty() && answer.body.isEmpty()) {
        draft.append(HeaderId::ContentType, "application/sdp");
        draft.body = facts.description;
    }
    const bool changes = request.method() == "INVITE" || request.method() == "UPDATE";
    if (const SessionTimerAnswer timer = sessionTimerAnswer(request); changes && success && !timer.sessionExpires.isEmpty()) {
        draft.append(HeaderId::SessionExpires, timer.sessionExpires);
        if (timer.require)
            draft.append(HeaderId::Require, "timer");
    }
    if (facts.rseq != 0) {
        draft.append(HeaderId::Require, "100rel");
        draft.append(HeaderId::RSeq, QByteArray::number(facts.rseq));
    }
    applyAnswer(draft, answer);
    return draft;
}

} // namespace sip
