// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/http_tunnel.h"
#include "transport/ws_handshake.h"

#include <QTest>

using namespace sip;

namespace {

const QByteArray key = "dGhlIHNhbXBsZSBub25jZQ=="; // of RFC 6455 1.3

QByteArray answerWith(const QByteArray &rows, const QByteArray &first = "HTTP/1.1 101 Switching Protocols")
{
    return first + "\r\n" + rows + "\r\n";
}

const QByteArray goodRows = "Upgrade: WebSocket\r\nConnection: keep-alive, Upgrade\r\n"
                            "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: sip\r\n";

WsAgreement judged(const QByteArray &head, const QList<QByteArray> &offered = {"sip"})
{
    return judgeWsAnswer(HttpHead::parse(head), key, offered);
}

WsReply replyTo(const QByteArray &head, const WsServerSettings &settings = {})
{
    return answerWsRequest(HttpHead::parse(head), settings);
}

} // namespace

/// The opening handshake of RFC 6455 4 and what RFC 7118 wants of it, from either end; and HTTP CONNECT before it.
class TestWsHandshake : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_example_of_rfc_6455_1_3() { QCOMPARE(wsAccept(key), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")); }

    //= R7118.4-1
    void the_request_offers_sip()
    {
        QCOMPARE(wsRequest({}, "example.com:8080", key),
                 QByteArray("GET / HTTP/1.1\r\nHost: example.com:8080\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: sip\r\n"
                            "Sec-WebSocket-Version: 13\r\n\r\n"));
        WsSettings settings;
        settings.path = "/ws?a=1";
        settings.host = "front.example.com";
        settings.origin = "https://example.com";
        settings.protocols = {"sip", "msrp"};
        settings.headers = {
            {"Cookie", "sid=1; x=2"}, {"Authorization", "Bearer abc"}, {"X-Key", "abc", true}, {"X-Open", "seen"}};
        const HttpHead head = HttpHead::parse(wsRequest(settings, "example.com", key));
        QCOMPARE(head.target(), QByteArray("/ws?a=1"));
        QCOMPARE(head.value("host"), QByteArray("front.example.com"));
        QCOMPARE(head.value("Origin"), QByteArray("https://example.com"));
        QCOMPARE(head.value("Sec-WebSocket-Protocol"), QByteArray("sip, msrp"));
        QCOMPARE(head.value("Cookie"), QByteArray("sid=1; x=2"));
        const QByteArray shown = wsRequest(withoutSecrets(settings), "example.com", key);
        QVERIFY(shown.contains("Cookie: sid=***; x=***\r\n"));
        QVERIFY(shown.contains("Authorization: Bearer ***\r\n"));
        QVERIFY(shown.contains("X-Key: ***\r\n"));
        QVERIFY(shown.contains("X-Open: seen\r\n"));
        QVERIFY(shown.contains("Origin: https://example.com\r\n"));
    }

    void keys_are_16_octets_and_differ()
    {
        SeededRandom random(1);
        const QByteArray one = newWsKey(random), two = newWsKey(random);
        QCOMPARE(QByteArray::fromBase64(one).size(), 16);
        QVERIFY(one != two);
    }

    void a_good_answer_is_taken()
    {
        const WsAgreement agreement = judged(answerWith(goodRows));
        QCOMPARE(agreement.problem, QString());
        QCOMPARE(agreement.protocol, QByteArray("sip"));
    }

    //= R7118.4-1
    //= R7118-2
    void what_is_wrong_with_an_answer_is_told_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("words");
        const auto add = [](const char *name, const QByteArray &head, const char *words) {
            QTest::newRow(name) << head << QString::fromLatin1(words);
        };
        const auto without = [](const char *row) {
            QByteArray rows = goodRows;
            const qsizetype from = rows.indexOf(row);
            return answerWith(rows.remove(from, rows.indexOf("\r\n", from) + 2 - from));
        };
        add("403", answerWith("", "HTTP/1.1 403 Forbidden"), "refused the WebSocket with 403 Forbidden");
        add("404 without words", answerWith("", "HTTP/1.1 404"), "refused the WebSocket with 404");
        add("302", answerWith("Location: https://other.example.com/\r\n", "HTTP/1.1 302 Found"),
            "302 Found, it names https://other.example.com/; that is not followed");
        add("401", answerWith("WWW-Authenticate: Basic realm=\"x\"\r\n", "HTTP/1.1 401 Unauthorized"), "it asks for Basic");
        add("426", answerWith("Sec-WebSocket-Version: 8, 7\r\n", "HTTP/1.1 426 Upgrade Required"), "version 8, 7");
        add("200", answerWith("Content-Length: 0\r\n", "HTTP/1.1 200 OK"), "refused the WebSocket with 200 OK");
        add("no upgrade", without("Upgrade:"), "not for a WebSocket");
        add("no connection", without("Connection:"), "not for a WebSocket");
        add("no accept", without("Sec-WebSocket-Accept:"), "Sec-WebSocket-Accept of the server is wrong");
        add("other accept", answerWith(QByteArray(goodRows).replace("s3pP", "S3pP")),
            "Sec-WebSocket-Accept of the server is wrong");
        add("no subprotocol", without("Sec-WebSocket-Protocol:"), "did not agree on a subprotocol; sip was offered");
        add("other subprotocol", answerWith(QByteArray(goodRows).replace(": sip", ": xmpp")), "chose the subprotocol xmpp");
        add("extension", answerWith(goodRows + "Sec-WebSocket-Extensions: permessage-deflate\r\n"),
            "the extension permessage-deflate, which was not offered");
    }
    void what_is_wrong_with_an_answer_is_told()
    {
        QFETCH(QByteArray, head);
        QFETCH(QString, words);
        const QString problem = judged(head).problem;
        QVERIFY2(problem.contains(words), qPrintable(problem));
    }

