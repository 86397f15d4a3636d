// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "probe/padding.h"
#include "request/request_builder.h"

#include <QTest>

using namespace diag;

namespace {

const sip::Endpoint ours = *sip::Endpoint::parse("192.0.2.10:50123");

sip::ComposedRequest options()
{
    sip::ComposedRequest request;
    request.method = "OPTIONS";
    request.target = "sip:192.0.2.1";
    return request;
}

/// As it is really sent, with tags and branches that are drawn.
sip::Message sent(const sip::ComposedRequest &request, sip::Protocol protocol = sip::Protocol::Udp)
{
    sip::SeededRandom random(7);
    return sip::buildRequest(request, {.protocol = protocol, .local = ours, .branch = {}, .fromTag = {}, .callId = {}}, random);
}

} // namespace

class TestPadding : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_padded_request_has_exactly_the_size_asked_for()
    {
        for (const sip::Protocol protocol : {sip::Protocol::Udp, sip::Protocol::Tcp})
            for (qsizetype octets = 600; octets < 2200; octets += 7) {
                const sip::Message message = sent(padded(options(), octets, Padding::Header, ours, protocol), protocol);
                QCOMPARE(message.wire().size(), octets);
                QVERIFY(message.marks().isEmpty());
            }
    }
    void no_row_is_longer_than_a_server_reads()
    {
        const sip::Message message = sent(padded(options(), 60'000, Padding::Header, ours, sip::Protocol::Udp));
        QCOMPARE(message.wire().size(), 60'000);
        for (qsizetype row = 0; row < message.headerCount(); ++row)
            QVERIFY(message.header(row).rowEnd - message.header(row).rowAt <= 500);
    }
    void a_body_pads_to_the_octet_but_where_its_length_grows_a_digit()
    {
        int exact = 0, shorter = 0;
        for (qsizetype octets = 600; octets < 1600; ++octets) {
            const sip::Message message = sent(padded(options(), octets, Padding::Body, ours, sip::Protocol::Udp));
            const qsizetype is = message.wire().size();
            QVERIFY(is == octets || is == octets - 1);
            ++(is == octets ? exact : shorter);
            QCOMPARE(message.value(sip::HeaderId::ContentLength).toLongLong(), message.body().size());
        }
        QVERIFY(exact > 990 && shorter <= 2);
    }
    void a_body_there_is_stays_in_front()
    {
        sip::ComposedRequest request = options();
        request.body = "v=0\r\n";
        QVERIFY(sent(padded(request, 900, Padding::Body, ours, sip::Protocol::Udp)).body().startsWith("v=0\r\nxx"));
    }
    void what_cannot_be_that_short_is_as_short_as_it_can_be()
    {
        for (const Padding how : {Padding::Header, Padding::Body}) {
            const qsizetype shortest = sent(padded(options(), 10, how, ours, sip::Protocol::Udp)).wire().size();
            QVERIFY(shortest > 200 && shortest < 600);
            QCOMPARE(sent(padded(options(), shortest, how, ours, sip::Protocol::Udp)).wire().size(), shortest);
        }
    }
};

QTEST_APPLESS_MAIN(TestPadding)
#include "tst_padding.moc"
