// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_secret_store.h"
#include "shell/kept_secrets.h"

#include <QEventLoop>
#include <QTest>

using namespace ui;

namespace {

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
    FakeSecretStore::Log &log;
    ComposerState state;
    KeptSecrets kept;
    explicit Desk(FakeSecretStore::Log &shared) : log(shared), kept(state, std::make_unique<FakeSecretStore>(shared)) {}
    /// As the user does by the box of the credential.
    void tick(qsizetype index, bool on = true)
    {
        state.chooseKeep(index, on);
        settle();
    }
    void keep()
    {
        kept.keep();
        settle();
    }
    /// A request file or an entry of the history.
    void load(const QList<CredentialDraft> &drafts)
    {
        sip::ComposedRequest request = state.request();
        request.credentials = values(drafts);
        state.load(request);
        settle();
    }
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
    void a_file_that_refers_to_a_secret_leaves_the_kept_one_and_gets_it();
    void a_variable_among_the_keys_of_a_card_is_not_kept();
    void other_requests_take_nothing_out();
    void what_another_request_had_kept_is_fetched_in_the_next_run();
    void one_that_is_refused_leaves_the_others();
    void every_tick_fetches();
    void removed_and_renamed_are_taken_out();
    void a_name_typed_on_the_way_takes_nothing_out();
    void a_keychain_out_of_reach_is_told_with_advice();
    void the_keychain_of_this_system_keeps_a_secret();
};

void TestKeptSecrets::nothing_is_kept_without_the_box()
{
    FakeSecretStore::Log log;
    Desk desk(log);
    desk.state.setCredentials({password("1001", "example.com", "s3cret")});
    desk.kept.keep();
    desk.settle();
    QVERIFY(log.calls.isEmpty() && desk.kept.keys().isEmpty());
}

void TestKeptSecrets::what_is_ticked_comes_back_in_the_next_run()
{
    FakeSecretStore::Log log;
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
    FakeSecretStore::Log log;
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
    FakeSecretStore::Log log;
    Desk desk(log);
    const CredentialDraft draft = password("1001", "", "s3cret");
    desk.state.setCredentials({ticked(draft)});
    desk.kept.keep();
    desk.settle();
    QCOMPARE(log.secrets.size(), 1);
    desk.tick(0, false);
    QVERIFY(log.secrets.isEmpty() && desk.kept.keys().isEmpty());
    QCOMPARE(desk.state.credentials()[0].typed.password, QByteArray("s3cret"));
}

void TestKeptSecrets::the_same_secret_is_written_once()
{
    FakeSecretStore::Log log;
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
    FakeSecretStore::Log log;
    log.problem = QStringLiteral("no secret service");
    Desk desk(log);
    desk.state.setCredentials({password("1001", "", "s3cret")});
    desk.tick(0); // asks
    QVERIFY(!desk.state.credentials()[0].keep);
    QCOMPARE(desk.state.credentials()[0].typed.password, QByteArray("s3cret"));
    QCOMPARE(desk.state.keepProblem(), log.problem);
    QVERIFY(desk.kept.keys().isEmpty());
    log.problem.clear(); // it came up meanwhile: the next tick finds it
    desk.tick(0);
    desk.keep();
    QVERIFY(desk.state.credentials()[0].keep && desk.state.keepProblem().isEmpty());
    QCOMPARE(log.secrets.size(), 1);
}

