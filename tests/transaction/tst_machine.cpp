// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction/transaction_machine.h"

#include <QtTest>

using namespace sip;

namespace {

/// Runs a machine by its own wake-ups and writes down what it does, when (ms).
struct Run {
    explicit Run(Machine machine, bool reliable = false, const TimerValues &values = TimerValues::rfc())
        : m(machine, reliable, values, Instant::zero())
    {
        drain();
    }
    void to(Instant end)
    {
        while (const std::optional<Instant> next = m.nextWake()) {
            if (*next > end)
                break;
            now = *next;
            m.wake(now);
            drain();
        }
        now = end;
    }
    void input(TxInput what)
    {
        m.input(what, now);
        drain();
    }
    void drain()
    {
        for (const TxOutput &out : m.takeOutputs())
            log.append({now, out});
    }
    QList<qint64> times(TxOutput::Kind kind, char timer = 0) const
    {
        QList<qint64> found;
        for (const auto &[at, out] : log)
            if (out.kind == kind && (timer == 0 || out.timer == timer))
                found << at / 1ms;
        return found;
    }
    int count(TxOutput::Kind kind) const { return int(times(kind).size()); }

    TransactionMachine m;
    Instant now{};
    QList<std::pair<Instant, TxOutput>> log;
};
using K = TxOutput::Kind;

} // namespace

