// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/auth_planner.h"
#include "message/message_draft.h"
#include "message/parser.h"
#include "models/flow_store.h"

/// A REGISTER with a resend, a challenge, its answer and a 200, as the engine would report it. Rows by name in the members.
class InspectorFlow {
public:
    explicit InspectorFlow(const QByteArray &password = "secret")
    {
        m_request.credentials = {{"example.com", "alice", password, {}, {}}};
    }

    sip::TraceBatch batch;
    sip::ComposedRequest m_request;
    quint64 firstCopy = 0, secondCopy = 0, challenge = 0, auth = 0, answered = 0, ok = 0, timerE = 0;
    qint64 wallUs = 1'700'000'000'000'000;

    static sip::Message registerRequest()
    {
        return sip::parseMessage("REGISTER sip:example.com SIP/2.0\r\n"
                                 "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKfirst;rport\r\n"
                                 "Max-Forwards: 70\r\n"
                                 "From: \"Alice\" <sip:alice@example.com>;tag=a1\r\n"
                                 "To: <sip:alice@example.com>\r\n"
                                 "Call-ID: 5f2c@192.0.2.1\r\n"
                                 "CSeq: 1 REGISTER\r\n"
                                 "Contact: <sip:alice@192.0.2.1:5060;transport=udp>;expires=300\r\n"
                                 "Allow: INVITE, ACK, BYE, CANCEL, OPTIONS\r\n"
                                 "Content-Length: 0\r\n\r\n");
    }
    /// \param status  of the answer to the request with credentials; 0: none, it is still open
    void build(int status = 200)
    {
        using namespace sip;
        const Message first = registerRequest();
        begin(1, 10, first, "initial");
        timer(TimerEvent::What::Fired, 'E', 10, 1);
        timerE = batch.last()->seq;
        secondCopy = send(first, 10, 1, 2);
        timer(TimerEvent::What::Started, 'E', 10, 1, Instant(1'000'000));
        const Message refusal =
            response(first, 401, "Unauthorized",
                     "WWW-Authenticate: Digest realm=\"example.com\", nonce=\"84a4cc6f3082121f32b42a2187831a9e\","
                     " algorithm=SHA-256, qop=\"auth,auth-int\", opaque=\"5ccc069c\"\r\n"
                     "WWW-Authenticate: Digest realm=\"example.com\", nonce=\"n-md5\", qop=\"auth\"\r\n"
                     "WWW-Authenticate: Basic realm=\"example.com\"\r\n");
        challenge = receive(refusal, 10, 1);
        end(10, 1);
        SeededRandom random(3);
        const AuthPlan plan = planAuthentication(refusal, first, m_request.credentials, m_request.authPolicy, {}, random);
        auth = add({1, 1, 10}, plan.report);
        if (!plan.retry)
            return;

        MessageDraft retry = MessageDraft::from(first);
        retry.set(HeaderId::Via, "SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKsecond;rport");
        retry.set(HeaderId::CSeq, "2 REGISTER");
        retry.append(HeaderId::Authorization, plan.rows.first().value);
        const Message second = retry.toMessage();
        begin(2, 11, second, "challenge");
        answered = batch.last()->seq;
        if (status == 0)
            return;
        DigestCredentials sent = *digestCredentials(parseAuth(plan.rows.first().value)->first());
        sent.input.password = m_request.credentials.first().password;
        sent.input.method = "REGISTER";
        ok = receive(response(second, status, status == 200 ? "OK" : "Forbidden",
                              "Authentication-Info: rspauth=\"" + computeDigest(sent.input).rspauthExpected + "\", qop=auth\r\n"),
                     11, 2);
        end(11, 2);
        add({1, 0, 0}, IntentFinished{status, status == 200 ? "OK" : "Forbidden", LocalCause::None});
    }
    /// Any message as one more row. \return its row
    quint64 addReceived(const QByteArray &wire) { return receive(sip::parseMessage(wire), 11, 2); }
    void fill(ui::FlowStore &store)
    {
        store.remember(1, m_request);
        store.append(batch, 0);
    }

    quint64 add(const sip::TraceContext &context, sip::TraceEvent::What what)
    {
        auto event = std::make_shared<sip::TraceEvent>();
        event->seq = ++m_seq;
        m_at += sip::Instant(12'345);
        event->at = m_at;
        event->wallUs = wallUs + m_at.count();
        event->context = context;
        event->what = std::move(what);
        batch.append(event);
        return m_seq;
    }

private:
    static sip::Path path()
    {
        return {sip::Protocol::Udp, *sip::Endpoint::parse("192.0.2.1:5060"), *sip::Endpoint::parse("192.0.2.10:5060"), 0};
    }
    static sip::Message response(const sip::Message &request, int status, const QByteArray &reason, const QByteArray &rows)
    {
        QByteArray wire = sip::MessageDraft::response(request, status, reason, "b2").toBytes();
        wire.insert(wire.indexOf("Content-Length"), rows);
        return sip::parseMessage(wire);
    }
    void begin(quint32 attempt, sip::TransactionId transaction, const sip::Message &request, const QByteArray &why)
    {
        using namespace sip;
        const TraceContext context{1, attempt, transaction};
        if (attempt == 1)
            add({1, 0, 0}, IntentStarted{QStringLiteral("Register"), "REGISTER", "sip:example.com"});
        add(context, AttemptStarted{why,
                                    "REGISTER",
                                    "sip:example.com",
                                    {Protocol::Udp, path().remote},
                                    request.branch().toByteArray(),
                                    request.callId().toByteArray(),
                                    attempt});
        add(context, StateChanged{StateChanged::Machine::NonInviteClient, "", "Trying", "R17.1.2.2-1"});
        timer(TimerEvent::What::Started, 'F', transaction, attempt, Instant(32'000'000));
        timer(TimerEvent::What::Started, 'E', transaction, attempt, Instant(500'000));
        const quint64 seq = send(request, transaction, attempt, 1);
        if (attempt == 1)
            firstCopy = seq;
    }
    void end(sip::TransactionId transaction, quint32 attempt)
    {
        using namespace sip;
        timer(TimerEvent::What::Stopped, 'E', transaction, attempt);
        timer(TimerEvent::What::Stopped, 'F', transaction, attempt);
        add({1, attempt, transaction},
            StateChanged{StateChanged::Machine::NonInviteClient, "Trying", "Completed", "R17.1.2.2-7"});
        timer(TimerEvent::What::Started, 'K', transaction, attempt, Instant(5'000'000));
    }
    quint64 send(const sip::Message &message, sip::TransactionId transaction, quint32 attempt, quint16 copy)
    {
        return add({1, attempt, transaction}, sip::MessageSent{message, path(), copy, 11});
    }
    quint64 receive(const sip::Message &message, sip::TransactionId transaction, quint32 attempt)
    {
        return add({1, attempt, transaction},
                   sip::MessageReceived{message, path(), sip::MessageReceived::Fate::Delivered, "", {}});
    }
    void timer(sip::TimerEvent::What what, char name, sip::TransactionId transaction, quint32 attempt, sip::Instant interval = {})
    {
        add({1, attempt, transaction}, sip::TimerEvent{what, name, m_at + interval, interval});
    }

    quint64 m_seq = 0;
    sip::Instant m_at{};
};
