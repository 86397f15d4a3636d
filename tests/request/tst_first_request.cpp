// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/parser.h"
#include "request/first_request.h"
#include "request/request_builder.h"

#include <QtTest>

using namespace sip;

class TestFirstRequest : public QObject {
    Q_OBJECT

    static Message built(const QByteArray &method, const QByteArray &to, const QByteArray &body = {})
    {
        ComposedRequest request;
        request.method = method;
        request.target = "sip:192.0.2.1";
        request.rows = {{"To", to}, {"Event", "presence"}, {"Subscription-State", "active"}, {"RAck", "1 1 INVITE"}};
        if (method == "INVITE" || method == "MESSAGE" || method == "BYE" || method == "INFO" || method == "ACK")
            request.rows = {{"To", to}};
        request.body = body;
        SeededRandom random(1);
        return buildRequest(
            request,
            {.protocol = Protocol::Udp, .local = *Endpoint::parse("192.0.2.10:5062"), .branch = {}, .fromTag = {}, .callId = {}},
            random);
    }
    static QList<QByteArray> rules(const Message &message)
    {
        QList<QByteArray> all;
        for (const LintMark &mark : lintFirstRequest(message)) {
            all << mark.rule;
            if (mark.severity != LintMark::Severity::Warning || mark.text.isEmpty())
                all << "not a warning in words";
        }
        return all;
    }

private Q_SLOTS:
    void what_is_of_a_dialog_is_marked_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("rule"); // empty: nothing is odd
        const QByteArray plain = "<sip:bob@example.com>", tagged = plain + ";tag=t";
        const auto row = [](const char *name, const char *method, const QByteArray &to, const char *rule) {
            QTest::newRow(name) << QByteArray(method) << to << QByteArray(rule);
        };
        row("INVITE", "INVITE", plain, "");
        row("INVITE with To tag", "INVITE", tagged, "R8.1.1.2-2"); //= R8.1.1.2-2
        row("MESSAGE with To tag", "MESSAGE", tagged, "R8.1.1.2-2");
        row("BYE", "BYE", plain, "R15-1"); //= R15-1
        row("BYE made by hand for a dialog", "BYE", tagged, "");
        row("INFO", "INFO", plain, "R6086.4.2.1-1"); //= R6086.4.2.1-1
        row("INFO made by hand for a dialog", "INFO", tagged, "");
        row("UPDATE", "UPDATE", plain, "R3311.5.1-1"); //= R3311.5.1-1
        row("PRACK", "PRACK", plain, "R3262.4-1");
        row("NOTIFY", "NOTIFY", plain, "R6665.4.1.3-1");
        row("ACK made by hand", "ACK", tagged, "");
    }
    void what_is_of_a_dialog_is_marked()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, rule);
        const Message request = built(method, to);
        QList<QByteArray> found = rules(request);
        found.removeAll("R7.3.2-1"); // rows of other methods, given to all alike
        QCOMPARE(found, rule.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{rule});
    }
    //= R3428.8-1
    void a_long_message_is_marked()
    {
        QVERIFY(rules(built("MESSAGE", "<sip:bob@example.com>", "hi")).isEmpty());
        QCOMPARE(rules(built("MESSAGE", "<sip:bob@example.com>", QByteArray(1300, 'x'))), QList<QByteArray>{"R3428.8-1"});
        QVERIFY(rules(built("INVITE", "<sip:bob@example.com>", QByteArray(1300, 'x'))).isEmpty());
    }
    void the_place_is_in_the_message()
    {
        const Message bye = built("BYE", "<sip:bob@example.com>");
        const LintMark mark = lintFirstRequest(bye).first();
        QCOMPARE(bye.wire().mid(mark.offset, mark.length), QByteArray("BYE"));
        QVERIFY(lintFirstRequest(parseMessage("SIP/2.0 200 OK\r\nTo: <sip:a@b>;tag=1\r\n\r\n")) ==
                lint(parseMessage("SIP/2.0 200 OK\r\nTo: <sip:a@b>;tag=1\r\n\r\n")));
    }
};

QTEST_GUILESS_MAIN(TestFirstRequest)
#include "tst_first_request.moc"
