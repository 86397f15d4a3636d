// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/certificate_chain.h"
#include "inspectors/inspector_pane.h"
#include "inspectors/path_inspector.h"
#include "support/flow_maker.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

sip::DnsTarget target(const QByteArray &address, const QByteArray &name)
{
    return {.address = {sip::Protocol::Udp, *sip::Endpoint::parse(address)},
            .name = name,
            .bySrv = true,
            .priority = 10,
            .weight = 60,
            .ttl = 60,
            .why = u"SRV _sip._udp.example.com"_s};
}

sip::CertificateFacts certificate(const QByteArray &name, char digit)
{
    sip::CertificateFacts facts;
    facts.subject = u"CN=%1"_s.arg(QString::fromLatin1(name));
    facts.issuer = u"CN=Example CA"_s;
    facts.commonName = name;
    facts.uris = {"sip:" + name};
    facts.hasAlternativeNames = true;
    facts.notBefore = QDateTime(QDate(2020, 1, 1), QTime(), Qt::UTC);
    facts.notAfter = QDateTime(QDate(2040, 1, 1), QTime(), Qt::UTC);
    facts.key = u"EC prime256v1 256 bits"_s;
    facts.fingerprint = (QByteArray(2, digit) + ':').repeated(31) + QByteArray(2, digit);
    return facts;
}

QTreeWidgetItem *itemOf(const PathInspector &page, const QString &part)
{
    for (QTreeWidgetItemIterator it(page.findChild<QTreeWidget *>()); *it; ++it)
        if ((*it)->text(0).simplified().contains(part))
            return *it;
    return nullptr;
}

/// The page of one flow.
struct Page {
    explicit Page(FlowMaker &made)
    {
        sip::ComposedRequest request;
        request.method = "REGISTER";
        request.target = "sip:example.com";
        request.rows = {{"Contact", "<sip:alice@192.0.2.10:40312>"}};
        store.remember(1, request);
        store.append(made.takeBatch(), 0);
        selection.setIntent(1);
        page.resize(460, 700);
        page.show();
        if (!QTest::qWaitForWindowExposed(&page))
            qFatal("no window");
    }
    QPushButton *button(const QString &beginning) const
    {
        for (QPushButton *one : page.findChildren<QPushButton *>())
            if (one->text().startsWith(beginning))
                return one;
        return nullptr;
    }
    QString fact(const QString &name) const ///< shown, not of a section that is hidden
    {
        for (const QLabel *one : page.findChildren<QLabel *>())
            if (one->isVisibleTo(&page) && one->accessibleName().startsWith(name + u": "_s))
                return one->text();
        return {};
    }
    QTreeWidgetItem *item(const QString &part) const { return itemOf(page, part); }

    FlowStore store;
    Selection selection;
    PathInspector page{store, selection};
};

FlowMaker failedOver()
{
    FlowMaker made("REGISTER");
    sip::DnsAnswer answer;
    answer.question = {"_sip._udp.example.com", sip::DnsType::Srv};
    answer.result = sip::DnsAnswer::Result::Records;
    answer.records = {{.owner = answer.question.name,
                       .type = sip::DnsType::Srv,
                       .ttl = 60,
                       .order = 10,
                       .preference = 60,
                       .port = 5060,
                       .target = "sip1.example.com"}};
    answer.ttl = 60;
    answer.server = *sip::Endpoint::parse("192.0.2.53:53");
    made.add(sip::DnsAsked{answer.question, answer.server});
    made.add(sip::DnsAnswered{answer});
    made.add(sip::RoadPlanned{"example.com",
                              {{u"lower priority first"_s, "R2782-1"}},
                              {target("198.51.100.1:5060", "sip1.example.com"), target("198.51.100.2:5060", "sip2.example.com")},
                              {},
                              12ms});
    made.send("Contact: <sip:alice@192.0.2.10:40312>\r\n");
    made.receive("503 Service Unavailable");
    made.path.remote = *sip::Endpoint::parse("198.51.100.2:5060");
    return made;
}

} // namespace

