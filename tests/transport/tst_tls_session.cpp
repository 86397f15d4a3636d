// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tls_session.h"

#include "support/system_tells.h"
#include "support/test_certificates.h"

#include <QFileInfo>

using namespace sip;
using Outcome = TlsVerdict::Outcome;
using State = TlsSession::State;

namespace {

std::shared_ptr<const TlsContext> context(const TlsSettings &settings, TlsContext::Role role)
{
    const auto made = TlsContext::make(settings, role);
    if (!made)
        qFatal("%s", qPrintable(made.error().detail));
    return *made;
}

/// Client and server with nothing between them.
struct Pair {
    Pair(const TlsSettings &forClient, const TlsSettings &forServer, const QByteArray &domain)
        : client(context(forClient, TlsContext::Role::Client), domain),
          server(context(forServer, TlsContext::Role::Server), QByteArray())
    {
        client.start();
        pass();
    }
    void pass()
    {
        for (int turns = 0; turns < 20; ++turns) {
            const QByteArray there = client.takeOutput(), back = server.takeOutput();
            if (there.isEmpty() && back.isEmpty())
                return;
            server.feed(there);
            client.feed(back);
        }
    }
    const TlsVerdict &verdict() const { return client.verdict(); }
    QString failed() const
    {
        QStringList texts;
        for (const TlsCheck &check : client.verdict().checks)
            if (!check.passed)
                texts << check.text;
        return texts.join(QLatin1Char('|'));
    }

    TlsSession client, server;
};

} // namespace

