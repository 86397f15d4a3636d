// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/duration.h"
#include "project/request_file.h"
#include "project/suggestion.h"
#include "request/local_placeholder.h"
#include "support/places.h"
#include "support/request_files.h"

#include <QDir>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace request_files;

class tst_RequestFile : public QObject {
    Q_OBJECT
private slots:
    void a_body_that_is_no_text_is_read_again_whatever_its_size()
    {
        sip::ComposedRequest request;
        request.method = "MESSAGE";
        request.target = "sip:192.0.2.1";
        request.body = QByteArray(1'000'000, '\xe4');
        auto back = parse(diag::writeRequestFile(request));
        QVERIFY2(back, back ? "" : qPrintable(back.error().message()));
        QCOMPARE(back->body, request.body);

        request.raw = true;
        request.rawBytes = QByteArray(1'000'001, '\xe5');
        back = parse(diag::writeRequestFile(request));
        QVERIFY2(back, back ? "" : qPrintable(back.error().message()));
        QCOMPARE(back->rawBytes, request.rawBytes);

        for (const char *key : {"body-base64: \"", "name: \""}) { // nothing else may be that large
            const auto bad = parse(key + QByteArray(70'000, key[0] == 'b' ? '[' : 'a') + "\"\n---\nOPTIONS sip:a SIP/2.0\n");
            QVERIFY(!bad && bad.error().message().contains(u"larger than 64 KiB"_s));
        }
    }
    void tls_settings_are_read_and_written()
    {
        const QByteArray pin(64, 'a');
        const auto r =
            parse("target: sips:{{domain}}\n"
                  "tls: { ca: [a.pem, \"b c.pem\"], certificate: own.pem, key: own.key, key-password: \"{{secret:pw1001}}\",\n"
                  "  server-name: \"sip.{{domain}}\", least: \"1.0\", most: 1.2, pin: " +
                  pin + ", alpn: sip/2, despite-failed-check: yes, key-log: keys }\n---\nOPTIONS SIP/2.0\n");
        QVERIFY2(r, r ? "" : qPrintable(r.error().message()));
        const sip::TlsSettings &tls = r->tls;
        QCOMPARE(tls.authorities, QStringList({u"a.pem"_s, u"b c.pem"_s}));
        QCOMPARE(tls.certificateFile, u"own.pem"_s);
        QCOMPARE(tls.keyFile, u"own.key"_s);
        QCOMPARE(tls.keyPassword, QByteArray("s3cret"));
        QCOMPARE(tls.serverName, QByteArray("sip.example.com"));
        QCOMPARE(tls.least, sip::TlsVersion::Tls10);
        QCOMPARE(tls.most, sip::TlsVersion::Tls12);
        QCOMPARE(tls.pins, QList<QByteArray>({*sip::fingerprint(pin)}));
        QCOMPARE(tls.applications, QList<QByteArray>({"sip/2"}));
        QCOMPARE(tls.keyLogFile, u"keys"_s);
        QVERIFY(tls.sendDespite);

        sip::ComposedRequest again = *r;
        again.tls.keyPassword = "{{secret:pw1001}}";
        const QByteArray written = diag::writeRequestFile(again);
        QVERIFY(!written.contains("s3cret"));
        const auto back = parse(written);
        QVERIFY2(back, back ? "" : qPrintable(back.error().message()));
        QVERIFY2(back->tls == r->tls, written.constData());
        QVERIFY(!diag::writeRequestFile(*r).contains("s3cret"));
        QVERIFY(!diag::writeRequestFile(sip::ComposedRequest()).contains("tls"));
    }

    void websocket_settings_are_read_and_written()
    {
        const auto r = parse("target: \"wss:{{domain}}\"\n"
                             "ws: { path: \"/ws?x=1\", host: \"front.{{domain}}\", origin: \"https://{{domain}}\",\n"
                             "  subprotocol: [sip, \"x\"], headers: [\"X-Tenant: a \\\"b\\\"\", \"Cookie: {{secret:pw1001}}\"],\n"
                             "  proxy: \"127.0.0.1:3128\", ping: 30s, local: address }\n---\nOPTIONS SIP/2.0\n");
        QVERIFY2(r, r ? "" : qPrintable(r.error().message()));
        const sip::WsSettings &ws = r->ws;
        QCOMPARE(ws.path, QByteArray("/ws?x=1"));
        QCOMPARE(ws.host, QByteArray("front.example.com"));
        QCOMPARE(ws.origin, QByteArray("https://example.com"));
        QCOMPARE(ws.protocols, QList<QByteArray>({"sip", "x"}));
        QCOMPARE(ws.headers, QList<sip::WsSettings::Header>({{"X-Tenant", "a \"b\"", false}, {"Cookie", "s3cret", true}}));
        QCOMPARE(ws.proxy, QByteArray("127.0.0.1:3128"));
        QCOMPARE(ws.pingEvery, sip::Instant(30s));
        QVERIFY(ws.namesAddress);

        sip::ComposedRequest again = *r;
        again.ws.headers.last().value = "{{secret:pw1001}}";
        const auto back = parse(diag::writeRequestFile(again));
        QVERIFY2(back, back ? "" : qPrintable(back.error().message()));
        QVERIFY2(back->ws == r->ws, diag::writeRequestFile(again).constData());
        QVERIFY(!diag::writeRequestFile(*r).contains("s3cret"));
        QVERIFY(!diag::writeRequestFile(sip::ComposedRequest()).contains("ws:"));
    }

    void the_example_of_the_manual_is_read()
    {
        const auto r = parse("name: Register 1001\n"
                             "target: sip:{{domain}};transport=udp\n"
                             "auth: { user: \"1001\", password: \"{{secret:pw1001}}\" }\n"
                             "timers: rfc                # or fast\n"
                             "---\n"
                             "REGISTER sip:{{domain}} SIP/2.0\n"
                             "From: <sip:1001@{{domain}}>\n"
                             "Contact: <sip:1001@{{local}}>\n"
                             "Expires: 300\n");
        QVERIFY2(r, qPrintable(r ? QString() : r.error().message()));
        QCOMPARE(r->name, u"Register 1001"_s);
        QCOMPARE(r->target, QByteArray("sip:example.com;transport=udp"));
        QCOMPARE(r->method, QByteArray("REGISTER"));
        QCOMPARE(r->requestUri, QByteArray("sip:example.com"));
        QCOMPARE(r->credentials.size(), 1);
        QCOMPARE(r->credentials[0].username, QByteArray("1001"));
        QCOMPARE(r->credentials[0].password, QByteArray("s3cret"));
        QCOMPARE(r->rows.size(), 3);
        QCOMPARE(r->rows[0].value, QByteArray("<sip:1001@example.com>"));
        QCOMPARE(r->rows[1].value, QByteArray("<sip:1001@{{local}}>")); // known when sending
        QVERIFY(r->body.isEmpty());
    }

    void every_setting_is_read()
    {
        const auto r =
            parse("transport: tcp\nauth:\n  - { user: a, password: \"{{secret:pw1001}}\", realm: r }\n"
                  "  - { user: b, ha1: \"{{secret:pw1001}}\", realm: r2, algorithm: SHA-256 }\n"
                  "auth-choice: strongest\nprefer-auth-int: yes\ndigest-uri: sip:x\ntimers: { t1: 100ms, t2: 1s }\n"
                  "resolver: 127.0.0.1:5353\nfamilies: ipv6\npin: 192.0.2.1\npretend-dead: [ 192.0.2.2, \"udp:b.example.com\" ]\n"
                  "force-udp: true\ncompact-headers: true\nmax-retries: 2\nring-limit: 500ms\nhang-up-after: 0\n"
                  "force-cancel: true\nthen: [ \"2s INFO || x\", BYE ]\nanswers: [ \"*: 486\" ]\n---\nINVITE sip:a@b SIP/2.0\n");
        QVERIFY2(r, qPrintable(r ? QString() : r.error().message()));
        QCOMPARE(r->transport, QByteArray("tcp"));
        QCOMPARE(r->credentials.size(), 2);
        QCOMPARE(r->credentials[1].ha1Algorithm, QByteArray("SHA-256"));
        QCOMPARE(r->authPolicy.choice, sip::AuthPolicy::Choice::Strongest);
        QVERIFY(r->authPolicy.preferAuthInt);
        QCOMPARE(r->authPolicy.uriOverride, QByteArray("sip:x"));
        QCOMPARE(r->timers.t1, sip::Instant(100ms));
        QCOMPARE(r->timers.t2, sip::Instant(1s));
        QVERIFY(r->forceUdp && r->compactHeaders && r->forceCancel);
        QCOMPARE(r->road.resolver, QByteArray("127.0.0.1:5353"));
        QCOMPARE(r->road.families, sip::AddressFamilies::Ipv6Only);
        QCOMPARE(r->road.pin, QByteArray("192.0.2.1"));
        QCOMPARE(r->road.pretendDead, QList<QByteArray>({"192.0.2.2", "udp:b.example.com"}));
        QCOMPARE(r->maxRetries, 2);
        QCOMPARE(r->ringLimit, sip::Instant(500ms));
        QCOMPARE(r->hangUpAfter, sip::Instant(0));
        QCOMPARE(r->then.size(), 2);
        QCOMPARE(r->answers.first().steps.first().status, 486);
        QCOMPARE(r->then[0].body, QByteArray("x"));
        QCOMPARE(r->then[1].method, QByteArray("BYE"));
        QCOMPARE(parse("hang-up-after: never\n---\nINVITE sip:a@b SIP/2.0\n")->hangUpAfter, sip::ComposedRequest::Never);
    }

    void what_is_wrong_is_named_with_its_place_and_a_remedy_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message"); // begins so
        QTest::addColumn<QString>("part");    // and has this in it
        const auto row = [](const char *name, const QByteArray &text, const QString &begin, const QString &part) {
            QTest::newRow(name) << text << begin << part;
        };
        const QByteArray m = "---\nOPTIONS sip:a SIP/2.0\n";
        row("unknown key", "name: x\ntraget: sip:a\n" + m, u"a.via:2:1: unknown setting \"traget\""_s, u"did you mean target?"_s);
        row("key like nothing", "zzzzzzzz: 1\n" + m, u"a.via:1:1: unknown"_s, u"known are name, target"_s);
        row("twice", "name: x\nname: y\n" + m, u"a.via:2:1: \"name\" is given twice"_s, u"keep one"_s);
        row("unknown variable", "target: sip:{{domian}}\n" + m, u"a.via:1:13: unknown variable {{domian}}"_s,
            u"did you mean {{domain}}?"_s);
        row("unknown variable in quotes", "target: \"sip:{{domian}}\"\n" + m, u"a.via:1:14: unknown"_s, u"{{domain}}"_s);
        row("unknown variable in a row", m + "Subject: x\nTo: <sip:{{usr}}@x>\n", u"a.via:4:10: unknown variable {{usr}}"_s,
            u"{{user}}"_s);
        row("unknown variable in the body", m + "\nline\nä {{nothing-like-it}}", u"a.via:5:3: unknown"_s,
            u"--set nothing-like-it=VALUE"_s);
        row("unknown variable in the URI", "---\nOPTIONS sip:{{x1}} SIP/2.0\n", u"a.via:2:13: unknown"_s, u"--set"_s);
        row("unclosed", m + "Subject: {{user\n", u"a.via:3:10: {{ without }}"_s, u"{{braces}}"_s);
        row("control character", "name: x\x04y\n" + m, u"a.via:1:8: a control character (04) stands here"_s, u"\"\\x04\""_s);
        row("no name", m + "Subject: {{ }}\n", u"a.via:3:10: "_s, u"is no variable"_s);
        row("unquoted braces", "target: {{domain}}\n" + m, u"a.via:1:9: "_s, u"put quotes"_s);
        row("password in the file", "auth: { user: a, password: s3cret }\n" + m, u"a.via:1:28: a password does not belong"_s,
            u"{{secret:NAME}}"_s);
        row("secret outside auth", m + "Subject: {{secret:pw1001}}\n",
            u"a.via:3:10: a secret may stand in \"auth\", \"tls\" and \"ws\" only"_s, {});
        row("unknown secret", "auth: { user: a, password: \"{{secret:other}}\" }\n" + m, u"a.via:1:29: the secret \"other\""_s,
            u"VIATRACE_SECRET_OTHER"_s);
        row("tls pin", "tls: { pin: abc }\n" + m, u"a.via:1:13: pin: "_s, u"64 hex digits"_s);
        row("tls version", "tls: { least: \"2.0\" }\n" + m, u"a.via:1:15: \"2.0\" is no TLS version"_s, u"1.0"_s);
        row("tls password", "tls: { key-password: abc }\n" + m, u"a.via:1:22: "_s, u"does not belong in a file"_s);
        row("ws path", "ws: { path: ws }\n" + m, u"a.via:1:5: the WebSocket path"_s, u"begins with /"_s);
        row("ws word", "ws: on\n" + m, u"a.via:1:5: "_s, u"ws is a map"_s);
        row("ws header", "ws: { headers: [ abc ] }\n" + m, u"a.via:1:18: "_s, u"Name: value"_s);
        row("ws cookie in the file", "ws: { headers: [ \"Cookie: abc\" ] }\n" + m, u"a.via:1:18: a Cookie does not belong"_s,
            u"{{secret:NAME}}"_s);
        row("ws secret elsewhere", "ws: { path: \"/{{secret:pw1001}}\" }\n" + m, u"a.via:1:15: a secret may stand in"_s, {});
        row("tls word", "tls: off\n" + m, u"a.via:1:6: "_s, u"tls is a map"_s);
        row("bad timers", "timers: quick\n" + m, u"a.via:1:9: timers: "_s, u"rfc, fast"_s);
        row("bad timer name", "timers: { t3: 1s }\n" + m, u"a.via:1:11: unknown timer"_s, u"t1"_s);
        row("bad duration", "ring-limit: 5 parsecs\n" + m, u"a.via:1:13: ring-limit: "_s, u"500ms"_s);
        row("keep-for of OPTIONS", "name: x\nkeep-for: 2s\n" + m, u"a.via:2:11: keep-for: "_s, u"REGISTER and PUBLISH"_s);
        row("keep-alive of OPTIONS", "keep-alive: 30s\n" + m, u"a.via:1:13: keep-alive: "_s, u"nothing of OPTIONS lasts"_s);
        row("keep-alive of what is not kept", "keep-alive: 30s\n---\nREGISTER sip:a SIP/2.0\nContact: <sip:a@b>\n",
            u"a.via:1:13: keep-alive: "_s, u"keep-for"_s);
        row("bad keep-alive", "keep-alive: often\n" + m, u"a.via:1:13: keep-alive: "_s, u"off, auto, ask or seconds"_s);
        row("on-exit of nothing kept", "on-exit: leave\n---\nREGISTER sip:a SIP/2.0\nContact: <sip:a@b>\n",
            u"a.via:1:10: on-exit: "_s, u"keep-for"_s);
        row("hang-up-after of OPTIONS", "hang-up-after: 2s\n" + m, u"a.via:1:16: hang-up-after: "_s, u"call"_s);
        row("ring-limit of OPTIONS", "ring-limit: 180s\n" + m, u"a.via:1:13: ring-limit: "_s, u"INVITE"_s);
        row("then of OPTIONS", "then: [ BYE ]\n" + m, u"a.via:1:7: then: "_s, u"no dialog"_s);
        row("answers of OPTIONS", "answers: [ \"*: 486\" ]\n" + m, u"a.via:1:10: answers: "_s, u"no dialog"_s);
        row("force-udp over TCP", "transport: tcp\ntarget: sip:192.0.2.1\nforce-udp: yes\n" + m, u"a.via:3:12: force-udp: "_s,
            u"TCP"_s);
        row("an answer that never ends", "answers: [ \"INFO: 180\" ]\n---\nINVITE sip:a SIP/2.0\n", u"a.via:1:12: "_s,
            u"final"_s);
        row("a target that is none", "target: \"udp:300.1.1.1\"\n" + m, u"a.via:1:9: "_s, u"IP address"_s);
        row("bad number", "max-retries: many\n" + m, u"a.via:1:14: max-retries is a whole number from 0 to 100"_s, {});
        row("bad transport", "transport: udb\n" + m, u"a.via:1:12: \"udb\" is no transport"_s, u"did you mean udp?"_s);
        row("resolver by name", "resolver: dns.example.com\n" + m, u"a.via:1:11: "_s, u"IP address"_s);
        row("families", "families: ipv5\n" + m, u"a.via:1:11: "_s, u"did you mean ipv4"_s);
        row("bad flag", "force-udp: perhaps\n" + m, u"a.via:1:12: "_s, u"force-udp"_s);
        row("bad base64", "body-base64: \"%%%\"\n" + m, u"a.via:1:14: body-base64 is not base64"_s, {});
        row("two bodies", "body-base64: \"YQ==\"\n" + m + "\nb\n", u"a.via:3:1: body-base64 holds the body already"_s, {});
        row("no YAML", "name: [x\n" + m, u"a.via:"_s, u"not YAML"_s);
        row("a list", "- a\n- b\n" + m, u"a.via:1:1: settings are lines"_s, {});
        row("no separator", "OPTIONS sip:a SIP/2.0\n", u"a.via: there is no line ---"_s, {});
        row("no message", "name: x\n---\n\n", u"a.via:"_s, u"the message is missing"_s);
        row("response", "---\nSIP/2.0 200 OK\n", u"a.via:2:1: this is a response"_s, {});
        row("no version", "---\nOPTIONS sip:a\n", u"a.via:2:9: the first line of a request ends with SIP/2.0"_s, {});
        row("no URI", "---\nOPTIONS SIP/2.0\n", u"a.via:2:1: the Request-URI is missing"_s, {});
        row("two spaces, no URI", "---\nOPTIONS  SIP/2.0\n", u"a.via:2:1: the Request-URI is missing"_s, {});
        row("no method", "---\nOP(IONS sip:a SIP/2.0\n", u"a.via:2:1: \"OP(IONS\" cannot be a method"_s, {});
        row("no colon", m + "Subject\n", u"a.via:3:1: this line is no header row"_s, {});
        row("control character", "name: x\x04y\n" + m, u"a.via:1:8: a control character (04) stands here"_s, u"\"\\x04\""_s);
        row("no name", m + "  : x\n", u"a.via:3:1: a header row cannot begin with a space"_s, {});
        row("folded start line", m + "\t#Require: x\n", u"a.via:3:1: a header row cannot begin with a space"_s, {});
        row("not UTF-8", m + "Subject: \xff\n", u"a.via:3:10: the file is not UTF-8 here"_s, u"save it as UTF-8"_s);
        row("ha1 alone", "auth: { user: a, ha1: \"{{secret:pw1001}}\" }\n" + m, u"a.via:1:7: ha1 is made for one realm"_s, {});
        row("two kinds", "auth: { user: a, password: \"{{secret:pw1001}}\", token: \"{{secret:pw1001}}\" }\n" + m,
            u"a.via:1:7: auth takes one of password, token"_s, u"write a list"_s);
        row("K in clear", "auth: { user: a, k: 465b, op: \"{{secret:k}}\" }\n" + m,
            u"a.via:1:21: a k does not belong in a file"_s, {});
        row("K alone", "auth: { user: a, k: \"{{secret:k}}\" }\n" + m, u"a.via:1:7: AKA needs k, and op or opc"_s, {});
        row("OP and OPc", "auth: { user: a, k: \"{{secret:k}}\", op: \"{{secret:k}}\", opc: \"{{secret:k}}\" }\n" + m,
            u"a.via:1:7: give OP or OPc, not both"_s, {});
        row("K too short", "auth: { user: a, k: \"{{secret:pw1001}}\", op: \"{{secret:k}}\" }\n" + m,
            u"a.via:1:7: K is written in hex digits (0-9, a-f); character 1 is none"_s, {});
        row("SQN too short", "auth: { user: a, k: \"{{secret:k}}\", op: \"{{secret:k}}\", sqn: \"20\" }\n" + m,
            u"a.via:1:7: SQN has 6 octets, which is 12 hex digits; 2 are given"_s, {});
        row("scheme", "auth-scheme: basic\n" + m, u"a.via:1:14: \"basic\" is no auth-scheme"_s, {});
        row("no user", "auth: { realm: a }\n" + m, u"a.via:1:7: auth needs a user"_s, {});
    }
    void what_is_wrong_is_named_with_its_place_and_a_remedy()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        QFETCH(QString, part);
        const auto r = parse(text);
        QVERIFY(!r);
        QVERIFY2(r.error().message().startsWith(message), qPrintable(r.error().message()));
        QVERIFY2(r.error().message().contains(part), qPrintable(r.error().message()));
        QVERIFY(!r.error().message().contains(u"s3cret"_s));
    }

    void files_that_cannot_be_read_say_so()
    {
        const diag::Environment e;
        const auto missing = diag::readRequestFile(u"/nowhere/x.via"_s, e);
        QVERIFY(!missing);
        QVERIFY(missing.error().message().startsWith(u"/nowhere/x.via: cannot be read: "_s));
        QVERIFY(!diag::readRequestFile(QDir::tempPath(), e)); // a folder
        QTemporaryFile large;
        QVERIFY(large.open());
        QVERIFY(large.resize(16 * 1024 * 1024 + 1));
        const auto tooLarge = diag::readRequestFile(large.fileName(), e);
        QVERIFY(!tooLarge);
        QVERIFY(tooLarge.error().message().contains(u"larger than 16 MiB"_s));
        QVERIFY(!parse(QByteArray(70'000, '#') + "\n---\nOPTIONS sip:a SIP/2.0\n"));
    }

    void body_lines_end_with_crlf_and_the_files_last_line_end_is_not_sent_with_one_line()
    {
        QCOMPARE(parse("---\nMESSAGE sip:a SIP/2.0\n\nhello\n")->body, QByteArray("hello"));
        QCOMPARE(parse("---\r\nMESSAGE sip:a SIP/2.0\r\n\r\nhello\r\n")->body, QByteArray("hello"));
        QCOMPARE(parse("---\nINVITE sip:a SIP/2.0\n\nv=0\ns=-\n")->body, QByteArray("v=0\r\ns=-\r\n"));
        QCOMPARE(parse("---\nINVITE sip:a SIP/2.0\n\nv=0\r\ns=-\r\n")->body, QByteArray("v=0\r\ns=-\r\n"));
        QCOMPARE(parse("---\nINVITE sip:a SIP/2.0\n")->body, QByteArray());
    }

    void folded_muted_and_comment_rows()
    {
        const auto r = parse("---\nINVITE sip:a SIP/2.0\n# just words\nSubject: a\n  b\n# Require: 100rel\nX: \n");
        QVERIFY(r);
        QCOMPARE(r->rows.size(), 3);
        QCOMPARE(r->rows[0].value, QByteArray("a b"));
        QCOMPARE(r->rows[1].name, QByteArray("Require"));
        QVERIFY(r->rows[1].muted);
        QVERIFY(r->rows[2].value.isEmpty());
    }

    void raw_bytes_are_kept_as_typed()
    {
        const auto r = parse("raw: true\n---\nOPTIONS  sip:{{domain}} SIP/2.0\nBad row\n\n");
        QVERIFY(r);
        QVERIFY(r->raw);
        QCOMPARE(r->rawBytes, QByteArray("OPTIONS  sip:example.com SIP/2.0\r\nBad row\r\n\r\n"));
        const auto mixed = parse("raw: true\n---\nOPTIONS sip:a SIP/2.0\r\nBad\n\r\n");
        QCOMPARE(mixed->rawBytes, QByteArray("OPTIONS sip:a SIP/2.0\r\nBad\n\r\n"));
    }

    void values_are_drawn_anew_and_never_looked_at_again()
    {
        diag::Environment e = environment();
        e.values.insert(u"tricky"_s, u"{{secret:pw1001}}"_s);
        const auto r = diag::parseRequestFile("---\nOPTIONS sip:a SIP/2.0\nA: {{uuid}}\nB: {{uuid}}\nC: {{random}}\nD: {{date}}\n"
                                              "E: {{tricky}}\nF: {{braces}}x}}\nG: {{ domain }}\n",
                                              u"x"_s, e);
        QVERIFY2(r, qPrintable(r ? QString() : r.error().message()));
        QCOMPARE(r->rows[0].value.size(), 36);
        QVERIFY(r->rows[0].value != r->rows[1].value);
        QCOMPARE(r->rows[2].value.size(), 8);
        QVERIFY(r->rows[3].value.endsWith(" GMT"));
        QCOMPARE(r->rows[3].value.size(), 29);
        QCOMPARE(r->rows[4].value, QByteArray("{{secret:pw1001}}"));
        QCOMPARE(r->rows[5].value, QByteArray("{{x}}"));
        QCOMPARE(r->rows[6].value, QByteArray("example.com"));
    }

    void a_value_cannot_add_a_row()
    {
        diag::Environment e;
        e.values.insert(u"v"_s, u"x\r\nEvil: 1"_s);
        const auto r = diag::parseRequestFile("---\nOPTIONS sip:a SIP/2.0\nA: {{v}}\n", u"x"_s, e);
        QVERIFY(r);
        QCOMPARE(r->rows.size(), 1); // the writer of the message makes the line end a space
    }

    void the_environment_of_the_process_gives_secrets()
    {
        QCOMPARE(diag::secretVariable(u"pw-1001 ä"_s).left(24), QByteArray("VIATRACE_SECRET_PW_1001_"));
        QVERIFY(!diag::secretFromProcess(u"tst_not_set"_s));
        qputenv("VIATRACE_SECRET_TST_SET", u"pässwörd"_s.toLocal8Bit());
        QCOMPARE(diag::secretFromProcess(u"tst_set"_s), u"pässwörd"_s);
    }

    void what_cannot_work_is_opened_for_editing_all_the_same()
    {
        const auto r = parseKept("target: \"sip:\"\nkeep-for: 2s\n---\nOPTIONS sip:a SIP/2.0\n");
        QVERIFY2(r, r ? "" : qPrintable(r.error().message()));
    }

    void variables_kept_for_editing_can_be_resolved_later()
    {
        const auto kept = parseKept("target: sip:{{domain}}\nauth: { user: a, password: \"{{secret:pw1001}}\" }\n---\n"
                                    "OPTIONS sip:{{domain}} SIP/2.0\nTo: <sip:{{user}}@{{domain}}>\n");
        QVERIFY(kept);
        QCOMPARE(kept->target, QByteArray("sip:{{domain}}"));
        QCOMPARE(kept->credentials[0].password, QByteArray("{{secret:pw1001}}"));
        const auto e = environment();
        const auto resolved = diag::resolveVariables(*kept, e);
        QVERIFY(resolved);
        QCOMPARE(resolved->rows[0].value, QByteArray("<sip:alice@example.com>"));
        QCOMPARE(resolved->credentials[0].password, QByteArray("s3cret"));
        const auto card =
            parseKept("auth: { user: a, k: \"{{secret:k}}\", opc: \"{{secret:opc}}\" }\n---\nOPTIONS sip:a SIP/2.0\n");
        QVERIFY(card);
        QCOMPARE(diag::resolveVariables(*card, e)->credentials[0].subscriber.k, QByteArray("465b5ce8b199b49faa5f0a2ee238a6bc"));
        const auto road = parseKept("resolver: \"{{domain}}\"\npretend-dead: [ \"{{domain}}\" ]\ntls: { ca: \"{{user}}.pem\", "
                                    "key-password: \"{{secret:pw1001}}\" }\n---\nOPTIONS sip:a SIP/2.0\n");
        QVERIFY(road && diag::hasVariables(*road));
        const auto paved = diag::resolveVariables(*road, e);
        QVERIFY(paved && !diag::hasVariables(*paved));
        QCOMPARE(paved->road.resolver, QByteArray("example.com"));
        QCOMPARE(paved->road.pretendDead, QList<QByteArray>{"example.com"});
        QCOMPARE(paved->tls.authorities, QStringList{u"alice.pem"_s});
        QCOMPARE(paved->tls.keyPassword, QByteArray("s3cret"));
        sip::ComposedRequest wrong = *kept;
        wrong.rows[0].value = "{{usre}}";
        const auto failed = diag::resolveVariables(wrong, e);
        QVERIFY(!failed);
        QCOMPARE(failed.error().message(), u"unknown variable {{usre}}; did you mean {{user}}?"_s);
    }

    void our_own_address_is_put_in_when_it_is_known()
    {
        auto r = parse("---\nREGISTER sip:a SIP/2.0\nContact: <sip:x@{{local}}>;a={{ local }}\n\nhere {{local}}\n");
        QVERIFY(r);
        QVERIFY(sip::usesLocal(*r));
        sip::putLocal(*r, *sip::Endpoint::parse("[2001:db8::1]:5060"));
        QVERIFY(!sip::usesLocal(*r));
        QCOMPARE(r->rows[0].value, QByteArray("<sip:x@[2001:db8::1]:5060>;a=[2001:db8::1]:5060"));
        QCOMPARE(r->body, QByteArray("here [2001:db8::1]:5060"));
    }

    void deep_and_recursive_yaml_ends_in_an_error()
    {
        QVERIFY(!parse(QByteArray(20'000, '[') + "\n---\nOPTIONS sip:a SIP/2.0\n"));
        QVERIFY(!parse("auth: &a [*a, *a]\n---\nOPTIONS sip:a SIP/2.0\n"));
        QVERIFY(!parse("name: &x {y: *x}\n---\nOPTIONS sip:a SIP/2.0\n"));
    }

    void durations()
    {
        QCOMPARE(*diag::parseDuration("500ms"), sip::Instant(500ms));
        QCOMPARE(*diag::parseDuration("1.5 s"), sip::Instant(1500ms));
        QCOMPARE(*diag::parseDuration("3min"), sip::Instant(3min));
        QCOMPARE(*diag::parseDuration("0"), sip::Instant(0));
        for (const char *bad : {"", "5", "-1s", "nans", "infs", "s", "25000min", "1e400s", "1h"})
            QVERIFY2(!diag::parseDuration(bad), bad);
        for (const auto value : {sip::Instant(0), sip::Instant(1ms), sip::Instant(1500ms), sip::Instant(2s), sip::Instant(3min)})
            QCOMPARE(*diag::parseDuration(diag::durationText(value)), value);
    }

    void suggestions_are_near()
    {
        QCOMPARE(diag::nearest(u"traget"_s, {u"target"_s, u"timers"_s}), u"target"_s);
        QCOMPARE(diag::nearest(u"TARGET"_s, {u"target"_s}), u"target"_s);
        QVERIFY(diag::nearest(u"something"_s, {u"target"_s}).isEmpty());
        QVERIFY(diag::nearest(QString(1000, u'x'), {u"target"_s}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_RequestFile)
#include "tst_request_file.moc"
