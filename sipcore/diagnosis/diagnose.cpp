// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/rules.h"

#include <algorithm>
#include <iterator>

namespace diag {
namespace {

using Rule = void (*)(const Evidence &, QList<Finding> &);
constexpr Rule rules[] = {answerDigestRules, serverProofRules, challengeRules, timeoutRules,     transportRules,
                          redirectRules,     natRules,         rejectionRules, oddResponseRules, keepAliveRules};

/// Every finding there is, most helpful first: the first one of a flow is its verdict.
constexpr const char *ranking[] = {
    "auth.uri-mismatch",
    "auth.our-digest-wrong",
    "auth.stale-loop",
    "auth.unsupported-algorithm",
    "auth.no-credential",
    "auth.not-answered",
    "auth.no-challenge-header",
    "auth.rejected-after-correct-digest",
    "auth.rejected",
    "auth.server-proof-wrong",
    "auth.from-differs",
    "acl.no-challenge",
    "dns.name",
    "tls.failed",
    "ws.failed",
    "ws.closed",
    "transport.refused",
    "transport.too-big",
    "transport.reset",
    "transport.closed",
    "transport.unreachable",
    "timeout.size",
    "timeout.after-provisional",
    "timeout.no-notify",
    "timeout.no-answer",
    "redirect.not-followed",
    "busy",
    "rejected.4xx",
    "rejected.5xx",
    "rejected.6xx",
    "flow.keepalive-lost",
    "nat.private-contact",
    "response.odd",
    "auth.downgrade",
    "auth.realm-differs",
};

int rankOf(const QByteArray &rule)
{
    const auto at = std::find(std::begin(ranking), std::end(ranking), rule);
    return int(at - std::begin(ranking));
}

/// Bytes typed by hand are sent as typed: what would change them is no help.
bool canApply(const Fix &fix, const sip::ComposedRequest &request)
{
    return !request.raw || fix.edit == Fix::Edit::Transport || fix.edit == Fix::Edit::Target;
}

/// The status alone adds nothing where the reason is already known.
void dropExplained(QList<Finding> &findings)
{
    const bool explained = std::any_of(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.severity == Finding::Severity::Error &&
               (finding.rule.startsWith("auth.") || finding.rule.startsWith("acl."));
    });
    if (explained)
        findings.removeIf([](const Finding &finding) { return finding.rule == "rejected.4xx" && !finding.addsToCause; });
}

} // namespace

QList<Finding> diagnose(const Flow &flow, const sip::ComposedRequest *request)
{
    const Evidence evidence(flow, request);
    QList<Finding> findings;
    for (const Rule rule : rules)
        rule(evidence, findings);
    dropExplained(findings);
    if (request)
        for (Finding &finding : findings)
            if (finding.fix && !canApply(*finding.fix, *request))
                finding.fix.reset();
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return rankOf(a.rule) < rankOf(b.rule); });
    return findings;
}

} // namespace diag
