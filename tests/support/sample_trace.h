// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/parser.h"
#include "trace/trace_event.h"

namespace sample {

/// Makes the trace events of small, typical flows, with documentation addresses and a clock that the maker sets.
class Trace {
public:
    explicit Trace(sip::IntentId intent, quint64 firstSeq = 1) : m_intent(intent), m_seq(firstSeq) {}

    sip::TraceBatch batch;
    sip::Path path{sip::Protocol::Udp, endpoint("192.0.2.10:40312"), endpoint("192.0.2.1:5060"), 0};

    static sip::Endpoint endpoint(QByteArrayView text) { return *sip::Endpoint::parse(text); }
    quint64 nextSeq() const { return m_seq; }
    void wait(sip::Instant time) { m_now += time; }
    void attempt(const QByteArray &why, const QByteArray &method, const QByteArray &uri = "sip:example.com")
    {
        ++m_attempt;
        m_method = method;
        m_uri = uri;
        sip::AttemptStarted started;
        started.why = why;
        started.method = method;
        started.requestUri = uri;
        started.target = {path.protocol, path.remote};
        started.branch = branch();
        started.callId = "sample@192.0.2.10";
        started.cseq = m_attempt;
        add(started);
    }
    void start(const QByteArray &method, const QByteArray &target = "sip:example.com")
    {
        add(sip::IntentStarted{{}, method, target});
        attempt("initial", method, target);
    }
    void send(quint16 copy = 1, quint16 planned = 1, const QByteArray &rows = {})
    {
        add(sip::MessageSent{
            sip::parseMessage(m_method + ' ' + m_uri + " SIP/2.0\r\n" + common() + rows + "Content-Length: 0\r\n\r\n"), path,
            copy, planned});
    }
    void receive(const QByteArray &status, const QByteArray &rows = {},
                 sip::MessageReceived::Fate fate = sip::MessageReceived::Fate::Delivered)
    {
        add(sip::MessageReceived{
            sip::parseMessage("SIP/2.0 " + status + "\r\n" + common() + rows + "Content-Length: 0\r\n\r\n"), path, fate, "", {}});
    }
    void timer(char name, sip::TimerEvent::What what, sip::Instant interval = {})
    {
        add(sip::TimerEvent{what, name, m_now + interval, interval});
    }
    void state(const char *from, const char *to, sip::StateChanged::Machine machine = sip::StateChanged::Machine::NonInviteClient)
    {
        add(sip::StateChanged{machine, from, to, ""});
    }
    void finish(int status, const QByteArray &reason, sip::LocalCause cause = sip::LocalCause::None)
    {
        add(sip::IntentFinished{status, reason, cause});
    }
    void add(sip::TraceEvent::What what)
    {
        auto event = std::make_shared<sip::TraceEvent>();
        event->seq = m_seq++;
        event->at = m_now;
        event->wallUs = 1'790'000'000'000'000 + m_now.count();
        event->context = {m_intent, m_attempt, m_attempt ? m_intent * 100 + m_attempt : 0};
        event->what = std::move(what);
        batch.append(std::move(event));
    }

private:
    QByteArray branch() const { return "z9hG4bKsample" + QByteArray::number(m_intent) + 'n' + QByteArray::number(m_attempt); }
    QByteArray common() const
    {
        return "Via: SIP/2.0/UDP 192.0.2.10:40312;branch=" + branch() +
               "\r\nFrom: <sip:alice@example.com>;tag=a1\r\nTo: <sip:alice@example.com>\r\nCall-ID: sample@192.0.2.10\r\nCSeq: " +
               QByteArray::number(m_attempt) + ' ' + m_method + "\r\n";
    }

