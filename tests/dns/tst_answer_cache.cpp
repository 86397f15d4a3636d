// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/answer_cache.h"

#include <QtTest>

using namespace sip;

namespace {

const Endpoint server = *Endpoint::parse("192.0.2.53:53");

DnsAnswer addressOf(const QByteArray &name, quint32 ttl)
{
    DnsAnswer answer;
    answer.question = {name, DnsType::A};
    answer.result = DnsAnswer::Result::Records;
    answer.records = {{.owner = name, .type = DnsType::A, .ttl = ttl + 10, .address = *Endpoint::parse("192.0.2.1")}};
    answer.ttl = ttl;
    answer.tries = 2;
    answer.took = 12ms;
    return answer;
}

} // namespace

class TestAnswerCache : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_answer_lives_as_long_as_its_ttl_and_counts_down()
    {
        AnswerCache cache;
        cache.keep(server, addressOf("sip.example.com", 60), 5s);
        const auto later = cache.find(server, {"SIP.example.COM", DnsType::A}, 25s);
        QVERIFY(later);
        QVERIFY(later->cached);
        QCOMPARE(later->ttl, 40U);
        QCOMPARE(later->records.first().ttl, 50U);
        QCOMPARE(later->tries, 0);
        QVERIFY(cache.find(server, {"sip.example.com", DnsType::A}, 65s - 1us));
        QVERIFY(!cache.find(server, {"sip.example.com", DnsType::A}, 65s));
    }
    void another_type_and_another_server_are_other_questions()
    {
        AnswerCache cache;
        cache.keep(server, addressOf("sip.example.com", 60), 0s);
        QVERIFY(!cache.find(server, {"sip.example.com", DnsType::Aaaa}, 1s));
        QVERIFY(!cache.find({}, {"sip.example.com", DnsType::A}, 1s));
    }
    void what_is_not_definite_is_not_kept()
    {
        using Result = DnsAnswer::Result;
        for (const Result result : {Result::Failed, Result::Loop, Result::Malformed, Result::Timeout, Result::Unreachable}) {
            AnswerCache cache;
            DnsAnswer answer = addressOf("sip.example.com", 60);
            answer.result = result;
            cache.keep(server, answer, 0s);
            QVERIFY(!cache.find(server, answer.question, 1s));
        }
        for (const Result result : {Result::NoData, Result::NoSuchName}) {
            AnswerCache cache;
            DnsAnswer answer = addressOf("sip.example.com", 60);
            answer.result = result;
            cache.keep(server, answer, 0s);
            QVERIFY(cache.find(server, answer.question, 1s));
        }
        AnswerCache cache;
        cache.keep(server, addressOf("sip.example.com", 0), 0s);
        QVERIFY(!cache.find(server, {"sip.example.com", DnsType::A}, 0s));
    }
    void it_never_holds_more_than_its_limit()
    {
        AnswerCache cache;
        for (int i = 0; i < int(AnswerCache::Most) + 50; ++i)
            cache.keep(server, addressOf("host" + QByteArray::number(i), quint32(1000 + i)), 0s);
        int found = 0;
        for (int i = 0; i < int(AnswerCache::Most) + 50; ++i)
            found += cache.find(server, {"host" + QByteArray::number(i), DnsType::A}, 1s).has_value();
        QCOMPARE(found, int(AnswerCache::Most));
        QVERIFY(!cache.find(server, {"host0", DnsType::A}, 1s)); // those that end first go first
    }
};

QTEST_APPLESS_MAIN(TestAnswerCache)
#include "tst_answer_cache.moc"
