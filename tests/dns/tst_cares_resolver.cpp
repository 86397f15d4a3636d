// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/cares_resolver.h"
#include "support/dns_responder.h"
#include "support/system_tells.h"
#include "timing/qt_scheduler.h"

#include <QtTest>

using namespace sip;
using Result = DnsAnswer::Result;

namespace {

/// The resolver and a server that says what the test wants.
struct Run {
    QtScheduler scheduler;
    SystemRandom random;
    DnsResponder server;
    CaresResolver resolver;

    explicit Run(DnsResponder::Answer answer, CaresResolver::Settings settings = {.timeout = 150ms, .rounds = 2})
        : server(std::move(answer)), resolver(scheduler, random, settings)
    {}

    DnsAnswer ask(const DnsQuestion &question = {"sip.example.com", DnsType::A})
    {
        std::optional<DnsAnswer> answer;
        resolver.ask(question, server.endpoint(), [&answer](const DnsAnswer &one) { answer = one; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
            qFatal("no answer at all");
        return *answer;
    }
};

QByteArray one(const dnswire::Query &query)
{
    return dnswire::message(query.id, query.name, query.type, {dnswire::a(query.name, 60, "192.0.2.1")});
}

} // namespace

class TestCaresResolver : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_answer_comes_with_its_facts()
    {
        Run run([](const dnswire::Query &query, bool) { return one(query); });
        const DnsAnswer answer = run.ask();
        QCOMPARE(answer.result, Result::Records);
        QCOMPARE(answer.records.first().address.hostText(), QByteArray("192.0.2.1"));
        QCOMPARE(answer.ttl, 60U);
        QCOMPARE(answer.server, run.server.endpoint());
        QCOMPARE(answer.rcode, 0);
        QCOMPARE(answer.tries, 1);
        QVERIFY(!answer.cached && !answer.tcp && !answer.truncated);
        QVERIFY(answer.took > 0us);
    }
    void the_second_time_it_is_remembered()
    {
        Run run([](const dnswire::Query &query, bool) { return one(query); });
        QVERIFY(!run.ask().cached);
        const DnsAnswer again = run.ask({"SIP.example.com", DnsType::A});
        QVERIFY(again.cached);
        QCOMPARE(again.took, Instant(0));
        QCOMPARE(run.server.asked, 1);
    }
    void a_cut_off_answer_is_asked_for_over_tcp()
    {
        Run run([](const dnswire::Query &query, bool tcp) {
            if (!tcp)
                return dnswire::message(query.id, query.name, query.type, {}, {}, dnswire::answer | dnswire::truncated);
            QList<QByteArray> many;
            for (int i = 0; i < 60; ++i)
                many << dnswire::srv(query.name, 60, i, 1, 5060, "target" + QByteArray::number(i) + ".example.com");
            return dnswire::message(query.id, query.name, query.type, many);
        });
        const DnsAnswer answer = run.ask({"_sip._udp.example.com", DnsType::Srv});
        QCOMPARE(answer.records.size(), 60);
        QVERIFY(answer.truncated && answer.tcp);
        QCOMPARE(answer.tries, 2);
        QCOMPARE(run.server.askedOverTcp, 1);
    }
    void silence_over_tcp_after_a_cut_off_answer_says_both()
    {
        Run run([](const dnswire::Query &query, bool tcp) {
            return tcp ? QByteArray()
                       : dnswire::message(query.id, query.name, query.type, {}, {}, dnswire::answer | dnswire::truncated);
        });
        const DnsAnswer answer = run.ask();
        QCOMPARE(answer.result, Result::Timeout);
        QVERIFY2(answer.problem.contains(QLatin1String("over TCP")), qPrintable(answer.problem));
    }
    void aliases_that_lead_on_are_asked_for()
    {
        Run run([](const dnswire::Query &query, bool) {
            const QByteArray next = query.name == "sip.example.com" ? "b.example.com"
                                    : query.name == "b.example.com" ? "c.example.com"
                                                                    : "";
            return next.isEmpty() ? one(query)
                                  : dnswire::message(query.id, query.name, query.type, {dnswire::cname(query.name, 30, next)});
        });
        const DnsAnswer answer = run.ask();
        QCOMPARE(answer.result, Result::Records);
        QCOMPARE(answer.aliases.size(), 2);
        QCOMPARE(answer.tries, 3);
        QCOMPARE(answer.ttl, 30U);
        QCOMPARE(answer.question.name, QByteArray("sip.example.com"));
    }
    void a_loop_of_aliases_ends_data()
    {
        QTest::addColumn<bool>("inventive");
        QTest::newRow("two names in a circle") << false;
        QTest::newRow("a new name each time") << true;
    }
    void a_loop_of_aliases_ends()
    {
        QFETCH(bool, inventive);
        int count = 0;
        Run run([&](const dnswire::Query &query, bool) {
            const QByteArray next = inventive                         ? "n" + QByteArray::number(++count) + ".example.com"
                                    : query.name == "sip.example.com" ? QByteArray("b.example.com")
                                                                      : QByteArray("sip.example.com");
            return dnswire::message(query.id, query.name, query.type, {dnswire::cname(query.name, 30, next)});
        });
        const DnsAnswer answer = run.ask();
        QCOMPARE(answer.result, Result::Loop);
        QVERIFY(answer.records.isEmpty());
        QVERIFY2(run.server.asked <= 20, QByteArray::number(run.server.asked).constData());
    }
    void refusals_end_with_their_code_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<Result>("result");
        QTest::newRow("SERVFAIL") << dnswire::servFail << Result::Failed;
        QTest::newRow("REFUSED") << dnswire::refused << Result::Failed;
        QTest::newRow("FORMERR") << dnswire::formErr << Result::Failed;
        QTest::newRow("NXDOMAIN") << dnswire::nxDomain << Result::NoSuchName;
    }
    void refusals_end_with_their_code()
    {
        QFETCH(int, code);
        QFETCH(Result, result);
        Run run([code](const dnswire::Query &query, bool) {
            return dnswire::message(query.id, query.name, query.type, {}, {dnswire::soa("example.com", 5, 5)},
                                    dnswire::answer | code);
        });
        const DnsAnswer answer = run.ask();
        QCOMPARE(answer.result, result);
        QCOMPARE(answer.rcode, code);
        QCOMPARE(run.server.asked, 1);
    }
    void silence_is_asked_again_and_then_ends()
    {
        Run run([](const dnswire::Query &, bool) { return QByteArray(); });
        const DnsAnswer answer = run.ask();
        QCOMPARE(answer.result, Result::Timeout);
        QCOMPARE(answer.tries, 2);
        QCOMPARE(answer.rcode, -1);
        QVERIFY(answer.took >= 300ms && answer.took < 3s);
        QTRY_COMPARE(run.server.asked, 2);
    }
    void a_slow_answer_still_counts()
    {
        Run run([](const dnswire::Query &query, bool) {
            QTest::qSleep(60);
            return one(query);
        });
        QCOMPARE(run.ask().result, Result::Records);
        QCOMPARE(run.server.asked, 1);
    }
    void nobody_there_is_told_at_once()
    {
        if (!tellsIcmp)
            QSKIP("skipped: this system does not tell of ICMP errors");
        QtScheduler scheduler;
        SystemRandom random;
        CaresResolver resolver(scheduler, random);
        QUdpSocket gone;
        gone.bind(QHostAddress::LocalHost);
        const Endpoint nowhere = Endpoint::of(QHostAddress(QHostAddress::LocalHost), gone.localPort());
        gone.close();
        std::optional<DnsAnswer> answer;
        resolver.ask({"sip.example.com", DnsType::A}, nowhere, [&answer](const DnsAnswer &one) { answer = one; });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->result, Result::Unreachable);
        QVERIFY(answer->took < 1s);
    }
    void answers_that_lie_end_as_a_clear_result_data()
    {
        QTest::addColumn<int>("lie");
        QTest::newRow("another name") << 0;
        QTest::newRow("another number") << 1;
        QTest::newRow("noise") << 2;
        QTest::newRow("64 kB over TCP") << 3;
        QTest::newRow("records of other names") << 4;
        QTest::newRow("lengths that lie") << 5;
        QTest::newRow("a query as an answer") << 6;
    }
    void answers_that_lie_end_as_a_clear_result()
    {
        QFETCH(int, lie);
        Run run([lie](const dnswire::Query &query, bool tcp) -> QByteArray {
            switch (lie) {
            case 0:
                return dnswire::message(query.id, "other.example.com", query.type,
                                        {dnswire::a("other.example.com", 60, "192.0.2.66")});
            case 1: return dnswire::message(query.id + 1, query.name, query.type, {dnswire::a(query.name, 60, "192.0.2.66")});
            case 2: return QByteArray(300, char(0xff));
            case 3:
                return tcp ? dnswire::message(query.id, query.name, query.type,
                                              QList<QByteArray>(1900, dnswire::a(query.name, 60, "192.0.2.1")))
                           : dnswire::message(query.id, query.name, query.type, {}, {}, dnswire::answer | dnswire::truncated);
            case 4:
                return dnswire::message(query.id, query.name, query.type, {dnswire::a("other.example.com", 60, "192.0.2.66")});
            case 5: return dnswire::message(query.id, query.name, query.type, {}).replace(6, 2, dnswire::two(500));
            default: return dnswire::message(query.id, query.name, query.type, {}, {}, 0x0100);
            }
        });
        const DnsAnswer answer = run.ask();
        if (lie == 3) {
            QCOMPARE(answer.result, Result::Records);
            QVERIFY(answer.records.size() <= 100);
            return;
        }
        QVERIFY2(answer.result == Result::Malformed || answer.result == Result::Timeout,
                 QByteArray::number(int(answer.result)).constData());
        QVERIFY(answer.records.isEmpty());
        QVERIFY(!answer.problem.isEmpty());
    }
    void what_is_no_name_ends_at_once()
    {
        Run run([](const dnswire::Query &query, bool) { return one(query); });
        QCOMPARE(run.ask({QByteArray(70, 'a') + ".example.com", DnsType::A}).result, Result::Malformed);
        QCOMPARE(run.ask({"a..example.com", DnsType::A}).result, Result::Malformed);
        QCOMPARE(run.server.asked, 0);
    }
    void cancelled_questions_are_not_answered()
    {
        Run run([](const dnswire::Query &query, bool) { return query.name.startsWith("sip") ? QByteArray() : one(query); });
        bool called = false;
        const auto ask = [&] {
            return run.resolver.ask({"sip.example.com", DnsType::A}, run.server.endpoint(),
                                    [&called](const DnsAnswer &) { called = true; });
        };
        run.resolver.cancel(ask()); // before it was sent
        const Resolver::Ticket ticket = ask();
        QTRY_COMPARE(run.server.asked, 1);
        run.resolver.cancel(ticket);
        run.resolver.cancel(ticket);
        // One that is asked later and gives up: by then the cancelled one would have given up too.
        QCOMPARE(run.ask({"sip.example.net", DnsType::A}).result, Result::Timeout);
        QVERIFY(!called);
        QCOMPARE(run.ask({"other.example.com", DnsType::A}).result, Result::Records);
    }
    void many_questions_at_once_keep_their_answers_apart()
    {
        Run run([](const dnswire::Query &query, bool) {
            return dnswire::message(query.id, query.name, query.type,
                                    {dnswire::a(query.name, 60, "192.0.2." + query.name.split('.').first().mid(4))});
        });
        int right = 0, answers = 0;
        for (int i = 1; i <= 200; ++i)
            run.resolver.ask({"host" + QByteArray::number(i) + ".example.com", DnsType::A}, run.server.endpoint(),
                             [&, i](const DnsAnswer &answer) {
                                 ++answers;
                                 right += !answer.records.isEmpty() &&
                                          answer.records.first().address.hostText() == "192.0.2." + QByteArray::number(i);
                             });
        QTRY_COMPARE(answers, 200);
        QCOMPARE(right, 200);
    }
    void the_end_of_the_resolver_ends_what_is_under_way()
    {
        bool called = false;
        {
            Run run([](const dnswire::Query &, bool) { return QByteArray(); });
            run.resolver.ask({"sip.example.com", DnsType::A}, run.server.endpoint(),
                             [&called](const DnsAnswer &) { called = true; });
            QTRY_COMPARE(run.server.asked, 1);
        }
        Run later([](const dnswire::Query &, bool) { return QByteArray(); });
        QCOMPARE(later.ask().result, Result::Timeout); // so would the first have been by now
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestCaresResolver)
#include "tst_cares_resolver.moc"
