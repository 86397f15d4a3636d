// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/trace_event.h"

#include <QByteArray>

#include <span>

namespace sip {

/// The four machines of RFC 3261 17 with RFC 6026, side by side, as data. The tables are the code, the test oracle and the
/// picture.
using Machine = StateChanged::Machine;

enum class TxState : quint8 { Calling, Trying, Proceeding, Accepted, Completed, Confirmed, Terminated };
enum class TxInput : quint8 {
    Receive1xx,
    Receive2xx,
    ReceiveFinal, ///< client: from the wire. ReceiveFinal: 3xx-6xx (INVITE), 2xx-6xx (non-INVITE uses Receive2xx too)
    ReceiveRequest,
    ReceiveAck, ///< server: from the wire (a repetition of the request)
    Send1xx,
    Send2xx,
    SendFinal, ///< server: from the TU
    TimerA,
    TimerB,
    TimerD,
    TimerM, ///< INVITE client
    TimerE,
    TimerF,
    TimerK, ///< non-INVITE client
    TimerG,
    TimerH,
    TimerI,
    TimerL, ///< INVITE server
    TimerJ, ///< non-INVITE server
    TransportError
};
enum TxAction : quint16 {
    Nothing = 0,
    ToTu = 1 << 0,    ///< hand the message to the TU
    SendAck = 1 << 1, ///< ACK to a non-2xx final
    ResendRequest = 1 << 2,
    SendResponse = 1 << 3,   ///< the one the TU just gave
    ResendResponse = 1 << 4, ///< the last one sent
    SayTimeout = 1 << 5,
    SayTransport = 1 << 6,
};
struct TxRow {
    TxState from;
    TxInput on;
    TxState to;
    quint16 actions;
    const char *rule; ///< rule id, or "local: ..." for our own additions
};
std::span<const TxRow> transactionTable(Machine machine);
const TxRow *findRow(Machine machine, TxState from,
                     TxInput on); ///< nullptr: no meaning there; becomes a trace note, never an error
TxState initialState(Machine machine);
const char *stateName(TxState state);
const char *inputName(TxInput input);
char timerLetter(TxInput input);         ///< 'A'..'M'; 0: not a timer
QByteArray machineName(Machine machine); ///< "INVITE client", ...
/// stateDiagram-v2 text made from the table; the manual and the inspector show it, a test keeps the stored pictures true.
QByteArray mermaid(Machine machine);

} // namespace sip
