// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/binding_requests.h"

#include <QtTest>

using namespace sip;

/// Requests about the bindings that are there, made from a REGISTER.
class TestBindingRequests : public QObject {
    Q_OBJECT

    static ComposedRequest registration()
    {
        ComposedRequest request;
        request.name = QStringLiteral("Register alice");
        request.method = "REGISTER";
        request.target = "sip:example.com";
        request.rows = {{"From", "<sip:alice@example.com>"},
                        {"t", "<sip:alice@example.com>"},
                        {"m", "<sip:alice@{{local}}>"},
                        {"Expires", "300"},
                        {"Call-ID", "c@x"},
                        {"CSeq", "7 REGISTER"},
                        {"X-Name", "stays"}};
        request.credentials = {{{}, "alice", "secret", {}, {}}};
        request.keepFor = ComposedRequest::Never;
        request.answers = {{.method = "INVITE", .steps = {}}};
        return request;
    }
    static const QList<ComposedRow> &who()
    {
        static const QList<ComposedRow> rows{
            {"From", "<sip:alice@example.com>"}, {"t", "<sip:alice@example.com>"}, {"X-Name", "stays"}};
        return rows;
    }

private Q_SLOTS:
    void a_query_names_no_binding_and_stands_alone()
    {
        const ComposedRequest query = bindingQuery(registration());
        QCOMPARE(query.rows, who());
        QCOMPARE(query.method, QByteArray("REGISTER"));
        QCOMPARE(query.target, QByteArray("sip:example.com"));
        QCOMPARE(query.credentials.size(), 1);
        QVERIFY(query.keepFor == Instant::zero() && query.answers.isEmpty() && query.name.isEmpty());
    }
    //= R10.2.2-1
    void a_removal_has_expires_0_for_one_or_for_all()
    {
        const QList<ComposedRow> one{{"Contact", "<sip:x@192.0.2.9;ob>"}, {"Expires", "0"}},
            all{{"Contact", "*"}, {"Expires", "0"}};
        QCOMPARE(bindingRemoval(registration(), "sip:x@192.0.2.9;ob").rows, who() + one);
        QCOMPARE(bindingsRemoval(registration()).rows, who() + all);
    }
    void a_raw_registration_is_taken_apart()
    {
        ComposedRequest raw = registration();
        raw.raw = true;
        raw.rows.clear();
        raw.rawBytes =
            "REGISTER sip:example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nFrom: <sip:a@x>;tag=1\r\n"
            "Contact: <sip:a@192.0.2.1>\r\nCSeq: 1 REGISTER\r\nCall-ID: 1\r\nContent-Length: 0\r\n\r\n";
        const ComposedRequest query = bindingQuery(raw);
        QVERIFY(!query.raw && query.rawBytes.isEmpty());
        QCOMPARE(query.requestUri, QByteArray("sip:example.com"));
        const QList<ComposedRow> left{{"From", "<sip:a@x>;tag=1"}};
        QCOMPARE(query.rows, left);
    }
};

QTEST_GUILESS_MAIN(TestBindingRequests)
#include "tst_binding_requests.moc"
