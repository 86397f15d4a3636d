// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/bindings_inspector.h"
#include "inspectors/inspector_pane.h"
#include "ui/inspector_flow.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace ui;
using namespace std::chrono_literals;

namespace {

/// The page of a REGISTER that was accepted with two bindings, the first of them ours.
struct Page {
    explicit Page(bool kept = false, sip::Instant left = 300s)
    {
        made.build(0);
        const QByteArray seconds = QByteArray::number(qint64(left / 1s));
        made.addReceived("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKsecond\r\n"
                         "From: <sip:alice@example.com>;tag=a1\r\nTo: <sip:alice@example.com>;tag=b2\r\n"
                         "Call-ID: 5f2c@192.0.2.1\r\nCSeq: 2 REGISTER\r\n"
                         "Contact: <sip:alice@192.0.2.1:5060;transport=udp>;expires=" +
                         seconds + ";q=0.5, <sip:alice@192.0.2.77>;expires=0\r\nPath: <sip:p.example.com;lr>\r\n\r\n");
        if (kept)
            made.add({1, 2, 11}, sip::TimerEvent{sip::TimerEvent::What::Started, 'P', left, left});
        made.m_request.method = "REGISTER";
        made.m_request.rows = {
            {"From", "<sip:alice@example.com>"}, {"Contact", "<sip:alice@192.0.2.1:5060>"}, {"Expires", "300"}};
        made.fill(store);
        selection.setIntent(1);
        page.resize(500, 500);
        page.show();
        if (!QTest::qWaitForWindowExposed(&page))
            qFatal("no window");
        tree = page.findChild<QTreeWidget *>(QStringLiteral("bindings"));
        tick = page.findChild<QTimer *>(QStringLiteral("tick"));
        if (!QTest::qWaitFor([this] { return tree->topLevelItemCount() == 2; }))
            qFatal("no bindings");
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *one : page.findChildren<QPushButton *>())
            if (one->text() == text)
                return one;
        return nullptr;
    }
    QString fact(const QString &name) const
    {
        for (const QLabel *one : page.findChildren<QLabel *>())
            if (one->accessibleName().startsWith(name + QStringLiteral(": ")))
                return one->text();
        return {};
    }

    InspectorFlow made;
    FlowStore store;
    Selection selection;
    BindingsInspector page{store, selection};
    QTreeWidget *tree;
    QTimer *tick;
};

} // namespace

class TestBindingsInspector : public QObject {
    Q_OBJECT

private slots:
    void the_table_says_which_is_ours_and_what_is_left()
    {
        Page page;
        const QTreeWidgetItem *ours = page.tree->topLevelItem(0), *other = page.tree->topLevelItem(1);
        QCOMPARE(ours->text(0), QStringLiteral("sip:alice@192.0.2.1:5060;transport=udp"));
        QCOMPARE(ours->text(1), QStringLiteral("ours"));
        QVERIFY2(ours->text(2) == u"in 5:00" || ours->text(2) == u"in 4:59", qPrintable(ours->text(2)));
        QCOMPARE(other->text(1), QStringLiteral("another's"));
        QCOMPARE(other->text(2), QStringLiteral("run out"));
        QVERIFY(!page.tree->isColumnHidden(3)); // q
        QVERIFY(page.tree->isColumnHidden(5));  // no binding has an instance
        QCOMPARE(page.fact(QStringLiteral("Path")), QStringLiteral("<sip:p.example.com;lr>"));
        QCOMPARE(page.fact(QStringLiteral("Service-Route")), QStringLiteral("not stated"));
        QVERIFY(page.fact(QStringLiteral("Next refresh")).startsWith(QLatin1String("none by itself")));
        QCOMPARE(page.tree->currentItem(), page.tree->topLevelItem(0));
    }
    void time_is_counted_down_only_while_it_can_be_seen()
    {
        Page page(true);
        QVERIFY(page.tick->isActive());
        QCOMPARE(page.tick->interval(), 1000);
        const QString before = page.tree->topLevelItem(0)->text(2);
        QTRY_VERIFY_WITH_TIMEOUT(page.tree->topLevelItem(0)->text(2) != before, 5000);
        QVERIFY2(page.fact(QStringLiteral("Next refresh")).startsWith(QLatin1String("in 4:5")),
                 qPrintable(page.fact(QStringLiteral("Next refresh"))));
        page.page.hide();
        QVERIFY(!page.tick->isActive());
        page.page.show();
        QTRY_VERIFY(page.tick->isActive());
        page.selection.setIntent(0);
        QTRY_VERIFY(!page.tick->isActive()); // nothing to count
    }
    void what_a_button_does_is_composed_first()
    {
        Page page;
        QSignalSpy composed(&page.page, &BindingsInspector::composeRequested);
        const auto rows = [&composed] { return composed.takeFirst()[0].value<sip::ComposedRequest>().rows; };
        const QList<sip::ComposedRow> who{{"From", "<sip:alice@example.com>"}};
        page.button(QStringLiteral("Query"))->click();
        QCOMPARE(rows(), who);
        page.tree->setCurrentItem(page.tree->topLevelItem(1));
        page.button(QStringLiteral("Remove this binding"))->click();
        const QList<sip::ComposedRow> one{{"Contact", "<sip:alice@192.0.2.77>"}, {"Expires", "0"}};
        QCOMPARE(rows(), who + one);
        page.button(QStringLiteral("Remove all"))->click();
        const QList<sip::ComposedRow> all{{"Contact", "*"}, {"Expires", "0"}};
        QCOMPARE(rows(), who + all);
    }
    void what_is_kept_here_is_ended_here()
    {
        Page page(true);
        QSignalSpy composed(&page.page, &BindingsInspector::composeRequested),
            ended(&page.page, &BindingsInspector::endRequested);
        page.button(QStringLiteral("Un-register"))->click();
        QCOMPARE(ended.size(), 1);
        QCOMPARE(composed.size(), 0);
        page.button(QStringLiteral("Remove all"))->click();
        QVERIFY(composed.first()[1].toString().contains(u"comes back"));
        page.tree->setCurrentItem(page.tree->topLevelItem(1));
        QVERIFY(page.button(QStringLiteral("Remove this binding"))); // another's
    }
    void the_tab_is_there_for_registrations_alone()
    {
        Page page;
        InspectorPane pane(page.store, page.selection);
        const auto *tabs = pane.findChild<QTabWidget *>();
        const auto visible = [&](const char *id) {
            for (int i = 0; i < tabs->count(); ++i)
                if (tabs->widget(i)->objectName() == QLatin1String(id))
                    return tabs->isTabVisible(i);
            return false;
        };
        QVERIFY(visible("bindings") && !visible("capabilities"));
        page.selection.setIntent(0);
        QVERIFY(!visible("bindings"));
        sip::TraceBatch batch;
        auto event = std::make_shared<sip::TraceEvent>();
        event->seq = 1000;
        event->context = {2, 1, 50};
        event->what = sip::AttemptStarted{"initial", "OPTIONS", "sip:a@example.com", {}, "z9hG4bK1", "1", 1};
        page.store.append({event}, 0);
        page.selection.setIntent(2);
        QVERIFY(visible("capabilities") && !visible("bindings"));
    }
};

QTEST_MAIN(TestBindingsInspector)
#include "tst_bindings_inspector.moc"
