// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/header_id.h"
#include "project/next_text.h"
#include "project/request_file.h"
#include "project/request_templates.h"
#include "request/target.h"

#include <QTest>

using namespace diag;

class TestRequestTemplates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void who_and_where_stay()
    {
        sip::ComposedRequest current;
        current.target = "sip:192.0.2.1";
        current.rows = {{"From", "<sip:a@example.com>"}, {"Subject", "x"}, {"f", "second"}, {"Contact", "<sip:a@192.0.2.2>"}};
        current.credentials << sip::Credential{{}, "a", "b", {}, {}};
        current.keepFor = sip::ComposedRequest::Never;
        current.then << sip::NextRequest{.method = "BYE", .rows = {}, .body = {}};
        for (const RequestTemplate &each : requestTemplates()) {
            const sip::ComposedRequest request = fromTemplate(each, current);
            QCOMPARE(request.target, current.target);
            QCOMPARE(request.method, QByteArray(each.method));
            QCOMPARE(request.credentials.size(), 1);
            QCOMPARE(request.rows[0], current.rows[0]);
            QCOMPARE(request.rows[1], current.rows[2]);
            // RFC 3428: a MESSAGE carries no Contact.
            QCOMPARE(request.rows.contains(current.rows[3]),
                     request.method != "MESSAGE" && !each.asksOnly && !request.rows.contains(sip::ComposedRow{"Contact", "*"}));
            QCOMPARE(request.keepFor, each.keepFor);
            QCOMPARE(request.then.size(), each.then.size());
        }
    }
    void a_register_without_a_contact_would_only_ask()
    {
        sip::ComposedRequest current;
        current.target = "tcp:192.0.2.1:5060";
        current.rows = {{"From", "<sip:a@example.com>"}};
        for (const RequestTemplate &each : requestTemplates()) {
            const sip::ComposedRow binding{"Contact", "<sip:a@{{local}};transport=tcp>"};
            QCOMPARE(fromTemplate(each, current).rows.contains(binding),
                     qstrcmp(each.method, "REGISTER") == 0 && qstrcmp(each.name, "unregister") != 0 && !each.asksOnly);
        }
    }
    void every_template_can_be_told_apart_and_sent()
    {
        sip::ComposedRequest current;
        current.target = "sip:192.0.2.1";
        QList<QByteArray> names, titles;
        for (const RequestTemplate &each : requestTemplates()) {
            QVERIFY2(sip::nextHop(fromTemplate(each, current)), each.name);
            QVERIFY2(qstrlen(each.summary) > 8, each.name);
            QVERIFY2(!names.contains(each.name) && !titles.contains(each.title), each.name);
            names << each.name;
            titles << each.title;
            QCOMPARE(findTemplate(each.name), &each);
            for (const QByteArray &line : each.then)
                QVERIFY2(parseNext(line), line);
        }
        QCOMPARE(findTemplate("dance"), nullptr);
    }
    void every_template_is_a_request_file()
    {
        Environment editing;
        editing.keepVariables = true;
        for (const RequestTemplate &each : requestTemplates()) {
            const sip::ComposedRequest request = templateForFile(each);
            const auto again = parseRequestFile(writeRequestFile(request), QString::fromLatin1(each.name), editing);
            QVERIFY2(again, each.name);
            QCOMPARE(again->method, request.method);
            QCOMPARE(again->rows, request.rows);
            QCOMPARE(again->body, request.body);
            QCOMPARE(again->then, request.then);
            QCOMPARE(again->keepFor, request.keepFor);
            QCOMPARE(again->ringLimit, request.ringLimit);
            QCOMPARE(again->hangUpAfter, request.hangUpAfter);
        }
    }
};

QTEST_GUILESS_MAIN(TestRequestTemplates)
#include "tst_request_templates.moc"
