// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/message_draft.h"
#include "message/parser.h"
#include "torture.h"

#include <QtTest>

using namespace sip;

namespace {

const QByteArray wire = "\r\nINVITE sip:bob@example.com SIP/2.0\r\n"
                        "v : SIP/2.0/UDP 192.0.2.1 ;branch = z9hG4bK1\r\n"
                        "VIA:SIP/2.0/UDP 192.0.2.2\r\n ;branch=z9hG4bK2\r\n"
                        "from: <sip:alice@example.com>;tag=1\n"
                        "to:\t<sip:bob@example.com>  \r\n"
                        "broken row\r\n"
                        ": nameless\r\n"
                        "Call-ID:\r\n\tx@y\r\n"
                        "CSEQ: 1  INVITE\r\n"
                        "l: 2\r\n"
                        "\r\n"
                        "abcd";

MessageDraft draftOf(const QByteArray &bytes)
{
    return MessageDraft::from(parseMessage(bytes));
}

} // namespace

class TestMessageDraft : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_unedited_draft_gives_the_same_bytes()
    {
        QCOMPARE(draftOf(wire).toBytes(), wire);
        for (const QByteArray other : {"SIP/2.0 200\n\n", "A b C\r\n\r\nx", "\n\n\nx: y\r\n\r\n",
                                       "SIP/2.0 000 x\r\nl: 9\r\n\r\nab", "A sip:b SIP/2.0\r\n : \r\n\n",
                                       "A sip:b SIP/2.0\r\nX: y\r\n\rZ: 1\r\n\r\n", "A sip:b SIP/2.0\r\nX\r\n \r\n\r\n\r\n"})
            QCOMPARE(draftOf(other).toBytes(), other);
    }
    void torture_messages_round_trip()
    {
        const QList<TortureMessage> all = tortureMessages();
        if (all.isEmpty())
            QSKIP("skipped: ../shared/data missing");
        for (const TortureMessage &t : all)
            for (const QByteArray &bytes : {t.wire, t.archive})
                if (parseMessage(bytes).hasHeaderEnd())
                    QCOMPARE(draftOf(bytes).toBytes(), bytes);
    }
    void an_edit_changes_one_row_and_the_length_only()
    {
        MessageDraft draft = draftOf(wire);
        draft.set(HeaderId::To, "<sip:carol@example.com>");
        QByteArray expected = wire;
        expected.replace("to:\t<sip:bob@example.com>  \r\n", "to: <sip:carol@example.com>\r\n").chop(2);
        QCOMPARE(draft.toBytes(), expected);
        draft.setContentLengthAuto(false);
        draft.body = "longer";
        QCOMPARE(draft.toBytes(), expected.replace("\r\n\r\nab", "\r\n\r\nlonger"));
        draft.setContentLengthAuto(true);
        QCOMPARE(draft.toBytes(), expected.replace("l: 2", "l: 6"));
    }
    void setting_the_same_value_keeps_the_bytes()
    {
        MessageDraft draft = draftOf(wire);
        draft.set(HeaderId::CallId, "x@y");
        QCOMPARE(draft.value(HeaderId::CallId), QByteArray("x@y"));
        QCOMPARE(draft.toBytes(), wire);
        draft.rows[0].value = "changed";
        QVERIFY(draft.toBytes().contains("\r\nv: changed\r\n"));
    }
    void rows_are_placed_where_asked()
    {
        MessageDraft draft = MessageDraft::request("OPTIONS", "sip:a");
        draft.append(HeaderId::Via, "1");
        draft.append(HeaderId::To, "t");
        draft.insertAfter(HeaderId::Via, HeaderId::Via, "2");
        draft.insertAfter(HeaderId::Route, HeaderId::Subject, "s");
        draft.prepend(HeaderId::Via, "0");
        draft.append("X-Own", "x");
        QCOMPARE(draft.toBytes(),
                 QByteArray("OPTIONS sip:a SIP/2.0\r\nVia: 0\r\nVia: 1\r\nVia: 2\r\nTo: t\r\nSubject: s\r\nX-Own: x\r\n"
                            "Content-Length: 0\r\n\r\n"));
        draft.set(HeaderId::Via, "only");
        draft.remove(HeaderId::Subject);
        QVERIFY(!draft.has(HeaderId::Subject) && draft.value(HeaderId::Subject).isNull());
        draft.setRequestUri("sip:b");
        QCOMPARE(draft.toBytes(),
                 QByteArray("OPTIONS sip:b SIP/2.0\r\nVia: only\r\nTo: t\r\nX-Own: x\r\nContent-Length: 0\r\n\r\n"));
    }
    void a_response_copies_what_ties_it_to_the_request()
    {
        const Message request = parseMessage("INVITE sip:b SIP/2.0\r\nv: 1\r\nv: 2\r\nf: <sip:a>;tag=1\r\nt: <sip:b>\r\ni: c\r\n"
                                             "CSeq: 4 INVITE\r\nTimestamp: 54\r\nRoute: <sip:r>\r\nl: 0\r\n\r\n");
        const QByteArray head = "Via: 1\r\nVia: 2\r\nFrom: <sip:a>;tag=1\r\nTo: <sip:b>";
        const QByteArray tail = "Call-ID: c\r\nCSeq: 4 INVITE\r\n";
        QCOMPARE(MessageDraft::response(request, 100, "Trying", "9").toBytes(),
                 "SIP/2.0 100 Trying\r\n" + head + "\r\n" + tail + "Timestamp: 54\r\nContent-Length: 0\r\n\r\n");
        QCOMPARE(MessageDraft::response(request, 486, "Busy Here", "9").toBytes(),
                 "SIP/2.0 486 Busy Here\r\n" + head + ";tag=9\r\n" + tail + "Content-Length: 0\r\n\r\n");
        const Message inside = parseMessage("BYE sip:b SIP/2.0\r\nt: <sip:b>;tag=there\r\n\r\n");
        QVERIFY(MessageDraft::response(inside, 200, "OK", "9").value(HeaderId::To).endsWith("tag=there"));
    }
    //= R7.4.2-1
    //= R20.14-1
    void r7_4_2_1_the_length_is_that_of_the_body_in_octets()
    {
        MessageDraft draft = MessageDraft::request("MESSAGE", "sip:a");
        QVERIFY(draft.toBytes().contains("Content-Length: 0\r\n"));
        draft.body = "zwölf €";
        QVERIFY(draft.toBytes().contains("Content-Length: 10\r\n"));
        draft.append(HeaderId::ContentLength, "3");
        draft.append("l", "4");
        QCOMPARE(draft.toMessage().count(HeaderId::ContentLength), 1);
        QCOMPARE(draft.toMessage().body(), QByteArrayView(draft.body));
        draft.setContentLengthAuto(false);
        QCOMPARE(draft.toMessage().count(HeaderId::ContentLength), 2);
    }
    //= D-8
    void no_header_can_be_smuggled_in()
    {
        const QByteArray evil = "x\r\nEvil: 1\r\n\r\nbody\n\rEvil: 2";
        MessageDraft draft = MessageDraft::request(evil, evil);
        draft.append(HeaderId::Subject, evil);
        draft.append(evil, evil);
        draft.prepend(HeaderId::Via, "\n" + evil);
        draft.insertAfter(HeaderId::Via, HeaderId::To, evil + "\r\n");
        draft.rows.append({"From", evil, "X: other\r\n"});
        QCOMPARE(draft.toMessage().headerCount(), 6);
        QVERIFY(draft.toMessage().value(QByteArrayView("Evil")).isNull());
        QVERIFY(draft.toMessage().body().isEmpty());
        QCOMPARE(draft.toMessage().value(HeaderId::From).left(2), QByteArray("x "));

        MessageDraft answer = MessageDraft::response(parseMessage("OPTIONS sip:a SIP/2.0\r\nl: 0\r\n\r\n"), 200, evil, evil);
        QCOMPARE(answer.toMessage().headerCount(), 1);
        MessageDraft loaded = draftOf(wire);
        loaded.setRequestUri(evil);
        loaded.set(HeaderId::To, evil);
        QCOMPARE(loaded.toMessage().headerCount(), parseMessage(wire).headerCount());
    }
    void no_row_continues_the_one_before()
    {
        MessageDraft draft = MessageDraft::request("OPTIONS", "sip:a");
        draft.append(HeaderId::To, "t");
        draft.append(" \tX", "y");
        QCOMPARE(draft.toMessage().value(HeaderId::To), QByteArray("t"));
        QCOMPARE(draft.toMessage().value(QByteArrayView("X")), QByteArray("y"));
        MessageDraft loaded = draftOf("OPTIONS sip:a SIP/2.0\r\n X: y\r\nTo: t\r\n\r\n");
        loaded.rows.swapItemsAt(0, 1);
        QCOMPARE(loaded.toMessage().value(HeaderId::To), QByteArray("t"));
    }
    void rows_of_a_message_cut_short_stay_apart()
    {
        MessageDraft draft = draftOf("OPTIONS sip:a SIP/2.0\r\nTo: <sip:a>\r\nFrom: <sip:b>");
        draft.rows.swapItemsAt(0, 1);
        QCOMPARE(draft.toMessage().value(HeaderId::From), QByteArray("<sip:b>"));
        QCOMPARE(draft.toMessage().value(HeaderId::To), QByteArray("<sip:a>"));
        QVERIFY(draft.toMessage().hasHeaderEnd());
    }
    void default_reasons()
    {
        QCOMPARE(defaultReason(486), QByteArrayView("Busy Here"));
        QCOMPARE(defaultReason(200), QByteArrayView("OK"));
        QCOMPARE(defaultReason(699), QByteArrayView());
    }
};

QTEST_GUILESS_MAIN(TestMessageDraft)
#include "tst_message_draft.moc"
