// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/credential_editor.h"
#include "composer/credential_fields.h"
#include "composer/credential_prompt.h"
#include "models/theme.h"
#include "support/sample_trace.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace ui;

namespace {

sip::AuthDecision missing(const QByteArray &realm, const QByteArray &algorithm, bool proxy = false)
{
    sip::AuthDecision decision;
    decision.proxy = proxy;
    decision.scheme = algorithm == "Bearer" ? "Bearer" : "Digest";
    decision.realm = realm;
    decision.algorithm = algorithm == "Bearer" ? "" : algorithm;
    decision.credentialMissing = true;
    return decision;
}

/// A request that ended with a 401 for want of credentials.
sample::Trace refused(const QList<sip::AuthDecision> &decisions, sip::IntentId intent = 1,
                      sip::Protocol protocol = sip::Protocol::Udp, bool finished = true)
{
    sample::Trace t(intent, quint64(intent) * 1000);
    t.path.protocol = protocol;
    t.start("REGISTER");
    t.send();
    t.receive("401 Unauthorized");
    sip::AuthPlanned planned;
    planned.decisions = decisions;
    t.add(planned);
    if (finished)
        t.finish(401, "Unauthorized");
    return t;
}

QList<CredentialQuestion> questions(const sample::Trace &trace)
{
    FlowStore store;
    store.append(trace.batch, 0);
    return credentialQuestions(*store.flow(trace.batch.first()->context.intent));
}

/// The visible field of that name.
template<class W = QLineEdit> W *field(const QWidget &widget, const char *name, int nth = 0)
{
    for (W *each : widget.findChildren<W *>())
        if (each->accessibleName() == QLatin1String(name) && each->isVisibleTo(&widget) && nth-- == 0)
            return each;
    return nullptr;
}

QString shownFields(const QWidget &widget)
{
    QStringList names;
    for (const QLineEdit *edit : widget.findChildren<QLineEdit *>())
        if (edit->isVisibleTo(&widget))
            names << edit->accessibleName();
    return names.join(u' ');
}

QString shownText(const QWidget &widget)
{
    QStringList text;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        if (label->isVisibleTo(&widget))
            text << label->text();
    return text.join(u'\n');
}

void choose(QComboBox *box, int index)
{
    box->setCurrentIndex(index);
    emit box->activated(index);
}

struct Prompt {
    FlowStore store;
    Selection selection;
    QWidget window;
    CredentialPrompt *prompt = new CredentialPrompt(store, selection, &window);
    QSignalSpy answered{prompt, &CredentialPrompt::answered};

    Prompt()
    {
        window.resize(800, 400);
        prompt->resize(800, 200);
        window.show();
    }
    void give(const sample::Trace &trace, sip::IntentId intent = 1)
    {
        sip::ComposedRequest request;
        request.rows = {{"f", "<sip:bob@example.com>", true}, {"From", "<sip:alice@example.com>"}};
        store.remember(intent, request);
        store.append(trace.batch, 0);
        selection.setIntent(intent);
        QCoreApplication::processEvents();
    }
    void type(const char *name, const char *text, int nth = 0)
    {
        QLineEdit *edit = field(*prompt, name, nth);
        QVERIFY2(edit, name);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, QLatin1String(text));
    }
    void press(const char *name) { QTest::mouseClick(field<QPushButton>(*prompt, name), Qt::LeftButton); }
};

} // namespace

