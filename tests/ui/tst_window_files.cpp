// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/raw_editor.h"
#include "shell/help_window.h"
#include "shell/main_window.h"
#include "shell/settings.h"
#include "support/places.h"
#include "ui/window_parts.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QToolButton>

using namespace ui;

/// What the window reads and keeps: request files and its settings.
class TestWindowFiles : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();

    void a_request_file_is_opened_and_named_in_the_title();
    void an_unreadable_request_file_is_told_in_the_window();
    void the_window_survives_a_broken_settings_file();
    void the_window_goes_on_where_settings_cannot_be_kept();
    void what_is_new_is_offered_after_an_update();
    void no_message_is_drawn_over_what_is_offered();
    void a_file_is_saved_where_blanks_and_other_letters_are_in_its_path();
};

void TestWindowFiles::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Viatrace"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_window_files"));
}

void TestWindowFiles::init()
{
    QFile::remove(Settings().path());
}

void TestWindowFiles::a_request_file_is_opened_and_named_in_the_title()
{
    MainWindow window(theme::Mode::Light);
    window.openFile(places::source("resources/examples/register.via"));
    QVERIFY2(window.windowTitle().contains(QLatin1String("register.via")), qPrintable(window.windowTitle()));
    QCOMPARE(named<QComboBox>(window, "Method")->currentText(), QStringLiteral("REGISTER"));
    QVERIFY(window.findChild<RawEditor *>()->toPlainText().startsWith(QLatin1String("REGISTER ")));
}

void TestWindowFiles::an_unreadable_request_file_is_told_in_the_window()
{
    MainWindow window(theme::Mode::Light);
    window.openFile(QStringLiteral("/nowhere/at-all.via"));
    QCOMPARE(window.windowTitle(), QStringLiteral("Viatrace"));
    QVERIFY(window.statusBar()->currentMessage().contains(QLatin1String("at-all.via")));
}

void TestWindowFiles::the_window_survives_a_broken_settings_file()
{
    const QString path = Settings().path();
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("window/geometry\n\n]]]");
    file.close();
    MainWindow window(theme::Mode::Light);
    QVERIFY(window.statusBar()->currentMessage().contains(QLatin1String("viatrace.ini.damaged-")));
    const QFileInfo info(path);
    for (const QString &name : info.dir().entryList({QStringLiteral("viatrace.ini.damaged-*")}))
        QVERIFY(info.dir().remove(name));
}

void TestWindowFiles::the_window_goes_on_where_settings_cannot_be_kept()
{
    const QString folder = QFileInfo(Settings().path()).path();
    QDir(folder).removeRecursively();
    QFile inTheWay(folder);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    {
        MainWindow window(theme::Mode::Light);
        window.show();
        QVERIFY2(window.statusBar()->currentMessage().contains(QLatin1String("The settings cannot be kept")),
                 qPrintable(window.statusBar()->currentMessage()));
        named<QPushButton>(window, "Try it on the practice server")->click();
        auto *history = named<QTableView>(window, "History");
        QTRY_VERIFY_WITH_TIMEOUT(history->model()->rowCount() == 1 && resultOf(*history, 0).contains(QLatin1String("200")),
                                 10000);
        QVERIFY(window.close());
    }
    QVERIFY(inTheWay.remove());
}

void TestWindowFiles::what_is_new_is_offered_after_an_update()
{
    const auto offer = [](const QWidget &window) -> QToolButton * {
        for (QToolButton *one : window.findChildren<QToolButton *>())
            if (one->text() == QLatin1String("What is new in Viatrace 0.2.0"))
                return one;
        return nullptr;
    };
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QVERIFY(!offer(MainWindow(theme::Mode::Light))); // the very first start
    QCoreApplication::setApplicationVersion(QStringLiteral("0.2.0"));
    {
        MainWindow window(theme::Mode::Light);
        window.show();
        QToolButton *button = offer(window);
        QVERIFY(button && button->isVisible());
        QVERIFY(!QApplication::activeModalWidget());
        button->click();
        auto *help = window.findChild<HelpWindow *>();
        QVERIFY(help && help->isVisible());
        QTRY_VERIFY(!offer(window));
    }
    QVERIFY(!offer(MainWindow(theme::Mode::Light)));
    QCoreApplication::setApplicationVersion({});
}

void TestWindowFiles::no_message_is_drawn_over_what_is_offered()
{
    {
        QSettings older(Settings().path(), QSettings::IniFormat);
        older.setValue(QStringLiteral("version"), QStringLiteral("0.1.0"));
        older.setValue(QStringLiteral("request"), QByteArray("of a newer version"));
    }
    QCoreApplication::setApplicationVersion(QStringLiteral("0.2.0"));
    MainWindow window(theme::Mode::Light);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCoreApplication::processEvents();
    QCoreApplication::setApplicationVersion({});
    QStatusBar *bar = window.statusBar();
    QVERIFY(bar->currentMessage().contains(QLatin1String("requestNotRead")));
    QToolButton *offer = nullptr;
    for (QToolButton *one : bar->findChildren<QToolButton *>())
        offer = one;
    QVERIFY(offer && offer->isVisible());
    const QImage withMessage = bar->grab(offer->geometry()).toImage(), whole = bar->grab().toImage();
    bar->clearMessage();
    QCOMPARE(bar->grab(offer->geometry()).toImage(), withMessage);
    QVERIFY(bar->grab().toImage() != whole); // it was drawn beside
}

void TestWindowFiles::a_file_is_saved_where_blanks_and_other_letters_are_in_its_path()
{
    const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/Grüße ж 日本 XXXXXX"));
    const QString path = folder.filePath(QStringLiteral("mein Anruf \u00e9\u0301.via"));
    QVERIFY(QFile::copy(places::source("resources/examples/options.via"), path));
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    MainWindow window(theme::Mode::Light);
    window.openFile(path);
    QVERIFY2(window.windowTitle().contains(QFileInfo(path).fileName()), qPrintable(window.windowTitle()));
    named<QLineEdit>(window, "Target")->clear();
    QTest::keyClicks(named<QLineEdit>(window, "Target"), QStringLiteral("sip:192.0.2.77"));
    trigger(window, "&Save request");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("192.0.2.77"));
}

QTEST_MAIN(TestWindowFiles)
#include "tst_window_files.moc"
