// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/sweep_page.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace diag;
using namespace std::chrono_literals;
using Outcome = SweepPoint::Outcome;

namespace {

SweepPoint point(qsizetype octets, Outcome outcome)
{
    SweepPoint one;
    one.octets = octets;
    one.outcome = outcome;
    one.sent = one.copies = 1;
    one.answered = outcome == Outcome::Answered ? 1 : 0;
    one.status = one.answered ? 200 : 0;
    one.reason = "<OK> & more";
    one.fastest = one.slowest = 2ms;
    one.mtu = 1500;
    return one;
}

SweepReport sample()
{
    SweepReport report;
    report.method = "OPTIONS";
    report.target = "sip:a&b<script>@127.0.0.1:5070";
    report.from = 600;
    report.to = 3000;
    report.requests = 5;
    report.path.local = *sip::Endpoint::parse("127.0.0.1:40000");
    report.path.remote = *sip::Endpoint::parse("127.0.0.1:5070");
    report.series = {
        {sip::Protocol::Udp, {point(600, Outcome::Answered), point(1300, Outcome::Answered), point(1301, Outcome::Lost)}},
        {sip::Protocol::Tcp, {point(600, Outcome::Answered), point(3000, Outcome::Answered)}}};
    report.done = true;
    return report;
}

} // namespace

/// The report as a page that needs nothing else.
class TestSweepPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_chart_has_both_series_their_marks_and_the_limit()
    {
        QXmlStreamReader xml(sweepSvg(sample()));
        QStringList said;
        int ways = 0, round = 0, square = 0, crosses = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                said << xml.text().toString();
            else if (xml.name() == QLatin1String("polyline"))
                ++ways;
            else if (xml.name() == QLatin1String("circle"))
                ++round;
            else if (xml.name() == QLatin1String("rect"))
                ++square;
            else if (xml.attributes().value(QLatin1String("class")) == QLatin1String("cross"))
                ++crosses;
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(ways, 2);
        QCOMPARE(round, 2);
        QCOMPARE(square, 2);
        QCOMPARE(crosses, 1);
        QVERIFY(said.contains(QStringLiteral("UDP 1300 passes")));
        QVERIFY(!said.join(u' ').contains(QLatin1String("TCP 3000 passes"))); // it has no limit
    }
    void it_loads_nothing_and_obeys_nothing_that_came_from_outside()
    {
        const QByteArray page = sweepHtml(sample());
        for (const char *word : {"<script", "http://", "https://", "src=", "url(", "@import", "<link", "<OK>"})
            QVERIFY2(!page.contains(word), word);
        QVERIFY(page.contains("default-src 'none'"));
        QVERIFY(page.contains("sip:a&amp;b&lt;script&gt;"));
    }
    void it_says_from_where_and_what_was_found()
    {
        const QByteArray page = sweepHtml(sample());
        for (const char *word : {"From 127.0.0.1, whose interface takes packets of 1500 octets, to 127.0.0.1:5070, 5 requests",
                                 "lost from 1301 on", "&lt;OK&gt; &amp; more", "<svg"})
            QVERIFY2(page.contains(word), word);
    }
    void without_any_size_it_is_a_page_all_the_same() { QVERIFY(sweepHtml({}).endsWith("</html>\n")); }
};

QTEST_APPLESS_MAIN(TestSweepPage)
#include "tst_sweep_page.moc"