/// TLS without sockets: what is agreed, what is refused, and what is said about it.
class TestTlsSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R5922-1
    //= R8996-1
    void a_good_certificate_opens_the_way()
    {
        Pair pair(m_certificates.trusting(), m_certificates.named({"URI:sip:example.com"}), "example.com");
        QCOMPARE(pair.client.state(), State::Open);
        QCOMPARE(pair.server.state(), State::Open);
        const TlsVerdict &verdict = pair.verdict();
        QCOMPARE(verdict.outcome, Outcome::Trusted);
        QCOMPARE(verdict.version, QStringLiteral("TLS 1.3"));
        QVERIFY(verdict.cipher.startsWith(QLatin1String("TLS_")));
        QCOMPARE(verdict.serverName, QByteArray("example.com"));
        QCOMPARE(pair.server.verdict().serverName, QByteArray("example.com"));
        QCOMPARE(pair.server.verdict().outcome, Outcome::Unchecked);
        QCOMPARE(verdict.chain.size(), 1);
        QVERIFY(verdict.missingIssuer.isEmpty() && verdict.problem.isEmpty());
        QCOMPARE(pair.failed(), QString());
        pair.client.write("from here");
        pair.server.write("from there");
        pair.pass();
        QCOMPARE(pair.server.takePlain(), QByteArray("from here"));
        QCOMPARE(pair.client.takePlain(), QByteArray("from there"));
        pair.client.close();
        pair.pass();
        QCOMPARE(pair.server.state(), State::Closed);
    }

    //= R26.3.1-1
    void a_certificate_that_is_not_good_ends_it_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("alert");
        QTest::newRow("expired") << QStringLiteral("expired") << QStringLiteral("ended on 2020-02-01") << 45;
        QTest::newRow("not yet") << QStringLiteral("future") << QStringLiteral("begins on 2999-01-01") << 42;
        QTest::newRow("wrong name") << QStringLiteral("name") << QStringLiteral("is for example.net, not for example.com") << 42;
        QTest::newRow("unknown CA") << QStringLiteral("other") << QStringLiteral("the CA CN=Other root is not trusted here")
                                    << 48;
        QTest::newRow("self-signed") << QStringLiteral("self") << QStringLiteral("signed by itself") << 48;
        QTest::newRow("missing intermediate")
            << QStringLiteral("gap") << QStringLiteral("leaves out an intermediate certificate") << 48;
    }
    void a_certificate_that_is_not_good_ends_it()
    {
        QFETCH(QString, kind);
        QFETCH(QString, words);
        QFETCH(int, alert);
        Pair pair(m_certificates.trusting(), bad(kind), "example.com");
        QCOMPARE(pair.client.state(), State::Failed);
        QCOMPARE(pair.server.state(), State::Failed);
        QCOMPARE(pair.verdict().outcome, Outcome::Refused);
        QVERIFY2(pair.failed().contains(words), qPrintable(pair.failed()));
        QVERIFY(pair.client.problem().contains(words));
        QCOMPARE(pair.verdict().alert, alert);
        QVERIFY(!pair.verdict().alertByPeer);
        QVERIFY(pair.server.verdict().alertByPeer);
        QCOMPARE(pair.server.verdict().alert, alert);
        QCOMPARE(pair.verdict().missingIssuer.isEmpty(), kind != QLatin1String("gap"));
        pair.client.write("never sent");
        QVERIFY(pair.client.takeOutput().isEmpty());

        TlsSettings despite = m_certificates.trusting();
        despite.sendDespite = true;
        Pair chosen(despite, bad(kind), "example.com");
        QCOMPARE(chosen.client.state(), State::Open);
        QCOMPARE(chosen.verdict().outcome, Outcome::SentDespite);
        QVERIFY2(chosen.failed().contains(words), qPrintable(chosen.failed()));

        TlsSettings pinned = m_certificates.trusting();
        pinned.pins = {chosen.verdict().chain.first().fingerprint};
        const TlsSettings same = m_last;
        Pair trusted(pinned, same, "example.com");
        QCOMPARE(trusted.client.state(), State::Open);
        QCOMPARE(trusted.verdict().outcome, Outcome::TrustedByPin);
    }

    void a_chain_with_its_intermediate_is_whole()
    {
        const auto leaf =
            TestCertificates::make({.commonName = "leaf", .names = {"DNS:example.com"}, .authority = false, .from = {}, .to = {}},
                                   &m_certificates.middle);
        Pair pair(m_certificates.trusting(), m_certificates.shown(leaf, m_certificates.middle.certificate), "example.com");
        QCOMPARE(pair.verdict().outcome, Outcome::Trusted);
        QCOMPARE(pair.verdict().chain.size(), 2);
        QVERIFY(pair.verdict().chain.last().subject.contains(QLatin1String("Test intermediate")));
    }

    void a_pin_that_changed_is_said()
    {
        TlsSettings pinned = m_certificates.trusting();
        pinned.pins = {*fingerprint(QByteArray(64, '0'))};
        Pair good(pinned, m_certificates.named({"DNS:example.com"}), "example.com");
        QCOMPARE(good.verdict().outcome, Outcome::Trusted); // a CA we trust says so
        QVERIFY(good.failed().contains(QLatin1String("it has changed")));
        Pair bad(pinned, m_certificates.named({"DNS:example.net"}), "example.com");
        QCOMPARE(bad.verdict().outcome, Outcome::Refused);
        QVERIFY(bad.client.problem().contains(QLatin1String("it has changed")));
    }

    //= R8996-1
    void old_versions_are_for_those_who_ask()
    {
        TlsSettings old = m_certificates.named({"DNS:example.com"});
        old.least = old.most = TlsVersion::Tls10;
        Pair refused(m_certificates.trusting(), old, "example.com");
        QCOMPARE(refused.verdict().outcome, Outcome::Failed);
        QCOMPARE(refused.client.state(), State::Failed);
        QVERIFY2(refused.client.problem().contains(QLatin1String("version")), qPrintable(refused.client.problem()));
        TlsSettings diagnosing = m_certificates.trusting();
        diagnosing.least = TlsVersion::Tls10;
        Pair agreed(diagnosing, old, "example.com");
        QCOMPARE(agreed.verdict().outcome, Outcome::Trusted);
        QCOMPARE(agreed.verdict().version, QStringLiteral("TLS 1.0"));
        TlsSettings newest = m_certificates.trusting();
        newest.most = TlsVersion::Tls12;
        Pair held(newest, m_certificates.named({"DNS:example.com"}), "example.com");
        QCOMPARE(held.verdict().version, QStringLiteral("TLS 1.2"));
    }

    //= R26-1
    void a_client_certificate_is_shown_when_asked_for()
    {
        TlsSettings demanding = m_certificates.named({"DNS:example.com"});
        demanding.authorities = {m_certificates.ca};
        demanding.peerNeedsCertificate = true;
        TlsSettings somebody = m_certificates.named({"URI:sip:alice@example.com"});
        somebody.authorities = {m_certificates.ca};
        Pair known(somebody, demanding, "example.com");
        QCOMPARE(known.server.state(), State::Open);
        QVERIFY(known.verdict().certificateAsked && known.verdict().certificateShown);
        QCOMPARE(known.server.verdict().chain.first().uris, QList<QByteArray>({"sip:alice@example.com"}));
        QCOMPARE(known.server.verdict().outcome, Outcome::Trusted);

        Pair unknown(m_certificates.trusting(), demanding, "example.com");
        QCOMPARE(unknown.server.state(), State::Failed);
        QCOMPARE(unknown.client.state(), State::Failed); // with TLS 1.3 after the handshake
        QVERIFY(unknown.verdict().certificateAsked && !unknown.verdict().certificateShown);
        QVERIFY2(unknown.client.problem().contains(QLatin1String("wants a certificate of ours")),
                 qPrintable(unknown.client.problem()));
    }

    //= R5922.7.3-1
    void the_name_can_be_another_than_the_domain()
    {
        TlsSettings asking = m_certificates.trusting();
        asking.serverName = "sip.example.com";
        Pair pair(asking, m_certificates.named({"DNS:sip.example.com"}), "192.0.2.1");
        QCOMPARE(pair.verdict().outcome, Outcome::Trusted);
        QCOMPARE(pair.server.verdict().serverName, QByteArray("sip.example.com"));
        Pair address(m_certificates.trusting(), m_certificates.named({"IP:192.0.2.1"}), "192.0.2.1");
        QCOMPARE(address.verdict().outcome, Outcome::Trusted);
        QCOMPARE(address.server.verdict().serverName, QByteArray()); // an address is no server name
    }

    void protocols_are_agreed_by_alpn()
    {
        TlsSettings client = m_certificates.trusting(), server = m_certificates.named({"DNS:example.com"});
        client.applications = {"other", "sip/2"};
        server.applications = {"sip/2"};
        QCOMPARE(Pair(client, server, "example.com").verdict().application, QByteArray("sip/2"));
        client.applications = {"other"};
        Pair none(client, server, "example.com");
        QCOMPARE(none.verdict().alert, 120);
        QVERIFY(none.client.problem().contains(QLatin1String("ALPN")));
    }

    void a_connection_is_good_for_the_other_domains_of_its_certificate()
    {
        Pair pair(m_certificates.trusting(), m_certificates.named({"DNS:example.com", "DNS:example.net"}), "example.com");
        QVERIFY(pair.client.isGoodFor("example.com"));
        QVERIFY(pair.client.isGoodFor("example.net"));
        QVERIFY(!pair.client.isGoodFor("example.org"));
    }

    void keys_are_written_for_one_pair_of_eyes()
    {
        TlsSettings logging = m_certificates.trusting();
        logging.keyLogFile = m_certificates.path(QStringLiteral("keys"));
        Pair pair(logging, m_certificates.named({"DNS:example.com"}), "example.com");
        QFile file(logging.keyLogFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.contains("CLIENT_TRAFFIC_SECRET_0 ") && text.endsWith('\n'), text.constData());
        if (hasFileModes)
            QCOMPARE(QFileInfo(file).permissions() & 0x0077, QFileDevice::Permissions());
        logging.keyLogFile = QStringLiteral("/nowhere/keys");
        QVERIFY(!TlsContext::make(logging, TlsContext::Role::Client));
    }

    void files_that_cannot_be_used_are_named()
    {
        const auto problem = [](const TlsSettings &settings) {
            const auto made = TlsContext::make(settings, TlsContext::Role::Client);
            return made ? QString() : made.error().detail;
        };
        TlsSettings settings;
        settings.authorities = {QStringLiteral("/nowhere/ca.pem")};
        QVERIFY(problem(settings).contains(QLatin1String("/nowhere/ca.pem")));
        settings = m_certificates.named({"DNS:example.com"});
        settings.keyFile = m_certificates.file(QStringLiteral("other.key"), m_certificates.other.key);
        QVERIFY2(problem(settings).contains(QLatin1String("does not belong")) || problem(settings).contains(QLatin1String("key")),
                 qPrintable(problem(settings)));
        settings.certificateFile = m_certificates.file(QStringLiteral("garbage"), "garbage");
        QVERIFY(problem(settings).contains(QLatin1String("garbage")));
        settings = {};
        settings.least = TlsVersion::Tls13;
        settings.most = TlsVersion::Tls12;
        QVERIFY(!problem(settings).isEmpty());
    }

    void what_is_no_tls_is_said_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("http") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
        QTest::newRow("sip") << QByteArray("SIP/2.0 400 Bad Request\r\n\r\n");
        QTest::newRow("zeros") << QByteArray(2000, '\0');
        QTest::newRow("0xff") << QByteArray(2000, '\xff');
        QTest::newRow("an alert and rubbish") << QByteArray("\x15\x03\x03\x00\x40", 5) + QByteArray(64, 'x');
        QTest::newRow("a record that is too long") << QByteArray("\x16\x03\x03\xff\xff", 5) + QByteArray(70'000, 'x');
    }
    void what_is_no_tls_is_said()
    {
        QFETCH(QByteArray, octets);
        for (const bool whole : {true, false}) {
            TlsSession client(context(m_certificates.trusting(), TlsContext::Role::Client), "example.com");
            client.start();
            (void)client.takeOutput();
            if (whole)
                client.feed(octets);
            else
                for (const char octet : octets)
                    client.feed(QByteArrayView(&octet, 1));
            QCOMPARE(client.state(), State::Failed);
            QVERIFY(!client.problem().isEmpty());
            QCOMPARE(client.verdict().problem, client.problem());
            QVERIFY(client.takePlain().isEmpty());
        }
        TlsSession server(context(m_certificates.named({"DNS:example.com"}), TlsContext::Role::Server), {});
        server.feed(octets);
        QCOMPARE(server.state(), State::Failed);
    }

    void rubbish_after_the_handshake_ends_it()
    {
        Pair pair(m_certificates.trusting(), m_certificates.named({"DNS:example.com"}), "example.com");
        pair.client.feed(QByteArray(100, 'x'));
        QCOMPARE(pair.client.state(), State::Failed);
        QVERIFY(!pair.client.problem().isEmpty());
        QVERIFY(pair.verdict().problem.isEmpty()); // of the handshake
    }

    void a_server_without_a_certificate_says_so()
    {
        Pair pair(m_certificates.trusting(), {}, "example.com");
        QCOMPARE(pair.server.state(), State::Failed);
        QVERIFY(pair.server.problem().contains(QLatin1String("no certificate of ours")));
        QVERIFY(pair.verdict().alertByPeer);
        QVERIFY(pair.client.problem().contains(QLatin1String("handshake failure")));
    }

    void contexts_are_made_once_until_a_file_changes()
    {
        TlsContexts contexts;
        TlsSettings settings = m_certificates.trusting();
        settings.authorities = {m_certificates.file(QStringLiteral("changing.pem"), m_certificates.root.certificate)};
        const auto first = contexts.of(settings, TlsContext::Role::Client);
        QVERIFY(first);
        QCOMPARE(contexts.of(settings, TlsContext::Role::Client)->get(), first->get());
        QFile file(settings.authorities.first());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-100), QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(contexts.of(settings, TlsContext::Role::Client)->get() != first->get());
    }

