// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/dns_reply.h"
#include "support/dns_wire.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace sip;
using Result = DnsAnswer::Result;

namespace {

DnsAnswer read(const QList<QByteArray> &answers, const DnsQuestion &question = {"sip.example.com", DnsType::A},
               const QList<QByteArray> &authorities = {}, int flags = dnswire::answer)
{
    return readReply(dnswire::message(1, question.name, int(question.type), answers, authorities, flags), question);
}

} // namespace

class TestDnsReply : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void each_type_is_read()
    {
        const auto a = read({dnswire::a("sip.example.com", 60, "192.0.2.1"), dnswire::a("SIP.Example.com", 30, "192.0.2.2")});
        QCOMPARE(a.result, Result::Records);
        QCOMPARE(a.records.size(), 2);
        QCOMPARE(a.records[1].address.hostText(), QByteArray("192.0.2.2"));
        QCOMPARE(a.ttl, 30U);
        QCOMPARE(a.rcode, 0);

        const QByteArray v6 = QByteArray::fromHex("20010db8000000000000000000000001");
        const auto aaaa = read({dnswire::record("sip.example.com", 28, 60, v6)}, {"sip.example.com", DnsType::Aaaa});
        QCOMPARE(aaaa.records.first().address.hostText(), QByteArray("2001:db8::1"));

        const DnsQuestion services{"_sip._udp.example.com", DnsType::Srv};
        const auto srv = read(
            {dnswire::srv(services.name, 60, 10, 20, 5070, "sip.example.com"), dnswire::srv(services.name, 60, 0, 0, 0, ".")},
            services);
        QCOMPARE(srv.records[0].order, 10);
        QCOMPARE(srv.records[0].preference, 20);
        QCOMPARE(srv.records[0].port, 5070);
        QCOMPARE(srv.records[0].target, QByteArray("sip.example.com"));
        QCOMPARE(srv.records[1].target, QByteArray("."));

        const DnsQuestion domain{"example.com", DnsType::Naptr};
        const auto naptr = read({dnswire::naptr("example.com", 60, 10, 50, "s", "SIP+D2U", "", "_sip._udp.example.com")}, domain);
        QCOMPARE(naptr.records[0].flags, QByteArray("s"));
        QCOMPARE(naptr.records[0].service, QByteArray("SIP+D2U"));
        QCOMPARE(naptr.records[0].target, QByteArray("_sip._udp.example.com"));
    }
    void aliases_are_followed_inside_the_answer()
    {
        const auto answer =
            read({dnswire::a("c.example.com", 90, "192.0.2.1"), dnswire::cname("b.example.com", 20, "c.example.com"),
                  dnswire::cname("sip.example.com", 60, "b.example.com")});
        QCOMPARE(answer.result, Result::Records);
        QCOMPARE(answer.aliases.size(), 2);
        QCOMPARE(answer.records.size(), 1);
        QCOMPARE(answer.ttl, 20U);
    }
    void aliases_may_lead_on_to_a_name_of_which_nothing_is_said()
    {
        const auto open = read({dnswire::cname("sip.example.com", 60, "elsewhere.example.net")});
        QVERIFY(open.open);
        QCOMPARE(open.aliases.last().target, QByteArray("elsewhere.example.net"));
        const auto closed = read({dnswire::cname("sip.example.com", 60, "b.example.com")}, {"sip.example.com", DnsType::A},
                                 {dnswire::soa("example.com", 60, 60)});
        QVERIFY(!closed.open);
        QCOMPARE(closed.result, Result::NoData);
    }
    void aliases_in_a_circle_are_a_loop()
    {
        const auto answer = read(
            {dnswire::cname("sip.example.com", 60, "b.example.com"), dnswire::cname("b.example.com", 60, "SIP.example.com")});
        QCOMPARE(answer.result, Result::Loop);
        QVERIFY(answer.records.isEmpty());
        QList<QByteArray> chain;
        for (int i = 0; i < 100; ++i)
            chain << dnswire::cname(i ? "n" + QByteArray::number(i) + ".example.com" : QByteArray("sip.example.com"), 60,
                                    "n" + QByteArray::number(i + 1) + ".example.com");
        QCOMPARE(read(chain).result, Result::Loop);
        QCOMPARE(read(chain).aliases.size(), MostAliases);
    }
    void empty_answers_say_for_how_long()
    {
        const auto noData = read({}, {"sip.example.com", DnsType::A}, {dnswire::soa("example.com", 90, 40)});
        QCOMPARE(noData.result, Result::NoData);
        QCOMPARE(noData.ttl, 40U);
        const auto noName = read({}, {"sip.example.com", DnsType::A}, {dnswire::soa("example.com", 20, 40'000)},
                                 dnswire::answer | dnswire::nxDomain);
        QCOMPARE(noName.result, Result::NoSuchName);
        QCOMPARE(noName.ttl, 20U);
        QCOMPARE(read({}).ttl, 0U); // nothing is said: not kept
    }
    void a_refusal_keeps_its_code()
    {
        for (const int code : {dnswire::servFail, dnswire::refused, dnswire::formErr}) {
            const auto answer = read({}, {"sip.example.com", DnsType::A}, {}, dnswire::answer | code);
            QCOMPARE(answer.result, Result::Failed);
            QCOMPARE(answer.rcode, code);
        }
    }
    void what_was_cut_off_is_marked_and_read_as_far_as_it_goes()
    {
        QByteArray wire =
            dnswire::message(1, "sip.example.com", 1,
                             {dnswire::a("sip.example.com", 60, "192.0.2.1"), dnswire::a("sip.example.com", 60, "192.0.2.2")}, {},
                             dnswire::answer | dnswire::truncated);
        wire.chop(7);
        const auto answer = readReply(wire, {"sip.example.com", DnsType::A});
        QVERIFY(answer.truncated);
        QCOMPARE(answer.records.size(), 1);
    }
    void an_answer_to_another_question_is_none()
    {
        QCOMPARE(readReply(dnswire::message(1, "other.example.com", 1, {dnswire::a("sip.example.com", 60, "192.0.2.1")}),
                           {"sip.example.com", DnsType::A})
                     .result,
                 Result::Malformed);
        QCOMPARE(readReply(dnswire::message(1, "sip.example.com", 33, {}), {"sip.example.com", DnsType::A}).result,
                 Result::Malformed);
        const auto foreign = read({dnswire::a("other.example.com", 60, "192.0.2.66")});
        QCOMPARE(foreign.result, Result::Malformed);
        QVERIFY(foreign.records.isEmpty());
        const auto mixed =
            read({dnswire::a("other.example.com", 60, "192.0.2.66"), dnswire::a("sip.example.com", 60, "192.0.2.1")});
        QCOMPARE(mixed.records.size(), 1);
        QCOMPARE(mixed.records.first().address.hostText(), QByteArray("192.0.2.1"));
    }
    void compression_in_a_circle_and_lengths_that_lie_are_malformed()
    {
        const QByteArray head = dnswire::message(1, "sip.example.com", 1, {}).replace(6, 2, dnswire::two(1));
        const qsizetype end = head.size();
        const DnsQuestion question{"sip.example.com", DnsType::A};
        const QByteArray self = QByteArray::fromHex("c0") + char(end); // a name that points to itself
        QCOMPARE(
            readReply(head + self + dnswire::two(1) + dnswire::two(1) + dnswire::four(60) + dnswire::two(4) + "abcd", question)
                .result,
            Result::Malformed);
        QCOMPARE(readReply(head + QByteArray::fromHex("c00c") + dnswire::two(1) + dnswire::two(1) + dnswire::four(60) +
                               dnswire::two(400) + "abcd",
                           question)
                     .result,
                 Result::Malformed);
        QCOMPARE(readReply(head, question).result, Result::Malformed); // announces a record and ends
        QCOMPARE(readReply({}, question).result, Result::Malformed);
        QCOMPARE(readReply(QByteArray(64, '\0'), question).result, Result::Malformed);
        // An SRV record whose name runs out of its data.
        const QByteArray srv = dnswire::name("_sip._udp.example.com");
        const QByteArray data = dnswire::two(1) + dnswire::two(1) + dnswire::two(5060) + QByteArray::fromHex("0361");
        QByteArray wire = dnswire::message(
            1, "_sip._udp.example.com", 33,
            {srv + dnswire::two(33) + dnswire::two(1) + dnswire::four(60) + dnswire::two(int(data.size())) + data,
             dnswire::name("b.example.com")});
        QCOMPARE(readReply(wire, {"_sip._udp.example.com", DnsType::Srv}).result, Result::Malformed);
    }
    void sixty_four_kilobytes_of_records_are_cut_at_the_limit()
    {
        QList<QByteArray> many;
        for (int i = 0; i < 1900; ++i)
            many << dnswire::a("sip.example.com", 60, "192.0.2." + QByteArray::number(i % 250));
        const QByteArray wire = dnswire::message(1, "sip.example.com", 1, many);
        QVERIFY(wire.size() > 58'000);
        const auto answer = readReply(wire, {"sip.example.com", DnsType::A});
        QCOMPARE(answer.result, Result::Records);
        QCOMPARE(answer.records.size(), MostRecords);
        QVERIFY(answer.problem.contains(QLatin1String("more than 100")));
    }
    void a_ttl_beyond_reason_is_not_believed()
    {
        QCOMPARE(read({dnswire::a("sip.example.com", 0x7fffffff, "192.0.2.1")}).ttl, 86'400U);
        QCOMPARE(read({dnswire::a("sip.example.com", 0xffffffff, "192.0.2.1")}).ttl, 0U);
    }
    void broken_octets_never_do_harm()
    {
        const QByteArray whole = dnswire::message(1, "_sip._udp.example.com", 33,
                                                  {dnswire::cname("_sip._udp.example.com", 60, "b.example.com"),
                                                   dnswire::srv("b.example.com", 60, 1, 2, 3, "c.example.com")},
                                                  {dnswire::soa("example.com", 1, 2)});
        const DnsQuestion question{"_sip._udp.example.com", DnsType::Srv};
        for (qsizetype i = 0; i < whole.size(); ++i)
            readReply(whole.first(i), question);
        QRandomGenerator random(5);
        for (int i = 0; i < 200'000; ++i) {
            QByteArray bent = whole;
            for (int k = 0; k < 3; ++k)
                bent[random.bounded(int(bent.size()))] = char(random.bounded(256));
            const auto answer = readReply(bent, question);
            QVERIFY(answer.aliases.size() <= MostAliases && answer.records.size() <= MostRecords);
        }
    }
};

QTEST_APPLESS_MAIN(TestDnsReply)
#include "tst_dns_reply.moc"
