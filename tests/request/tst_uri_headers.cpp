// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/request_builder.h"
#include "request/uri_headers.h"
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;

class TestUriHeaders : public QObject {
    Q_OBJECT

    static ComposedRequest compose(const QByteArray &target)
    {
        ComposedRequest request;
        request.method = "MESSAGE";
        request.target = target;
        return request;
    }
    static Message built(const ComposedRequest &request)
    {
        SeededRandom random(1);
        return buildRequest(request, {.local = *Endpoint::parse("192.0.2.10:5060"), .branch = {}, .fromTag = {}, .callId = {}},
                            random);
    }

private Q_SLOTS:
    //= R19.1.5-1
    void harmless_headers_of_the_target_become_rows()
    {
        const Message message = built(compose("sip:a@192.0.2.1?Subject=one%20two&X-A=1&body=hello&To=%3csip:c@example.com%3e"));
        QCOMPARE(message.requestUri().toByteArray(), QByteArray("sip:a@192.0.2.1"));
        QCOMPARE(message.value(HeaderId::Subject), QByteArray("one two"));
        QVERIFY(message.wire().contains("\r\nX-A: 1\r\n"));
        QCOMPARE(message.value(HeaderId::To), QByteArray("<sip:c@example.com>"));
        QCOMPARE(message.body().toByteArray(), QByteArray("hello"));
        QCOMPARE(message.value(HeaderId::ContentLength), QByteArray("5"));
        QCOMPARE(message.value(HeaderId::ContentType), QByteArray("text/plain"));
    }
    //= R19.1.5-1
    void dangerous_ones_do_not_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"From", "Call-ID", "i", "CSeq", "Via", "v", "Record-Route", "Route", "Contact", "Supported",
                                 "Allow", "Accept", "User-Agent", "Organization", "Authorization", "Max-Forwards", "a%0d%0ab"})
            QTest::newRow(name) << QByteArray(name);
    }
    void dangerous_ones_do_not()
    {
        QFETCH(QByteArray, name);
        const ComposedRequest request = compose("sip:a@192.0.2.1?" + name + "=evil");
        QCOMPARE(headersOfTarget(request).ignored, QList<QByteArray>({QByteArray::fromPercentEncoding(name)}));
        QVERIFY(!built(request).wire().contains("evil"));
    }
    void what_the_user_wrote_goes_before_them()
    {
        ComposedRequest request = compose("sip:a@192.0.2.1;method=INVITE?Subject=uri&body=uri");
        request.rows = {{"s", "mine"}};
        request.body = "mine";
        QCOMPARE(headersOfTarget(request).ignored, QList<QByteArray>({"body", "Subject", "method=INVITE"}));
        QVERIFY(!built(request).wire().contains("uri"));
        request.rows = {};
        request.requestUri = "sip:b@192.0.2.2"; // the target only says where to send
        QCOMPARE(headersOfTarget(request).rows, QList<ComposedRow>());
    }
    void a_line_end_does_not_begin_a_row()
    {
        const Message message = built(compose("sip:a@192.0.2.1?Subject=x%0d%0aRoute:%20%3csip:evil%3e"));
        QVERIFY(!message.has(HeaderId::Route));
    }
    void the_ladder_says_what_was_taken_and_what_not()
    {
        SimulatedRun run;
        run.send(compose("sip:a@192.0.2.1?Subject=x&Route=%3csip:evil%3e"));
        QStringList said;
        for (const Note &note : run.events<Note>())
            said << note.text;
        QCOMPARE(said, QStringList({QStringLiteral("put in as the URI of the target asks: Subject"),
                                    QStringLiteral("not taken from the URI of the target: Route")}));
        SimulatedRun plain;
        plain.send(compose("sip:a@192.0.2.1"));
        QVERIFY(plain.events<Note>().isEmpty());
    }
    void a_setting_that_does_nothing_is_said_too()
    {
        SimulatedRun run;
        ComposedRequest request = compose("sip:a@192.0.2.1");
        request.keepFor = 60s;
        run.send(request);
        QCOMPARE(run.events<Note>().size(), 1);
        QVERIFY(run.events<Note>().first().text.startsWith(QLatin1String("keep-for does nothing here: ")));
    }
};

QTEST_GUILESS_MAIN(TestUriHeaders)
#include "tst_uri_headers.moc"
