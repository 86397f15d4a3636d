// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ladder_model.h"
#include "models/roles.h"
#include "support/sample_trace.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace ui;
using namespace std::chrono_literals;

class TestLadderModel : public QObject {
    Q_OBJECT

    static QList<quint64> shown(const LadderModel &model)
    {
        QList<quint64> rows;
        for (int i = 0; i < model.rowCount(); ++i)
            rows << model.rowAt(i)->seq;
        return rows;
    }

private slots:
    void rows_that_are_let_go_leave_the_model_and_a_row_says_so()
    {
        FlowStore store(nullptr, {.rows = 64});
        LadderModel model(store);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        sample::Trace trace(1);
        trace.start("OPTIONS");
        store.append(std::exchange(trace.batch, {}), 0);
        model.setIntent(1);
        for (int i = 1; i <= 500; ++i) {
            if (i % 3 == 0)
                trace.timer('E', sip::TimerEvent::What::Started, 1s); // hidden: a small step
            else
                trace.receive("180 Ringing");
            store.append(std::exchange(trace.batch, {}), 0);
            QList<quint64> expected;
            for (const diag::LadderRow &row : store.flow(1)->rows)
                if (!row.minor)
                    expected << row.seq;
            QCOMPARE(shown(model), expected);
        }
        const diag::Flow &flow = *store.flow(1);
        QVERIFY(flow.droppedRows > 400);
        int gaps = 0;
        for (int i = 0; i < model.rowCount(); ++i)
            if (model.rowAt(i)->gap) {
                ++gaps;
                QCOMPARE(model.index(i, int(LadderColumn::What)).data().toString(),
                         QStringLiteral("%1 older rows were let go").arg(flow.droppedRows));
                QCOMPARE(model.visibleRowOf(model.rowAt(i)->seq), i);
            }
        QCOMPARE(gaps, 1);
        QCOMPARE(model.visibleRowOf(40), -1);
    }
    void kinds_about_the_way_fold_away_and_are_counted()
    {
        using diag::RowKind;
        FlowStore store;
        LadderModel model(store);
        sample::Trace trace(1);
        trace.start("OPTIONS");
        trace.add(sip::RoadPlanned{"example.com", {}, {{.address = {}, .name = "sip.example.com"}}, {}, {}});
        store.append(std::exchange(trace.batch, {}), 0);
        model.setIntent(1);
        const qsizetype all = shown(model).size();
        QSignalSpy hidden(&model, &LadderModel::hiddenRowsChanged);
        model.setShowsKind(RowKind::Dns, false);
        QCOMPARE(shown(model).size(), all - 1);
        QCOMPARE(model.hiddenRows(), 1);
        trace.add(sip::RoadPlanned{"example.org", {}, {{.address = {}, .name = "sip.example.org"}}, {}, {}});
        trace.add(sip::DnsAsked{{"example.org", sip::DnsType::A}, {}}); // a small step: not there anyway
        trace.add(sip::RoadPlanned{"example.net", {}, {}, QStringLiteral("no such name"), {}});
        store.append(std::exchange(trace.batch, {}), 0);
        QCOMPARE(model.hiddenRows(), 2);
        QCOMPARE(shown(model).size(), all); // trouble stays in sight
        QCOMPARE(hidden.size(), 2);
        model.setShowsKind(RowKind::Dns, true);
        QCOMPARE(model.hiddenRows(), 0);
        QCOMPARE(shown(model).size(), all + 2);
    }
    void copies_that_are_let_go_are_no_longer_counted()
    {
        FlowStore store(nullptr, {.rows = 64});
        LadderModel model(store);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setIntent(1);
        sample::Trace trace(1);
        trace.start("OPTIONS");
        for (quint16 i = 1; i <= 300; ++i) {
            trace.send(i, 300);
            store.append(std::exchange(trace.batch, {}), 0);
        }
        const int first = model.visibleRowOf(3);
        QVERIFY(first >= 0); // it is one of the first rows
        const auto &rows = store.flow(1)->rows;
        const auto copies =
            std::count_if(rows.cbegin(), rows.cend(), [](const diag::LadderRow &row) { return row.foldsInto == 3; });
        QCOMPARE(model.resendsUnder(first), int(copies));
        model.setFolded(3, true);
        QCOMPARE(shown(model).size(), rows.size() - copies - 1); // the start of the attempt is a small step
        model.setFolded(3, false);
        QCOMPARE(shown(model).size(), rows.size() - 1);
    }
};

QTEST_MAIN(TestLadderModel)
#include "tst_ladder_model.moc"
