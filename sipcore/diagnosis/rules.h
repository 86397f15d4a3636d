// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/evidence.h"

// The rule families. Each looks at the evidence and appends what it finds, in any order: diagnose() ranks.
namespace diag {

void challengeRules(const Evidence &evidence, QList<Finding> &out);    ///< asked for a password and not answered; never asked
void answerDigestRules(const Evidence &evidence, QList<Finding> &out); ///< answered, and refused all the same
void serverProofRules(const Evidence &evidence, QList<Finding> &out);  ///< answered, and the server did not prove itself
void timeoutRules(const Evidence &evidence, QList<Finding> &out);
void transportRules(const Evidence &evidence, QList<Finding> &out);
void keepAliveRules(const Evidence &evidence, QList<Finding> &out); ///< a flow that was kept was lost
void redirectRules(const Evidence &evidence, QList<Finding> &out);
void natRules(const Evidence &evidence, QList<Finding> &out);
void rejectionRules(const Evidence &evidence, QList<Finding> &out); ///< busy and every other refusal, by its status code
void oddResponseRules(const Evidence &evidence, QList<Finding> &out);

} // namespace diag
