// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/sip_identity.h"

#include "support/test_certificates.h"
#include "transport/certificate.h"

using namespace sip;
using Names = QList<QByteArray>;

/// Who a certificate speaks for, and whether that is who was asked for.
class TestSipIdentity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R7118.8-1
    void a_websocket_is_compared_as_https_is_data()
    {
        QTest::addColumn<Names>("dns");
        QTest::addColumn<QByteArray>("domain");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, const Names &dns, const char *domain, bool good) {
            QTest::newRow(name) << dns << QByteArray(domain) << good;
        };
        row("DNS name beside a SIP URI", {"example.com"}, "EXAMPLE.com.", true);
        row("the SIP URI alone", {"example.org"}, "example.net", false);
        row("wildcard", {"*.example.com"}, "sip.example.com", true);
        row("wildcard for the name itself", {"*.example.com"}, "example.com", false);
        row("wildcard for two labels", {"*.example.com"}, "a.sip.example.com", false);
        row("wildcard in a label", {"s*.example.com"}, "sip.example.com", false);
        row("two wildcards", {"*.*.com"}, "sip.example.com", false);
        row("wildcard below", {"sip.*.com"}, "sip.example.com", false);
        row("common name alone", {}, "cn.example.com", false);
        row("address", {"example.com"}, "192.0.2.1", true);
        row("an address as a name", {"192.0.2.2"}, "192.0.2.2", false);
    }
    void a_websocket_is_compared_as_https_is()
    {
        QFETCH(Names, dns);
        QFETCH(QByteArray, domain);
        QFETCH(bool, good);
        CertificateFacts facts;
        facts.uris = {"sip:example.net"};
        facts.dnsNames = dns;
        facts.commonName = "cn.example.com";
        facts.addresses = {"192.0.2.1"};
        facts.hasAlternativeNames = true;
        const TlsCheck check = checkName(facts, domain, NameRule::Https);
        QVERIFY2(check.passed == good, qPrintable(check.text));
    }

    //= R5922.7.1-1
    //= R5922.7.2-1
    void a_certificate_is_for_the_domains_it_names_data()
    {
        QTest::addColumn<Names>("uris");
        QTest::addColumn<Names>("dns");
        QTest::addColumn<QByteArray>("commonName");
        QTest::addColumn<QByteArray>("domain");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, const Names &uris, const Names &dns, const char *cn, const char *domain,
                            bool good) { QTest::newRow(name) << uris << dns << QByteArray(cn) << QByteArray(domain) << good; };
        row("SIP URI", {"sip:example.com"}, {}, "", "example.com", true);
        row("another SIP URI", {"sip:example.net"}, {}, "", "example.com", false);
        row("one of many", {"sip:example.net", "sip:example.com"}, {}, "", "example.com", true);
        row("SIP URI with a user is a person", {"sip:alice@example.com"}, {}, "", "example.com", false);
        row("sips counts for nothing", {"sips:example.com"}, {}, "", "example.com", false);
        row("another scheme", {"https://example.com"}, {}, "", "example.com", false);
        row("DNS name", {}, {"example.com"}, "", "example.com", true);
        row("a name below is another", {}, {"example.com"}, "", "sip.example.com", false);
        row("a name above is another", {}, {"sip.example.com"}, "", "example.com", false);
        row("DNS name beside a SIP URI", {"sip:example.net"}, {"example.com"}, "", "example.com", false);
        row("DNS name beside a person", {"sip:alice@example.net"}, {"example.com"}, "", "example.com", true);
        row("case", {}, {"EXAMPLE.com"}, "", "example.COM", true);
        row("dot at the end", {}, {"example.com"}, "", "example.com.", true);
        row("wildcard", {}, {"*.example.com"}, "", "sip.example.com", false);
        row("wildcard as URI", {"sip:*.example.com"}, {}, "", "sip.example.com", false);
        row("U-labels", {}, {"xn--bcher-kva.example"}, "",
            "b\xc3\xbc"
            "cher.example",
            true);
        row("common name", {}, {}, "example.com", "example.com", true);
        row("common name with a wildcard", {}, {}, "*.example.com", "sip.example.com", false);
        row("common name beside a DNS name", {}, {"example.net"}, "example.com", "example.com", false);
        row("nothing", {}, {}, "", "example.com", false);
    }
    void a_certificate_is_for_the_domains_it_names()
    {
        QFETCH(Names, uris);
        QFETCH(Names, dns);
        QFETCH(QByteArray, commonName);
        QFETCH(QByteArray, domain);
        CertificateFacts facts;
        facts.uris = uris;
        facts.dnsNames = dns;
        facts.commonName = commonName;
        facts.hasAlternativeNames = !uris.isEmpty() || !dns.isEmpty();
        const TlsCheck check = checkName(facts, domain);
        QTEST(check.passed, "good");
        QCOMPARE(check.what, TlsCheck::What::Name);
        QVERIFY2(check.text.contains(QString::fromUtf8(domain)), qPrintable(check.text));
    }

    void an_ip_address_alone_takes_the_common_name_away()
    {
        CertificateFacts facts;
        facts.commonName = "example.com";
        facts.addresses = {"192.0.2.1"};
        facts.hasAlternativeNames = true;
        QVERIFY(!checkName(facts, "example.com").passed);
    }

    void an_address_is_looked_for_among_the_addresses()
    {
        CertificateFacts facts;
        facts.dnsNames = {"example.com"};
        facts.addresses = {"192.0.2.1", "2001:db8::1"};
        facts.hasAlternativeNames = true;
        QVERIFY(checkName(facts, "192.0.2.1").passed);
        QVERIFY(checkName(facts, "[2001:db8:0::1]").passed);
        QVERIFY(!checkName(facts, "192.0.2.2").passed);
        facts.addresses.clear();
        QVERIFY(checkName(facts, "192.0.2.1").text.contains(QLatin1String("names no IP address")));
    }

    void what_did_not_count_is_said()
    {
        CertificateFacts facts;
        facts.hasAlternativeNames = true;
        facts.dnsNames = {"*.example.com"};
        QVERIFY(checkName(facts, "sip.example.com").text.contains(QLatin1String("RFC 5922 7.2")));
        facts.uris = {"sip:example.net"};
        facts.dnsNames = {"example.com"};
        QVERIFY(checkName(facts, "example.com").text.contains(QLatin1String("RFC 5922 7.1")));
    }

    void a_certificate_is_read_as_it_is()
    {
        const TestCertificates certificates;
        const auto own = certificates.of({"URI:sip:example.com", "DNS:sip.example.com", "IP:192.0.2.1", "IP:2001:db8::1"}, "pbx");
        const auto read = certificatesOf(own.certificate + certificates.root.certificate);
        QVERIFY(read);
        QCOMPARE(read->size(), 2);
        const CertificateFacts &facts = read->first();
        QCOMPARE(facts.uris, Names({"sip:example.com"}));
        QCOMPARE(facts.dnsNames, Names({"sip.example.com"}));
        QCOMPARE(facts.addresses, Names({"192.0.2.1", "2001:db8::1"}));
        QCOMPARE(facts.commonName, QByteArray("pbx"));
        QVERIFY2(facts.issuer.contains(QLatin1String("Test root")), qPrintable(facts.issuer));
        QVERIFY(facts.hasAlternativeNames && !facts.isAuthority && !facts.selfIssued);
        QVERIFY(facts.notBefore < QDateTime::currentDateTimeUtc() && facts.notAfter > QDateTime::currentDateTimeUtc());
        QCOMPARE(facts.key, QStringLiteral("EC prime256v1 256 bits"));
        QCOMPARE(facts.signature, QStringLiteral("ecdsa-with-SHA256"));
        QCOMPARE(*fingerprint(facts.fingerprint), facts.fingerprint);
        QVERIFY(read->last().isAuthority && read->last().selfIssued);
        QVERIFY(!certificatesOf("nothing"));
        QVERIFY(!certificatesOf(own.certificate.chopped(60)));
    }

    void fingerprints_are_taken_as_people_write_them()
    {
        const QByteArray hex(64, 'a');
        QCOMPARE(fingerprint(hex)->size(), 95);
        QCOMPARE(*fingerprint(*fingerprint(hex)), *fingerprint(hex));
        QVERIFY(!fingerprint("abc"));
        QVERIFY(!fingerprint(QByteArray(64, 'x')));
    }
};

QTEST_GUILESS_MAIN(TestSipIdentity)
#include "tst_sip_identity.moc"
