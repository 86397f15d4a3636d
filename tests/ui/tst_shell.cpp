// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/composer_panel.h"
#include "composer/credential_prompt.h"
#include "composer/raw_editor.h"
#include "inspectors/inspector_pane.h"
#include "shell/command_palette.h"
#include "shell/engine_host.h"
#include "shell/main_window.h"
#include "shell/settings.h"
#include "ui/window_parts.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryFile>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace ui;

class TestShell : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();

    void fuzzy_letters_match_in_order_and_word_starts_first();
    void a_refused_practice_behaviour_is_told();
    void a_practice_server_changes_behaviour_on_its_port();
    void a_closed_host_sends_nothing();
    void the_first_button_registers_with_a_digest();
    void a_practice_server_that_leads_away_says_so();
    void the_second_button_ends_in_a_local_408();
    void the_third_button_puts_the_cursor_into_the_target();
    void without_a_target_nothing_is_sent();
    void fields_carry_the_agreed_names();
    void a_missing_credential_is_asked_for_and_sent_again();
    void escape_closes_the_question_when_nothing_runs();
    void escape_ends_what_is_running();
    void the_window_closes_while_a_request_runs();
    void the_window_removes_what_is_kept_before_it_closes();
    void a_query_is_composed_before_it_is_sent();
    void two_windows_have_a_practice_server_each();
    void every_menu_entry_has_a_text_and_shortcuts_are_unique();
};

void TestShell::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Viatrace"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_shell"));
}

void TestShell::init()
{
    QFile::remove(Settings().path());
}

void TestShell::fuzzy_letters_match_in_order_and_word_starts_first()
{
    QVERIFY(fuzzyScore(QStringLiteral("or"), QStringLiteral("Open request")) > 0);
    QCOMPARE(fuzzyScore(QStringLiteral("ro"), QStringLiteral("Open")), 0);
    QVERIFY(fuzzyScore(QStringLiteral("or"), QStringLiteral("File: Open request")) >
            fuzzyScore(QStringLiteral("or"), QStringLiteral("Help: about a word")));
    QVERIFY(fuzzyScore(QString(), QStringLiteral("x")) > 0);
    QVERIFY(fuzzyScore(QStringLiteral("SEND"), QStringLiteral("Edit: Send")) > 0);
}

void TestShell::a_refused_practice_behaviour_is_told()
{
    FlowStore store;
    EngineHost host(store);
    QSignalSpy failed(&host, &EngineHost::practiceFailed);
    host.startPractice("no-such-behaviour");
    QVERIFY(failed.wait());
    QVERIFY(!failed[0][0].toString().isEmpty());
    QVERIFY(!host.isPracticing());
}

void TestShell::a_practice_server_changes_behaviour_on_its_port()
{
    FlowStore store;
    EngineHost host(store);
    QSignalSpy started(&host, &EngineHost::practiceStarted), stopped(&host, &EngineHost::practiceStopped);
    host.startPractice("ok");
    QVERIFY(started.wait());
    const sip::Endpoint address = host.practiceAddress();
    QVERIFY(address.isLoopback() && address.port != 0);
    host.startPractice("busy");
    QVERIFY(started.wait());
    QCOMPARE(host.practiceAddress(), address);
    QCOMPARE(host.practiceBehaviour(), QByteArray("busy"));
    host.stopPractice();
    QVERIFY(stopped.wait());
    QVERIFY(!host.isPracticing());
}

void TestShell::a_closed_host_sends_nothing()
{
    FlowStore store;
    EngineHost host(store);
    host.stop();
    host.stop();
    QCOMPARE(host.send({}), sip::IntentId(0));
    host.startPractice("ok");
    host.cancel(1);
    QVERIFY(store.intents().isEmpty());
}

void TestShell::the_first_button_registers_with_a_digest()
{
    MainWindow window(theme::Mode::Light);
    window.show();
    auto *button = named<QPushButton>(window, "Try it on the practice server");
    auto *history = named<QTableView>(window, "History");
    QVERIFY(button && history);
    button->click();
    QTRY_COMPARE_WITH_TIMEOUT(history->model()->rowCount(), 1, 10000);
    QTRY_VERIFY2_WITH_TIMEOUT(resultOf(*history, 0).contains(QLatin1String("200")), qPrintable(resultOf(*history, 0)), 10000);
    QCOMPARE(named<QLineEdit>(window, "User name")->text(), QStringLiteral("1001"));
    QCOMPARE(named<QLineEdit>(window, "Password")->echoMode(), QLineEdit::Password);
    QVERIFY(named<QLabel>(window, "Practice server")->text().contains(QLatin1String("nothing leaves this computer")));
}

void TestShell::a_practice_server_that_leads_away_says_so()
{
    MainWindow window(theme::Mode::Light);
    const QList<QAction *> actions = window.findChildren<QAction *>();
    const auto start = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->text() == QLatin1String("Start: private-contact");
    });
    QVERIFY(start != actions.end());
    (*start)->trigger();
    const auto *said = named<QLabel>(window, "Practice server");
    QTRY_VERIFY_WITH_TIMEOUT(said->text().contains(QLatin1String("leads the caller off this computer")), 10000);
}

