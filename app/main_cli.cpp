// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/program_facts.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/value_name.h"
#include "command_line.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

namespace {

constexpr const char *About = "Viatrace, the workbench for SIP signalling, without a window.\n"
                              "Sends a request with a real user agent client and shows everything that happens on the way:\n"
                              "every send and resend, every timer, every digest, every answer, and why it failed.";

constexpr const char *Examples = R"(Examples:
  viatrace-cli demo                                  see what it does; needs no network
  viatrace-cli practice --behaviour auth:SHA-256 --port 5070
  viatrace-cli send OPTIONS sip:127.0.0.1:5070
  viatrace-cli send --set domain=127.0.0.1:5070 register.via
  viatrace-cli template transfer > transfer.via      a request file to start from
  viatrace-cli lint message.txt

`viatrace-cli COMMAND --help` tells all options of one command. No account, no telemetry: nothing is sent but what you send.
)";

/// CLI11's help without its shorthand for types, counts and exclusions.
class Help : public CLI::Formatter {
public:
    std::string make_usage(const CLI::App *app, std::string name) const override
    {
        std::string usage = "Usage: " + name + " [OPTIONS]";
        for (const CLI::Option *option : app->get_options([](const CLI::Option *o) { return o->get_positional(); }))
            usage += ' ' + option->get_name(true);
        if (!app->get_subcommands([](const CLI::App *) { return true; }).empty())
            usage += " COMMAND";
        return usage + "\n";
    }
    std::string make_option_opts(const CLI::Option *option) const override
    {
        if (option->get_positional() || option->get_type_size() == 0)
            return {};
        return ' ' + cli::valueName(*option);
    }
};

/// What the program is called and its version; below that all it is made of.
std::string versions()
{
    sip::ProgramFacts facts = sip::programFacts();
    facts.libraries.append({QStringLiteral("CLI11"), QStringLiteral(CLI11_VERSION), QStringLiteral("BSD-3-Clause")});
    return QStringLiteral("viatrace-cli %1\n%2").arg(facts.version, facts.text()).trimmed().toStdString();
}

/// A report that was lost is no success, whatever it said.
int ended(int exit)
{
    cli::Output::finish();
    return cli::Output::isLost() ? int(cli::Exit::Output) : exit;
}

} // namespace

int main(int argc, char **argv)
{
    cli::Output::setUp();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("viatrace-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VIATRACE_VERSION));

    CLI::App program(About, "viatrace-cli");
    program.set_version_flag("--version,-V", versions);
    program.require_subcommand(1);
    program.footer(std::string(Examples) + '\n' + cli::exitHelp);
    const auto help = std::make_shared<Help>();
    help->column_width(28);
    program.formatter(help); // before the commands: they take it over
    const std::pair<const char *, cli::Run> commands[] = {
        {"send", cli::addSend(program)},   {"practice", cli::addPractice(program)}, {"lint", cli::addLint(program)},
        {"show", cli::addShow(program)},   {"template", cli::addTemplate(program)}, {"demo", cli::addDemo(program)},
        {"sweep", cli::addSweep(program)}, {"trace", cli::addTrace(program)},       {"describe", cli::addDescribe(program)}};
    // CLI11 reports by exceptions; they end here.
    try {
        const QList<QByteArray> typed = commandLine(argc, argv);
        std::vector<std::string> words; // the last one first, without the program
        for (qsizetype i = typed.size() - 1; i > 0; --i)
            words.push_back(typed[i].toStdString());
        program.parse(std::move(words));
    } catch (const CLI::ParseError &error) {
        return ended(program.exit(error) == 0 ? int(cli::Exit::Ok) : int(cli::Exit::Usage));
    }
    for (const auto &[name, run] : commands) {
        if (program.got_subcommand(name))
            return ended(run());
    }
    return int(cli::Exit::Usage);
}
