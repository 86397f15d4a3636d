// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/parser.h"
#include "practice/registrar.h"

#include <QTest>

using namespace diag;
using namespace std::chrono_literals;

namespace {

sip::Message registration(const QByteArray &rows, int cseq = 1, const QByteArray &callId = "r1@example.com",
                          const QByteArray &to = "<sip:1001@example.com>")
{
    return sip::parseMessage("REGISTER sip:example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKr\r\nFrom: " + to +
                             ";tag=a\r\nTo: " + to + "\r\nCall-ID: " + callId + "\r\nCSeq: " + QByteArray::number(cseq) +
                             " REGISTER\r\n" + rows + "Content-Length: 0\r\n\r\n");
}

constexpr const char *record = "1001@example.com";

} // namespace

class TestRegistrar : public QObject {
    Q_OBJECT
private slots:
    void a_contact_is_kept_for_the_time_asked_for()
    {
        Registrar registrar;
        const auto outcome = registrar.handle(registration("Contact: <sip:1001@192.0.2.1>;expires=60\r\nExpires: 600\r\n"), 0s);
        QCOMPARE(outcome.status, 200);
        QCOMPARE(outcome.contacts, QList<QByteArray>{"<sip:1001@192.0.2.1>;expires=60"});
        QCOMPARE(registrar.bindingCount(59s), 1);
        QVERIFY(registrar.isRegistered(record, 59s));
        QCOMPARE(registrar.bindingCount(60s), 0);
        QVERIFY(!registrar.isRegistered(record, 60s));
    }
    void the_answer_says_what_is_left()
    {
        Registrar registrar;
        (void)registrar.handle(registration("Contact: <sip:1001@192.0.2.1>\r\nExpires: 100\r\n"), 0s);
        QCOMPARE(registrar.handle(registration("", 2), 40500ms).contacts, QList<QByteArray>{"<sip:1001@192.0.2.1>;expires=60"});
        QCOMPARE(registrar.handle(registration("", 3), 99999ms).contacts, QList<QByteArray>{"<sip:1001@192.0.2.1>;expires=1"});
        QVERIFY(registrar.handle(registration("", 4), 100s).contacts.isEmpty());
    }
    void without_a_time_and_beyond_the_limit_it_is_an_hour()
    {
        Registrar registrar;
        const auto outcome = registrar.handle(
            registration("Contact: <sip:a@192.0.2.1>, <sip:b@192.0.2.1>;expires=999999\r\nExpires: nonsense\r\n"), 0s);
        QCOMPARE(outcome.contacts, (QList<QByteArray>{"<sip:a@192.0.2.1>;expires=3600", "<sip:b@192.0.2.1>;expires=3600"}));
    }
    void other_parameters_of_a_contact_come_back()
    {
        Registrar registrar;
        const auto outcome = registrar.handle(
            registration("Contact: \"Alice\" <sip:1001@192.0.2.1;transport=tcp>;q=0.7;+sip.instance=\"<urn:x>\";expires=10\r\n"),
            0s);
        QCOMPARE(outcome.contacts.size(), 1);
        QVERIFY(outcome.contacts[0].contains("q=0.7"));
        QVERIFY(outcome.contacts[0].contains("+sip.instance=\"<urn:x>\""));
        QCOMPARE(outcome.contacts[0].count("expires"), 1);
    }
    void an_equivalent_contact_is_refreshed_not_doubled()
    {
        Registrar registrar;
        (void)registrar.handle(registration("Contact: <sip:1001@192.0.2.1;ob>;expires=60\r\n"), 0s);
        (void)registrar.handle(registration("Contact: <SIP:1001@192.0.2.1;ob>;expires=60\r\n", 2), 30s);
        QCOMPARE(registrar.bindingCount(80s), 1);
        (void)registrar.handle(registration("Contact: <sip:1001@192.0.2.2>\r\n", 3), 31s);
        QCOMPARE(registrar.bindingCount(80s), 2);
    }
    void expires_zero_removes_one_and_star_removes_all()
    {
        Registrar registrar;
        (void)registrar.handle(registration("Contact: <sip:a@192.0.2.1>, <sip:b@192.0.2.1>, <sip:c@192.0.2.1>\r\n"), 0s);
        QCOMPARE(registrar.handle(registration("Contact: <sip:b@192.0.2.1>;expires=0\r\n", 2), 1s).contacts.size(), 2);
        const auto all = registrar.handle(registration("Contact: *\r\nExpires: 0\r\n", 3), 1s);
        QCOMPARE(all.status, 200);
        QVERIFY(all.contacts.isEmpty());
        QCOMPARE(registrar.bindingCount(1s), 0);
    }
    void star_that_is_not_exactly_right_is_refused_and_changes_nothing_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("no Expires") << QByteArray("Contact: *\r\n");
        QTest::newRow("Expires not 0") << QByteArray("Contact: *\r\nExpires: 1\r\n");
        QTest::newRow("another Contact") << QByteArray("Contact: *\r\nContact: <sip:b@192.0.2.1>\r\nExpires: 0\r\n");
    }
    void star_that_is_not_exactly_right_is_refused_and_changes_nothing()
    {
        QFETCH(QByteArray, rows);
        Registrar registrar;
        (void)registrar.handle(registration("Contact: <sip:a@192.0.2.1>\r\n"), 0s);
        QCOMPARE(registrar.handle(registration(rows, 2), 1s).status, 400);
        QCOMPARE(registrar.bindingCount(1s), 1);
    }
    void an_older_request_of_the_same_call_changes_nothing()
    {
        Registrar registrar;
        (void)registrar.handle(registration("Contact: <sip:a@192.0.2.1>\r\n", 5), 0s);
        QCOMPARE(registrar.handle(registration("Contact: <sip:a@192.0.2.1>;expires=0\r\n", 5), 1s).status, 500);
        QCOMPARE(registrar.handle(registration("Contact: *\r\nExpires: 0\r\n", 4), 1s).status, 500);
        QCOMPARE(registrar.bindingCount(1s), 1);
        QCOMPARE(registrar.handle(registration("Contact: <sip:a@192.0.2.1>;expires=0\r\n", 1, "r2@example.com"), 1s).status, 200);
        QCOMPARE(registrar.bindingCount(1s), 0);
    }
    void one_bad_contact_spoils_the_whole_request()
    {
        Registrar registrar;
        QCOMPARE(registrar.handle(registration("Contact: <sip:a@192.0.2.1>\r\nContact: <sip:b@192.0.2.1\r\n"), 0s).status, 400);
        QCOMPARE(registrar.bindingCount(0s), 0);
    }
    void users_are_kept_apart()
    {
        Registrar registrar;
        (void)registrar.handle(registration("Contact: <sip:a@192.0.2.1>\r\n"), 0s);
        const auto other =
            registrar.handle(registration("Contact: <sip:a@192.0.2.1>\r\n", 1, "r2", "Bob <sip:1002@EXAMPLE.com>"), 0s);
        QCOMPARE(other.contacts.size(), 1);
        QVERIFY(registrar.isRegistered("1002@example.com", 1s));
        QCOMPARE(registrar.bindingCount(0s), 2);
    }
    void what_is_no_sip_address_is_not_found()
    {
        Registrar registrar;
        QCOMPARE(registrar.handle(registration("", 1, "r1", "<tel:+15551234567>"), 0s).status, 404);
    }
    void bindings_are_bounded()
    {
        Registrar registrar;
        for (int i = 0; i < int(Registrar::MaxBindings); ++i) {
            const QByteArray to = "<sip:" + QByteArray::number(i) + "@example.com>";
            QCOMPARE(registrar.handle(registration("Contact: <sip:a@192.0.2.1>\r\n", 1, "r", to), 0s).status, 200);
        }
        QCOMPARE(registrar.handle(registration("Contact: <sip:a@192.0.2.1>\r\n"), 0s).status, 503);
        QCOMPARE(registrar.bindingCount(0s), int(Registrar::MaxBindings));
    }
};

QTEST_GUILESS_MAIN(TestRegistrar)
#include "tst_registrar.moc"
