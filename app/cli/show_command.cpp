// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/json_report.h"
#include "cli/message_file.h"
#include "cli/message_tree.h"
#include "cli/output.h"
#include "message/lint.h"

#include <CLI/CLI.hpp>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct FileOptions {
    std::string file;
    std::vector<std::string> variables;
    bool json = false;
};

std::shared_ptr<FileOptions> addFileOptions(CLI::App &command)
{
    auto options = std::make_shared<FileOptions>();
    command.add_option("FILE", options->file, "A file with one SIP message, a request file (*.via), or - for standard input")
        ->required();
    command.add_option("--set", options->variables, "Value of a {{variable}} of a request file: NAME=VALUE; may be repeated")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    command.add_flag("--json", options->json, "One JSON object, schema viatrace/1");
    return options;
}

bool hasErrors(const QList<sip::LintMark> &marks)
{
    return std::any_of(marks.begin(), marks.end(),
                       [](const sip::LintMark &mark) { return mark.severity == sip::LintMark::Severity::Error; });
}

void printJson(const QJsonObject &object)
{
    Output::out(QJsonDocument(object).toJson());
}

sip::Expected<sip::Message, QString> readWith(const FileOptions &options)
{
    const auto values = variableValues(options.variables);
    if (!values)
        return values.error();
    return readMessage(QString::fromStdString(options.file), *values);
}

int runLint(const FileOptions &options)
{
    const QString file = QString::fromStdString(options.file);
    const auto message = readWith(options);
    if (!message) {
        Output::error(message.error());
        return int(Exit::Usage);
    }
    const QList<sip::LintMark> marks = sip::lint(*message);
    const int exit = int(hasErrors(marks) ? Exit::Assertion : Exit::Ok);
    if (options.json) {
        QJsonObject report = messageReport(file, *message, marks);
        report[u"exit"_s] = exit;
        printJson(report);
        return exit;
    }
    for (const sip::LintMark &mark : marks)
        Output::line(markLine(placeName(file), message->wire(), mark));
    if (marks.isEmpty())
        Output::line(u"%1: nothing to complain about"_s.arg(file));
    return exit;
}

int runShow(const FileOptions &options)
{
    const QString file = QString::fromStdString(options.file);
    const auto message = readWith(options);
    if (!message) {
        Output::error(message.error());
        return int(Exit::Usage);
    }
    const QList<sip::LintMark> marks = sip::lint(*message);
    if (options.json) {
        QJsonObject report = messageReport(file, *message, marks);
        report[u"tree"_s] = messageTree(*message);
        report[u"exit"_s] = 0;
        printJson(report);
        return 0;
    }
    Output::out(messageTree(*message));
    if (!marks.isEmpty())
        Output::line(u"\nWhat is odd:"_s);
    for (const sip::LintMark &mark : marks)
        Output::line(u"  "_s + markLine(placeName(file), message->wire(), mark));
    return 0;
}

} // namespace

Run addLint(CLI::App &program)
{
    CLI::App *command = program.add_subcommand("lint", "Check a message against the RFCs: each finding with line and column");
    command->footer("Exit codes: 0 no errors (warnings may be printed), 17 output could not be\nwritten, 20 errors found, 64 the "
                    "file cannot be read.\n\n"
                    "Example: viatrace-cli lint answer.txt");
    const auto options = addFileOptions(*command);
    return [options] { return runLint(*options); };
}

Run addShow(CLI::App &program)
{
    CLI::App *command = program.add_subcommand("show", "Show a message taken apart as a tree, with what is odd about it");
    command->footer("Exit codes: 0 shown, 17 output could not be written, 64 the file cannot be read.\n\nExample: viatrace-cli "
                    "show register.via");
    const auto options = addFileOptions(*command);
    return [options] { return runShow(*options); };
}

} // namespace cli
