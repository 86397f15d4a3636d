// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/value_name.h"
#include "practice/practice_certificates.h"
#include "practice/practice_server.h"
#include "practice/practice_websockets.h"
#include "project/request_templates.h"
#include "window_options.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString text(const std::string &given)
{
    return QString::fromStdString(given);
}

template<typename Rows> QStringList names(const Rows &rows, const char *const Rows::value_type::*name)
{
    QStringList all;
    for (const auto &row : rows)
        if (const QString one = QString::fromLatin1(row.*name); !all.contains(one))
            all << one;
    return all;
}

/// What may be written for an option: as the parser checks it, or as the tables behind it say. Empty: anything.
QStringList valuesOf(const std::string &command, const CLI::Option &option)
{
    const std::string name = option.get_name();
    if (command == "template" && option.get_positional())
        return names(diag::requestTemplates(), &diag::RequestTemplate::name);
    if (command == "send" && option.get_positional())
        return names(diag::requestTemplates(), &diag::RequestTemplate::method);
    if (name == "--behaviour")
        return names(diag::practiceBehaviours(), &diag::PracticeBehaviour::example);
    if (name == "--tls-variant")
        return names(diag::practiceTlsVariants(), &diag::PracticeTls::name);
    if (name == "--ws-variant")
        return names(diag::practiceWsVariants(), &diag::PracticeWs::name);
    const std::string type = option.get_type_name(); // "WHAT:{header,body}"
    const size_t from = type.find(":{");
    return from == std::string::npos ? QStringList() : text(type.substr(from + 2)).chopped(1).split(u',');
}

QJsonObject describe(const std::string &command, const CLI::Option &option)
{
    QJsonArray written;
    for (const std::string &name : option.get_snames())
        written.append(u'-' + text(name));
    for (const std::string &name : option.get_lnames())
        written.append(u"--"_s + text(name));
    if (option.get_positional())
        written.append(text(option.get_name(true)));
    const bool flag = option.get_type_size() == 0;
    return {{u"names"_s, written},
            {u"positional"_s, option.get_positional()},
            {u"value"_s, flag || option.get_positional() ? QString() : text(valueName(option))},
            {u"values"_s, QJsonArray::fromStringList(valuesOf(command, option))},
            {u"group"_s, text(option.get_group())},
            {u"text"_s, text(option.get_description())}};
}

QJsonArray optionsOf(const CLI::App &command)
{
    QJsonArray all;
    for (const CLI::Option *option : command.get_options())
        all.append(describe(command.get_name(), *option));
    return all;
}

QJsonObject windowProgram()
{
    const auto option = [](const QStringList &written, const char *value, const char *choices, const char *says) {
        const QString values = QString::fromLatin1(choices);
        return QJsonObject{{u"names"_s, QJsonArray::fromStringList(written)},
                           {u"positional"_s, !written.constFirst().startsWith(u'-')},
                           {u"value"_s, QString::fromLatin1(value)},
                           {u"values"_s, QJsonArray::fromStringList(values.split(u',', Qt::SkipEmptyParts))},
                           {u"group"_s, u"Options"_s},
                           {u"text"_s, QString::fromLatin1(says)}};
    };
    QJsonArray all;
    for (const WindowOption &one : windowOptions)
        all.append(option({u"--"_s + QLatin1String(one.name)}, one.value, one.choices, one.text));
    all.append(option({u"-h"_s, u"--help"_s}, "", "", "Displays help on commandline options."));
    all.append(option({u"--help-all"_s}, "", "", "Displays help, including generic Qt options."));
    all.append(option({u"-v"_s, u"--version"_s}, "", "", "Displays version information."));
    all.append(option({u"file"_s}, "", "", windowFile));
    return {{u"name"_s, u"viatrace"_s}, {u"about"_s, QString::fromLatin1(windowAbout)}, {u"options"_s, all}};
}

int run(const CLI::App &program)
{
    QJsonArray commands;
    for (const CLI::App *command : program.get_subcommands([](const CLI::App *one) { return !one->get_group().empty(); }))
        commands.append(QJsonObject{{u"name"_s, text(command->get_name())},
                                    {u"about"_s, text(command->get_description())},
                                    {u"footer"_s, text(command->get_footer())},
                                    {u"options"_s, optionsOf(*command)}});
    const QJsonObject terminal{{u"name"_s, text(program.get_name())},
                               {u"about"_s, text(program.get_description())},
                               {u"footer"_s, text(program.get_footer())},
                               {u"options"_s, optionsOf(program)},
                               {u"commands"_s, commands}};
    const QJsonObject all{{u"version"_s, QCoreApplication::applicationVersion()},
                          {u"programs"_s, QJsonArray{terminal, windowProgram()}}};
    Output::out(QJsonDocument(all).toJson());
    return int(Exit::Ok);
}

} // namespace

Run addDescribe(CLI::App &program)
{
    program.add_subcommand("describe", "Print every option of both programs as JSON")->group(""); // no user needs it
    return [&program] { return run(program); };
}

} // namespace cli
