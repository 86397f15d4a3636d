// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/transaction_story.h"

#include "flow/row_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using sip::Machine;
using sip::TxInput;
using sip::TxState;

std::optional<TxState> stateNamed(const char *name)
{
    for (int i = 0; i <= int(TxState::Terminated); ++i)
        if (std::strcmp(sip::stateName(TxState(i)), name) == 0)
            return TxState(i);
    return {};
}

std::optional<TxInput> inputOf(const sip::MessageReceived &received)
{
    const sip::Message &message = received.message;
    if (message.isRequest())
        return message.method() == QByteArrayView("ACK") ? TxInput::ReceiveAck : TxInput::ReceiveRequest;
    if (!message.isResponse())
        return {};
    return message.status() < 200 ? TxInput::Receive1xx : message.status() < 300 ? TxInput::Receive2xx : TxInput::ReceiveFinal;
}

std::optional<TxInput> inputOf(const sip::MessageSent &sent)
{
    if (!sent.message.isResponse() || sent.send > 1)
        return {}; // requests start the machine, copies follow from another input
    const int status = sent.message.status();
    return status < 200 ? TxInput::Send1xx : status < 300 ? TxInput::Send2xx : TxInput::SendFinal;
}

std::optional<TxInput> inputOf(const sip::TimerEvent &timer)
{
    for (int i = 0; i <= int(TxInput::TransportError); ++i)
        if (sip::timerLetter(TxInput(i)) == timer.name)
            return TxInput(i);
    return {};
}

/// Follows the events of one transaction through its table. An input comes before the state it leads to.
class Reader {
    Q_DECLARE_TR_FUNCTIONS(ui::TransactionStory)
public:
    explicit Reader(TransactionStory &story) : m_story(story) {}
    void read(const diag::LadderRow &row)
    {
        m_row = &row;
        row.event->visit([this](const auto &what) { on(what); });
    }

private:
    template<class T> void on(const T &) {}
    void on(const sip::StateChanged &change)
    {
        if (!change.isOfTransaction())
            return;
        m_story.machine = change.machine;
        if (m_story.taken.empty())
            m_story.taken.resize(sip::transactionTable(change.machine).size());
        const auto to = stateNamed(change.to);
        const QString text = *change.from ? tr("%1 to %2").arg(QLatin1String(change.from), QLatin1String(change.to))
                                          : tr("%1 begins").arg(QLatin1String(change.to));
        step(text, true, change.rule);
        if (!m_expected || m_expected != to)
            takeUnexplained(stateNamed(change.from), to, change.rule);
        m_expected.reset();
        m_story.state = to;
    }
    void on(const sip::MessageReceived &received)
    {
        using Fate = sip::MessageReceived::Fate;
        step(tr("%1 received").arg(diag::words::startLine(received.message)));
        if (received.fate == Fate::Delivered || received.fate == Fate::Copy)
            take(inputOf(received));
    }
    void on(const sip::MessageSent &sent)
    {
        const QString line = diag::words::startLine(sent.message);
        step(sent.send > 1 ? tr("%1 sent (copy %2)").arg(line).arg(sent.send) : tr("%1 sent").arg(line));
        take(inputOf(sent));
    }
    void on(const sip::TimerEvent &timer)
    {
        using What = sip::TimerEvent::What;
        auto &armed = m_story.armed;
        armed.removeIf([&timer](const TransactionStory::Timer &one) { return one.name == timer.name; });
        if (timer.what == What::Started)
            armed.append({timer.name, timer.interval, m_row->event->wallUs + timer.interval.count()});
        if (timer.what != What::Fired)
            return;
        step(u"%1: %2"_s.arg(diag::words::timer(timer), diag::words::timerMeaning(timer)));
        take(inputOf(timer));
    }

    void step(const QString &text, bool state = false, const char *rule = "")
    {
        m_story.steps.append({m_row->seq, m_row->at, text, state, rule});
    }
    void take(std::optional<TxInput> input)
    {
        m_expected.reset();
        if (!input || !m_story.machine || !m_story.state)
            return;
        const sip::TxRow *found = sip::findRow(*m_story.machine, *m_story.state, *input);
        if (!found)
            return;
        ++m_story.taken[size_t(found - sip::transactionTable(*m_story.machine).data())];
        m_expected = found->to;
    }
    /// A change without an input in the trace, such as a transport error.
    void takeUnexplained(std::optional<TxState> from, std::optional<TxState> to, const char *rule)
    {
        const auto table = sip::transactionTable(*m_story.machine);
        for (size_t i = 0; i < table.size(); ++i) {
            if (table[i].from != from || table[i].to != to || std::strcmp(table[i].rule, rule) != 0)
                continue;
            ++m_story.taken[i];
            return;
        }
    }

    TransactionStory &m_story;
    const diag::LadderRow *m_row = nullptr;
    std::optional<TxState> m_expected; ///< where the last input must have led
};

struct Named {
    sip::TxAction action;
    const char *text;
};
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::TransactionStory)
public:
    static constexpr Named actions[] = {
        {sip::ToTu, QT_TR_NOOP("hand to the user agent")},   {sip::SendAck, QT_TR_NOOP("send ACK")},
        {sip::ResendRequest, QT_TR_NOOP("send again")},      {sip::SendResponse, QT_TR_NOOP("send the answer")},
        {sip::ResendResponse, QT_TR_NOOP("answer again")},   {sip::SayTimeout, QT_TR_NOOP("report the timeout")},
        {sip::SayTransport, QT_TR_NOOP("report the error")},
    };
};

} // namespace

TransactionStory transactionStory(const diag::Flow &flow, sip::TransactionId transaction)
{
    TransactionStory story;
    story.transaction = transaction;
    Reader reader(story);
    for (const diag::LadderRow &row : flow.rows)
        if (row.context.transaction == transaction && row.event)
            reader.read(row);
    return story;
}

QString actionsText(quint16 actions)
{
    QStringList parts;
    for (const Named &one : Words::actions)
        if (actions & one.action)
            parts += Words::tr(one.text);
    return parts.isEmpty() ? u"–"_s : parts.join(u", "_s);
}

} // namespace ui
