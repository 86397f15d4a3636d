// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/parser.h"
#include "sdp/negotiation.h"
#include "sdp/sdp_builder.h"

#include <QtTest>

using namespace sip;

namespace {

SessionDescription sdp(const QByteArray &media, const QByteArray &address = "192.0.2.1")
{
    return SessionDescription::parse("v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN " +
                                     QByteArray(address.contains(':') ? "IP6 " : "IP4 ") + address + "\r\nt=0 0\r\n" + media);
}

Message refusal(const QByteArray &rows, const QByteArray &body = {})
{
    return parseMessage("SIP/2.0 488 Not Acceptable Here\r\n" + rows + "Content-Length: " + QByteArray::number(body.size()) +
                        "\r\n\r\n" + body);
}

} // namespace

class TestNegotiation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_was_agreed()
    {
        const auto table = negotiated(
            sdp("m=audio 10 RTP/AVP 0 8 101\r\na=rtpmap:101 telephone-event/8000\r\na=ptime:20\r\nm=video 12 RTP/AVP 31\r\n"),
            sdp("m=audio 20 RTP/AVP 8 101\r\na=rtpmap:101 telephone-event/8000\r\nm=video 0 RTP/AVP 31\r\n", "192.0.2.9"));
        QCOMPARE(table.size(), 2);
        QCOMPARE(table[0].agreed, QList<QByteArray>({"PCMA/8000", "telephone-event/8000"}));
        QCOMPARE(table[0].offerAddress, QByteArray("192.0.2.1:10"));
        QCOMPARE(table[0].answerAddress, QByteArray("192.0.2.9:20"));
        QVERIFY(table[0].problems.isEmpty());
        QVERIFY(table[1].refused);
        QCOMPARE(negotiationSummary(table), QStringLiteral("audio PCMA/8000, 20 ms, sendrecv; video refused"));
    }
    //= R3264.6-2
    //= R3264.8.4-1
    void what_does_not_fit_is_said_data()
    {
        QTest::addColumn<QByteArray>("offer");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QString>("expected"); // in summary or problems
        const QByteArray audio = "m=audio 10 RTP/AVP 0\r\n", none;
        const auto row = [](const char *name, const QByteArray &offer, const QByteArray &answer, const QByteArray &address,
                            const char *expected) {
            QTest::newRow(name) << offer << answer << (address.isEmpty() ? QByteArray("192.0.2.9") : address)
                                << QString::fromLatin1(expected);
        };
        row("no common codec", audio, "m=audio 10 RTP/AVP 8\r\n", none, "no codec in common");
        row("other payload type", "m=audio 10 RTP/AVP 96\r\na=rtpmap:96 opus/48000/2\r\n",
            "m=audio 10 RTP/AVP 97\r\na=rtpmap:97 OPUS/48000/2\r\n", none, "payload type 96");
        row("no events", "m=audio 10 RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\n", audio, none, "DTMF");
        row("ptime", audio + "a=ptime:20\r\n", audio + "a=ptime:30\r\n", none, "ptime is 20 ms");
        row("fewer lines", audio + audio, audio, none, "as many m= lines");
        row("other kind", audio, "m=video 10 RTP/AVP 0\r\n", none, "keep their order");
        row("private answer", audio, audio, "10.0.0.1", "private address 10.0.0.1");
        row("other family", audio, audio, "2001:db8::1", "IPv6");
        row("direction", audio + "a=sendonly\r\n", audio + "a=sendonly\r\n", none, "is no answer to");
        row("hold", audio + "a=sendonly\r\n", audio + "a=recvonly\r\n", none, "on hold by the one who offered");
        row("old hold", audio + "c=IN IP4 0.0.0.0\r\n", audio, none, "on hold by the one who offered");
        row("held by the answer", audio, audio + "a=inactive\r\n", none, "on hold by the one who answered");
    }
    void what_does_not_fit_is_said()
    {
        QFETCH(QByteArray, offer);
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, address);
        QFETCH(QString, expected);
        QString all;
        for (const NegotiatedMedia &media : negotiated(sdp(offer, "198.51.100.1"), sdp(answer, address)))
            all += media.summary + QLatin1Char('\n') + media.problems.join(QLatin1Char('\n')) + QLatin1Char('\n');
        QVERIFY2(all.contains(expected), qPrintable(all));
    }
    void which_line_made_the_488_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QList<int>>("lines");
        QTest::addColumn<QString>("says");
        const auto warning = [](const char *rest) { return QByteArray("Warning: ") + rest + "\r\n"; };
        QTest::newRow("codecs in the body") << QByteArray()
                                            << QByteArray("v=0\r\nm=audio 0 RTP/AVP 8 18\r\nm=video 0 RTP/AVP 31\r\n")
                                            << QList<int>{6} << QStringLiteral("the peer names PCMA/8000, G729/8000");
        QTest::newRow("a kind missing in the body")
            << QByteArray() << QByteArray("v=0\r\nm=audio 0 RTP/AVP 0\r\n") << QList<int>{8} << QStringLiteral("takes no video");
        QTest::newRow("305, and nothing said") << warning("305 gw.example.com \"Incompatible media format\"") << QByteArray()
                                               << QList<int>({6, 8}) << QStringLiteral("one of the lines 6, 8 of the offer");
        QTest::newRow("305 names the codec") << warning("305 gw.example.com \"H261 is not available\"") << QByteArray()
                                             << QList<int>{8} << QStringLiteral("m=video 12 RTP/AVPF 31");
        QTest::newRow("304 names the kind") << warning("304 gw.example.com \"no audio here\"") << QByteArray() << QList<int>{6}
                                            << QStringLiteral("line 6");
        QTest::newRow("302 names the protocol") << warning("302 gw.example.com \"RTP/AVPF not supported\"") << QByteArray()
                                                << QList<int>{8} << QStringLiteral("transport protocol");
        QTest::newRow("301 is about c=") << warning("301 gw.example.com \"IPv6 wanted\"") << QByteArray() << QList<int>{4}
                                         << QStringLiteral("c=IN IP4 192.0.2.1");
        QTest::newRow("306 names the attribute")
            << warning("306 gw.example.com \"crypto?\"") << QByteArray() << QList<int>{9} << QStringLiteral("a=crypto");
        QTest::newRow("303 is about b=") << warning("303 gw.example.com \"TIAS unknown\"") << QByteArray() << QList<int>{10}
                                         << QStringLiteral("b=TIAS:64000");
        QTest::newRow("399 with a number") << warning("399 gw.example.com \"cannot take line 8\"") << QByteArray()
                                           << QList<int>{8} << QStringLiteral("it says 399");
        QTest::newRow("399 that names nothing") << warning("399 gw.example.com \"as you like it, not with us\"") << QByteArray()
                                                << QList<int>() << QStringLiteral("as you like it");
        QTest::newRow("no Warning that can be read")
            << warning("grmpf") << QByteArray() << QList<int>() << QStringLiteral("the peer says: grmpf");
        QTest::newRow("nothing") << QByteArray() << QByteArray() << QList<int>() << QStringLiteral("does not say which line");
    }
    //= R20.43-1
    void which_line_made_the_488()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QByteArray, body);
        const SessionDescription offer = sdp("m=audio 10 RTP/AVP 0\r\na=ptime:20\r\nm=video 12 RTP/AVPF 31\r\n"
                                             "a=crypto:1 AES_CM_128_HMAC_SHA1_80\r\nb=TIAS:64000\r\n");
        const QList<OfferRefusal> why = whyNotAcceptable(offer, refusal(rows, body));
        QCOMPARE(why.size(), 1);
        QTEST(why.first().lines, "lines");
        QFETCH(QString, says);
        QVERIFY2(why.first().text.contains(says), qPrintable(why.first().text));
    }
    void several_warnings_are_several_reasons()
    {
        const SessionDescription offer = sdp("m=audio 10 RTP/AVP 0\r\nm=video 12 RTP/AVP 31\r\n");
        const QList<OfferRefusal> why = whyNotAcceptable(
            offer, refusal("Warning: 305 gw.example.com \"no PCMU\", 304 gw.example.com \"no video, sorry\"\r\n"));
        QCOMPARE(why.size(), 2);
        const QList<NegotiatedMedia> table = refusedMedia(offer, why);
        QCOMPARE(table.size(), 2);
        QVERIFY(table[0].refused && table[1].refused);
        QVERIFY(table[0].problems.value(0).contains(QLatin1String("no PCMU")));
        QVERIFY(table[1].problems.value(0).contains(QLatin1String("no video")));
        QCOMPARE(table[0].problems.size(), 1);
        QVERIFY(!whyNotAcceptable({}, refusal({})).first().text.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNegotiation)
#include "tst_negotiation.moc"
