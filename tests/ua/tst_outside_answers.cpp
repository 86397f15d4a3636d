// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/called.h"

#include <QtTest>

using namespace sip;

namespace {
const QByteArray theirs = "v=0\r\no=- 5 5 IN IP4 192.0.2.7\r\ns=-\r\nc=IN IP4 192.0.2.7\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8\r\n";
}

/// Requests of others that neither begin a dialog nor belong to one.
class TestOutsideAnswers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// What we say we allow is taken: each method outside a dialog has another answer than 405, and 405 says the same list.
    void what_allow_names_is_not_refused_as_unknown()
    {
        Called called({{0s, 180}});
        called.ask("FOO", "1", {}, {}, "z9hG4bKfoo");
        QCOMPARE(called.answered("FOO"), QList<int>({405}));
        const QList<QByteArray> allowed = called.last().value(HeaderId::Allow).split(',');
        QVERIFY(allowed.size() >= 11);
        for (const QByteArray &one : allowed) {
            const QByteArray method = one.trimmed();
            called.ask(method, "1", {}, {}, "z9hG4bK" + method, "Refer-To: <sip:carol@example.com>\r\n");
            if (method == "ACK")
                continue; // has no answer
            QVERIFY2(!called.answered(method).isEmpty(), method.constData());
            QVERIFY2(called.answered(method).last() != 405, method.constData());
        }
        QCOMPARE(called.answered("MESSAGE"), QList<int>({200})); // RFC 3428 7
        QCOMPARE(called.answered("REFER"), QList<int>({603}));   // RFC 3515 2.4.2
        QCOMPARE(called.answered("OPTIONS"), QList<int>({200})); // RFC 3261 11.2
    }
    // RFC 3428 7
    void a_message_is_taken_without_body_and_contact()
    {
        Called called({});
        called.ask("MESSAGE", "1", {}, {}, "z9hG4bKtext", "Content-Type: text/plain\r\n");
        const Message ok = called.last();
        QCOMPARE(ok.status(), 200);
        QVERIFY(ok.body().isEmpty() && !ok.has(HeaderId::Contact) && !ok.toTag().isEmpty());
        called.clock.advance(40s);
        QCOMPARE(called.core.transactions().serverCount(), 0);
        QCOMPARE(called.ear.finished, 0);
    }
    void a_body_that_is_packed_is_refused()
    {
        Called called({});
        called.ask("MESSAGE", "1", {}, theirs, "z9hG4bKtext", "Content-Encoding: gzip\r\n");
        QCOMPARE(called.last().status(), 415);
        QCOMPARE(called.last().value(HeaderId::AcceptEncoding), QByteArray("identity"));
    }
    // RFC 3515 2.4.2
    void a_refer_names_exactly_one_target()
    {
        Called called({});
        for (const char *rows : {"", "Refer-To: <sip:c@example.com>, <sip:d@example.com>\r\n"}) {
            called.ask("REFER", "1", {}, {}, QByteArray("z9hG4bKrefer") + QByteArray::number(qstrlen(rows)), rows);
            QCOMPARE(called.last().status(), 400);
        }
    }
    void outside_a_dialog_the_rules_of_the_user_count_too()
    {
        Called called({});
        called.settings.answers = {{.method = "MESSAGE", .steps = {{0s, 183}, {2s, 486}}},
                                   {.method = "OPTIONS", .steps = {{0s, 0}}},
                                   {.method = "REFER", .steps = {{0s, 202}}},
                                   {.method = "FOO", .steps = {}},
                                   {.method = "BAR", .steps = {{0s, 183}}},
                                   {.method = "*", .steps = {{0s, 604}}}};
        called.ask("MESSAGE", "1", {}, {}, "z9hG4bKtext");
        QCOMPARE(called.answered("MESSAGE"), QList<int>({183}));
        called.clock.advance(2s);
        QCOMPARE(called.answered("MESSAGE"), QList<int>({183, 486}));
        called.ask("OPTIONS", "1", {}, {}, "z9hG4bKoptions");
        called.ask("REFER", "1", {}, {}, "z9hG4bKrefer", "Refer-To: <sip:carol@example.com>\r\n");
        called.ask("FOO", "1", {}, {}, "z9hG4bKfoo");
        called.ask("BAR", "1", {}, {}, "z9hG4bKbar");
        called.ask("BAZ", "1", {}, {}, "z9hG4bKbaz");
        QCOMPARE(called.answered("OPTIONS"), QList<int>());
        QCOMPARE(called.answered("REFER"), QList<int>({603})); // nobody would report what becomes of it
        QCOMPARE(called.answered("FOO"), QList<int>({405}));
        QCOMPARE(called.answered("BAR"), QList<int>({183}));
        QCOMPARE(called.answered("BAZ"), QList<int>({604}));
        QCOMPARE(called.events<Note>().size(), 2);
        called.clock.advance(100s);
        QCOMPARE(called.core.transactions().serverCount(), 0); // silence does not last for ever either
        QVERIFY(called.clock.runDry());
    }
    void a_storm_outside_dialogs_fills_no_memory()
    {
        Called called({});
        called.settings.answers = {{.method = "MESSAGE", .steps = {{0s, 0}}}};
        for (int i = 0; i < 400; ++i)
            called.ask("MESSAGE", "1", {}, {}, "z9hG4bK" + QByteArray::number(i));
        QCOMPARE(called.answered("MESSAGE"), QList<int>(300, 503));
        called.clock.advance(100s);
        QCOMPARE(called.core.transactions().serverCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestOutsideAnswers)
#include "tst_outside_answers.moc"
