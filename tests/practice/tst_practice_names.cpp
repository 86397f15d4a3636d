// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/cares_resolver.h"
#include "dns/dns_reply.h"
#include "dns/rfc3263_plan.h"
#include "practice/practice_names.h"
#include "practice/practice_server.h"
#include "support/dns_wire.h"
#include "support/places.h"
#include "timing/qt_scheduler.h"

#include <QFile>
#include <QRandomGenerator>
#include <QtTest>

using namespace diag;
using namespace sip;

namespace {

/// The practice server with its DNS server, and a resolver that asks it.
struct Run {
    PracticeServer server;
    Endpoint sip;
    QtScheduler scheduler;
    SystemRandom random;
    CaresResolver resolver{scheduler, random};

    Run()
    {
        PracticeSettings settings;
        settings.dnsPort = 0;
        const auto started = server.start(settings);
        if (started)
            sip = *started;
    }
    /// The plan for a URI of this host, played through.
    Rfc3263Plan plan(const QByteArray &host)
    {
        Rfc3263Plan made({.host = host, .transport = {}}, {Protocol::Udp, Protocol::Tcp}, {}, random);
        int open = 0;
        for (;;) {
            for (const DnsQuestion &question : made.takeQuestions()) {
                ++open;
                resolver.ask(question, server.dnsEndpoint(), [&](const DnsAnswer &answer) {
                    --open;
                    answers << answer;
                    made.take(answer);
                });
            }
            if (open == 0 || !QTest::qWaitFor([&, before = open] { return open < before; }, 10'000))
                return made;
        }
    }
    QList<DnsAnswer> answers;
};

QByteArray targets(const Rfc3263Plan &plan)
{
    QByteArrayList list;
    for (const DnsTarget &one : plan.targets())
        list << protocolName(one.address.protocol).toByteArray() + ':' + one.address.remote.text();
    return list.isEmpty() ? plan.problem().toUtf8() : list.join(' ');
}

} // namespace

class TestPracticeNames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void each_name_behaves_as_its_line_says()
    {
        Run run;
        QVERIFY(run.server.dnsEndpoint().port != 0);
        QVERIFY(run.server.dnsEndpoint().isLoopback());
        const QByteArray port = ':' + QByteArray::number(run.sip.port);
        const QByteArray ok = "udp:127.0.0.1" + port + " udp:[::1]" + port + " tcp:127.0.0.1" + port + " tcp:[::1]" + port;
        QCOMPARE(targets(run.plan("ok.practice.invalid")), ok);
        const QByteArray deadFirst = targets(run.plan("srv-dead-first.practice.invalid"));
        QVERIFY2(deadFirst.startsWith("udp:127.0.0.1:1 udp:[::1]:1 udp:127.0.0.1" + port), deadFirst.constData());
        QVERIFY(targets(run.plan("nxdomain.practice.invalid")).contains("NXDOMAIN"));
        QVERIFY(targets(run.plan("servfail.practice.invalid")).contains("SERVFAIL"));
        QVERIFY(targets(run.plan("cname-loop.practice.invalid")).contains("circle"));
        QVERIFY(targets(run.plan("example.com")).contains("NXDOMAIN"));
    }
    void the_truncated_answer_is_whole_over_tcp()
    {
        Run run;
        run.plan("truncated.practice.invalid");
        const auto whole =
            std::find_if(run.answers.cbegin(), run.answers.cend(), [](const DnsAnswer &one) { return !one.records.isEmpty(); });
        QVERIFY(whole != run.answers.cend());
        QVERIFY(whole->truncated && whole->tcp);
        QCOMPARE(whole->records.size(), 40);
    }
    void the_slow_one_answers_before_it_is_given_up()
    {
        Run run;
        QVERIFY(targets(run.plan("slow.practice.invalid")).startsWith("udp:127.0.0.1:"));
        QVERIFY(run.answers.first().took >= 1400ms);
        QCOMPARE(run.answers.first().tries, 1);
    }
    void the_help_page_lists_every_name()
    {
        QFile page(places::source("resources/help/practice-server.md"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray text = page.readAll();
        for (const PracticeName &one : practiceNames())
            QVERIFY2(text.contains("| `" + QByteArray(one.name) + ".practice.invalid` | " + one.summary + " |"), one.name);
    }
    void without_the_wish_there_is_no_dns_server()
    {
        PracticeServer server;
        QVERIFY(server.start({}));
        QCOMPARE(server.dnsEndpoint().port, 0);
    }
    void a_port_in_use_is_told()
    {
        Run run;
        PracticeServer second;
        PracticeSettings settings;
        settings.dnsPort = run.server.dnsEndpoint().port;
        const auto started = second.start(settings);
        QVERIFY(!started);
        QCOMPARE(started.error().code, sip::Error::Code::Io);
        run.server.stop();
        QVERIFY(second.start(settings));
    }
    void what_is_no_query_gets_no_answer()
    {
        const Endpoint sip = *Endpoint::parse("127.0.0.1:5060");
        const QByteArray query = dnswire::message(7, "ok.practice.invalid", 1, {}, {}, 0x0100);
        QVERIFY(!answerName(query, false, sip).reply.isEmpty());
        QVERIFY(answerName({}, false, sip).reply.isEmpty());
        QVERIFY(answerName(answerName(query, false, sip).reply, false, sip).reply.isEmpty()); // an answer is no query
        QRandomGenerator random(3);
        for (int i = 0; i < 100'000; ++i) {
            QByteArray bent = query.first(random.bounded(int(query.size()) + 1));
            for (int k = 0; k < 2 && !bent.isEmpty(); ++k)
                bent[random.bounded(int(bent.size()))] = char(random.bounded(256));
            const NameAnswer answer = answerName(bent, i % 2, sip);
            QVERIFY(answer.reply.size() < 10'000);
        }
    }
};

QTEST_GUILESS_MAIN(TestPracticeNames)
#include "tst_practice_names.moc"
