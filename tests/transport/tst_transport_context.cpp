// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manual_scheduler.h"
#include "transport/transport_context.h"
#include "transport/transport_layer.h"

#include "message/parser.h"

#include <QTest>

using namespace sip;

namespace {

class Listener : public TransportUser {
public:
    void messageReceived(const Message &, const Path &) override { seen << QStringLiteral("message"); }
    void sendFailed(const TraceContext &, const Path &, const TransportError &error) override
    {
        last = error;
        seen << error.text;
        if (onFailure)
            onFailure();
    }
    void icmpReceived(const Path &, const TransportError &, const QByteArray &) override {}
    void connectionLost(const Path &, const TransportError &) override { seen << QStringLiteral("lost"); }

    QStringList seen;
    TransportError last;
    std::function<void()> onFailure;
};

/// Nothing is kept here.
class NoFlows : public FlowPinger {
public:
    bool isOpen(const Path &) const override { return false; }
    void ping(const TraceContext &, const Path &, int) override {}
    bool isReceiving(const Path &) const override { return false; }
    void unanswered(const TraceContext &, const Path &, const TransportError &) override {}
    void released(const Path &) override {}
} noFlows;

TransportError failure(const char *text)
{
    TransportError error;
    error.text = QString::fromLatin1(text);
    return error;
}

} // namespace

class TestTransportContext : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void notices_come_later_and_in_order();
    void what_is_added_while_telling_waits_for_the_next_turn();
    void dropped_notices_never_come();
    void without_a_user_messages_are_stray();
    void empty_and_huge_messages_are_refused();
    void a_target_without_port_is_refused();
};

void TestTransportContext::notices_come_later_and_in_order()
{
    ManualScheduler scheduler;
    TraceRecorder recorder(scheduler);
    TransportContext context(scheduler, recorder, noFlows);
    Listener user;
    context.user = &user;
    context.fail({}, {}, failure("one"));
    context.later([](TransportUser &who) { who.connectionLost({}, {}); });
    context.fail({}, {}, failure("two"));
    QVERIFY(user.seen.isEmpty());
    scheduler.settle();
    QCOMPARE(user.seen, QStringList({QStringLiteral("one"), QStringLiteral("lost"), QStringLiteral("two")}));
}

void TestTransportContext::what_is_added_while_telling_waits_for_the_next_turn()
{
    ManualScheduler scheduler;
    TraceRecorder recorder(scheduler);
    TransportContext context(scheduler, recorder, noFlows);
    Listener user;
    context.user = &user;
    int rounds = 0;
    qsizetype seenInside = 0;
    user.onFailure = [&] {
        if (++rounds < 3)
            context.fail({}, {}, failure("again"));
        seenInside = user.seen.size();
    };
    context.fail({}, {}, failure("first"));
    scheduler.settle();
    QCOMPARE(user.seen.size(), 3);
    QCOMPARE(seenInside, 3);
}

void TestTransportContext::dropped_notices_never_come()
{
    ManualScheduler scheduler;
    TraceRecorder recorder(scheduler);
    TransportContext context(scheduler, recorder, noFlows);
    Listener user;
    context.user = &user;
    user.onFailure = [&] { context.dropNotices(); };
    context.fail({}, {}, failure("one"));
    context.fail({}, {}, failure("two"));
    scheduler.settle();
    QCOMPARE(user.seen.size(), 1);
    QCOMPARE(scheduler.armed(), 0);
}

void TestTransportContext::without_a_user_messages_are_stray()
{
    ManualScheduler scheduler;
    TraceRecorder recorder(scheduler);
    QList<TraceEventPtr> events;
    recorder.setSink([&](TraceEventPtr event) { events.append(event); });
    TransportContext context(scheduler, recorder, noFlows);
    context.deliver(parseMessage("SIP/2.0 200 OK\r\n\r\n"), {});
    QCOMPARE(events.size(), 1);
    QVERIFY(events.first()->as<MessageReceived>());
    QCOMPARE(events.first()->as<MessageReceived>()->fate, MessageReceived::Fate::Stray);
}

void TestTransportContext::empty_and_huge_messages_are_refused()
{
    ManualScheduler scheduler;
    TraceRecorder recorder(scheduler);
    TransportLayer layer(scheduler, recorder);
    Listener user;
    layer.setUser(&user);
    const TransportAddress target{Protocol::Tcp, *Endpoint::parse("127.0.0.1:5060")};
    layer.send({}, target, Message(), 0, 1, 1);
    scheduler.settle();
    QVERIFY(user.last.text.contains(QStringLiteral("nothing to send")));
    const QByteArray head = "MESSAGE sip:example.com SIP/2.0\r\n\r\n";
    layer.send({}, target, parseMessage(head + QByteArray(17 * 1024 * 1024, 'x')), 0, 1, 1);
    scheduler.settle();
    QCOMPARE(user.last.cause, LocalCause::TooBig);
    QCOMPARE(user.seen.size(), 2);
}

void TestTransportContext::a_target_without_port_is_refused()
{
    ManualScheduler scheduler;
    TraceRecorder recorder(scheduler);
    TransportLayer layer(scheduler, recorder);
    const auto local = layer.localEndpoint({Protocol::Udp, *Endpoint::parse("127.0.0.1")});
    QVERIFY(!local);
    QCOMPARE(local.error().code, Error::Code::Transport);
}

QTEST_GUILESS_MAIN(TestTransportContext)
#include "tst_transport_context.moc"
