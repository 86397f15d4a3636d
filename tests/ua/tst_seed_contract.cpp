// SPDX-License-Identifier: GPL-3.0-or-later
// What a client has to do beyond the defects: what the contract says of its members and no other test shows.
#include "auth/aka.h"
#include "request/request_builder.h"
#include "support/simulated_run.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace sip;
using CancelState = UserAgentClient::CancelState;
using Fate = MessageReceived::Fate;

namespace {

template<class... Ts> struct Overloaded : Ts... {
    using Ts::operator()...;
};
template<class... Ts> Overloaded(Ts...) -> Overloaded<Ts...>;

/// One word or two for one event.
QString wordsOf(const TraceEvent &event)
{
    const auto latin1 = [](const QByteArray &text) { return QString::fromLatin1(text); };
    return event.visit(Overloaded{
        [&](const IntentStarted &) { return QStringLiteral("started"); },
        [&](const AttemptStarted &e) { return QStringLiteral("attempt ") + latin1(e.why); },
        [&](const MessageSent &e) { return latin1(e.message.method().toByteArray()) + QStringLiteral(" sent %1").arg(e.send); },
        [&](const MessageReceived &e) { return QStringLiteral("%1 received, fate %2").arg(e.message.status()).arg(int(e.fate)); },
        [&](const KeepAlive &) { return QStringLiteral("keep-alive"); },
        [&](const ConnectionEvent &) { return QStringLiteral("connection"); },
        [&](const TlsVerdict &) { return QStringLiteral("tls"); },
        [&](const WsHandshake &) { return QStringLiteral("ws handshake"); },
        [&](const WsControl &) { return QStringLiteral("ws control"); },
        [&](const IcmpReceived &) { return QStringLiteral("icmp"); },
        [&](const TimerEvent &e) {
            constexpr const char *what[] = {"set", "cancelled", "fired"};
            return QStringLiteral("timer %1 ").arg(QLatin1Char(e.name)) + QLatin1String(what[size_t(e.what)]);
        },
        [&](const StateChanged &e) { return QStringLiteral("state ") + QLatin1String(e.to); },
        [&](const DialogChanged &e) { return QStringLiteral("dialog ") + QLatin1String(stateName(e.dialog.state)); },
        [&](const SessionAgreed &) { return QStringLiteral("agreed"); },
        [&](const AuthPlanned &e) { return e.willRetry ? QStringLiteral("challenge answered") : QStringLiteral("challenge"); },
        [&](const DnsAsked &) { return QStringLiteral("dns asked"); },
        [&](const DnsAnswered &) { return QStringLiteral("dns answered"); },
        [&](const RoadPlanned &) { return QStringLiteral("road"); },
        [&](const LocalStatus &e) { return QStringLiteral("local %1").arg(e.status); },
        [&](const Note &) { return QStringLiteral("note"); },
        [&](const IntentFinished &e) { return QStringLiteral("finished %1").arg(e.status); },
    });
}

/// Everything an event says, the octets of messages too.
QByteArray textsOf(const TraceEvent &event)
{
    QByteArray all;
    if (const auto *started = event.as<IntentStarted>())
        all = started->name.toUtf8() + started->target;
    else if (const auto *note = event.as<Note>())
        all = note->text.toUtf8();
    else if (const auto *local = event.as<LocalStatus>())
        all = local->text.toUtf8() + local->error.text.toUtf8();
    else if (const auto *received = event.as<MessageReceived>())
        all = received->message.wire() + received->reason.toUtf8();
    else if (const auto *sent = event.as<MessageSent>())
        all = sent->message.wire();
    else if (const auto *planned = event.as<AuthPlanned>()) {
        all = planned->summary.toUtf8();
        for (const AuthDecision &d : planned->decisions)
            all += d.why.toUtf8() + d.scheme + d.realm + d.nonce + d.username + d.error;
        for (const DigestWorking &w : planned->workings)
            all += w.header + w.username + w.nonce + w.cnonce + w.opaque + w.bodyHash + w.a2 + w.ha2 + w.response +
                   w.sessionNonce + w.sessionCnonce + w.auts + w.aka.toUtf8();
    }
    return all;
}

} // namespace

