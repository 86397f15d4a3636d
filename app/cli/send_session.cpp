// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/send_session.h"

#include "cli/interrupt.h"
#include "cli/output.h"
#include "flow/capabilities.h"
#include "flow/dialog_lines.h"
#include "flow/flow_builder.h"
#include "flow/nat_view.h"
#include "flow/registration.h"
#include "flow/row_words.h"
#include "project/request_file.h"
#include "ua/engine.h"

#include <QEventLoop>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// Prints each row of one flow once, and each lane before the first row that needs it.
class LivePrinter {
public:
    explicit LivePrinter(const LiveOptions &options) : m_options(options), m_printer(options.text) {}
    ~LivePrinter()
    {
        for (const QString &line : m_printer.finish())
            Output::line(line);
    }

    void print(const diag::Flow &flow)
    {
        if (!m_options.rows)
            return;
        for (const diag::LadderRow &row : flow.rows) {
            if (row.seq <= m_lastSeq)
                continue;
            m_lastSeq = row.seq;
            if (!m_printer.shows(row))
                continue;
            const QStringList lines = m_printer.take(flow, row);
            if (lines.isEmpty()) // folded
                continue;
            for (; m_lanes <= std::max(row.fromLane, row.toLane); ++m_lanes)
                Output::line(u"  "_s + diag::laneText(flow, m_lanes));
            for (const QString &line : lines)
                Output::line(line);
        }
    }

private:
    const LiveOptions &m_options;
    diag::RowPrinter m_printer;
    quint64 m_lastSeq = 0;
    int m_lanes = 0;
};

qsizetype messagesIn(const diag::Flow &flow)
{
    return std::count_if(flow.rows.cbegin(), flow.rows.cend(), [](const diag::LadderRow &row) {
        return row.event->as<sip::MessageReceived>() || row.event->as<sip::MessageSent>();
    });
}

} // namespace

SendOutcome send(const sip::ComposedRequest &request, const LiveOptions &live)
{
    diag::FlowBuilder builder;
    std::map<sip::IntentId, LivePrinter> printers; // calls that come in are flows of their own
    sip::Engine engine;
    QEventLoop loop;
    const sip::IntentId intent = sip::Engine::newIntentId();
    quint64 lost = 0;
    bool over = false;

    QObject::connect(&engine, &sip::Engine::eventsReady, &loop, [&](const sip::TraceBatch &batch, quint64 dropped) {
        lost += dropped;
        for (const sip::IntentId changed : builder.append(batch)) {
            if (changed == 0)
                continue;
            const auto [printer, isNew] = printers.try_emplace(changed, live);
            if (isNew && changed != intent && live.rows)
                Output::line(u"\n%1"_s.arg(builder.flow(changed)->name));
            printer->second.print(*builder.flow(changed));
        }
    });
    // Queued: the engine is not to be shut down from inside its own signal.
    QObject::connect(
        &engine, &sip::Engine::intentFinished, &loop,
        [&](const sip::IntentResult &result) {
            if (result.intent != intent)
                return;
            over = true;
            engine.close(); // calls that came in
        },
        Qt::QueuedConnection);
    const Interrupt interrupt([&](int times) {
        if (times > 1) {
            loop.quit();
            return;
        }
        Output::error(u"cancelling; press Ctrl-C again to give up"_s);
        engine.close();
    });
    // Over by now when it was kept; anything else is cancelled.
    QObject::connect(&engine, &sip::Engine::closed, &loop, [&] {
        if (over)
            loop.quit();
        else
            engine.cancel(intent);
    });
    engine.submit(intent, request);
    loop.exec();
    engine.shutdown(); // delivers the last batch

    SendOutcome outcome;
    if (const diag::Flow *flow = builder.flow(intent))
        outcome.flow = *flow;
    for (const sip::IntentId other : builder.intents())
        if (other != 0 && other != intent)
            outcome.incoming.append(*builder.flow(other));
    if (const diag::Flow *others = builder.flow(0))
        outcome.others = *others;
    outcome.findings = diag::diagnose(outcome.flow, &request);
    outcome.exit = exitOf(outcome.flow);
    if (lost)
        Output::error(u"%1 events came too fast to be kept"_s.arg(lost));
    return outcome;
}

void printWhatWasLearned(const SendOutcome &outcome, const diag::TextOptions &options)
{
    for (const diag::DialogInfo &dialog : outcome.flow.dialogs)
        if (options.minor)
            Output::line(u'\n' + diag::dialogLines(dialog).join(u'\n'));
    QStringList lines;
    if (const auto registration = diag::registrationOf(outcome.flow))
        lines = diag::registrationLines(*registration);
    else if (const auto capabilities = diag::capabilitiesOf(outcome.flow); capabilities && outcome.flow.method == "OPTIONS")
        lines = diag::capabilityLines(*capabilities);
    if (!lines.isEmpty())
        Output::line(u'\n' + lines.join(u'\n'));
}

void printNat(const SendOutcome &outcome, bool always)
{
    const auto view = diag::natView(outcome.flow);
    if (view && (always || view->verdicts.first().weight == diag::NatVerdict::Weight::Warning))
        Output::line(u'\n' + diag::natLines(*view).join(u'\n'));
}

void printVerdict(const SendOutcome &outcome)
{
    const diag::Flow &flow = outcome.flow;
    QString result = flow.status            ? u"%1 %2"_s.arg(flow.status).arg(diag::words::shown(flow.reason))
                     : flow.method == "ACK" ? u"sent; an ACK is never answered"_s
                                            : u"no answer"_s;
    if (flow.cause != sip::LocalCause::None)
        result += u" (local, %1)"_s.arg(QString::fromLatin1(sip::causeName(flow.cause)));
    // What follows in the dialog, and what keeps a registration, is no attempt to make it.
    const auto attempts = std::count_if(flow.attempts.begin(), flow.attempts.end(), [&flow](const diag::AttemptInfo &a) {
        return a.method == flow.method && a.why != "next" && a.why != "refresh" && a.why != "recovery" && a.why != "remove" &&
               a.why != "unsubscribe";
    });
    if (attempts > 1)
        result += u", %1 attempts"_s.arg(attempts);
    Output::line(u"\nResult: "_s + result);
    for (const diag::Finding &finding : outcome.findings) {
        Output::line(u"Why: "_s + finding.text);
        if (finding.fix)
            Output::line(u"Try: "_s + finding.fix->label);
    }
}

void printOthers(const SendOutcome &outcome, const diag::TextOptions &options)
{
    const qsizetype messages = messagesIn(outcome.others);
    if (messages == 0)
        return;
    Output::line(u"\n%1 other %2, not of this request%3"_s.arg(messages).arg(messages == 1 ? u"message"_s : u"messages"_s,
                                                                             options.minor   ? u":"_s
                                                                             : messages == 1 ? u"; -v shows it"_s
                                                                                             : u"; -v shows them"_s));
    if (!options.minor)
        return;
    diag::Flow others = outcome.others;
    others.firstAt = outcome.flow.firstAt; // one clock for all that is printed
    for (int lane = 0; lane < others.lanes.size(); ++lane)
        Output::line(u"  "_s + diag::laneText(others, lane));
    for (const diag::LadderRow &row : std::as_const(others.rows))
        Output::line(diag::rowText(others, row, options));
}

} // namespace cli
