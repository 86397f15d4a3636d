// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/send_session.h"
#include "practice/practice_server.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct DemoOptions {
    bool noColour = false;
};

void say(const QString &text)
{
    Output::line(text);
}

sip::ComposedRequest registration(const sip::Endpoint &server)
{
    sip::ComposedRequest request;
    request.name = u"Register 1001"_s;
    request.method = "REGISTER";
    request.target = "udp:" + server.text();
    request.requestUri = "sip:practice.invalid";
    sip::Credential credential;
    credential.username = "1001";
    credential.password = "s3cret";
    credential.realm = "practice.invalid";
    request.credentials = {credential};
    request.rows = {
        {"From", "<sip:1001@practice.invalid>", false}, {"Contact", "<sip:1001@{{local}}>", false}, {"Expires", "300", false}};
    return request;
}

sip::ComposedRequest unansweredOptions(const sip::Endpoint &server)
{
    sip::ComposedRequest request;
    request.name = u"OPTIONS that nobody answers"_s;
    request.method = "OPTIONS";
    request.target = "udp:" + server.text();
    request.requestUri = "sip:practice.invalid";
    request.timers = sip::TimerValues::fast();
    return request;
}

int run(const DemoOptions &options)
{
    diag::PracticeServer server;
    diag::PracticeSettings settings;
    settings.behaviour = "auth:SHA-256,auth";
    const auto where = server.start(settings);
    if (!where) {
        Output::error(where.error().detail);
        return int(Exit::Transport);
    }
    LiveOptions live;
    live.text.colour = wantsColour(options.noColour);
    live.text.width = Output::width();

    say(u"Viatrace: a practice server now listens on %1, on this machine only.\n"_s.arg(QString::fromLatin1(where->text())));
    say(u"1. Registering as 1001. The server will ask who we are (401); the answer is a digest made from the password,\n"
        "   the realm, the nonce and the request, so that the password itself never travels.\n"_s);
    const SendOutcome registered = send(registration(*where), live);
    printVerdict(registered);

    say(u"\n2. Now the server falls silent. UDP may lose packets, so the same bytes are sent again after T1, 2*T1, 4*T1 ... up "
        u"to\n"
        "   T2 (Timer E); after 64*T1 we give up (Timer F). With the timers of RFC 3261 that takes 32 seconds; here T1 is\n"
        "   50 ms instead of 500 ms, so it takes 3.2. The 408 at the end is ours: nobody sent it.\n"_s);
    if (const auto silent = server.setBehaviour("silent"); !silent) {
        Output::error(silent.error().detail);
        return int(Exit::Assertion);
    }
    const SendOutcome timedOut = send(unansweredOptions(*where), live);
    printVerdict(timedOut);

    const bool asExpected = registered.exit == Exit::Ok && timedOut.exit == Exit::Timeout;
    say(asExpected ? u"\nThat was it. Next: viatrace-cli send --help, viatrace-cli practice --list"_s
                   : u"\nThis did not go as it should; please report it with the lines above."_s);
    return int(asExpected ? Exit::Ok : Exit::Assertion);
}

} // namespace

Run addDemo(CLI::App &program)
{
    CLI::App *command =
        program.add_subcommand("demo", "See a registration with digest and a timeout, explained, without any network");
    command->footer("Exit codes: 0 all went as it should, 17 output could not be written, 20 it did not.");
    auto options = std::make_shared<DemoOptions>();
    command->add_flag("--no-colour,--no-color", options->noColour, "No colours; NO_COLOR in the environment does the same");
    return [options] { return run(*options); };
}

} // namespace cli
