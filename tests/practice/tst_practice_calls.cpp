// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/headers.h"
#include "practice/raw_client.h"

using namespace diag;
using sip::HeaderId;

namespace {

constexpr const char *offer = "v=0\r\no=alice 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                              "m=audio 40200 RTP/AVP 9 8 101\r\nm=video 40300 RTP/AVP 31\r\n";

sip::MessageDraft invite(RawClient &client, const QByteArray &body = offer)
{
    sip::MessageDraft draft = client.request("INVITE");
    draft.append("Contact", "<sip:1001@127.0.0.1:" + QByteArray::number(client.localPort()) + ">");
    if (!body.isEmpty())
        draft.append("Content-Type", "application/sdp");
    draft.body = body;
    return draft;
}

/// A request inside the call that \a response belongs to; ACK to a 2xx keeps the number of its INVITE.
sip::MessageDraft inside(RawClient &client, const QByteArray &method, const sip::Message &response)
{
    sip::MessageDraft draft = client.request(method, response.contactUri().toByteArray());
    draft.set(HeaderId::To, response.value(HeaderId::To));
    if (method == "ACK")
        draft.set(HeaderId::CSeq, QByteArray::number(response.cseqNumber()) + " ACK");
    return draft;
}

/// ACK to a non-2xx, or CANCEL: the INVITE's own branch.
sip::MessageDraft sameBranch(RawClient &client, const QByteArray &method, const sip::MessageDraft &invite,
                             const sip::Message &response = {})
{
    sip::MessageDraft draft = client.request(method, invite.requestUri());
    draft.set(HeaderId::Via, invite.value(HeaderId::Via));
    draft.set(HeaderId::CSeq, invite.value(HeaderId::CSeq).split(' ').first() + ' ' + method);
    if (response.isResponse())
        draft.set(HeaderId::To, response.value(HeaderId::To));
    return draft;
}

} // namespace

