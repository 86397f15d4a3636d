// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kept_secrets.h"

#include <QEventLoop>
#include <QTest>

using namespace ui;

namespace {

/// A keychain in memory that answers later, as real ones do.
class FakeStore final : public SecretStore {
public:
    struct Log {
        QHash<QString, QByteArray> secrets;
        QStringList calls;
        QString problem; ///< of every call from now on
    };
    explicit FakeStore(Log &log) : m_log(log) {}
    void read(const QString &key, Found found) override
    {
        m_log.calls << QStringLiteral("read ") + key;
        later([this, key, found] { found(m_log.problem.isEmpty() ? m_log.secrets.value(key) : QByteArray(), m_log.problem); });
    }
    void write(const QString &key, const QByteArray &secret, Done done) override
    {
        m_log.calls << QStringLiteral("write ") + key;
        later([this, key, secret, done] {
            if (m_log.problem.isEmpty())
                m_log.secrets.insert(key, secret);
            done(m_log.problem);
        });
    }
    void remove(const QString &key, Done done) override
    {
        m_log.calls << QStringLiteral("remove ") + key;
        later([this, key, done] {
            m_log.secrets.remove(key);
            done(m_log.problem);
        });
    }

private:
    template<class Call> void later(Call call) { QMetaObject::invokeMethod(&m_context, std::move(call), Qt::QueuedConnection); }
    Log &m_log;
    QObject m_context;
};

CredentialDraft password(const QByteArray &user, const QByteArray &realm, const QByteArray &secret)
{
    CredentialDraft draft;
    draft.typed.username = user;
    draft.typed.realm = realm;
    draft.typed.password = secret;
    return draft;
}

CredentialDraft ticked(CredentialDraft draft)
{
    draft.keep = true;
    return draft;
}

/// A composer and what keeps its secrets.
struct Desk {
    FakeStore::Log &log;
    ComposerState state;
    KeptSecrets kept;
    explicit Desk(FakeStore::Log &shared) : log(shared), kept(state, std::make_unique<FakeStore>(shared)) {}
    void settle()
    {
        while (kept.isBusy())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
};

} // namespace

class TestKeptSecrets : public QObject {
    Q_OBJECT
private slots:
    void nothing_is_kept_without_the_box();
    void what_is_ticked_comes_back_in_the_next_run();
    void every_kind_comes_back_whole_data();
    void every_kind_comes_back_whole();
    void keys_tell_users_realms_and_kinds_apart();
    void what_was_typed_meanwhile_wins();
    void unticked_is_taken_out();
    void the_same_secret_is_written_once();
    void where_there_is_no_keychain_the_box_says_why_and_nothing_is_lost();
    void a_keychain_that_fails_later_takes_nothing_with_it();
    void without_support_there_is_no_box();
    void the_tick_stays_when_another_request_is_loaded();
    void the_keychain_of_this_system_keeps_a_secret();
};

void TestKeptSecrets::nothing_is_kept_without_the_box()
{
    FakeStore::Log log;
    Desk desk(log);
    desk.state.setCredentials({password("1001", "example.com", "s3cret")});
    desk.kept.keep();
    desk.settle();
    QVERIFY(log.calls.isEmpty() && desk.kept.keys().isEmpty());
}

void TestKeptSecrets::what_is_ticked_comes_back_in_the_next_run()
{
    FakeStore::Log log;
    QStringList keys;
    {
        Desk desk(log);
        desk.state.setCredentials({ticked(password("1001", "example.com", "s3cret")), password("1002", "", "other")});
        desk.kept.keep();
        desk.settle();
        keys = desk.kept.keys();
    }
    QCOMPARE(keys.size(), 1);
    QVERIFY(!keys.join(u' ').contains(QLatin1String("s3cret")));
    Desk desk(log);
    desk.state.setCredentials({password("1001", "example.com", ""), password("1002", "", "")});
    desk.kept.fetch(keys);
    QVERIFY(desk.state.credentials()[0].keep);
    desk.settle();
    QCOMPARE(desk.state.credentials()[0].typed.password, QByteArray("s3cret"));
    QVERIFY(desk.state.credentials()[1].typed.password.isEmpty() && !desk.state.credentials()[1].keep);
}

void TestKeptSecrets::every_kind_comes_back_whole_data()
{
    QTest::addColumn<CredentialDraft>("draft");
    QTest::newRow("password, not ASCII") << password("1001", "example.com", "grüße \"ж\"\n");
    CredentialDraft draft = password("1001", "example.com", {});
    draft.kind = CredentialKind::Ha1;
    draft.typed.ha1 = QByteArray(32, 'a');
    draft.typed.ha1Algorithm = "MD5";
    QTest::newRow("HA1") << draft;
    draft = password("1001", {}, {});
    draft.kind = CredentialKind::Subscriber;
    draft.typed.subscriber.k = QByteArray(32, '1');
    draft.typed.subscriber.opc = QByteArray(32, '2');
    QTest::newRow("K and OPc") << draft;
    draft.typed.subscriber.opc.clear();
    draft.typed.subscriber.op = QByteArray(32, '3');
    QTest::newRow("K and OP") << draft;
    draft = {};
    draft.kind = CredentialKind::Token;
    draft.typed.token = "a.b.c";
    QTest::newRow("token, without a user name") << draft;
}

void TestKeptSecrets::every_kind_comes_back_whole()
{
    QFETCH(const CredentialDraft, draft);
    CredentialDraft empty = draft;
    sip::visitTexts(empty.typed, [](QByteArray &text, bool secret) {
        if (secret)
            text.clear();
    });
    QVERIFY(!draft.secrets().isEmpty() && empty.secrets().isEmpty());
    QCOMPARE(empty.key(), draft.key());
    empty.setSecrets(draft.secrets());
    QVERIFY(empty == draft);
    CredentialDraft other = draft;
    other.setSecrets("not what we wrote");
    QVERIFY(other == draft);
}

void TestKeptSecrets::keys_tell_users_realms_and_kinds_apart()
{
    CredentialDraft token = password("a", "b", {}), anonymous = token;
    token.kind = CredentialKind::Token;
    anonymous.kind = CredentialKind::Anonymous;
    QVERIFY(anonymous.key().isEmpty());
    const QStringList keys = {password("a", "b", {}).key(), token.key(),
                              password("a", "", {}).key(),  password("a@b", "", {}).key(),
                              password("a", "*", {}).key(), password("", "a", {}).key()};
    QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());
}