class tst_PathInspector : public QObject {
    Q_OBJECT
private slots:
    void the_tree_tells_questions_decisions_and_targets()
    {
        FlowMaker made = failedOver();
        Page page(made);
        QTRY_VERIFY(page.item(u"example.com: 2 targets, found in 12 ms"_s));
        QVERIFY(page.item(u"SRV _sip._udp.example.com: 1 record"_s));
        QVERIFY(page.item(u"10 60 sip1.example.com:5060, TTL 60 s"_s));
        QVERIFY(page.item(u"server 192.0.2.53:53"_s));
        QVERIFY(page.item(u"lower priority first (RFC 2782)"_s));
        QVERIFY(page.item(u"1. udp:198.51.100.1:5060 (sip1.example.com): answered"_s));
        QVERIFY(page.item(u"2. udp:198.51.100.2:5060 (sip2.example.com): not tried"_s));
        QVERIFY(page.item(u"priority 10, weight 60, TTL 60 s: SRV"_s) || page.item(u"priority 10, weight 60, TTL 60 s, SRV"_s));
    }
    void ticked_targets_become_a_drill_to_be_sent()
    {
        FlowMaker made = failedOver();
        Page page(made);
        QTRY_VERIFY(page.item(u"1. udp:198.51.100.1:5060"_s));
        QPushButton *const drill = page.button(u"Drill"_s);
        QVERIFY(!drill->isEnabled());
        page.item(u"1. udp:198.51.100.1:5060"_s)->setCheckState(0, Qt::Checked);
        QVERIFY(drill->isEnabled());
        QSignalSpy composed(&page.page, &PathInspector::composeRequested);
        drill->click();
        QCOMPARE(composed.size(), 1);
        const auto request = composed[0][0].value<sip::ComposedRequest>();
        QCOMPARE(request.road.pretendDead, QList<QByteArray>{"udp:198.51.100.1:5060"});
        QVERIFY(composed[0][1].toString().contains(u"drill"));
        // More comes: what is ticked stays.
        made.send("Contact: <sip:alice@192.0.2.10:40312>\r\n", 1, "OPTIONS");
        page.store.append(made.takeBatch(), 0);
        QTRY_VERIFY(page.item(u"2. udp:198.51.100.2:5060 (sip2.example.com): being tried"_s));
        QCOMPARE(page.item(u"1. udp:198.51.100.1:5060"_s)->checkState(0), Qt::Checked);
    }
    void one_target_is_pinned()
    {
        FlowMaker made = failedOver();
        Page page(made);
        QTRY_VERIFY(page.item(u"2. udp:198.51.100.2:5060"_s));
        page.page.findChild<QTreeWidget *>()->setCurrentItem(page.item(u"2. udp:198.51.100.2:5060"_s));
        QSignalSpy composed(&page.page, &PathInspector::composeRequested);
        page.button(u"Use only"_s)->click();
        QCOMPARE(composed.size(), 1);
        QCOMPARE(composed[0][0].value<sip::ComposedRequest>().road.pin, QByteArray("udp:198.51.100.2:5060"));
    }
    void the_certificate_sheet_says_what_was_compared()
    {
        FlowMaker made("REGISTER");
        made.path.protocol = sip::Protocol::Tls;
        made.path.connection = 1;
        made.send();
        sip::TlsVerdict verdict;
        verdict.path = made.path;
        verdict.outcome = sip::TlsVerdict::Outcome::Refused;
        verdict.version = u"TLS 1.3"_s;
        verdict.cipher = u"TLS_AES_256_GCM_SHA384"_s;
        verdict.chain = {certificate("other.example.com", 'A'), certificate("Example CA", 'B')};
        verdict.missingIssuer = u"CN=Root"_s;
        verdict.checks = {{sip::TlsCheck::What::Chain, true, u"the chain is whole"_s, ""},
                          {sip::TlsCheck::What::Name, false, u"the certificate is for other.example.com, not for example.com"_s,
                           "R5922.7.2-1"}};
        verdict.alert = 42;
        verdict.alertText = u"bad certificate: it was corrupt"_s;
        const quint64 row = made.add(verdict);
        Page page(made);
        page.selection.setRow(row);
        QTRY_COMPARE(page.fact(u"failed"_s), u"the certificate is for other.example.com, not for example.com (RFC 5922 7.2)"_s);
        QCOMPARE(page.fact(u"passed"_s), u"the chain is whole"_s);
        QCOMPARE(page.fact(u"Cipher"_s), u"TLS_AES_256_GCM_SHA384"_s);
        QVERIFY(page.fact(u"Alert"_s).contains(u"from us"));
        QCOMPARE(page.fact(u"SIP names"_s), u"sip:other.example.com"_s);
        QVERIFY(page.fact(u"Valid"_s).startsWith(u"2020-01-01 to 2040-01-01"));
        auto *chain = page.page.findChild<CertificateChain *>();
        QVERIFY2(chain->accessibleName().endsWith(u"signed by missing: CN=Root"), qPrintable(chain->accessibleName()));

        QSignalSpy composed(&page.page, &PathInspector::composeRequested);
        page.button(u"Pin this"_s)->click();
        QCOMPARE(composed.size(), 1);
        QCOMPARE(composed[0][0].value<sip::ComposedRequest>().tls.pins, QList<QByteArray>{verdict.chain[0].fingerprint});
        page.button(u"Copy fingerprint"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(verdict.chain[0].fingerprint));
        chain->setFocus();
        QTest::keyClick(chain, Qt::Key_Down);
        QTRY_COMPARE(page.fact(u"SIP names"_s), u"sip:Example CA"_s);
        QVERIFY(!page.button(u"Pin this"_s)->isEnabled()); // a pin is of the peer's own
    }
    void the_public_address_is_put_into_contact_by_a_click_only()
    {
        FlowMaker made("REGISTER");
        made.send("Contact: <sip:alice@192.0.2.10:40312>\r\n");
        made.receive("200 OK", "Contact: <sip:alice@192.0.2.10:40312>;expires=60\r\n", ";received=203.0.113.9;rport=4000");
        Page page(made);
        QTRY_COMPARE(page.fact(u"Via, received"_s), u"203.0.113.9"_s);
        QCOMPARE(page.fact(u"Contact, kept"_s), u"the same"_s);
        QVERIFY(page.fact(u"Warning"_s).contains(u"translated"));
        QSignalSpy composed(&page.page, &PathInspector::composeRequested);
        QPushButton *const use = page.button(u"Use 203.0.113.9:4000 in Contact"_s);
        QVERIFY(use && use->isVisible());
        use->click();
        QCOMPARE(composed.size(), 1);
        QCOMPARE(composed[0][0].value<sip::ComposedRequest>().rows.first().value, QByteArray("<sip:alice@203.0.113.9:4000>"));
        QVERIFY(composed[0][1].toString().contains(u"203.0.113.9:4000"));
    }
    void the_size_is_that_of_the_request_selected()
    {
        FlowMaker made("INVITE");
        made.body = QByteArray(1500, 'x');
        const quint64 large = made.send();
        made.body.clear();
        made.send();
        Page page(made);
        const auto sizeText = [&page] {
            for (const QLabel *one : page.page.findChildren<QLabel *>())
                if (one->text().contains(u"octets over UDP"))
                    return one->text();
            return QString();
        };
        QTRY_VERIFY(sizeText().contains(u"below 1300"));
        page.selection.setRow(large);
        QTRY_VERIFY2(sizeText().contains(u"2 IP fragments at an MTU of 1500"), qPrintable(sizeText()));
    }
    void a_row_about_the_way_brings_the_page()
    {
        FlowMaker made = failedOver();
        FlowStore store;
        Selection selection;
        InspectorPane pane(store, selection);
        pane.show();
        const auto *tabs = pane.findChild<QTabWidget *>();
        const auto pathIsThere = [tabs] {
            for (int i = 0; i < tabs->count(); ++i)
                if (tabs->widget(i)->objectName() == u"path")
                    return tabs->isTabVisible(i);
            return false;
        };
        QVERIFY(!pathIsThere());
        store.append(made.takeBatch(), 0);
        selection.setIntent(1);
        QVERIFY(pathIsThere());
        for (const diag::LadderRow &row : store.flow(1)->rows)
            if (row.kind == diag::RowKind::Dns)
                selection.setRow(row.seq);
        QCOMPARE(pane.currentTab(), QByteArray("path"));
    }
    void nothing_is_worked_out_while_it_cannot_be_seen()
    {
        FlowMaker made = failedOver();
        Page page(made);
        QTRY_VERIFY(page.item(u"1. udp:198.51.100.1:5060"_s));
        page.page.hide();
        PathInspector seen(page.store, page.selection);
        seen.show();
        made.send();
        made.receive("200 OK");
        page.store.append(made.takeBatch(), 0);
        QTRY_VERIFY(itemOf(seen, u"2. udp:198.51.100.2:5060 (sip2.example.com): answered"_s));
        QVERIFY(page.item(u"2. udp:198.51.100.2:5060 (sip2.example.com): not tried"_s));
        page.page.show();
        QTRY_VERIFY(page.item(u"2. udp:198.51.100.2:5060 (sip2.example.com): answered"_s));
    }
};

QTEST_MAIN(tst_PathInspector)
#include "tst_path_inspector.moc"
