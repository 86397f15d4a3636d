// SPDX-License-Identifier: GPL-3.0-or-later
// A 488 is led back to the lines of the offer it refuses.
#include "diagnosis/finding.h"
#include "flow/refused_offer.h"
#include "support/flow_maker.h"

#include <QTest>

using namespace diag;

namespace {

const QByteArray offer = "v=0\r\no=- 1 1 IN IP4 192.0.2.10\r\ns=-\r\nc=IN IP4 192.0.2.10\r\nt=0 0\r\n"
                         "m=audio 9 RTP/AVP 0\r\nm=video 9 RTP/AVP 31\r\n";
const QByteArray described = "Content-Type: application/sdp\r\n", warning = "Warning: 304 gw.example.com \"no video here\"\r\n";

FlowMaker call()
{
    FlowMaker maker("INVITE");
    maker.body = offer;
    return maker;
}

} // namespace

class TestRefusedOffer : public QObject {
    Q_OBJECT

private slots:
    void the_row_the_finding_and_the_table_name_the_line()
    {
        FlowMaker maker = call();
        const quint64 sent = maker.send(described, 2);
        const quint64 refusal = maker.receive("488 Not Acceptable Here", warning);
        const Flow flow = maker.flow();
        const auto refused = refusedOfferOf(flow, {});
        QVERIFY(refused);
        QCOMPARE(refused->offerSeq, sent);
        QCOMPARE(refused->seq, refusal);
        QVERIFY(refused->offeredByUs);
        QCOMPARE(refused->why.first().lines, QList<int>{7});
        const QList<sip::NegotiatedMedia> table = refused->table();
        QVERIFY(table[0].problems.isEmpty());
        QCOMPARE(table[1].summary, QStringLiteral("not accepted"));
        const QString row = flow.rows.last().detail;
        QVERIFY2(row.contains(QLatin1String("line 7 of the offer: m=video 9 RTP/AVP 31")), qPrintable(row));
        const QString verdict = diagnose(flow, nullptr).first().text;
        QVERIFY2(verdict.contains(QLatin1String("line 7 of the offer")) && verdict.count(QLatin1String("no video here")) == 1,
                 qPrintable(verdict));
    }
    void what_is_no_refused_offer()
    {
        FlowMaker busy = call();
        busy.send(described);
        busy.receive("486 Busy Here", warning);
        QVERIFY(!refusedOfferOf(busy.flow(), {}));
        FlowMaker without("INVITE");
        without.send();
        without.receive("488 Not Acceptable Here", warning);
        QVERIFY(!refusedOfferOf(without.flow(), {}));
        FlowMaker stray = call();
        stray.send(described);
        stray.receive("488 Not Acceptable Here", warning, {}, sip::MessageReceived::Fate::Stray);
        QVERIFY(!refusedOfferOf(stray.flow(), {}));
    }
    void a_session_that_was_agreed_later_is_what_counts()
    {
        FlowMaker maker = call();
        maker.send(described);
        maker.receive("606 Not Acceptable");
        QVERIFY(refusedOfferOf(maker.flow(), {}));
        QVERIFY(!refusedOfferOf(maker.flow(), "b")); // it made no dialog
        maker.send(described);
        maker.receive("200 OK", described, {}, sip::MessageReceived::Fate::Delivered, offer);
        maker.add(sip::SessionAgreed{"b", offer, offer, true, {}, ""});
        QVERIFY(!refusedOfferOf(maker.flow(), {}));
        maker.to += ";tag=b";
        maker.send(described);
        maker.receive("488 Not Acceptable Here");
        QCOMPARE(refusedOfferOf(maker.flow(), "b")->status, 488);
    }
    void our_refusal_of_the_peers_offer_counts_too()
    {
        FlowMaker maker("OPTIONS");
        const sip::Message asked = sip::parseMessage(
            "INVITE sip:alice@192.0.2.10 SIP/2.0\r\nVia: SIP/2.0/UDP 198.51.100.1;branch=z9hG4bKpeer\r\nFrom: <sip:b@x>;tag=p\r\n"
            "To: <sip:a@x>;tag=a\r\nCall-ID: c@x\r\nCSeq: 7 INVITE\r\nContent-Type: application/sdp\r\nContent-Length: " +
            QByteArray::number(offer.size()) + "\r\n\r\n" + offer);
        maker.add(sip::MessageReceived{asked, maker.path, sip::MessageReceived::Fate::Delivered, "", {}});
        const sip::Message refusal = sip::parseMessage(
            "SIP/2.0 488 Not Acceptable Here\r\nVia: SIP/2.0/UDP 198.51.100.1;branch=z9hG4bKpeer\r\nFrom: <sip:b@x>;tag=p\r\n"
            "To: <sip:a@x>;tag=a\r\nCall-ID: c@x\r\nCSeq: 7 INVITE\r\n"
            "Warning: 305 viatrace \"no codec in common, lines 6, 7 of the offer\"\r\nContent-Length: 0\r\n\r\n");
        maker.add(sip::MessageSent{refusal, maker.path, 1, 1});
        const auto refused = refusedOfferOf(maker.flow(), "p");
        QVERIFY(refused && !refused->offeredByUs);
        QCOMPARE(refused->why.first().lines, QList<int>({6, 7}));
    }
};

QTEST_GUILESS_MAIN(TestRefusedOffer)
#include "tst_refused_offer.moc"