class TestMachine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R17.1.1.2-2
    //= R17.1.1.2-4
    //= R17.1.1.2-8
    void an_invite_is_sent_seven_times_and_times_out_at_32_s()
    {
        Run run(Machine::InviteClient);
        run.to(1h);
        QCOMPARE(run.times(K::ResendRequest), QList<qint64>({500, 1500, 3500, 7500, 15500, 31500})); // and the first at 0
        QCOMPARE(run.times(K::Timeout), QList<qint64>({32000}));
        QCOMPARE(run.m.state(), TxState::Terminated);
        QVERIFY(run.m.armedTimers().isEmpty());
        QCOMPARE(run.count(K::SendAck), 0); //= R17.1.1.2-7
    }
    //= R17.1.1.1-1
    void another_t1_stretches_the_whole_schedule()
    {
        Run slow(Machine::InviteClient, false, {1s, 4s, 5s});
        slow.to(1h);
        QCOMPARE(slow.times(K::ResendRequest), QList<qint64>({1000, 3000, 7000, 15000, 31000, 63000}));
        QCOMPARE(slow.times(K::Timeout), QList<qint64>({64000}));
        Run quick(Machine::NonInviteClient, false, {100ms, 400ms, 5s});
        quick.to(1500ms);
        QCOMPARE(quick.times(K::ResendRequest), QList<qint64>({100, 300, 700, 1100, 1500}));
    }
    //= R17.1.1.2-9
    //= R17.1.2.2-4
    void every_provisional_goes_up()
    {
        for (const Machine machine : {Machine::InviteClient, Machine::NonInviteClient}) {
            Run run(machine);
            for (int count = 1; count <= 3; ++count) {
                run.input(TxInput::Receive1xx);
                QCOMPARE(run.m.state(), TxState::Proceeding);
                QCOMPARE(run.count(K::Deliver), count);
            }
            QCOMPARE(run.count(K::State), 1); // once from Calling or Trying
        }
    }
    //= R17.1.2.2-3
    //= R17.1.2.2-2
    void another_request_is_sent_eleven_times_and_times_out_at_32_s()
    {
        Run run(Machine::NonInviteClient);
        run.to(1h);
        QCOMPARE(run.times(K::ResendRequest), QList<qint64>({500, 1500, 3500, 7500, 11500, 15500, 19500, 23500, 27500, 31500}));
        QCOMPARE(run.times(K::Timeout), QList<qint64>({32000}));
    }
    //= R17.1.2.2-5
    //= R17.1.2.2-6
    void in_proceeding_timer_e_goes_on_with_t2_and_f_still_ends_it()
    {
        Run run(Machine::NonInviteClient);
        run.to(700ms);
        run.input(TxInput::Receive1xx);
        run.to(1h);
        QCOMPARE(run.times(K::ResendRequest), QList<qint64>({500, 1500, 5500, 9500, 13500, 17500, 21500, 25500, 29500}));
        QCOMPARE(run.times(K::Timeout), QList<qint64>({32000}));
        QCOMPARE(run.times(K::TimerStopped, 'E'), QList<qint64>({32000})); // not restarted by the 1xx
    }
    //= R17.1.1.2-6
    void an_invite_is_not_sent_again_after_a_provisional()
    {
        Run run(Machine::InviteClient);
        run.to(600ms);
        run.input(TxInput::Receive1xx);
        run.to(1h);
        QCOMPARE(run.times(K::ResendRequest), QList<qint64>({500}));
        QCOMPARE(run.count(K::Timeout), 0);
        QCOMPARE(run.m.state(), TxState::Proceeding);
    }
    //= R17.1.1.2-3
    void reliable_transports_never_resend_but_time_out_the_same()
    {
        for (const Machine machine : {Machine::InviteClient, Machine::NonInviteClient}) {
            Run run(machine, true);
            run.to(1h);
            QCOMPARE(run.count(K::ResendRequest), 0);
            QCOMPARE(run.times(K::Timeout), QList<qint64>({32000}));
        }
    }
    //= R17.1.1.2-10
    //= R17.1.1.2-13
    //= R17.1.1.2-12
    void a_final_is_acknowledged_and_so_is_every_copy_for_32_s_whatever_t1()
    {
        Run run(Machine::InviteClient, false, TimerValues::fast());
        run.to(10ms);
        run.input(TxInput::ReceiveFinal);
        run.to(20ms);
        run.input(TxInput::ReceiveFinal);
        run.input(TxInput::ReceiveFinal);
        QCOMPARE(run.count(K::SendAck), 3);
        QCOMPARE(run.count(K::Deliver), 1);
        run.to(32s);
        QCOMPARE(run.m.state(), TxState::Completed);
        run.to(33s);
        QCOMPARE(run.m.state(), TxState::Terminated);
        QCOMPARE(run.times(K::TimerFired, 'D'), QList<qint64>({32010}));
    }
    //= R6026.8.4-1
    //= R6026.8.4-2
    //= R6026.8.4-3
    //= R6026.8.4-5
    void after_a_2xx_every_2xx_goes_up_for_64_t1()
    {
        Run run(Machine::InviteClient);
        run.input(TxInput::Receive2xx);
        QCOMPARE(run.m.state(), TxState::Accepted);
        run.input(TxInput::Receive2xx);
        run.input(TxInput::TransportError);
        run.input(TxInput::Receive2xx);
        QCOMPARE(run.count(K::Deliver), 3);
        QCOMPARE(run.count(K::SendAck), 0);
        QCOMPARE(run.count(K::TransportFailure), 0);
        run.to(1h);
        QCOMPARE(run.times(K::TimerFired, 'M'), QList<qint64>({32000}));
        QCOMPARE(run.m.state(), TxState::Terminated);
    }
    //= R17.1.2.2-7
    //= R17.1.2.2-8
    //= R17.1.2.2-10
    void a_final_stops_e_and_f_and_copies_are_absorbed_for_t4()
    {
        Run run(Machine::NonInviteClient);
        run.to(100ms);
        run.input(TxInput::Receive2xx);
        QCOMPARE(run.times(K::TimerStopped, 'E'), QList<qint64>({100}));
        QCOMPARE(run.times(K::TimerStopped, 'F'), QList<qint64>({100}));
        run.input(TxInput::Receive2xx);
        run.input(TxInput::ReceiveFinal);
        QCOMPARE(run.count(K::Deliver), 1);
        run.to(1h);
        QCOMPARE(run.times(K::TimerFired, 'K'), QList<qint64>({5100}));
    }
    //= R17.1.1.2-10
    //= R17.1.1.2-12
    //= R17.1.2.2-8
    void on_reliable_transports_the_waiting_ends_at_once()
    {
        Run invite(Machine::InviteClient, true);
        invite.input(TxInput::ReceiveFinal);
        QCOMPARE(invite.count(K::SendAck), 1); // there too
        QCOMPARE(invite.count(K::Deliver), 1);
        invite.to(0s);
        QCOMPARE(invite.m.state(), TxState::Terminated);
        Run other(Machine::NonInviteClient, true);
        other.input(TxInput::ReceiveFinal);
        other.to(0s);
        QCOMPARE(other.m.state(), TxState::Terminated);
    }
    //= R6026.8.4-4
    void timer_d_starts_however_completed_was_reached()
    {
        for (const bool reliable : {false, true})
            for (const bool provisional : {false, true}) {
                Run run(Machine::InviteClient, reliable);
                if (provisional)
                    run.input(TxInput::Receive1xx);
                run.input(TxInput::ReceiveFinal);
                QCOMPARE(run.times(K::TimerStarted, 'D').size(), 1);
                run.to(1h);
                QCOMPARE(run.times(K::TimerFired, 'D'), QList<qint64>({reliable ? 0 : 32000}));
                QCOMPARE(run.m.state(), TxState::Terminated);
            }
    }
    //= R17.1.4-1
    //= R17.1.1.2-14
    void a_transport_failure_ends_it_once()
    {
        for (const Machine machine : {Machine::InviteClient, Machine::NonInviteClient}) {
            Run waiting(machine);
            waiting.input(TxInput::TransportError);
            waiting.input(TxInput::TransportError);
            QCOMPARE(waiting.count(K::TransportFailure), 1);
            QCOMPARE(waiting.m.state(), TxState::Terminated);
        }
        Run acking(Machine::InviteClient);
        acking.input(TxInput::ReceiveFinal);
        acking.input(TxInput::TransportError);
        QCOMPARE(acking.count(K::TransportFailure), 1);
        QCOMPARE(acking.m.state(), TxState::Terminated);
    }
    void an_invite_server_repeats_its_final_with_timer_g_until_the_ack()
    {
        Run run(Machine::InviteServer);
        run.input(TxInput::Send1xx);
        run.input(TxInput::ReceiveRequest);
        QCOMPARE(run.count(K::ResendResponse), 1);
        run.to(1s);
        run.input(TxInput::SendFinal);
        run.to(5s);
        QCOMPARE(run.times(K::ResendResponse), QList<qint64>({0, 1500, 2500, 4500}));
        run.input(TxInput::ReceiveAck);
        QCOMPARE(run.m.state(), TxState::Confirmed);
        run.input(TxInput::ReceiveAck);
        run.to(1h);
        QCOMPARE(run.times(K::TimerFired, 'I'), QList<qint64>({10000}));
        QCOMPARE(run.count(K::Timeout), 0);
    }
    void an_invite_server_without_ack_gives_up_with_timer_h()
    {
        Run run(Machine::InviteServer);
        run.input(TxInput::SendFinal);
        run.to(1h);
        QCOMPARE(run.times(K::ResendResponse), QList<qint64>({500, 1500, 3500, 7500, 11500, 15500, 19500, 23500, 27500, 31500}));
        QCOMPARE(run.times(K::Timeout), QList<qint64>({32000}));
    }
    void an_invite_server_that_accepted_absorbs_copies_until_timer_l()
    {
        Run run(Machine::InviteServer);
        run.input(TxInput::Send2xx);
        run.input(TxInput::ReceiveRequest);
        QCOMPARE(run.count(K::ResendResponse), 0);
        run.input(TxInput::Send2xx);
        QCOMPARE(run.count(K::SendResponse), 2);
        run.input(TxInput::ReceiveAck);
        QCOMPARE(run.count(K::Deliver), 1);
        run.to(1h);
        QCOMPARE(run.times(K::TimerFired, 'L'), QList<qint64>({32000}));
    }
    void another_server_repeats_its_final_for_every_copy_until_timer_j()
    {
        Run run(Machine::NonInviteServer);
        run.input(TxInput::ReceiveRequest);
        QCOMPARE(run.count(K::ResendResponse), 0);
        run.input(TxInput::SendFinal);
        run.input(TxInput::ReceiveRequest);
        run.input(TxInput::SendFinal);
        QCOMPARE(run.count(K::ResendResponse), 1);
        QCOMPARE(run.count(K::SendResponse), 1);
        run.to(1h);
        QCOMPARE(run.times(K::TimerFired, 'J'), QList<qint64>({32000}));
    }
    //= R17-1
    void every_timer_that_starts_is_stopped_or_fires()
    {
        for (const Machine machine :
             {Machine::InviteClient, Machine::NonInviteClient, Machine::InviteServer, Machine::NonInviteServer})
            for (const TxInput input : {TxInput::Receive1xx, TxInput::Receive2xx, TxInput::ReceiveFinal, TxInput::SendFinal,
                                        TxInput::Send2xx, TxInput::TransportError}) {
                Run run(machine);
                run.to(2s);
                run.input(input);
                run.to(2h);
                if (!run.m.armedTimers().isEmpty())
                    continue; // INVITE in Proceeding waits for ever, with nothing armed; others end
                for (const char timer : QByteArray("ABDMEFKGHILJ"))
                    QCOMPARE(run.times(K::TimerStarted, timer).size(),
                             run.times(K::TimerStopped, timer).size() + run.times(K::TimerFired, timer).size());
            }
    }
    void spurious_and_late_wake_ups_are_harmless()
    {
        Run run(Machine::NonInviteClient);
        run.m.wake(100ms);
        run.drain();
        QCOMPARE(run.count(K::ResendRequest), 0);
        run.now = 10s; // the loop slept
        run.m.wake(10s);
        run.drain();
        QCOMPARE(run.count(K::ResendRequest), 1); // one copy, no burst
        QCOMPARE(run.m.nextWake(), std::optional<Instant>(11s));
        run.m.abandon(11s);
        run.m.abandon(11s);
        run.m.wake(1h);
        run.drain();
        QCOMPARE(run.count(K::Timeout), 0);
        QVERIFY(!run.m.nextWake());
    }
};
QTEST_GUILESS_MAIN(TestMachine)
#include "tst_machine.moc"
