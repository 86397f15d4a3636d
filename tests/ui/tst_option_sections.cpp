// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/composer_panel.h"
#include "composer/credential_editor.h"
#include "composer/options_section.h"
#include "composer/road_section.h"
#include "composer/setting_fields.h"
#include "composer/tls_section.h"
#include "composer/ws_section.h"
#include "project/request_file.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

const QByteArray pinText = QByteArray("AB:").repeated(31) + "AB";

template<class Field> Field *field(QWidget &section, const QString &name)
{
    for (Field *one : section.findChildren<Field *>())
        if (one->accessibleName() == name)
            return one;
    return nullptr;
}

void type(QWidget &section, const QString &name, const QString &text)
{
    auto *edit = field<QLineEdit>(section, name);
    QVERIFY2(edit, qPrintable(name));
    edit->clear();
    QTest::keyClicks(edit, text);
}

/// What is said below a field.
QString remarkOf(QWidget &section, const QString &name)
{
    const auto *one = field<QWidget>(section, name);
    return one ? one->accessibleDescription() : u"no such field"_s;
}

QString headOf(QWidget &section)
{
    return section.findChild<SettingFields *>()->findChild<QToolButton *>()->text();
}

} // namespace

/// Fields for how the server is found and how TLS is done.
class tst_OptionSections : public QObject {
    Q_OBJECT
private slots:
    void what_is_typed_becomes_the_settings_of_the_request()
    {
        ComposerState state;
        RoadSection road(state);
        type(road, u"DNS server"_s, u"127.0.0.1:5353"_s);
        type(road, u"Only this target"_s, u"udp:192.0.2.1:5060"_s);
        field<QPlainTextEdit>(road, u"Pretend dead"_s)->setPlainText(u"sip1.example.com\n\n 192.0.2.2 "_s);
        auto *families = field<QComboBox>(road, u"Addresses"_s);
        families->setCurrentIndex(3);
        emit families->activated(3);
        const sip::RoadSettings &set = state.request().road;
        QCOMPARE(set.resolver, QByteArray("127.0.0.1:5353"));
        QCOMPARE(set.pin, QByteArray("udp:192.0.2.1:5060"));
        QCOMPARE(set.pretendDead, QList<QByteArray>({"sip1.example.com", "192.0.2.2"}));
        QCOMPARE(set.families, sip::AddressFamilies::Ipv6Only);
        QCOMPARE(headOf(road), u"Names and targets: asks 127.0.0.1:5353, IPv6 only, only udp:192.0.2.1:5060, 2 pretended dead"_s);
        QVERIFY(remarkOf(road, u"Pretend dead"_s).contains(u"drill"));
    }
    void only_a_click_on_the_box_chooses_what_the_keychain_keeps()
    {
        ComposerState state;
        state.setKeeping(true, {});
        CredentialEditor editor(state);
        QSignalSpy chosen(&state, &ComposerState::keepChosen);
        type(editor, u"User name"_s, u"1001"_s);
        auto *box = editor.findChild<QCheckBox *>();
        for (const bool keep : {true, false}) {
            box->click();
            QCOMPARE(chosen.size(), 1);
            const auto draft = chosen.takeFirst().value(0).value<CredentialDraft>();
            QCOMPARE(draft.keep, keep);
            QCOMPARE(draft.typed.username, QByteArray("1001"));
            QCOMPARE(state.credentials().value(0).keep, keep);
        }
        box->click();
        chosen.clear();
        state.load({});
        QVERIFY(!box->isChecked() && chosen.isEmpty());
    }
    void what_is_loaded_is_shown()
    {
        ComposerState state;
        RoadSection road(state);
        TlsSection tls(state);
        QCOMPARE(headOf(road), u"Names and targets: as usual"_s);
        QCOMPARE(headOf(tls), u"TLS: as usual"_s);
        sip::ComposedRequest request = state.request();
        request.road = {"192.0.2.53", sip::AddressFamilies::Ipv6First, "tcp:192.0.2.9", {"192.0.2.8"}};
        request.tls.serverName = "sip.example.com";
        request.tls.applications = {"sip/2", "sip"};
        request.tls.least = sip::TlsVersion::Tls13;
        request.tls.pins = {pinText};
        state.load(request);
        QCOMPARE(field<QLineEdit>(road, u"DNS server"_s)->text(), u"192.0.2.53"_s);
        QCOMPARE(field<QComboBox>(road, u"Addresses"_s)->currentIndex(), 1);
        QCOMPARE(field<QPlainTextEdit>(road, u"Pretend dead"_s)->toPlainText(), u"192.0.2.8"_s);
        QCOMPARE(field<QLineEdit>(tls, u"Server name"_s)->text(), u"sip.example.com"_s);
        QCOMPARE(field<QLineEdit>(tls, u"ALPN"_s)->text(), u"sip/2, sip"_s);
        QCOMPARE(field<QComboBox>(tls, u"Oldest version"_s)->currentText(), u"TLS 1.3"_s);
        QCOMPARE(field<QPlainTextEdit>(tls, u"Pins"_s)->toPlainText(), QString::fromLatin1(pinText));
        QVERIFY(state.request().road == request.road && state.request().tls == request.tls);
    }
    void a_bad_value_is_said_at_its_field()
    {
        ComposerState state;
        RoadSection road(state);
        type(road, u"DNS server"_s, u"dns.example.com"_s);
        QVERIFY(!remarkOf(road, u"DNS server"_s).isEmpty());
        type(road, u"DNS server"_s, u"{{dns}}"_s); // open: a variable may decide
        QVERIFY(remarkOf(road, u"DNS server"_s).isEmpty());
        type(road, u"Only this target"_s, u"sip:bob@example.com"_s);
        QVERIFY2(remarkOf(road, u"Only this target"_s).contains(u"names no target"), "");

        TlsSection tls(state);
        type(tls, u"Our certificate"_s, u"/no/such/file.pem"_s);
        QCOMPARE(remarkOf(tls, u"Our certificate"_s), u"there is no file /no/such/file.pem"_s);
        type(tls, u"Our certificate"_s, {});
        type(tls, u"Its key"_s, u"/no/such/key.pem"_s);
        QCOMPARE(remarkOf(tls, u"Its key"_s), u"a key goes with a certificate of ours"_s);
        auto *most = field<QComboBox>(tls, u"Newest version"_s);
        most->setCurrentIndex(1);
        emit most->activated(1);
        QVERIFY(remarkOf(tls, u"Newest version"_s).contains(u"no version is left"));
        type(tls, u"ALPN"_s, QString(256, u'a'));
        QVERIFY(remarkOf(tls, u"ALPN"_s).contains(u"255"));
    }
    void a_pin_that_is_none_stays_as_typed_and_is_no_setting()
    {
        ComposerState state;
        TlsSection tls(state);
        auto *pins = field<QPlainTextEdit>(tls, u"Pins"_s);
        pins->setPlainText(QString::fromLatin1(pinText) + u"\n12:34"_s);
        QCOMPARE(state.settings().tls.pins, QList<QByteArray>{pinText});
        QVERIFY(remarkOf(tls, u"Pins"_s).startsWith(u"12:34: "));
        QVERIFY(pins->toPlainText().endsWith(u"12:34"));
        sip::ComposedRequest other;
        state.load(other); // from elsewhere
        QVERIFY(pins->toPlainText().isEmpty() && remarkOf(tls, u"Pins"_s).isEmpty());
    }
    void what_is_dangerous_warns()
    {
        ComposerState state;
        TlsSection tls(state);
        field<QCheckBox>(tls, u"Send despite a failed check"_s)->click();
        QVERIFY(state.settings().tls.sendDespite);
        QVERIFY(remarkOf(tls, u"Send despite a failed check"_s).startsWith(u"Warning"));
        type(tls, u"Key log"_s, u"/tmp/keys"_s);
        QVERIFY(remarkOf(tls, u"Key log"_s).startsWith(u"Warning"));
        QCOMPARE(headOf(tls), u"TLS: sends despite a failed check, logs keys"_s); // to be seen when it is folded too
        auto *least = field<QComboBox>(tls, u"Oldest version"_s);
        least->setCurrentIndex(0);
        emit least->activated(0);
        QVERIFY(remarkOf(tls, u"Newest version"_s).contains(u"RFC 8996"));
    }
    void a_websocket_has_its_fields_too()
    {
        ComposerState state;
        WsSection section(state);
        QCOMPARE(headOf(section), u"WebSocket: as usual"_s);
        type(section, u"Path"_s, u"/ws?x=1"_s);
        type(section, u"Origin"_s, u"https://example.com"_s);
        type(section, u"Ping every"_s, u"30s"_s);
        auto *rows = field<QPlainTextEdit>(section, u"More rows"_s);
        rows->setPlainText(u"X-Tenant: a\nno colon"_s);
        const sip::WsSettings &set = state.settings().ws;
        QCOMPARE(set.path, QByteArray("/ws?x=1"));
        QCOMPARE(set.origin, QByteArray("https://example.com"));
        QCOMPARE(set.pingEvery, sip::Instant(std::chrono::seconds(30)));
        QCOMPARE(set.headers.size(), 1);
        QVERIFY(!remarkOf(section, u"More rows"_s).isEmpty());
        type(section, u"Path"_s, u"ws"_s);
        QVERIFY(remarkOf(section, u"Path"_s).contains(u"begins with /"));
        type(section, u"Proxy"_s, u"proxy"_s);
        QVERIFY(remarkOf(section, u"Proxy"_s).contains(u"port"));
        type(section, u"Ping every"_s, u"30"_s);
        QVERIFY(!remarkOf(section, u"Ping every"_s).isEmpty());
        QCOMPARE(state.settings().ws.pingEvery, sip::Instant(0));
        sip::ComposedRequest other;
        other.ws.headers = {{"Cookie", "{{secret:cookie}}", true}};
        state.load(other);
        QCOMPARE(rows->toPlainText(), u"Cookie: {{secret:cookie}}"_s);
        type(section, u"Origin"_s, u"https://example.org"_s);
        QVERIFY(state.settings().ws.headers.first().secret); // it is still the one from the file
    }
    void a_flow_is_kept_as_chosen()
    {
        ComposerState state;
        sip::ComposedRequest before;
        before.keepFor = sip::ComposedRequest::Never;
        before.maxRetries = 2;
        state.load(before);
        OptionsSection section(state);
        QCOMPARE(state.settings().maxRetries, 2); // making the fields changes nothing
        QVERIFY(state.settings().keepFor == before.keepFor);
        auto *alive = field<QComboBox>(section, u"Keep-alive"_s);
        auto *every = field<QSpinBox>(section, u"Ping at least every"_s);
        QVERIFY(alive && every);
        QCOMPARE(alive->currentIndex(), 1);
        QVERIFY(!every->isEnabled());
        using When = sip::KeepAliveSetting::When;
        for (const When when : {When::Off, When::Auto, When::Ask, When::Every}) {
            alive->setCurrentIndex(int(when));
            emit alive->activated(int(when));
            QCOMPARE(state.settings().keepAlive.when, when);
        }
        QVERIFY(every->isEnabled());
        QCOMPARE(state.settings().keepAlive.text(), QByteArray("30s"));
        every->setValue(12);
        QCOMPARE(state.settings().keepAlive.text(), QByteArray("12s"));
        state.load({});
        QCOMPARE(alive->currentIndex(), 1);
        QVERIFY(!every->isEnabled());
    }
    void they_are_part_of_the_request_file()
    {
        ComposerState state;
        state.setTarget("sip:example.com");
        RoadSection road(state);
        TlsSection tls(state);
        type(road, u"DNS server"_s, u"127.0.0.1:5353"_s);
        type(tls, u"Server name"_s, u"sip.example.com"_s);
        type(tls, u"Key password"_s, u"s3cret"_s);
        const QByteArray file = diag::writeRequestFile(state.requestForFile());
        QVERIFY(!file.contains("s3cret"));
        diag::Environment environment;
        environment.keepVariables = true;
        const auto back = diag::parseRequestFile(file, u"x.via"_s, environment);
        QVERIFY(back);
        QCOMPARE(back->road.resolver, QByteArray("127.0.0.1:5353"));
        QCOMPARE(back->tls.serverName, QByteArray("sip.example.com"));
    }
    void it_folds()
    {
        ComposerState state;
        RoadSection road(state);
        road.show();
        auto *fields = road.findChild<SettingFields *>();
        auto *resolver = field<QLineEdit>(road, u"DNS server"_s);
        QVERIFY(!fields->isOpen() && !resolver->isVisible());
        fields->findChild<QToolButton *>()->click();
        QVERIFY(fields->isOpen() && resolver->isVisible());
    }
    void the_transports_are_those_there_are()
    {
        ComposerState state;
        ComposerPanel panel(state);
        const auto *transport = field<QComboBox>(panel, u"Transport"_s);
        QCOMPARE(transport->count(), 1 + int(sip::supportedTransports().size()));
        QVERIFY(transport->findText(u"tls"_s) > 0);
        state.setTarget("sip:192.0.2.1");
        sip::ComposedRequest settings = state.settings();
        settings.transport = "tls";
        state.setSettings(settings);
        QCOMPARE(transport->currentText(), u"tls"_s);
    }
    void the_wheel_changes_no_value()
    {
        ComposerState state;
        ComposerPanel panel(state);
        panel.findChild<QTabWidget *>()->setCurrentIndex(2);
        panel.show();
        auto *number = panel.findChild<OptionsSection *>()->findChild<QSpinBox *>();
        auto *choice = field<QComboBox>(panel, u"Keep-alive"_s);
        const int value = number->value(), chosen = choice->currentIndex();
        for (const int turn : {-120, 120})
            for (QWidget *const one : {static_cast<QWidget *>(number), static_cast<QWidget *>(choice)}) {
                QWheelEvent event(one->rect().center(), one->mapToGlobal(one->rect().center()), {}, {0, turn}, Qt::NoButton,
                                  Qt::NoModifier, Qt::NoScrollPhase, false);
                QApplication::sendEvent(one, &event);
                QCOMPARE(number->value(), value);
                QCOMPARE(choice->currentIndex(), chosen);
            }
    }
};

QTEST_MAIN(tst_OptionSections)
#include "tst_option_sections.moc"
