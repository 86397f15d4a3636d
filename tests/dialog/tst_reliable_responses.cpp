// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/reliable_responses.h"
#include "message/parser.h"

#include <QtTest>

using namespace sip;
using Fate = ReliableResponses::Fate;

class TestReliableResponses : public QObject {
    Q_OBJECT

    static Message response(const QByteArray &rseq, const QByteArray &require = "100rel", int status = 183)
    {
        return parseMessage("SIP/2.0 " + QByteArray::number(status) + " X\r\nCSeq: 7 INVITE\r\n" +
                            (rseq.isEmpty() ? QByteArray() : "RSeq: " + rseq + "\r\n") +
                            (require.isEmpty() ? QByteArray() : "Require: " + require + "\r\n") + "\r\n");
    }

private Q_SLOTS:
    //= R3262.4-1
    //= R3262.4-2
    //= R3262.4-3
    //= R3262.4-5
    void one_after_the_other()
    {
        ReliableResponses responses;
        QCOMPARE(responses.take(response("900")), Fate::Next); // any number begins
        QCOMPARE(responses.take(response("900")), Fate::Copy);
        QCOMPARE(responses.take(response("902")), Fate::OutOfOrder);
        QCOMPARE(responses.take(response("901", "foo, 100REL")), Fate::Next);
        QCOMPARE(responses.take(response("902")), Fate::Next);
        QCOMPARE(responses.take(response("5")), Fate::Copy);
        QCOMPARE(ReliableResponses::rack(response("902")), QByteArray("902 7 INVITE"));
    }
    void what_is_not_reliable()
    {
        ReliableResponses responses;
        QCOMPARE(responses.take(response("1", {})), Fate::NotReliable);
        QCOMPARE(responses.take(response({})), Fate::NotReliable);
        QCOMPARE(responses.take(response("0")), Fate::NotReliable);
        QCOMPARE(responses.take(response("4294967296")), Fate::NotReliable);
        QCOMPARE(responses.take(response("-1")), Fate::NotReliable);
        QCOMPARE(responses.take(response("1", "100rel", 100)), Fate::NotReliable);
        QCOMPARE(responses.take(response("1", "100rel", 200)), Fate::NotReliable);
        QCOMPARE(responses.take(response("4294967295")), Fate::Next);
        QCOMPARE(responses.take(response("1")), Fate::Copy);
    }
};

QTEST_GUILESS_MAIN(TestReliableResponses)
#include "tst_reliable_responses.moc"
