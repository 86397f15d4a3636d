// SPDX-License-Identifier: GPL-3.0-or-later
// Every template, as the command line writes it, with our client against the practice behaviour that fits, in simulated time.
#include "practice/practice_server.h"
#include "project/request_file.h"
#include "project/request_templates.h"
#include "support/practice_run.h"
#include "support/simulated_run.h"

#include <QtTest>

using namespace diag;

class TestPracticeTemplates : public QObject {
    Q_OBJECT

    QSet<QByteArray> m_methods; ///< that were sent, by whom ever

    /// Our client and the server, on one clock.
    struct Pair {
        explicit Pair(const QByteArray &behaviour) : practice(behaviour, client.clock)
        {
            client.network.address = *sip::Endpoint::parse("127.0.0.1:5060");
            client.network.peer = [this](const FakeTransport::Sent &one) { carry(one, client.network, practice.network); };
            practice.network.peer = [this](const FakeTransport::Sent &one) { carry(one, practice.network, client.network); };
        }
        static void carry(const FakeTransport::Sent &one, const FakeTransport &from, FakeTransport &to)
        {
            if (one.target.remote == to.address)
                to.receive(one.message.wire(), {one.target.protocol, to.address, from.address, one.connection});
        }
        SimulatedRun client;
        PracticeRun practice;
    };

    static sip::ComposedRequest read(const RequestTemplate &each)
    {
        Environment environment;
        environment.values.insert(QStringLiteral("domain"), QStringLiteral("127.0.0.1:5070"));
        environment.secret = [](const QString &name) {
            return name == QLatin1String("pw1001") ? std::optional(QStringLiteral("s3cret")) : std::nullopt;
        };
        return parseRequestFile(writeRequestFile(templateForFile(each)), QString::fromLatin1(each.name), environment)
            .value_or({});
    }

private Q_SLOTS:
    void every_template_goes_well_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < requestTemplates().size(); ++i)
            QTest::newRow(requestTemplates()[i].name) << i;
    }
    void every_template_goes_well()
    {
        QFETCH(int, number);
        const RequestTemplate &each = requestTemplates()[number];
        const bool cancelled = qstrcmp(each.name, "cancel") == 0;
        const bool challenged = parseBehaviour(each.behaviour).value_or({}).challenges();
        Pair pair(each.behaviour);
        sip::UserAgentClient &client = pair.client.send(read(each));
        pair.client.clock.advance(10min);
        QVERIFY(client.isFinished());
        const auto ends = pair.client.events<sip::IntentFinished>();
        QCOMPARE(ends.size(), 1);
        QVERIFY2(cancelled ? ends.first().status == 487 : ends.first().status / 100 == 2,
                 QByteArray::number(ends.first().status));
        int challenges = 0;
        QList<QByteArray> answered;
        for (const sip::MessageReceived &one : pair.client.events<sip::MessageReceived>()) {
            const int status = one.message.status();
            m_methods << one.message.method().toByteArray();
            if (one.message.isResponse() && status / 100 == 2)
                answered << one.message.cseqMethod().toByteArray();
            if (!one.message.isResponse() || status < 300)
                continue;
            challenges += status == 401;
            QVERIFY2(status == 401 || (cancelled && status == 487), one.message.wire());
        }
        QCOMPARE(challenges, challenged ? 1 : 0);
        for (const sip::MessageSent &one : pair.client.events<sip::MessageSent>()) {
            const QByteArray method = one.message.method().toByteArray();
            m_methods << method;
            if (one.message.isRequest() && method != "ACK" && !cancelled)
                QVERIFY2(answered.contains(method), method);
        }
        for (const PracticeRun::Told &one : std::as_const(pair.practice.told))
            QVERIFY2(one.answered / 100 == 2, one.method);
        QCOMPARE(pair.practice.core.held().calls, 0);
    }
    void every_method_is_among_them()
    {
        for (const char *method : {"INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "REGISTER", "PRACK", "UPDATE", "MESSAGE", "REFER",
                                   "PUBLISH", "INFO", "SUBSCRIBE", "NOTIFY"})
            QVERIFY2(m_methods.contains(method), method);
    }
    void each_flow_sends_what_its_name_says()
    {
        const QList<std::pair<const char *, QList<QByteArray>>> flows = {
            {"hold", {"INVITE", "ACK", "INVITE", "ACK", "INVITE", "ACK", "BYE"}},
            {"update", {"INVITE", "ACK", "UPDATE", "UPDATE", "BYE"}},
            {"info", {"INVITE", "ACK", "INFO", "INFO", "INFO", "BYE"}},
            {"transfer", {"INVITE", "ACK", "INVITE", "ACK", "REFER", "BYE"}},
            {"prack", {"INVITE", "PRACK", "PRACK", "ACK", "BYE"}},
            {"cancel", {"INVITE", "CANCEL", "ACK"}},
            {"publish-keep", {"PUBLISH", "PUBLISH", "PUBLISH", "PUBLISH", "PUBLISH"}},
            {"register", {"REGISTER", "REGISTER"}},
            //= R15.1.1-1 no refresh after the BYE, which goes out when one is due
            {"session-timer", {"INVITE", "ACK", "UPDATE", "UPDATE", "UPDATE", "BYE"}},
        };
        for (const auto &[name, methods] : flows) {
            const RequestTemplate *each = findTemplate(name);
            QVERIFY(each);
            Pair pair(each->behaviour);
            pair.client.send(read(*each));
            pair.client.clock.advance(10min);
            QList<QByteArray> sent;
            for (const FakeTransport::Sent &one : std::as_const(pair.client.network.sent))
                if (one.message.isRequest() && one.number == 1)
                    sent << one.message.method().toByteArray();
            QVERIFY2(sent == methods, name + QByteArray(": ") + sent.join(' '));
        }
    }
    void the_ack_brings_the_answer()
    {
        Pair pair("call");
        pair.client.send(read(*findTemplate("ack")));
        pair.client.clock.advance(1s);
        const auto acks = pair.client.sent("ACK");
        QCOMPARE(acks.size(), 1);
        QVERIFY(acks.first().message.body().contains("m=audio"));
    }
};

QTEST_GUILESS_MAIN(TestPracticeTemplates)
#include "tst_practice_templates.moc"