void TestKeptSecrets::a_keychain_that_fails_later_takes_nothing_with_it()
{
    FakeSecretStore::Log log;
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
    FakeSecretStore::Log log;
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

void TestKeptSecrets::a_file_that_refers_to_a_secret_leaves_the_kept_one_and_gets_it()
{
    FakeSecretStore::Log log;
    Desk desk(log);
    const CredentialDraft real = password("1001", "", "real"), file = password("1001", "", "{{secret:1001}}");
    QVERIFY(file.secrets().isEmpty());
    desk.state.setCredentials({ticked(real)});
    desk.keep();
    desk.load({file});
    QCOMPARE(desk.state.credentials(), {ticked(real)});
    QCOMPARE(desk.state.settings().credentials.value(0).password, QByteArray("real"));
    desk.keep();
    desk.state.setCredentials({ticked(file)}); // typed
    desk.keep();
    QCOMPARE(log.secrets.value(real.key()), real.secrets());
}

void TestKeptSecrets::a_variable_among_the_keys_of_a_card_is_not_kept()
{
    CredentialDraft card = password("1001", {}, {});
    card.kind = CredentialKind::Subscriber;
    card.typed.subscriber.k = QByteArray(32, '1');
    card.typed.subscriber.op = QByteArray(32, '2');
    CredentialDraft file = card;
    file.typed.subscriber.k = "{{env:K}}";
    file.typed.subscriber.op.clear();
    file.typed.subscriber.opc = "{{secret:1001-opc}}";
    QVERIFY(file.secrets().isEmpty());
    file.setSecrets(card.secrets()); // with OP, as it is kept
    QCOMPARE(file, card);
}

void TestKeptSecrets::other_requests_take_nothing_out()
{
    FakeSecretStore::Log log;
    Desk desk(log);
    const CredentialDraft real = password("1001", "", "real");
    desk.state.setCredentials({real});
    desk.tick(0);
    desk.keep();
    desk.load({password("bob", "", "b")});
    QVERIFY(!desk.state.credentials()[0].keep);
    desk.keep();
    QCOMPARE(desk.kept.keys(), {real.key()}); // for the next run
    desk.load({password("1001", "", "{{secret:1001}}")});
    QCOMPARE(desk.state.credentials(), {ticked(real)});
    sip::ComposedRequest settings = desk.state.settings();
    settings.credentials.clear();
    desk.state.setSettings(settings);
    desk.keep();
    QCOMPARE(log.secrets.value(real.key()), real.secrets());
    QVERIFY(log.calls.filter(QStringLiteral("remove ")).isEmpty());
}

void TestKeptSecrets::what_another_request_had_kept_is_fetched_in_the_next_run()
{
    FakeSecretStore::Log log;
    const CredentialDraft real = password("1001", "", "real");
    log.secrets.insert(real.key(), real.secrets());
    Desk desk(log);
    desk.state.setCredentials({password("bob", "", "")});
    desk.kept.fetch({real.key()});
    desk.settle();
    QVERIFY(log.calls.isEmpty() && !desk.state.credentials()[0].keep);
    QCOMPARE(desk.kept.keys(), {real.key()});
    desk.load({password("1001", "", "{{secret:1001}}")});
    QCOMPARE(desk.state.credentials(), {ticked(real)});
}

void TestKeptSecrets::one_that_is_refused_leaves_the_others()
{
    FakeSecretStore::Log log;
    Desk desk(log);
    const CredentialDraft first = password("1001", "", "one"), second = password("1002", "", "two");
    desk.state.setCredentials({ticked(first), ticked(second)});
    log.problem = QStringLiteral("too long");
    log.refused = first.key();
    desk.keep();
    QCOMPARE(desk.state.credentials(), (QList<CredentialDraft>{first, ticked(second)}));
    QCOMPARE(desk.kept.keys(), {second.key()});
    QCOMPARE(desk.state.keepProblem(), log.problem);
    desk.tick(1, false);
    QVERIFY(log.secrets.isEmpty());
}

void TestKeptSecrets::every_tick_fetches()
{
    FakeSecretStore::Log log;
    const CredentialDraft first = password("1001", "", "one"), second = password("1002", "", "two");
    log.secrets.insert(first.key(), first.secrets());
    log.secrets.insert(second.key(), second.secrets());
    Desk desk(log);
    desk.state.setCredentials({password("1001", "", ""), password("1002", "", "")});
    desk.tick(0);
    desk.tick(1);
    QCOMPARE(desk.state.credentials(), (QList<CredentialDraft>{ticked(first), ticked(second)}));
    desk.kept.keep();
    QVERIFY(!desk.kept.isBusy()); // it has them already
}

void TestKeptSecrets::removed_and_renamed_are_taken_out()
{
    FakeSecretStore::Log log;
    Desk desk(log);
    const CredentialDraft first = password("1001", "", "one"), second = password("1002", "", "two");
    desk.state.setCredentials({ticked(first), ticked(second)});
    desk.keep();
    const CredentialDraft renamed = password("1003", "r", "one");
    desk.state.setCredentials({ticked(renamed), ticked(second)});
    desk.keep();
    QCOMPARE(log.secrets.value(renamed.key()), renamed.secrets());
    QVERIFY(!log.secrets.contains(first.key()));
    desk.state.setCredentials({ticked(renamed)});
    desk.load({password("bob", "", "b")}); // before the next keep()
    QCOMPARE(log.secrets.keys(), {renamed.key()});
    QCOMPARE(desk.kept.keys(), {renamed.key()});
}

void TestKeptSecrets::a_name_typed_on_the_way_takes_nothing_out()
{
    FakeSecretStore::Log log;
    Desk desk(log);
    const CredentialDraft other = password("100", "", "other");
    desk.state.setCredentials({ticked(other)});
    desk.keep();
    desk.load({password("1001", "", "one")});
    desk.tick(0);
    for (const char *name : {"100", "1002"})
        desk.state.setCredentials({ticked(password(name, "", "one"))});
    desk.keep();
    QCOMPARE(log.secrets.value(other.key()), other.secrets());
    QCOMPARE(log.secrets.size(), 2);
}

void TestKeptSecrets::a_keychain_out_of_reach_is_told_with_advice()
{
#ifndef Q_OS_LINUX
    QSKIP("the keychain of this system needs no bus");
#endif
    const std::unique_ptr<SecretStore> store = systemSecretStore();
    if (!store || !qEnvironmentVariableIsEmpty("VIATRACE_TEST_KEYCHAIN"))
        QSKIP("no keychain in this build, or one that is there");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
    bool answered = false;
    QString problem;
    store->read(QStringLiteral("x"), [&](const QByteArray &, const QString &why) {
        problem = why;
        answered = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(answered, 20000);
    QVERIFY2(problem.contains(QLatin1String("tick the box again")), qPrintable(problem));
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
