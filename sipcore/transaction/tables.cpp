// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction/tables.h"

namespace sip {

namespace {

using S = TxState;
using I = TxInput;

// RFC 3261 17.1.1.2 with RFC 6026 8.4.
constexpr TxRow inviteClient[] = {
    {S::Calling, I::TimerA, S::Calling, ResendRequest, "R17.1.1.2-2"},
    {S::Calling, I::TimerB, S::Terminated, SayTimeout, "R17.1.1.2-8"}, //= R17.1.1.2-7
    {S::Calling, I::TransportError, S::Terminated, SayTransport, "R17.1.4-1"},
    {S::Calling, I::Receive1xx, S::Proceeding, ToTu, "R17.1.1.2-9"},
    {S::Calling, I::Receive2xx, S::Accepted, ToTu, "R6026.8.4-1"},
    {S::Calling, I::ReceiveFinal, S::Completed, SendAck | ToTu, "R17.1.1.2-10"},
    {S::Proceeding, I::Receive1xx, S::Proceeding, ToTu, "R17.1.1.2-9"},
    {S::Proceeding, I::Receive2xx, S::Accepted, ToTu, "R6026.8.4-1"},
    {S::Proceeding, I::ReceiveFinal, S::Completed, SendAck | ToTu, "R17.1.1.2-10"},
    {S::Proceeding, I::TransportError, S::Terminated, SayTransport, "R18.4-4"},
    {S::Accepted, I::Receive2xx, S::Accepted, ToTu, "R6026.8.4-2"},
    {S::Accepted, I::TransportError, S::Accepted, Nothing, "R6026.8.4-5"},
    {S::Accepted, I::TimerM, S::Terminated, Nothing, "R6026.8.4-3"},
    {S::Completed, I::ReceiveFinal, S::Completed, SendAck, "R17.1.1.2-13"},
    {S::Completed, I::TransportError, S::Terminated, SayTransport, "R17.1.1.2-14"},
    {S::Completed, I::TimerD, S::Terminated, Nothing, "R17.1.1.2-12"},
};

// RFC 3261 17.1.2.2.
constexpr TxRow nonInviteClient[] = {
    {S::Trying, I::TimerE, S::Trying, ResendRequest, "R17.1.2.2-3"},
    {S::Trying, I::TimerF, S::Terminated, SayTimeout, "R17.1.2.2-2"},
    {S::Trying, I::TransportError, S::Terminated, SayTransport, "R17.1.4-1"},
    {S::Trying, I::Receive1xx, S::Proceeding, ToTu, "R17.1.2.2-4"},
    {S::Trying, I::Receive2xx, S::Completed, ToTu, "R17.1.2.2-7"},
    {S::Trying, I::ReceiveFinal, S::Completed, ToTu, "R17.1.2.2-7"},
    {S::Proceeding, I::TimerE, S::Proceeding, ResendRequest, "R17.1.2.2-5"},
    {S::Proceeding, I::TimerF, S::Terminated, SayTimeout, "R17.1.2.2-6"},
    {S::Proceeding, I::TransportError, S::Terminated, SayTransport, "R18.4-4"},
    {S::Proceeding, I::Receive1xx, S::Proceeding, ToTu, "R17.1.2.2-4"},
    {S::Proceeding, I::Receive2xx, S::Completed, ToTu, "R17.1.2.2-7"},
    {S::Proceeding, I::ReceiveFinal, S::Completed, ToTu, "R17.1.2.2-7"},
    {S::Completed, I::Receive2xx, S::Completed, Nothing, "R17.1.2.2-10"},
    {S::Completed, I::ReceiveFinal, S::Completed, Nothing, "R17.1.2.2-8"},
    {S::Completed, I::TimerK, S::Terminated, Nothing, "R17.1.2.2-8"},
};

// RFC 3261 17.2.1 with RFC 6026 7.1.
constexpr TxRow inviteServer[] = {
    {S::Proceeding, I::ReceiveRequest, S::Proceeding, ResendResponse, "RFC3261-17.2.1"},
    {S::Proceeding, I::Send1xx, S::Proceeding, SendResponse, "RFC3261-17.2.1"},
    {S::Proceeding, I::Send2xx, S::Accepted, SendResponse, "RFC6026-7.1"},
    {S::Proceeding, I::SendFinal, S::Completed, SendResponse, "RFC3261-17.2.1"},
    {S::Proceeding, I::TransportError, S::Terminated, SayTransport, "RFC3261-17.2.4"},
    {S::Accepted, I::ReceiveRequest, S::Accepted, Nothing, "RFC6026-7.1"},
    {S::Accepted, I::Send2xx, S::Accepted, SendResponse, "RFC6026-7.1"},
    {S::Accepted, I::ReceiveAck, S::Accepted, ToTu, "RFC6026-7.1"},
    {S::Accepted, I::TransportError, S::Accepted, SayTransport, "RFC6026-7.1"},
    {S::Accepted, I::TimerL, S::Terminated, Nothing, "RFC6026-7.1"},
    {S::Completed, I::ReceiveRequest, S::Completed, ResendResponse, "RFC3261-17.2.1"},
    {S::Completed, I::TimerG, S::Completed, ResendResponse, "RFC3261-17.2.1"},
    {S::Completed, I::ReceiveAck, S::Confirmed, Nothing, "RFC3261-17.2.1"},
    {S::Completed, I::TimerH, S::Terminated, SayTimeout, "RFC3261-17.2.1"},
    {S::Completed, I::TransportError, S::Terminated, SayTransport, "RFC3261-17.2.4"},
    {S::Confirmed, I::ReceiveRequest, S::Confirmed, Nothing, "RFC3261-17.2.1"},
    {S::Confirmed, I::ReceiveAck, S::Confirmed, Nothing, "RFC3261-17.2.1"},
    {S::Confirmed, I::TimerI, S::Terminated, Nothing, "RFC3261-17.2.1"},
};

// RFC 3261 17.2.2.
constexpr TxRow nonInviteServer[] = {
    {S::Trying, I::ReceiveRequest, S::Trying, Nothing, "RFC3261-17.2.2"},
    {S::Trying, I::Send1xx, S::Proceeding, SendResponse, "RFC3261-17.2.2"},
    {S::Trying, I::Send2xx, S::Completed, SendResponse, "RFC3261-17.2.2"},
    {S::Trying, I::SendFinal, S::Completed, SendResponse, "RFC3261-17.2.2"},
    {S::Proceeding, I::ReceiveRequest, S::Proceeding, ResendResponse, "RFC3261-17.2.2"},
    {S::Proceeding, I::Send1xx, S::Proceeding, SendResponse, "RFC3261-17.2.2"},
    {S::Proceeding, I::Send2xx, S::Completed, SendResponse, "RFC3261-17.2.2"},
    {S::Proceeding, I::SendFinal, S::Completed, SendResponse, "RFC3261-17.2.2"},
    {S::Proceeding, I::TransportError, S::Terminated, SayTransport, "RFC3261-17.2.4"},
    {S::Completed, I::ReceiveRequest, S::Completed, ResendResponse, "RFC3261-17.2.2"},
    {S::Completed, I::Send2xx, S::Completed, Nothing, "RFC3261-17.2.2"},
    {S::Completed, I::SendFinal, S::Completed, Nothing, "RFC3261-17.2.2"},
    {S::Completed, I::TransportError, S::Terminated, SayTransport, "RFC3261-17.2.4"},
    {S::Completed, I::TimerJ, S::Terminated, Nothing, "RFC3261-17.2.2"},
};

template<size_t N> constexpr bool everyPairOnce(const TxRow (&rows)[N])
{
    for (size_t i = 0; i < N; ++i)
        for (size_t j = i + 1; j < N; ++j)
            if (rows[i].from == rows[j].from && rows[i].on == rows[j].on)
                return false;
    return true;
}
static_assert(everyPairOnce(inviteClient) && everyPairOnce(nonInviteClient));
static_assert(everyPairOnce(inviteServer) && everyPairOnce(nonInviteServer));

struct ActionName {
    TxAction action;
    const char *text;
};
constexpr ActionName actionNames[] = {
    {SendAck, "send ACK"},
    {ResendRequest, "send again"},
    {SendResponse, "send"},
    {ResendResponse, "send again"},
    {SayTimeout, "tell: timeout"},
    {SayTransport, "tell: transport failure"},
    {ToTu, "pass up"},
};

} // namespace

std::span<const TxRow> transactionTable(Machine machine)
{
    switch (machine) {
    case Machine::InviteClient: return inviteClient;
    case Machine::NonInviteClient: return nonInviteClient;
    case Machine::InviteServer: return inviteServer;
    case Machine::NonInviteServer: return nonInviteServer;
    case Machine::Cancel:
    case Machine::Subscription: break;
    }
    return {};
}

const TxRow *findRow(Machine machine, TxState from, TxInput on)
{
    for (const TxRow &row : transactionTable(machine))
        if (row.from == from && row.on == on)
            return &row;
    return nullptr;
}

TxState initialState(Machine machine)
{
    switch (machine) {
    case Machine::InviteClient: return TxState::Calling;
    case Machine::InviteServer: return TxState::Proceeding;
    default: return TxState::Trying;
    }
}

const char *stateName(TxState state)
{
    constexpr const char *names[] = {"Calling", "Trying", "Proceeding", "Accepted", "Completed", "Confirmed", "Terminated"};
    return names[size_t(state)];
}

const char *inputName(TxInput input)
{
    constexpr const char *names[] = {"1xx",
                                     "2xx",
                                     QT_TRANSLATE_NOOP("core", "final"),
                                     QT_TRANSLATE_NOOP("core", "request"),
                                     "ACK",
                                     QT_TRANSLATE_NOOP("core", "1xx from TU"),
                                     QT_TRANSLATE_NOOP("core", "2xx from TU"),
                                     QT_TRANSLATE_NOOP("core", "final from TU"),
                                     "Timer A",
                                     "Timer B",
                                     "Timer D",
                                     "Timer M",
                                     "Timer E",
                                     "Timer F",
                                     "Timer K",
                                     "Timer G",
                                     "Timer H",
                                     "Timer I",
                                     "Timer L",
                                     "Timer J",
                                     QT_TRANSLATE_NOOP("core", "transport failure")};
    return names[size_t(input)];
}

char timerLetter(TxInput input)
{
    return input >= TxInput::TimerA && input <= TxInput::TimerJ ? inputName(input)[6] : '\0';
}

QByteArray machineName(Machine machine)
{
    constexpr const char *names[] = {QT_TRANSLATE_NOOP("core", "INVITE client"), QT_TRANSLATE_NOOP("core", "non-INVITE client"),
                                     QT_TRANSLATE_NOOP("core", "INVITE server"), QT_TRANSLATE_NOOP("core", "non-INVITE server"),
                                     "CANCEL"};
    return names[size_t(machine)];
}

QByteArray mermaid(Machine machine)
{
    QByteArray text = "stateDiagram-v2\n    [*] --> " + QByteArray(stateName(initialState(machine))) + "\n";
    for (const TxRow &row : transactionTable(machine)) {
        QByteArray actions;
        for (const ActionName &one : actionNames)
            if (row.actions & one.action)
                actions += (actions.isEmpty() ? " / " : ", ") + QByteArray(one.text);
        text += "    " + QByteArray(stateName(row.from)) + " --> " + stateName(row.to) + " : " + inputName(row.on) + actions +
                " (" + row.rule + ")\n";
    }
    return text + "    Terminated --> [*]\n";
}

} // namespace sip
