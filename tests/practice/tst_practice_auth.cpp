// SPDX-License-Identifier: GPL-3.0-or-later
// The client against the practice server, over sockets: what needs more than one challenge.
#include "message/headers.h"
#include "practice/practice_server.h"
#include "support/engine_run.h"

using namespace sip;

namespace {

QList<Message> sent(const EngineRun &run)
{
    QList<Message> all;
    for (const TraceEventPtr &event : run.trace)
        if (const auto *one = event->as<MessageSent>(); one && one->send == 1)
            all << one->message;
    return all;
}

QByteArray directive(const Message &request, HeaderId id, const char *name)
{
    const auto values = parseAuth(request.value(id));
    const AuthParam *param = values && !values->isEmpty() ? values->first().find(name) : nullptr;
    return param ? param->value : QByteArray();
}

ComposedRequest asSubscriber(const QByteArray &target, const QByteArray &sqn = {})
{
    ComposedRequest request = EngineRun::compose("REGISTER", target);
    Credential &credential = request.credentials.first();
    credential.password.clear();
    credential.subscriber.k = diag::practiceK;
    credential.subscriber.op = diag::practiceOp;
    credential.subscriber.sqn = sqn;
    return request;
}

/// Statuses of the intents, in the order they ended.
QList<int> statuses(const EngineRun &run)
{
    QList<int> all;
    for (const IntentResult &result : run.results)
        all << result.status;
    return all;
}

} // namespace

