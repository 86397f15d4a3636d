// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "practice/practice_certificates.h"
#include "practice/practice_names.h"
#include "practice/practice_server.h"
#include "practice/practice_websockets.h"

#include <CLI/CLI.hpp>
#include <QEventLoop>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct PracticeOptions {
    std::string behaviour = "ok";
    int port = 0, udpPort = 0, tcpPort = 0, tlsPort = -1, dnsPort = -1, wsPort = -1, wssPort = -1;
    std::string tlsVariant, wsVariant, timers;
    std::vector<std::string> accounts;
    bool list = false, quiet = false;
};

void listBehaviours()
{
    for (const diag::PracticeBehaviour &one : diag::practiceBehaviours()) {
        Output::line(QString::fromLatin1(one.syntax));
        Output::line(u"    %1"_s.arg(QString::fromUtf8(one.summary)));
        if (QByteArrayView(one.example) != QByteArrayView(one.syntax))
            Output::line(u"    e.g. --behaviour %1"_s.arg(QString::fromLatin1(one.example)));
    }
    Output::line(u"names of the DNS server (--dns):"_s);
    for (const diag::PracticeName &one : diag::practiceNames()) {
        Output::line(u"%1.practice.invalid"_s.arg(QString::fromLatin1(one.name)));
        Output::line(u"    %1"_s.arg(QString::fromUtf8(one.summary)));
    }
    Output::line(u"over TLS (--tls-variant):"_s);
    for (const diag::PracticeTls &one : diag::practiceTlsVariants())
        Output::line(u"    %1: %2"_s.arg(QString::fromLatin1(one.name), QString::fromUtf8(one.summary)));
    Output::line(u"over WebSocket (--ws-variant):"_s);
    for (const diag::PracticeWs &one : diag::practiceWsVariants())
        Output::line(u"    %1: %2"_s.arg(QString::fromLatin1(one.name), QString::fromUtf8(one.summary)));
}

/// user:password@realm; the password may hold colons and the realm is what follows the last @.
std::optional<diag::PracticeSettings::Account> account(const QByteArray &text)
{
    const qsizetype colon = text.indexOf(':');
    const qsizetype at = text.lastIndexOf('@');
    if (colon < 1 || at < colon || at + 1 >= text.size())
        return std::nullopt;
    return diag::PracticeSettings::Account{text.first(colon), text.sliced(colon + 1, at - colon - 1), text.sliced(at + 1)};
}

int run(const PracticeOptions &options)
{
    if (options.list) {
        listBehaviours();
        return 0;
    }
    diag::PracticeSettings settings;
    settings.behaviour = QByteArray::fromStdString(options.behaviour);
    settings.udpPort = quint16(options.udpPort ? options.udpPort : options.port);
    settings.tcpPort = quint16(options.tcpPort ? options.tcpPort : options.port);
    if (options.dnsPort >= 0)
        settings.dnsPort = quint16(options.dnsPort);
    settings.tls = options.tlsPort >= 0 || !options.tlsVariant.empty();
    settings.tlsPort = quint16(std::max(0, options.tlsPort));
    if (!options.tlsVariant.empty())
        settings.tlsVariant = QByteArray::fromStdString(options.tlsVariant);
    if (!options.timers.empty()) {
        const auto timers = sip::TimerValues::parse(QByteArray::fromStdString(options.timers));
        if (!timers) {
            Output::error(u"--timers: %1"_s.arg(timers.error().detail));
            return int(Exit::Usage);
        }
        settings.timers = *timers;
    }
    if (options.wsPort >= 0 || !options.wsVariant.empty())
        settings.wsPort = quint16(std::max(0, options.wsPort));
    if (options.wssPort >= 0)
        settings.wssPort = quint16(options.wssPort);
    if (!options.wsVariant.empty())
        settings.wsVariant = QByteArray::fromStdString(options.wsVariant);
    for (const std::string &text : options.accounts) {
        const auto one = account(QByteArray::fromStdString(text));
        if (!one) {
            Output::error(u"--account needs user:password@realm"_s);
            return int(Exit::Usage);
        }
        settings.accounts.append(*one);
    }
    diag::PracticeServer server;
    QEventLoop loop;
    const Interrupt interrupt([&loop](int) { loop.quit(); });
    if (!options.quiet) {
        const auto print = [](const QString &direction) {
            return [direction](const QByteArray &method, const QByteArray &whom, int answered) {
                Output::line(u"%1 %2 %3: %4"_s.arg(QString::fromUtf8(method), direction, QString::fromUtf8(whom),
                                                   answered ? u"answered %1"_s.arg(answered) : u"no answer"_s));
            };
        };
        QObject::connect(&server, &diag::PracticeServer::requestSeen, &loop, print(u"from"_s));
        QObject::connect(&server, &diag::PracticeServer::requestSent, &loop, print(u"to"_s));
    }
    const auto udp = server.start(settings);
    if (!udp) {
        Output::error(udp.error().detail);
        return udp.error().code == sip::Error::Code::Syntax ? int(Exit::Usage) : int(Exit::Transport);
    }
    Output::line(u"practice server: udp:%1 tcp:%2 behaviour %3; Ctrl-C ends it"_s.arg(
        QString::fromLatin1(udp->text()), QString::fromLatin1(server.tcpEndpoint().text()),
        QString::fromUtf8(settings.behaviour)));
    if (server.dnsEndpoint().port != 0)
        Output::line(u"DNS server: %1, for practice.invalid"_s.arg(QString::fromLatin1(server.dnsEndpoint().text())));
    if (settings.tls) {
        const QString folder = diag::practiceCertificateFolder();
        Output::line(u"tls:%1 %2; clients trust it with --ca %3"_s.arg(QString::fromLatin1(server.tlsEndpoint().text()),
                                                                       QString::fromUtf8(settings.tlsVariant),
                                                                       diag::practiceCaFile(folder)));
        if (settings.tlsVariant == "client-cert")
            Output::line(u"a certificate to show it: --cert %1"_s.arg(diag::practiceClientFile(folder)));
    }
    if (settings.wsPort)
        Output::line(u"ws:%1 %2"_s.arg(QString::fromLatin1(server.wsEndpoint().text()), QString::fromUtf8(settings.wsVariant)));
    if (settings.wssPort)
        Output::line(u"wss:%1 %2, certificate %3; clients trust it with --ca %4"_s.arg(
            QString::fromLatin1(server.wssEndpoint().text()), QString::fromUtf8(settings.wsVariant),
            QString::fromUtf8(settings.tlsVariant), diag::practiceCaFile(diag::practiceCertificateFolder())));
    if (settings.accounts.isEmpty())
        Output::line(u"accounts 1001 and 1002, password s3cret, realm practice.invalid"_s);
    loop.exec();
    server.stop();
    return 0;
}

} // namespace