    void no_subprotocol_is_good_when_none_was_offered()
    {
        const QByteArray rows = QByteArray(goodRows).replace("Sec-WebSocket-Protocol: sip\r\n", "");
        QCOMPARE(judged(answerWith(rows), {}).problem, QString());
    }

    //= R7118.4-1
    void a_server_answers_what_it_is_asked_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("status");
        const auto add = [](const char *name, const char *from, const char *to, int status) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << status;
        };
        add("good", "", "", 101);
        add("letter case", "Upgrade: websocket", "UPGRADE: WebSocket", 101);
        add("POST", "GET", "POST", 405);
        add("HTTP/1.0", "HTTP/1.1", "HTTP/1.0", 400);
        add("no host", "Host: example.com\r\n", "", 400);
        add("no upgrade", "Upgrade: websocket\r\n", "", 426);
        add("no connection", "Connection: Upgrade\r\n", "", 426);
        add("version 8", "Version: 13", "Version: 8", 426);
        add("short key", "dGhl", "", 400);
        add("key not Base64", "dGhl", "****", 400);
        add("no sip", "Protocol: sip", "Protocol: xmpp", 400);
    }
    void a_server_answers_what_it_is_asked()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(int, status);
        QByteArray request = wsRequest({}, "example.com", key);
        if (!from.isEmpty())
            request.replace(from, to);
        const WsReply reply = replyTo(request);
        QCOMPARE(reply.status, status);
        QCOMPARE(HttpHead::parse(reply.head).status(), status);
        QCOMPARE(reply.problem.isEmpty(), status == 101);
        if (status == 101)
            QCOMPARE(judged(reply.head).problem, QString());
    }

    void a_bad_server_is_as_bad_as_it_is_set()
    {
        const QByteArray request = wsRequest({}, "example.com", key);
        WsServerSettings settings;
        settings.namesProtocol = false;
        QVERIFY(judged(replyTo(request, settings).head).problem.contains(QLatin1String("did not agree on a subprotocol")));
        settings = {};
        settings.wrongAccept = true;
        QVERIFY(judged(replyTo(request, settings).head).problem.contains(QLatin1String("Accept of the server is wrong")));
        settings = {};
        settings.status = 302;
        settings.location = "https://practice.invalid/";
        QVERIFY(judged(replyTo(request, settings).head).problem.contains(QLatin1String("names https://practice.invalid/")));
    }

    void heads_are_found_in_any_split()
    {
        const QByteArray stream = answerWith(goodRows) + "behind";
        for (qsizetype piece = 1; piece <= stream.size(); ++piece) {
            HttpHeadReader reader(true);
            for (qsizetype at = 0; at < stream.size(); at += piece)
                reader.feed(QByteArrayView(stream).sliced(at, qMin(piece, stream.size() - at)));
            QCOMPARE(reader.state(), HttpHeadReader::State::Whole);
            QCOMPARE(reader.octets(), answerWith(goodRows));
            QCOMPARE(reader.takeRest(), QByteArray("behind"));
        }
    }

    void what_is_no_http_is_known_at_once_data()
    {
        QTest::addColumn<bool>("answers");
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("words");
        QTest::newRow("SIP answer") << true << QByteArray("SIP/2.0 400 Bad Request\r\n") << QStringLiteral("speaks SIP");
        QTest::newRow("garbage") << true << QByteArray("\x16\x03\x01") << QStringLiteral("is no HTTP");
        QTest::newRow("endless") << true << "HTTP/1.1 101 " + QByteArray(20'000, 'a') << QStringLiteral("more than 16384 octets");
        QTest::newRow("TLS asked") << false << QByteArray("\x16\x03\x01") << QStringLiteral("is no HTTP");
        QTest::newRow("no method") << false << QByteArray(" / HTTP/1.1\r\n") << QStringLiteral("is no HTTP");
        QTest::newRow("endless method") << false << QByteArray(100, 'A') << QStringLiteral("is no HTTP");
    }
    void what_is_no_http_is_known_at_once()
    {
        QFETCH(bool, answers);
        QFETCH(QByteArray, octets);
        QFETCH(QString, words);
        HttpHeadReader reader(answers);
        reader.feed(octets);
        QCOMPARE(reader.state(), HttpHeadReader::State::Bad);
        QVERIFY2(reader.problem().contains(words), qPrintable(reader.problem()));
        QVERIFY(reader.octets().size() <= HttpHeadReader::Largest);
    }

    void settings_that_cannot_be_written_are_told_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("words");
        const auto add = [](const char *name, const char *what, const char *value, const char *words) {
            QTest::newRow(name) << QByteArray(what) << QByteArray(value) << QString::fromLatin1(words);
        };
        add("good", "path", "/a?b=c", "");
        add("relative path", "path", "ws", "begins with /");
        add("path with space", "path", "/a b", "neither spaces");
        add("path with line end", "path", "/a\r\nX: y", "neither spaces");
        add("host with line end", "host", "a\r\nb", "host");
        add("origin with space", "origin", "a b", "origin");
        add("protocol", "protocol", "s ip", "no token");
        add("header", "header", "X: a\r\nY: b", "cannot be written");
        add("no header", "header", "nothing", "Name: value");
        add("own header", "header", "Upgrade: x", "by the WebSocket handshake itself");
        add("good proxy", "proxy", "localhost:3128", "");
        add("good proxy v6", "proxy", "[::1]:3128", "");
        add("proxy without port", "proxy", "127.0.0.1", "no address with a port");
        add("proxy by name", "proxy", "proxy.example.com:3128", "no address with a port");
    }
    void settings_that_cannot_be_written_are_told()
    {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, value);
        QFETCH(QString, words);
        WsSettings settings;
        QString flaw;
        if (what == "path")
            settings.path = value;
        else if (what == "host")
            settings.host = value;
        else if (what == "origin")
            settings.origin = value;
        else if (what == "protocol")
            settings.protocols = {value};
        else if (what == "proxy")
            settings.proxy = value;
        else if (const auto row = wsHeader(value); !row)
            flaw = row.error().detail;
        if (flaw.isEmpty())
            flaw = wsFlaw(settings).value_or(QString());
        QVERIFY2(words.isEmpty() ? flaw.isEmpty() : flaw.contains(words), qPrintable(flaw));
    }

    void a_proxy_opens_the_way_or_says_why_not()
    {
        const Endpoint target = *Endpoint::parse("[2001:db8::1]:443");
        HttpTunnel good(target);
        QCOMPARE(good.request(), QByteArray("CONNECT [2001:db8::1]:443 HTTP/1.1\r\nHost: [2001:db8::1]:443\r\n\r\n"));
        good.feed("HTTP/1.1 200 Connection est");
        QCOMPARE(good.state(), HttpTunnel::State::Waiting);
        good.feed("ablished\r\nVia: x\r\n\r\nrest");
        QCOMPARE(good.state(), HttpTunnel::State::Open);
        QCOMPARE(good.takeRest(), QByteArray("rest"));
        QCOMPARE(good.answered().status, 200);
        HttpTunnel refused(target);
        refused.feed("HTTP/1.1 403 Forbidden\r\n\r\n");
        QCOMPARE(refused.state(), HttpTunnel::State::Failed);
        QCOMPARE(refused.problem(), QStringLiteral("the proxy refused the way to [2001:db8::1]:443 with 403 Forbidden"));
        HttpTunnel none(target);
        none.feed("SIP/2.0 400 Bad Request\r\n");
        QCOMPARE(none.state(), HttpTunnel::State::Failed);
        QVERIFY(none.problem().contains(QLatin1String("speaks SIP")));
    }
};

QTEST_GUILESS_MAIN(TestWsHandshake)
#include "tst_ws_handshake.moc"
