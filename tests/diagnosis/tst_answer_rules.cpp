// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings_of.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace diag;

namespace {

FlowMaker answeredBy(const QByteArray &method, const QByteArray &status, const QByteArray &rows = {},
                     const QByteArray &requestRows = {})
{
    FlowMaker maker(method);
    maker.send(requestRows);
    maker.receive(status, rows);
    return maker;
}

} // namespace

class TestAnswerRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_plain_success_has_no_finding()
    {
        for (const char *method : {"OPTIONS", "REGISTER", "MESSAGE"}) {
            FlowMaker maker = answeredBy(method, "200 OK");
            QCOMPARE(rulesOf(maker), QList<QByteArray>());
        }
    }

    void busy_is_no_fault_of_the_way()
    {
        FlowMaker maker = answeredBy("INVITE", "486 Busy Here", "Reason: Q.850;cause=17;text=\"User busy\"\r\n");
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{"busy"}));
        QVERIFY(findingOf(maker, "busy").text.contains(QLatin1String("cause=17")));
    }

    void refusals_are_told_by_class_and_meaning_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *status, const char *rule, const char *words) {
            QTest::newRow(status) << QByteArray(status) << QByteArray(rule) << QString::fromLatin1(words);
        };
        row("404 Not Found", "rejected.4xx", "not known in the domain");
        row("408 Request Timeout", "rejected.4xx", "came from the wire");
        row("480 Temporarily Unavailable", "rejected.4xx", "not registered");
        row("488 Not Acceptable Here", "rejected.4xx", "no common codec");
        row("499 Own Code", "rejected.4xx", "refuses this request");
        row("503 Service Unavailable", "rejected.5xx", "Retry-After: 30");
        row("599 Own Code", "rejected.5xx", "another one may serve it");
        row("603 Decline", "rejected.6xx", "declined");
    }
    void refusals_are_told_by_class_and_meaning()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, rule);
        QFETCH(QString, words);
        FlowMaker maker = answeredBy("INVITE", status, "Retry-After: 30\r\n");
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{rule}));
        const QString text = findingOf(maker, rule).text;
        QVERIFY2(text.contains(words), qPrintable(text));
        QVERIFY(text.startsWith(QString::fromLatin1(status)));
    }

    //= R21.4-1
    //= R6665-1
    void a_refusal_is_explained_with_the_row_that_matters_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("meaning");
        QTest::addColumn<QString>("added");
        const auto row = [](const char *status, const char *rows, const char *meaning, const char *added) {
            QTest::newRow(status) << QByteArray(status) << QByteArray(rows) << QString::fromLatin1(meaning)
                                  << QString::fromLatin1(added);
        };
        row("420 Bad Extension", "Unsupported: foo\r\n", "requires an extension", "Unsupported: foo");
        row("421 Extension Required", "Require: timer\r\n", "insists on an extension", "Require: timer");
        row("422 Session Interval Too Small", "Min-SE: 120\r\n", "session interval", "Min-SE: 120");
        row("423 Interval Too Brief", "Min-Expires: 60\r\n", "too short", "Min-Expires: 60");
        row("484 Address Incomplete", "", "not complete", "");
        row("488 Not Acceptable Here", "Warning: 305 host \"no codec\"\r\n", "no common codec", "Warning: 305");
        row("489 Bad Event", "Allow-Events: dialog\r\n", "event package", "Allow-Events: dialog");
        row("493 Undecipherable", "", "could not be read", "");
    }
    void a_refusal_is_explained_with_the_row_that_matters()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, rows);
        QFETCH(QString, meaning);
        QFETCH(QString, added);
        FlowMaker maker = answeredBy("INVITE", status, rows);
        const QString text = findingOf(maker, "rejected.4xx").text;
        QVERIFY2(text.contains(meaning) && text.contains(added), qPrintable(text));
        FlowMaker other = answeredBy("INVITE", "404 Not Found", rows); // another status: the row says nothing about it
        if (!rows.isEmpty() && !rows.startsWith("Warning"))
            QVERIFY(!findingOf(other, "rejected.4xx").text.contains(added));
    }

    void allow_is_quoted_where_it_matters()
    {
        FlowMaker with = answeredBy("INVITE", "405 Method Not Allowed", "Allow: OPTIONS\r\n");
        QVERIFY(findingOf(with, "rejected.4xx").text.contains(QLatin1String("Allow: OPTIONS")));
        FlowMaker without = answeredBy("INVITE", "404 Not Found", "Allow: OPTIONS\r\n");
        QVERIFY(!findingOf(without, "rejected.4xx").text.contains(QLatin1String("Allow: OPTIONS")));
    }

    void known_cures_come_as_a_fix()
    {
        sip::ComposedRequest request;
        request.rows = {{"Require", "100rel, foo"}, {"Expires", "5"}, {"Max-Forwards", "1"}};
        FlowMaker extension = answeredBy("INVITE", "420 Bad Extension", "Unsupported: foo\r\n", "Require: 100rel, foo\r\n");
        QCOMPARE(applied(*findingOf(extension, "rejected.4xx").fix, request).rows[0].value, QByteArray("100rel"));
        FlowMaker brief = answeredBy("REGISTER", "423 Interval Too Brief", "Min-Expires: 60\r\n");
        QCOMPARE(applied(*findingOf(brief, "rejected.4xx").fix, request).rows[1].value, QByteArray("60"));
        FlowMaker own =
            answeredBy("REGISTER", "423 Interval Too Brief", "Min-Expires: 60\r\n", "Contact: <sip:a@b.example>;expires=5\r\n");
        QVERIFY(!findingOf(own, "rejected.4xx").fix);
    }

    //= R8.1.3.5-2
    //= R8.1.3.5-3
    //= R8.1.3.5-4
    //= R8.1.3.5-5
    void what_the_server_cannot_take_is_left_out_with_one_click()
    {
        for (const char *status : {"413 Too Large", "415 Unsupported Media Type", "493 Undecipherable"}) {
            FlowMaker body =
                answeredBy("MESSAGE", status, "Accept: text/plain\r\n", "Content-Type: text/x\r\nContent-Length: 1\r\n\r\nx");
            sip::ComposedRequest request;
            request.body = "x";
            request.rows = {{"Content-Type", "text/x"}, {"Subject", "s"}};
            const sip::ComposedRequest bare = applied(*findingOf(body, "rejected.4xx").fix, request);
            QVERIFY(bare.body.isEmpty());
            QVERIFY(bare.rows[0].muted && !bare.rows[1].muted);
            FlowMaker without = answeredBy("MESSAGE", status);
            QVERIFY(!findingOf(without, "rejected.4xx").fix);
        }
        FlowMaker extension = answeredBy("INVITE", "421 Extension Required", "Require: 100rel, foo\r\n", "Supported: timer\r\n");
        sip::ComposedRequest request;
        QCOMPARE(applied(*findingOf(extension, "rejected.4xx").fix, request).rows.first(),
                 (sip::ComposedRow{"Supported", "timer, 100rel, foo"}));
        FlowMaker scheme = answeredBy("INVITE", "416 Unsupported URI Scheme");
        QVERIFY(!findingOf(scheme, "rejected.4xx").fix);
    }

    void a_redirection_offers_its_best_contact()
    {
        FlowMaker maker = answeredBy("INVITE", "302 Moved Temporarily",
                                     "Contact: <sip:c@198.51.100.3>;q=0.1\r\nContact: <sip:b@198.51.100.2:5070>;q=0.9\r\n");
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{"redirect.not-followed"}));
        const Finding finding = findingOf(maker, "redirect.not-followed");
        QCOMPARE(finding.fix->value, QByteArray("sip:b@198.51.100.2:5070"));
        FlowMaker none = answeredBy("INVITE", "302 Moved Temporarily");
        QVERIFY(!findingOf(none, "redirect.not-followed").fix);
    }

    //= R12.1.2-2
    void a_private_contact_from_a_public_address_is_a_trap()
    {
        FlowMaker maker = answeredBy("INVITE", "200 OK", "Contact: <sip:b@192.168.77.5:5060>\r\n");
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{"nat.private-contact"}));
        FlowMaker fine = answeredBy("INVITE", "200 OK", "Contact: <sip:b@198.51.100.1:5060>\r\n");
        QCOMPARE(rulesOf(fine), QList<QByteArray>());
        FlowMaker lan("INVITE");
        lan.path.remote = *sip::Endpoint::parse("192.168.77.1:5060");
        lan.send();
        lan.receive("200 OK", "Contact: <sip:b@192.168.77.5:5060>\r\n");
        QCOMPARE(rulesOf(lan), QList<QByteArray>());
    }

    //= R3581.3-3
    void our_private_contact_behind_a_nat_is_named_with_the_public_one()
    {
        FlowMaker maker("REGISTER");
        maker.path.local = *sip::Endpoint::parse("192.168.1.5:5062");
        maker.send("Contact: <sip:alice@192.168.1.5:5062>;expires=60\r\n");
        maker.receive("200 OK", {}, ";received=203.0.113.9;rport=4000");
        const Finding finding = findingOf(maker, "nat.private-contact");
        QVERIFY2(finding.text.contains(QLatin1String("203.0.113.9")), qPrintable(finding.text));
        QVERIFY(finding.fix->value.startsWith("<sip:alice@203.0.113.9"));
        QVERIFY(finding.fix->value.endsWith(";expires=60"));
    }

    void answers_that_fit_nothing_are_counted()
    {
        FlowMaker maker("OPTIONS");
        maker.send();
        maker.receive("200 OK");
        for (int i = 0; i < 5; ++i)
            maker.receive("200 OK", {}, {}, sip::MessageReceived::Fate::Late);
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{"response.odd"}));
        QVERIFY(findingOf(maker, "response.odd").text.contains(QLatin1String("and 3 more")));
    }

    void answers_that_count_as_none_are_named()
    {
        FlowMaker maker("OPTIONS");
        maker.send();
        maker.receive("700 Odd", {}, {}, sip::MessageReceived::Fate::Dropped);
        const QString text = findingOf(maker, "response.odd").text;
        QVERIFY2(text.contains(QLatin1String("700 Odd could not be used")) && text.contains(QLatin1String("counts as none")),
                 qPrintable(text));
        maker.receive("200 OK", {}, {}, sip::MessageReceived::Fate::Stray);
        QVERIFY(findingOf(maker, "response.odd").text.contains(QLatin1String("fits nothing")));
    }

    void answers_against_the_grammar_are_named()
    {
        FlowMaker maker = answeredBy("OPTIONS", "200 OK", "Contact: <sip:b@198.51.100.1\r\n");
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{"response.odd"}));
    }

    void words_of_the_peer_are_made_harmless()
    {
        FlowMaker maker = answeredBy("OPTIONS", "500 \x1b[2Jboo", "Warning: 399 x \"\x1b[31m" + QByteArray(5000, 'y') + "\"\r\n");
        const QString text = findingOf(maker, "rejected.5xx").text;
        QVERIFY(!text.contains(QChar(0x1b)));
        QVERIFY(text.size() < 1000);
    }

    void only_the_last_attempt_counts_and_a_late_cancel_is_no_fault()
    {
        FlowMaker maker("INVITE");
        maker.send();
        maker.receive("407 Proxy Authentication Required", "Proxy-Authenticate: Digest realm=\"p\", nonce=\"n\"\r\n");
        maker.send();
        maker.receive("200 OK", "Contact: <sip:b@198.51.100.1>\r\n");
        maker.send({}, 1, "CANCEL");
        maker.receive("481 Call/Transaction Does Not Exist");
        QCOMPARE(rulesOf(maker), QList<QByteArray>());
        maker.send({}, 1, "BYE");
        maker.receive("481 Call/Transaction Does Not Exist");
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{"rejected.4xx"}));
    }

    void a_flow_of_100_000_rows_is_looked_through()
    {
        FlowMaker maker("OPTIONS");
        for (int i = 0; i < 25'000; ++i) {
            maker.send({}, 3);
            maker.receive("404 Not Found");
        }
        const Flow flow = maker.flow();
        QVERIFY(flow.rows.size() >= 100'000);
        QElapsedTimer clock;
        clock.start();
        const QList<Finding> findings = diagnose(flow, nullptr);
        qInfo("%lld rows in %lld ms", qint64(flow.rows.size()), clock.elapsed());
        QCOMPARE(rulesOf(findings), (QList<QByteArray>{"rejected.4xx"}));
    }
};

QTEST_GUILESS_MAIN(TestAnswerRules)
#include "tst_answer_rules.moc"