class TestCredentialPrompt : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }

    //= R22.1-5
    void a_realm_is_asked_for_once_with_all_it_offered()
    {
        const auto asked = questions(refused({missing("a", "SHA-256"), missing("a", "MD5"), missing("a", "MD5", true)}));
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked[0].realm, QByteArray("a"));
        QCOMPARE(asked[0].offered, QList<QByteArray>({"SHA-256", "MD5"}));
        QVERIFY(asked[0].password && !asked[0].subscriber && !asked[0].token && !asked[0].proxy);
        QVERIFY(asked[1].proxy);
    }
    void nothing_is_asked_when_an_answer_would_not_help()
    {
        sip::AuthDecision rejected = missing("a", "MD5");
        rejected.credentialMissing = false;
        QVERIFY(questions(refused({rejected})).isEmpty());
        QVERIFY(questions(refused({missing("a", "MD5")}, 1, sip::Protocol::Udp, false)).isEmpty()); // still under way
        QVERIFY(questions(sample::registered()).isEmpty());
        QVERIFY(questions(refused({missing("a", "Bearer")})).isEmpty()); // no token ever goes over UDP
        QVERIFY(questions(refused({missing("a", "Bearer")}, 1, sip::Protocol::Tls))[0].token);
    }
    void the_bar_asks_and_hands_over_a_credential_for_that_realm()
    {
        Prompt p;
        QVERIFY(p.prompt->isHidden());
        p.give(refused({missing("example.com", "SHA-256"), missing("example.com", "MD5")}));
        QVERIFY(!p.prompt->isHidden());
        QVERIFY2(shownText(*p.prompt).contains(
                     QLatin1String("Realm \"example.com\" asks for a user name and password (SHA-256, MD5 offered)")),
                 qPrintable(shownText(*p.prompt)));
        QCOMPARE(shownFields(*p.prompt), QStringLiteral("User name Password"));
        QCOMPARE(field(*p.prompt, "User name")->text(), QStringLiteral("alice")); // of From; the muted row is not sent
        p.type("Password", "s3cret");
        p.press("Send again");
        QCOMPARE(p.answered.size(), 1);
        QCOMPARE(p.answered[0][0].value<sip::IntentId>(), sip::IntentId(1));
        QCOMPARE(p.answered[0][1].value<QList<sip::Credential>>(),
                 QList<sip::Credential>({{"example.com", "alice", "s3cret", {}, {}}}));
        QVERIFY(p.prompt->isHidden());
        p.selection.setIntent(0);
        p.selection.setIntent(1);
        QVERIFY(p.prompt->isHidden()); // answered once
    }
    void what_is_missing_is_said_and_nothing_is_sent()
    {
        Prompt p;
        p.give(refused({missing("a", "MD5")}));
        p.press("Send again");
        QVERIFY2(shownText(*p.prompt).contains(QLatin1String("Password is missing")), qPrintable(shownText(*p.prompt)));
        p.type("Password", "x");
        QVERIFY(!shownText(*p.prompt).contains(QLatin1String("missing")));
        p.type("User name", "");
        p.press("Send again");
        QVERIFY(shownText(*p.prompt).contains(QLatin1String("User name is missing")));
        QVERIFY(p.answered.isEmpty());
    }
    void two_realms_are_asked_for_together()
    {
        Prompt p;
        p.give(refused({missing("a", "MD5"), missing("proxy.a", "MD5", true)}));
        QVERIFY(shownText(*p.prompt).contains(QLatin1String("Proxy realm \"proxy.a\"")));
        p.type("Password", "one");
        p.press("Send again");
        QVERIFY(p.answered.isEmpty());
        p.type("Password", "two", 1);
        QTest::keyClick(field(*p.prompt, "Password", 1), Qt::Key_Return);
        QCOMPARE(p.answered.size(), 1);
        const auto given = p.answered[0][1].value<QList<sip::Credential>>();
        QCOMPARE(given.size(), 2);
        QCOMPARE(given[1].realm, QByteArray("proxy.a"));
        QCOMPARE(given[1].password, QByteArray("two"));
    }
    void aka_asks_for_keys_and_names_the_wrong_one()
    {
        Prompt p;
        p.give(refused({missing("ims.example.com", "AKAv1-MD5")}));
        QVERIFY(shownText(*p.prompt).contains(QLatin1String("asks for the keys of a subscriber (AKAv1-MD5 offered)")));
        QCOMPARE(shownFields(*p.prompt), QStringLiteral("User name K OPc AMF SQN"));
        p.type("K", "465b5ce8b199b49faa5f0a2ee238a6bc");
        p.type("OPc", "cd63");
        p.press("Send again");
        QVERIFY2(shownText(*p.prompt).contains(QLatin1String("OPc has 16 octets")), qPrintable(shownText(*p.prompt)));
        p.type("OPc", "cd63cb71954a9f4e48a5994e37a02baf");
        p.press("Send again");
        QCOMPARE(p.answered.size(), 1);
        QVERIFY(p.answered[0][1].value<QList<sip::Credential>>()[0].isForAka());
    }
    void a_realm_with_both_lets_the_user_choose()
    {
        Prompt p;
        p.give(refused({missing("a", "AKAv1-MD5"), missing("a", "MD5")}));
        auto *kind = field<QComboBox>(*p.prompt, "Kind of credential");
        QVERIFY(kind);
        QCOMPARE(kind->count(), 2);
        QVERIFY(field(*p.prompt, "Password"));
        choose(kind, 1);
        QVERIFY(!field(*p.prompt, "Password") && field(*p.prompt, "K"));
    }
    void escape_and_not_now_close_it_for_this_flow_only()
    {
        Prompt p;
        p.give(refused({missing("a", "MD5")}));
        QTest::keyClick(field(*p.prompt, "Password"), Qt::Key_Escape);
        QVERIFY(p.prompt->isHidden());
        p.give(refused({missing("a", "MD5")}, 2), 2);
        QVERIFY(!p.prompt->isHidden());
        p.press("Not now");
        QVERIFY(p.prompt->isHidden());
        p.selection.setIntent(1);
        QVERIFY(p.prompt->isHidden());
        QVERIFY(p.answered.isEmpty());
    }
    void it_takes_no_focus_and_keeps_what_is_typed_when_more_comes_in()
    {
        Prompt p;
        auto *elsewhere = new QLineEdit(&p.window);
        elsewhere->show();
        elsewhere->setFocus();
        sample::Trace trace = refused({missing("a", "MD5")});
        p.give(trace);
        QCOMPARE(p.window.focusWidget(), elsewhere);
        p.type("Password", "half");
        emit p.store.flowChanged(1);
        QCOMPARE(field(*p.prompt, "Password")->text(), QStringLiteral("half"));
        p.prompt->focusFirst();
        QVERIFY(p.prompt->isAncestorOf(p.window.focusWidget()));
    }
    void a_flow_that_is_not_ours_is_not_asked_about()
    {
        Prompt p;
        p.store.append(refused({missing("a", "MD5")}, 7).batch, 0);
        p.selection.setIntent(7);
        QVERIFY(p.prompt->isHidden());
    }

    void the_composer_shows_the_fields_of_the_kind_only()
    {
        ComposerState state;
        CredentialEditor editor(state);
        auto *kind = field<QComboBox>(editor, "Kind of credential");
        QCOMPARE(shownFields(editor), QStringLiteral("User name Password Realm"));
        choose(kind, 1);
        QCOMPARE(shownFields(editor), QStringLiteral("User name HA1 Realm"));
        choose(kind, 2);
        QCOMPARE(shownFields(editor), QStringLiteral("User name K OPc AMF SQN Realm"));
        choose(kind, 3);
        QCOMPARE(shownFields(editor), QStringLiteral("Token Issued by Realm"));
        choose(kind, 4);
        QCOMPARE(shownFields(editor), QStringLiteral("Realm"));
        QVERIFY(state.request().credentials.value(0).anonymous);
    }
    void secrets_are_not_readable_on_the_screen()
    {
        ComposerState state;
        CredentialEditor editor(state);
        for (const char *name : {"Password", "HA1", "K", "OPc", "Token"}) {
            bool found = false;
            for (const QLineEdit *edit : editor.findChildren<QLineEdit *>())
                if (edit->accessibleName() == QLatin1String(name)) {
                    found = true;
                    QCOMPARE(edit->echoMode(), QLineEdit::Password);
                }
            QVERIFY2(found, name);
        }
    }
    void a_look_at_another_kind_loses_nothing()
    {
        ComposerState state;
        CredentialEditor editor(state);
        QTest::keyClicks(field(editor, "User name"), QStringLiteral("1001"));
        QTest::keyClicks(field(editor, "Password"), QStringLiteral("pw"));
        auto *kind = field<QComboBox>(editor, "Kind of credential");
        choose(kind, 2);
        QVERIFY(state.request().credentials.isEmpty());
        QVERIFY(shownText(editor).contains(QLatin1String("AKA needs K")));
        choose(kind, 0);
        QCOMPARE(state.request().credentials, QList<sip::Credential>({{{}, "1001", "pw", {}, {}}}));
        QVERIFY(!shownText(editor).contains(QLatin1String("AKA")));
    }
    void op_and_opc_are_one_field_with_a_choice()
    {
        ComposerState state;
        CredentialEditor editor(state);
        choose(field<QComboBox>(editor, "Kind of credential"), 2);
        QTest::keyClicks(field(editor, "User name"), QStringLiteral("1001"));
        QTest::keyClicks(field(editor, "K"), QStringLiteral("465b5ce8b199b49faa5f0a2ee238a6bc"));
        QTest::keyClicks(field(editor, "OPc"), QStringLiteral("cdc202d5123e20f62b6d676ac72cb318"));
        QCOMPARE(state.request().credentials[0].subscriber.opc, QByteArray("cdc202d5123e20f62b6d676ac72cb318"));
        choose(field<QComboBox>(editor, "OPc or OP"), 1);
        QCOMPARE(state.request().credentials[0].subscriber.op, QByteArray("cdc202d5123e20f62b6d676ac72cb318"));
        QVERIFY(state.request().credentials[0].subscriber.opc.isEmpty());
        QVERIFY(field(editor, "OP"));
    }
    void several_credentials_are_added_chosen_and_removed()
    {
        ComposerState state;
        CredentialEditor editor(state);
        auto *list = editor.findChild<QListWidget *>();
        auto *add = field<QToolButton>(editor, "Add a credential"),
             *remove = field<QToolButton>(editor, "Remove this credential");
        QVERIFY(!list->isVisibleTo(&editor));
        QVERIFY(!add->isEnabled() && !remove->isEnabled()); // the first is not begun
        QTest::keyClicks(field(editor, "User name"), QStringLiteral("1001"));
        add->click();
        QVERIFY(list->isVisibleTo(&editor));
        QCOMPARE(field(editor, "User name")->text(), QString());
        QTest::keyClicks(field(editor, "User name"), QStringLiteral("1002"));
        QTest::keyClicks(field(editor, "Realm"), QStringLiteral("b"));
        QCOMPARE(list->count(), 2);
        QCOMPARE(list->item(1)->text(), QStringLiteral("1002 for b"));
        QCOMPARE(state.request().credentials.size(), 2);
        list->setCurrentRow(0);
        QCOMPARE(field(editor, "User name")->text(), QStringLiteral("1001"));
        remove->click();
        QCOMPARE(state.request().credentials, QList<sip::Credential>({{"b", "1002", {}, {}, {}}}));
        QVERIFY(!list->isVisibleTo(&editor));
        QCOMPARE(field(editor, "User name")->text(), QStringLiteral("1002"));
    }
};

QTEST_MAIN(TestCredentialPrompt)
#include "tst_credential_prompt.moc"
