// SPDX-License-Identifier: GPL-3.0-or-later
// Strange answers and requests of the peer: each is classified, stands in the trace of the request it belongs to, and is said
// in a sentence with its rule.
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;
using Fate = MessageReceived::Fate;
using Edit = std::function<void(MessageDraft &)>;

namespace {

Edit withContact(const QByteArray &rows = {})
{
    return [rows](MessageDraft &d) {
        d.append(HeaderId::Contact, "<sip:bob@192.0.2.1>");
        for (const QByteArray &row : rows.split('\n'))
            if (const qsizetype colon = row.indexOf(':'); colon > 0)
                d.append(row.first(colon), row.sliced(colon + 1).trimmed());
    };
}

/// An answer that is taken, and what is said about it in notes.
struct Taken {
    const char *name;
    const char *method;
    int status;
    const char *toTag;
    Edit edit;
    const char *rule; ///< of the only note; "": nothing is said
    const char *words;
};
const QList<Taken> &taken()
{
    static const QList<Taken> all{
        {"plain", "INVITE", 200, "p", withContact(), "", ""},
        {"plain 180", "INVITE", 180, "p", {}, "", ""},
        {"plain reliable", "INVITE", 183, "p", withContact("Require: 100rel\nRSeq: 1"), "", ""},
        {"plain options", "OPTIONS", 200, "p", {}, "", ""},
        {"180 without tag", "INVITE", 180, "", {}, "R12.1-1", "no early dialog"},
        {"200 without tag", "INVITE", 200, "", withContact(), "R12.1.2-4", "two forks cannot be told apart"},
        {"subscribe without tag", "SUBSCRIBE", 200, "", withContact("Expires: 60"), "R12.1.2-4", "its dialog has an empty one"},
        {"options without tag", "OPTIONS", 200, "", {}, "R8.2.6.2-1", "every answer but 100"},
        {"486 without tag", "INVITE", 486, "", {}, "R8.2.6.2-1", "no To tag in this 486"},
        {"200 without Contact", "INVITE", 200, "p", {}, "R13.2.2-1", "goes where the INVITE went"},
        {"refer without Contact", "REFER", 202, "p", {}, "R13.2.2-1", "goes where the REFER went"},
        {"RSeq 0", "INVITE", 183, "p", withContact("Require: 100rel\nRSeq: 0"), "R3262.7.1-1", "RSeq 0 in this 183"},
        {"RSeq 2^32", "INVITE", 183, "p", withContact("Require: 100rel\nRSeq: 4294967296"), "R3262.7.1-1", "RSeq 4294967296"},
        {"RSeq of letters", "INVITE", 183, "p", withContact("Require: 100rel\nRSeq: one"), "R3262.7.1-1", "RSeq one"},
        {"no RSeq", "INVITE", 183, "p", withContact("Require: 100rel"), "R3262.3-1", "has no RSeq"},
        {"RSeq without Require", "INVITE", 183, "p", withContact("RSeq: 5"), "R3262.3-1", "does not require 100rel"},
        {"a reliable 100", "INVITE", 100, "", withContact("Require: 100rel\nRSeq: 5"), "R3262.3-1", "never sent reliably"},
        {"reliable without Contact", "INVITE", 183, "p",
         [](MessageDraft &d) {
             d.append(HeaderId::Require, "100rel");
             d.append(HeaderId::RSeq, "5");
         },
         "R13.2.2-2", "its PRACK goes where the INVITE went"},
        {"option nobody offered", "OPTIONS", 200, "p", withContact("Require: path"), "R20.32-1", "requires path"},
        {"180 to OPTIONS", "OPTIONS", 180, "p", {}, "R4320.4.1-1", "only 100 has a place outside INVITE"},
        {"408 to OPTIONS", "OPTIONS", 408, "p", {}, "R4320.4.2-1", "should never be sent"},
        {"405 without Allow", "OPTIONS", 405, "p", {}, "R8.2.1-1", "does not say which methods"},
        {"420 without Unsupported", "OPTIONS", 420, "p", {}, "R8.2.2.3-1", "has no Unsupported"},
        {"421 without Require", "OPTIONS", 421, "p", {}, "R21.4.16-1", "which options it wants"},
        {"199 of nobody", "INVITE", 171, "p", {}, "R8.1.3.2-2", "counts as 183"},
        {"a 4xx of nobody", "OPTIONS", 499, "p", {}, "R8.1.3.2-1", "counts as 400"},
        {"a 2xx of nobody", "OPTIONS", 299, "p", {}, "R8.1.3.2-1", "counts as 200"},
    };
    return all;
}

/// An answer that is not: dropped or a stray, with its reason on the row.
struct Refused {
    const char *name;
    const char *from, *to; ///< what is replaced in a plain 200
    Fate fate;
    const char *rule, *words;
};
const QList<Refused> &refused()
{
    static const QList<Refused> all{
        {"status 0", "SIP/2.0 200", "SIP/2.0 0", Fate::Dropped, "R7.2-1", "not three digits"},
        {"status 000", "SIP/2.0 200", "SIP/2.0 000", Fate::Dropped, "R8.1.3.2-3", "0 is no SIP status"},
        {"status 99", "SIP/2.0 200", "SIP/2.0 99", Fate::Dropped, "R7.2-1", "not three digits"},
        {"status 099", "SIP/2.0 200", "SIP/2.0 099", Fate::Dropped, "R8.1.3.2-3", "99 is no SIP status"},
        {"status 700", "SIP/2.0 200", "SIP/2.0 700", Fate::Dropped, "R8.1.3.2-3", "they run from 100 to 699"},
        {"status of 33 bits", "SIP/2.0 200", "SIP/2.0 4294967301", Fate::Dropped, "R7.2-1", "not three digits"},
        {"another Via below", "\r\nFrom:", "\r\nVia: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKx\r\nFrom:", Fate::Dropped, "R8.1.3.3-1",
         "2 Via values"},
        {"foreign sent-by", "UDP 192.0.2.10:5060", "UDP 192.0.2.11:5060", Fate::Dropped, "R18.1.2-1", "it is not for us"},
        {"another method", "CSeq: 1 OPTIONS", "CSeq: 1 INVITE", Fate::Stray, "R17.1.3-1",
         "its CSeq names INVITE, our request with this branch is OPTIONS"},
        {"to an ACK", "CSeq: 1 OPTIONS", "CSeq: 1 ACK", Fate::Stray, "R17.1.3-1", "never answered"},
        {"CSeq 2^32", "CSeq: 1 OPTIONS", "CSeq: 4294967296 OPTIONS", Fate::Delivered, "R17.1.3-2",
         "4294967296 OPTIONS, has no number of 32 bits, we sent 1"},
        {"CSeq 2^32-1", "CSeq: 1 OPTIONS", "CSeq: 4294967295 OPTIONS", Fate::Delivered, "R17.1.3-2",
         "CSeq number is 4294967295, we sent 1"},
    };
    return all;
}

QByteArray request(const QByteArray &method, const QByteArray &cseq, const QByteArray &toTag = ";tag=ours")
{
    return method + " sip:alice@192.0.2.10 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK" + method +
           "\r\nFrom: <sip:bob@example.com>;tag=b\r\nTo: <sip:alice@example.com>" + toTag +
           "\r\nCall-ID: in@example.com\r\nCSeq: " + cseq + "\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
}

QList<Note> notesWithRules(const SimulatedRun &run)
{
    QList<Note> notes = run.events<Note>();
    notes.removeIf([](const Note &note) { return !*note.rule; });
    return notes;
}

} // namespace

