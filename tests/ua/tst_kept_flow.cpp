// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/flow_keeping.h"
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;

namespace {

const QByteArray tcp = "tcp:192.0.2.1:5060";

/// A registration that is kept, and what its registrar says about the flow.
struct Kept : SimulatedRun {
    using Edit = std::function<void(MessageDraft &)>;

    explicit Kept(const QByteArray &keepAlive, Edit says = {}, const QByteArray &target = tcp,
                  const QByteArray &method = "REGISTER", Instant keepFor = ComposedRequest::Never)
        : answerSays(std::move(says))
    {
        network.peer = [this](const FakeTransport::Sent &one) {
            if (!one.message.isRequest() || answerWith == 0)
                return;
            network.answer(one, answerWith, "r", [&](MessageDraft &d) {
                if (one.message.method() == "REGISTER" && answerWith == 200)
                    d.append(HeaderId::Contact, one.message.value(HeaderId::Contact) + ";expires=3600");
                if (one.message.method() == "PUBLISH") {
                    d.append(HeaderId::SipEtag, "t");
                    d.append(HeaderId::Expires, "3600");
                }
                if (answerSays)
                    answerSays(d);
            });
        };
        ComposedRequest request = compose(method, target);
        request.keepFor = keepFor;
        request.keepAlive = *KeepAliveSetting::parse(keepAlive);
        if (method == "REGISTER")
            request.rows << ComposedRow{"Contact", "<sip:alice@192.0.2.10>;reg-id=1"};
        client = &send(request);
        clock.advance(50ms);
    }
    QStringList notes(const QString &about) const
    {
        QStringList found;
        for (const Note &one : events<Note>())
            if (one.text.contains(about))
                found << one.text;
        return found;
    }
    bool keeps() const { return !notes(QStringLiteral("is kept alive")).isEmpty(); }
    /// \return the pauses between what was sent with this method
    QList<Instant> pauses(const QByteArray &method) const
    {
        QList<Instant> all;
        const auto sends = sent(method);
        for (qsizetype i = 1; i < sends.size(); ++i)
            all << sends[i].at - sends[i - 1].at;
        return all;
    }
    Path flow() const { return network.pathTo({Protocol::Tcp, *Endpoint::parse("192.0.2.1:5060")}); }

    UserAgentClient *client;
    Edit answerSays;
    int answerWith = 200;
};

Kept::Edit row(const QByteArray &name, const QByteArray &value)
{
    return [=](MessageDraft &d) { d.append(name, value); };
}

/// The answer of a peer that writes this behind "keep" in our Via.
Kept::Edit keep(const QByteArray &value)
{
    return [=](MessageDraft &d) {
        QByteArray via = d.value(HeaderId::Via);
        via.replace(";keep", "");
        d.set(HeaderId::Via, via + ";keep" + (value.isEmpty() ? QByteArray() : '=' + value));
    };
}

} // namespace

