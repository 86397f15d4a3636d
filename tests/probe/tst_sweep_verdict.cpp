// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/path_mtu.h"
#include "probe/sweep_verdict.h"

#include <QSet>
#include <QTest>

using namespace diag;
using Cause = SweepVerdict::Cause;
using Outcome = SweepPoint::Outcome;

namespace {

SweepPoint point(qsizetype octets, Outcome outcome, int mtu = 1500)
{
    SweepPoint one;
    one.octets = octets;
    one.outcome = outcome;
    one.sent = 1;
    one.answered = outcome == Outcome::Lost || outcome == Outcome::Unreachable ? 0 : 1;
    one.status = one.answered ? 200 : 0;
    one.mtu = mtu;
    one.packets = sip::packetsOf(octets, mtu, true);
    return one;
}

SweepReport reportOf(const QList<SweepPoint> &udp, const QList<SweepPoint> &tcp = {})
{
    SweepReport report;
    report.path.remote = *sip::Endpoint::parse("192.0.2.1:5060");
    report.series = {{sip::Protocol::Udp, udp}, {sip::Protocol::Tcp, tcp}};
    return report;
}

/// Everything up to \a good answered, everything from the next octet on lost.
QList<SweepPoint> lostAbove(qsizetype good, int mtu = 1500)
{
    return {point(600, Outcome::Answered, mtu), point(good, Outcome::Answered, mtu), point(good + 1, Outcome::Lost, mtu),
            point(3000, Outcome::Lost, mtu)};
}

} // namespace

/// What a pattern of sizes most likely means.
class TestSweepVerdict : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_cause_follows_from_the_pattern()
    {
        const auto cause = [](const SweepReport &report) { return verdictOf(report, 0).cause; };
        QCOMPARE(cause(reportOf({point(600, Outcome::Answered), point(3000, Outcome::Answered)})), Cause::None);
        QCOMPARE(cause(reportOf(lostAbove(1472))), Cause::FragmentsLost);
        QCOMPARE(cause(reportOf(lostAbove(1372, 1400))), Cause::FragmentsLost);
        QCOMPARE(cause(reportOf(lostAbove(1372))), Cause::BlackHole); // packets of 1400
        QCOMPARE(cause(reportOf(lostAbove(1252))), Cause::BlackHole); // of 1280
        QCOMPARE(cause(reportOf(lostAbove(1300))), Cause::LostAbove);
        QCOMPARE(cause(reportOf(lostAbove(2000))), Cause::LostAbove); // in two packets both
        QCOMPARE(cause(reportOf({point(600, Outcome::Answered), point(800, Outcome::Lost), point(1000, Outcome::Answered)})),
                 Cause::Irregular);
        // Single packets of more than 1400 are lost, fragments arrive.
        QCOMPARE(cause(reportOf({point(600, Outcome::Answered), point(1372, Outcome::Answered), point(1373, Outcome::Lost),
                                 point(1472, Outcome::Lost), point(3000, Outcome::Answered)})),
                 Cause::BlackHole);
        QCOMPARE(cause(reportOf({point(600, Outcome::Lost)})), Cause::NothingAnswers);
        QCOMPARE(cause(reportOf({point(600, Outcome::Unreachable)})), Cause::Unreachable);
        QCOMPARE(cause(reportOf({point(600, Outcome::TooLarge)})), Cause::ServerLimit);
        QCOMPARE(cause(reportOf({point(600, Outcome::Answered), point(900, Outcome::Unreachable)})), Cause::Broken);
        QCOMPARE(cause(reportOf({})), Cause::NotMeasured);
    }
    void over_ipv6_the_header_is_larger()
    {
        SweepReport report = reportOf(lostAbove(1352));
        report.path.remote = *sip::Endpoint::parse("[2001:db8::1]:5060");
        QCOMPARE(verdictOf(report, 0).cause, Cause::BlackHole); // 1352 and 48 are 1400
        QCOMPARE(verdictOf(reportOf(lostAbove(1352)), 0).cause, Cause::LostAbove);
    }
    void another_transport_is_a_remedy_only_when_it_passes()
    {
        const QList<SweepPoint> all{point(600, Outcome::Answered), point(3000, Outcome::Answered)};
        QVERIFY(verdictOf(reportOf(lostAbove(1472), all), 0).remedy.contains(QLatin1String("TCP")));
        QVERIFY(!verdictOf(reportOf(lostAbove(1472), lostAbove(1472)), 0).remedy.contains(QLatin1String("TCP")));
        QVERIFY(!verdictOf(reportOf(lostAbove(1472)), 0).remedy.contains(QLatin1String("TCP")));
    }
    void every_cause_has_a_name_of_its_own()
    {
        QSet<QByteArray> names;
        for (int cause = 0; cause <= int(Cause::NotMeasured); ++cause)
            names << causeName(Cause(cause)).toByteArray();
        QCOMPARE(names.size(), int(Cause::NotMeasured) + 1);
    }
};

QTEST_APPLESS_MAIN(TestSweepVerdict)
#include "tst_sweep_verdict.moc"
