// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/dialog.h"

#include "message/message_draft.h"
#include "message/parser.h"

#include <QtTest>

using namespace sip;

namespace {

Message invite()
{
    return parseMessage("INVITE sip:bob@example.com;x=%41 SIP/2.0\r\n"
                        "v:  SIP/2.0/UDP 192.0.2.10:5062 ;branch=z9hG4bKold;rport , SIP/2.0/UDP 192.0.2.9;branch=z9hG4bK0\r\n"
                        "Route: <sip:192.0.2.2;lr>\r\n"
                        "From:  \"Alice\" <sip:alice@example.com>;tag=ft\r\n"
                        "To: \"Bob\" <sip:bob@example.com>\r\n"
                        "Call-ID: a84b@host\r\n"
                        "CSeq:\t41  INVITE\r\n"
                        "Contact: <sip:alice@192.0.2.10:5062>\r\n"
                        "Authorization: Digest username=\"alice\", realm=\"a\"\r\n"
                        "Proxy-Authorization: Digest username=\"alice\",\r\n realm=\"p\"\r\n"
                        "Content-Length: 0\r\n\r\n");
}

Message answer(int status, const QByteArray &more = {}, const QByteArray &tag = "tt")
{
    return parseMessage("SIP/2.0 " + QByteArray::number(status) +
                        " X\r\n"
                        "Via: SIP/2.0/UDP 192.0.2.10:5062;branch=z9hG4bKold;received=198.51.100.1\r\n"
                        "From: <sip:changed@example.com>;tag=ft\r\n"
                        "To: \"Bob\" <sip:bob@example.com>" +
                        (tag.isEmpty() ? tag : ";tag=" + tag) + "\r\nCall-ID: a84b@host\r\nCSeq: 41 INVITE\r\n" + more +
                        "Content-Length: 0\r\n\r\n");
}

Dialog made(const Message &response)
{
    const std::optional<Dialog> dialog = Dialog::madeBy(invite(), response);
    return dialog ? *dialog : Dialog();
}

/// The next request as it would be sent: rows of the dialog and nothing filled in.
Message written(const ComposedRequest &request)
{
    MessageDraft draft = MessageDraft::request(request.method, request.requestUri);
    for (const ComposedRow &row : request.rows)
        draft.append(row.name, row.value);
    draft.body = request.body;
    return draft.toMessage();
}

Message next(Dialog &dialog, const QByteArray &method, const QList<ComposedRow> &rows = {})
{
    return written(dialog.next({.method = method, .rows = rows, .body = {}}));
}

Message fromPeer(const QByteArray &cseq)
{
    return parseMessage("INFO sip:alice@192.0.2.10 SIP/2.0\r\nCSeq: " + cseq + " INFO\r\n\r\n");
}

} // namespace

class TestDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R12.1-1
    void which_answers_make_a_dialog_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<int>("state"); // -1: none
        QTest::newRow("100") << 100 << QByteArray("t") << -1;
        QTest::newRow("101") << 101 << QByteArray("t") << int(Dialog::State::Early);
        QTest::newRow("199") << 199 << QByteArray("t") << int(Dialog::State::Early);
        QTest::newRow("180 without tag") << 180 << QByteArray() << -1;
        QTest::newRow("200") << 200 << QByteArray("t") << int(Dialog::State::Confirmed);
        QTest::newRow("299 without tag") << 299 << QByteArray() << int(Dialog::State::Confirmed); //= R12.1.2-4
        QTest::newRow("302") << 302 << QByteArray("t") << -1;
        QTest::newRow("486") << 486 << QByteArray("t") << -1;
    }
    void which_answers_make_a_dialog()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, tag);
        QFETCH(int, state);
        const std::optional<Dialog> dialog = Dialog::madeBy(invite(), answer(status, {}, tag));
        QCOMPARE(dialog ? int(dialog->state()) : -1, state);
        if (dialog)
            QCOMPARE(dialog->remoteTag(), tag);
    }

    //= R12.1.2-3
    void its_ids_and_numbers_are_those_of_the_invite()
    {
        const Dialog dialog = made(answer(180));
        QCOMPARE(dialog.callId(), QByteArray("a84b@host"));
        QCOMPARE(dialog.localTag(), QByteArray("ft"));
        QCOMPARE(dialog.remoteTag(), QByteArray("tt"));
        QCOMPARE(dialog.facts().localSequence, 41u);
        QCOMPARE(dialog.facts().remoteSequence, -1);
    }

    //= R13.2.2.4-2
    //= R13.2.2.4-3
    //= R13.2.2.4-4
    //= R12.1.2-1
    //= R12.1.2-2
    //= R12.2.1.1-1
    //= R12.2.1.1-4
    void the_ack_follows_the_dialog_loosely()
    {
        const Dialog dialog = made(answer(200, "Record-Route: <sip:192.0.2.7;lr;p=1>, <sip:192.0.2.6;lr>\r\n"
                                               "Contact: \"B\" <sip:bob@192.0.2.20:5080;transport=udp>;expires=9\r\n"
                                               "Record-Route: <sip:192.0.2.5;lr>;h=2\r\n"));
        const Message ack = dialog.ack(invite(), "z9hG4bKack");
        QCOMPARE(ack.wire(), QByteArray("ACK sip:bob@192.0.2.20:5080;transport=udp SIP/2.0\r\n"
                                        "Via: SIP/2.0/UDP 192.0.2.10:5062 ;branch=z9hG4bKack;rport\r\n"
                                        "Max-Forwards: 70\r\n"
                                        "Route: <sip:192.0.2.5;lr>;h=2\r\n"
                                        "Route: <sip:192.0.2.6;lr>\r\n"
                                        "Route: <sip:192.0.2.7;lr;p=1>\r\n"
                                        "From: \"Alice\" <sip:alice@example.com>;tag=ft\r\n"
                                        "To: \"Bob\" <sip:bob@example.com>;tag=tt\r\n"
                                        "Call-ID: a84b@host\r\n"
                                        "CSeq: 41 ACK\r\n"
                                        "Authorization: Digest username=\"alice\", realm=\"a\"\r\n"
                                        "Proxy-Authorization: Digest username=\"alice\",\r\n realm=\"p\"\r\n"
                                        "Content-Length: 0\r\n\r\n"));
    }

    //= R12.2.1.1-5
    void a_strict_router_is_put_into_the_request_uri()
    {
        Dialog dialog = made(answer(200, "Record-Route: <sip:192.0.2.7;lr>, <sip:p@192.0.2.5;method=BYE;x=1?Subject=no>\r\n"
                                         "Contact: <sip:bob@192.0.2.20>\r\n"));
        const Message bye = next(dialog, "BYE");
        QCOMPARE(bye.startLine(), QByteArrayView("BYE sip:p@192.0.2.5;x=1 SIP/2.0"));
        QCOMPARE(bye.values(HeaderId::Route), (QList<QByteArray>{"<sip:192.0.2.7;lr>", "<sip:bob@192.0.2.20>"}));
    }

    //= R12.2.1.1-3
    void without_record_route_the_contact_is_all()
    {
        Dialog dialog = made(answer(200, "Contact: <sip:bob@192.0.2.20>\r\n"));
        const Message bye = next(dialog, "BYE");
        QCOMPARE(bye.requestUri(), QByteArrayView("sip:bob@192.0.2.20"));
        QVERIFY(!bye.has(HeaderId::Route));
        // An answer to an INVITE is worked out for the method INVITE: no use in a BYE.
        QVERIFY(!bye.has(HeaderId::Authorization) && !bye.has(HeaderId::ProxyAuthorization));
    }

    //= R13.2.2-1
    void a_2xx_without_contact_is_answered_where_the_invite_went()
    {
        QCOMPARE(made(answer(200)).ack(invite(), "z9hG4bKack").requestUri(), QByteArrayView("sip:bob@example.com;x=%41"));
        QCOMPARE(made(answer(200, "Record-Route: rubbish\r\n")).ack(invite(), "z").requestUri(),
                 QByteArrayView("sip:bob@example.com;x=%41"));
    }

    //= R12.2.1.1-2
    void every_request_takes_the_next_number()
    {
        Dialog dialog = made(answer(200));
        QCOMPARE(next(dialog, "INFO").value(HeaderId::CSeq), QByteArray("42 INFO"));
        QCOMPARE(dialog.takeSequence(), 43u); // the INFO again, with credentials
        QCOMPARE(dialog.ack(invite(), "z9hG4bK2").value(HeaderId::CSeq), QByteArray("41 ACK"));
        QCOMPARE(next(dialog, "BYE").value(HeaderId::CSeq), QByteArray("44 BYE"));
    }

    //= R13.2.2.4-2
    void the_2xx_confirms_and_replaces_the_route_set()
    {
        Dialog dialog = made(answer(180, "Record-Route: <sip:192.0.2.7;lr>\r\nContact: <sip:early@192.0.2.20>\r\n"));
        dialog.answered(answer(183, "Record-Route: <sip:192.0.2.8;lr>\r\nContact: <sip:moved@192.0.2.20>\r\n"));
        QCOMPARE(dialog.facts().routeSet, QList<QByteArray>{"<sip:192.0.2.7;lr>"});
        QCOMPARE(dialog.facts().remoteTarget, QByteArray("sip:moved@192.0.2.20"));
        QCOMPARE(dialog.state(), Dialog::State::Early);
        dialog.answered(answer(200, "Record-Route: <sip:192.0.2.9;lr>\r\n"));
        QCOMPARE(dialog.state(), Dialog::State::Confirmed);
        QCOMPARE(dialog.facts().routeSet, QList<QByteArray>{"<sip:192.0.2.9;lr>"});
        QCOMPARE(dialog.facts().remoteTarget, QByteArray("sip:moved@192.0.2.20"));
        dialog.answered(answer(200, "Contact: <sip:copy@192.0.2.20>\r\n")); // a copy changes nothing
        QCOMPARE(dialog.facts().remoteTarget, QByteArray("sip:moved@192.0.2.20"));
        dialog.terminate();
        dialog.answered(answer(200));
        QCOMPARE(dialog.state(), Dialog::State::Terminated);
    }

    //= R12.2.1.2-1
    //= R3311.5.3-2
    void a_refresh_moves_the_target_and_not_the_route()
    {
        Dialog dialog = made(answer(200, "Record-Route: <sip:192.0.2.7;lr>\r\nContact: <sip:bob@192.0.2.20>\r\n"));
        QCOMPARE(dialog.facts().targetSource, QStringLiteral("Contact of the 200 to INVITE"));
        QVERIFY(!dialog.refreshedBy(answer(488, "Contact: <sip:no@192.0.2.66>\r\n")));
        QVERIFY(!dialog.refreshedBy(answer(200, "Contact: <sip:bob@192.0.2.20>\r\n"))); // the same: nothing changed
        QVERIFY(dialog.refreshedBy(answer(200, "Record-Route: <sip:192.0.2.9;lr>\r\nContact: <sip:new@192.0.2.21>\r\n")));
        const Message info = next(dialog, "INFO");
        QCOMPARE(info.requestUri(), QByteArrayView("sip:new@192.0.2.21"));
        QCOMPARE(info.values(HeaderId::Route), QList<QByteArray>{"<sip:192.0.2.7;lr>"});
        QVERIFY(dialog.refreshedByPeer(parseMessage("UPDATE sip:a@b SIP/2.0\r\nContact: <sip:peer@192.0.2.22>\r\n\r\n")));
        QCOMPARE(dialog.facts().targetSource, QStringLiteral("Contact of the UPDATE"));
        dialog.terminate();
        QVERIFY(!dialog.refreshedBy(answer(200, "Contact: <sip:late@192.0.2.23>\r\n")));
        QCOMPARE(dialog.facts().remoteTarget, QByteArray("sip:peer@192.0.2.22"));
    }

    //= R12.2.1.1-6
    //= R3311.5.1-3
    void what_refreshes_the_target_carries_our_contact()
    {
        Dialog dialog = made(answer(200));
        for (const char *method : {"INVITE", "UPDATE", "REFER", "SUBSCRIBE", "NOTIFY"})
            QCOMPARE(next(dialog, method).value(HeaderId::Contact), QByteArray("<sip:alice@192.0.2.10:5062>"));
        for (const char *method : {"INFO", "BYE", "MESSAGE", "PRACK", "OPTIONS", "FOO"})
            QVERIFY(!next(dialog, method).has(HeaderId::Contact));
    }

    void a_row_of_the_user_replaces_the_one_of_the_dialog()
    {
        Dialog dialog = made(answer(200, "Record-Route: <sip:192.0.2.7;lr>\r\n"));
        const Message info = next(dialog, "INFO", {{"cseq", "7 INFO"}, {"X-A", "1"}, {"Route", "<sip:x;lr>", true}});
        QCOMPARE(info.values(HeaderId::CSeq), QList<QByteArray>{"7 INFO"});
        QCOMPARE(info.value(QByteArrayView("X-A")), QByteArray("1"));
        QCOMPARE(next(dialog, "BYE").value(HeaderId::CSeq), QByteArray("43 BYE")); // the number was taken all the same
    }

    // RFC 3261 12.1.1
    void the_called_side_sees_it_the_other_way_round()
    {
        const Message request = parseMessage("INVITE sip:bob@192.0.2.20 SIP/2.0\r\n"
                                             "Record-Route: <sip:192.0.2.5;lr>, <sip:192.0.2.6;lr>\r\n"
                                             "From: \"Alice\" <sip:alice@example.com>;tag=ft\r\nTo: <sip:bob@example.com>\r\n"
                                             "Contact: <sip:alice@192.0.2.10>\r\nCall-ID: c\r\nCSeq: 70 INVITE\r\n\r\n");
        const Message response = parseMessage("SIP/2.0 200 OK\r\nFrom: \"Alice\" <sip:alice@example.com>;tag=ft\r\n"
                                              "To: <sip:bob@example.com>;tag=tt\r\nContact: <sip:bob@192.0.2.20>\r\n"
                                              "Call-ID: c\r\nCSeq: 70 INVITE\r\n\r\n");
        Dialog dialog = Dialog::acceptedBy(request, response);
        QCOMPARE(dialog.localTag(), QByteArray("tt"));
        QCOMPARE(dialog.remoteTag(), QByteArray("ft"));
        QCOMPARE(dialog.facts().remoteSequence, 70);
        const Message bye = next(dialog, "BYE");
        QCOMPARE(bye.requestUri(), QByteArrayView("sip:alice@192.0.2.10"));
        QCOMPARE(bye.values(HeaderId::Route), (QList<QByteArray>{"<sip:192.0.2.5;lr>", "<sip:192.0.2.6;lr>"}));
        QCOMPARE(bye.value(HeaderId::From), QByteArray("<sip:bob@example.com>;tag=tt"));
        QCOMPARE(bye.value(HeaderId::To), QByteArray("\"Alice\" <sip:alice@example.com>;tag=ft"));
        QCOMPARE(bye.value(HeaderId::CSeq), QByteArray("1 BYE"));
        QCOMPARE(next(dialog, "UPDATE").value(HeaderId::Contact), QByteArray("<sip:bob@192.0.2.20>"));
    }

    //= R6665.4.4.1-1
    void a_notify_makes_the_dialog_with_its_own_route()
    {
        const Message notify = parseMessage("NOTIFY sip:alice@192.0.2.10 SIP/2.0\r\n"
                                            "Record-Route: <sip:192.0.2.5;lr>, <sip:192.0.2.6;lr>\r\n"
                                            "From: \"Bob\" <sip:bob@example.com>;tag=nt\r\n"
                                            "To: <sip:alice@example.com>;tag=ft\r\n"
                                            "Contact: <sip:bob@192.0.2.20>\r\nCSeq: 5 NOTIFY\r\n\r\n");
        Dialog dialog = Dialog::madeByNotify(invite(), notify);
        QCOMPARE(dialog.state(), Dialog::State::Confirmed);
        QCOMPARE(dialog.remoteTag(), QByteArray("nt"));
        const Message refresh = next(dialog, "SUBSCRIBE");
        QCOMPARE(refresh.values(HeaderId::Route), (QList<QByteArray>{"<sip:192.0.2.5;lr>", "<sip:192.0.2.6;lr>"}));
        QCOMPARE(refresh.requestUri(), QByteArrayView("sip:bob@192.0.2.20"));
        QCOMPARE(refresh.value(HeaderId::To), QByteArray("\"Bob\" <sip:bob@example.com>;tag=nt"));
        QCOMPARE(refresh.value(HeaderId::CSeq), QByteArray("42 SUBSCRIBE"));
    }

    //= R12.2-1
    void the_peers_numbers_do_not_go_down()
    {
        Dialog dialog = made(answer(200));
        QVERIFY(dialog.accept(fromPeer("0")));
        QVERIFY(dialog.accept(fromPeer("7")));
        QVERIFY(dialog.accept(fromPeer("7"))); // not lower: not out of order
        QVERIFY(!dialog.accept(fromPeer("3")));
        QVERIFY(!dialog.accept(fromPeer("rubbish")));
        QCOMPARE(dialog.facts().remoteSequence, 7);
        QVERIFY(dialog.accept(fromPeer("4294967295")));
    }
};

QTEST_GUILESS_MAIN(TestDialog)
#include "tst_dialog.moc"
