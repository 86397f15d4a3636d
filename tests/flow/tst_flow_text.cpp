// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_events.h"
#include "flow/flow_text.h"
#include "support/places.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Golden ladders: what is printed is in tests/flow/golden, to be read and judged as text.
class tst_FlowText : public QObject {
    Q_OBJECT

    static void compare(const QString &text, const char *name)
    {
        const QString path = places::source("tests/flow/golden/") + QLatin1String(name);
        if (qEnvironmentVariableIsSet("VIATRACE_WRITE_GOLDEN")) {
            QFile out(path);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(text.toUtf8());
        }
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        const QList<QString> wanted = QString::fromUtf8(file.readAll()).split(u'\n'), got = text.split(u'\n');
        for (qsizetype i = 0; i < std::min(wanted.size(), got.size()); ++i)
            QCOMPARE(got[i], wanted[i]);
        QCOMPARE(got.size(), wanted.size());
    }

    static Events registration()
    {
        Events e;
        e.context = {1, 1, 10};
        e.add(sip::IntentStarted{u"Register 1001"_s, "REGISTER", "sip:example.com"});
        e.attempt("initial", "REGISTER", "1");
        e.sent(Events::request("REGISTER", "1"));
        e.add(sip::TimerEvent{sip::TimerEvent::What::Started, 'E', 500ms, 500ms});
        e.now = 4210us;
        e.received(
            Events::response("401 Unauthorized", "REGISTER", "1",
                             "WWW-Authenticate: Digest realm=\"example.com\", nonce=\"n\", algorithm=SHA-256, qop=\"auth\"\r\n"
                             "WWW-Authenticate: Digest realm=\"example.com\", nonce=\"n\", qop=\"auth\"\r\n"));
        sip::AuthPlanned plan;
        plan.willRetry = true;
        plan.summary = u"SHA-256 as 1001 for realm example.com"_s;
        e.add(plan);
        e.context = {1, 2, 11};
        e.now = 4300us;
        e.attempt("challenge", "REGISTER", "2");
        e.sent(Events::request(
            "REGISTER", "2",
            "Authorization: Digest username=\"1001\", realm=\"example.com\", nonce=\"n\", uri=\"sip:example.com\", "
            "algorithm=SHA-256, response=\"0\"\r\n"));
        e.now = 9ms;
        e.received(Events::response("200 OK", "REGISTER", "2"));
        e.add(sip::IntentFinished{200, "OK", sip::LocalCause::None});
        return e;
    }

    static Events timeout()
    {
        Events e;
        e.context = {1, 1, 10};
        e.add(sip::IntentStarted{{}, "OPTIONS", "sip:example.com"});
        e.attempt("initial", "OPTIONS", "1");
        e.sent(Events::request("OPTIONS", "1"), 1, 4);
        sip::Instant wait = 500ms;
        for (quint16 copy = 2; copy <= 4; ++copy) {
            e.now += wait;
            wait *= 2;
            e.add(sip::TimerEvent{sip::TimerEvent::What::Fired, 'E', {}, {}});
            e.sent(Events::request("OPTIONS", "1"), copy, 4);
        }
        e.now = 32s;
        e.add(sip::TimerEvent{sip::TimerEvent::What::Fired, 'F', {}, {}});
        e.add(sip::LocalStatus{
            408, "Request Timeout", sip::LocalCause::TimerF, u"4 copies sent to 192.0.2.1:5060, nothing received"_s, {}});
        e.add(sip::IntentFinished{408, "Request Timeout", sip::LocalCause::TimerF});
        return e;
    }

    static diag::FlowBuilder built(Events e)
    {
        diag::FlowBuilder builder;
        builder.append(e.take());
        builder.setAliases({{e.path.remote, u"registrar"_s}});
        return builder;
    }

private slots:
    void a_registration() { compare(diag::flowText(*built(registration()).flow(1)), "register.txt"); }
    void a_registration_with_everything_that_is_folded_away()
    {
        compare(diag::flowText(*built(registration()).flow(1), {.minor = true}), "register-verbose.txt");
    }
    void a_timeout() { compare(diag::flowText(*built(timeout()).flow(1)), "timeout.txt"); }
    void a_timeout_as_mermaid() { compare(diag::flowMermaid(*built(timeout()).flow(1)), "timeout.mmd"); }

    void a_refused_connection()
    {
        using What = sip::ConnectionEvent::What;
        Events e;
        e.context = {1, 1, 10};
        e.path = {sip::Protocol::Tcp, *sip::Endpoint::parse("[2001:db8::10]"), *sip::Endpoint::parse("[2001:db8::1]:5060"), 1};
        e.add(sip::IntentStarted{{}, "OPTIONS", "sip:[2001:db8::1];transport=tcp"});
        e.add(sip::ConnectionEvent{What::Opening, e.path, {}});
        e.now = 300us;
        e.add(sip::ConnectionEvent{What::Failed, e.path, u"nothing listens there (connection refused)"_s});
        e.add(sip::LocalStatus{
            503, "Service Unavailable", sip::LocalCause::Refused, u"nothing listens on [2001:db8::1]:5060"_s, {}});
        compare(diag::flowText(*built(e).flow(1)), "refused.txt");
    }

