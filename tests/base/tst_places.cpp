// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/places.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using sip::Places;

class TestPlaces : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(m_folder.isValid() && QDir().mkpath(path("bin")));
    }
    void without_the_folder_the_system_says_where()
    {
        const Places places = Places::of(path("bin"));
        QVERIFY(!places.isPortable());
        QCOMPARE(places.settings(), QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation));
        QVERIFY(places.data().startsWith(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)));
        QVERIFY(!QDir(path("bin/viatrace-data")).exists());
    }
    void a_folder_beside_the_program_takes_all_data();
    void a_folder_beside_the_program_takes_all();
    void a_file_of_that_name_is_no_folder();
    void qt_keeps_its_own_there_too();

private:
    QString path(const char *name) const { return m_folder.path() + u'/' + QString::fromUtf8(name); }
    QTemporaryDir m_folder;
};

void TestPlaces::a_folder_beside_the_program_takes_all_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("appImage");
    QTest::addColumn<QString>("beside");
    QTest::newRow("a program") << "stick/bin"
                               << ""
                               << "stick/bin";
    QTest::newRow("blanks and other letters") << "Meine Träger/ж 日本"
                                              << ""
                                              << "Meine Träger/ж 日本";
    QTest::newRow("an AppImage: beside that file") << "cache/usr/bin"
                                                   << "apps/Viatrace.AppImage"
                                                   << "apps";
    QTest::newRow("a bundle of macOS: beside it, not in it") << "Applications/viatrace.app/Contents/MacOS"
                                                             << ""
                                                             << "Applications";
}

void TestPlaces::a_folder_beside_the_program_takes_all()
{
    QFETCH(const QString, program);
    QFETCH(const QString, appImage);
    QFETCH(const QString, beside);
    const QString root = m_folder.path() + u'/';
    const QString wanted = root + beside + u'/' + Places::portableName();
    QVERIFY(QDir().mkpath(wanted) && QDir().mkpath(root + program));
    const Places places = Places::of(root + program, appImage.isEmpty() ? QString() : root + appImage);
    QVERIFY(places.isPortable());
    QCOMPARE(places.settings(), wanted);
    QCOMPARE(places.data(), wanted);
    QVERIFY(places.settingsFile().startsWith(wanted + u'/'));
    if (!appImage.isEmpty()) // nothing is looked for where it was unpacked
        QVERIFY(!Places::of(root + program).isPortable());
}

void TestPlaces::a_file_of_that_name_is_no_folder()
{
    QVERIFY(QDir().mkpath(path("other")));
    QFile file(path("other/viatrace-data"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(!Places::of(path("other")).isPortable());
}

void TestPlaces::qt_keeps_its_own_there_too()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    QSKIP("Qt keeps its own settings elsewhere on this system");
#endif
    QVERIFY(QDir().mkpath(path("dialogs/viatrace-data")));
    Places::of(path("dialogs")).redirectQt();
    const QSettings fileDialog(QSettings::UserScope, QStringLiteral("QtProject"));
    QVERIFY2(fileDialog.fileName().startsWith(path("dialogs/viatrace-data")), qPrintable(fileDialog.fileName()));
}

QTEST_GUILESS_MAIN(TestPlaces)
#include "tst_places.moc"
