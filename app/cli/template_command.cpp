// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "project/request_file.h"
#include "project/request_templates.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

void list()
{
    for (const diag::RequestTemplate &one : diag::requestTemplates()) {
        Output::line(QString::fromLatin1(one.name));
        Output::line(u"    %1"_s.arg(QString::fromLatin1(one.summary)));
    }
}

int run(const QByteArray &name)
{
    if (name.isEmpty()) {
        list();
        return int(Exit::Ok);
    }
    const diag::RequestTemplate *const chosen = diag::findTemplate(name);
    if (!chosen) {
        QStringList known;
        for (const diag::RequestTemplate &one : diag::requestTemplates())
            known << QString::fromLatin1(one.name);
        Output::error(u"no template is called \"%1\"; known are: %2"_s.arg(QString::fromUtf8(name), known.join(u", "_s)));
        return int(Exit::Usage);
    }
    Output::out("# " + QByteArray(chosen->summary) + ".\n# Try it: viatrace-cli practice --behaviour " + chosen->behaviour +
                " --port 5070\n#   VIATRACE_SECRET_PW1001=s3cret viatrace-cli send --set domain=127.0.0.1:5070 FILE\n" +
                diag::writeRequestFile(diag::templateForFile(*chosen)));
    return int(Exit::Ok);
}

} // namespace

Run addTemplate(CLI::App &program)
{
    CLI::App *command = program.add_subcommand("template", "Print a request file to start from, for a method or a flow");
    command->footer("Examples:\n"
                    "  viatrace-cli template                    list them\n"
                    "  viatrace-cli template transfer > transfer.via\n\n"
                    "Exit codes: 0 ok, 17 output could not be written, 64 no such template.");
    auto name = std::make_shared<std::string>();
    command->add_option("NAME", *name, "Which one; without it all are listed");
    return [name] { return run(QByteArray::fromStdString(*name)); };
}

} // namespace cli
