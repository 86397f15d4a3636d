// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exit_code.h"
#include "diagnosis/finding.h"
#include "flow/flow_text.h"
#include "request/composed_request.h"

namespace cli {

/// How the rows of a flow are shown while they happen.
struct LiveOptions {
    bool rows = true; ///< false: nothing is printed (--json, --mermaid, --quiet)
    diag::TextOptions text;
};

/// What one request came to.
struct SendOutcome {
    diag::Flow flow;
    QList<diag::Flow> incoming; ///< calls that came in while it was kept
    diag::Flow others;          ///< what belonged to no request of ours meanwhile
    QList<diag::Finding> findings;
    Exit exit = Exit::Ok;
};

/// Sends one request with an engine of its own on this thread and waits for its end. Ctrl-C once: cancel; twice: give up.
SendOutcome send(const sip::ComposedRequest &request, const LiveOptions &live);

/// Prints what the answer to REGISTER says about bindings, or the one to OPTIONS about capabilities; with \a options.minor the
/// dialogs too, as they stood at the end.
void printWhatWasLearned(const SendOutcome &outcome, const diag::TextOptions &options);

/// Prints what the answer says about NAT, when it is a warning or \a always.
void printNat(const SendOutcome &outcome, bool always);

/// Prints the result line and the findings for people.
void printVerdict(const SendOutcome &outcome);

/// Prints how many messages belonged to no request of ours meanwhile, and with \a options.minor all rows there were.
void printOthers(const SendOutcome &outcome, const diag::TextOptions &options);

} // namespace cli