class TestSeedContract : public QObject {
    Q_OBJECT

    static std::function<void(MessageDraft &)> row(HeaderId id, const QByteArray &value)
    {
        return [=](MessageDraft &d) { d.append(id, value); };
    }
    static QList<QByteArray> wires(const SimulatedRun &run)
    {
        QList<QByteArray> all;
        for (const FakeTransport::Sent &one : run.network.sent)
            all << one.message.wire();
        return all;
    }

private Q_SLOTS:
    // class UserAgentClient: attempts
    void every_new_attempt_says_why_and_changes_none_before_it()
    {
        SimulatedRun run;
        int answered = 0;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            switch (answered++) {
            case 0: return run.network.answer(one, 401, "p", SimulatedRun::challenge("n1"));
            case 1: return run.network.answer(one, 401, "p", SimulatedRun::challenge("n2", false, ", qop=\"auth\", stale=true"));
            case 2: return run.network.answer(one, 423, "p", row(HeaderId::MinExpires, "600"));
            case 3: return run.network.answer(one, 302, "p", row(HeaderId::Contact, "<sip:192.0.2.2:5070>"));
            default: return run.network.answer(one, 200, "p");
            }
        };
        ComposedRequest request = SimulatedRun::compose("REGISTER", "sip:192.0.2.1");
        request.requestUri.clear();
        request.rows << ComposedRow{"Expires", "60"};
        request.followRedirects = true;
        UserAgentClient &client = run.send(request);
        const QByteArray first = client.attempts().first().request.wire();
        run.clock.settle();
        QList<QByteArray> whys;
        QSet<QByteArray> branches;
        QSet<TransactionId> transactions;
        for (const UserAgentClient::Attempt &attempt : client.attempts()) {
            whys << attempt.why;
            branches << attempt.request.branch().toByteArray();
            transactions << attempt.transaction;
        }
        QCOMPARE(whys, QList<QByteArray>({"initial", "challenge", "stale", "min expires", "redirect"}));
        QCOMPARE(branches.size(), 5);
        QCOMPARE(transactions.size(), 5);
        QCOMPARE(client.attempts().first().request.wire(), first);
        QList<int> statuses;
        for (qsizetype i = 0; i < 5; ++i) {
            const UserAgentClient::Attempt &attempt = client.attempts()[i];
            QCOMPARE(attempt.number, quint32(i + 1));
            QCOMPARE(attempt.request.wire(), run.network.sent[i].message.wire());
            QCOMPARE(attempt.target, run.network.sent[i].target);
            QCOMPARE(attempt.request.cseqNumber(), client.attempts().first().request.cseqNumber() + i);
            statuses << attempt.status;
        }
        QCOMPARE(statuses, QList<int>({401, 401, 423, 302, 200}));
        QCOMPARE(client.attempts().last().target.remote.text(), QByteArray("192.0.2.2:5070"));
    }
    // constructor: built, shown, checked, sent
    void what_is_shown_before_sending_is_what_is_sent()
    {
        SimulatedRun run;
        ComposedRequest request = SimulatedRun::compose("MESSAGE", "sip:bob@192.0.2.1:5070");
        request.requestUri.clear();
        request.body = "gr\xc3\xbc\xc3\x9f dich";
        const auto hop = nextHop(request);
        QVERIFY(hop);
        const Message shown = previewRequest(request, run.network.local(), hop->address.protocol);
        QVERIFY(run.client(request).validate().isEmpty());
        QVERIFY(run.network.sent.isEmpty());
        run.clients.back()->send();
        const FakeTransport::Sent sent = run.network.sent.first();
        QCOMPARE(sent.target, hop->address);
        QCOMPARE(shown.wire().size(), sent.message.wire().size());
        QCOMPARE(shown.startLine(), sent.message.startLine());
        QCOMPARE(shown.headerCount(), sent.message.headerCount());
        for (qsizetype i = 0; i < shown.headerCount(); ++i) {
            const HeaderField &field = sent.message.header(i);
            QCOMPARE(shown.name(shown.header(i)), sent.message.name(field));
            if (field.id != HeaderId::Via && field.id != HeaderId::From && field.id != HeaderId::CallId)
                QCOMPARE(shown.rawValue(shown.header(i)), sent.message.rawValue(field));
        }
        QCOMPARE(shown.body(), sent.message.body());
    }
    void what_is_invalid_is_marked_and_sent_all_the_same()
    {
        SimulatedRun run;
        ComposedRequest request = SimulatedRun::compose("OPTIONS");
        request.rows << ComposedRow{"Max-Forwards", "many"} << ComposedRow{"Contact", "<<"};
        UserAgentClient &client = run.client(request);
        QSet<QByteArray> rules;
        for (const LintMark &mark : client.validate())
            rules << mark.rule;
        QVERIFY(rules.size() >= 2);
        client.send();
        QCOMPARE(run.network.sent.size(), 1);
        QCOMPARE(run.network.sent.first().message.value(HeaderId::MaxForwards), QByteArray("many"));
        QCOMPARE(run.network.sent.first().message.value(HeaderId::Contact), QByteArray("<<"));
    }
    // core: everything it needs is handed in
    void the_same_seed_sends_the_same_octets()
    {
        const auto play = [](quint32 seed) {
            SimulatedRun run;
            run.random = SeededRandom(seed);
            run.network.peer = [&run](const FakeTransport::Sent &one) {
                if (one.message.method() == "ACK")
                    return;
                const bool first = one.message.method() == "INVITE" && !one.message.has(HeaderId::Authorization);
                run.network.answer(one, first ? 401 : 200, "p",
                                   first ? SimulatedRun::challenge("n1") : row(HeaderId::Contact, "<sip:bob@192.0.2.7>"));
            };
            run.send(SimulatedRun::compose("INVITE"));
            run.clock.runDry();
            return wires(run);
        };
        const QList<QByteArray> once = play(1);
        QCOMPARE(once.size(), 5); // INVITE, ACK, INVITE, ACK, BYE
        QCOMPARE(play(1), once);
        const QList<QByteArray> other = play(2);
        QCOMPARE(other.size(), once.size());
        for (qsizetype i = 0; i < once.size(); ++i)
            QVERIFY(other[i] != once[i]);
    }
    // delegate: everything else is an event
    void every_step_of_a_request_is_an_event()
    {
        SimulatedRun run;
        UserAgentClient &client = run.send(SimulatedRun::compose("INVITE"));
        run.clock.advance(600ms);
        const FakeTransport::Sent first = run.network.sent.first();
        run.network.answer(first, 401, "p", SimulatedRun::challenge("n1"));
        run.clock.settle();
        const FakeTransport::Sent second = run.sent("INVITE").last();
        run.network.answer(second, 180, "p", row(HeaderId::Contact, "<sip:bob@192.0.2.7>"));
        run.clock.settle();
        QVERIFY(client.cancel());
        run.network.answer(run.sent("CANCEL").first(), 200);
        run.network.answer(second, 487, "p");
        run.network.answer(first, 401, "p");  // a copy
        run.network.answer(second, 180, "p"); // late
        run.network.receive("SIP/2.0 99 X\r\n\r\n");
        run.network.receive("no SIP");
        run.network.receive(MessageDraft::response(first.message, 200, "OK", "p").toBytes().replace("z9hG4bK", "z9hG4bKother"));
        QVERIFY(run.clock.runDry());
        run.network.answer(second, 487, "p"); // after its transaction
        run.clock.settle();
        QStringList steps;
        for (const TraceEventPtr &event : std::as_const(run.trace))
            steps << wordsOf(*event);
        qsizetype at = 0;
        const auto fate = [](int status, Fate one) { return QStringLiteral("%1 received, fate %2").arg(status).arg(int(one)); };
        for (const QString &step : {QStringLiteral("started"),
                                    QStringLiteral("attempt initial"),
                                    QStringLiteral("INVITE sent 1"),
                                    QStringLiteral("timer A set"),
                                    QStringLiteral("timer A fired"),
                                    QStringLiteral("INVITE sent 2"),
                                    fate(401, Fate::Delivered),
                                    QStringLiteral("timer A cancelled"),
                                    QStringLiteral("state Completed"),
                                    QStringLiteral("ACK sent 1"),
                                    QStringLiteral("challenge answered"),
                                    QStringLiteral("attempt challenge"),
                                    fate(180, Fate::Delivered),
                                    QStringLiteral("dialog Early"),
                                    QStringLiteral("state requested"),
                                    QStringLiteral("state sent"),
                                    QStringLiteral("attempt cancel"),
                                    QStringLiteral("CANCEL sent 1"),
                                    QStringLiteral("timer 9 set"),
                                    fate(200, Fate::Delivered),
                                    QStringLiteral("state answered"),
                                    fate(487, Fate::Delivered),
                                    QStringLiteral("ACK sent 1"),
                                    QStringLiteral("timer 9 cancelled"),
                                    QStringLiteral("dialog Terminated"),
                                    QStringLiteral("finished 487"),
                                    fate(401, Fate::Copy),
                                    fate(180, Fate::Late),
                                    fate(0, Fate::Dropped),
                                    fate(0, Fate::Dropped),
                                    fate(200, Fate::Stray),
                                    QStringLiteral("timer D fired"),
                                    fate(487, Fate::Late)}) {
            const qsizetype found = steps.indexOf(step, at);
            QVERIFY2(found >= 0, qPrintable(step + QStringLiteral(" after: ") + steps.mid(at).join(QStringLiteral(", "))));
            at = found + 1;
        }
        QCOMPARE(run.events<MessageReceived>().size(), 10); // as many as came
        const TraceEventPtr dropped = *std::find_if(run.trace.cbegin(), run.trace.cend(), [](const TraceEventPtr &event) {
            const auto *received = event->as<MessageReceived>();
            return received && received->fate == Fate::Dropped;
        });
        QCOMPARE(dropped->as<MessageReceived>()->message.wire(), QByteArray("SIP/2.0 99 X\r\n\r\n"));
    }
    // logger
    void no_secret_enters_an_event_data()
    {
        QTest::addColumn<QByteArray>("algorithm");
        for (const char *name : {"MD5", "MD5-sess", "SHA-256", "SHA-256-sess", "SHA-512-256", "AKAv1-MD5", "AKAv2-MD5"})
            QTest::newRow(name) << QByteArray(name);
    }
    void no_secret_enters_an_event()
    {
        QFETCH(QByteArray, algorithm);
        const QByteArray password = "very-Secret-word", token = "secret.token.value", k = "465b5ce8b199b49faa5f0a2ee238a6bc",
                         op = "cdc202d5123e20f62b6d676ac72cb318", opc = "cd63cb71954a9f4e48a5994e37a02baf";
        const SubscriberSecret card{k, op, {}, {}, {}};
        const QByteArray rand = QByteArray::fromHex("00112233445566778899aabbccddeeff");
        const QByteArray autn =
            akaAutn(*subscriberKeys(card), rand, QByteArray::fromHex("000000000020"), QByteArray::fromHex("8000"));
        const QByteArray nonce = akaNonceText({rand, autn, {}});
        SimulatedRun run;
        ComposedRequest request = SimulatedRun::compose("REGISTER");
        request.name = QStringLiteral("a name");
        Credential byCard{"example.com", "alice", {}, {}, {}}, byToken{"b", {}, {}, {}, {}};
        byCard.subscriber = card;
        byToken.token = token;
        request.credentials = {algorithm.startsWith("AKA") ? byCard : Credential{"example.com", "alice", password, {}, {}},
                               byToken};
        run.network.peer = [&](const FakeTransport::Sent &one) {
            run.network.answer(one, 401, "p", [&](MessageDraft &d) {
                const QByteArray fresh = run.network.sent.size() > 1 ? "other" : nonce;
                d.append(HeaderId::WwwAuthenticate, "Digest realm=\"example.com\", nonce=\"" + fresh +
                                                        "\", qop=\"auth-int\", "
                                                        "algorithm=" +
                                                        algorithm);
                d.append(HeaderId::WwwAuthenticate, "Bearer realm=\"b\", error=\"invalid_token\"");
            });
        };
        run.send(request);
        QVERIFY(run.clock.runDry());
        run.network.peer = {};
        run.send(request);
        QVERIFY(run.clock.runDry());
        QVERIFY(run.events<AuthPlanned>().first().willRetry);
        QByteArray all;
        for (const TraceEventPtr &event : std::as_const(run.trace))
            all += textsOf(*event).toLower() + '\n';
        QVERIFY(all.contains("example.com"));
        for (const QByteArray &secret : {password, token, k, op, opc})
            QVERIFY(!all.contains(secret.toLower()));
        for (const auto hash : {QCryptographicHash::Md5, QCryptographicHash::Sha256})
            QVERIFY(!all.contains(QCryptographicHash::hash("alice:example.com:" + password, hash).toHex()));
    }
    // transaction
    void the_handle_of_an_attempt_tells_how_it_stands()
    {
        SimulatedRun run;
        UserAgentClient &client = run.send(SimulatedRun::compose("INVITE"));
        const TransactionId id = client.attempts().first().transaction;
        const ClientTransaction *const handle = run.core.transactions().client(id);
        QVERIFY(handle);
        QCOMPARE(handle->state(), TxState::Calling);
        QCOMPARE(handle->request().branch(), client.attempts().first().request.branch());
        QCOMPARE(handle->target(), client.attempts().first().target);
        QCOMPARE(handle->context().attempt, 1U);
        run.clock.advance(1600ms);
        QCOMPARE(handle->sends(), 3);
        QCOMPARE(handle->responses(), 0);
        QCOMPARE(*handle->machine().nextWake() - run.clock.now(), Instant(1900ms)); // Timer A at 3.5 s
        run.network.answer(run.network.sent.first(), 180);
        run.clock.settle();
        QCOMPARE(handle->state(), TxState::Proceeding);
        run.network.answer(run.network.sent.first(), 486);
        run.network.answer(run.network.sent.first(), 486);
        run.clock.settle();
        QCOMPARE(handle->state(), TxState::Completed);
        QCOMPARE(handle->responses(), 3);
        QVERIFY(run.clock.runDry());
        QVERIFY(!run.core.transactions().client(id));
    }
    // cancel()
    void a_cancelled_request_gets_no_new_attempt_whatever_for_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {302, 401, 407, 422, 423})
            QTest::addRow("%d", status) << status;
    }
    //= R9.1-13
    void a_cancelled_request_gets_no_new_attempt_whatever_for()
    {
        QFETCH(int, status);
        for (const bool cancelled : {false, true}) {
            SimulatedRun run;
            ComposedRequest request = SimulatedRun::compose("INVITE");
            request.followRedirects = true;
            request.rows << ComposedRow{"Session-Expires", "60"} << ComposedRow{"Expires", "5"};
            UserAgentClient &client = run.send(request);
            if (cancelled)
                QVERIFY(client.cancel());
            run.network.answer(run.network.sent.first(), status, "p", [&](MessageDraft &d) {
                SimulatedRun::challenge("n", status == 407)(d);
                d.append(HeaderId::Contact, "<sip:bob@192.0.2.9>");
                d.append(HeaderId::MinSe, "90");
                d.append(HeaderId::MinExpires, "60");
            });
            run.clock.settle();
            QCOMPARE(run.sent("INVITE").size(), cancelled ? 1 : 2);
            if (cancelled) {
                QCOMPARE(run.ear.finished, 1);
                continue;
            }
            // Afterwards it is the new attempt that is cancelled.
            QVERIFY(client.cancel());
            QVERIFY(run.sent("CANCEL").isEmpty()); // it has no provisional answer yet
            run.network.answer(run.sent("INVITE").last(), 180);
            run.clock.settle();
            QCOMPARE(run.sent("CANCEL").size(), 1);
            QCOMPARE(run.sent("CANCEL").first().message.branch(), run.sent("INVITE").last().message.branch());
            QCOMPARE(run.sent("CANCEL").first().target, run.sent("INVITE").last().target);
        }
    }
    // dispose()
    void disposing_is_recorded_and_closes_nothing_that_is_shared()
    {
        SimulatedRun run;
        UserAgentClient &one = run.send(SimulatedRun::compose("OPTIONS"));
        run.send(SimulatedRun::compose("OPTIONS"));
        run.client(SimulatedRun::compose("OPTIONS")); // never sent: nothing was begun, nothing ends
        one.dispose();
        one.dispose();
        run.clients.pop_back();
        QCOMPARE(run.events<IntentFinished>().size(), 1);
        QCOMPARE(run.trace.last()->context.intent, one.intent());
        QCOMPARE(run.events<IntentFinished>().first().status, 0);
        QCOMPARE(run.ear.finished, 0);
        run.clock.advance(600ms);
        QCOMPARE(run.network.sent.size(), 3); // the other goes on
        run.network.answer(run.network.sent.last(), 200);
        run.clock.settle();
        QCOMPARE(run.ear.accept, QList<int>({200}));
    }
    // onRequestTimeout()
    void a_timeout_counts_what_was_sent_and_names_the_last_provisional()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("OPTIONS"));
        run.clock.advance(600ms);
        run.network.answer(run.network.sent.first(), 100);
        run.network.answer(run.network.sent.first(), 183);
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.ear.last.cause, LocalCause::TimerF);
        QCOMPARE(run.events<LocalStatus>().first().text,
                 QStringLiteral("%1 copies sent to 192.0.2.1:5060 over UDP, nothing received after the 183")
                     .arg(run.network.sent.size()));
        QCOMPARE(run.clients.front()->attempts().first().cause, LocalCause::TimerF);
    }
    // onTransportError()
    void every_cause_of_a_failed_send_reaches_the_delegate()
    {
        for (const LocalCause cause : {LocalCause::Icmp, LocalCause::Refused, LocalCause::Reset, LocalCause::Unreachable,
                                       LocalCause::Tls, LocalCause::Ws, LocalCause::TooBig}) {
            SimulatedRun run;
            run.network.refusal = TransportError{.cause = cause,
                                                 .text = QStringLiteral("as it was told"),
                                                 .systemError = 111,
                                                 .icmpType = 3,
                                                 .icmpCode = 13,
                                                 .reporter = *Endpoint::parse("192.0.2.254")};
            UserAgentClient &client = run.send(SimulatedRun::compose("INVITE"));
            QVERIFY(run.clock.runDry());
            QCOMPARE(run.ear.reject, QList<int>({503}));
            QVERIFY(run.ear.last.isLocal());
            QCOMPARE(run.ear.last.cause, cause);
            QCOMPARE(run.ear.last.error.icmpCode, 13);
            QCOMPARE(run.ear.last.error.reporter.text(), run.network.refusal->reporter.text());
            QCOMPARE(client.attempts().first().cause, cause);
            QCOMPARE(run.events<LocalStatus>().first().cause, cause);
            QCOMPARE(run.events<LocalStatus>().first().text, QStringLiteral("as it was told"));
            QVERIFY(!causeName(cause).isEmpty());
        }
    }
    // receiveResponse()
    void strange_answers_are_events_with_the_rule_they_break()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("INVITE"));
        const FakeTransport::Sent first = run.network.sent.first();
        run.network.answer(first, 180, "");
        run.network.answer(first, 700);
        run.network.answer(first, 180, "p", [](MessageDraft &d) { d.set(HeaderId::CSeq, "99 INVITE"); });
        run.network.answer(first, 180, "p", [](MessageDraft &d) {
            d.set(HeaderId::Via, d.value(HeaderId::Via).replace("z9hG4bK", "z9hG4bKforeign"));
        });
        run.network.answer(first, 200, "p");
        run.clock.settle();
        QStringList said;
        for (const TraceEventPtr &event : std::as_const(run.trace)) {
            if (const auto *received = event->as<MessageReceived>(); received && *received->rule)
                said << QLatin1String(received->rule);
            else if (const auto *note = event->as<Note>(); note && *note->rule)
                said << QLatin1String(note->rule);
        }
        for (const char *rule : {"R12.1-1", "R8.1.3.2-3", "R17.1.3-2", "R6026.8.9-1", "R13.2.2-1"})
            QCOMPARE(said.count(QLatin1String(rule)), 1);
        QCOMPARE(run.events<MessageReceived>().size(), 5);
        run.send(SimulatedRun::compose("OPTIONS"));
        run.network.answer(run.network.sent.last(), 699);
        run.clock.settle();
        QCOMPARE(run.ear.reject, QList<int>({699}));
    }
};

QTEST_GUILESS_MAIN(TestSeedContract)
#include "tst_seed_contract.moc"
