// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/ladder_pane.h"

#include "ladder/ladder_bar.h"
#include "ladder/ladder_geometry.h"
#include "ladder/ladder_table.h"
#include "ladder/ladder_view.h"
#include "ladder/verdict_card.h"
#include "models/roles.h"
#include "models/theme.h"
#include "support/sample_trace.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QtTest>

using namespace ui;

class TestLadderPane : public QObject {
    Q_OBJECT

    struct Window {
        FlowStore store;
        Selection selection;
        LadderPane pane{store, selection};
        LadderView *view = pane.findChild<LadderView *>();
        LadderTable *table = pane.findChild<LadderTable *>();

        explicit Window(QSize size = {1000, 600})
        {
            pane.resize(size);
            pane.show();
            static_cast<void>(QTest::qWaitForWindowExposed(&pane));
        }
        void give(const sample::Trace &trace, sip::IntentId intent)
        {
            store.append(trace.batch, 0);
            selection.setIntent(intent);
            QCoreApplication::processEvents();
        }
        /// In the middle of a visible row, in the viewport.
        QPoint at(int row, int x = 400) const
        {
            const auto m = LadderGeometry::Metrics::at(1);
            return {x, m.headHeight + row * m.rowHeight - view->verticalScrollBar()->value() + m.rowHeight / 2};
        }
        QWidget *shown() const { return pane.findChild<QStackedWidget *>()->currentWidget(); }
    };

private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }

    void nothing_sent_shows_what_to_do()
    {
        Window w;
        QCOMPARE(w.shown()->objectName(), QStringLiteral("emptyLadder"));
        QVERIFY(w.shown()->accessibleDescription().contains(QLatin1String("Ctrl+Enter")));
        QVERIFY(!w.pane.findChild<VerdictCard *>()->isVisible());
        w.give(sample::registered(), 1);
        QCOMPARE(w.shown(), static_cast<QWidget *>(w.view));
        w.store.clear();
        QCOMPARE(w.shown()->objectName(), QStringLiteral("emptyLadder"));
    }
    void a_click_selects_the_row_everywhere()
    {
        Window w;
        w.give(sample::registered(), 1);
        const quint64 seq = w.pane.model().rowAt(1)->seq;
        QTest::mouseClick(w.view->viewport(), Qt::LeftButton, {}, w.at(1));
        QCOMPARE(w.selection.row(), seq);
        QCOMPARE(w.table->currentIndex().row(), 1);
        QTest::mouseClick(w.view->viewport(), Qt::LeftButton, {}, w.at(90)); // below the last row
        QCOMPARE(w.selection.row(), seq);
    }
    void the_table_selects_the_row_in_the_ladder()
    {
        Window w;
        w.give(sample::registered(), 1);
        w.table->setCurrentIndex(w.pane.model().index(2, 0));
        QCOMPARE(w.selection.row(), w.pane.model().rowAt(2)->seq);
    }
    void keys_walk_the_rows()
    {
        Window w;
        w.give(sample::timedOut(), 2);
        LadderModel &model = w.pane.model();
        const int last = model.rowCount() - 1;
        const auto row = [&] { return model.visibleRowOf(w.selection.row()); };
        QTest::keyClick(w.view, Qt::Key_Home);
        QCOMPARE(row(), 0);
        QTest::keyClick(w.view, Qt::Key_Up);
        QCOMPARE(row(), 0);
        QTest::keyClick(w.view, Qt::Key_Down);
        QCOMPARE(row(), 1);
        QTest::keyClick(w.view, Qt::Key_PageDown);
        QVERIFY(row() > 4);
        QTest::keyClick(w.view, Qt::Key_End);
        QCOMPARE(row(), last);
        QVERIFY(w.view->isFollowing());
        QTest::keyClick(w.view, Qt::Key_PageUp);
        QVERIFY(row() < last);

        QSignalSpy activated(w.view, &LadderView::rowActivated);
        QTest::keyClick(w.view, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toULongLong(), w.selection.row());
    }
    void left_and_right_fold_the_resends()
    {
        Window w;
        w.give(sample::timedOut(), 2);
        LadderModel &model = w.pane.model();
        const int all = model.rowCount();
        w.selection.setRow(model.rowAt(0)->seq);
        QCOMPARE(model.resendsUnder(0), 10);
        QTest::keyClick(w.view, Qt::Key_Left);
        QCOMPARE(model.rowCount(), all - 10);
        QTest::keyClick(w.view, Qt::Key_Right);
        QCOMPARE(model.rowCount(), all);
        // From a resend, Left goes to the first copy.
        w.selection.setRow(model.rowAt(2)->seq);
        QVERIFY(model.rowAt(2)->foldsInto != 0);
        QTest::keyClick(w.view, Qt::Key_Left);
        QCOMPARE(w.selection.row(), model.rowAt(0)->seq);
    }
    void a_click_on_the_triangle_folds()
    {
        Window w;
        w.give(sample::timedOut(), 2);
        LadderModel &model = w.pane.model();
        w.view->setFollowing(false);
        w.view->verticalScrollBar()->setValue(0);
        const int all = model.rowCount();
        const auto m = LadderGeometry::Metrics::at(1);
        QTest::mouseClick(w.view->viewport(), Qt::LeftButton, {}, w.at(0, m.gutter + m.fold / 2));
        QCOMPARE(model.rowCount(), all - 10);
    }
    void follows_until_the_user_scrolls_up()
    {
        Window w({1000, 400});
        sample::Trace trace = sample::many(200);
        w.give(trace, 9);
        QScrollBar *bar = w.view->verticalScrollBar();
        QVERIFY(w.view->isFollowing());
        QCOMPARE(bar->value(), bar->maximum());
        auto *chip = w.view->findChild<QAbstractButton *>(QStringLiteral("followChip"));
        QVERIFY(!chip->isVisible());

        QWheelEvent wheel(QPointF(300, 200), w.view->viewport()->mapToGlobal(QPointF(300, 200)), {}, {0, 240}, {}, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(w.view->viewport(), &wheel);
        QVERIFY(!w.view->isFollowing());
        QVERIFY(chip->isVisible());
        const int place = bar->value();
        const sample::Trace more = sample::many(50, 9, trace.nextSeq());
        w.store.append(more.batch, 0);
        QCOMPARE(bar->value(), place);

        QTest::mouseClick(chip, Qt::LeftButton);
        QVERIFY(w.view->isFollowing());
        QCOMPARE(bar->value(), bar->maximum());
        QVERIFY(!chip->isVisible());
        w.store.append(sample::many(50, 9, more.nextSeq()).batch, 0);
        QCOMPARE(bar->value(), bar->maximum());
    }
    void scrolling_to_the_end_follows_again()
    {
        Window w({1000, 400});
        w.give(sample::many(200), 9);
        QScrollBar *bar = w.view->verticalScrollBar();
        bar->setValue(0);
        QVERIFY(!w.view->isFollowing());
        QVERIFY(!w.pane.findChild<QAbstractButton *>(QStringLiteral("followButton"))->isChecked());
        bar->setValue(bar->maximum());
        QVERIFY(w.view->isFollowing());
        QVERIFY(w.pane.findChild<QAbstractButton *>(QStringLiteral("followButton"))->isChecked());
    }
    void a_selected_row_is_scrolled_to()
    {
        Window w({1000, 400});
        w.give(sample::many(400), 9);
        w.selection.setRow(w.pane.model().rowAt(10)->seq);
        const int value = w.view->verticalScrollBar()->value();
        const int height = LadderGeometry::Metrics::at(1).rowHeight;
        QVERIFY(value <= 10 * height && value + w.view->viewport()->height() > 11 * height);
    }
    void control_and_wheel_zoom()
    {
        Window w;
        w.give(sample::many(400), 9);
        const int before = w.view->verticalScrollBar()->maximum();
        QWheelEvent wheel(QPointF(300, 200), w.view->viewport()->mapToGlobal(QPointF(300, 200)), {}, {0, 120}, {},
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(w.view->viewport(), &wheel);
        QVERIFY(w.view->verticalScrollBar()->maximum() > before);
        w.view->resetZoom();
        QCOMPARE(w.view->verticalScrollBar()->maximum(), before);
    }
    void the_table_is_one_click_away()
    {
        Window w;
        w.give(sample::registered(), 1);
        QTest::mouseClick(w.pane.findChild<QAbstractButton *>(QStringLiteral("tableButton")), Qt::LeftButton);
        QCOMPARE(w.shown(), static_cast<QWidget *>(w.table));
        QCOMPARE(w.table->accessibleName(), QStringLiteral("Ladder table"));
        QTest::mouseClick(w.pane.findChild<QAbstractButton *>(QStringLiteral("ladderButton")), Qt::LeftButton);
        QCOMPARE(w.shown(), static_cast<QWidget *>(w.view));
    }
    void the_verdict_says_how_it_ended()
    {
        Window w;
        w.give(sample::registered(), 1);
        auto *card = w.pane.findChild<VerdictCard *>();
        QVERIFY(card->isVisible());
        QVERIFY(!card->sentence().isEmpty());
        QVERIFY(card->accessibleDescription().startsWith(QLatin1String("200 OK")));
        auto *compare = w.pane.findChild<QPushButton *>(QStringLiteral("compareButton"));
        QVERIFY(compare->isVisible());
        QSignalSpy asked(&w.pane, &LadderPane::compareRequested);
        QTest::mouseClick(compare, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toULongLong(), 1);
    }
    void a_local_status_is_called_local()
    {
        Window w;
        w.give(sample::timedOut(), 2);
        QVERIFY(w.pane.findChild<VerdictCard *>()->accessibleDescription().contains(QLatin1String("local")));
        const LadderModel &model = w.pane.model();
        const QModelIndex what = model.index(model.rowCount() - 1, int(LadderColumn::What));
        QVERIFY(what.data().toString().contains(QLatin1String("(local)")));
        QVERIFY(what.data(Qt::AccessibleTextRole).toString().contains(QLatin1String("not received")));
    }
    void copying_a_row_puts_its_text_on_the_clipboard()
    {
        Window w;
        w.give(sample::registered(), 1);
        w.selection.setRow(w.pane.model().rowAt(0)->seq);
        QTest::keyClick(w.view, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("REGISTER")));
    }
    /// Not compared to anything: drawn in every look, and kept for people's eyes where VIATRACE_SHOTS names a folder.
    void it_paints_in_every_look_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("flow");
        QTest::newRow("light-small-registered") << false << QSize(900, 600) << 1;
        QTest::newRow("dark-small-registered") << true << QSize(900, 600) << 1;
        QTest::newRow("light-large-timeout") << false << QSize(1600, 1000) << 2;
        QTest::newRow("dark-large-timeout") << true << QSize(1600, 1000) << 2;
        QTest::newRow("light-small-refused") << false << QSize(900, 600) << 3;
        QTest::newRow("dark-small-cancelled") << true << QSize(900, 600) << 4;
        QTest::newRow("light-small-cancelled") << false << QSize(900, 600) << 4;
        QTest::newRow("light-narrow-timeout") << false << QSize(560, 600) << 2;
        QTest::newRow("light-small-empty") << false << QSize(900, 600) << 0;
        QTest::newRow("dark-small-table") << true << QSize(900, 600) << -1;
        QTest::newRow("dark-large-minor") << true << QSize(1600, 1000) << -2;
    }
    void it_paints_in_every_look()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        QFETCH(int, flow);
        theme::apply(*qApp, dark ? theme::Mode::Dark : theme::Mode::Light);
        Window w(size);
        w.store.append(sample::registered(1, 1).batch, 0);
        w.store.append(sample::timedOut(2, 1000).batch, 0);
        w.store.append(sample::refused(3, 2000).batch, 0);
        w.store.append(sample::cancelled(4, 3000).batch, 0);
        w.selection.setIntent(sip::IntentId(flow < 0 ? 1 : flow));
        if (flow == -1)
            w.pane.findChild<LadderBar *>()->setTable(true);
        if (flow == -2)
            w.pane.model().setShowsMinor(true);
        if (const diag::LadderRow *row = w.pane.model().rowAt(2))
            w.selection.setRow(row->seq);
        w.view->setFocus();
        QCoreApplication::processEvents();
        const QImage picture = w.pane.grab().toImage();
        QCOMPARE(picture.size(), size);
        QSet<QRgb> colours;
        for (int x = 0; x < picture.width(); x += 3) {
            for (int y = 0; y < picture.height(); y += 3)
                colours.insert(picture.pixel(x, y));
        }
        QVERIFY(colours.size() > 20);
        if (const QString folder = qEnvironmentVariable("VIATRACE_SHOTS"); !folder.isEmpty())
            QVERIFY(picture.save(folder + u'/' + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".png")));
        theme::apply(*qApp, theme::Mode::Light);
    }
};

QTEST_MAIN(TestLadderPane)
#include "tst_ladder_pane.moc"
