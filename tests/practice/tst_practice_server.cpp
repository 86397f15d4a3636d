// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/raw_client.h"

#include "auth/digest.h"

#include <QNetworkInterface>
#include <QTcpServer>
#include <QThread>

using namespace diag;
using sip::HeaderId;

namespace {

/// Answers a challenge with the client's own arithmetic: here the two implementations meet.
QByteArray authorization(const sip::Message &challenged, const sip::MessageDraft &request, quint32 nc = 1,
                         const QByteArray &password = "s3cret", const QByteArray &uri = {})
{
    const HeaderId id = challenged.status() == 407 ? HeaderId::ProxyAuthenticate : HeaderId::WwwAuthenticate;
    const auto values = sip::parseAuth(challenged.value(id));
    if (!values)
        return {};
    const auto challenge = sip::digestChallenge(values->first());
    if (!challenge)
        return {};
    sip::DigestInput input;
    input.challenge = *challenge;
    input.username = "1001";
    input.password = password;
    input.method = request.method();
    input.uri = uri.isEmpty() ? request.requestUri() : uri;
    input.body = request.body;
    input.qop = challenge->qops.isEmpty() ? QByteArray() : challenge->qops.first();
    input.cnonce = "0a4f113b";
    input.nc = nc;
    input.sessionCnonce = "0a4f113b";
    return sip::writeAuthorization(input, sip::computeDigest(input));
}

/// A challenge and the answer to it. \return the final response
sip::Message answered(RawClient &client, const QByteArray &method, const QByteArray &password = "s3cret",
                      const QByteArray &digestUri = {}, const QByteArray &body = {})
{
    sip::MessageDraft first = client.request(method);
    first.body = body;
    const sip::Message challenged = client.ask(first);
    if (challenged.status() != 401 && challenged.status() != 407)
        return challenged;
    sip::MessageDraft second = client.request(method);
    second.body = body;
    second.append(challenged.status() == 407 ? HeaderId::ProxyAuthorization : HeaderId::Authorization,
                  authorization(challenged, second, 1, password, digestUri));
    return client.ask(second);
}

} // namespace

