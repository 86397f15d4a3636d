// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/size_cures.h"

#include <QTest>

#include <algorithm>

using namespace diag;
using What = SizeCure::What;

namespace {

const QByteArray session =
    "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8 0 96 101\r\n"
    "a=rtpmap:96 opus/48000/2\r\na=fmtp:96 useinbandfec=1\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-16\r\n";

sip::ComposedRequest invite()
{
    sip::ComposedRequest request;
    request.method = "INVITE";
    request.target = "sip:bob@example.com";
    request.rows = {{"From", "<sip:alice@example.com>"}, {"X-Trace", "abcdef"}, {"x-more", "1"}, {"Subject", "X-rays"}};
    request.body = session;
    return request;
}

std::optional<SizeCure> cure(const sip::ComposedRequest &request, What what)
{
    const QList<SizeCure> all = sizeCures(request);
    const auto found = std::find_if(all.cbegin(), all.cend(), [what](const SizeCure &one) { return one.what == what; });
    return found == all.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

class TestSizeCures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_first_codec_and_telephone_events_stay()
    {
        const auto cured = cure(invite(), What::FewerCodecs);
        QVERIFY(cured);
        QVERIFY2(cured->request.body.contains("m=audio 4000 RTP/AVP 8 101\r\n"), cured->request.body.constData());
        QVERIFY(!cured->request.body.contains("opus") && !cured->request.body.contains("fmtp:96"));
        QVERIFY(cured->request.body.contains("a=fmtp:101 0-16"));
        QVERIFY2(cured->text.contains(QLatin1String("saves ")), qPrintable(cured->text));
        QVERIFY(!cure(cured->request, What::FewerCodecs)); // nothing is left to leave out
    }
    void a_body_that_is_no_session_stays_as_it_is()
    {
        sip::ComposedRequest request = invite();
        request.rows << sip::ComposedRow{"Content-Type", "text/plain"};
        QVERIFY(!cure(request, What::FewerCodecs));
    }
    void rows_of_extensions_are_kept_here_but_not_sent()
    {
        const auto cured = cure(invite(), What::WithoutExtensionRows);
        QVERIFY(cured);
        QList<QByteArray> muted;
        for (const sip::ComposedRow &row : cured->request.rows)
            if (row.muted)
                muted << row.name;
        QCOMPARE(muted, QList<QByteArray>({"X-Trace", "x-more"}));
        QVERIFY(!cure(cured->request, What::WithoutExtensionRows));
    }
    void names_can_be_short_once()
    {
        const auto cured = cure(invite(), What::CompactHeaders);
        QVERIFY(cured && cured->request.compactHeaders);
        QVERIFY(!cure(cured->request, What::CompactHeaders));
    }
    void streams_are_offered_when_it_is_not_one_already()
    {
        const auto tcp = cure(invite(), What::OverTcp);
        QVERIFY(tcp);
        QCOMPARE(tcp->request.transport, QByteArray("tcp"));
        QVERIFY(!cure(tcp->request, What::OverTcp));
        QVERIFY(cure(tcp->request, What::OverTls));
    }
    void what_is_sent_as_typed_is_left_alone()
    {
        sip::ComposedRequest request = invite();
        request.raw = true;
        QVERIFY(sizeCures(request).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSizeCures)
#include "tst_size_cures.moc"