    void kinds_about_the_way_fold_into_one_line_but_for_trouble()
    {
        using What = sip::ConnectionEvent::What;
        Events e;
        e.context = {1, 1, 10};
        sip::DnsAnswer good, bad;
        good.question = bad.question = {"example.com", sip::DnsType::A};
        good.result = sip::DnsAnswer::Result::Records;
        bad.result = sip::DnsAnswer::Result::Timeout;
        e.add(sip::DnsAnswered{good});
        e.path.protocol = sip::Protocol::Tcp;
        e.path.connection = 1;
        e.add(sip::ConnectionEvent{What::Opening, e.path, {}});
        e.add(sip::ConnectionEvent{What::Open, e.path, {}});
        e.sent(Events::request("OPTIONS", "1"));
        e.add(sip::DnsAnswered{bad});
        e.add(sip::ConnectionEvent{What::ClosedByPeer, e.path, {}});
        using diag::RowKind;
        const auto builder = built(e);
        const QStringList lines =
            diag::flowText(*builder.flow(1), {.times = false, .folded = {RowKind::Dns, RowKind::Tcp}}).trimmed().split(u'\n');
        QVERIFY2(lines[lines.size() - 4] == u"... 3 rows of dns, tcp folded", qPrintable(lines.join(u'\n')));
        QVERIFY(lines[lines.size() - 3].contains(u"OPTIONS sip:example.com"));
        QVERIFY(lines[lines.size() - 2].contains(u"A example.com"));
        QVERIFY2(lines.last().contains(u"closed by the peer"), qPrintable(lines.last()));
        QVERIFY(!diag::flowText(*builder.flow(1)).contains(u"folded"));
    }

    void a_status_of_our_own_stack_never_looks_like_a_received_one() // R8.1.3.1-3
    {
        Events wire, local;
        wire.received(Events::response("408 Request Timeout", "OPTIONS", "1"));
        local.add(sip::LocalStatus{408, "Request Timeout", sip::LocalCause::TimerF, {}, {}});
        const auto wireFlow = built(wire), localFlow = built(local);
        const QString a = diag::rowText(*wireFlow.flow(0), wireFlow.flow(0)->rows[0], {});
        const QString b = diag::rowText(*localFlow.flow(0), localFlow.flow(0)->rows[0], {});
        QVERIFY(!a.contains(u"local"_s));
        QVERIFY(a.contains(u"A <-- B"_s));
        QVERIFY(b.contains(u"local, timer-f"_s));
        QVERIFY(b.contains(u"- - 408 Request Timeout - -"_s));
        QVERIFY(!b.contains(u"<--"_s));
    }

    void colour_only_when_asked()
    {
        const auto builder = built(registration());
        QVERIFY(!diag::flowText(*builder.flow(1)).contains(u'\x1b'));
        const QString coloured = diag::flowText(*builder.flow(1), {.colour = true});
        QVERIFY(coloured.contains(u"\x1b[32m"_s));
        QCOMPARE(coloured.count(u"\x1b[0m"_s), coloured.count(u'\x1b') / 2);
    }

    void lines_are_cut_to_the_width_and_never_with_width_0()
    {
        const auto builder = built(registration());
        for (const QString &line : diag::flowText(*builder.flow(1), {.width = 60}).split(u'\n'))
            QVERIFY(line.size() <= 60 || !line.startsWith(u' '));
        QVERIFY(!diag::flowText(*builder.flow(1), {.width = 0}).contains(u"..."_s));
    }

    void the_clock_column_can_be_left_out()
    {
        const auto builder = built(registration());
        QVERIFY(!diag::flowText(*builder.flow(1), {.times = false}).contains(u"0.004210"_s));
    }

    void a_flow_that_never_reached_a_socket_can_be_printed()
    {
        Events e;
        e.context = {1, 0, 0};
        e.add(sip::IntentStarted{{}, "OPTIONS", "sip:example.com"});
        e.add(sip::LocalStatus{503, "Service Unavailable", sip::LocalCause::Dns, u"example.com; is a name"_s, {}});
        const auto builder = built(e);
        QVERIFY(diag::flowText(*builder.flow(1)).contains(u"local, dns"_s));
        const QString mermaid = diag::flowMermaid(*builder.flow(1));
        QVERIFY(mermaid.contains(u"Note over A: local: 503"_s));
        QVERIFY(mermaid.contains(u"example.com#59; is"_s));
    }
};

QTEST_GUILESS_MAIN(tst_FlowText)
#include "tst_flow_text.moc"
