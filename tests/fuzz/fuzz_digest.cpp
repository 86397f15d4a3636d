// SPDX-License-Identifier: GPL-3.0-or-later
// A response of any kind is weighed without trouble; what is answered is right, and nothing is answered twice.
#include "fuzz.h"

#include "auth/auth_planner.h"
#include "message/parser.h"

using namespace sip;

namespace {

const QByteArray password = "not in any report";

QList<Credential> credentials()
{
    return {{"a", "alice", password, {}, {}}, {{}, "any\"body\\", password, {}, {}}};
}

/// From the header alone, as a server would.
void requireRight(const AuthPlan::Row &row, const Message &request)
{
    const auto values = parseAuth(row.value);
    require(values && values->size() == 1, "what we write can be read");
    const auto sent = digestCredentials(values->first());
    require(sent.has_value(), "our credentials are complete");
    DigestInput input = sent->input;
    const Credential *credential = findCredential(credentials(), input.challenge.realm);
    input.username = input.challenge.realm == "a" ? "alice" : "any\"body\\";
    require(credential, "an answer needs a credential");
    input.password = password;
    input.method = request.method().toByteArray();
    input.body = request.body().toByteArray();
    require(computeDigest(input).response == sent->response, "the response follows from the header and the password");
}

} // namespace

void fuzz(const QByteArray &input)
{
    const Message request = parseMessage("MESSAGE sip:Bob@Example.com SIP/2.0\r\nContent-Length: 2\r\n\r\nhi");
    const Message response = parseMessage("SIP/2.0 401 Unauthorized\r\n" + input);
    SeededRandom random(1);
    const AuthPlan plan = planAuthentication(response, request, credentials(), {}, {}, random);
    require(plan.retry == !plan.rows.isEmpty(), "a retry has rows, no retry has none");
    require(!plan.report.summary.isEmpty(), "something is said in every case");
    require(!plan.report.summary.contains(QString::fromLatin1(password)), "no secret is said");
    for (const AuthDecision &decision : plan.report.decisions)
        require(!decision.why.isEmpty() && *decision.rule, "every challenge is accounted for");
    for (qsizetype i = 0; i < plan.rows.size(); ++i) {
        requireRight(plan.rows[i], request);
        for (qsizetype j = 0; j < i; ++j) {
            const bool sameKind = plan.rows[i].header == plan.rows[j].header;
            require(!sameKind || plan.report.workings[i].realm != plan.report.workings[j].realm, "one answer per realm and kind");
        }
    }
    // The same again with what was learned: whatever comes, it ends.
    AuthHistory history = plan.history;
    for (int attempt = 0; attempt < 20; ++attempt)
        history = planAuthentication(response, request, credentials(), {}, history, random).history;
    require(history.attempts <= AuthPolicy{}.maxAnswers, "the number of answers is limited");
}