/// The flow of what lasts: when it is kept, and what is done when it fails.
class TestKeptFlow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void who_decides_whether_a_flow_is_kept_data()
    {
        QTest::addColumn<QByteArray>("setting");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("least"); // s; 0: it is not kept
        QTest::addColumn<int>("most");
        const QByteArray udp = "udp:192.0.2.1:5060", none;
        const auto add = [](const char *what, const char *setting, const QByteArray &target, const char *name, const char *value,
                            int least, int most) {
            QTest::newRow(what) << QByteArray(setting) << target << QByteArray(name) << QByteArray(value) << least << most;
        };
        add("auto, nothing said", "auto", tcp, "", "", 0, 0);
        add("ask, nothing said", "ask", tcp, "", "", 0, 0);
        add("ask, keep without value", "ask", tcp, "keep", "", 0, 0);
        add("ask, unreadable", "ask", tcp, "keep", "soon", 0, 0);
        add("ask, keep=0", "ask", tcp, "keep", "0", 95, 120);
        add("ask, keep=0 over UDP", "ask", udp, "keep", "0", 24, 29);
        add("ask, keep=60", "ask", tcp, "keep", "60", 48, 60);
        add("auto, keep=60", "auto", tcp, "keep", "60", 48, 60);
        add("auto, outbound", "auto", tcp, "Require", "outbound", 95, 120);
        add("auto, outbound over UDP", "auto", udp, "Require", "outbound", 24, 29);
        add("auto, Flow-Timer", "auto", tcp, "Flow-Timer", "50", 40, 50);
        add("off, Flow-Timer", "off", tcp, "Flow-Timer", "50", 0, 0);
        add("off, keep", "off", tcp, "keep", "60", 0, 0);
        add("10 s", "10", tcp, "", "", 8, 10);
        add("10 s, Flow-Timer", "10", tcp, "Flow-Timer", "50", 8, 10);
        add("10 s over UDP", "10", udp, "", "", 8, 10);
    }
    //= R6223.4-1
    //= R5626.4.4.1-2
    //= R5626.4.4.2-1
    void who_decides_whether_a_flow_is_kept()
    {
        QFETCH(QByteArray, setting);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(int, least);
        QFETCH(int, most);
        Kept kept(setting, name == "keep" ? keep(value) : name.isEmpty() ? Kept::Edit() : row(name, value), target);
        QCOMPARE(kept.keeps(), most > 0);
        const Instant begin = kept.clock.now();
        kept.clock.advance(most > 0 ? most * 10s : 20min);
        QCOMPARE(!kept.network.pings.isEmpty(), most > 0);
        Instant before = begin;
        for (const Instant one : std::as_const(kept.network.pings)) {
            QVERIFY(one - before >= least * 1s && one - before <= most * 1s);
            before = one;
        }
        QVERIFY(kept.client->cancel());
        kept.clock.advance(50ms);
        QVERIFY(kept.client->isFinished());
        const qsizetype pings = kept.network.pings.size();
        kept.clock.advance(10min);
        QCOMPARE(kept.network.pings.size(), pings); // it goes with what it was kept for
    }

    //= R6223.4-1
    void the_via_asks_where_something_will_last_and_only_when_told_to()
    {
        for (const char *method : {"REGISTER", "INVITE", "SUBSCRIBE", "PUBLISH", "OPTIONS", "MESSAGE"})
            for (const char *setting : {"auto", "off", "ask", "30"}) {
                SimulatedRun run;
                ComposedRequest request = SimulatedRun::compose(method);
                request.keepAlive = *KeepAliveSetting::parse(setting);
                run.send(request);
                const bool lasts = qstrcmp(method, "OPTIONS") != 0 && qstrcmp(method, "MESSAGE") != 0;
                const QByteArray via = run.network.sent.first().message.value(HeaderId::Via);
                QVERIFY2(via.endsWith(";rport;keep") == (lasts && qstrcmp(setting, "ask") == 0), via);
            }
    }

    void what_is_over_at_once_is_not_kept()
    {
        Kept kept("10", {}, tcp, "REGISTER", 0s);
        QVERIFY(kept.client->isFinished());
        QVERIFY(!kept.keeps());
        QVERIFY(!kept.network.isKept(kept.flow()));
    }

    //= R6223.4-1
    void an_answer_that_asks_no_more_ends_it()
    {
        Kept kept("ask", keep("60"));
        QVERIFY(kept.network.isKept(kept.flow()));
        kept.answerSays = {};
        kept.clock.advance(3590s); // refreshed
        QCOMPARE(kept.sent("REGISTER").size(), 2);
        QVERIFY(!kept.network.isKept(kept.flow()));
        QCOMPARE(kept.notes(QStringLiteral("not kept alive any more")).size(), 1);
    }

    void another_interval_takes_the_place_of_the_first()
    {
        Kept kept("auto", row("Flow-Timer", "60"));
        kept.answerSays = row("Flow-Timer", "20");
        kept.clock.advance(3590s);
        const qsizetype before = kept.network.pings.size();
        kept.clock.advance(100s);
        QVERIFY(kept.network.pings.size() - before >= 5);
        QCOMPARE(kept.notes(QStringLiteral("is kept alive")).size(), 2);
    }

    //= R5626.4.5-1
    void a_failed_flow_is_replaced_after_15_to_30_s()
    {
        QSet<qint64> waits;
        for (quint32 seed = 0; seed < 20; ++seed) {
            Kept kept("auto", row("Flow-Timer", "60"));
            for (quint32 i = 0; i < seed; ++i)
                (void)kept.random.next64();
            kept.network.endFlow(kept.flow(), QStringLiteral("no answer to our keep-alive within 10 s"));
            kept.clock.settle();
            const QStringList said = kept.notes(QStringLiteral("sent once more over a new flow in"));
            QCOMPARE(said.size(), 1);
            QVERIFY2(said.first().startsWith(
                         QLatin1String("TCP to 192.0.2.1:5060 (#1) failed: no answer to our keep-alive within 10 s; ")),
                     qPrintable(said.first()));
            const Instant failed = kept.clock.now();
            kept.clock.advance(15s - 1us);
            QCOMPARE(kept.sent("REGISTER").size(), 1);
            kept.clock.advance(16s);
            QCOMPARE(kept.sent("REGISTER").size(), 2);
            waits << (kept.sent("REGISTER").last().at - failed).count();
            QCOMPARE(kept.client->attempts().last().why, QByteArray("recovery"));
            QVERIFY(kept.network.isKept(kept.flow())); // the new one
            QCOMPARE(kept.flow().connection, 2U);
        }
        QVERIFY(waits.size() > 15);
    }

    //= R5626.4.5-1
    void each_failure_doubles_the_wait_up_to_30_minutes()
    {
        Kept kept("auto", row("Flow-Timer", "60"));
        kept.answerWith = 500;
        kept.network.endFlow(kept.flow(), QStringLiteral("gone"));
        kept.clock.advance(std::chrono::hours(3));
        const QList<Instant> pauses = kept.pauses("REGISTER").sliced(1); // the first one is from the registration on
        QVERIFY(pauses.size() >= 10);
        Instant bound = 60s;
        for (const Instant pause : pauses) {
            QVERIFY2(pause >= bound / 2 && pause <= bound,
                     qPrintable(QStringLiteral("%1 of %2").arg(pause / 1ms).arg(bound / 1ms)));
            bound = std::min<Instant>(2 * bound, 1800s);
        }
        // One success, and it begins anew.
        kept.answerWith = 200;
        kept.clock.advance(30min);
        const qsizetype registered = kept.sent("REGISTER").size();
        kept.network.endFlow(kept.flow(), QStringLiteral("gone again"));
        kept.clock.advance(30s);
        QCOMPARE(kept.sent("REGISTER").size(), registered + 1);
    }

    //= R5626.4.5-1
    void the_wait_is_that_of_the_rfc()
    {
        SeededRandom random(5);
        const int bounds[] = {30, 60, 120, 240, 480, 960, 1800, 1800};
        for (int failures = 0; failures < 8; ++failures)
            for (int i = 0; i < 100; ++i) {
                const Instant wait = recoveryWait(failures, random);
                QVERIFY(wait >= bounds[failures] * 500ms && wait <= bounds[failures] * 1s);
            }
        QVERIFY(recoveryWait(1'000'000, random) <= 1800s);
    }

    void a_publication_is_made_anew_too()
    {
        Kept kept("20", {}, tcp, "PUBLISH");
        QVERIFY(kept.network.isKept(kept.flow()));
        kept.network.endFlow(kept.flow(), QStringLiteral("gone"));
        kept.clock.advance(30s);
        QCOMPARE(kept.sent("PUBLISH").size(), 2);
    }

    void a_flow_that_fails_while_a_refresh_is_under_way_is_registered_once()
    {
        Kept kept("auto", row("Flow-Timer", "60"));
        kept.answerWith = 0;
        kept.clock.advance(3570s); // the refresh is out, and not answered
        QCOMPARE(kept.sent("REGISTER").size(), 2);
        kept.answerWith = 200;
        kept.network.endFlow(kept.flow(), QStringLiteral("gone"));
        kept.clock.advance(1min);
        QCOMPARE(kept.sent("REGISTER").size(), 3);
    }

    void removing_needs_no_recovery()
    {
        Kept kept("auto", row("Flow-Timer", "60"));
        kept.network.endFlow(kept.flow(), QStringLiteral("gone"));
        kept.clock.advance(1s);
        QVERIFY(kept.client->cancel());
        kept.clock.advance(1min);
        QVERIFY(kept.client->isFinished());
        QCOMPARE(kept.sent("REGISTER").size(), 2);
        QCOMPARE(kept.sent("REGISTER").last().message.value(HeaderId::Expires), QByteArray("0"));
    }

    //= R5626.11.5-1
    void a_430_takes_a_new_flow_once()
    {
        Kept kept("auto");
        kept.answerWith = 430;
        kept.clock.advance(3590s); // the refresh
        QCOMPARE(kept.client->attempts().last().why, QByteArray("new flow"));
        QCOMPARE(kept.network.inUse, 2U);
        QCOMPARE(kept.sent("REGISTER").size(), 3);
        kept.answerWith = 200;
        kept.clock.advance(1min); // the second 430 was a refusal like any other
        QCOMPARE(kept.sent("REGISTER").size(), 4);
        kept.answerWith = 430;
        kept.clock.advance(3590s);
        QCOMPARE(kept.network.inUse, 3U); // after a success once more
    }

    //= R5626.11.5-1
    void a_430_over_udp_is_a_refusal()
    {
        SimulatedRun run;
        run.network.peer = [&run](const FakeTransport::Sent &one) { run.network.answer(one, 430); };
        UserAgentClient &client = run.send(SimulatedRun::compose("OPTIONS"));
        run.clock.advance(1s);
        QCOMPARE(client.attempts().size(), 1);
        QCOMPARE(run.ear.reject, QList<int>({430}));
    }

    void a_call_keeps_its_flow_until_it_ends_and_says_when_it_fails()
    {
        SimulatedRun run;
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE" || one.message.method() == "BYE")
                run.network.answer(one, 200, "p",
                                   [](MessageDraft &d) { d.append(HeaderId::Contact, "<sip:p@192.0.2.1;transport=tcp>"); });
        };
        ComposedRequest request = SimulatedRun::compose("INVITE", tcp);
        request.keepAlive = *KeepAliveSetting::parse("10");
        request.hangUpAfter = ComposedRequest::Never;
        UserAgentClient &client = run.send(request);
        run.clock.advance(1min);
        QVERIFY(run.network.pings.size() >= 5);
        const Path flow = run.network.pathTo({Protocol::Tcp, *Endpoint::parse("192.0.2.1:5060")});
        run.network.endFlow(flow, QStringLiteral("gone"));
        run.clock.settle();
        QCOMPARE(run.events<Note>().last().text, QStringLiteral("TCP to 192.0.2.1:5060 (#1) failed: gone"));
        QVERIFY(!client.isFinished());
        QVERIFY(client.cancel());
        run.clock.advance(1min);
        QVERIFY(client.isFinished());
    }

    void nothing_stays_armed_when_all_is_gone()
    {
        Kept kept("10");
        kept.client->dispose();
        QVERIFY(!kept.network.isKept(kept.flow()));
        QVERIFY(kept.clock.runDry());
    }
};

QTEST_GUILESS_MAIN(TestKeptFlow)
#include "tst_kept_flow.moc"
