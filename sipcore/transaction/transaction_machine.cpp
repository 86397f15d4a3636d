// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction/transaction_machine.h"

#include <algorithm>

namespace sip {

namespace {

/// Which timer runs in which states of which machine. Entering the first of them starts it, leaving the last stops it.
struct TimerRow {
    Machine machine;
    TxInput timer;
    TxState first, last; ///< the same, or two states that follow each other (Trying, Proceeding)
    bool onlyUnreliable; ///< resends: not on TCP and the like
};
constexpr TimerRow timerRows[] = {
    {Machine::InviteClient, TxInput::TimerA, TxState::Calling, TxState::Calling, true},      //= R17.1.1.2-3 R17.1.1.2-6
    {Machine::InviteClient, TxInput::TimerB, TxState::Calling, TxState::Calling, false},     //= R17.1.1.2-4
    {Machine::InviteClient, TxInput::TimerD, TxState::Completed, TxState::Completed, false}, //= R6026.8.4-4
    {Machine::InviteClient, TxInput::TimerM, TxState::Accepted, TxState::Accepted, false},
    {Machine::NonInviteClient, TxInput::TimerE, TxState::Trying, TxState::Proceeding, true},
    {Machine::NonInviteClient, TxInput::TimerF, TxState::Trying, TxState::Proceeding, false},
    {Machine::NonInviteClient, TxInput::TimerK, TxState::Completed, TxState::Completed, false},
    {Machine::InviteServer, TxInput::TimerG, TxState::Completed, TxState::Completed, true},
    {Machine::InviteServer, TxInput::TimerH, TxState::Completed, TxState::Completed, false},
    {Machine::InviteServer, TxInput::TimerI, TxState::Confirmed, TxState::Confirmed, false},
    {Machine::InviteServer, TxInput::TimerL, TxState::Accepted, TxState::Accepted, false},
    {Machine::NonInviteServer, TxInput::TimerJ, TxState::Completed, TxState::Completed, false},
};

bool runsIn(const TimerRow &row, TxState state)
{
    return state == row.first || state == row.last;
}

bool isResend(TxInput timer)
{
    return timer == TxInput::TimerA || timer == TxInput::TimerE || timer == TxInput::TimerG;
}

/// RFC 3261 Table 4, RFC 6026 7.1 and 8.4.
Instant firstInterval(TxInput timer, bool reliable, const TimerValues &values)
{
    switch (timer) {
    case TxInput::TimerA:
    case TxInput::TimerE:
    case TxInput::TimerG: return values.t1;
    case TxInput::TimerD: return reliable ? Instant::zero() : values.timerD();
    case TxInput::TimerI:
    case TxInput::TimerK: return reliable ? Instant::zero() : values.t4;
    case TxInput::TimerJ: return reliable ? Instant::zero() : values.timeout();
    default: return values.timeout();
    }
}

/// A doubles without a cap; E and G double up to T2; E in Proceeding is T2.
//= R17.1.1.1-1 whatever T1 is
Instant nextInterval(TxInput timer, Instant last, TxState state, const TimerValues &values)
{
    if (timer == TxInput::TimerA)
        return 2 * last;
    if (timer == TxInput::TimerE && state == TxState::Proceeding)
        return values.t2;
    return std::min(2 * last, values.t2);
}

} // namespace

TransactionMachine::TransactionMachine(Machine machine, bool reliable, const TimerValues &values, Instant now)
    : m_values(values), m_machine(machine), m_state(initialState(machine)), m_reliable(reliable)
{
    for (const TimerRow &row : timerRows)
        if (row.machine == m_machine && runsIn(row, m_state) && !(row.onlyUnreliable && m_reliable))
            start(row.timer, firstInterval(row.timer, m_reliable, m_values), now, now);
}

void TransactionMachine::start(TxInput timer, Instant interval, Instant from, Instant now)
{
    // From the deadline that just passed, not from now: the schedule does not drift. A loop that slept too long skips, it does
    // not send a burst.
    const Instant due = from + interval > now || interval == Instant::zero() ? from + interval : now + interval;
    m_due.append({timer, due, interval});
    m_out.append({.kind = TxOutput::Kind::TimerStarted, .timer = timerLetter(timer), .due = due, .interval = interval});
}

void TransactionMachine::enter(TxState next, Instant now, const char *rule)
{
    const TxState from = std::exchange(m_state, next);
    const auto owned = [this](TxInput timer) {
        return std::any_of(std::begin(timerRows), std::end(timerRows), [this, timer](const TimerRow &row) {
            return row.machine == m_machine && row.timer == timer && runsIn(row, m_state);
        });
    };
    for (qsizetype i = 0; i < m_due.size();) {
        if (owned(m_due[i].timer)) {
            ++i;
            continue;
        }
        m_out.append({.kind = TxOutput::Kind::TimerStopped, .timer = timerLetter(m_due[i].timer)});
        m_due.remove(i);
    }
    m_out.append({.kind = TxOutput::Kind::State, .from = from, .to = next, .rule = rule});
    for (const TimerRow &row : timerRows)
        if (row.machine == m_machine && row.first == next && !(row.onlyUnreliable && m_reliable))
            start(row.timer, firstInterval(row.timer, m_reliable, m_values), now, now);
}

void TransactionMachine::step(TxInput what, Instant now)
{
    const TxRow *const row = findRow(m_machine, m_state, what);
    if (!row) {
        m_out.append({.kind = TxOutput::Kind::Ignored, .from = m_state, .input = what});
        return;
    }
    if (row->to != m_state)
        enter(row->to, now, row->rule);
    struct Effect {
        TxAction action;
        TxOutput::Kind kind;
    };
    constexpr Effect effects[] = {
        {SendAck, TxOutput::Kind::SendAck},
        {ResendRequest, TxOutput::Kind::ResendRequest},
        {SendResponse, TxOutput::Kind::SendResponse},
        {ResendResponse, TxOutput::Kind::ResendResponse},
        {SayTimeout, TxOutput::Kind::Timeout},
        {SayTransport, TxOutput::Kind::TransportFailure},
        {ToTu, TxOutput::Kind::Deliver},
    };
    for (const Effect &effect : effects)
        if (row->actions & effect.action)
            m_out.append({.kind = effect.kind, .input = what, .rule = row->rule});
}

void TransactionMachine::input(TxInput what, Instant now)
{
    step(what, now);
}

void TransactionMachine::abandon(Instant now)
{
    if (m_state != TxState::Terminated)
        enter(TxState::Terminated, now, "local: abandoned");
}

void TransactionMachine::wake(Instant now)
{
    while (true) {
        const auto next = std::min_element(m_due.begin(), m_due.end(), [](const Due &a, const Due &b) { return a.at < b.at; });
        if (next == m_due.end() || next->at > now)
            return;
        const Due fired = *next;
        m_due.erase(next);
        m_out.append({.kind = TxOutput::Kind::TimerFired, .timer = timerLetter(fired.timer)});
        const TxState before = m_state;
        step(fired.timer, now);
        if (isResend(fired.timer) && m_state == before)
            start(fired.timer, nextInterval(fired.timer, fired.interval, m_state, m_values), fired.at, now);
    }
}

std::optional<Instant> TransactionMachine::nextWake() const
{
    if (m_due.isEmpty())
        return std::nullopt;
    return std::min_element(m_due.begin(), m_due.end(), [](const Due &a, const Due &b) { return a.at < b.at; })->at;
}

QVarLengthArray<TransactionMachine::ArmedTimer, 3> TransactionMachine::armedTimers() const
{
    QVarLengthArray<ArmedTimer, 3> timers;
    for (const Due &due : m_due)
        timers.append({timerLetter(due.timer), due.at, due.interval});
    return timers;
}

} // namespace sip