void TestKeptSecrets::what_was_typed_meanwhile_wins()
{
    FakeStore::Log log;
    const CredentialDraft empty = password("1001", "", "");
    log.secrets.insert(empty.key(), password("1001", "", "old").secrets());
    Desk desk(log);
    desk.state.setCredentials({empty});
    desk.kept.fetch({empty.key()});
    desk.state.setCredentials({ticked(password("1001", "", "new"))});
    desk.settle();
    QCOMPARE(desk.state.credentials()[0].typed.password, QByteArray("new"));
    desk.kept.keep();
    desk.settle();
    QCOMPARE(log.secrets.value(empty.key()), password("1001", "", "new").secrets());
}

void TestKeptSecrets::unticked_is_taken_out()
{
    FakeStore::Log log;
    Desk desk(log);
    const CredentialDraft draft = password("1001", "", "s3cret");
    desk.state.setCredentials({ticked(draft)});
    desk.kept.keep();
    desk.settle();
    QCOMPARE(log.secrets.size(), 1);
    desk.state.setCredentials({draft});
    desk.settle();
    QVERIFY(log.secrets.isEmpty() && desk.kept.keys().isEmpty());
    QCOMPARE(desk.state.credentials()[0].typed.password, QByteArray("s3cret"));
}

void TestKeptSecrets::the_same_secret_is_written_once()
{
    FakeStore::Log log;
    Desk desk(log);
    desk.state.setCredentials({ticked(password("1001", "", "s3cret"))});
    for (int i = 0; i < 3; ++i) {
        desk.kept.keep();
        desk.settle();
    }
    QCOMPARE(log.calls.filter(QStringLiteral("write ")).size(), 1);
}

