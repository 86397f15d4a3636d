// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/json_report.h"
#include "cli/output.h"
#include "cli/request_options.h"
#include "cli/send_session.h"
#include "flow/row_words.h"

#include <CLI/CLI.hpp>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct SendOptions {
    RequestOptions request;
    bool json = false, mermaid = false, verbose = false, quiet = false, noColour = false;
    std::vector<std::string> fold;
};

constexpr diag::RowKind foldable[] = {diag::RowKind::Dns, diag::RowKind::Tcp, diag::RowKind::Tls, diag::RowKind::Ws};

constexpr const char *Footer = R"(Examples:
  viatrace-cli send OPTIONS sip:127.0.0.1:5070
  VIATRACE_SECRET_1001=s3cret viatrace-cli send REGISTER udp:127.0.0.1:5070 --ruri sip:practice.invalid --user 1001
  viatrace-cli send --set domain=127.0.0.1:5070 resources/examples/register.via
  viatrace-cli send --json --timers fast OPTIONS tcp:127.0.0.1:5070 | jq .result
)";

int run(const SendOptions &options)
{
    const auto request = composed(options.request);
    if (!request) {
        Output::error(request.error());
        return int(Exit::Usage);
    }
    LiveOptions live;
    live.rows = !options.json && !options.mermaid && !options.quiet;
    live.text.colour = wantsColour(options.noColour);
    live.text.minor = options.verbose;
    for (const std::string &name : options.fold)
        for (const diag::RowKind kind : foldable)
            if (diag::kindName(kind) == QByteArrayView(name))
                live.text.folded << kind;
    live.text.width = options.verbose ? 0 : Output::width();
    const SendOutcome outcome = send(*request, live);
    if (options.json)
        Output::out(QJsonDocument(sendReport(outcome)).toJson());
    else if (options.mermaid)
        Output::out(diag::flowMermaid(outcome.flow));
    else {
        if (live.rows) {
            printWhatWasLearned(outcome, live.text);
            printNat(outcome, options.verbose);
        }
        printVerdict(outcome);
        if (live.rows)
            printOthers(outcome, live.text);
    }
    return int(outcome.exit);
}

} // namespace

Run addSend(CLI::App &program)
{
    CLI::App *command = program.add_subcommand("send", "Send one request and show all that happens until its final answer");
    command->footer(std::string(Footer) + '\n' + exitHelp);
    auto options = std::make_shared<SendOptions>();
    options->request.addTo(*command);
    const char *what = "What is printed";
    auto *json =
        command->add_flag("--json", options->json, "One JSON object at the end, schema viatrace/1, nothing else")->group(what);
    command->add_flag("--mermaid", options->mermaid, "A Mermaid sequence diagram at the end, nothing else")
        ->group(what)
        ->excludes(json);
    command->add_flag("--verbose,-v", options->verbose, "Timer starts, state changes and whole lines too")->group(what);
    command
        ->add_option("--fold", options->fold,
                     "Rows of these kinds become one line: dns, tcp, tls, ws, separated by commas;\n"
                     "what went wrong there is printed all the same")
        ->type_name("KINDS")
        ->group(what)
        ->allow_extra_args(false)
        ->delimiter(',')
        ->check(CLI::IsMember({"dns", "tcp", "tls", "ws"}));
    command->add_flag("--quiet,-q", options->quiet, "Only the result")->group(what);
    command->add_flag("--no-colour,--no-color", options->noColour, "No colours; NO_COLOR in the environment does the same")
        ->group(what);
    return [options] { return run(*options); };
}

} // namespace cli