class TestOddAnswers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_is_taken_is_said_data()
    {
        QTest::addColumn<int>("at");
        for (qsizetype i = 0; i < taken().size(); ++i)
            QTest::newRow(taken()[i].name) << int(i);
    }
    //= R8.1.3.2-1
    //= R8.1.3.2-2
    //= R12.1.2-4
    //= R13.2.2-1
    //= R13.2.2-2
    //= R20.32-1
    //= R4320.4.1-1
    //= R4320.4.2-1
    void what_is_taken_is_said()
    {
        QFETCH(int, at);
        const Taken &one = taken()[at];
        SimulatedRun run;
        ComposedRequest composed = SimulatedRun::compose(one.method);
        if (composed.method == "SUBSCRIBE")
            composed.rows.append(ComposedRow{"Event", "presence"});
        composed.hangUpAfter = ComposedRequest::Never;
        run.send(composed);
        for (int copy = 0; copy < 3; ++copy) // said once
            run.network.answer(run.network.sent.first(), one.status, one.toTag, one.edit);
        run.clock.advance(50ms);
        QCOMPARE(run.fates().first(), Fate::Delivered);
        QList<Note> notes = notesWithRules(run);
        notes.removeIf([](const Note &note) { // a 202, in words; and names, which are not looked up here
            return QByteArrayView(note.rule) == "R6665-1" || note.text.contains(QLatin1String("nobody to look it up"));
        });
        QStringList said;
        for (const Note &note : std::as_const(notes))
            said << note.text;
        QVERIFY2(notes.size() == (*one.rule ? 1 : 0), qPrintable(said.join(QLatin1Char('\n'))));
        if (!*one.rule)
            return;
        QCOMPARE(QByteArray(notes.first().rule), QByteArray(one.rule));
        QVERIFY2(notes.first().text.contains(QLatin1String(one.words)), qPrintable(notes.first().text));
    }

    //= R3262.4-2
    void a_reliable_one_out_of_order_is_said()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("INVITE"));
        for (const char *number : {"5", "7"})
            run.network.answer(run.network.sent.first(), 183, "p", withContact(QByteArray("Require: 100rel\nRSeq: ") + number));
        run.clock.advance(50ms);
        QCOMPARE(run.sent("PRACK").size(), 1);
        const QList<Note> notes = notesWithRules(run);
        QCOMPARE(notes.size(), 1);
        QCOMPARE(QByteArray(notes.first().rule), QByteArray("R3262.4-2"));
        QVERIFY(notes.first().text.contains(QLatin1String("out of order")));
    }

    void what_is_not_taken_stands_where_it_is_missed_data()
    {
        QTest::addColumn<int>("at");
        for (qsizetype i = 0; i < refused().size(); ++i)
            QTest::newRow(refused()[i].name) << int(i);
    }
    //= R7.2-1
    //= R8.1.3.2-3
    //= R8.1.3.3-1
    //= R17.1.3-1
    //= R17.1.3-2
    //= R18.1.2-1
    //= R20.16-1
    void what_is_not_taken_stands_where_it_is_missed()
    {
        QFETCH(int, at);
        const Refused &one = refused()[at];
        SimulatedRun run;
        run.send(SimulatedRun::compose("OPTIONS"));
        const FakeTransport::Sent sent = run.network.sent.first();
        QByteArray answer = MessageDraft::response(sent.message, 200, "Odd", "peer").toBytes();
        const qsizetype size = answer.size();
        answer.replace(one.from, one.to);
        QVERIFY(answer.size() != size || answer.contains(one.to));
        run.network.receive(answer);
        run.clock.advance(50ms);
        const auto event = std::find_if(run.trace.cbegin(), run.trace.cend(),
                                        [](const TraceEventPtr &e) { return e->as<MessageReceived>() != nullptr; });
        QVERIFY(event != run.trace.cend());
        QCOMPARE((*event)->context.intent, IntentId(1)); // not among the messages of nobody
        const MessageReceived received = *(*event)->as<MessageReceived>();
        QCOMPARE(received.fate, one.fate);
        QCOMPARE(QByteArray(received.rule), QByteArray(one.rule));
        QVERIFY2(received.reason.contains(QLatin1String(one.words)), qPrintable(received.reason));
        QCOMPARE(run.ear.accept.size(), one.fate == Fate::Delivered ? 1 : 0);
    }

    void requests_for_nothing_are_answered_and_said_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QList<int>>("answered");
        QTest::addColumn<QByteArray>("words");
        for (const char *method : {"BYE", "PRACK", "INFO", "UPDATE", "NOTIFY", "REFER", "INVITE"})
            QTest::newRow(method) << request(method, QByteArray("1 ") + method) << QList<int>{481}
                                  << QByteArray("of a dialog that is not ours");
        for (const char *method : {"BYE", "PRACK", "INFO"})
            QTest::addRow("%s without tag", method)
                << request(method, QByteArray("1 ") + method, "") << QList<int>{481} << QByteArray("has its place in a dialog");
        QTest::newRow("CANCEL") << request("CANCEL", "1 CANCEL") << QList<int>{481} << QByteArray("finds no INVITE");
        QTest::newRow("PUBLISH") << request("PUBLISH", "1 PUBLISH", "") << QList<int>{405} << QByteArray("is not taken here");
        QTest::newRow("a call") << request("INVITE", "1 INVITE", "") << QList<int>{480} << QByteArray("nobody takes a call");
        QTest::newRow("ACK") << request("ACK", "1 ACK") << QList<int>{} << QByteArray("an ACK for nothing");
        QTest::newRow("ACK without tag") << request("ACK", "1 ACK", "") << QList<int>{} << QByteArray("an ACK for nothing");
        QTest::newRow("CSeq 2^32") << request("BYE", "4294967296 BYE") << QList<int>{}
                                   << QByteArray("its CSeq cannot be read, so that it cannot be answered: 4294967296 BYE");
        QTest::newRow("CSeq 2^31") << request("BYE", "2147483648 BYE") << QList<int>{481}
                                   << QByteArray("of a dialog that is not ours");
    }
    //= R20.16-1
    void requests_for_nothing_are_answered_and_said()
    {
        QFETCH(QByteArray, wire);
        QFETCH(QList<int>, answered);
        QFETCH(QByteArray, words);
        SimulatedRun run;
        run.network.receive(wire);
        run.clock.advance(50ms);
        QList<int> answers;
        for (const FakeTransport::Sent &one : std::as_const(run.network.sent))
            answers << one.message.status();
        QCOMPARE(answers, answered);
        QStringList said{run.events<MessageReceived>().first().reason};
        for (const Note &note : notesWithRules(run))
            said << note.text;
        QVERIFY2(words.isEmpty() || said.join(u'\n').contains(QLatin1String(words)), qPrintable(said.join(u'\n')));
        if (answered.isEmpty())
            QVERIFY(run.events<MessageReceived>().first().fate != Fate::Delivered && *run.events<MessageReceived>().first().rule);
    }

    /// The ACK to a 2xx of ours, its copy, and one that fits no answer in the same dialog.
    void acks_are_told_apart()
    {
        SimulatedRun run;
        ComposedRequest composed = SimulatedRun::compose("INVITE");
        composed.hangUpAfter = ComposedRequest::Never;
        run.send(composed);
        run.network.answer(run.network.sent.first(), 200, "p", withContact());
        run.clock.advance(50ms);
        const Message invite = run.network.sent.first().message;
        const auto fromPeer = [&](const QByteArray &method, int cseq, const QByteArray &branch) {
            return method + " sip:alice@192.0.2.10 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK" + branch +
                   "\r\nFrom: <sip:bob@example.com>;tag=p\r\nTo: <sip:alice@example.com>;tag=" + invite.fromTag().toByteArray() +
                   "\r\nCall-ID: " + invite.callId().toByteArray() + "\r\nCSeq: " + QByteArray::number(cseq) + ' ' + method +
                   "\r\nContact: <sip:bob@192.0.2.1>\r\nContent-Length: 0\r\n\r\n";
        };
        run.network.receive(fromPeer("ACK", 6, "a")); // before anything of ours could wait for it
        run.network.receive(fromPeer("INVITE", 7, "b"));
        run.clock.advance(50ms);
        run.network.receive(fromPeer("ACK", 7, "c"));
        run.network.receive(fromPeer("ACK", 7, "d"));
        run.network.receive(fromPeer("ACK", 8, "e"));
        run.network.receive(fromPeer("PRACK", 9, "f"));
        run.clock.advance(50ms);
        QCOMPARE(run.fates().mid(1),
                 QList<Fate>({Fate::Stray, Fate::Delivered, Fate::Delivered, Fate::Copy, Fate::Stray, Fate::Delivered}));
        const QList<Note> notes = notesWithRules(run);
        QVERIFY(std::any_of(notes.cbegin(), notes.cend(),
                            [](const Note &note) { return note.text.contains(QLatin1String("this PRACK is for nothing")); }));
    }
};

QTEST_GUILESS_MAIN(TestOddAnswers)
#include "tst_odd_answers.moc"