void TestKeptSecrets::where_there_is_no_keychain_the_box_says_why_and_nothing_is_lost()
{
    FakeStore::Log log;
    log.problem = QStringLiteral("no secret service");
    Desk desk(log);
    desk.state.setCredentials({ticked(password("1001", "", "s3cret"))}); // the tick asks
    desk.settle();
    QVERIFY(!desk.state.credentials()[0].keep);
    QCOMPARE(desk.state.credentials()[0].typed.password, QByteArray("s3cret"));
    QCOMPARE(desk.state.keepProblem(), log.problem);
    QVERIFY(desk.kept.keys().isEmpty());
    log.problem.clear(); // it came up meanwhile: the next tick finds it
    desk.state.setCredentials({ticked(password("1001", "", "s3cret"))});
    desk.kept.keep();
    desk.settle();
    QVERIFY(desk.state.credentials()[0].keep && desk.state.keepProblem().isEmpty());
    QCOMPARE(log.secrets.size(), 1);
}

void TestKeptSecrets::a_keychain_that_fails_later_takes_nothing_with_it()
{
    FakeStore::Log log;
    Desk desk(log);
    desk.state.setCredentials({ticked(password("1001", "", "s3cret"))});
    desk.kept.keep();
    desk.settle();
    log.problem = QStringLiteral("locked");
    desk.state.setCredentials({ticked(password("1001", "", "changed"))});
    desk.kept.keep();
    desk.settle();
    QVERIFY(!desk.state.credentials()[0].keep);
    QCOMPARE(desk.state.keepProblem(), QStringLiteral("locked"));
    QCOMPARE(desk.state.credentials()[0].typed.password, QByteArray("changed"));
    QCOMPARE(log.secrets.size(), 1); // what was there before
    QVERIFY(log.calls.filter(QStringLiteral("remove ")).isEmpty());
}

void TestKeptSecrets::without_support_there_is_no_box()
{
    ComposerState state;
    KeptSecrets kept(state, nullptr);
    QVERIFY(!state.canKeep());
    state.setCredentials({ticked(password("1001", "", "s3cret"))});
    kept.keep();
    kept.fetch({QStringLiteral("x")});
    QVERIFY(!kept.isBusy() && kept.keys().isEmpty());
}

void TestKeptSecrets::the_tick_stays_when_another_request_is_loaded()
{
    FakeStore::Log log;
    Desk desk(log);
    desk.state.setCredentials({ticked(password("1001", "r", "s3cret")), password("1002", "", "x")});
    desk.kept.keep();
    desk.settle();
    sip::ComposedRequest request = desk.state.request();
    request.credentials.removeLast();
    desk.state.load(request);
    QVERIFY(desk.state.credentials()[0].keep);
    desk.state.putCredential({"r", "1001", "new", {}, {}});
    QVERIFY(desk.state.credentials()[0].keep);
    desk.settle();
    QCOMPARE(log.secrets.size(), 1);
}

void TestKeptSecrets::the_keychain_of_this_system_keeps_a_secret()
{
    if (qEnvironmentVariableIsEmpty("VIATRACE_TEST_KEYCHAIN"))
        QSKIP("set VIATRACE_TEST_KEYCHAIN where a test may write to the keychain of the user");
    const std::unique_ptr<SecretStore> store = systemSecretStore();
    if (!store)
        QSKIP("this build knows no keychain");
    const QString key = QStringLiteral("test ж %1").arg(QCoreApplication::applicationPid());
    const auto read = [&](QByteArray &secret, QString &problem) {
        bool answered = false;
        store->read(key, [&](const QByteArray &found, const QString &why) {
            secret = found;
            problem = why;
            answered = true;
        });
        QTRY_VERIFY_WITH_TIMEOUT(answered, 20000);
    };
    const auto done = [&](QString &problem, bool &answered) {
        return [&problem, &answered](const QString &why) {
            problem = why;
            answered = true;
        };
    };
    QByteArray secret;
    QString problem;
    bool answered = false;
    read(secret, problem);
    QCOMPARE(problem, QString());
    QVERIFY(secret.isEmpty());
    const QByteArray wanted("[\"grüße\",\"\"]");
    store->write(key, wanted, done(problem, answered));
    QTRY_VERIFY_WITH_TIMEOUT(answered, 20000);
    QCOMPARE(problem, QString());
    read(secret, problem);
    QCOMPARE(secret, wanted);
    answered = false;
    store->remove(key, done(problem, answered));
    QTRY_VERIFY_WITH_TIMEOUT(answered, 20000);
    QCOMPARE(problem, QString());
    read(secret, problem);
    QVERIFY(secret.isEmpty() && problem.isEmpty());
}

QTEST_GUILESS_MAIN(TestKeptSecrets)
#include "tst_kept_secrets.moc"
