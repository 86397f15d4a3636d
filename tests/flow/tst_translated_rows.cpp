// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/path_words.h"
#include "flow/row_words.h"
#include "flow_events.h"
#include "message/lint.h"
#include "sdp/sdp_builder.h"
#include "sdp/usual_description.h"
#include "support/quoting_language.h"
#include "transport/ws_reader.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the ladder shows is in the language of the window; what goes to the peer stays English.
class tst_TranslatedRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rows_speak_the_language_of_the_moment()
    {
        const sip::TimerEvent fired{sip::TimerEvent::What::Fired, 'F', {}, {}};
        QCOMPARE(row(fired).label, u"Timer F fired"_s);
        const QuotingLanguage translator;
        QCOMPARE(row(fired).label, u"«Timer F fired»"_s);
        QCOMPARE(row(fired).detail, u"«no final answer within 64*T1: giving up»"_s);
        QCOMPARE(row(sip::TimerEvent{sip::TimerEvent::What::Fired, 'S', {}, {}}).label, u"«Session refresh due»"_s);
        QCOMPARE(row(sip::ConnectionEvent{sip::ConnectionEvent::What::ClosedByPeer, Events().path, {}}).label,
                 u"«UDP connection closed by the peer»"_s);
        Events events;
        events.attempt("failover", "OPTIONS", "1");
        events.attempt("a reason of tomorrow", "OPTIONS", "2");
        QCOMPARE(diag::rowOf(*events.batch[0])->label, u"«Attempt 0: «failover»»"_s);
        QCOMPARE(diag::rowOf(*events.batch[0])->detail, u"«OPTIONS to udp:192.0.2.1:5060»"_s);
        QCOMPARE(diag::rowOf(*events.batch[1])->label, u"«Attempt 0: a reason of tomorrow»"_s);
    }

    void what_the_protocol_spells_stays()
    {
        const QuotingLanguage translator;
        Events events;
        events.received(Events::response("486 Busy Here", "INVITE", "1", "Reason: Q.850;cause=17\r\n"));
        const diag::LadderRow busy = *diag::rowOf(*events.batch[0]);
        QCOMPARE(busy.label, u"486 Busy Here"_s);
        QCOMPARE(busy.detail, u"«for INVITE», Reason Q.850;cause=17 («user busy»)"_s);
        const diag::LadderRow moved =
            row(sip::StateChanged{sip::StateChanged::Machine::InviteClient, "Calling", "Proceeding", ""});
        QCOMPARE(moved.label, u"««INVITE client transaction»: Calling to Proceeding»"_s);
    }

    /// What becomes a reason phrase, a Warning or the reason of a Close keeps its English beside the words of the window.
    void what_goes_to_the_peer_stays_english()
    {
        const QuotingLanguage translator;
        const sip::Message broken = sip::parseMessage("OPTIONS sip:example.com SIP/2.0\r\nwithout a colon\r\n\r\n");
        QCOMPARE(broken.marks().first().text, u"«a header row has no colon»"_s);
        QCOMPARE(broken.marks().first().english, u"a header row has no colon"_s);

        const auto offer =
            sip::SessionDescription::parse("v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n"
                                           "m=audio 4000 RTP/AVP 96\r\na=rtpmap:96 none/8000\r\n");
        const auto answer = sip::usualAnswer(offer, {}, *sip::Endpoint::parse("192.0.2.2"), 1);
        QVERIFY(!answer);
        QCOMPARE(answer.error().detail, u"«no codec in common, line 6 of the offer»"_s);
        QCOMPARE(sip::warningOf(answer.error(), offer.toBytes()),
                 QByteArray("305 viatrace \"no codec in common, line 6 of the offer\""));

        sip::WsReader reader(sip::WsRole::Client, 65536);
        reader.feed(QByteArray::fromHex("c100")); // a reserved bit
        const auto item = reader.next();
        QVERIFY(item);
        QCOMPARE(item->problem, u"«the peer set a reserved bit, although no extension was agreed on»"_s);
        QCOMPARE(item->reason, QByteArray("the peer set a reserved bit, although no extension was agreed on"));
    }
};

QTEST_GUILESS_MAIN(tst_TranslatedRows)
#include "tst_translated_rows.moc"