class TestPracticeServer : public QObject {
    Q_OBJECT
private slots:
    void it_listens_on_loopback_with_one_number_for_udp_and_tcp()
    {
        RunningServer running("ok");
        QVERIFY(running.address.isLoopback());
        QVERIFY(running.address.port != 0);
        QCOMPARE(running.server.tcpEndpoint(), running.address);
        // On every other address of this machine the number is still free.
        for (const QHostAddress &other : QNetworkInterface::allAddresses()) {
            if (other.isLoopback())
                continue;
            QTcpServer probe;
            QVERIFY2(probe.listen(other, running.address.port), qPrintable(other.toString()));
        }
        running.server.stop();
        RawClient client(true);
        QVERIFY(!client.connectTo(running.address));
    }
    void numbers_that_are_given_are_taken_and_a_taken_one_is_an_error()
    {
        RunningServer first("ok");
        PracticeServer second;
        PracticeSettings settings;
        settings.udpPort = settings.tcpPort = first.address.port;
        const auto refused = second.start(settings);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, sip::Error::Code::Io);
        first.server.stop();
        const auto started = second.start(settings);
        QVERIFY(started);
        QCOMPARE(started->port, settings.udpPort);
    }
    void an_unknown_behaviour_does_not_start_and_does_not_replace()
    {
        PracticeServer server;
        PracticeSettings settings;
        settings.behaviour = "nonsense";
        const auto started = server.start(settings);
        QVERIFY(!started);
        QVERIFY(started.error().detail.contains(QLatin1String("silent")));
        RunningServer running("code:480");
        QVERIFY(!running.server.setBehaviour("nonsense"));
        RawClient client;
        client.connectTo(running.address);
        QCOMPARE(client.ask(client.request("OPTIONS")).status(), 480);
    }
    void options_tell_what_it_can_do_data()
    {
        QTest::addColumn<bool>("tcp");
        QTest::addColumn<bool>("ipv6");
        QTest::newRow("udp") << false << false;
        QTest::newRow("tcp") << true << false;
        QTest::newRow("udp6") << false << true;
        QTest::newRow("tcp6") << true << true;
    }
    void options_tell_what_it_can_do()
    {
        QFETCH(bool, tcp);
        QFETCH(bool, ipv6);
        if (ipv6 && !QNetworkInterface::allAddresses().contains(QHostAddress(QHostAddress::LocalHostIPv6)))
            QSKIP("skipped: this machine has no ::1");
        RunningServer running("ok");
        RawClient client(tcp, ipv6);
        QVERIFY(client.connectTo(running.address));
        const sip::Message ok = client.ask(client.request("OPTIONS"));
        QCOMPARE(ok.status(), 200);
        QVERIFY(ok.value(HeaderId::Allow).contains("INVITE"));
        QCOMPARE(ok.value(HeaderId::Accept), QByteArray("application/sdp"));
        QVERIFY(!ok.toTag().isEmpty());
        const auto via = sip::parseVia(ok.value(HeaderId::Via));
        QCOMPARE(via->rport(), int(client.localPort()));
        QVERIFY(ok.contactUri().toByteArray().contains(client.host()));
        QTRY_COMPARE(running.seen.size(), 1);
        QCOMPARE(running.seen[0], std::make_pair(QByteArray("OPTIONS"), 200));
    }
    void register_keeps_and_removes_bindings()
    {
        RunningServer running("ok");
        RawClient client;
        client.connectTo(running.address);
        sip::MessageDraft add = client.request("REGISTER", "sip:practice.invalid");
        add.append("Contact", "<sip:1001@127.0.0.1:5070>;expires=60");
        const sip::Message kept = client.ask(add);
        QCOMPARE(kept.status(), 200);
        QCOMPARE(kept.value(HeaderId::Contact), QByteArray("<sip:1001@127.0.0.1:5070>;expires=60"));
        QCOMPARE(running.server.bindingCount(), 1);
        sip::MessageDraft removal = client.request("REGISTER", "sip:practice.invalid");
        removal.append("Contact", "*");
        removal.append("Expires", "0");
        QCOMPARE(client.ask(removal).status(), 200);
        QCOMPARE(running.server.bindingCount(), 0);
    }
    void message_is_delivered_to_who_is_there_and_kept_for_who_is_not()
    {
        RunningServer running("ok");
        RawClient client;
        client.connectTo(running.address);
        sip::MessageDraft message = client.request("MESSAGE", "sip:1001@practice.invalid");
        QCOMPARE(client.ask(message).status(), 202);
        sip::MessageDraft add = client.request("REGISTER", "sip:practice.invalid");
        add.append("Contact", "<sip:1001@127.0.0.1:5070>");
        (void)client.ask(add);
        QCOMPARE(client.ask(client.request("MESSAGE", "sip:1001@practice.invalid")).status(), 200);
    }
    void subscriptions_are_for_known_events()
    {
        RunningServer running("ok");
        RawClient client;
        client.connectTo(running.address);
        sip::MessageDraft known = client.request("SUBSCRIBE");
        known.append("Event", "presence;id=1");
        known.append("Expires", "600");
        const sip::Message ok = client.ask(known);
        QCOMPARE(ok.status(), 200);
        QCOMPARE(ok.value(HeaderId::Expires), QByteArray("600"));
        const sip::Message notify = client.receive();
        QCOMPARE(notify.method(), QByteArrayView("NOTIFY"));
        QCOMPARE(notify.value(HeaderId::Event), QByteArray("presence;id=1"));
        QVERIFY(notify.value(HeaderId::SubscriptionState).startsWith("active;expires="));
        sip::MessageDraft strange = client.request("SUBSCRIBE");
        strange.append("Event", "weather");
        const sip::Message bad = client.ask(strange);
        QCOMPARE(bad.status(), 489);
        QVERIFY(bad.value(HeaderId::AllowEvents).contains("presence"));
    }
    void what_it_cannot_do_is_refused_by_name()
    {
        RunningServer running("ok");
        RawClient client;
        client.connectTo(running.address);
        const sip::Message method = client.ask(client.request("FOO"));
        QCOMPARE(method.status(), 405);
        QVERIFY(method.value(HeaderId::Allow).contains("OPTIONS"));
        sip::MessageDraft demanding = client.request("OPTIONS");
        demanding.append("Require", "teleport");
        const sip::Message extension = client.ask(demanding);
        QCOMPARE(extension.status(), 420);
        QCOMPARE(extension.value(HeaderId::Unsupported), QByteArray("teleport"));
        QCOMPARE(client.ask(client.request("OPTIONS", "mailto:bob@example.com")).status(), 416);
        sip::MessageDraft crossed = client.request("OPTIONS");
        crossed.set(HeaderId::CSeq, "77 INFO");
        QCOMPARE(client.ask(crossed).status(), 400);
    }
    void a_copy_of_a_request_gets_a_copy_of_the_answer()
    {
        RunningServer running("ok");
        RawClient client;
        client.connectTo(running.address);
        const QByteArray bytes = client.request("OPTIONS").toBytes();
        client.send(bytes);
        const sip::Message first = client.receive();
        client.send(bytes);
        QCOMPARE(client.receive().wire(), first.wire());
        QVERIFY(first.isResponse());
    }

    void digest_of_the_client_is_right_for_the_server_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        for (const char *algorithm : {"MD5", "MD5-sess", "SHA-256", "SHA-256-sess", "SHA-512-256", "SHA-512-256-sess"})
            for (const char *qop : {"auth", "auth-int", "both", "none"})
                QTest::addRow("%s %s", algorithm, qop) << QByteArray("auth:") + algorithm + ',' + qop;
    }
    void digest_of_the_client_is_right_for_the_server()
    {
        QFETCH(QByteArray, behaviour);
        RunningServer running(behaviour);
        RawClient client;
        client.connectTo(running.address);
        const sip::Message ok = answered(client, "MESSAGE", "s3cret", {}, "the body");
        QCOMPARE(ok.status(), 202);
        QCOMPARE(ok.has(HeaderId::AuthenticationInfo), !behaviour.endsWith("none"));
        QCOMPARE(answered(client, "MESSAGE", "guess", {}, "the body").status(), 401);
    }
    void authentication_info_proves_the_server_too()
    {
        RunningServer running("auth:SHA-256,auth,example.com");
        RawClient client;
        client.connectTo(running.address);
        const sip::Message challenged = client.ask(client.request("OPTIONS"));
        QVERIFY(challenged.value(HeaderId::WwwAuthenticate).contains("realm=\"example.com\""));
        sip::MessageDraft second = client.request("OPTIONS");
        second.append(HeaderId::Authorization, authorization(challenged, second));
        const sip::Message ok = client.ask(second);
        QCOMPARE(ok.status(), 200);
        const auto credentials = sip::parseAuth(second.value(HeaderId::Authorization));
        sip::DigestInput input = sip::digestCredentials(credentials->first())->input;
        input.password = "s3cret";
        input.method = "OPTIONS";
        const auto info = sip::parseAuthInfo(ok.value(HeaderId::AuthenticationInfo));
        QVERIFY(info);
        QByteArray rspauth;
        for (const sip::AuthParam &param : *info)
            if (param.name == "rspauth")
                rspauth = param.value;
        QCOMPARE(rspauth, sip::computeRspauth(input, sip::computeDigest(input), ok.body()));
    }
    void an_nc_that_was_seen_is_refused_with_a_new_nonce()
    {
        RunningServer running("auth:MD5");
        RawClient client;
        client.connectTo(running.address);
        const sip::Message challenged = client.ask(client.request("OPTIONS"));
        const auto again = [&](quint32 nc) {
            sip::MessageDraft request = client.request("OPTIONS");
            request.append(HeaderId::Authorization, authorization(challenged, request, nc));
            return client.ask(request);
        };
        QCOMPARE(again(1).status(), 200);
        const sip::Message replay = again(1);
        QCOMPARE(replay.status(), 401);
        QVERIFY(replay.value(HeaderId::WwwAuthenticate).contains("stale=true"));
        QCOMPARE(again(2).status(), 200);
    }
    void auth_403_says_403_to_a_wrong_answer()
    {
        RunningServer running("auth-403");
        RawClient client;
        client.connectTo(running.address);
        QCOMPARE(answered(client, "OPTIONS", "guess").status(), 403);
        QCOMPARE(answered(client, "OPTIONS").status(), 200);
    }
    void auth_strict_uri_says_403_to_a_right_answer_about_another_uri()
    {
        RunningServer running("auth-strict-uri");
        RawClient client;
        client.connectTo(running.address);
        QCOMPARE(answered(client, "OPTIONS", "s3cret", "sip:1002@practice.invalid:5060").status(), 403);
        QCOMPARE(answered(client, "OPTIONS", "guess", "sip:1002@practice.invalid:5060").status(), 401);
        QCOMPARE(answered(client, "OPTIONS").status(), 200);
        RunningServer lenient("auth:MD5");
        RawClient other;
        other.connectTo(lenient.address);
        QCOMPARE(answered(other, "OPTIONS", "s3cret", "sip:1002@practice.invalid:5060").status(), 200);
    }
    void stale_renews_the_nonce_once()
    {
        RunningServer running("stale");
        RawClient client;
        client.connectTo(running.address);
        const sip::Message renewed = answered(client, "OPTIONS");
        QCOMPARE(renewed.status(), 401);
        QVERIFY(renewed.value(HeaderId::WwwAuthenticate).contains("stale=true"));
        sip::MessageDraft third = client.request("OPTIONS");
        third.append(HeaderId::Authorization, authorization(renewed, third));
        QCOMPARE(client.ask(third).status(), 200);
    }
    void proxy407_asks_as_a_proxy_does()
    {
        RunningServer running("proxy407");
        RawClient client;
        client.connectTo(running.address);
        const sip::Message challenged = client.ask(client.request("OPTIONS"));
        QCOMPARE(challenged.status(), 407);
        QVERIFY(!challenged.has(HeaderId::WwwAuthenticate));
        QCOMPARE(answered(client, "OPTIONS").status(), 200);
    }
    void acl_403_never_challenges()
    {
        RunningServer running("acl-403");
        RawClient client;
        client.connectTo(running.address);
        const sip::Message refused = client.ask(client.request("REGISTER"));
        QCOMPARE(refused.status(), 403);
        QVERIFY(!refused.has(HeaderId::WwwAuthenticate));
    }
    void silent_hears_and_says_nothing()
    {
        RunningServer running("silent");
        RawClient client;
        client.connectTo(running.address);
        client.send(client.request("OPTIONS"));
        QVERIFY(client.staysSilent());
        QCOMPARE(running.seen, (QList<std::pair<QByteArray, int>>{{"OPTIONS", 0}}));
    }
    void refuse_leaves_its_ports_and_comes_back_to_them()
    {
        RunningServer running("refuse");
        QVERIFY(running.address.port != 0);
        {
            RawClient client(true);
            QVERIFY(!client.connectTo(running.address));
        }
        QVERIFY(running.server.setBehaviour("ok"));
        {
            RawClient client(true);
            QVERIFY(client.connectTo(running.address));
            QCOMPARE(client.ask(client.request("OPTIONS")).status(), 200);
        }
        QVERIFY(running.server.setBehaviour("refuse"));
        RawClient client(true);
        QVERIFY(!client.connectTo(running.address));
        QCOMPARE(running.server.bindingCount(), 0);
    }
    void slow_waits_before_it_answers()
    {
        RunningServer running("slow:300");
        RawClient client;
        client.connectTo(running.address);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(client.ask(client.request("OPTIONS")).status(), 200);
        QVERIFY(clock.elapsed() >= 299);
    }
    void big_drop_loses_what_is_larger_on_udp_only()
    {
        RunningServer running("big-drop:600");
        RawClient udp;
        udp.connectTo(running.address);
        sip::MessageDraft big = udp.request("MESSAGE");
        big.body = QByteArray(600, 'x');
        udp.send(big);
        QVERIFY(udp.staysSilent());
        QCOMPARE(running.seen.value(0), std::make_pair(QByteArray("MESSAGE"), 0));
        QCOMPARE(udp.ask(udp.request("MESSAGE")).status(), 202);
        sip::MessageDraft edge = udp.request("MESSAGE");
        edge.body = QByteArray(600 - edge.toBytes().size() - 2, 'x'); // Content-Length grows from one digit to three
        QCOMPARE(edge.toBytes().size(), 600);
        QCOMPARE(udp.ask(edge).status(), 202);
        RawClient tcp(true);
        QVERIFY(tcp.connectTo(running.address));
        big = tcp.request("MESSAGE");
        big.body = QByteArray(600, 'x');
        QCOMPARE(tcp.ask(big).status(), 202);
    }
    void loss_answers_the_copy_after_the_lost_ones()
    {
        RunningServer running("loss:2");
        RawClient client;
        client.connectTo(running.address);
        const QByteArray bytes = client.request("OPTIONS").toBytes();
        for (int copy = 1; copy <= 2; ++copy) {
            client.send(bytes);
            QVERIFY(client.staysSilent(150));
        }
        client.send(bytes);
        QCOMPARE(client.receive().status(), 200);
        client.send(client.request("OPTIONS"));
        QVERIFY(client.staysSilent(150));
        RawClient tcp(true);
        QVERIFY(tcp.connectTo(running.address));
        QCOMPARE(tcp.ask(tcp.request("OPTIONS")).status(), 200);
    }
    void redirect_names_an_address_that_then_answers()
    {
        RunningServer running("redirect");
        RawClient client;
        client.connectTo(running.address);
        const sip::Message moved = client.ask(client.request("OPTIONS"));
        QCOMPARE(moved.status(), 302);
        const QByteArray target = moved.contactUri().toByteArray();
        QCOMPARE(target, "sip:moved@" + running.address.text());
        QCOMPARE(client.ask(client.request("OPTIONS", target)).status(), 200);
    }
    void code_answers_everything_with_that_status()
    {
        RunningServer running("code:503");
        RawClient client;
        client.connectTo(running.address);
        for (const char *method : {"OPTIONS", "REGISTER", "INVITE", "BYE", "PUBLISH"})
            QCOMPARE(client.ask(client.request(method)).status(), 503);
        QVERIFY(running.server.setBehaviour("code:423"));
        const sip::Message brief = client.ask(client.request("REGISTER"));
        QCOMPARE(brief.status(), 423);
        QVERIFY(brief.has(HeaderId::MinExpires));
    }
    void it_runs_on_a_thread_of_its_own()
    {
        QThread thread;
        auto *server = new PracticeServer;
        server->moveToThread(&thread);
        connect(&thread, &QThread::finished, server, &QObject::deleteLater);
        int answeredWith = 0;
        connect(server, &PracticeServer::requestSeen, this, [&](const QByteArray &, const QByteArray &, int answered) {
            QCOMPARE(QThread::currentThread(), this->thread());
            answeredWith = answered;
        });
        thread.start();
        sip::Endpoint address;
        QMetaObject::invokeMethod(
            server, [&] { address = server->start({}).value_or({}); }, Qt::BlockingQueuedConnection);
        RawClient client;
        client.connectTo(address);
        QCOMPARE(client.ask(client.request("OPTIONS")).status(), 200);
        QTRY_COMPARE(answeredWith, 200);
        QMetaObject::invokeMethod(server, &PracticeServer::stop, Qt::BlockingQueuedConnection);
        thread.quit();
        QVERIFY(thread.wait(5000));
    }
    void rubbish_is_survived()
    {
        RunningServer running("ok");
        RawClient client;
        client.connectTo(running.address);
        for (const char *bytes : {"\r\n\r\n", "x", "OPTIONS sip:a SIP/2.0\r\n\r\n", "SIP/2.0 200 OK\r\n\r\n"})
            client.send(QByteArray(bytes));
        QCOMPARE(client.ask(client.request("OPTIONS")).status(), 200);
    }
};

QTEST_GUILESS_MAIN(TestPracticeServer)
#include "tst_practice_server.moc"
