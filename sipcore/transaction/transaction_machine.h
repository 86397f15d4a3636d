// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timing/timer_values.h"
#include "transaction/tables.h"

#include <QVarLengthArray>

#include <array>
#include <optional>

namespace sip {

/// What a machine asks its adapter to do, in order.
struct TxOutput {
    enum class Kind : quint8 {
        Deliver,
        SendAck,
        ResendRequest,
        SendResponse,
        ResendResponse,
        Timeout,
        TransportFailure,
        State,
        TimerStarted,
        TimerStopped,
        TimerFired,
        Ignored
    };
    Kind kind = Kind::Ignored;
    char timer = 0;                                       ///< timer kinds
    TxState from = TxState::Trying, to = TxState::Trying; ///< State: both. Ignored: from
    TxInput input = TxInput::TransportError;              ///< Ignored: what came; Timeout: which timer
    Instant due{};                                        ///< TimerStarted
    Instant interval{};
    const char *rule = "";
};

/// Any of the four transactions, driven by its table. No socket, no QTimer, no QObject: time enters as an argument, effects leave
/// as values. Drain takeOutputs() after every call. Spurious wake-ups are harmless. A state owns its timers: leaving it stops
/// them, and every start, stop and fire is an output (R17-1). Small enough to exist 100,000 times.
class TransactionMachine {
public:
    TransactionMachine(Machine machine, bool reliable, const TimerValues &values, Instant now);

    void input(TxInput what, Instant now); ///< not for timers
    void abandon(Instant now);             ///< straight to Terminated, timers stopped; for a user that goes away
    void wake(Instant now);                ///< fires every timer due at or before now, earliest first
    std::optional<Instant> nextWake() const;
    using Outputs = QVarLengthArray<TxOutput, 8>;
    Outputs takeOutputs() { return std::exchange(m_out, {}); }

    Machine machine() const { return m_machine; }
    TxState state() const { return m_state; }
    struct ArmedTimer {
        char name;
        Instant due;
        Instant interval;
    };
    QVarLengthArray<ArmedTimer, 3> armedTimers() const; ///< for the inspector's countdowns

private:
    struct Due {
        TxInput timer;
        Instant at;
        Instant interval;
    };
    void step(TxInput what, Instant now);
    void enter(TxState next, Instant now, const char *rule);
    void start(TxInput timer, Instant interval, Instant from, Instant now);

    QVarLengthArray<Due, 3> m_due;
    Outputs m_out;
    TimerValues m_values;
    Machine m_machine;
    TxState m_state;
    bool m_reliable;
};

} // namespace sip
