// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/composer_state.h"
#include "project/request_file.h"

#include <QTest>

using namespace ui;
using Kind = CredentialKind;

namespace {

const QByteArray k = "465b5ce8b199b49faa5f0a2ee238a6bc";

CredentialDraft draft(Kind kind, const QByteArray &user = "1001")
{
    CredentialDraft out{kind, {}};
    out.typed.username = user;
    return out;
}

diag::Environment kept()
{
    diag::Environment environment;
    environment.keepVariables = true;
    return environment;
}

} // namespace

class TestCredentialDraft : public QObject {
    Q_OBJECT
private slots:
    void only_what_belongs_to_the_kind_is_sent()
    {
        CredentialDraft all = draft(Kind::Password);
        all.typed.password = "pw";
        all.typed.ha1 = QByteArray(32, 'a');
        all.typed.subscriber.k = all.typed.subscriber.opc = k;
        all.typed.token = "t0k3n";
        for (const Kind kind : {Kind::Password, Kind::Ha1, Kind::Subscriber, Kind::Token, Kind::Anonymous}) {
            all.kind = kind;
            const sip::Credential value = all.value();
            QCOMPARE(kindOf(value), kind);
            QCOMPARE(!value.password.isEmpty(), kind == Kind::Password);
            QCOMPARE(!value.ha1.isEmpty(), kind == Kind::Ha1);
            QCOMPARE(!value.ha1Algorithm.isEmpty(), kind == Kind::Ha1);
            QCOMPARE(value.isForAka(), kind == Kind::Subscriber);
            QCOMPARE(!value.isDigest(), kind == Kind::Token);
            QCOMPARE(value.anonymous, kind == Kind::Anonymous);
            QCOMPARE(CredentialDraft::of(value).value(), value);
        }
    }
    void a_key_not_typed_yet_is_no_empty_password_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("HA1") << int(Kind::Ha1);
        QTest::newRow("AKA") << int(Kind::Subscriber);
        QTest::newRow("token") << int(Kind::Token);
    }
    void a_key_not_typed_yet_is_no_empty_password()
    {
        QFETCH(int, kind);
        ComposerState state;
        state.setCredentials({draft(Kind(kind))});
        QVERIFY(state.request().credentials.isEmpty());
        QCOMPARE(state.credentials().size(), 1); // and what was typed is still there
        QVERIFY(!state.credentials()[0].problem().text.isEmpty() || Kind(kind) == Kind::Token);
    }
    void a_problem_names_its_field_data()
    {
        QTest::addColumn<CredentialDraft>("typed");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, Kind kind, const QString &problem, auto change) {
            CredentialDraft typed = draft(kind);
            typed.typed.realm = "r";
            change(typed.typed);
            QTest::newRow(name) << typed << problem;
        };
        const auto keys = [](sip::Credential &c) { c.subscriber.k = c.subscriber.opc = k; };
        row("password", Kind::Password, {}, [](sip::Credential &c) { c.password = "x"; });
        row("password without user", Kind::Password, QStringLiteral("User name"), [](sip::Credential &c) {
            c.username.clear();
            c.password = "x";
        });
        row("HA1 missing", Kind::Ha1, QStringLiteral("HA1 is missing"), [](sip::Credential &) {});
        row("HA1 too short", Kind::Ha1, QStringLiteral("HA1 has 64 hex digits for SHA-256; 32 are given"),
            [](sip::Credential &c) {
                c.ha1 = QByteArray(32, 'a');
                c.ha1Algorithm = "SHA-256";
            });
        row("HA1 no hex", Kind::Ha1, QStringLiteral("HA1 is written in hex digits (0-9, a-f); character 3 is none"),
            [](sip::Credential &c) { c.ha1 = "aax" + QByteArray(29, 'a'); });
        row("HA1 for no realm", Kind::Ha1, QStringLiteral("Realm is missing"), [](sip::Credential &c) {
            c.ha1 = QByteArray(32, 'a');
            c.realm.clear();
        });
        row("HA1", Kind::Ha1, {}, [](sip::Credential &c) { c.ha1 = QByteArray(32, 'F'); });
        row("K missing", Kind::Subscriber, QStringLiteral("needs K"), [](sip::Credential &) {});
        row("OPc missing", Kind::Subscriber, QStringLiteral("OP or OPc"), [](sip::Credential &c) { c.subscriber.k = k; });
        row("K too short", Kind::Subscriber, QStringLiteral("K has 16 octets"), [keys](sip::Credential &c) {
            keys(c);
            c.subscriber.k.chop(2);
        });
        row("OPc no hex", Kind::Subscriber, QStringLiteral("OPc is written in hex"), [keys](sip::Credential &c) {
            keys(c);
            c.subscriber.opc[4] = 'g';
        });
        row("AMF", Kind::Subscriber, QStringLiteral("AMF has 2 octets"), [keys](sip::Credential &c) {
            keys(c);
            c.subscriber.amf = "80";
        });
        row("SQN", Kind::Subscriber, QStringLiteral("SQN has 6 octets"), [keys](sip::Credential &c) {
            keys(c);
            c.subscriber.sqn = "20";
        });
        row("AKA", Kind::Subscriber, {}, keys);
        row("AKA by reference", Kind::Subscriber, {},
            [](sip::Credential &c) { c.subscriber.k = c.subscriber.opc = "{{secret:k}}"; });
        row("token without user", Kind::Token, {}, [](sip::Credential &c) {
            c.username.clear();
            c.token = "t";
        });
    }
    void a_problem_names_its_field()
    {
        QFETCH(CredentialDraft, typed);
        QFETCH(QString, problem);
        if (problem.isEmpty())
            QCOMPARE(typed.problem().text, QString());
        else
            QVERIFY2(typed.problem().text.contains(problem), qPrintable(typed.problem().text));
    }
    void what_is_not_begun_has_no_problem()
    {
        for (const Kind kind : {Kind::Password, Kind::Ha1, Kind::Subscriber, Kind::Token, Kind::Anonymous})
            QCOMPARE(draft(kind, {}).problem().text, QString());
    }
    void a_credential_takes_the_place_of_the_one_for_its_realm()
    {
        ComposerState state;
        sip::Credential a{"a", "1001", "old", {}, {}}, b{"b", "1001", "other", {}, {}};
        state.setCredentials({CredentialDraft(), CredentialDraft::of(a), CredentialDraft::of(b)});
        a.password = "new";
        state.putCredential(a);
        QCOMPARE(state.request().credentials, QList<sip::Credential>({a, b}));
        sip::Credential token;
        token.realm = "a";
        token.token = "t";
        state.putCredential(token); // another kind: the password stays
        QCOMPARE(state.request().credentials, QList<sip::Credential>({a, b, token}));
    }
    void options_changed_elsewhere_leave_what_is_being_typed()
    {
        ComposerState state;
        state.setCredentials({draft(Kind::Subscriber)});
        sip::ComposedRequest settings = state.settings();
        settings.forceUdp = true;
        state.setSettings(settings);
        QCOMPARE(state.credentials(), QList<CredentialDraft>({draft(Kind::Subscriber)}));
        settings.credentials = {sip::Credential{{}, "other", "pw", {}, {}}};
        state.setSettings(settings);
        QCOMPARE(state.credentials().value(0).typed.username, QByteArray("other"));
    }
    void a_file_holds_kinds_and_references_and_no_secret()
    {
        ComposerState state;
        sip::ComposedRequest request;
        request.method = "OPTIONS";
        request.target = "sip:192.0.2.1";
        state.load(request);
        CredentialDraft card = draft(Kind::Subscriber), hash = draft(Kind::Ha1), token = draft(Kind::Token, {});
        card.typed.subscriber.op = k;
        card.typed.subscriber.sqn = "000000000020"; // K is still to be typed
        hash.typed.realm = "r";
        hash.typed.ha1 = QByteArray(32, 'a');
        token.typed.token = "t0k3n";
        token.typed.authzServer = "https://auth.example.com";
        state.setCredentials({card, hash, token, draft(Kind::Password, {}), draft(Kind::Ha1)});
        const QByteArray file = diag::writeRequestFile(state.requestForFile());
        QVERIFY2(!file.contains(k) && !file.contains("aaaa") && !file.contains("t0k3n"), file.constData());
        const auto read = diag::parseRequestFile(file, QStringLiteral("x.via"), kept());
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message()));
        const QList<CredentialDraft> back = withoutSecrets(read->credentials);
        QCOMPARE(back.size(), 3); // the HA1 without realm could not be read again
        QCOMPARE(back[0].kind, Kind::Subscriber);
        QCOMPARE(back[0].typed.username, QByteArray("1001"));
        QCOMPARE(back[0].typed.subscriber.sqn, QByteArray("000000000020"));
        QVERIFY(back[0].typed.subscriber.isEmpty());
        QCOMPARE(back[1].kind, Kind::Ha1);
        QCOMPARE(back[1].typed.ha1Algorithm, QByteArray("MD5"));
        QVERIFY(back[1].typed.ha1.isEmpty());
        QCOMPARE(back[2].kind, Kind::Token);
        QCOMPARE(back[2].typed.authzServer, QByteArray("https://auth.example.com"));
        QVERIFY(back[2].typed.token.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCredentialDraft)
#include "tst_credential_draft.moc"
