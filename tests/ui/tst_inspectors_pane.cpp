// SPDX-License-Identifier: GPL-3.0-or-later
// The inspector as the user works it: real selection, clicks and keys.
#include "inspectors/inspector_pane.h"
#include "models/theme.h"
#include "ui/inspector_flow.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace ui;

namespace {

/// A window with the inspector of one finished flow.
struct Window {
    explicit Window(int status = 200, std::function<void(InspectorFlow &)> more = {})
    {
        made.build(status);
        if (more)
            more(made);
        made.fill(store);
        selection.setIntent(1);
        pane.resize(460, 720);
        pane.show();
        if (!QTest::qWaitForWindowExposed(&pane))
            qFatal("no window");
    }
    void select(quint64 seq)
    {
        selection.setRow(seq);
        settle();
    }
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    void open(const QByteArray &id)
    {
        pane.showTab(id);
        settle();
    }
    template<class T> T *child(const char *name)
    {
        const QList<T *> all = pane.findChildren<T *>(QString::fromLatin1(name));
        for (T *one : all)
            if (one->isVisible())
                return one;
        return all.value(0);
    }
    QTreeWidget *tree(const char *name) { return child<QTreeWidget>(name); }
    QString allText(const char *treeName)
    {
        QStringList texts;
        for (QTreeWidgetItemIterator at(tree(treeName)); *at; ++at)
            for (int column = 0; column < (*at)->columnCount(); ++column)
                texts += (*at)->text(column);
        return texts.join(u'\n');
    }
    QString visibleWords()
    {
        QStringList texts;
        for (const QLabel *label : pane.findChildren<QLabel *>())
            if (label->isVisible())
                texts += label->text();
        return texts.join(u'\n');
    }

    InspectorFlow made;
    FlowStore store;
    Selection selection;
    InspectorPane pane{store, selection};
};

} // namespace

