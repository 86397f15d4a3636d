// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdp/sdp_builder.h"
#include "sdp/session_description.h"

#include <QtTest>

using namespace sip;

namespace {

const QByteArray plain = "v=0\r\no=alice 7 9 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n"
                         "m=audio 49170 RTP/AVP 0 97 101\r\na=rtpmap:97 opus/48000/2\r\na=fmtp:97 useinbandfec=1\r\n"
                         "a=rtpmap:101 telephone-event/8000\r\na=ptime:20\r\nx-odd\r\na=sendonly\r\n"
                         "m=video 0 RTP/AVP 31\r\n";

QStringList texts(const SessionDescription &description)
{
    QStringList all;
    for (const SessionDescription::Mark &mark : description.marks())
        all << QString::number(mark.line) + QLatin1Char(' ') + mark.text;
    return all;
}

Endpoint here()
{
    return *Endpoint::parse("192.0.2.10:5060");
}

} // namespace

class TestSessionDescription : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_what_offer_and_answer_need()
    {
        const SessionDescription sdp = SessionDescription::parse(plain);
        QCOMPARE(sdp.media().size(), 2);
        const SessionDescription::Media audio = sdp.media()[0], video = sdp.media()[1];
        QCOMPARE(audio.line, 6);
        QCOMPARE(audio.port, 49170);
        QCOMPARE(audio.formats.size(), 3);
        QCOMPARE(audio.formats[0].encoding, QByteArray("PCMU/8000")); // of RFC 3551
        QCOMPARE(audio.formats[1].encoding, QByteArray("opus/48000/2"));
        QCOMPARE(audio.formats[1].fmtp, QByteArray("useinbandfec=1"));
        QCOMPARE(audio.ptime, 20);
        QCOMPARE(audio.direction, MediaDirection::SendOnly);
        QCOMPARE(audio.address, QByteArray("192.0.2.1")); // inherited
        QCOMPARE(video.port, 0);
        QCOMPARE(video.direction, MediaDirection::SendRecv);
        QCOMPARE(sdp.version(), 9u);
        QCOMPARE(sdp.originId(), QByteArray("alice 7 IN IP4 192.0.2.1"));
        QCOMPARE(texts(sdp).size(), 1);
        QVERIFY(texts(sdp).first().startsWith(QLatin1String("11 "))); // x-odd
    }
    void counts_as_many_media_as_it_reads()
    {
        const QByteArray many = QByteArray("v=0\r\n") + QByteArray("m=audio 9 RTP/AVP 0\r\n").repeated(3000);
        for (const QByteArray &body :
             {QByteArray(), plain, QByteArray("m="), QByteArray("m"), QByteArray("\nm=x\n m=y\nam=z\r\nm=1"), many})
            QCOMPARE(SessionDescription::countMedia(body), SessionDescription::parse(body).media().size());
    }
    void a_session_direction_is_inherited_and_an_own_address_wins()
    {
        const SessionDescription sdp = SessionDescription::parse("v=0\no=- 1 1 IN IP6 2001:db8::1\ns=-\nt=0 0\na=recvonly\n"
                                                                 "m=audio 1 RTP/AVP 8\nc=IN IP6 2001:db8::2/127\n"
                                                                 "m=audio 3 RTP/AVP 8\na=inactive\nc=IN IP6 2001:db8::3\n");
        QCOMPARE(sdp.media()[0].direction, MediaDirection::RecvOnly);
        QCOMPARE(sdp.media()[0].address, QByteArray("2001:db8::2"));
        QCOMPARE(sdp.media()[1].direction, MediaDirection::Inactive);
    }
    //= R8866.5-1
    //= R8866.5.7-1
    //= R3264.5-1
    void what_is_wrong_is_marked_and_stays_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected"); // "line text..."
        const QByteArray head = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n";
        QTest::newRow("no c") << head + "m=audio 9 RTP/AVP 0\r\n" << QStringLiteral("5 no c=");
        QTest::newRow("refused needs no c") << head + "m=audio 0 RTP/AVP 0\r\n" << QString();
        QTest::newRow("missing t") << QByteArray("v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\n") << QStringLiteral("0 the t=");
        QTest::newRow("order") << QByteArray("v=0\r\ns=-\r\no=- 1 1 IN IP4 192.0.2.1\r\nt=0 0\r\n")
                               << QStringLiteral("3 o= stands too late");
        QTest::newRow("unknown letter") << head + "q=1\r\n" << QStringLiteral("5 q= is no line");
        QTest::newRow("short m") << head + "m=audio\r\n" << QStringLiteral("5 m= is");
        QTest::newRow("port") << head + "c=IN IP4 192.0.2.1\r\nm=audio 70000 RTP/AVP 0\r\n" << QStringLiteral("6 m= is");
        QTest::newRow("bad c") << head + "c=192.0.2.1\r\n" << QStringLiteral("5 c= is");
        QTest::newRow("version too large") << QByteArray("v=0\r\no=- 1 9223372036854775808 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n")
                                           << QStringLiteral("2 o= is");
        QTest::newRow("map of nothing") << head + "c=IN IP4 192.0.2.1\r\nm=audio 9 RTP/AVP 0\r\na=rtpmap:96 x/8000\r\n"
                                        << QStringLiteral("7 a=rtpmap");
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void what_is_wrong_is_marked_and_stays()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        const SessionDescription sdp = SessionDescription::parse(body);
        const QString all = texts(sdp).join(QLatin1Char('\n'));
        QVERIFY2(expected.isEmpty() ? all.isEmpty() : all.contains(expected), qPrintable(all));
        QCOMPARE(sdp.toBytes(), body);
    }
    void unedited_it_is_written_octet_for_octet()
    {
        for (const QByteArray &body : {plain, QByteArray(plain).replace("\r\n", "\n"), QByteArray("v=0\r"),
                                       QByteArray("\0\xff=\n\n", 5), QByteArray(200'000, 'v'), QByteArray("a=\n").repeated(5000)})
            QCOMPARE(SessionDescription::parse(body).toBytes(), body);
    }
    //= R3264.8-1
    void hold_changes_the_direction_and_the_version_and_nothing_else()
    {
        SessionDescription sdp = SessionDescription::parse(plain);
        sdp.setDirection(MediaDirection::Inactive);
        const QByteArray body = sdp.toBytes();
        QVERIFY(body.contains("o=alice 7 10 IN IP4 192.0.2.1\r\n"));
        QCOMPARE(sdp.media()[0].direction, MediaDirection::Inactive);
        QVERIFY(!body.contains("a=sendonly"));
        QVERIFY(body.contains("x-odd\r\n") && body.contains("a=fmtp:97 useinbandfec=1\r\n"));
        sdp.setDirection(MediaDirection::Inactive);
        QCOMPARE(sdp.toBytes(), body); // nothing changed: no new version
        SessionDescription cut = SessionDescription::parse("v=0\no=- 1 1 IN IP4 192.0.2.1\nm=audio 9 RTP/AVP 0");
        cut.setDirection(MediaDirection::SendOnly);
        QVERIFY(cut.toBytes().endsWith("m=audio 9 RTP/AVP 0\na=sendonly\n"));
    }
    //= R3264.5-1
    //= R3264.5.1-1
    void an_offer_is_complete()
    {
        const QByteArray body = buildOffer(
            {{"audio", {"opus/48000/2 useinbandfec=1", "PCMU", "telephone-event/8000 0-16"}, 9, 20, MediaDirection::SendRecv},
             {"video", {"VP8/90000"}, 9, 0, MediaDirection::RecvOnly}},
            here(), 5);
        QCOMPARE(body,
                 QByteArray(
                     "v=0\r\no=- 5 5 IN IP4 192.0.2.10\r\ns=-\r\nc=IN IP4 192.0.2.10\r\nt=0 0\r\n"
                     "m=audio 9 RTP/AVP 96 0 97\r\na=rtpmap:96 opus/48000/2\r\na=fmtp:96 useinbandfec=1\r\n"
                     "a=rtpmap:0 PCMU/8000\r\na=rtpmap:97 telephone-event/8000\r\na=fmtp:97 0-16\r\na=ptime:20\r\na=sendrecv\r\n"
                     "m=video 9 RTP/AVP 96\r\na=rtpmap:96 VP8/90000\r\na=recvonly\r\n"));
        QVERIFY(SessionDescription::parse(body).marks().isEmpty());
    }
    //= R3264.6-1
    void an_answer_mirrors_its_offer()
    {
        const SessionDescription offer = SessionDescription::parse(
            "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n"
            "m=video 50 RTP/AVP 31\r\n"
            "m=audio 52 RTP/AVP 120 8 0 99\r\na=rtpmap:120 opus/48000/2\r\na=rtpmap:99 TELEPHONE-EVENT/8000/1\r\na=sendonly\r\n"
            "m=audio 54 RTP/AVP 0\r\n");
        const QByteArray body = buildAnswer(offer, {MediaWish{}}, here(), 3);
        const SessionDescription answer = SessionDescription::parse(body);
        QCOMPARE(answer.media().size(), 3);
        QCOMPARE(answer.media()[0].port, 0);
        QCOMPARE(answer.media()[0].kind, QByteArray("video"));
        QCOMPARE(answer.media()[1].port, 9);
        QCOMPARE(answer.media()[1].direction, MediaDirection::RecvOnly);
        QList<QByteArray> ids;
        for (const SessionDescription::Format &format : answer.media()[1].formats)
            ids << format.id;
        QCOMPARE(ids, QList<QByteArray>({"8", "0", "99"})); // the offer's order and numbers
        QCOMPARE(answer.media()[2].port, 0);                // one wish, one line
        QVERIFY(answer.marks().isEmpty());
    }
    void an_answer_goes_on_where_the_last_one_was()
    {
        SessionDescription offer = SessionDescription::parse(buildOffer({MediaWish{}}, here(), 1));
        const QByteArray first = buildAnswer(offer, {MediaWish{}}, here(), 3);
        const SessionDescription before = SessionDescription::parse(first);
        QCOMPARE(buildAnswer(offer, wishesOf(before), here(), 77, before), first);
        offer.setDirection(MediaDirection::SendOnly);
        const SessionDescription held = SessionDescription::parse(buildAnswer(offer, wishesOf(before), here(), 77, before));
        QCOMPARE(held.media().first().direction, MediaDirection::RecvOnly);
        QCOMPARE(held.version(), before.version() + 1);
        QCOMPARE(held.originId(), before.originId());
    }
    void events_alone_are_no_conversation()
    {
        const SessionDescription offer =
            SessionDescription::parse("m=audio 52 RTP/AVP 99\r\na=rtpmap:99 telephone-event/8000\r\n");
        QCOMPARE(SessionDescription::parse(buildAnswer(offer, {MediaWish{}}, here(), 3)).media().first().port, 0);
    }
};

QTEST_GUILESS_MAIN(TestSessionDescription)
#include "tst_session_description.moc"
