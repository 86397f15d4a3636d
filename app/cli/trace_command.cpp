// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/probe_options.h"
#include "message/header_id.h"
#include "probe/path_report.h"

#include <CLI/CLI.hpp>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct TraceOptions {
    ProbeOptions probe;
    int first = 0, last = 70;
};

constexpr const char *Footer = R"(Examples:
  viatrace-cli trace sip:bob@sip.example.com
  viatrace-cli trace --json sip:127.0.0.1:5070 | jq .path
  viatrace-cli trace REGISTER sip:sip.example.com

Exit codes: 0 the end of the path was reached: it gave a final answer other than 482 and 483; 10 a loop (482), or 483 for the
largest Max-Forwards too; 12 nothing answers, or nothing any more, or --limit is over; 13 the first hop is not reached; 14 TLS;
15 DNS; 16 stopped by Ctrl-C; 17 the report could not be written; 64 wrong usage.)";

/// Why these options cannot be traced; empty: they can.
QString problemOf(const TraceOptions &options)
{
    if (options.first > options.last)
        return u"--first is larger than --last"_s;
    for (const std::string &row : options.probe.request.headers)
        if (sip::headerId(QByteArray::fromStdString(row.substr(0, row.find(':'))).trimmed()) == sip::HeaderId::MaxForwards)
            return u"--header: a trace counts Max-Forwards itself; --first and --last say from where to where"_s;
    return {};
}

Exit exitOf(const diag::PathReport &report)
{
    using End = diag::PathReport::End;
    switch (report.end) {
    case End::Reached: return Exit::Ok;
    case End::Loop: return Exit::Rejected;
    case End::Limit: return report.hops.last().kind == diag::PathHop::Kind::Hop ? Exit::Rejected : Exit::Timeout;
    case End::Time:
    case End::Silent: return Exit::Timeout;
    case End::Unreachable: return exitOfCause(report.hops.last().cause);
    case End::Open:
    case End::Stopped: return Exit::Cancelled;
    }
    return Exit::Cancelled;
}

int run(const TraceOptions &options)
{
    diag::PathTraceSettings settings;
    const auto request = options.probe.composed();
    const auto pace = request ? options.probe.pace(*request) : request.error();
    const QString problem = pace ? problemOf(options) : pace.error();
    if (!problem.isEmpty()) {
        Output::error(problem);
        return int(Exit::Usage);
    }
    if (!canWriteReport(options.probe.report))
        return int(Exit::Output);
    settings.request = *request;
    settings.pace = *pace;
    settings.first = options.first;
    settings.last = options.last;
    diag::PathTrace trace(settings);
    const bool live = !options.probe.json;
    if (live)
        Output::line(u"Path of %1 %2, one Max-Forwards after the other; Ctrl-C ends it"_s.arg(
            QString::fromUtf8(request->method), QString::fromUtf8(request->target)));
    const bool whole = runProbe(trace, [&](const diag::Flow &) {
        if (live)
            Output::line(diag::hopLines(trace.report().hops.last()).join(u'\n'));
    });
    if (!whole)
        trace.stopped();
    const diag::PathReport &report = trace.report();
    if (options.probe.json)
        Output::out(QJsonDocument(diag::pathObject(report)).toJson());
    else
        Output::line(u'\n' + diag::pathConclusions(report).join(u'\n'));
    if (!writeReport(options.probe.report, diag::pathObject(report), diag::pathMarkdown(report)))
        return int(Exit::Output);
    return int(exitOf(report));
}

} // namespace

Run addTrace(CLI::App &program)
{
    CLI::App *command = program.add_subcommand(
        "trace", "SIP traceroute: the proxies on the way of a request, by counting Max-Forwards up from 0");
    command->footer(Footer);
    auto options = std::make_shared<TraceOptions>();
    const char *which = "Which hops";
    command->add_option("--first", options->first, "Max-Forwards to begin with (0)")
        ->type_name("N")
        ->group(which)
        ->check(CLI::Range(0, diag::PathTraceSettings::most));
    command->add_option("--last", options->last, "Max-Forwards to end with (70)")
        ->type_name("N")
        ->group(which)
        ->check(CLI::Range(0, diag::PathTraceSettings::most));
    options->probe.addTo(*command);
    options->probe.request.tls.addTo(*command); // a sweep compares UDP and TCP only
    return [options] { return run(*options); };
}

} // namespace cli
