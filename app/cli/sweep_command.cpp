// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/probe_options.h"
#include "probe/sweep_page.h"
#include "probe/sweep_report.h"
#include "probe/sweep_verdict.h"
#include "request/target.h"
#include "transport/route.h"

#include <CLI/CLI.hpp>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct SweepOptions {
    ProbeOptions probe;
    int from = 600, to = 3000, step = 0, repeat = 1, most = 500;
    bool bisect = false;
    std::string over = "udp,tcp", pad = "header";
};

constexpr const char *Footer = R"(Examples:
  viatrace-cli sweep sip:127.0.0.1:5070
  viatrace-cli sweep --from 1200 --to 1600 --step 50 --over udp --report sizes.html sip:sip.example.com
  viatrace-cli sweep --json sip:127.0.0.1:5070 | jq .udp.last_good

Exit codes: 0 the sizes were measured, whatever they came to; 12 nothing was answered; 13 not reached; 15 DNS; 16 stopped by Ctrl-C;
17 the report could not be written; 64 wrong usage.)";

/// The transports of --over. \return an error message for the user
sip::Expected<QList<sip::Protocol>, QString> transports(const std::string &text)
{
    QList<sip::Protocol> all;
    for (const QByteArray &name : QByteArray::fromStdString(text).toLower().split(',')) {
        if (name != "udp" && name != "tcp")
            return u"--over: \"%1\" is neither udp nor tcp"_s.arg(QString::fromUtf8(name));
        const sip::Protocol protocol = name == "udp" ? sip::Protocol::Udp : sip::Protocol::Tcp;
        if (!all.contains(protocol))
            all << protocol;
    }
    return all;
}

sip::Expected<diag::SweepSettings, QString> settingsOf(const SweepOptions &options)
{
    diag::SweepSettings settings;
    const auto request = options.probe.composed();
    if (!request)
        return request.error();
    const auto pace = options.probe.pace(*request);
    if (!pace)
        return pace.error();
    const auto over = transports(options.over);
    if (!over)
        return over.error();
    if (options.from >= options.to)
        return u"--from has to be smaller than --to"_s;
    settings.request = *request;
    settings.pace = *pace;
    settings.over = *over;
    settings.from = options.from;
    settings.to = options.to;
    settings.step = options.step;
    settings.halve = options.bisect || options.step == 0;
    settings.repeat = options.repeat;
    settings.most = options.most;
    settings.padding = options.pad == "body" ? diag::Padding::Body : diag::Padding::Header;
    if (const auto hop = sip::nextHop(*request); hop && !hop->isName())
        if (const auto local = sip::routedLocalAddress(hop->address.remote))
            settings.local = *local;
    if (const QString problem = diag::sweepProblem(settings); !problem.isEmpty())
        return problem;
    return settings;
}

Exit exitOf(const diag::SweepReport &report)
{
    Exit worst = Exit::Ok;
    for (qsizetype i = 0; i < report.series.size(); ++i) {
        const auto cause = diag::verdictOf(report, i).cause;
        if (cause != diag::SweepVerdict::Cause::NothingAnswers && cause != diag::SweepVerdict::Cause::Unreachable)
            return Exit::Ok; // something was measured
        if (worst == Exit::Ok)
            worst = cause == diag::SweepVerdict::Cause::NothingAnswers ? Exit::Timeout
                                                                       : exitOfCause(report.series[i].firstBad()->cause);
    }
    return worst;
}

int run(const SweepOptions &options)
{
    const auto settings = settingsOf(options);
    if (!settings) {
        Output::error(settings.error());
        return int(Exit::Usage);
    }
    if (!canWriteReport(options.probe.report))
        return int(Exit::Output);
    diag::Sweep sweep(*settings);
    const bool live = !options.probe.json;
    if (live)
        Output::line(u"%1 to %2, %3 to %4 octets; Ctrl-C ends it"_s
                         .arg(QString::fromUtf8(settings->request.method), QString::fromUtf8(settings->request.target))
                         .arg(settings->from)
                         .arg(settings->to));
    const bool whole = runProbe(sweep, [&](const diag::Flow &flow) {
        sweep.keep(flow);
        if (live)
            Output::line(u"  %1 %2"_s.arg(QString::fromLatin1(sip::viaName(sweep.report().series.last().protocol)), -4)
                             .arg(diag::pointText(sweep.last())));
    });
    if (!whole)
        sweep.stopped();
    const diag::SweepReport &report = sweep.report();
    if (options.probe.json)
        Output::out(QJsonDocument(diag::sweepObject(report)).toJson());
    else
        Output::line(u'\n' + diag::sweepConclusions(report).join(u'\n'));
    if (!writeReport(options.probe.report, diag::sweepObject(report), diag::sweepMarkdown(report), diag::sweepHtml(report)))
        return int(Exit::Output);
    return int(whole ? exitOf(report) : Exit::Cancelled);
}

} // namespace

Run addSweep(CLI::App &program)
{
    CLI::App *command =
        program.add_subcommand("sweep", "MTU sweep: send one request in many sizes and find the size from which on it is lost");
    command->footer(Footer);
    auto options = std::make_shared<SweepOptions>();
    const int smallest = int(diag::SweepSettings::smallest), largest = int(diag::SweepSettings::largest);
    const char *which = "Which sizes";
    command->add_option("--from,--min", options->from, "Smallest size in octets (600)")
        ->type_name("N")
        ->group(which)
        ->check(CLI::Range(smallest, largest));
    command->add_option("--to,--max", options->to, "Largest size (3000)")
        ->type_name("N")
        ->group(which)
        ->check(CLI::Range(smallest, largest));
    command->add_option("--step", options->step, "Every so many octets, instead of halving")
        ->type_name("N")
        ->group(which)
        ->check(CLI::Range(1, largest));
    command
        ->add_flag("--bisect", options->bisect,
                   "Halve down to the octet; with --step between the last size that passed and\n"
                   "the first that did not")
        ->group(which);
    command->add_option("--repeat", options->repeat, "Requests of each size; it passes when one is answered (1)")
        ->type_name("N")
        ->group(which)
        ->check(CLI::Range(1, 100));
    command->add_option("--most", options->most, "Requests at most, all together (500)")
        ->type_name("N")
        ->group(which)
        ->check(CLI::Range(1, 100'000));
    command->add_option("--over", options->over, "Transports, one after the other (udp,tcp)")->type_name("NAMES")->group(which);
    command->add_option("--pad", options->pad, "What makes it larger: header (rows X-Padding; the default) or body")
        ->type_name("WHAT")
        ->group(which)
        ->check(CLI::IsMember({"header", "body"}));
    options->probe.pages = true;
    options->probe.addTo(*command);
    return [options] { return run(*options); };
}

} // namespace cli