class TestPracticeCalls : public QObject {
    Q_OBJECT
private slots:
    void a_call_rings_is_taken_and_ends_data()
    {
        QTest::addColumn<bool>("tcp");
        QTest::newRow("udp") << false;
        QTest::newRow("tcp") << true;
    }
    void a_call_rings_is_taken_and_ends()
    {
        QFETCH(bool, tcp);
        RunningServer running("ok");
        RawClient client(tcp);
        QVERIFY(client.connectTo(running.address));
        client.send(invite(client));
        QCOMPARE(client.receive().status(), 100);
        const sip::Message ringing = client.receive();
        QCOMPARE(ringing.status(), 180);
        const sip::Message taken = client.receive();
        QCOMPARE(taken.status(), 200);
        QCOMPARE(taken.toTag(), ringing.toTag());
        QVERIFY(!taken.toTag().isEmpty());
        QCOMPARE(taken.contactUri().toByteArray().contains(";transport=tcp"), tcp);
        client.send(inside(client, "ACK", taken));
        const sip::Message ended = client.ask(inside(client, "BYE", taken));
        QCOMPARE(ended.status(), 200);
        QCOMPARE(ended.toTag(), taken.toTag());
        QCOMPARE(client.ask(inside(client, "BYE", taken)).status(), 481);
        QTRY_COMPARE(running.seen.size(), 3);
        QCOMPARE(running.seen[0], std::make_pair(QByteArray("INVITE"), 200));
    }
    void the_answer_takes_a_format_both_know_and_refuses_video()
    {
        RunningServer running("ok");
        RawClient client;
        client.connectTo(running.address);
        const sip::Message taken = client.ask(invite(client));
        QCOMPARE(taken.value(HeaderId::ContentType), QByteArray("application/sdp"));
        const QByteArray answer = taken.body().toByteArray();
        QVERIFY2(answer.contains("m=audio 9 RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\na=sendrecv\r\nm=video 0 RTP/AVP 31\r\n"),
                 answer.constData());
        QVERIFY(answer.contains("c=IN IP4 127.0.0.1\r\n"));
    }
    void without_an_offer_the_server_makes_one()
    {
        RunningServer running("ok");
        RawClient client;
        client.connectTo(running.address);
        const sip::Message taken = client.ask(invite(client, {}));
        QCOMPARE(taken.status(), 200);
        QVERIFY(taken.body().toByteArray().contains("m=audio"));
    }
    void another_kind_of_body_is_refused()
    {
        RunningServer running("ok");
        RawClient client;
        client.connectTo(running.address);
        sip::MessageDraft strange = invite(client);
        strange.set(HeaderId::ContentType, "text/plain");
        const sip::Message refused = client.ask(strange);
        QCOMPARE(refused.status(), 415);
        QCOMPARE(refused.value(HeaderId::Accept), QByteArray("application/sdp"));
    }
    void the_200_is_sent_again_until_its_ack_comes()
    {
        RunningServer running("ring:0");
        RawClient client;
        client.connectTo(running.address);
        client.send(invite(client));
        const sip::Message first = client.receiveFinal();
        QCOMPARE(first.status(), 200);
        const sip::Message second = client.receiveFinal();
        QCOMPARE(second.wire(), first.wire());
        client.send(inside(client, "ACK", first));
        QVERIFY(client.staysSilent(1500));
    }
    void cancel_ends_a_ringing_call_with_487()
    {
        RunningServer running("ring:60000");
        RawClient client;
        client.connectTo(running.address);
        const sip::MessageDraft call = invite(client);
        client.send(call);
        QCOMPARE(client.receive().status(), 100);
        const sip::Message ringing = client.receive();
        QCOMPARE(ringing.status(), 180);
        client.send(sameBranch(client, "CANCEL", call));
        const sip::Message cancelled = client.receive();
        QCOMPARE(cancelled.status(), 200);
        QCOMPARE(cancelled.cseqMethod().toByteArray(), QByteArray("CANCEL"));
        QCOMPARE(cancelled.toTag(), ringing.toTag());
        const sip::Message terminated = client.receive();
        QCOMPARE(terminated.status(), 487);
        QCOMPARE(terminated.toTag(), ringing.toTag());
        client.send(sameBranch(client, "ACK", call, terminated));
        QVERIFY(client.staysSilent(1200));
    }
    void cancel_of_nothing_is_481()
    {
        RunningServer running("ok");
        RawClient client;
        client.connectTo(running.address);
        QCOMPARE(client.ask(client.request("CANCEL")).status(), 481);
    }
    void busy_refuses_calls_and_nothing_else()
    {
        RunningServer running("busy");
        RawClient client;
        client.connectTo(running.address);
        const sip::MessageDraft call = invite(client);
        const sip::Message refused = client.ask(call);
        QCOMPARE(refused.status(), 486);
        client.send(sameBranch(client, "ACK", call, refused));
        QVERIFY(client.staysSilent(1200));
        QCOMPARE(client.ask(client.request("OPTIONS")).status(), 200);
    }
    void slow_waits_before_the_180()
    {
        RunningServer running("slow:400");
        RawClient client;
        client.connectTo(running.address);
        QElapsedTimer clock;
        clock.start();
        client.send(invite(client));
        QCOMPARE(client.receive().status(), 100);
        QCOMPARE(client.receive().status(), 180);
        QVERIFY(clock.elapsed() >= 399);
    }
    void private_contact_hides_where_it_is()
    {
        RunningServer running("private-contact");
        RawClient client;
        client.connectTo(running.address);
        const sip::Message taken = client.ask(invite(client));
        QCOMPARE(taken.status(), 200);
        QCOMPARE(taken.contactUri().toByteArray(), "sip:practice@192.168.77.5:" + QByteArray::number(running.address.port));
        QVERIFY(taken.body().toByteArray().contains("c=IN IP4 192.168.77.5\r\n"));
    }
    void nat_answers_as_if_the_address_were_translated()
    {
        RunningServer running("nat");
        RawClient client;
        client.connectTo(running.address);
        const sip::Message taken = client.ask(invite(client));
        QCOMPARE(taken.status(), 200);
        const auto via = sip::parseVia(taken.value(sip::HeaderId::Via));
        QVERIFY(via);
        QCOMPARE(via->received(), QByteArray("203.0.113.77"));
        QVERIFY(via->rport() == 40000 || via->rport() == -1); // only who asks for it gets it
    }
    void a_second_invite_in_the_call_is_answered_at_once()
    {
        RunningServer running("ring:0");
        RawClient client;
        client.connectTo(running.address);
        const sip::Message taken = client.ask(invite(client));
        client.send(inside(client, "ACK", taken));
        sip::MessageDraft again = inside(client, "INVITE", taken);
        again.append("Content-Type", "application/sdp");
        again.body = offer;
        client.send(again);
        const sip::Message retaken = client.receive();
        QCOMPARE(retaken.status(), 200);
        QCOMPARE(retaken.toTag(), taken.toTag());
        sip::MessageDraft stranger = inside(client, "INVITE", taken);
        stranger.set(HeaderId::To, "<sip:1002@practice.invalid>;tag=never");
        client.send(inside(client, "ACK", retaken));
        QCOMPARE(client.ask(stranger).status(), 481);
    }
    void the_routes_of_the_request_come_back()
    {
        RunningServer running("ring:0");
        RawClient client;
        client.connectTo(running.address);
        sip::MessageDraft call = invite(client);
        call.append("Record-Route", "<sip:p2.example.com;lr>");
        call.append("Record-Route", "<sip:p1.example.com;lr>");
        const sip::Message taken = client.ask(call);
        QCOMPARE(taken.values(HeaderId::RecordRoute), (QList<QByteArray>{"<sip:p2.example.com;lr>", "<sip:p1.example.com;lr>"}));
    }
    void a_client_that_goes_away_while_it_rings_harms_nothing()
    {
        RunningServer running("ring:200");
        {
            RawClient gone(true);
            QVERIFY(gone.connectTo(running.address));
            gone.send(invite(gone));
            QCOMPARE(gone.receive().status(), 100);
        }
        {
            RawClient gone;
            gone.connectTo(running.address);
            gone.send(invite(gone));
            QCOMPARE(gone.receive().status(), 100);
        }
        QTest::qWait(1500);
        RawClient client;
        client.connectTo(running.address);
        QCOMPARE(client.ask(client.request("OPTIONS")).status(), 200);
    }
    void it_can_be_stopped_in_the_middle_of_a_call()
    {
        RunningServer running("ring:60000");
        RawClient client;
        client.connectTo(running.address);
        client.send(invite(client));
        QCOMPARE(client.receive().status(), 100);
        running.server.stop();
        QCOMPARE(running.server.bindingCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPracticeCalls)
#include "tst_practice_calls.moc"
