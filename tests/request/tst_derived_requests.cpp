// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/parser.h"
#include "request/request_builder.h"

#include <QtTest>

using namespace sip;

namespace {

const QByteArray inviteBytes =
    "INVITE sip:bob@example.com;x=%41 SIP/2.0\r\n"
    "v:  SIP/2.0/UDP 192.0.2.10:5062 ;branch=z9hG4bKold;rport , SIP/2.0/UDP 192.0.2.9;branch=z9hG4bK0\r\n"
    "Route: <sip:192.0.2.2;lr>\r\n"
    "From:  \"Alice\"\r\n <sip:alice@example.com>;tag=ft\r\n"
    "To: \"Bob\" <sip:bob@example.com>\r\n"
    "Call-ID: a84b@host\r\n"
    "Route: <sip:192.0.2.3;lr>, <sip:192.0.2.4;lr>\r\n"
    "CSeq:\t41  INVITE\r\n"
    "Contact: <sip:alice@192.0.2.10:5062>\r\n"
    "Max-Forwards: 3\r\n"
    "Authorization: Digest username=\"alice\", realm=\"a\"\r\n"
    "Require: 100rel\r\n"
    "Proxy-Require: x\r\n"
    "Proxy-Authorization: Digest username=\"alice\",\r\n realm=\"p\"\r\n"
    "Content-Type: text/plain\r\n"
    "Content-Length: 4\r\n"
    "\r\n"
    "body";

Message invite()
{
    return parseMessage(inviteBytes);
}

Message answer(int status, const QByteArray &more = {})
{
    return parseMessage("SIP/2.0 " + QByteArray::number(status) +
                        " X\r\n"
                        "Via: SIP/2.0/UDP 192.0.2.10:5062;branch=z9hG4bKold;received=198.51.100.1\r\n"
                        "From: <sip:changed@example.com>;tag=ft\r\n"
                        "To: \"Bob\" <sip:bob@example.com>;tag=tt\r\n"
                        "Call-ID: a84b@host\r\nCSeq: 41 INVITE\r\n" +
                        more + "Content-Length: 0\r\n\r\n");
}

AuthPlan planOf(std::initializer_list<AuthPlan::Row> rows)
{
    AuthPlan plan;
    plan.retry = true;
    plan.rows = rows;
    return plan;
}

} // namespace

