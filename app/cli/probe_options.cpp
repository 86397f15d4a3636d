// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/probe_options.h"

#include "cli/interrupt.h"
#include "cli/output.h"
#include "probe/probe_runner.h"
#include "project/duration.h"
#include "request/target.h"

#include <CLI/CLI.hpp>
#include <QEventLoop>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// "sip:..." or "udp:...", but not the name of a file.
bool isTarget(const std::string &text)
{
    return text.find(':') != std::string::npos && !QFileInfo::exists(QString::fromStdString(text));
}

/// Why --report cannot be used; empty: it can, or was not given.
QString reportProblem(const std::string &file, bool pages)
{
    const QString name = QString::fromStdString(file);
    if (name.isEmpty() || name.endsWith(u".json"_s) || name.endsWith(u".md"_s) || (pages && name.endsWith(u".html"_s)))
        return {};
    return u"--report: \"%1\" should end with %2.json or .md"_s.arg(name, pages ? u".html, "_s : QString());
}

} // namespace

void ProbeOptions::addTo(CLI::App &command)
{
    command
        .add_option("TARGET | METHOD TARGET | FILE", request.what,
                    "Where to send OPTIONS, or another method, or a request file (*.via):\n"
                    "a SIP URI (sip:127.0.0.1:5070) or a next hop (udp:127.0.0.1:5070)")
        ->required()
        ->expected(1, 2);
    const char *what = "The request";
    command.add_option("--ruri", request.requestUri, "Request-URI, when it is not the target")->type_name("URI")->group(what);
    command.add_option("--header", request.headers, "One more header row \"Name: value\"; may be repeated")
        ->type_name("ROW")
        ->group(what)
        ->allow_extra_args(false);
    command.add_option("--set", request.variables, "Value of a {{variable}} of the file: NAME=VALUE; may be repeated")
        ->type_name("NAME=VALUE")
        ->group(what)
        ->allow_extra_args(false);
    command
        .add_flag("--allow-calls", allowCalls, "Send calls and messages too (INVITE, MESSAGE): somebody may notice each of them")
        ->group(what);
    const char *how = "How it is sent";
    command.add_option("--resolver", request.resolver, "DNS server to ask, instead of those of the system")
        ->type_name("ADDRESS[:PORT]")
        ->group(how);
    command
        .add_option("--timers", request.timers,
                    "rfc, fast, or e.g. t1=100ms,t2=1s,t4=5s (fast on this computer and in private "
                    "networks, else rfc)")
        ->type_name("VALUES")
        ->group(how);
    command.add_option("--wait", wait, "For each answer (2s on this computer and in private networks, else 4s)")
        ->type_name("TIME")
        ->group(how);
    command.add_option("--limit", limit, "For all of it (5m)")->type_name("TIME")->group(how);
    const char *output = "What is printed";
    command.add_flag("--json", json, "One JSON object at the end, schema viatrace/1, nothing else")->group(output);
    command
        .add_option("--report", report,
                    pages ? "Write the report to this file: a page with the chart (*.html), Markdown\n(*.md) or JSON (*.json)"
                          : "Write the report to this file: JSON (*.json) or Markdown (*.md)")
        ->type_name("FILE")
        ->group(output);
}

sip::Expected<sip::ComposedRequest, QString> ProbeOptions::composed() const
{
    if (const QString problem = reportProblem(report, pages); !problem.isEmpty())
        return problem;
    RequestOptions options = request;
    if (options.what.size() == 1 && isTarget(options.what.front()))
        options.what.insert(options.what.begin(), "OPTIONS");
    auto made = cli::composed(options);
    if (!made)
        return made.error();
    if (const QString problem = diag::probeProblem(*made); !problem.isEmpty())
        return u"%1 %2"_s.arg(made->raw ? QString::fromStdString(request.what.front()) : QString::fromUtf8(made->method),
                              problem);
    if (diag::disturbs(*made) && !allowCalls)
        return u"%1, again and again; say --allow-calls if that is meant"_s.arg(
            made->method == "INVITE" ? u"INVITE may ring somebody's phone"_s : u"MESSAGE may come up on somebody's screen"_s);
    if (const auto hop = sip::nextHop(*made); !hop)
        return hop.error().detail;
    return *made;
}

sip::Expected<diag::ProbePace, QString> ProbeOptions::pace(const sip::ComposedRequest &composed) const
{
    diag::ProbePace pace = diag::ProbePace::towards(composed);
    if (!request.timers.empty())
        pace.timers = composed.timers;
    struct Duration {
        const char *option;
        const std::string &text;
        sip::Instant &value;
    };
    for (const Duration &one : {Duration{"--wait", wait, pace.wait}, Duration{"--limit", limit, pace.limit}}) {
        if (one.text.empty())
            continue;
        const auto parsed = diag::parseDuration(QByteArray::fromStdString(one.text));
        if (!parsed)
            return u"%1: %2"_s.arg(QString::fromLatin1(one.option), parsed.error().detail);
        if (*parsed <= sip::Instant(0))
            return u"%1 has to be longer than nothing"_s.arg(QString::fromLatin1(one.option));
        one.value = *parsed;
    }
    return pace;
}

bool runProbe(diag::Probe &probe, const std::function<void(const diag::Flow &)> &moved)
{
    diag::ProbeRunner runner;
    QEventLoop loop;
    bool stopped = false;
    QObject::connect(&runner, &diag::ProbeRunner::moved, &loop, moved);
    QObject::connect(&runner, &diag::ProbeRunner::finished, &loop, [&](bool early) {
        stopped = early;
        loop.quit();
    });
    const Interrupt interrupt([&runner](int) { runner.stop(); });
    runner.start(probe);
    loop.exec();
    return !stopped;
}

bool canWriteReport(const std::string &file)
{
    const QFileInfo info(QString::fromStdString(file));
    const QFileInfo folder(info.absolutePath());
    if (file.empty() || (!info.isDir() && folder.isDir() && folder.isWritable()))
        return true;
    Output::error(u"%1: cannot be written: %2"_s.arg(info.filePath(), info.isDir()     ? u"it is a folder"_s
                                                                      : folder.isDir() ? u"its folder takes no files"_s
                                                                                       : u"there is no such folder"_s));
    return false;
}

bool writeReport(const std::string &file, const QJsonObject &object, const QByteArray &markdown, const QByteArray &page)
{
    const QString name = QString::fromStdString(file);
    if (name.isEmpty())
        return true;
    QSaveFile out(name);
    const QByteArray bytes = name.endsWith(u".json"_s)   ? QJsonDocument(object).toJson()
                             : name.endsWith(u".html"_s) ? page
                                                         : markdown;
    if (out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit())
        return true;
    Output::error(u"%1: cannot be written: %2"_s.arg(name, out.errorString()));
    return false;
}

} // namespace cli
