// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/setting_checks.h"

#include <QtTest>

using namespace sip;
using Setting = RequestSetting;

namespace {

ComposedRequest compose(const QByteArray &method, const QList<ComposedRow> &rows = {})
{
    ComposedRequest request;
    request.method = method;
    request.target = "udp:192.0.2.1:5060";
    request.rows = rows;
    return request;
}

const ComposedRow contact{"m", "<sip:a@192.0.2.10>"};

} // namespace

class TestSettingChecks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_setting_belongs_to_the_methods_it_is_for_data()
    {
        QTest::addColumn<int>("setting");
        QTest::addColumn<QList<QByteArray>>("methods");
        const auto row = [](Setting setting, const QList<QByteArray> &methods) {
            QTest::newRow(settingName(setting).toByteArray().constData()) << int(setting) << methods;
        };
        row(Setting::RingLimit, {"INVITE"});
        row(Setting::HangUpAfter, {"INVITE", "SUBSCRIBE"});
        row(Setting::KeepFor, {"REGISTER", "PUBLISH"});
        row(Setting::Then, {"INVITE", "SUBSCRIBE", "REFER"});
        row(Setting::Answers, {"INVITE", "SUBSCRIBE", "REFER"});
    }
    void a_setting_belongs_to_the_methods_it_is_for()
    {
        QFETCH(int, setting);
        QFETCH(QList<QByteArray>, methods);
        for (const char *method :
             {"INVITE", "SUBSCRIBE", "REFER", "REGISTER", "PUBLISH", "OPTIONS", "MESSAGE", "INFO", "BYE", "invite", "FOO"}) {
            const QString why = objection(compose(method, {contact}), Setting(setting));
            QVERIFY2(why.isEmpty() == methods.contains(method), method);
            QVERIFY(why.isEmpty() || why.contains(QLatin1String(method)) || why.contains(QLatin1String("REGISTER")));
        }
        QCOMPARE(objection(compose("{{method}}"), Setting(setting)), QString()); // still open
    }
    void what_binds_nothing_cannot_be_kept()
    {
        QVERIFY(!objection(compose("REGISTER"), Setting::KeepFor).isEmpty());
        QVERIFY(!objection(compose("REGISTER", {{"Contact", "*"}}), Setting::KeepFor).isEmpty());
        QVERIFY(!objection(compose("REGISTER", {{"Contact", "<sip:a@b>", true}}), Setting::KeepFor).isEmpty()); // muted
        QVERIFY(objection(compose("REGISTER", {contact}), Setting::KeepFor).isEmpty());
    }
    void what_is_not_kept_is_neither_removed_nor_called()
    {
        ComposedRequest request = compose("REGISTER", {contact});
        for (const Setting setting : {Setting::OnExit, Setting::Answers})
            QVERIFY(objection(request, setting).contains(QLatin1String("keep-for")));
        request.keepFor = 60s;
        for (const Setting setting : {Setting::OnExit, Setting::Answers})
            QCOMPARE(objection(request, setting), QString());
        request.method = "OPTIONS";
        QVERIFY(!objection(request, Setting::OnExit).isEmpty());
    }
    void a_flow_is_kept_for_what_lasts()
    {
        for (const char *method : {"INVITE", "SUBSCRIBE", "REFER"})
            QCOMPARE(objection(compose(method), Setting::KeepAlive), QString());
        for (const char *method : {"OPTIONS", "MESSAGE", "INFO"})
            QVERIFY(objection(compose(method), Setting::KeepAlive).contains(QLatin1String("lasts")));
        ComposedRequest request = compose("REGISTER", {contact});
        QVERIFY(objection(request, Setting::KeepAlive).contains(QLatin1String("keep-for")));
        request.keepFor = 60s;
        QCOMPARE(objection(request, Setting::KeepAlive), QString());
        request = compose("OPTIONS");
        request.keepAlive = *KeepAliveSetting::parse("off");
        QVERIFY(uselessSettings(request).isEmpty()); // it does what it says
        request.keepAlive = *KeepAliveSetting::parse("20");
        QCOMPARE(uselessSettings(request), QList<Setting>({Setting::KeepAlive}));
        request.raw = true;
        request.rawBytes = "INVITE sip:a@b SIP/2.0\r\n\r\n";
        QVERIFY(uselessSettings(request).isEmpty());
        request.keepAlive = *KeepAliveSetting::parse("ask");
        QVERIFY(objection(request, Setting::KeepAlive).contains(QLatin1String("as typed")));
    }
    void udp_cannot_be_forced_on_another_transport()
    {
        ComposedRequest request = compose("OPTIONS");
        QCOMPARE(objection(request, Setting::ForceUdp), QString());
        request.target = "sip:example.com"; // DNS decides
        QCOMPARE(objection(request, Setting::ForceUdp), QString());
        request.target = "tcp:192.0.2.1";
        QVERIFY(objection(request, Setting::ForceUdp).contains(QLatin1String("TCP")));
    }
    void raw_bytes_say_their_method_themselves()
    {
        ComposedRequest request = compose("OPTIONS");
        request.raw = true;
        request.rawBytes = "INVITE sip:a@b SIP/2.0\r\n\r\n";
        QCOMPARE(objection(request, Setting::RingLimit), QString());
        request.rawBytes = "OPTIONS sip:a@b SIP/2.0\r\n\r\n";
        QVERIFY(!objection(request, Setting::RingLimit).isEmpty());
        request.rawBytes = "\x01\x02"; // who knows
        QCOMPARE(objection(request, Setting::RingLimit), QString());
    }
    void only_what_is_not_as_usual_is_useless()
    {
        ComposedRequest request = compose("OPTIONS");
        QCOMPARE(uselessSettings(request), QList<Setting>());
        request.ringLimit = 5s;
        request.removeOnExit = false;
        request.then = {{.method = "BYE", .rows = {}, .body = {}}};
        QCOMPARE(uselessSettings(request), QList<Setting>({Setting::RingLimit, Setting::OnExit, Setting::Then}));
        request.method = "INVITE";
        QCOMPARE(uselessSettings(request), QList<Setting>({Setting::OnExit}));
    }
};

QTEST_GUILESS_MAIN(TestSettingChecks)
#include "tst_setting_checks.moc"
