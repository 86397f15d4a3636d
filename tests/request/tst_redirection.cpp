// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/parser.h"
#include "request/redirection.h"

#include <QtTest>

using namespace sip;

class TestRedirection : public QObject {
    Q_OBJECT

    static Message moved(const QByteArray &contacts)
    {
        return parseMessage("SIP/2.0 302 Moved\r\nCSeq: 1 INVITE\r\n" + contacts + "\r\n");
    }
    static QList<QByteArray> all(Redirection &redirection)
    {
        QList<QByteArray> uris;
        while (const auto next = redirection.next("sip:a@b"))
            uris << next->requestUri;
        return uris;
    }

private Q_SLOTS:
    //= R8.1.3.4-1
    void by_q_and_then_in_order()
    {
        Redirection redirection;
        QVERIFY(
            redirection
                .add(moved("Contact: <sip:low@192.0.2.1>;q=0.1, <sip:one@192.0.2.1>\r\nContact: <sip:two@192.0.2.1>;q=1.0\r\n"))
                .isEmpty());
        QCOMPARE(all(redirection), QList<QByteArray>({"sip:one@192.0.2.1", "sip:two@192.0.2.1", "sip:low@192.0.2.1"}));
    }
    //= R8.1.3.4-2
    void no_uri_twice_in_the_whole_recursion()
    {
        Redirection redirection;
        redirection.tried("sip:a@192.0.2.1");
        QVERIFY(redirection.add(moved("Contact: <sip:b@192.0.2.1>, <sip:%61@192.0.2.1>, <sip:b@192.0.2.1>\r\n")).isEmpty());
        QCOMPARE(all(redirection), QList<QByteArray>({"sip:b@192.0.2.1"}));
        QVERIFY(redirection.add(moved("Contact: <sip:a@192.0.2.1>\r\n")).contains(QLatin1String("already")));
        QVERIFY(all(redirection).isEmpty());
    }
    //= R8.1.3.4-3
    void the_uri_loses_method_and_headers_and_the_headers_become_rows()
    {
        Redirection redirection;
        redirection.add(moved("Contact: <sip:b@192.0.2.1;x=1;method=BYE?Subject=Hello%20there&Call-ID=evil&body=no>\r\n"));
        const auto next = redirection.next("sip:a@b");
        QVERIFY(next);
        QCOMPARE(next->requestUri, QByteArray("sip:b@192.0.2.1;x=1"));
        QCOMPARE(next->set, (QList<ComposedRow>{{"Subject", "Hello there"}}));
    }
    //= R8.1.3.4-5
    void from_sips_to_sip_is_said()
    {
        Redirection redirection;
        redirection.add(moved("Contact: <sip:b@192.0.2.1>\r\nContact: <sips:c@192.0.2.1>\r\n"));
        QVERIFY(redirection.next("sips:a@b")->text.contains(QLatin1String("not secure")));
        QVERIFY(!redirection.next("sips:a@b")->text.contains(QLatin1String("not secure")));
    }
    void what_cannot_be_followed_is_said()
    {
        for (const char *contacts : {"", "Contact: *\r\n", "Contact: <mailto:a@example.com>\r\n", "Contact: rubbish <\r\n"}) {
            Redirection redirection;
            QVERIFY(redirection.add(moved(contacts)).contains(QLatin1String("Contact")));
            QVERIFY(!redirection.next("sip:a@b"));
        }
    }
};

QTEST_GUILESS_MAIN(TestRedirection)
#include "tst_redirection.moc"
