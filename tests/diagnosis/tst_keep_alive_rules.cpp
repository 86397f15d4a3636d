// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings_of.h"

#include <QtTest>

using namespace diag;
using Kind = sip::KeepAlive::Kind;

namespace {

const QByteArray rule = "flow.keepalive-lost";

FlowMaker registered(Kind kind)
{
    FlowMaker maker("REGISTER");
    maker.path.protocol = kind == Kind::Stun ? sip::Protocol::Udp : kind == Kind::Ws ? sip::Protocol::Ws : sip::Protocol::Tcp;
    maker.path.connection = kind == Kind::Stun ? 0 : 4;
    maker.send();
    maker.receive("200 OK");
    return maker;
}

sip::KeepAlive alive(const FlowMaker &maker, Kind kind, bool received, bool ping, bool lost = false, const QString &text = {})
{
    return {.path = maker.path, .received = received, .ping = ping, .kind = kind, .lost = lost, .text = text};
}

} // namespace

/// What is said about a flow that was kept and lost.
class TestKeepAliveRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keep_alives_that_are_answered_are_no_finding()
    {
        FlowMaker maker = registered(Kind::Crlf);
        maker.add(alive(maker, Kind::Crlf, false, true));
        maker.add(alive(maker, Kind::Crlf, true, false));
        QVERIFY(!rulesOf(maker).contains(rule));
    }

    //= R5626.4.4.1-1
    void a_peer_that_never_answered_may_not_know_how_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("crlf") << Kind::Crlf;
        QTest::newRow("ws") << Kind::Ws;
        QTest::newRow("stun") << Kind::Stun;
    }
    void a_peer_that_never_answered_may_not_know_how()
    {
        QFETCH(Kind, kind);
        FlowMaker maker = registered(kind);
        maker.add(alive(maker, kind, false, true));
        const quint64 lost = maker.add(alive(maker, kind, false, false, true, QStringLiteral("no answer")));
        const Finding finding = findingOf(maker, rule);
        QCOMPARE(finding.severity, Finding::Severity::Warning);
        QCOMPARE(finding.rows, QList<quint64>({lost}));
        QVERIFY2(finding.text.contains(QLatin1String("never answered our keep-alives")), qPrintable(finding.text));
        QCOMPARE(finding.text.contains(QLatin1String("STUN")), kind == Kind::Stun);
    }

    //= R5626.4.4.1-1
    void a_peer_that_stopped_answering_is_gone()
    {
        FlowMaker maker = registered(Kind::Crlf);
        for (int i = 0; i < 3; ++i) {
            maker.add(alive(maker, Kind::Crlf, false, true));
            maker.add(alive(maker, Kind::Crlf, true, false));
        }
        maker.path.connection = 5; // another flow: its answers do not count for this one
        maker.add(alive(maker, Kind::Crlf, true, false));
        maker.path.connection = 4;
        maker.add(alive(maker, Kind::Crlf, false, false, true, QStringLiteral("no answer")));
        QVERIFY(findingOf(maker, rule).text.contains(QLatin1String("answered 3 of our keep-alives, and then no more")));
    }

    //= R5626.4.4.2-1
    void another_address_is_the_work_of_a_nat()
    {
        FlowMaker maker = registered(Kind::Stun);
        maker.add(alive(maker, Kind::Stun, true, false, true,
                        QStringLiteral("the address we are seen at changed from 203.0.113.7:1 to 203.0.113.7:2")));
        const QString text = findingOf(maker, rule).text;
        QVERIFY2(text.startsWith(QLatin1String("The address we are seen at changed from 203.0.113.7:1 to 203.0.113.7:2: a NAT")),
                 qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestKeepAliveRules)
#include "tst_keep_alive_rules.moc"
