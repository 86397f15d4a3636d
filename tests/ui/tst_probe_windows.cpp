// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practice_server.h"
#include "probe/path_report.h"
#include "probe/sweep_page.h"
#include "probe/sweep_report.h"
#include "probes/path_picture.h"
#include "probes/path_window.h"
#include "probes/probe_request_fields.h"
#include "probes/probe_table.h"
#include "probes/sweep_chart.h"
#include "probes/sweep_window.h"
#include "shell/probe_host.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;
using namespace ui;

namespace {

template<class W> W *named(const QWidget &window, const QString &name)
{
    for (W *each : window.findChildren<W *>())
        if (each->accessibleName() == name || each->objectName() == name)
            return each;
    return nullptr;
}

QPushButton *button(const QWidget &window, const char *text)
{
    for (auto *each : window.findChildren<QPushButton *>())
        if (each->text() == QLatin1String(text))
            return each;
    return nullptr;
}

bool said(const QWidget &window, const char *text)
{
    for (auto *each : window.findChildren<QLabel *>())
        if (!each->isHidden() && each->text().contains(QLatin1String(text)))
            return true;
    return false;
}

sip::ComposedRequest composed(const QByteArray &target = "sip:127.0.0.1:5070")
{
    sip::ComposedRequest request;
    request.method = "REGISTER";
    request.target = target;
    request.rows = {{"From", "<sip:1001@example.com>"}, {"Subject", "x"}};
    return request;
}

diag::SweepPoint point(qsizetype octets, bool answered)
{
    diag::SweepPoint one;
    one.octets = octets;
    one.outcome = answered ? diag::SweepPoint::Outcome::Answered : diag::SweepPoint::Outcome::Lost;
    one.sent = one.copies = 1;
    one.answered = answered ? 1 : 0;
    one.status = answered ? 200 : 0;
    one.reason = "OK";
    one.fastest = one.slowest = 2ms;
    return one;
}

diag::SweepReport sample()
{
    diag::SweepReport report;
    report.method = "OPTIONS";
    report.target = "sip:127.0.0.1:5070";
    report.from = 600;
    report.to = 3000;
    report.requests = 6;
    report.series = {{sip::Protocol::Udp, {point(600, true), point(1300, true), point(1301, false), point(3000, false)}},
                     {sip::Protocol::Tcp, {point(600, true), point(3000, true)}}};
    return report;
}

QStringList cells(const QWidget &window, const char *table, int column)
{
    const auto *view = window.findChild<QTableView *>(QLatin1String(table));
    QStringList all;
    for (int row = 0; row < view->model()->rowCount(); ++row)
        all << view->model()->index(row, column).data().toString();
    return all;
}

/// Presses a button of the question that comes up.
void answerQuestion(const QString &text, QString *asked)
{
    QTimer::singleShot(0, qApp, [=] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!box)
            return;
        *asked = box->text();
        for (QAbstractButton *each : box->buttons())
            if (each->text() == text)
                return each->click();
        box->reject();
    });
}

} // namespace

