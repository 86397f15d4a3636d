// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdp/offer_answer.h"

#include <QtTest>

using namespace sip;
using Party = OfferAnswer::Party;
using Kind = OfferAnswer::Verdict::Kind;

namespace {
const QByteArray a = "v=0\r\nm=audio 1 RTP/AVP 0\r\n", b = "v=0\r\nm=audio 2 RTP/AVP 0\r\n", c = "v=0\r\nm=audio 3 RTP/AVP 0\r\n",
                 two = "v=0\r\nm=audio 4 RTP/AVP 0\r\nm=video 0 RTP/AVP 31\r\n";
}

class TestOfferAnswer : public QObject {
    Q_OBJECT

    /// "us invite a" and what it is taken for.
    struct Step {
        Party from;
        SdpCarrier carrier;
        QByteArray body;
        Kind kind;
    };
    static void run(OfferAnswer &session, const QList<Step> &steps)
    {
        int number = 0;
        for (const Step &step : steps)
            QVERIFY2(session.take(step.from, step.carrier, step.body).kind == step.kind, qPrintable(QString::number(number++)));
    }

private Q_SLOTS:
    //= R13.2.1-3
    void offer_in_the_invite_answer_in_the_2xx()
    {
        OfferAnswer session;
        run(session, {{Party::Us, SdpCarrier::Invite, a, Kind::Offer},
                      {Party::Peer, SdpCarrier::Provisional, {}, Kind::Nothing},
                      {Party::Peer, SdpCarrier::Provisional, b, Kind::Early},
                      {Party::Peer, SdpCarrier::InviteSuccess, b, Kind::Agreed},
                      {Party::Peer, SdpCarrier::InviteSuccess, c, Kind::Repeated}, // the first counts
                      {Party::Us, SdpCarrier::Ack, {}, Kind::Nothing}});
        QCOMPARE(session.local(), a);
        QCOMPARE(session.remote(), b);
        QVERIFY(!session.isOffered());
    }
    //= R13.2.1-4
    void offer_in_the_2xx_answer_in_the_ack()
    {
        OfferAnswer session;
        run(session, {{Party::Us, SdpCarrier::Invite, {}, Kind::Nothing},
                      {Party::Peer, SdpCarrier::InviteSuccess, b, Kind::Offer},
                      {Party::Us, SdpCarrier::Ack, {}, Kind::Violation},
                      {Party::Us, SdpCarrier::Ack, a, Kind::Agreed}});
        QCOMPARE(session.local(), a);
        QCOMPARE(session.remote(), b);
    }
    //= R3262.5-1
    void reliable_1xx_and_prack_carry_both()
    {
        OfferAnswer answered;
        run(answered, {{Party::Us, SdpCarrier::Invite, a, Kind::Offer},
                       {Party::Peer, SdpCarrier::ReliableProvisional, b, Kind::Agreed},
                       {Party::Us, SdpCarrier::Prack, {}, Kind::Nothing},
                       {Party::Peer, SdpCarrier::InviteSuccess, b, Kind::Repeated}});
        OfferAnswer offered;
        run(offered, {{Party::Us, SdpCarrier::Invite, {}, Kind::Nothing},
                      {Party::Peer, SdpCarrier::ReliableProvisional, b, Kind::Offer},
                      {Party::Us, SdpCarrier::Prack, a, Kind::Agreed},
                      {Party::Us, SdpCarrier::Prack, c, Kind::Offer}, // a further one in the next PRACK
                      {Party::Peer, SdpCarrier::PrackSuccess, b, Kind::Agreed}});
        QCOMPARE(offered.local(), c);
    }
    //= R14.1-2
    void a_failed_change_leaves_the_session()
    {
        OfferAnswer session;
        run(session, {{Party::Us, SdpCarrier::Invite, a, Kind::Offer},
                      {Party::Peer, SdpCarrier::InviteSuccess, b, Kind::Agreed},
                      {Party::Us, SdpCarrier::Update, c, Kind::Offer}});
        session.failed();
        QCOMPARE(session.local(), a);
        QCOMPARE(session.remote(), b);
        run(session,
            {{Party::Peer, SdpCarrier::Update, c, Kind::Offer}, {Party::Us, SdpCarrier::UpdateSuccess, b, Kind::Agreed}});
        QCOMPARE(session.remote(), c);
    }
    //= R13.2.1-5
    //= R3311.5.1-2
    void one_offer_at_a_time()
    {
        OfferAnswer session;
        run(session, {{Party::Us, SdpCarrier::Invite, a, Kind::Offer},
                      {Party::Us, SdpCarrier::Update, c, Kind::Violation},
                      {Party::Peer, SdpCarrier::Update, c, Kind::Violation},
                      {Party::Peer, SdpCarrier::InviteSuccess, b, Kind::Agreed}});
        QCOMPARE(session.remote(), b);
    }
    void what_is_out_of_place_is_said()
    {
        OfferAnswer session;
        run(session,
            {{Party::Us, SdpCarrier::Invite, a, Kind::Offer}, {Party::Peer, SdpCarrier::InviteSuccess, {}, Kind::Violation}});
        OfferAnswer unasked;
        run(unasked, {{Party::Us, SdpCarrier::Invite, {}, Kind::Nothing},
                      {Party::Peer, SdpCarrier::Provisional, b, Kind::Violation},
                      {Party::Us, SdpCarrier::Ack, a, Kind::Violation}});
    }
    //= R3264.6-1
    void an_answer_with_other_lines_is_agreed_and_said()
    {
        OfferAnswer session;
        session.take(Party::Us, SdpCarrier::Invite, a);
        const OfferAnswer::Verdict verdict = session.take(Party::Peer, SdpCarrier::InviteSuccess, two);
        QCOMPARE(verdict.kind, Kind::Agreed);
        QVERIFY(verdict.text.contains(QLatin1String("m=")));
        OfferAnswer changed;
        changed.take(Party::Us, SdpCarrier::Invite, a);
        changed.take(Party::Peer, SdpCarrier::Provisional, b);
        QVERIFY(!changed.take(Party::Peer, SdpCarrier::InviteSuccess, c).text.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOfferAnswer)
#include "tst_offer_answer.moc"