class TestDerivedRequests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R7.3.1-4
    //= R22.2-2
    //= R22.2-3
    //= R8.1.3.5-6
    void a_retry_changes_branch_cseq_and_credentials_only()
    {
        const Message retry = buildRetry(
            invite(), "z9hG4bKnew", planOf({{HeaderId::ProxyAuthorization, "Digest p"}, {HeaderId::Authorization, "Digest a"}}));
        QByteArray expected = inviteBytes;
        expected.replace("z9hG4bKold", "z9hG4bKnew").replace("41  INVITE", "42  INVITE");
        expected.replace("Authorization: Digest username=\"alice\", realm=\"a\"\r\nRequire",
                         "Proxy-Authorization: Digest p\r\nAuthorization: Digest a\r\nRequire");
        expected.replace("Proxy-Authorization: Digest username=\"alice\",\r\n realm=\"p\"\r\n", "");
        QCOMPARE(retry.wire(), expected);
        QCOMPARE(retry.cseqNumber(), 42);
        QCOMPARE(retry.marks().size(), 0);
    }

    void first_credentials_stand_before_the_rows_of_the_body()
    {
        const QByteArray before = "OPTIONS sip:b@192.0.2.1 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.10\r\nCSeq: 9 OPTIONS\r\n";
        const Message retry = buildRetry(parseMessage(before + "c: a/b\r\nl: 2\r\n\r\nhi"), "z9hG4bKn",
                                         planOf({{HeaderId::Authorization, "Digest a"}}));
        QCOMPARE(retry.wire(), QByteArray("OPTIONS sip:b@192.0.2.1 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bKn\r\n"
                                          "CSeq: 10 OPTIONS\r\nAuthorization: Digest a\r\nc: a/b\r\nl: 2\r\n\r\nhi"));
        const Message last =
            buildRetry(parseMessage(before + "\r\n"), "z9hG4bKn", planOf({{HeaderId::Authorization, "Digest a"}}));
        QVERIFY(last.wire().endsWith("CSeq: 10 OPTIONS\r\nAuthorization: Digest a\r\n\r\n"));
    }

    void a_retry_of_broken_bytes_changes_what_it_can()
    {
        const auto plan = planOf({{HeaderId::Authorization, "Digest a"}});
        QCOMPARE(buildRetry(parseMessage("rubbish"), "z9hG4bKn", plan).wire(), QByteArray("rubbish"));
        const Message cut = buildRetry(parseMessage("OPTIONS sip:b SIP/2.0\r\nCSeq: x OPTIONS"), "z9hG4bKn", plan);
        QCOMPARE(cut.wire(), QByteArray("OPTIONS sip:b SIP/2.0\r\nCSeq: x OPTIONS\r\nAuthorization: Digest a\r\n"));
    }

    //= R9.1-2
    //= R9.1-3
    //= R9.1-4
    //= R9.1-5
    //= R9.1-6
    void a_cancel_repeats_the_invite_where_it_must()
    {
        const Message cancel = buildCancel(invite(), "SIP;cause=200;text=\"Call completed elsewhere\"");
        QCOMPARE(cancel.wire(), QByteArray("CANCEL sip:bob@example.com;x=%41 SIP/2.0\r\n"
                                           "Via: SIP/2.0/UDP 192.0.2.10:5062 ;branch=z9hG4bKold;rport\r\n"
                                           "Max-Forwards: 70\r\n"
                                           "Route: <sip:192.0.2.2;lr>\r\n"
                                           "Route: <sip:192.0.2.3;lr>, <sip:192.0.2.4;lr>\r\n"
                                           "From:  \"Alice\"\r\n <sip:alice@example.com>;tag=ft\r\n"
                                           "To: \"Bob\" <sip:bob@example.com>\r\n"
                                           "Call-ID: a84b@host\r\n"
                                           "CSeq: 41 CANCEL\r\n"
                                           "Reason: SIP;cause=200;text=\"Call completed elsewhere\"\r\n"
                                           "Content-Length: 0\r\n\r\n"));
        QCOMPARE(cancel.count(HeaderId::Via), 1);
        QVERIFY(!buildCancel(invite(), {}).has(HeaderId::Reason));
        //= R4028.7.1-1
        MessageDraft extended = MessageDraft::from(invite());
        extended.append(HeaderId::Supported, "100rel, timer");
        QCOMPARE(buildCancel(extended.toMessage(), {}).value(HeaderId::Supported), QByteArray("100rel, timer"));
    }

    //= R17.1.1.3-1
    //= R17.1.1.3-2
    //= R17.1.1.3-3
    //= R17.1.1.3-4
    //= R17.1.1.3-5
    //= R17.1.1.3-6
    //= R22.1-2
    void the_ack_to_a_rejection_is_made_of_the_invite_and_the_answers_to()
    {
        const Message ack =
            buildAckNon2xx(invite(), answer(486, "Record-Route: <sip:192.0.2.7;lr>\r\nContact: <sip:x@192.0.2.8>\r\n"));
        QCOMPARE(ack.wire(), QByteArray("ACK sip:bob@example.com;x=%41 SIP/2.0\r\n"
                                        "Via: SIP/2.0/UDP 192.0.2.10:5062 ;branch=z9hG4bKold;rport\r\n"
                                        "Max-Forwards: 70\r\n"
                                        "Route: <sip:192.0.2.2;lr>\r\n"
                                        "Route: <sip:192.0.2.3;lr>, <sip:192.0.2.4;lr>\r\n"
                                        "From:  \"Alice\"\r\n <sip:alice@example.com>;tag=ft\r\n"
                                        "To: \"Bob\" <sip:bob@example.com>;tag=tt\r\n"
                                        "Call-ID: a84b@host\r\n"
                                        "CSeq: 41 ACK\r\n"
                                        "Authorization: Digest username=\"alice\", realm=\"a\"\r\n"
                                        "Proxy-Authorization: Digest username=\"alice\",\r\n realm=\"p\"\r\n"
                                        "Content-Length: 0\r\n\r\n"));
        QVERIFY(ack.body().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDerivedRequests)
#include "tst_derived_requests.moc"
