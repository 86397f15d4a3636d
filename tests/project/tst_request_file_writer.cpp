// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/places.h"
#include "support/request_files.h"

#include <QDir>
#include <QTest>

using namespace request_files;

/// What is written is read back the same, and holds no secrets.
class tst_RequestFileWriter : public QObject {
    Q_OBJECT
private slots:
    void what_was_written_is_read_back_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray m = "---\nMESSAGE sip:a@{{domain}} SIP/2.0\nSubject: ä \"quoted\" \\\n# Muted: 1\nX:\n";
        QTest::newRow("small") << m;
        QTest::newRow("everything")
            << "name: \"a: \\\"b\\\" ä\\t\"\ntarget: sip:x\nauth: { user: \"a\\\\b\", realm: \"r\", password: "
               "\"{{secret:pw1001}}\" }\nauth-choice: weakest\nprefer-auth-int: true\ndigest-uri: sip:q\ntimers: "
               "fast\ntransport: tcp\nresolver: \"[::1]:5353\"\nfamilies: ipv6-first\npin: "
               "\"udp:sip.example.com\"\npretend-dead:\n  - 192.0.2.1\n  - \"udp:x:5060\"\nforce-udp: true\ncompact-headers: "
               "true\nforce-cancel: true\nmax-retries: "
               "0\nring-limit: never\nhang-up-after: 1500ms\nkeep-for: 90s\nkeep-alive: 25s\non-exit: leave\nfollow-redirects: "
               "true\nanswers:\n  "
               "- \"INVITE: 180, "
               "2s 200\"\nthen:\n  - "
               "\"1s INFO | X-A: "
               "\\\"b\\\" || a\\\\r\\\\nb\"\n  - BYE\n" +
                   m + "\nv=0\ns=-\n";
        QTest::newRow("two credentials")
            << "auth:\n  - { user: a, ha1: \"{{secret:x}}\", realm: r, algorithm: md5 }\n  - { user: b }\n" + m;
        QTest::newRow("other kinds of credentials")
            << "auth:\n  - { user: a, realm: r, k: \"{{secret:k}}\", opc: \"{{secret:opc}}\", amf: \"8000\", sqn: "
               "\"000000000020\" }\n"
               "  - { user: b, k: \"{{secret:k}}\", op: \"{{secret:opc}}\" }\n"
               "  - { token: \"{{secret:t}}\", realm: r, authz-server: \"https://auth.example.com\" }\n"
               "  - { anonymous: true, realm: r }\nauth-scheme: bearer\npreemptive: false\nmax-stale: 1\nmax-answers: 2\n" +
                   m;
        QTest::newRow("one line body") << m + "\nhello\n";
        QTest::newRow("body without last line end") << m + "\na\nb";
        QTest::newRow("body that begins with empty lines") << m + "\n\n\nb";
        QTest::newRow("body of a line end") << m + "\n\n\n";
        QTest::newRow("body with a separator") << m + "\n---\nb\n";
        QTest::newRow("binary body") << "body-base64: \"AP8KDQ==\"\n" + m;
        QTest::newRow("URI from the target") << QByteArray("target: sip:x\n---\nOPTIONS SIP/2.0\n");
        QTest::newRow("raw") << QByteArray("raw: true\n---\n\nOPTIONS\n---\n");
        QTest::newRow("raw with bare line feeds") << QByteArray("raw: true\n---\nOPTIONS\r\n\nx\r");
        QTest::newRow("raw bytes") << QByteArray("raw-base64: \"AAEK/w==\"\n---\n");
    }

    void what_was_written_is_read_back()
    {
        QFETCH(QByteArray, text);
        const auto first = parseKept(text);
        QVERIFY2(first, qPrintable(first ? QString() : first.error().message()));
        const QByteArray written = diag::writeRequestFile(*first);
        const auto second = parseKept(written);
        QVERIFY2(second, qPrintable(second ? QString() : second.error().message() + u'\n' + QString::fromUtf8(written)));
        QVERIFY2(same(*first, *second), written.constData());
        QCOMPARE(diag::writeRequestFile(*second), written);
    }

    void a_password_is_never_written()
    {
        sip::ComposedRequest r;
        r.method = "REGISTER";
        r.requestUri = "sip:a";
        r.credentials = {{{}, "alice@x", "s3cret", {}, {}}, {"r", "bob", {}, "0123456789abcdef0123456789abcdef", "MD5"}};
        const QByteArray written = diag::writeRequestFile(r);
        QVERIFY(!written.contains("s3cret"));
        QVERIFY(!written.contains("0123456789abcdef"));
        QVERIFY(written.contains("\"{{secret:alice_x}}\""));
        QVERIFY(written.contains("\"{{secret:bob}}\""));
        sip::Credential card, token;
        card.username = token.username = "carol";
        card.subscriber.k = card.subscriber.op = "465b5ce8b199b49faa5f0a2ee238a6bc";
        token.token = "t0k3n";
        r.credentials = {card, token};
        const QByteArray others = diag::writeRequestFile(r);
        QVERIFY(!others.contains("465b") && !others.contains("t0k3n"));
        QVERIFY(others.contains("k: \"{{secret:carol-k}}\", op: \"{{secret:carol-op}}\""));
        QVERIFY(others.contains("token: \"{{secret:carol-token}}\""));
    }

    void two_passwords_of_a_user_are_two_secrets()
    {
        sip::ComposedRequest r;
        r.method = "REGISTER";
        r.requestUri = "sip:a";
        r.credentials = {{"a.example", "bob", "one", {}, {}}, {"b.example", "bob", "two", {}, {}}};
        const QByteArray written = diag::writeRequestFile(r);
        QVERIFY2(written.contains("{{secret:bob-a.example}}") && written.contains("{{secret:bob-b.example}}"),
                 written.constData());
        r.credentials[1].password = "one"; // the same: one name will do
        QCOMPARE(diag::writeRequestFile(r).count("{{secret:bob}}"), 2);
        sip::Credential token;
        token.token = "t0k3n";
        r.credentials = {token};
        QVERIFY(diag::writeRequestFile(r).contains("{{secret:token}}")); // as the command line calls it
    }

    void every_example_is_read_and_survives_writing()
    {
        const QDir folder(places::source("resources/examples"));
        const QStringList files = folder.entryList({u"*.via"_s});
        QVERIFY(files.size() >= 5);
        diag::Environment e = environment();
        for (const QString &file : files) {
            const auto r = diag::readRequestFile(folder.filePath(file), e);
            QVERIFY2(r, qPrintable(r ? QString() : r.error().message()));
            QVERIFY(!r->name.isEmpty());
            diag::Environment editing;
            editing.keepVariables = true;
            const auto kept = diag::readRequestFile(folder.filePath(file), editing);
            QVERIFY(kept);
            const auto again = diag::parseRequestFile(diag::writeRequestFile(*kept), file, editing);
            QVERIFY(again);
            QVERIFY(same(*kept, *again));
        }
    }
};

QTEST_GUILESS_MAIN(tst_RequestFileWriter)
#include "tst_request_file_writer.moc"
