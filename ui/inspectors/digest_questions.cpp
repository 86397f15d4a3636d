// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/digest_questions.h"

#include "diagnosis/digest_answer.h"
#include "flow/row_words.h"
#include "message/headers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using sip::HeaderId;

const sip::Message *sentMessage(const diag::LadderRow &row)
{
    const auto *sent = row.event ? row.event->as<sip::MessageSent>() : nullptr;
    return sent && sent->message.isRequest() ? &sent->message : nullptr;
}

const sip::Message *anyMessage(const diag::LadderRow &row)
{
    const auto *received = row.event ? row.event->as<sip::MessageReceived>() : nullptr;
    return received ? &received->message : sentMessage(row);
}

QString titleOf(const QString &header, const QByteArray &realm)
{
    return QCoreApplication::translate("ui::DigestQuestions", "%1 for realm \"%2\"").arg(header, diag::words::shown(realm, 60));
}

/// What opened the session of this nonce.
void joinSession(DigestQuestion &question, const diag::Flow &flow)
{
    const sip::DigestChallenge &challenge = question.sent.input.challenge;
    for (const diag::LadderRow &row : flow.rows) {
        const auto *planned = row.event ? row.event->as<sip::AuthPlanned>() : nullptr;
        if (!planned)
            continue;
        for (const sip::DigestWorking &working : planned->workings) {
            if (working.realm != challenge.realm || working.nonce != challenge.nonce)
                continue;
            question.sessionNonce = working.sessionNonce;
            question.sessionCnonce = working.session ? working.sessionCnonce : working.cnonce;
            return;
        }
    }
}

void addAnswers(DigestSubject &subject, const diag::Flow &flow, const sip::Message &request)
{
    for (const HeaderId id : {HeaderId::Authorization, HeaderId::ProxyAuthorization}) {
        for (const QByteArray &row : request.values(id)) {
            const auto values = sip::parseAuth(row);
            if (!values || values->isEmpty())
                continue;
            const auto sent = sip::digestCredentials(values->first());
            if (!sent)
                continue;
            const auto &challenge = sent->input.challenge;
            DigestQuestion question;
            question.sent = *sent;
            question.request = request;
            joinSession(question, flow);
            question.proxy = id == HeaderId::ProxyAuthorization;
            subject.answers.append({titleOf(QString::fromLatin1(sip::headerName(id)), challenge.realm), question});
        }
    }
}

/// The request that carried the answers of \a planned, when it has been sent.
const sip::Message *requestWith(const diag::Flow &flow, quint64 afterSeq, const sip::AuthPlanned &planned)
{
    if (planned.workings.isEmpty())
        return nullptr;
    const QByteArray response = planned.workings.first().response;
    for (const diag::LadderRow &row : flow.rows) {
        const sip::Message *sent = row.seq > afterSeq ? sentMessage(row) : nullptr;
        if (!sent)
            continue;
        for (const HeaderId id : {HeaderId::Authorization, HeaderId::ProxyAuthorization})
            for (const QByteArray &value : sent->values(id))
                if (value.contains(response))
                    return sent;
    }
    return nullptr;
}

void addPlanned(DigestSubject &subject, const diag::Flow &flow, quint64 seq, const sip::AuthPlanned &planned)
{
    subject.decisions = planned.decisions;
    subject.summary = planned.summary;
    if (const sip::Message *request = requestWith(flow, seq, planned))
        addAnswers(subject, flow, *request);
}

/// What was made of the challenges of one response: the first authentication row after it of the same attempt.
void addPlannedAfter(DigestSubject &subject, const diag::Flow &flow, const diag::LadderRow &response)
{
    for (const diag::LadderRow &row : flow.rows) {
        if (row.seq <= response.seq || row.context.attempt != response.context.attempt)
            continue;
        if (const auto *planned = row.event ? row.event->as<sip::AuthPlanned>() : nullptr) {
            addPlanned(subject, flow, row.seq, *planned);
            return;
        }
    }
}

/// The answers of the request that \a response belongs to, each to be compared with its rspauth.
void addProofs(DigestSubject &subject, const diag::Flow &flow, const diag::LadderRow &row, const sip::Message &response)
{
    for (const diag::LadderRow &earlier : flow.rows) {
        const sip::Message *request = earlier.seq < row.seq ? sentMessage(earlier) : nullptr;
        if (!request || earlier.context.transaction != row.context.transaction || earlier.send > 1)
            continue;
        addAnswers(subject, flow, *request);
        break;
    }
    for (DigestSubject::Answer &answer : subject.answers) {
        answer.question.proof = diag::serverProof(response, answer.question.proxy).rspauth;
        answer.question.proofBody = response.body().toByteArray();
    }
}

} // namespace

DigestSubject digestSubject(const diag::Flow &flow, const diag::LadderRow &row)
{
    DigestSubject subject;
    if (const auto *planned = row.event ? row.event->as<sip::AuthPlanned>() : nullptr) {
        addPlanned(subject, flow, row.seq, *planned);
        return subject;
    }
    const sip::Message *message = anyMessage(row);
    if (!message)
        return subject;
    if (message->isRequest())
        addAnswers(subject, flow, *message);
    else if (message->status() == 401 || message->status() == 407)
        addPlannedAfter(subject, flow, row);
    else if (message->has(HeaderId::AuthenticationInfo) || message->has(HeaderId::ProxyAuthenticationInfo))
        addProofs(subject, flow, row, *message);
    return subject;
}

} // namespace ui
