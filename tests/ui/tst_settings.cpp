// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/composer_state.h"
#include "shell/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

using namespace ui;

namespace {

constexpr int keysOfEach = 25;

QString keyOf(const QString &who, int number)
{
    return QStringLiteral("%1/%2").arg(who).arg(number);
}

/// What the other process does: a window that keeps one thing after the other.
int writeAs(const QString &who, const QString &path)
{
    Settings settings(path);
    for (int i = 0; i < keysOfEach; ++i) {
        settings.setBytes(keyOf(who, i), who.toUtf8());
        if (!settings.write().isEmpty())
            return 1;
    }
    return 0;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT
private slots:
    void init();

    void the_request_is_kept_but_no_password();
    void the_kind_of_a_credential_is_kept_without_its_secret();
    void a_damaged_file_is_put_aside_data();
    void a_damaged_file_is_put_aside();
    void nothing_that_was_put_aside_is_overwritten();
    void what_cannot_be_read_is_left_alone();
    void a_request_that_is_not_understood_stays();
    void no_unread_request_takes_the_place_of_another();
    void a_large_request_leaves_the_file_readable_data();
    void a_large_request_leaves_the_file_readable();
    void a_byte_order_mark_is_no_damage();
    void what_a_newer_version_wrote_stays();
    void an_update_is_told_once_data();
    void an_update_is_told_once();
    void the_folder_of_files_is_kept_as_long_as_it_is_there();
    void two_windows_keep_what_each_set();
    void a_full_disk_leaves_the_old_file_whole();
    void no_right_to_write_is_told_once();
    void a_folder_that_cannot_be_made_is_told();

private:
    void put(const QByteArray &bytes) const;
    QStringList aside() const
    {
        return QFileInfo(m_path).dir().entryList({QStringLiteral("*.damaged-*")}, QDir::Files, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path; ///< of no file yet
};

void TestSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/Träger ж 日本 XXXXXX"));
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(QStringLiteral("with blanks/viatrace.ini"));
}

void TestSettings::put(const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void TestSettings::the_request_is_kept_but_no_password()
{
    sip::ComposedRequest request;
    request.method = "REGISTER";
    request.target = "sip:192.0.2.1";
    request.rows = {{"From", "<sip:1001@example.com>"}};
    request.credentials << sip::Credential{"r", "1001", "correct horse", {}, {}};
    {
        Settings settings(m_path);
        settings.setLastRequest(request);
        settings.setThemeMode(theme::Mode::Dark);
    }
    QVERIFY(!contents(m_path).contains("horse"));
    const Settings again(m_path);
    QVERIFY(again.problem().isEmpty());
    QCOMPARE(again.themeMode(), theme::Mode::Dark);
    const auto back = again.lastRequest();
    QVERIFY(back);
    QCOMPARE(back->method, request.method);
    QCOMPARE(back->target, request.target);
    QVERIFY(back->credentials.isEmpty() || back->credentials[0].password.isEmpty());
}

void TestSettings::the_kind_of_a_credential_is_kept_without_its_secret()
{
    ComposerState state;
    sip::ComposedRequest request;
    request.method = "REGISTER";
    request.target = "sip:192.0.2.1";
    request.credentials << sip::Credential{"r", "1001", "correct horse", {}, {}} << sip::Credential{};
    request.credentials[1].token = "t0k3n"; // without a user name
    state.load(request);
    QList<CredentialDraft> drafts = state.credentials();
    drafts << CredentialDraft{CredentialKind::Subscriber, {{}, "1002", {}, {}, {}}}; // its keys are still to be typed
    state.setCredentials(drafts);
    {
        Settings settings(m_path);
        settings.setLastRequest(state.requestForFile());
    }
    const QByteArray text = contents(m_path);
    QVERIFY(!text.contains("horse") && !text.contains("t0k3n"));
    const Settings again(m_path);
    QVERIFY(again.lastRequest());
    const QList<CredentialDraft> back = again.lastCredentials();
    QCOMPARE(back.size(), 3);
    QCOMPARE(back[0].kind, CredentialKind::Password);
    QVERIFY(back[0].typed.password.isEmpty());
    QCOMPARE(back[1].kind, CredentialKind::Token);
    QVERIFY(back[1].typed.token.isEmpty());
    QCOMPARE(back[2].kind, CredentialKind::Subscriber);
    QCOMPARE(back[2].typed.username, QByteArray("1002"));
    QVERIFY(back[2].typed.subscriber.isEmpty());
}

void TestSettings::a_damaged_file_is_put_aside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("not text at all") << QByteArray("\x00\x01 not settings \xff\n{{{", 22);
    QTest::newRow("zeros, as after a power failure") << QByteArray(4096, '\0');
    QTest::newRow("text of something else") << QByteArray("window/geometry\n\n]]]");
    QTest::newRow("a section without its end") << QByteArray("theme=dark\n[window\ngeometry=1\n");
    QTest::newRow("larger than settings are") << QByteArray("theme=dark\n" + QByteArray(32 * 1024 * 1024, '='));
}

void TestSettings::a_damaged_file_is_put_aside()
{
    QFETCH(const QByteArray, bytes);
    put(bytes);
    {
        Settings settings(m_path);
        const QStringList names = aside();
        QCOMPARE(names.size(), 1);
        QVERIFY2(settings.problem().contains(names[0]), qPrintable(settings.problem()));
        QCOMPARE(contents(QFileInfo(m_path).dir().filePath(names[0])), bytes);
        QCOMPARE(settings.themeMode(), theme::Mode::System);
        settings.setThemeMode(theme::Mode::Light);
        QCOMPARE(settings.write(), QString());
    }
    const Settings again(m_path);
    QVERIFY(again.problem().isEmpty());
    QCOMPARE(again.themeMode(), theme::Mode::Light);
    QCOMPARE(aside().size(), 1);
}

void TestSettings::nothing_that_was_put_aside_is_overwritten()
{
    QStringList told;
    for (const char *bytes : {"one", "two", "three"}) { // within one second, or two
        put(bytes);
        told << Settings(m_path).problem();
    }
    QCOMPARE(aside().size(), 3);
    QByteArrayList kept;
    for (const QString &name : aside()) {
        kept << contents(QFileInfo(m_path).dir().filePath(name));
        QVERIFY(told.join(u' ').contains(name));
    }
    std::sort(kept.begin(), kept.end());
    QCOMPARE(kept, QByteArrayList({"one", "three", "two"}));
}

void TestSettings::what_cannot_be_read_is_left_alone()
{
    QVERIFY(QDir().mkpath(m_path)); // a folder of that name
    Settings settings(m_path);
    QVERIFY(settings.problem().contains(QDir::toNativeSeparators(m_path)));
    settings.setThemeMode(theme::Mode::Dark);
    QCOMPARE(settings.write(), QString());
    QVERIFY(QFileInfo(m_path).isDir() && aside().isEmpty());
}

void TestSettings::a_request_that_is_not_understood_stays()
{
    put("[General]\nrequest=\"a-setting-of-a-newer-version: 1\\n---\\nOPTIONS sip:a SIP/2.0\\n\"\n");
    sip::ComposedRequest request;
    request.method = "OPTIONS";
    request.target = "sip:192.0.2.1";
    {
        Settings settings(m_path);
        QVERIFY2(settings.problem().contains(QLatin1String("requestNotRead")), qPrintable(settings.problem()));
        QVERIFY(!settings.lastRequest());
        settings.setLastRequest(request);
    }
    const Settings again(m_path);
    QVERIFY(again.problem().isEmpty()); // told once
    QVERIFY(again.lastRequest());
    QVERIFY(again.bytes(QStringLiteral("requestNotRead")).contains("a-setting-of-a-newer-version"));
}

void TestSettings::no_unread_request_takes_the_place_of_another()
{
    for (const char *which : {"first", "second", "second", "third"}) {
        {
            QSettings file(m_path, QSettings::IniFormat);
            file.setValue(QStringLiteral("request"), QByteArray("a-setting-of-a-newer-version: ") + which);
        }
        QVERIFY(!Settings(m_path).problem().isEmpty());
    }
    const Settings settings(m_path);
    QVERIFY(settings.bytes(QStringLiteral("requestNotRead")).endsWith("first"));
    QVERIFY(settings.bytes(QStringLiteral("requestNotRead2")).endsWith("second"));
    QVERIFY(settings.bytes(QStringLiteral("requestNotRead3")).endsWith("third")); // the same one once only
}

void TestSettings::a_large_request_leaves_the_file_readable_data()
{
    QTest::addColumn<int>("bodyOctets");
    QTest::addColumn<int>("headerOctets");
    QTest::addColumn<bool>("kept");
    QTest::addColumn<bool>("cut");
    QTest::newRow("large, and kept whole") << 1'000'000 << 10 << true << false;
    QTest::newRow("too large a body") << 9'000'000 << 10 << true << true;
    QTest::newRow("too large a header") << 10 << 2'000'000 << false << true;
}

void TestSettings::a_large_request_leaves_the_file_readable()
{
    QFETCH(const int, bodyOctets);
    QFETCH(const int, headerOctets);
    QFETCH(const bool, kept);
    QFETCH(const bool, cut);
    sip::ComposedRequest request;
    request.method = "MESSAGE";
    request.target = "sip:192.0.2.1";
    request.rows = {{"Subject", QByteArray(headerOctets, 'x')}};
    request.body = QByteArray("\x01\x1f\x7f\x02").repeated(bodyOctets / 4); // each takes four octets in the file
    {
        Settings settings(m_path);
        settings.setLastRequest(request);
        QCOMPARE(settings.write(), QString());
    }
    {
        Settings again(m_path);
        QCOMPARE(again.problem(), QString());
        QCOMPARE(again.isLastRequestCut(), cut);
        QCOMPARE(again.lastRequest().has_value(), kept);
        if (kept) {
            QCOMPARE(again.lastRequest()->rows, request.rows);
            QCOMPARE(again.lastRequest()->body, cut ? QByteArray() : request.body);
        }
        request.rows.clear();
        request.body.clear();
        again.setLastRequest(request);
        QVERIFY(!again.isLastRequestCut());
    }
    QVERIFY(aside().isEmpty());
}

void TestSettings::a_byte_order_mark_is_no_damage()
{
    put("\xEF\xBB\xBF[General]\ntheme=dark\n");
    const Settings settings(m_path);
    QCOMPARE(settings.problem(), QString());
    QCOMPARE(settings.themeMode(), theme::Mode::Dark);
    QCOMPARE(Settings::languageKept(m_path), QStringLiteral("system"));
}

void TestSettings::what_a_newer_version_wrote_stays()
{
    put("[General]\nversion=99.0.0\ntheme=sepia\nsomethingNew=@Invalid()\n\n[future]\nlist=1, 2, 3\n");
    {
        Settings settings(m_path);
        QVERIFY(settings.problem().isEmpty());
        QCOMPARE(settings.themeMode(), theme::Mode::System); // not known here
        settings.setFlag(QStringLiteral("window/started"), true);
        QCOMPARE(settings.write(), QString());
    }
    const QByteArray text = contents(m_path);
    for (const char *line : {"theme=sepia\n", "list=1, 2, 3\n", "somethingNew=@Invalid()\n", "started=true\n"})
        QVERIFY2(text.contains(line), text.constData());
}

void TestSettings::an_update_is_told_once_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<bool>("told");
    QTest::newRow("the first start") << QByteArray() << false;
    QTest::newRow("the same version") << QByteArray("[General]\nversion=0.2.0\n") << false;
    QTest::newRow("an older one") << QByteArray("[General]\nversion=0.1.9\n") << true;
    QTest::newRow("a tenth is more than a ninth") << QByteArray("[General]\nversion=0.1.10\n") << true;
    QTest::newRow("a newer one") << QByteArray("[General]\nversion=0.10.0\n") << false;
    QTest::newRow("one that did not tell") << QByteArray("[window]\nstarted=true\n") << true;
}

void TestSettings::an_update_is_told_once()
{
    QFETCH(const QByteArray, before);
    QFETCH(const bool, told);
    if (!before.isEmpty())
        put(before);
    QCOMPARE(Settings(m_path).isUpdate(QStringLiteral("0.2.0")), told);
    QVERIFY(!Settings(m_path).isUpdate(QStringLiteral("0.2.0")));
    QVERIFY(contents(m_path).contains("version=0.2.0"));
}

void TestSettings::the_folder_of_files_is_kept_as_long_as_it_is_there()
{
    const QString folder = m_folder->filePath(QStringLiteral("requests ж"));
    QVERIFY(QDir().mkpath(folder));
    {
        Settings settings(m_path);
        QVERIFY(QDir(settings.fileFolder()).exists());
        settings.setFileFolder(folder);
    }
    QCOMPARE(Settings(m_path).fileFolder(), folder);
    QVERIFY(QDir().rmdir(folder));
    QVERIFY(QDir(Settings(m_path).fileFolder()).exists());
}

void TestSettings::two_windows_keep_what_each_set()
{
    QProcess first, second;
    for (const auto &[process, who] : {std::pair(&first, "first"), std::pair(&second, "second")})
        process->start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write-as"), QString::fromLatin1(who), m_path});
    for (QProcess *process : {&first, &second}) {
        QVERIFY(process->waitForFinished(60000));
        QCOMPARE(process->exitCode(), 0);
    }
    const Settings settings(m_path);
    QVERIFY(settings.problem().isEmpty());
    for (const char *who : {"first", "second"})
        for (int i = 0; i < keysOfEach; ++i)
            QCOMPARE(settings.bytes(keyOf(QString::fromLatin1(who), i)), QByteArray(who));
}

void TestSettings::a_full_disk_leaves_the_old_file_whole()
{
#ifdef Q_OS_UNIX
    Settings settings(m_path);
    settings.setThemeMode(theme::Mode::Dark);
    QCOMPARE(settings.write(), QString());
    const QByteArray before = contents(m_path);
    QVERIFY(!before.isEmpty());

    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{}, small{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
    small = limit;
    small.rlim_cur = 64; // no file gets longer now
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    settings.setBytes(QStringLiteral("window/state"), QByteArray(2000, 'x'));
    const QString said = settings.write(), again = settings.write();
    const QByteArray meanwhile = contents(m_path);
    setrlimit(RLIMIT_FSIZE, &limit);

    QVERIFY2(said.contains(QDir::toNativeSeparators(m_path)) && said.contains(QString::fromLocal8Bit(std::strerror(EFBIG))),
             qPrintable(said));
    QCOMPARE(again, QString()); // told once
    QCOMPARE(meanwhile, before);
    QCOMPARE(QFileInfo(m_path).dir().entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("viatrace.ini")});
    settings.write(); // room again: what was set is still to be kept
    QVERIFY(contents(m_path).contains("xxxx"));
#else
    QSKIP("no limit for the size of files on this system");
#endif
}

void TestSettings::no_right_to_write_is_told_once()
{
#ifdef Q_OS_UNIX
    put("[General]\ntheme=dark\n");
    const QString folder = QFileInfo(m_path).path();
    const auto readable = QFileDevice::ReadOwner | QFileDevice::ExeOwner | QFileDevice::ReadGroup | QFileDevice::ExeGroup |
                          QFileDevice::ReadOther | QFileDevice::ExeOther;
    QVERIFY(QFile::setPermissions(folder, readable));
    QVERIFY(QFile::setPermissions(m_folder->path(), readable | QFileDevice::WriteOwner));
    const bool all = geteuid() == 0; // may do everything: for a moment it is somebody else
    QVERIFY(!all || seteuid(65534) == 0);
    QString atStart, later;
    theme::Mode mode{};
    {
        Settings settings(m_path);
        atStart = settings.problem() + settings.write(); // before anything is set
        settings.setThemeMode(theme::Mode::Light);
        later = settings.write();
        mode = settings.themeMode();
    }
    QVERIFY(!all || seteuid(0) == 0);
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    QVERIFY2(atStart.contains(QDir::toNativeSeparators(m_path)) &&
                 atStart.contains(QString::fromLocal8Bit(std::strerror(EACCES))),
             qPrintable(atStart));
    QCOMPARE(later, QString());
    QCOMPARE(mode, theme::Mode::Light); // for this run
    QCOMPARE(contents(m_path), QByteArray("[General]\ntheme=dark\n"));
#else
    QSKIP("rights are not told by mode bits on this system");
#endif
}

void TestSettings::a_folder_that_cannot_be_made_is_told()
{
    put("a file where a folder should be");
    Settings settings(m_path + QStringLiteral("/below/viatrace.ini"));
    const QString said = settings.write();
    QVERIFY2(said.contains(QDir::toNativeSeparators(settings.path())) && said.contains(QLatin1String("folder")),
             qPrintable(said));
    QCOMPARE(contents(m_path), QByteArray("a file where a folder should be"));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--write-as"))
        return writeAs(words.value(2), words.value(3));
    TestSettings test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_settings.moc"