class TestProbeWindows : public QObject {
    Q_OBJECT
private slots:
    void a_sweep_begins_with_what_is_in_the_composer()
    {
        SweepWindow window;
        QVERIFY(!button(window, "Start")->isEnabled()); // no target
        window.setComposed(composed());
        QVERIFY(button(window, "Start")->isEnabled());
        diag::SweepSettings settings = window.settings();
        QCOMPARE(settings.request.method, QByteArray("OPTIONS"));
        QCOMPARE(settings.request.target, QByteArray("sip:127.0.0.1:5070"));
        QCOMPARE(settings.request.rows, (QList<sip::ComposedRow>{{"From", "<sip:1001@example.com>"}}));
        auto *method = window.findChild<QComboBox *>(QStringLiteral("probeMethod"));
        method->setCurrentIndex(method->count() - 1);
        settings = window.settings();
        QCOMPARE(settings.request.method, QByteArray("REGISTER"));
        QCOMPARE(settings.request.rows.size(), 2);
        // What the user wrote stays when the window comes up again.
        auto *target = window.findChild<QLineEdit *>(QStringLiteral("probeTarget"));
        target->clear();
        QTest::keyClicks(target, QStringLiteral("sip:127.0.0.1:5080"));
        window.setComposed(composed("sip:127.0.0.1:5090"));
        QCOMPARE(window.settings().request.target, QByteArray("sip:127.0.0.1:5080"));
    }
    void what_cannot_be_swept_is_not_started()
    {
        SweepWindow window;
        window.setComposed(composed());
        QPushButton *const start = button(window, "Start");
        named<QSpinBox>(window, QStringLiteral("Smallest size"))->setValue(3000);
        QVERIFY(!start->isEnabled());
        named<QSpinBox>(window, QStringLiteral("Smallest size"))->setValue(600);
        QVERIFY(start->isEnabled());
        for (auto *box : window.findChildren<QCheckBox *>())
            if (box->text() == QLatin1String("UDP") || box->text() == QLatin1String("TCP"))
                box->setChecked(false);
        QVERIFY(!start->isEnabled());
        window.setComposed(composed("nonsense"));
        QVERIFY(!window.settings().request.method.size());
    }
    void what_a_probe_cannot_send_is_said_and_not_started()
    {
        SweepWindow window;
        PathWindow path;
        for (const char *target : {"tls:127.0.0.1:5061", "sips:127.0.0.1", "sip:127.0.0.1;transport=ws"}) {
            window.setComposed(composed(target));
            path.setComposed(composed(target));
            QVERIFY2(!button(window, "Start")->isEnabled(), target);
            QVERIFY2(said(window, "UDP and TCP"), target);
            QVERIFY2(button(path, "Start")->isEnabled(), target); // a path is found over any transport
        }
        window.setComposed(composed());
        QVERIFY(button(window, "Start")->isEnabled() && !said(window, "UDP and TCP"));
        sip::ComposedRequest typed = composed();
        typed.raw = true;
        for (QWidget *const each : {static_cast<QWidget *>(&window), static_cast<QWidget *>(&path)}) {
            auto *method = each->findChild<QComboBox *>(QStringLiteral("probeMethod"));
            method->setCurrentIndex(method->count() - 1);
            each == &window ? window.setComposed(typed) : path.setComposed(typed);
            QVERIFY(!button(*each, "Start")->isEnabled());
            QVERIFY(said(*each, "sent as typed"));
        }
    }
    void a_table_lets_go_of_the_tab_key()
    {
        SweepWindow window;
        PathWindow path;
        QVERIFY(!window.findChild<QTableView *>(QStringLiteral("sweepTable"))->tabKeyNavigation());
        QVERIFY(!path.findChild<QTableView *>(QStringLiteral("pathTable"))->tabKeyNavigation());
    }
    void a_report_is_a_chart_a_table_and_findings()
    {
        SweepWindow window;
        window.setComposed(composed());
        const QAbstractItemModelTester tester(window.findChild<QTableView *>(QStringLiteral("sweepTable"))->model());
        button(window, "Start")->click();
        QVERIFY(button(window, "Stop")->isEnabled() && !button(window, "Start")->isEnabled());
        diag::SweepReport report = sample();
        window.setReport(report, 7);
        QCOMPARE(cells(window, "sweepTable", 1), QString::fromLatin1("600 1300 1301 3000 600 3000").split(u' '));
        QCOMPARE(cells(window, "sweepTable", 2).value(2), QStringLiteral("lost"));
        const QStringList drawn = window.findChild<SweepChart *>()->series();
        QVERIFY(drawn.contains(QStringLiteral("UDP 1300")));
        QVERIFY(drawn.contains(QStringLiteral("UDP: lost or refused")) && drawn.contains(QStringLiteral("TCP: answered")));
        QVERIFY(!drawn.contains(QStringLiteral("TCP: lost or refused")));
        QVERIFY(!button(window, "Export report...")->isEnabled());
        report.done = true;
        window.setReport(report, 0);
        QVERIFY(button(window, "Export report...")->isEnabled() && button(window, "Start")->isEnabled());
        QVERIFY(window.findChild<QLabel *>(QStringLiteral("sweepFindings"))->text().contains(QLatin1String("lost from 1301 on")));
        const QTemporaryDir folder;
        window.exportTo(folder.filePath(QStringLiteral("a.md")));
        window.exportTo(folder.filePath(QStringLiteral("a.json")));
        window.exportTo(folder.filePath(QStringLiteral("a.html")));
        QFile page(folder.filePath(QStringLiteral("a.md"))), data(folder.filePath(QStringLiteral("a.json"))),
            html(folder.filePath(QStringLiteral("a.html")));
        QVERIFY(page.open(QIODevice::ReadOnly) && data.open(QIODevice::ReadOnly) && html.open(QIODevice::ReadOnly));
        QCOMPARE(html.readAll(), diag::sweepHtml(report));
        QCOMPARE(page.readAll(), diag::sweepMarkdown(report));
        QCOMPARE(QJsonDocument::fromJson(data.readAll()).object(), diag::sweepObject(report));
    }
    void what_is_lost_can_be_cured_with_one_click()
    {
        SweepWindow window;
        sip::ComposedRequest large = composed();
        large.rows << sip::ComposedRow{"X-Trace", QByteArray(800, 'x')};
        window.setComposed(large);
        QVERIFY(!button(window, "Without X- headers"));
        diag::SweepReport report = sample();
        report.done = true;
        window.setReport(report, 0);
        QStringList cured;
        sip::ComposedRequest last;
        connect(&window, &SweepWindow::cureChosen, &window, [&](const sip::ComposedRequest &request, const QString &label) {
            last = request;
            cured << label;
            window.setComposed(request);
        });
        QVERIFY(button(window, "Compact header names") && button(window, "Over TLS"));
        button(window, "Without X- headers")->click();
        QVERIFY(last.rows.last().muted);
        QVERIFY(!button(window, "Without X- headers")); // it is done
        button(window, "Over TCP")->click();
        QCOMPARE(last.transport, QByteArray("tcp"));
        QVERIFY(last.rows.last().muted); // one after the other
        QCOMPARE(cured.join(u'|'), QStringLiteral("Without X- headers|Over TCP"));
    }
    void what_leaves_the_computer_is_asked_first()
    {
        SweepWindow window;
        window.setComposed(composed("sip:sip.example.com"));
        QSignalSpy started(&window, &SweepWindow::startRequested);
        QString asked;
        answerQuestion(QStringLiteral("Cancel"), &asked);
        button(window, "Start")->click();
        QVERIFY(asked.contains(QLatin1String("sip:sip.example.com")) && asked.contains(QLatin1String("five a second")));
        QCOMPARE(started.size(), 0);
        answerQuestion(QStringLiteral("Send them"), &asked);
        button(window, "Start")->click();
        QCOMPARE(started.size(), 1);
        SweepWindow calls;
        calls.setComposed(composed());
        calls.findChild<QComboBox *>(QStringLiteral("probeMethod"))->setCurrentText(QStringLiteral("INVITE"));
        asked.clear();
        answerQuestion(QStringLiteral("Cancel"), &asked);
        button(calls, "Start")->click();
        QVERIFY(asked.contains(QLatin1String("ring")));
        calls.findChild<QComboBox *>(QStringLiteral("probeMethod"))->setCurrentText(QStringLiteral("MESSAGE"));
        asked.clear();
        answerQuestion(QStringLiteral("Cancel"), &asked);
        button(calls, "Start")->click();
        QVERIFY(asked.contains(QLatin1String("MESSAGE")));
    }
    void escape_stops_before_it_closes()
    {
        SweepWindow window;
        window.setComposed(composed());
        window.show();
        QSignalSpy stopped(&window, &SweepWindow::stopRequested);
        button(window, "Start")->click();
        QTest::keyClick(&window, Qt::Key_Escape);
        QCOMPARE(stopped.size(), 1);
        QVERIFY(window.isVisible());
        diag::SweepReport report = sample();
        report.done = true;
        window.setReport(report, 0);
        QTest::keyClick(&window, Qt::Key_Escape);
        QVERIFY(!window.isVisible());
    }
    void a_path_is_a_picture_a_table_and_findings()
    {
        PathWindow window;
        window.setComposed(composed());
        const QAbstractItemModelTester tester(window.findChild<QTableView *>(QStringLiteral("pathTable"))->model());
        diag::PathReport report{.method = "OPTIONS", .target = "sip:127.0.0.1:5070"};
        report.path.local = *sip::Endpoint::parse("127.0.0.1:40000");
        report.hops << diag::PathHop{.maxForwards = 0,
                                     .kind = diag::PathHop::Kind::Hop,
                                     .status = 483,
                                     .reason = "Too Many Hops",
                                     .from = *sip::Endpoint::parse("127.0.0.1:5070"),
                                     .took = 1ms,
                                     .software = "proxy"}
                    << diag::PathHop{
                           .maxForwards = 1, .kind = diag::PathHop::Kind::Silent, .remarks = {QStringLiteral("no answer")}};
        window.setReport(report);
        auto *picture = window.findChild<PathPicture *>();
        QCOMPARE(picture->nodes().size(), 3);
        report.hops << diag::PathHop{.maxForwards = 2,
                                     .kind = diag::PathHop::Kind::Answer,
                                     .status = 200,
                                     .reason = "OK",
                                     .from = *sip::Endpoint::parse("127.0.0.1:5070"),
                                     .took = 3ms};
        report.end = diag::PathReport::End::Reached;
        report.text = QStringLiteral("200 OK behind 2 hops.");
        window.setReport(report);
        QCOMPARE(picture->nodes().size(), 4);
        for (int node = 1; node < 4; ++node)
            QVERIFY(picture->boxOf(node).left() > picture->boxOf(node - 1).right()); // from left to right
        QVERIFY(picture->accessibleName().contains(QLatin1String("no answer")));
        QCOMPARE(cells(window, "pathTable", 0), QString::fromLatin1("0 1 2").split(u' '));
        QCOMPARE(cells(window, "pathTable", 1).value(1), QStringLiteral("no answer"));
        QVERIFY(window.findChild<QLabel *>(QStringLiteral("pathFindings"))->text().contains(report.text));
        QVERIFY(button(window, "Export report...")->isEnabled());
        report.hops.last() = {.maxForwards = 2, .kind = diag::PathHop::Kind::Unreachable, .problem = QStringLiteral("refused")};
        window.setReport(report);
        QCOMPARE(cells(window, "pathTable", 1).value(2), QStringLiteral("not reached"));
        QVERIFY(picture->accessibleName().contains(QLatin1String("not reached")));
    }
    /// From the button to the last report, over real sockets.
    void the_windows_and_their_thread_work_together()
    {
        diag::PracticeServer server;
        diag::PracticeSettings practice;
        practice.behaviour = "hops:2";
        const QByteArray target = "sip:" + server.start(practice)->text();
        ProbeHost host;
        PathWindow path;
        connect(&path, &PathWindow::startRequested, &host, &ProbeHost::startTrace);
        connect(&host, &ProbeHost::traceMoved, &path, &PathWindow::setReport);
        path.setComposed(composed(target));
        button(path, "Start")->click();
        QTRY_COMPARE_WITH_TIMEOUT(path.report().end, diag::PathReport::End::Reached, 20'000);
        QCOMPARE(path.report().hops.size(), 3);
        QVERIFY(server.setBehaviour("limit:900"));
        SweepWindow sweep;
        connect(&sweep, &SweepWindow::startRequested, &host, &ProbeHost::startSweep);
        connect(&sweep, &SweepWindow::stopRequested, &host, &ProbeHost::stopSweep);
        connect(&host, &ProbeHost::sweepMoved, &sweep, &SweepWindow::setReport);
        sweep.setComposed(composed(target));
        button(sweep, "Start")->click();
        QTRY_VERIFY_WITH_TIMEOUT(sweep.report().done, 20'000);
        QCOMPARE(sweep.report().series.value(0).lastGood()->octets, 900);
        QVERIFY(sweep.report().bad.rows.size() > 0);
        QVERIFY(server.setBehaviour("silent"));
        button(sweep, "Start")->click();
        button(sweep, "Stop")->click();
        QTRY_VERIFY_WITH_TIMEOUT(sweep.report().done, 1'000);
        QCOMPARE(sweep.report().cutShort, QStringLiteral("stopped"));
    }
    void what_is_drawn_can_be_drawn()
    {
        SweepWindow window;
        PathWindow path;
        for (const QSize size : {QSize(700, 500), QSize(1200, 800)}) {
            window.resize(size);
            window.setReport(sample(), 3);
            QVERIFY(!window.grab().isNull());
            path.resize(size);
            QVERIFY(!path.grab().isNull());
        }
    }
};

QTEST_MAIN(TestProbeWindows)
#include "tst_probe_windows.moc"
