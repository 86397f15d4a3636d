// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/parser.h"
#include "request/revision.h"

#include <QtTest>

using namespace sip;

class TestRevision : public QObject {
    Q_OBJECT

    static Message request(const QByteArray &more, const QByteArray &method = "INVITE")
    {
        return parseMessage(method +
                            " sip:a@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nVia: SIP/2.0/UDP "
                            "192.0.2.2;branch=z9hG4bK0\r\n"
                            "X-Odd :  kept\r\nCSeq: 7 " +
                            method + "\r\nCall-ID: c\r\n" + more + "Content-Length: 0\r\n\r\n");
    }
    static Message refusal(int status, const QByteArray &more)
    {
        return parseMessage("SIP/2.0 " + QByteArray::number(status) + " X\r\nCSeq: 7 INVITE\r\n" + more + "\r\n");
    }

private Q_SLOTS:
    //= R8.1.3.5-6
    void a_revision_changes_what_it_says_and_nothing_else()
    {
        const Message before = request("Authorization: Digest realm=\"a\"\r\nExpires: 60\r\nContent-Type: text/plain\r\n");
        const Message after = revise(before,
                                     {.why = {},
                                      .text = {},
                                      .requestUri = "sip:b@example.com",
                                      .set = {{"Expires", "90"}, {"X-New", "1"}},
                                      .remove = {HeaderId::ContentType}},
                                     "z9hG4bK2", 9);
        QCOMPARE(
            after.wire(),
            QByteArray("INVITE sip:b@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK2\r\nVia: SIP/2.0/UDP "
                       "192.0.2.2;branch=z9hG4bK0\r\n"
                       "X-Odd :  kept\r\nCSeq: 9 INVITE\r\nCall-ID: c\r\nExpires: 90\r\nX-New: 1\r\nContent-Length: 0\r\n\r\n"));
    }
    //= R4028.7.3-1
    void a_422_makes_the_session_longer()
    {
        QString problem;
        const auto first =
            revisionFor(request("Session-Expires: 90;refresher=uas\r\n"), refusal(422, "Min-SE: 120\r\n"), &problem);
        QVERIFY(first);
        QCOMPARE(first->set, (QList<ComposedRow>{{"Session-Expires", "120;refresher=uas"}, {"Min-SE", "120"}}));
        const auto second =
            revisionFor(request("Session-Expires: 120\r\nMin-SE: 120\r\n"), refusal(422, "Min-SE: 200\r\n"), &problem);
        QCOMPARE(second->set, (QList<ComposedRow>{{"Session-Expires", "200"}, {"Min-SE", "200"}}));
        QVERIFY(problem.isEmpty());
        QVERIFY(!revisionFor(request("Session-Expires: 300\r\nMin-SE: 300\r\n"), refusal(422, "Min-SE: 200\r\n"), &problem));
        QVERIFY(!problem.isEmpty());
        problem.clear();
        QVERIFY(!revisionFor(request("Session-Expires: 90\r\n"), refusal(422, {}), &problem));
        QVERIFY(problem.contains(QLatin1String("Min-SE")));
    }
    //= R10.2.8-1
    //= R3903.5-2
    void a_423_makes_the_interval_longer()
    {
        QString problem;
        const auto byHeader = revisionFor(request("Expires: 10\r\n", "PUBLISH"), refusal(423, "Min-Expires: 60\r\n"), &problem);
        QVERIFY(byHeader);
        QCOMPARE(byHeader->set, (QList<ComposedRow>{{"Expires", "60"}}));
        const auto byContact = revisionFor(request("Contact: <sip:a@192.0.2.1>;expires=10;q=0.5\r\n", "REGISTER"),
                                           refusal(423, "Min-Expires: 60\r\n"), &problem);
        QVERIFY(byContact);
        QCOMPARE(byContact->set.last(), (ComposedRow{"Contact", "<sip:a@192.0.2.1>;expires=60;q=0.5"}));
        QVERIFY(problem.isEmpty());
        for (const char *bad : {"", "Min-Expires: soon\r\n", "Min-Expires: 0\r\n"}) {
            problem.clear();
            QVERIFY(!revisionFor(request("Expires: 10\r\n"), refusal(423, bad), &problem));
            QVERIFY(problem.contains(QLatin1String("Min-Expires")));
        }
        QVERIFY(!revisionFor(request("Expires: 60\r\n"), refusal(423, "Min-Expires: 60\r\n"), &problem)); // would go on for ever
    }
    void other_refusals_ask_for_nothing()
    {
        QString problem;
        QVERIFY(!revisionFor(request({}), refusal(486, "Min-SE: 200\r\n"), &problem));
        QVERIFY(problem.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRevision)
#include "tst_revision.moc"