private:
    /// Made once for each test row, so that it can be shown again.
    TlsSettings bad(const QString &kind)
    {
        if (m_kind == kind)
            return m_last;
        m_kind = kind;
        diag::CertificateWish wish{.commonName = "x", .names = {"DNS:example.com"}, .authority = false, .from = {}, .to = {}};
        const auto at = [](int year, int month) { return QDateTime(QDate(year, month, 1), QTime(0, 0), Qt::UTC); };
        const diag::KeyAndCertificate *issuer = &m_certificates.root;
        QByteArray chain;
        if (kind == QLatin1String("expired")) {
            wish.from = at(2020, 1);
            wish.to = at(2020, 2);
        } else if (kind == QLatin1String("future")) {
            wish.from = at(2999, 1);
            wish.to = at(2999, 2);
        } else if (kind == QLatin1String("name")) {
            wish.names = {"DNS:example.net"};
        } else if (kind == QLatin1String("other")) {
            issuer = &m_certificates.other;
            chain = m_certificates.other.certificate;
        } else if (kind == QLatin1String("self")) {
            issuer = nullptr;
        } else {
            issuer = &m_certificates.middle;
        }
        m_last = m_certificates.shown(TestCertificates::make(wish, issuer), chain);
        return m_last;
    }

    const TestCertificates m_certificates;
    QString m_kind;
    TlsSettings m_last;
};

QTEST_GUILESS_MAIN(TestTlsSession)
#include "tst_tls_session.moc"
