// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/finding.h"

#include <QtTest>

using namespace diag;

namespace {

Fix fix(Fix::Edit edit, const QByteArray &value, const QByteArray &name = {})
{
    return {edit, name, value, {}};
}

sip::ComposedRequest base()
{
    sip::ComposedRequest request;
    request.method = "INVITE";
    request.target = "sip:bob@192.0.2.1";
    request.rows = {{"f", "<sip:alice@example.com>;tag=1"}, {"Subject", "a"}, {"s", "b"}, {"Subject", "muted", true}};
    return request;
}

} // namespace

class TestFinding : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_digest_uri_that_is_the_request_uri_needs_no_override()
    {
        sip::ComposedRequest request = base();
        request.authPolicy.uriOverride = "sip:x";
        QCOMPARE(applied(fix(Fix::Edit::DigestUri, "sip:bob@192.0.2.1"), request).authPolicy.uriOverride, QByteArray());
        QCOMPARE(applied(fix(Fix::Edit::DigestUri, "sip:y"), request).authPolicy.uriOverride, QByteArray("sip:y"));
    }

    void the_original_is_untouched()
    {
        const sip::ComposedRequest request = base();
        const auto changed = applied(fix(Fix::Edit::Header, "c", "Subject"), request);
        QCOMPARE(request.rows, base().rows);
        QVERIFY(changed.rows != request.rows);
    }

    void a_header_is_replaced_once_removed_or_added()
    {
        const auto replaced = applied(fix(Fix::Edit::Header, "c", "subject"), base());
        QCOMPARE(replaced.rows[1].value, QByteArray("c"));
        QVERIFY(!replaced.rows[1].muted && replaced.rows[2].muted);
        QCOMPARE(replaced.rows[3].value, QByteArray("muted"));
        const auto removed = applied(fix(Fix::Edit::Header, "", "Subject"), base());
        QVERIFY(removed.rows[1].muted && removed.rows[2].muted);
        const auto added = applied(fix(Fix::Edit::Header, "1", "X-Own"), base());
        QCOMPARE(added.rows.last(), (sip::ComposedRow{"X-Own", "1"}));
    }

    void from_and_account_can_be_made_the_same_either_way()
    {
        const auto from = applied(fix(Fix::Edit::FromFromAuthUser, "10 01@example.org"), base());
        QCOMPARE(from.rows[0].value, QByteArray("<sip:10%2001@example.com>;tag=1"));
        const auto account = applied(fix(Fix::Edit::AuthUserFromFrom, ""), base());
        QCOMPARE(account.credentials.first().username, QByteArray("alice"));
        sip::ComposedRequest bare = base();
        bare.rows.clear();
        QCOMPARE(applied(fix(Fix::Edit::FromFromAuthUser, "1001"), bare).rows.first().value, QByteArray("<sip:1001@192.0.2.1>"));
    }

    void settings_are_set()
    {
        sip::ComposedRequest request = base();
        request.forceUdp = true;
        const auto tcp = applied(fix(Fix::Edit::Transport, "tcp"), request);
        QVERIFY(tcp.transport == "tcp" && !tcp.forceUdp);
        QVERIFY(applied(fix(Fix::Edit::ForceUdp, "on"), base()).forceUdp);
        QCOMPARE(applied(fix(Fix::Edit::Timers, "fast"), base()).timers, sip::TimerValues::fast());
        QCOMPARE(applied(fix(Fix::Edit::Timers, "rubbish"), base()).timers, base().timers);
        QCOMPARE(applied(fix(Fix::Edit::AuthChoice, "weakest"), base()).authPolicy.choice, sip::AuthPolicy::Choice::Weakest);
    }

    void a_new_target_keeps_a_next_hop()
    {
        sip::ComposedRequest request = base();
        request.requestUri = "sip:old";
        const auto direct = applied(fix(Fix::Edit::Target, "sip:c@192.0.2.3"), request);
        QCOMPARE(direct.target, QByteArray("sip:c@192.0.2.3"));
        QCOMPARE(direct.requestUri, QByteArray());
        request.target = "udp:192.0.2.1:5060";
        const auto through = applied(fix(Fix::Edit::Target, "sip:c@192.0.2.3"), request);
        QCOMPARE(through.target, QByteArray("udp:192.0.2.1:5060"));
        QCOMPARE(through.requestUri, QByteArray("sip:c@192.0.2.3"));
        QCOMPARE(applied(fix(Fix::Edit::Target, "tcp:192.0.2.9"), request).target, QByteArray("tcp:192.0.2.9"));
    }
};

QTEST_GUILESS_MAIN(TestFinding)
#include "tst_finding.moc"
