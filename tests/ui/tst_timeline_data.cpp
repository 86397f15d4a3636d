// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_builder.h"
#include "plots/timeline_data.h"
#include "support/sample_trace.h"

#include <QtTest>

using namespace sip;
using Machine = StateChanged::Machine;

class TestTimelineData : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void only_transactions_have_a_lane_of_states()
    {
        sample::Trace trace(1);
        trace.start("INVITE");
        trace.state("", "Calling", Machine::InviteClient);
        trace.state("Calling", "Proceeding", Machine::InviteClient);
        trace.state("none", "requested", Machine::Cancel);
        diag::FlowBuilder builder;
        builder.append(trace.batch);
        ui::TimelineData data;
        data.take(*builder.flow(1));
        QStringList states;
        for (const ui::TimelineData::Span &span : data.spans())
            states << span.text;
        QVERIFY(states.contains(QLatin1String("Proceeding")));
        QVERIFY(!states.contains(QLatin1String("requested")));
    }
    void what_the_flow_lets_go_is_let_go_here_too()
    {
        sample::Trace trace(1);
        trace.start("OPTIONS");
        diag::FlowBuilder builder({.rows = 50});
        ui::TimelineData data;
        for (quint16 i = 1; i <= 300; ++i) {
            trace.wait(1s);
            trace.send(i, 300);
            builder.append(std::exchange(trace.batch, {}));
            QVERIFY(data.take(*builder.flow(1)));
        }
        QVERIFY2(data.points().size() <= 50, qPrintable(QString::number(data.points().size())));
        QCOMPARE(data.points().last().seq, builder.flow(1)->rows.last().seq);
        QCOMPARE(data.points().last().at, 300.0);
    }
};

QTEST_GUILESS_MAIN(TestTimelineData)
#include "tst_timeline_data.moc"
