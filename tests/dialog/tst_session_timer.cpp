// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/session_timer.h"
#include "message/parser.h"

#include <QtTest>

using namespace sip;

class TestSessionTimer : public QObject {
    Q_OBJECT

    static Message request(const QByteArray &expires, const QByteArray &supported = "timer")
    {
        return parseMessage("INVITE sip:a@b SIP/2.0\r\nCSeq: 1 INVITE\r\nSupported: " + supported + "\r\n" +
                            (expires.isEmpty() ? QByteArray() : "Session-Expires: " + expires + "\r\n") + "\r\n");
    }
    static Message ok(const QByteArray &expires)
    {
        return parseMessage("SIP/2.0 200 OK\r\nCSeq: 1 INVITE\r\n" +
                            (expires.isEmpty() ? QByteArray() : "Session-Expires: " + expires + "\r\n") + "\r\n");
    }

private Q_SLOTS:
    //= R4028.7.2-1
    void who_refreshes_data()
    {
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("answered");
        QTest::addColumn<bool>("ours");
        QTest::addColumn<int>("seconds"); // 0: no timer
        QTest::addColumn<bool>("weRefresh");
        const auto row = [](const char *name, const char *asked, const char *answered, bool ours, int seconds, bool weRefresh) {
            QTest::newRow(name) << QByteArray(asked) << QByteArray(answered) << ours << seconds << weRefresh;
        };
        row("none", "1800", "", true, 0, false);
        row("ours, uac", "1800", "1200;refresher=uac", true, 1200, true);
        row("ours, uas", "1800", "1200;refresher=UAS", true, 1200, false);
        row("ours, not said", "1800", "1200", true, 1200, true);
        row("ours, said in the request", "1800;refresher=uas", "1200", true, 1200, false);
        row("theirs, uac", "1800", "1200;refresher=uac", false, 1200, false);
        row("theirs, uas", "1800", "1200;refresher=uas", false, 1200, true);
        row("unreadable", "1800", "soon", true, 0, false);
        row("zero", "1800", "0", true, 0, false);
    }
    void who_refreshes()
    {
        QFETCH(QByteArray, asked);
        QFETCH(QByteArray, answered);
        QFETCH(bool, ours);
        QFETCH(int, seconds);
        QFETCH(bool, weRefresh);
        const auto timer = SessionTimer::agreed(request(asked), ok(answered), ours);
        QCOMPARE(bool(timer), seconds != 0);
        if (timer) {
            QCOMPARE(timer->interval, Instant(std::chrono::seconds(seconds)));
            QCOMPARE(timer->weRefresh, weRefresh);
        }
    }
    //= R4028.10-1
    //= R4028.10-2
    void when()
    {
        const SessionTimer hour{3600s, true}, brief{90s, false};
        QCOMPARE(hour.refreshAfter(), Instant(1800s));
        QCOMPARE(hour.byeAfter(), Instant(3568s));
        QCOMPARE(brief.byeAfter(), Instant(60s));
    }
    //= R4028.5-1
    void what_we_answer()
    {
        QVERIFY(sessionTimerAnswer(request({})).sessionExpires.isEmpty());
        QVERIFY(sessionTimerAnswer(request("89")).tooBrief);
        QVERIFY(!sessionTimerAnswer(request("89", "foo")).tooBrief); // who does not know timers cannot be told 422
        QCOMPARE(sessionTimerAnswer(request("90")).sessionExpires, QByteArray("90;refresher=uac"));
        QVERIFY(sessionTimerAnswer(request("90")).require);
        QCOMPARE(sessionTimerAnswer(request("90;refresher=uas")).sessionExpires, QByteArray("90;refresher=uas"));
        QCOMPARE(sessionTimerAnswer(request("90", "foo")).sessionExpires, QByteArray("90;refresher=uas"));
        QVERIFY(!sessionTimerAnswer(request("90", "foo")).require);
    }
};

QTEST_GUILESS_MAIN(TestSessionTimer)
#include "tst_session_timer.moc"
