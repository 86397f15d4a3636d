// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exit_code.h"
#include "cli/request_options.h"
#include "probe/probe.h"

#include <QJsonObject>

#include <functional>

namespace cli {

/// What `sweep` and `trace` read from the command line alike.
struct ProbeOptions {
    RequestOptions request; ///< what: TARGET, METHOD TARGET, or FILE
    std::string wait, limit, report;
    bool allowCalls = false, json = false;
    bool pages = false; ///< the report can be a page of HTML too

    void addTo(CLI::App &command);
    /// The request to send. \return an error message for the user: a call that was not allowed, too
    sip::Expected<sip::ComposedRequest, QString> composed() const;
    sip::Expected<diag::ProbePace, QString> pace(const sip::ComposedRequest &request) const;
};

/// Runs it on this thread to its end. \param moved  after every request, with its ladder \return false: Ctrl-C ended it
bool runProbe(diag::Probe &probe, const std::function<void(const diag::Flow &)> &moved);

/// Looks whether --report can be written, before anything is sent for it. \return false: it cannot, which was said
bool canWriteReport(const std::string &file);
/// Writes --report, if it was given: JSON, Markdown or HTML, by its ending. \return false: it could not be written, which was
/// said
bool writeReport(const std::string &file, const QJsonObject &object, const QByteArray &markdown, const QByteArray &page = {});

} // namespace cli
