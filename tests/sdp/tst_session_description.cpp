// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "sdp/codecs.h"
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
    //= R3264.6-1
    void a_refused_line_keeps_its_formats()
    {
        const SessionDescription offer = SessionDescription::parse("m=video 50 RTP/AVP 31 34\r\nm=audio 70000 RTP/AVP 0 8\r\n"
                                                                   "m=audio 9 RTP/AVP 0\r\n");
        const QByteArray answer = usualAnswer(offer, {}, here(), 3).value_or({});
        QVERIFY2(answer.contains("m=video 0 RTP/AVP 31 34\r\nm=audio 0 RTP/AVP 0 8\r\nm=audio 9 "), answer.constData());
    }
    //= R3264.6-1
    void what_cannot_be_answered_is_refused_with_its_line()
    {
        const auto why = [](const QByteArray &offer) {
            const auto answer = usualAnswer(SessionDescription::parse(offer), {}, here(), 3);
            return answer ? QStringLiteral("answered") : answer.error().detail;
        };
        const QByteArray audio = "v=0\r\nm=audio 9 RTP/AVP 0\r\n";
        QCOMPARE(why(audio), QStringLiteral("answered"));
        QVERIFY2(why(audio + "m=\r\n").contains(QLatin1String("line 3 of the offer")), qPrintable(why(audio + "m=\r\n")));
        QVERIFY(why(audio + "m=video 9\r\n").contains(QLatin1String("line 3 of the offer")));
        QVERIFY(why(audio + "m=video 9 RTP/AVP\r\n").contains(QLatin1String("cannot be read")));
        QVERIFY(why(audio + audio.sliced(5).repeated(200)).contains(QLatin1String("100 m= lines")));
        QCOMPARE(why("v=0\r\nm=audio 9 RTP/AVP 18\r\nm=video 9 RTP/AVP 31\r\n"),
                 QStringLiteral("no codec in common, lines 2, 3 of the offer"));
        // Where it cannot be refused as a whole, each line is answered by one that can be read.
        const SessionDescription odd = SessionDescription::parse("m=\r\nm=audio 9\r\n");
        QVERIFY(answerAsBefore(odd, {}, here(), 3).endsWith("m=audio 0 RTP/AVP 0\r\nm=audio 0 RTP/AVP 0\r\n"));
    }
    void lists_of_codecs_are_read()
    {
        QCOMPARE(parseCodecs("PCMA, opus/48000/2 ,telephone-event/8000  0-16").value_or({}),
                 QList<QByteArray>({"PCMA", "opus/48000/2", "telephone-event/8000 0-16"}));
        for (const QByteArray &bad :
             QList<QByteArray>{"", "PCMU,,PCMA", "PCM@U", "PCMU/0", "opus/48k", "97", "a/1/2/3", "PCMU,PCMU"})
            QVERIFY2(!parseCodecs(bad), bad.constData());
        QByteArray many = "x0";
        for (int i = 1; i < 33; ++i)
            many += ",x" + QByteArray::number(i);
        QVERIFY(!parseCodecs(many));
        const QByteArray offer =
            buildOffer({{"audio", {"8", "x/8000", "L16/44100/2"}, 9, 0, MediaDirection::SendRecv}}, here(), 1);
        QVERIFY2(offer.contains("m=audio 9 RTP/AVP 8 96 10\r\na=rtpmap:8 PCMA/8000\r\n"), offer.constData());
    }
    void rewriting_with_the_same_wish_changes_nothing()
    {
        for (const QByteArray &body :
             {plain, QByteArray(plain).replace("\r\n", "\n"),
              QByteArray("v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\nm=image 9 udptl t38\r\na=T38FaxVersion:0\r\n"),
              QByteArray("v=0\r\nc=IN IP4 192.0.2.1\r\nm=audio 9/2 RTP/AVP 0 97\r\na=sendonly\r\na=ptime:30\r\nx-odd\r\n\r\n")}) {
            const SessionDescription before = SessionDescription::parse(body);
            const SessionDescription::Media &media = before.media().first();
            QCOMPARE(rewritten(before, 0, wishOf(media), media.address).toBytes(), body);
        }
    }
    void rewriting_changes_what_is_wished_and_keeps_the_rest()
    {
        const SessionDescription before = SessionDescription::parse(
            "v=0\r\no=- 1 4 IN IP4 192.0.2.1\r\ns=talk\r\nc=IN IP4 192.0.2.1\r\nb=AS:64\r\nt=0 0\r\na=tool:x\r\n"
            "m=audio 4000/2 RTP/SAVP 0 97 98\r\ni=voice\r\na=rtpmap:97 opus/48000/2\r\na=fmtp:97 useinbandfec=1\r\n"
            "a=rtcp-fb:97 nack\r\na=rtpmap:98 telephone-event/8000\r\na=fmtp:98 0-15\r\na=crypto:1 X inline:Y\r\na=sendrecv\r\n"
            "m=video 0 RTP/AVP 31\r\n");
        const MediaWish wish{
            "audio", {"telephone-event/8000 0-16", "G722", "PCMU/8000", "x/8000"}, 4002, 20, MediaDirection::SendOnly};
        QCOMPARE(rewritten(before, 0, wish, "2001:db8::1", {}, before).toBytes(),
                 QByteArray("v=0\r\no=- 1 5 IN IP4 192.0.2.1\r\ns=talk\r\nc=IN IP4 192.0.2.1\r\nb=AS:64\r\nt=0 0\r\na=tool:x\r\n"
                            "m=audio 4002/2 RTP/SAVP 98 9 0 96\r\ni=voice\r\nc=IN IP6 2001:db8::1\r\n"
                            "a=rtpmap:98 telephone-event/8000\r\na=fmtp:98 0-16\r\na=rtpmap:9 G722/8000\r\na=rtpmap:96 x/8000\r\n"
                            "a=crypto:1 X inline:Y\r\na=sendonly\r\na=ptime:20\r\nm=video 0 RTP/AVP 31\r\n"));
        // Back again: the version stays one above that in force, as often as it is rewritten.
        const SessionDescription again =
            rewritten(rewritten(before, 0, wish, "2001:db8::1", {}, before), 0, wish, "192.0.2.7", {}, before);
        QCOMPARE(again.version(), before.version() + 1);
    }
    void whatever_is_rewritten_has_what_was_wished()
    {
        const MediaWish wish{"audio", {"PCMA/8000", "x/8000", "telephone-event/8000 0-16"}, 4002, 30, MediaDirection::RecvOnly};
        const QByteArray whole = plain + "m=\r\na=rtpmap:\r\nm=audio\r\nc=\r\nm=audio 9/2 RTP/AVP 8 8\r\n\r\na=fmtp:8\r\n";
        SeededRandom random(7);
        for (int round = 0; round < 3000; ++round) {
            QByteArray body = whole;
            for (int i = round == 0 ? 0 : 8; i > 0; --i) {
                const auto at = qsizetype(random.below(quint64(body.size())));
                if (random.below(2) == 0)
                    body.remove(at, qsizetype(random.below(12)));
                else
                    body.insert(at, body.mid(qsizetype(random.below(quint64(body.size()))), 9));
            }
            const SessionDescription before = SessionDescription::parse(body);
            for (qsizetype i = 0; i < before.media().size(); ++i) {
                const SessionDescription after = rewritten(before, i, wish, "192.0.2.9");
                QCOMPARE(after.media().size(), before.media().size());
                const SessionDescription::Media &media = after.media()[i];
                QVERIFY2(media.port == 4002 && media.formats.size() == 3 && media.ptime == 30 && media.address == "192.0.2.9" &&
                             media.direction == MediaDirection::RecvOnly && media.readable,
                         after.toBytes().constData());
            }
        }
    }
    void an_answer_takes_the_numbers_of_its_offer()
    {
        const SessionDescription offer = SessionDescription::parse("m=audio 9 RTP/AVP 0 111\r\na=rtpmap:111 OPUS/48000/2\r\n");
        const SessionDescription answer = SessionDescription::parse(buildAnswer(offer, {MediaWish{}}, here(), 1));
        const SessionDescription changed =
            rewritten(answer, 0, {"audio", {"opus/48000/2", "G729"}, 9, 0, MediaDirection::SendRecv}, "192.0.2.10", offer);
        QVERIFY2(changed.toBytes().contains("m=audio 9 RTP/AVP 111 18\r\n"), changed.toBytes().constData());
    }
    void the_address_of_an_only_line_is_the_sessions()
    {
        const SessionDescription one = SessionDescription::parse(buildOffer({MediaWish{}}, here(), 1));
        const QByteArray moved = rewritten(one, 0, wishOf(one.media()[0]), "media.example.com").toBytes();
        QVERIFY2(moved.contains("c=IN IP4 media.example.com\r\nt=0 0\r\n"), moved.constData());
        QCOMPARE(moved.count("c="), 1);
    }
};

QTEST_GUILESS_MAIN(TestSessionDescription)
#include "tst_session_description.moc"