    const sip::IntentId m_intent;
    quint64 m_seq;
    quint32 m_attempt = 0;
    sip::Instant m_now{1'000'000};
    QByteArray m_method, m_uri;
};

/// REGISTER, 401, digest, REGISTER, 200.
inline Trace registered(sip::IntentId intent = 1, quint64 firstSeq = 1)
{
    using namespace std::chrono_literals;
    using What = sip::TimerEvent::What;
    Trace t(intent, firstSeq);
    t.start("REGISTER");
    t.send(1, 11);
    t.timer('E', What::Started, 500ms);
    t.timer('F', What::Started, 32s);
    t.wait(18'300us);
    t.receive("401 Unauthorized",
              "WWW-Authenticate: Digest realm=\"example.com\", nonce=\"9f2c1e\", algorithm=SHA-256, qop=\"auth\"\r\n");
    t.state("Trying", "Completed");
    t.timer('F', What::Stopped);
    t.timer('K', What::Started, 5s);
    sip::AuthPlanned planned;
    sip::AuthDecision decision;
    decision.scheme = "Digest";
    decision.realm = "example.com";
    decision.algorithm = "SHA-256";
    decision.qop = "auth";
    decision.nonce = "9f2c1e";
    decision.answered = true;
    decision.username = "alice";
    planned.decisions << decision;
    planned.willRetry = true;
    planned.summary = QStringLiteral("SHA-256, qop=auth, realm \"example.com\", as alice");
    t.add(planned);
    t.wait(900us);
    t.attempt("challenge", "REGISTER");
    t.send(1, 11,
           "Authorization: Digest username=\"alice\", realm=\"example.com\", nonce=\"9f2c1e\", uri=\"sip:example.com\", "
           "response=\"00\"\r\n");
    t.timer('F', What::Started, 32s);
    t.wait(21'400us);
    t.receive("200 OK", "Contact: <sip:alice@192.0.2.10:40312>;expires=3600\r\n");
    t.state("Trying", "Completed");
    t.timer('F', What::Stopped);
    t.finish(200, "OK");
    return t;
}

/// Eleven copies of OPTIONS, no answer, local 408.
inline Trace timedOut(sip::IntentId intent = 2, quint64 firstSeq = 1)
{
    using namespace std::chrono_literals;
    using What = sip::TimerEvent::What;
    Trace t(intent, firstSeq);
    t.start("OPTIONS");
    t.send(1, 11);
    t.timer('E', What::Started, 500ms);
    t.timer('F', What::Started, 32s);
    sip::Instant interval = 500ms, passed{};
    for (quint16 copy = 2; copy <= 11; ++copy) {
        t.wait(interval);
        passed += interval;
        t.timer('E', What::Fired);
        t.send(copy, 11);
        interval = std::min<sip::Instant>(interval * 2, 4s);
        t.timer('E', What::Started, interval);
    }
    t.wait(32s - passed);
    t.timer('F', What::Fired);
    t.state("Trying", "Terminated");
    t.add(sip::LocalStatus{408,
                           "Request Timeout",
                           sip::LocalCause::TimerF,
                           QStringLiteral("11 copies sent to 192.0.2.1:5060, nothing received"),
                           {}});
    t.finish(408, "Request Timeout", sip::LocalCause::TimerF);
    return t;
}

/// The port is closed: ICMP, local 503.
inline Trace refused(sip::IntentId intent = 3, quint64 firstSeq = 1)
{
    using namespace std::chrono_literals;
    Trace t(intent, firstSeq);
    t.start("OPTIONS");
    t.send(1, 11);
    t.timer('F', sip::TimerEvent::What::Started, 32s);
    t.wait(310us);
    sip::TransportError error;
    error.cause = sip::LocalCause::Refused;
    error.text = QStringLiteral("nothing listens on 192.0.2.1:5060 (connection refused)");
    error.icmpType = 3;
    error.icmpCode = 3;
    t.add(sip::IcmpReceived{t.path, error});
    t.state("Trying", "Terminated");
    t.add(sip::LocalStatus{503, "Service Unavailable", sip::LocalCause::Refused, error.text, error});
    t.finish(503, "Service Unavailable", sip::LocalCause::Refused);
    return t;
}

/// INVITE, 100, 180, CANCEL, 200 to it, 487, ACK.
inline Trace cancelled(sip::IntentId intent = 4, quint64 firstSeq = 1)
{
    using namespace std::chrono_literals;
    using What = sip::TimerEvent::What;
    using Machine = sip::StateChanged::Machine;
    Trace t(intent, firstSeq);
    t.start("INVITE", "sip:bob@example.com");
    t.send(1, 7);
    t.timer('A', What::Started, 500ms);
    t.timer('B', What::Started, 32s);
    t.wait(12ms);
    t.receive("100 Trying");
    t.state("Calling", "Proceeding", Machine::InviteClient);
    t.timer('A', What::Stopped);
    t.timer('B', What::Stopped);
    t.wait(340ms);
    t.receive("180 Ringing");
    t.wait(2400ms);
    t.attempt("cancel", "CANCEL", "sip:bob@example.com");
    t.send(1, 11);
    t.timer('F', What::Started, 32s);
    t.wait(9ms);
    t.receive("200 OK");
    t.timer('F', What::Stopped);
    t.wait(3ms);
    t.attempt("ack", "ACK", "sip:bob@example.com");
    t.receive("487 Request Terminated");
    t.receive("487 Request Terminated", {}, sip::MessageReceived::Fate::Copy);
    t.send();
    t.finish(487, "Request Terminated");
    return t;
}

/// \a count copies of a small answer: rows in bulk.
inline Trace many(int count, sip::IntentId intent = 9, quint64 firstSeq = 1)
{
    Trace t(intent, firstSeq);
    t.start("OPTIONS");
    for (int i = 0; i < count; i += 2) {
        t.wait(sip::Instant(1000));
        t.add(sip::Note{sip::Note::Level::Info, QStringLiteral("Row number %1").arg(i), ""});
        t.timer(i % 4 ? 'E' : 'F', sip::TimerEvent::What::Fired);
    }
    return t;
}

} // namespace sample