class TestPracticeAuth : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R2617.3.2.3-1
    void nextnonce_saves_every_later_challenge_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        for (const char *behaviour : {"nextnonce", "nextnonce:SHA-256-sess,auth-int", "nextnonce:MD5,none"})
            QTest::newRow(behaviour) << QByteArray(behaviour);
    }
    void nextnonce_saves_every_later_challenge()
    {
        QFETCH(QByteArray, behaviour);
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = behaviour, .accounts = {}});
        QVERIFY(at);
        EngineRun run;
        for (int i = 1; i <= 3; ++i) {
            run.submit("REGISTER", udp(*at));
            QVERIFY(run.finished(i));
        }
        run.engine.shutdown();
        QCOMPARE(statuses(run), QList<int>({200, 200, 200}));
        const QList<Message> all = sent(run);
        QCOMPARE(all.size(), 4); // one challenge, for the first
        QByteArrayList nonces;
        for (const Message &request : all.mid(1)) {
            QVERIFY(!nonces.contains(directive(request, HeaderId::Authorization, "nonce")));
            nonces << directive(request, HeaderId::Authorization, "nonce");
            if (!behaviour.endsWith("none"))
                QCOMPARE(directive(request, HeaderId::Authorization, "nc"), QByteArray("00000001"));
        }
    }
    void without_the_setting_each_request_is_challenged()
    {
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = "auth:SHA-256,auth", .accounts = {}});
        QVERIFY(at);
        EngineRun run;
        ComposedRequest request = EngineRun::compose("REGISTER", udp(*at));
        request.authPolicy.preemptive = false;
        for (int i = 1; i <= 2; ++i) {
            run.submit(request);
            QVERIFY(run.finished(i));
        }
        run.engine.shutdown();
        QCOMPARE(sent(run).size(), 4);
    }
    //= R22.3-4
    //= R22.3-6
    void two_realms_are_answered_in_one_retry()
    {
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = "two-realms:SHA-256", .accounts = {}});
        QVERIFY(at);
        EngineRun run;
        ComposedRequest request = EngineRun::compose("REGISTER", udp(*at));
        request.credentials = {{"practice.invalid", "1001", "s3cret", {}, {}},
                               {"proxy.practice.invalid", "1002", "s3cret", {}, {}}};
        run.submit(request);
        QVERIFY(run.finished(1));
        run.submit(request);
        QVERIFY(run.finished(2));
        run.engine.shutdown();
        QCOMPARE(statuses(run), QList<int>({200, 200}));
        const QList<Message> all = sent(run);
        QCOMPARE(all.size(), 3); // the second REGISTER carries both at once
        QCOMPARE(directive(all[1], HeaderId::Authorization, "username"), QByteArray("1001"));
        QCOMPARE(directive(all[1], HeaderId::ProxyAuthorization, "realm"), QByteArray("proxy.practice.invalid"));
        QCOMPARE(directive(all[2], HeaderId::Authorization, "nc"), QByteArray("00000002"));
        QCOMPARE(directive(all[2], HeaderId::ProxyAuthorization, "nc"), QByteArray("00000002"));
    }
    void one_realm_of_two_is_not_enough()
    {
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = "two-realms", .accounts = {}});
        QVERIFY(at);
        EngineRun run;
        ComposedRequest request = EngineRun::compose("REGISTER", udp(*at));
        request.credentials = {{"practice.invalid", "1001", "s3cret", {}, {}}};
        run.submit(request);
        QVERIFY(run.finished(1));
        QCOMPARE(statuses(run), QList<int>({401}));
        QCOMPARE(server.bindingCount(), 0);
    }
    //= R3310.3.1-1
    //= R3310.3.3-1
    //= R4169.3-1
    void aka_is_answered_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::addColumn<QByteArray>("algorithm");
        QTest::newRow("1") << QByteArray("aka") << QByteArray("AKAv1-MD5");
        QTest::newRow("2") << QByteArray("aka:2") << QByteArray("AKAv2-MD5");
    }
    void aka_is_answered()
    {
        QFETCH(QByteArray, behaviour);
        QFETCH(QByteArray, algorithm);
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = behaviour, .accounts = {}});
        QVERIFY(at);
        EngineRun run;
        run.submit(asSubscriber(udp(*at)));
        QVERIFY(run.finished(1));
        run.submit(asSubscriber(udp(*at)));
        QVERIFY(run.finished(2));
        run.engine.shutdown();
        QCOMPARE(statuses(run), QList<int>({200, 200}));
        QCOMPARE(directive(sent(run).value(1), HeaderId::Authorization, "algorithm"), algorithm);
        for (const TraceEventPtr &event : std::as_const(run.trace))
            if (const auto *sentOne = event->as<MessageSent>())
                QVERIFY(!sentOne->message.wire().contains(diag::practiceK));
    }
    //= R3310.3.4-1
    void a_sequence_number_ahead_of_the_servers_is_taken_up()
    {
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = "aka", .accounts = {}});
        QVERIFY(at);
        EngineRun run;
        run.submit(asSubscriber(udp(*at), "000000001000"));
        QVERIFY(run.finished(1));
        run.engine.shutdown();
        QCOMPARE(statuses(run), QList<int>({200}));
        const QList<Message> all = sent(run);
        QCOMPARE(all.size(), 3);
        QVERIFY(!directive(all[1], HeaderId::Authorization, "auts").isEmpty());
        QVERIFY(directive(all[2], HeaderId::Authorization, "auts").isEmpty());
    }
    //= R3310.3.2-1
    void a_server_with_other_keys_gets_no_answer()
    {
        diag::PracticeServer server;
        diag::PracticeSettings settings;
        settings.behaviour = "aka";
        settings.accounts = {{"1001", {}, "practice.invalid", "00112233445566778899aabbccddeeff", diag::practiceOp}};
        const auto at = server.start(settings);
        QVERIFY(at);
        EngineRun run;
        run.submit(asSubscriber(udp(*at)));
        QVERIFY(run.finished(1));
        run.engine.shutdown();
        QCOMPARE(statuses(run), QList<int>({401}));
        QCOMPARE(sent(run).size(), 1);
    }
    void keys_of_an_account_that_cannot_be_read_are_an_error()
    {
        diag::PracticeServer server;
        diag::PracticeSettings settings;
        settings.accounts = {{"1001", {}, "practice.invalid", "0011", {}}};
        const auto at = server.start(settings);
        QVERIFY(!at);
        QVERIFY(at.error().detail.contains(QLatin1String("K has 16 octets")));
    }
};
QTEST_GUILESS_MAIN(TestPracticeAuth)
#include "tst_practice_auth.moc"