void TestShell::the_second_button_ends_in_a_local_408()
{
    MainWindow window(theme::Mode::Dark);
    window.show();
    named<QPushButton>(window, "Watch a timeout")->click();
    auto *history = named<QTableView>(window, "History");
    QTRY_COMPARE_WITH_TIMEOUT(history->model()->rowCount(), 1, 10000);
    QVERIFY(named<QPushButton>(window, "Cancel")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(resultOf(*history, 0).contains(QLatin1String("408")), 20000);
    QTRY_VERIFY(window.statusBar()->currentMessage().contains(QLatin1String("made here")));
    QVERIFY(!named<QPushButton>(window, "Cancel")->isEnabled());
}

void TestShell::the_third_button_puts_the_cursor_into_the_target()
{
    MainWindow window(theme::Mode::Light);
    window.show();
    window.activateWindow();
    named<QPushButton>(window, "Send to my server")->click();
    QCOMPARE(window.focusWidget(), named<QLineEdit>(window, "Target"));
}

void TestShell::without_a_target_nothing_is_sent()
{
    MainWindow window(theme::Mode::Light);
    window.show();
    window.activateWindow();
    auto *target = named<QLineEdit>(window, "Target");
    target->clear();
    emit target->textEdited({});
    named<QPushButton>(window, "Send")->click();
    QCOMPARE(window.focusWidget(), target);
    QVERIFY(window.statusBar()->currentMessage().startsWith(QLatin1String("Not sent: there is no target; give a SIP URI")));
    QCOMPARE(named<QTableView>(window, "History")->model()->rowCount(), 0);
}

void TestShell::fields_carry_the_agreed_names()
{
    const MainWindow window(theme::Mode::Light);
    QVERIFY(window.windowTitle().startsWith(QLatin1String("Viatrace")));
    for (const char *name : {"Target", "From", "To", "Contact", "User name", "Password"})
        QVERIFY2(named<QLineEdit>(window, name), name);
    for (const char *name : {"Method", "Transport"})
        QVERIFY2(named<QComboBox>(window, name), name);
    for (const char *name : {"Body", "Raw message"})
        QVERIFY2(named<QPlainTextEdit>(window, name), name);
    QVERIFY(named<QPushButton>(window, "Send"));
    QVERIFY(named<QTableView>(window, "History"));
}

void TestShell::a_missing_credential_is_asked_for_and_sent_again()
{
    MainWindow window(theme::Mode::Light);
    window.show();
    trigger(window, "Start: auth:SHA-256,auth");
    auto *target = named<QLineEdit>(window, "Target");
    QTRY_VERIFY_WITH_TIMEOUT(target->text().contains(QLatin1String("127.0.0.1")), 10000);
    auto *prompt = window.findChild<CredentialPrompt *>();
    QVERIFY(prompt && prompt->isHidden());
    named<QPushButton>(window, "Send")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!prompt->isHidden(), 10000);
    // What is composed meanwhile stays.
    auto *subject = named<QLineEdit>(window, "To");
    QTest::keyClicks(subject, QStringLiteral("<sip:someone@example.com>"));
    named<QLineEdit>(*prompt, "User name")->setText(QString());
    QTest::keyClicks(named<QLineEdit>(*prompt, "User name"), QStringLiteral("1001"));
    QTest::keyClicks(named<QLineEdit>(*prompt, "Password"), QStringLiteral("s3cret"));
    named<QPushButton>(*prompt, "Send again")->click();
    auto *history = named<QTableView>(window, "History");
    QTRY_COMPARE_WITH_TIMEOUT(history->model()->rowCount(), 2, 10000);
    QTRY_VERIFY2_WITH_TIMEOUT(resultOf(*history, 0).contains(QLatin1String("200")), qPrintable(resultOf(*history, 0)), 10000);
    QVERIFY(prompt->isHidden());
    QCOMPARE(subject->text(), QStringLiteral("<sip:someone@example.com>"));
    auto *composer = window.findChild<ComposerPanel *>();
    QCOMPARE(named<QLineEdit>(*composer, "User name")->text(), QStringLiteral("1001"));
    QCOMPARE(named<QLineEdit>(*composer, "Realm")->text(), QStringLiteral("practice.invalid"));
}

void TestShell::escape_closes_the_question_when_nothing_runs()
{
    MainWindow window(theme::Mode::Light);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    trigger(window, "Start: proxy407");
    QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(window, "Target")->text().contains(QLatin1String("127.0.0.1")), 10000);
    named<QPushButton>(window, "Send")->click();
    auto *prompt = window.findChild<CredentialPrompt *>();
    QTRY_VERIFY_WITH_TIMEOUT(!prompt->isHidden(), 10000);
    QVERIFY(!prompt->isAncestorOf(window.focusWidget())); // it has not taken the focus
    QTest::keyClick(&window, Qt::Key_Escape);
    QTRY_VERIFY(prompt->isHidden());
}

