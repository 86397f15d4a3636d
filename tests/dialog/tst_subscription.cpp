// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/subscription.h"
#include "message/parser.h"

#include <QtTest>

using namespace sip;
using State = Subscription::State;

class TestSubscription : public QObject {
    Q_OBJECT

    static Message subscribe(const QByteArray &event = "presence", const QByteArray &expires = "600")
    {
        return parseMessage("SUBSCRIBE sip:a@b SIP/2.0\r\nCSeq: 1 SUBSCRIBE\r\nEvent: " + event + "\r\nExpires: " + expires +
                            "\r\n\r\n");
    }
    static Message ok(const QByteArray &expires)
    {
        return parseMessage("SIP/2.0 200 OK\r\nCSeq: 1 SUBSCRIBE\r\n" +
                            (expires.isEmpty() ? QByteArray() : "Expires: " + expires + "\r\n") + "\r\n");
    }
    static Message notify(const QByteArray &state, const QByteArray &event = "presence", const QByteArray &more = {})
    {
        return parseMessage("NOTIFY sip:a@b SIP/2.0\r\nCSeq: 1 NOTIFY\r\nEvent: " + event + "\r\n" +
                            (state.isEmpty() ? QByteArray() : "Subscription-State: " + state + "\r\n") + more + "\r\n");
    }

private Q_SLOTS:
    //= R6665.4.1.2.1-2
    void an_expires_may_be_shortened_only()
    {
        Subscription one(subscribe());
        QVERIFY(one.accepted(ok("300")).isEmpty());
        QCOMPARE(*one.remaining(), Instant(300s));
        QVERIFY(one.accepted(ok("601")).contains(QLatin1String("longer")));
        QVERIFY(one.accepted(ok({})).contains(QLatin1String("Expires")));
    }
    //= R6665.8.2.1-1
    //= R3515.2.4.6-1
    void a_notify_belongs_to_one_subscription()
    {
        QVERIFY(Subscription(subscribe()).matches(notify("active", "Presence")));
        QVERIFY(!Subscription(subscribe()).matches(notify("active", "dialog")));
        QVERIFY(!Subscription(subscribe()).matches(notify("active", "presence;id=1")));
        QVERIFY(Subscription(subscribe("presence;id=1")).matches(notify("active", "presence ; id=1")));
        const Subscription refer(parseMessage("REFER sip:a@b SIP/2.0\r\nTo: <sip:a@b>;tag=x\r\nCSeq: 93 REFER\r\n\r\n"));
        QCOMPARE(refer.package(), QByteArray("refer"));
        QVERIFY(refer.matches(notify("active", "refer;id=93")));
        QVERIFY(refer.matches(notify("active", "refer")));
        QVERIFY(!refer.matches(notify("active", "refer;id=92")));
    }
    //= R6665.4.1.3-2
    void the_notify_decides()
    {
        Subscription one(subscribe());
        QCOMPARE(one.state(), State::NotifyWait);
        QCOMPARE(one.notified(notify("pending;expires=50")).answer, 200);
        QCOMPARE(one.state(), State::Pending);
        QCOMPARE(*one.remaining(), Instant(50s)); // authoritative
        one.notified(notify("active"));
        QCOMPARE(one.state(), State::Active);
        one.notified(notify("half-asleep")); // an extension counts as active
        QCOMPARE(one.state(), State::Active);
        QCOMPARE(one.notified(notify({})).answer, 400);
        QVERIFY(
            one.notified(notify("terminated;reason=probation;retry-after=30")).text.contains(QLatin1String("not before 30 s")));
        QCOMPARE(one.state(), State::Terminated);
        QVERIFY(!one.remaining());
    }
    void every_reason_has_its_words()
    {
        for (const char *reason : {"deactivated", "probation", "rejected", "timeout", "giveup", "noresource", "invariant"}) {
            Subscription one(subscribe());
            const QString text = one.notified(notify(QByteArray("terminated;reason=") + reason)).text;
            QVERIFY2(text.contains(QLatin1String(reason)) && text.contains(QLatin1String("): ")), qPrintable(text));
        }
        Subscription one(subscribe());
        QVERIFY(!one.notified(notify("terminated;reason=whim")).text.isEmpty());
    }
    //= R6665.4.1.2.2-2
    void which_refusals_end_it()
    {
        for (const int status : {404, 405, 410, 416, 480, 481, 482, 483, 484, 485, 489, 501, 604}) {
            Subscription one(subscribe());
            one.notified(notify("active"));
            QVERIFY(one.refused(status));
        }
        for (const int status : {400, 403, 408, 423, 500, 503, 600}) {
            Subscription one(subscribe());
            one.notified(notify("active"));
            QVERIFY(!one.refused(status));
            QCOMPARE(one.state(), State::Active);
        }
        Subscription first(subscribe());
        QVERIFY(first.refused(403)); // never began
    }
    //= R3515.2.4.5-1
    void the_fragment_of_a_referred_request()
    {
        const auto with = [](const QByteArray &type, const QByteArray &body) {
            return parseMessage("NOTIFY sip:a@b SIP/2.0\r\nContent-Type: " + type +
                                "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        };
        QCOMPARE(sipfragStatus(with("message/sipfrag;version=2.0", "SIP/2.0 180 Ringing\r\nX: y\r\n")),
                 QByteArray("SIP/2.0 180 Ringing"));
        QVERIFY(sipfragStatus(with("text/plain", "SIP/2.0 180 Ringing")).isEmpty());
        QVERIFY(sipfragStatus(with("message/sipfrag", "INVITE sip:a SIP/2.0")).isEmpty());
    }
    void when_to_refresh()
    {
        QCOMPARE(Subscription::refreshAfter(3600s), Instant(3568s));
        QCOMPARE(Subscription::refreshAfter(60s), Instant(30s));
    }
};

QTEST_GUILESS_MAIN(TestSubscription)
#include "tst_subscription.moc"
