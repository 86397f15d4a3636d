// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;

/// What a registrar says about the way of later requests (RFC 3608).
class TestServiceRoutes : public QObject {
    Q_OBJECT

    /// Registers alice for 600 s; the registrar answers with these Service-Route rows.
    struct Registered : SimulatedRun {
        explicit Registered(const QList<QByteArray> &routes = {"<sip:192.0.2.21;lr>, <sip:192.0.2.22;lr>", "<sip:192.0.2.23;lr>"})
        {
            answer(routes);
            enroll();
        }
        void answer(const QList<QByteArray> &routes)
        {
            network.peer = [this, routes](const FakeTransport::Sent &one) {
                network.answer(one, 200, "r", [&](MessageDraft &d) {
                    if (one.message.method() == "REGISTER" && one.message.value(HeaderId::Expires) != "0")
                        d.append(HeaderId::Contact, one.message.value(HeaderId::Contact) + ";expires=600");
                    for (const QByteArray &route : routes)
                        d.append(HeaderId::ServiceRoute, route);
                });
            };
        }
        void enroll(const QByteArray &expires = "600")
        {
            ComposedRequest request = compose("REGISTER");
            request.requestUri = "sip:example.com";
            request.rows = {{"To", "<sip:alice@example.com>"}, {"Contact", "<sip:alice@192.0.2.10>"}, {"Expires", expires}};
            send(request);
            clock.advance(50ms);
        }
        FakeTransport::Sent sentFrom(const QByteArray &from, const QList<ComposedRow> &rows = {}, bool raw = false)
        {
            ComposedRequest request = compose("OPTIONS", "sip:bob@192.0.2.1");
            request.requestUri.clear();
            request.rows = rows;
            request.rows << ComposedRow{"From", from};
            if (raw) {
                request.raw = true;
                request.rawBytes =
                    "OPTIONS sip:bob@192.0.2.1 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKraw\r\nFrom: " + from +
                    ";tag=1\r\nTo: <sip:bob@192.0.2.1>\r\nCall-ID: raw\r\nCSeq: 1 OPTIONS\r\n\r\n";
            }
            send(request);
            return sent("OPTIONS").last();
        }
    };

private Q_SLOTS:
    //= R3608.5-1
    void the_newest_route_leads_what_the_user_sends()
    {
        Registered run;
        const FakeTransport::Sent sent = run.sentFrom("\"Alice\" <sip:alice@example.com>");
        QCOMPARE(sent.message.values(HeaderId::Route),
                 (QList<QByteArray>{"<sip:192.0.2.21;lr>", "<sip:192.0.2.22;lr>", "<sip:192.0.2.23;lr>"}));
        QCOMPARE(sent.message.requestUri(), QByteArrayView("sip:bob@192.0.2.1"));
        QCOMPARE(sent.target.remote.text(), QByteArray("192.0.2.21:5060"));
        QVERIFY(std::any_of(run.trace.cbegin(), run.trace.cend(), [](const TraceEventPtr &event) {
            const Note *const note = event->as<Note>();
            return note && note->text.contains(QStringLiteral("Service-Route"));
        }));
        run.answer({"<sip:192.0.2.31;lr>"});
        run.enroll();
        QCOMPARE(run.sentFrom("<sip:alice@example.com>").message.values(HeaderId::Route),
                 QList<QByteArray>{"<sip:192.0.2.31;lr>"});
        run.answer({});
        run.enroll();
        QVERIFY(!run.sentFrom("<sip:alice@example.com>").message.has(HeaderId::Route));
    }
    void others_and_own_routes_and_raw_requests_are_left_alone()
    {
        Registered run;
        QVERIFY(!run.sentFrom("<sip:carol@example.com>").message.has(HeaderId::Route));
        QCOMPARE(run.sentFrom("<sip:alice@example.com>", {{"Route", "<sip:192.0.2.1;lr>"}}).message.values(HeaderId::Route),
                 QList<QByteArray>{"<sip:192.0.2.1;lr>"});
        QVERIFY(!run.sentFrom("<sip:alice@example.com>", {}, true).message.has(HeaderId::Route));
        run.enroll();
        QVERIFY(!run.sent("REGISTER").last().message.has(HeaderId::Route));
    }
    void who_sends_elsewhere_means_to()
    {
        Registered run;
        ComposedRequest request = SimulatedRun::compose("OPTIONS", "sip:bob@192.0.2.99");
        request.requestUri.clear();
        request.rows = {{"From", "<sip:alice@example.com>"}};
        run.send(request);
        QVERIFY(!run.sent("OPTIONS").last().message.has(HeaderId::Route));
        QCOMPARE(run.sent("OPTIONS").last().target.remote.text(), QByteArray("192.0.2.99:5060"));
    }
    void it_ends_with_the_registration()
    {
        Registered run;
        run.clock.advance(599s);
        QVERIFY(run.sentFrom("<sip:alice@example.com>").message.has(HeaderId::Route));
        run.clock.advance(1s);
        QVERIFY(!run.sentFrom("<sip:alice@example.com>").message.has(HeaderId::Route));
        run.enroll();
        run.enroll("0");
        QVERIFY(!run.sentFrom("<sip:alice@example.com>").message.has(HeaderId::Route));
    }
    //= R3608.5-2
    void other_answers_do_not_count()
    {
        Registered run(QList<QByteArray>{});
        run.answer({"<sip:192.0.2.31;lr>"});
        run.sentFrom("<sip:alice@example.com>");
        run.clock.advance(50ms);
        QVERIFY(!run.sentFrom("<sip:alice@example.com>").message.has(HeaderId::Route));
    }
};

QTEST_GUILESS_MAIN(TestServiceRoutes)
#include "tst_service_routes.moc"