class TestInspectorPane : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), theme::Mode::Light); }

    void the_tab_that_fits_the_row_comes_to_the_front()
    {
        Window window;
        window.select(window.made.challenge);
        QCOMPARE(window.pane.currentTab(), QByteArray("message"));
        window.select(window.made.auth);
        QCOMPARE(window.pane.currentTab(), QByteArray("digest"));
        window.select(window.made.timerE);
        QCOMPARE(window.pane.currentTab(), QByteArray("transaction"));
        window.select(window.made.ok);
        QCOMPARE(window.pane.currentTab(), QByteArray("message"));
        window.open("raw");
        window.select(window.made.firstCopy); // a message too: raw stays
        QCOMPARE(window.pane.currentTab(), QByteArray("raw"));
    }

    void capabilities_say_what_is_stated_and_what_is_not()
    {
        Window window(200, [](InspectorFlow &made) {
            made.ok = made.addReceived("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKsecond\r\n"
                                       "From: <sip:alice@example.com>;tag=a1\r\nTo: <sip:alice@example.com>;tag=b2\r\n"
                                       "Call-ID: 5f2c@192.0.2.1\r\nCSeq: 3 OPTIONS\r\nAllow: INVITE, <b>\r\n"
                                       "Supported:\r\nContent-Type: application/sdp\r\n\r\nv=0\r\nm=audio 9 RTP/AVP 0\r\n");
        });
        window.open("capabilities");
        const QString words = window.visibleWords();
        for (const char *expected : {"200 OK to OPTIONS",
                                     "not stated, though it should be (RFC 3261 11.2); counts as "
                                     "application/sdp (RFC 3261 20.1)",
                                     "empty; no extension (RFC 3261 20.37)", "0 PCMU/8000", "&lt;b&gt;"})
            QVERIFY2(words.contains(QLatin1String(expected)), qPrintable(words));
        const QString methods = window.child<QLabel>("methods")->accessibleName();
        QVERIFY2(methods.startsWith(QLatin1String("Methods: INVITE yes, ACK no")), qPrintable(methods));
    }

    void a_pinned_tab_stays()
    {
        Window window;
        window.open("attempts");
        QTest::mouseClick(window.child<QToolButton>("pinTab"), Qt::LeftButton);
        window.select(window.made.auth);
        QCOMPARE(window.pane.currentTab(), QByteArray("attempts"));
        QTest::mouseClick(window.child<QToolButton>("pinTab"), Qt::LeftButton);
        window.select(window.made.timerE);
        QCOMPARE(window.pane.currentTab(), QByteArray("transaction"));
    }

    void tabs_are_reached_with_the_keyboard()
    {
        Window window;
        window.select(window.made.ok);
        auto *bar = window.pane.findChild<QTabBar *>();
        bar->setFocus();
        QTest::keyClick(bar, Qt::Key_Right);
        QCOMPARE(window.pane.currentTab(), QByteArray("raw"));
    }

    void without_a_selection_every_tab_says_what_to_do()
    {
        FlowStore store;
        Selection selection;
        InspectorPane pane(store, selection);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        for (const char *id : {"message", "raw", "digest", "transaction", "findings", "attempts"}) {
            pane.showTab(id);
            Window::settle();
            QStringList words;
            for (const QLabel *label : pane.findChildren<QLabel *>())
                if (label->isVisible())
                    words += label->text();
            QVERIFY2(words.join(u' ').contains(QLatin1String("Sele")) || words.join(u' ').contains(QLatin1String("Send")), id);
        }
    }

    void a_row_without_a_message_says_so()
    {
        Window window;
        window.select(window.made.timerE);
        window.open("message");
        QVERIFY(window.visibleWords().contains(QLatin1String("not a message")));
    }

    void message_tree_shows_rows_and_copies_them()
    {
        Window window;
        window.select(window.made.firstCopy);
        QTreeWidget *tree = window.tree("messageTree");
        QCOMPARE(tree->topLevelItem(0)->text(1), QStringLiteral("REGISTER sip:example.com SIP/2.0"));
        QCOMPARE(tree->topLevelItemCount(), 10);
        QVERIFY(tree->topLevelItem(1)->toolTip(0).contains(QLatin1String("RFC 3261 20.42")));
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(tree->currentItem()->text(0), QStringLiteral("Via"));
        QTest::keyClick(tree, Qt::Key_Right);
        QVERIFY(tree->currentItem()->isExpanded());
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(QLatin1String("Via: SIP/2.0/UDP")));
    }

    void lint_marks_have_icon_words_and_tool_tip()
    {
        quint64 odd = 0;
        Window window(200, [&odd](InspectorFlow &made) {
            odd =
                made.addReceived("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKsecond\r\nCSeq: x REGISTER\r\n\r\n");
        });
        window.select(odd);
        QTreeWidget *tree = window.tree("messageTree");
        const QList<QTreeWidgetItem *> found = tree->findItems(QStringLiteral("CSeq"), Qt::MatchExactly, 0);
        QCOMPARE(found.size(), 1);
        QVERIFY(!found[0]->icon(0).isNull());
        QVERIFY(found[0]->toolTip(0).contains(QLatin1String("Error: ")));
        window.open("raw");
        const auto selections = window.child<QPlainTextEdit>("rawText")->extraSelections();
        QVERIFY(!selections.isEmpty());
        QCOMPARE(selections.first().format.underlineStyle(), QTextCharFormat::WaveUnderline);
    }

    void raw_view_shows_the_octets()
    {
        Window window;
        window.select(window.made.firstCopy);
        window.open("raw");
        const QString text = window.child<QPlainTextEdit>("rawText")->toPlainText();
        QVERIFY(text.startsWith(QLatin1String("REGISTER sip:example.com SIP/2.0\nVia: ")));
    }

    void a_megabyte_is_shown_in_part_until_asked_for()
    {
        quint64 large = 0;
        Window window(200, [&large](InspectorFlow &made) {
            large = made.addReceived("SIP/2.0 200 OK\r\nContent-Type: text/plain\r\n\r\n" + QByteArray(1 << 20, 'x'));
        });
        window.select(large);
        window.open("raw");
        auto *text = window.child<QPlainTextEdit>("rawText");
        QVERIFY(text->toPlainText().size() < 40'000);
        auto *more = window.child<QLabel>("showAll");
        QVERIFY(more->isVisible());
        QVERIFY(more->text().contains(QLatin1String("Show all")));
        more->setFocus(); // the link is reached and followed with the keyboard
        QTest::keyClick(more, Qt::Key_Tab);
        QTest::keyClick(more, Qt::Key_Return);
        if (text->toPlainText().size() < 40'000)
            emit more->linkActivated(QStringLiteral("all"));
        Window::settle();
        QVERIFY(text->toPlainText().size() > 1'000'000);
        QVERIFY(!more->isVisible());
    }

    void digest_is_masked_until_asked_and_hidden_again_for_the_next_row()
    {
        Window window;
        window.select(window.made.auth);
        QVERIFY(window.child<QLabel>("verdict")->text().startsWith(QLatin1String("Match.")));
        QCOMPARE(window.pane.findChildren<QWidget *>(QStringLiteral("decision")).size(), 3);
        QVERIFY(!window.allText("digestSteps").contains(QLatin1String("secret")));
        QVERIFY(window.allText("digestSteps").contains(QLatin1String("REGISTER:sip:example.com")));
        const QByteArray ha1 = sip::hashHex(sip::HashAlgorithm::Sha256, "alice:example.com:secret");
        QVERIFY(!window.allText("digestSteps").remove(u'\n').contains(QLatin1String(ha1)));
        QVERIFY(!window.allText("digestSteps").contains(u'\u2026')); // hashes are broken, never cut
        auto *show = window.child<QPushButton>("showSecrets");
        show->setFocus();
        QTest::keyClick(show, Qt::Key_Space);
        QVERIFY(window.allText("digestSteps").contains(QLatin1String("alice:example.com:secret")));
        QVERIFY(window.allText("digestSteps").remove(u'\n').contains(QLatin1String(ha1)));
        window.select(window.made.answered);
        window.open("digest");
        QVERIFY(!window.allText("digestSteps").contains(QLatin1String("secret")));
        QVERIFY(!window.pane.findChild<QWidget *>(QStringLiteral("decision")));
    }

    void digest_says_mismatch_when_the_password_is_another()
    {
        InspectorFlow made("secret");
        made.build();
        made.m_request.credentials.first().password = "other";
        FlowStore store;
        made.fill(store);
        Selection selection;
        InspectorPane pane(store, selection);
        pane.show();
        selection.setIntent(1);
        selection.setRow(made.auth);
        Window::settle();
        QVERIFY(pane.findChild<QLabel *>(QStringLiteral("verdict"))->text().startsWith(QLatin1String("Mismatch.")));
    }

    void transaction_shows_state_timers_and_the_rows_taken()
    {
        Window window(0, [](InspectorFlow &) {});
        window.select(window.made.answered);
        window.open("transaction");
        QCOMPARE(window.child<QLabel>("state")->text(), QStringLiteral("Trying"));
        QTreeWidget *timers = window.tree("timers");
        QCOMPARE(timers->topLevelItemCount(), 2);
        QCOMPARE(timers->topLevelItem(0)->text(1), QStringLiteral("end not seen")); // of a run long ago
        window.select(window.made.firstCopy);
        QCOMPARE(window.child<QLabel>("state")->text(), QStringLiteral("Completed"));
        const QTreeWidget *table = window.tree("stateTable");
        int taken = 0;
        for (int i = 0; i < table->topLevelItemCount(); ++i)
            taken += table->topLevelItem(i)->text(0).startsWith(u'\u2713');
        QCOMPARE(taken, 2);
    }

    void timers_count_down_while_visible()
    {
        InspectorFlow made;
        made.wallUs = QDateTime::currentMSecsSinceEpoch() * 1000;
        made.build(0);
        FlowStore store;
        made.fill(store);
        Selection selection;
        InspectorPane pane(store, selection);
        pane.show();
        selection.setIntent(1);
        selection.setRow(made.answered);
        pane.showTab("transaction");
        Window::settle();
        const auto *timers = pane.findChild<QTreeWidget *>(QStringLiteral("timers"));
        const QString before = timers->topLevelItem(0)->text(1);
        QVERIFY2(before.endsWith(QLatin1String(" s")), qPrintable(before));
        QTRY_VERIFY(timers->topLevelItem(0)->text(1) != before);
    }

    void steps_lead_back_to_their_rows()
    {
        Window window;
        window.select(window.made.timerE);
        QTreeWidget *steps = window.tree("steps");
        QVERIFY(steps->currentItem()->text(1).startsWith(QLatin1String("Timer E")));
        steps->setCurrentItem(steps->topLevelItem(1));
        emit steps->itemActivated(steps->topLevelItem(1), 0);
        QCOMPARE(window.selection.row(), window.made.firstCopy);
    }

    void attempts_are_compared()
    {
        Window window;
        window.open("attempts");
        QVERIFY(window.visibleWords().contains(QLatin1String("1 added, 0 removed, 2 changed")));
        QVERIFY(window.allText("diffLines").contains(QLatin1String("Authorization")));
        QVERIFY(!window.allText("diffLines").contains(QLatin1String("Max-Forwards")));
        QTest::keyClick(window.child<QCheckBox>("showSame"), Qt::Key_Space);
        QVERIFY(window.allText("diffLines").contains(QLatin1String("Max-Forwards")));
    }

    void findings_lead_to_their_evidence_and_offer_the_fix()
    {
        Window window(403);
        window.open("findings");
        const QList<diag::Finding> findings = window.store.findings(1);
        QVERIFY(!findings.isEmpty());
        QCOMPARE(window.pane.findChildren<QFrame *>(QStringLiteral("finding")).size(), findings.size());
        QVERIFY(window.visibleWords().contains(findings.first().text));
        QVERIFY(!findings.first().rows.isEmpty());
        emit window.child<QLabel>("evidence")->linkActivated(QString::number(findings.first().rows.first()));
        QCOMPARE(window.selection.row(), findings.first().rows.first());

        QSignalSpy fixes(&window.pane, &InspectorPane::fixRequested);
        window.open("findings");
        for (QPushButton *button : window.pane.findChildren<QPushButton *>(QStringLiteral("fix")))
            QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(fixes.size(),
                 std::count_if(findings.begin(), findings.end(), [](const diag::Finding &f) { return bool(f.fix); }));
    }

    void controls_have_accessible_names()
    {
        Window window;
        for (const QTreeWidget *tree : window.pane.findChildren<QTreeWidget *>())
            QVERIFY2(!tree->accessibleName().isEmpty(), qPrintable(tree->objectName()));
        QVERIFY(!window.child<QPlainTextEdit>("rawText")->accessibleName().isEmpty());
        QVERIFY(!window.child<QToolButton>("pinTab")->accessibleName().isEmpty());
    }

    void nothing_breaks_when_the_store_is_cleared()
    {
        Window window;
        for (const char *id : {"message", "raw", "digest", "transaction", "findings", "attempts"}) {
            window.open(id);
            window.select(window.made.challenge);
        }
        window.store.clear();
        for (const char *id : {"message", "raw", "digest", "transaction", "findings", "attempts"})
            window.open(id);
    }

    /// Pictures for people who work on the look; only with VIATRACE_SHOTS=folder.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("VIATRACE_SHOTS");
        if (folder.isEmpty())
            QSKIP("skipped: VIATRACE_SHOTS is not set");
        QDir().mkpath(folder);
        for (const auto mode : {theme::Mode::Light, theme::Mode::Dark}) {
            theme::apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), mode);
            quint64 odd = 0;
            Window window(403, [&odd](InspectorFlow &made) {
                odd = made.addReceived(
                    "SIP/2.0 183 Session Progress\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKsecond\r\n"
                    "From: <sip:alice@example.com>;tag=a1\r\nTo: <sip:alice@example.com>\r\nCall-ID: 5f2c\r\n"
                    "CSeq: 2x REGISTER\r\nMax-Forwards: 700\r\nContent-Type: application/sdp\r\n\r\n"
                    "v=0\r\no=bob 2890844526 2890844526 IN IP4 192.0.2.7\r\ns=-\r\nc=IN IP4 192.0.2.7\r\nt=0 0\r\n"
                    "m=audio 49170 RTP/AVP 0 8\r\na=rtpmap:0 PCMU/8000\r\n");
            });
            const QString suffix = mode == theme::Mode::Light ? QStringLiteral("light") : QStringLiteral("dark");
            const auto shoot = [&](quint64 row, const QByteArray &tab) {
                window.select(row);
                window.open(tab);
                window.pane.grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, QString::fromLatin1(tab), suffix));
            };
            shoot(odd, "message");
            shoot(odd, "raw");
            shoot(window.made.auth, "digest");
            shoot(window.made.firstCopy, "transaction");
            shoot(window.made.ok, "findings");
            shoot(window.made.ok, "attempts");
        }
        theme::apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), theme::Mode::Light);
    }
};

QTEST_MAIN(TestInspectorPane)
#include "tst_inspectors_pane.moc"