Run addPractice(CLI::App &program)
{
    CLI::App *command = program.add_subcommand("practice", "Run the practice server on 127.0.0.1 and ::1 until Ctrl-C");
    command->footer("Examples:\n"
                    "  viatrace-cli practice --behaviour auth:SHA-256,auth --port 5070\n"
                    "  viatrace-cli practice --list\n\n"
                    "Exit codes: 0 ended by Ctrl-C, 13 a port is in use, 17 output could not be written, 64 wrong usage.");
    auto options = std::make_shared<PracticeOptions>();
    command->add_option("--behaviour,--behavior", options->behaviour, "How it answers; --list shows all (ok)")->type_name("NAME");
    command->add_option("--port", options->port, "Port for UDP and TCP (any free one)")
        ->type_name("PORT")
        ->check(CLI::Range(0, 65535));
    command->add_option("--udp", options->udpPort, "Port for UDP")->type_name("PORT")->check(CLI::Range(0, 65535));
    command->add_option("--tcp", options->tcpPort, "Port for TCP")->type_name("PORT")->check(CLI::Range(0, 65535));
    command->add_option("--dns", options->dnsPort, "Also a DNS server for practice.invalid on this port (0: any free one)")
        ->type_name("PORT")
        ->check(CLI::Range(0, 65535));
    command->add_option("--tls", options->tlsPort, "Also over TLS, on this port (0: any free one)")
        ->type_name("PORT")
        ->check(CLI::Range(0, 65535));
    command->add_option("--tls-variant", options->tlsVariant, "Which certificate it shows; --list shows all (good)")
        ->type_name("NAME");
    command->add_option("--ws", options->wsPort, "Also over WebSocket, on this port (0: any free one)")
        ->type_name("PORT")
        ->check(CLI::Range(0, 65535));
    command->add_option("--wss", options->wssPort, "Also over WebSocket with TLS, on this port (0: any free one)")
        ->type_name("PORT")
        ->check(CLI::Range(0, 65535));
    command->add_option("--ws-variant", options->wsVariant, "How it opens WebSockets; --list shows all (good)")
        ->type_name("NAME");
    command
        ->add_option("--timers", options->timers,
                     "Of its transactions: rfc (T1 500 ms), fast (T1 50 ms), or e.g. t1=100ms,t2=1s,t4=5s (rfc)")
        ->type_name("VALUES");
    command
        ->add_option("--account", options->accounts,
                     "user:password@realm, instead of 1001 and 1002; may be repeated.\nFor made-up "
                     "passwords only: everybody on this machine can see them")
        ->type_name("ACCOUNT")
        ->allow_extra_args(false);
    command->add_flag("--list", options->list, "List the behaviours and end");
    command->add_flag("--quiet,-q", options->quiet, "Do not print the requests, neither those that come nor its own");
    return [options] { return run(*options); };
}

} // namespace cli
