// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/dns_words.h"
#include "flow/flow_text.h"
#include "flow_events.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sip::DnsAnswer;
using sip::DnsType;

namespace {

DnsAnswer services()
{
    DnsAnswer answer;
    answer.question = {"_sip._udp.example.com", DnsType::Srv};
    answer.result = DnsAnswer::Result::Records;
    for (int i = 1; i <= 6; ++i)
        answer.records.append({.owner = answer.question.name,
                               .type = DnsType::Srv,
                               .ttl = 60,
                               .order = quint16(i * 10),
                               .preference = 5,
                               .port = 5060,
                               .target = "sip" + QByteArray::number(i) + ".example.com"});
    answer.ttl = 60;
    answer.rcode = 0;
    answer.tries = 1;
    answer.took = 12'500us;
    answer.server = *sip::Endpoint::parse("192.0.2.53:53");
    return answer;
}

} // namespace

class tst_DnsRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_question_is_a_minor_row()
    {
        const auto asked = row(sip::DnsAsked{{"example.com", DnsType::Naptr}, *sip::Endpoint::parse("192.0.2.53:5353")});
        QCOMPARE(asked.kind, diag::RowKind::Dns);
        QVERIFY(asked.minor);
        QCOMPARE(asked.label, u"asking for NAPTR example.com"_s);
        QCOMPARE(asked.detail, u"server 192.0.2.53:5353"_s);
        QCOMPARE(row(sip::DnsAsked{{"example.com", DnsType::A}, {}}).detail, u"the servers of this system"_s);
    }
    void an_answer_tells_records_ttl_time_and_server()
    {
        const auto answered = row(sip::DnsAnswered{services()});
        QCOMPARE(answered.kind, diag::RowKind::Dns);
        QCOMPARE(answered.origin, diag::Origin::Wire);
        QVERIFY(!answered.minor);
        QCOMPARE(answered.label, u"SRV _sip._udp.example.com: 6 records"_s);
        QCOMPARE(answered.detail, u"10 5 sip1.example.com:5060, 20 5 sip2.example.com:5060, 30 5 sip3.example.com:5060, "
                                  "40 5 sip4.example.com:5060, and 2 more, TTL 60 s, 12.500 ms, server 192.0.2.53:53"_s);
    }
    void what_was_odd_about_an_answer_is_told()
    {
        DnsAnswer answer = services();
        answer.tcp = answer.truncated = true;
        answer.tries = 3;
        answer.aliases = {{.owner = "a", .type = DnsType::Cname, .ttl = 5, .target = "b.example.com"}};
        const QString detail = row(sip::DnsAnswered{answer}).detail;
        for (const char *words : {"over TCP", "cut off over UDP", "asked 3 times", "by CNAME to b.example.com"})
            QVERIFY2(detail.contains(QLatin1String(words)), qPrintable(detail));
        answer.cached = true;
        QCOMPARE(row(sip::DnsAnswered{answer}).origin, diag::Origin::Local);
        QVERIFY(row(sip::DnsAnswered{answer}).detail.endsWith(u"remembered, not asked"_s));
    }
    void failures_have_their_words_data()
    {
        QTest::addColumn<DnsAnswer::Result>("result");
        QTest::addColumn<int>("rcode");
        QTest::addColumn<QString>("words");
        using Result = DnsAnswer::Result;
        QTest::newRow("no name") << Result::NoSuchName << 3 << u"A example.com: no such name (NXDOMAIN)"_s;
        QTest::newRow("no data") << Result::NoData << 0 << u"A example.com: no such record"_s;
        QTest::newRow("servfail") << Result::Failed << 2 << u"A example.com: SERVFAIL by 192.0.2.53:53"_s;
        QTest::newRow("odd code") << Result::Failed << 9 << u"A example.com: response code 9 by 192.0.2.53:53"_s;
        QTest::newRow("timeout") << Result::Timeout << -1 << u"A example.com: no answer from 192.0.2.53:53"_s;
        QTest::newRow("unreachable") << Result::Unreachable << -1 << u"A example.com: 192.0.2.53:53 cannot be reached"_s;
        QTest::newRow("loop") << Result::Loop << 0 << u"A example.com: aliases (CNAME) that lead in a circle"_s;
        QTest::newRow("malformed") << Result::Malformed << 0 << u"A example.com: an answer that cannot be used"_s;
    }
    void failures_have_their_words()
    {
        QFETCH(DnsAnswer::Result, result);
        QFETCH(int, rcode);
        QFETCH(QString, words);
        DnsAnswer answer = services();
        answer.question = {"example.com", DnsType::A};
        answer.records.clear();
        answer.result = result;
        answer.rcode = rcode;
        const auto failed = row(sip::DnsAnswered{answer});
        QCOMPARE(failed.label, words);
        QCOMPARE(failed.origin, rcode < 0 ? diag::Origin::Local : diag::Origin::Wire);
    }
    void the_plan_tells_targets_and_why()
    {
        sip::RoadPlanned road;
        road.domain = "example.com";
        road.targets = {
            {.address = {sip::Protocol::Udp, *sip::Endpoint::parse("192.0.2.1:5060")}, .name = "sip1.example.com"},
            {.address = {sip::Protocol::Tcp, *sip::Endpoint::parse("192.0.2.2:5061")}, .name = "192.0.2.2", .pretendDead = true}};
        road.decisions = {{u"NAPTR example.com: no such record; SRV of each transport instead"_s, "R3263.4.1-6"},
                          {u"drawn"_s, ""}};
        const auto planned = row(road);
        QCOMPARE(planned.kind, diag::RowKind::Dns);
        QCOMPARE(planned.label, u"example.com: 2 targets, first udp:192.0.2.1:5060"_s);
        QCOMPARE(planned.detail,
                 u"udp:192.0.2.1:5060 (sip1.example.com), tcp:192.0.2.2:5061, taken for dead; NAPTR example.com: no such record; "
                 "SRV of each transport instead (RFC 3263 4.1); drawn"_s);
        road.targets.clear();
        road.problem = u"example.com: there is no such name (NXDOMAIN)"_s;
        QCOMPARE(row(road).label, u"example.com: nowhere to send"_s);
        QVERIFY(row(road).detail.startsWith(road.problem));
    }
    void names_from_the_wire_cannot_drive_a_terminal()
    {
        DnsAnswer answer = services();
        answer.records.first().target = "\x1b[31mred";
        QVERIFY(!row(sip::DnsAnswered{answer}).detail.contains(QChar(0x1b)));
        answer.question.name = "\x1b[31m";
        QVERIFY(!row(sip::DnsAnswered{answer}).label.contains(QChar(0x1b)));
    }
    void the_rows_stand_in_the_text()
    {
        Events e;
        e.context = {1, 1, 0};
        e.add(sip::IntentStarted{{}, "OPTIONS", "sip:example.com"});
        e.add(sip::DnsAsked{services().question, {}});
        e.now = 12ms;
        e.add(sip::DnsAnswered{services()});
        diag::FlowBuilder builder;
        builder.append(e.take());
        const QString text = diag::flowText(*builder.flow(1));
        QVERIFY2(text.contains(u"dns"_s) && text.contains(u"SRV _sip._udp.example.com: 6 records"_s), qPrintable(text));
        QVERIFY(!text.contains(u"asking for"_s));
        QVERIFY(diag::flowText(*builder.flow(1), {.minor = true}).contains(u"asking for"_s));
    }
};

QTEST_APPLESS_MAIN(tst_DnsRows)
#include "tst_dns_rows.moc"