void TestShell::escape_ends_what_is_running()
{
    MainWindow window(theme::Mode::Light);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    named<QPushButton>(window, "Watch a timeout")->click();
    QTRY_VERIFY_WITH_TIMEOUT(named<QPushButton>(window, "Cancel")->isEnabled(), 10000);
    QTest::keyClick(&window, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!named<QPushButton>(window, "Cancel")->isEnabled(), 10000);
    QVERIFY(!resultOf(*named<QTableView>(window, "History"), 0).contains(QLatin1String("408")));
}

void TestShell::the_window_closes_while_a_request_runs()
{
    auto window = std::make_unique<MainWindow>(theme::Mode::Light);
    window->show();
    named<QPushButton>(*window, "Watch a timeout")->click();
    QTRY_VERIFY_WITH_TIMEOUT(named<QPushButton>(*window, "Cancel")->isEnabled(), 10000);
    QVERIFY(window->close());
    window.reset();
    QVERIFY(QFile::exists(Settings().path()));
}

void TestShell::the_window_removes_what_is_kept_before_it_closes()
{
    for (const bool removes : {true, false}) {
        diag::PracticeServer registrar; // outlives the window, unlike that of the window
        const auto at = registrar.start({.behaviour = "ok", .accounts = {}});
        QVERIFY(at);
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("keep-for: never\n" + QByteArray(removes ? "" : "on-exit: leave\n") + "target: sip:" + at->text() +
                   "\n---\nREGISTER sip:127.0.0.1 SIP/2.0\nFrom: <sip:1001@127.0.0.1>\nContact: <sip:1001@{{local}}>\n");
        file.close();
        MainWindow window(theme::Mode::Light);
        window.show();
        window.openFile(file.fileName());
        named<QPushButton>(window, "Send")->click();
        window.findChild<InspectorPane *>()->showTab("bindings");
        auto *bindings = window.findChild<QTreeWidget *>(QStringLiteral("bindings"));
        QTRY_COMPARE(bindings->topLevelItemCount(), 1); // the answer is here too
        QVERIFY(window.close());
        QCOMPARE(registrar.bindingCount(), removes ? 0 : 1);
    }
}

void TestShell::a_query_is_composed_before_it_is_sent()
{
    MainWindow window(theme::Mode::Light);
    window.show();
    named<QPushButton>(window, "Try it on the practice server")->click();
    auto *history = named<QTableView>(window, "History");
    QTRY_VERIFY_WITH_TIMEOUT(history->model()->rowCount() == 1 && resultOf(*history, 0).contains(QLatin1String("200")), 10000);
    window.findChild<InspectorPane *>()->showTab("bindings");
    const QList<QPushButton *> buttons = window.findChildren<QPushButton *>();
    const auto found =
        std::find_if(buttons.cbegin(), buttons.cend(), [](QPushButton *one) { return one->text() == QLatin1String("Query"); });
    QVERIFY(found != buttons.cend());
    QPushButton *const query = *found;
    QTRY_VERIFY(query->isVisible() && query->isEnabled());
    query->click();
    QVERIFY(!window.findChild<RawEditor *>()->toPlainText().contains(QLatin1String("Contact")));
    QCOMPARE(history->model()->rowCount(), 1); // nothing is sent before Send
    auto *send = named<QPushButton>(window, "Send");
    QVERIFY(send->hasFocus() || !window.isActiveWindow());
    send->click();
    QTRY_VERIFY_WITH_TIMEOUT(history->model()->rowCount() == 2 && resultOf(*history, 0).contains(QLatin1String("200")), 10000);
    auto *bindings = window.findChild<QTreeWidget *>(QStringLiteral("bindings"));
    QTRY_COMPARE(bindings->topLevelItemCount(), 1);
}

void TestShell::two_windows_have_a_practice_server_each()
{
    FlowStore store;
    EngineHost first(store), second(store);
    for (EngineHost *host : {&first, &second}) {
        QSignalSpy started(host, &EngineHost::practiceStarted);
        host->startPractice("ok");
        QVERIFY(started.wait());
    }
    QVERIFY(first.practiceAddress().port != second.practiceAddress().port);
}

void TestShell::every_menu_entry_has_a_text_and_shortcuts_are_unique()
{
    const MainWindow window(theme::Mode::Light);
    QStringList keys;
    int entries = 0;
    for (const QMenu *menu : window.menuBar()->findChildren<QMenu *>()) {
        for (const QAction *action : menu->actions()) {
            if (action->isSeparator() || action->menu())
                continue;
            ++entries;
            QVERIFY(!action->text().isEmpty());
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
                keys << key.toString();
            }
        }
    }
    QVERIFY(entries > 40);
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
