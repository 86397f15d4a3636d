// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/digest.h"
#include "practice/practice_server.h"
#include "support/practice_run.h"

/// The practice server and peers that do what the octets of a string say: any valid message in any state, answers to what it
/// asks, silence, ICMP, another behaviour. Whatever they do, all that it holds ends when they fall silent.
class RandomPractice {
public:
    /// \param script  its first octet picks the behaviour
    explicit RandomPractice(const QByteArray &script) : m_script(script), m_phone(behaviour()) {}

    /// \return what went wrong; empty: nothing
    QByteArray run()
    {
        while (m_at < m_script.size() && m_steps < 300) {
            step();
            m_phone.clock.settle();
            for (; m_seen < m_phone.run.network.sent.size(); ++m_seen)
                look(m_phone.run.network.sent[m_seen].message);
        }
        m_phone.run.network.refusal.reset();
        // A peer may have asked for a session of a day; nothing lasts longer than that and an hour.
        if (!m_phone.clock.runDry(26h))
            return "something waits for ever";
        if (m_phone.run.core.held() != diag::PracticeCore::Held{})
            return "something is held that nothing will end";
        if (m_phone.run.transactions.clientCount() != 0)
            return "a client transaction is left";
        if (m_phone.run.transactions.serverCount() != 0)
            return "a server transaction is left";
        for (const FakeTransport::Sent &one : std::as_const(m_phone.run.network.sent))
            if (!one.target.remote.isLoopback())
                return "something left this machine";
        return {};
    }
    int steps() const { return m_steps; }
    bool tookACall() const { return m_tookACall; }

private:
    int byte() { return m_at < m_script.size() ? quint8(m_script[m_at++]) : 0; }
    template<class T, size_t N> const T &pick(const T (&table)[N]) { return table[size_t(byte()) % N]; }
    bool coin(int bits, int which) const { return bits & (1 << which); }
    QByteArray behaviour()
    {
        const QList<diag::PracticeBehaviour> &all = diag::practiceBehaviours();
        return all[byte() % all.size()].example;
    }

    void step()
    {
        ++m_steps;
        switch (byte() % 10) {
        case 0:
        case 1:
        case 2:
        case 3: ask(); break;
        case 4: acknowledge(); break;
        case 5: cancel(); break;
        case 6:
        case 7: reply(); break;
        case 8: pass(); break;
        default: other(); break;
        }
    }

    void ask()
    {
        constexpr const char *methods[] = {"INVITE", "INVITE", "INVITE",  "BYE",     "PRACK",    "UPDATE",    "INFO", "MESSAGE",
                                           "REFER",  "NOTIFY", "OPTIONS", "PUBLISH", "REGISTER", "SUBSCRIBE", "FOO",  "INVITE"};
        constexpr const char *callIds[] = {"a", "b", "c"};
        constexpr const char *contacts[] = {"<sip:1001@127.0.0.1:40312>", "<sip:1001@127.0.0.1:6000>", "<sip:1001@192.0.2.9>",
                                            "<sip:1001@127.0.0.1:5070>", ""};
        const QByteArray method = pick(methods);
        const int bits = byte(), more = byte();
        m_phone.callId = pick(callIds);
        m_phone.contact = pick(contacts);
        m_phone.to = "<sip:1002@127.0.0.1:5070>";
        m_phone.supported = coin(bits, 0) ? "100rel, timer" : "";
        m_phone.sessionExpires = coin(bits, 1) ? QByteArray(coin(bits, 2) ? "30" : "200") : QByteArray();
        m_phone.allow = coin(more, 0) ? "INVITE, ACK, BYE" : "INVITE, ACK, BYE, UPDATE";
        if (coin(bits, 3) && !m_answers.isEmpty()) {
            const sip::Message &one = m_answers[more % m_answers.size()];
            m_phone.to = one.value(sip::HeaderId::To);
            m_phone.callId = one.callId().toByteArray();
        }
        sip::MessageDraft draft = m_phone.request(method, coin(bits, 4) ? PracticePhone::sdp() : QByteArray());
        if (coin(bits, 5))
            draft.append("Record-Route", coin(more, 1) ? "<sip:127.0.0.2:7000;lr>" : "<sip:192.0.2.8>");
        if (coin(bits, 6))
            draft.append("Expires", QByteArray::number(more / 4 * 20));
        if (coin(bits, 7) && coin(more, 2))
            draft.set(sip::HeaderId::CSeq, QByteArray::number(more % 8) + ' ' + method);
        decorate(draft, method);
        if (method == "INVITE")
            m_invites << draft;
        if (m_invites.size() > 6)
            m_invites.removeFirst();
        m_phone.send(draft);
    }

    void decorate(sip::MessageDraft &draft, const QByteArray &method)
    {
        constexpr const char *events[] = {"presence", "dialog", "reg", "message-summary", "refer", "weather"};
        draft.append("Event", pick(events));
        if (method == "PUBLISH" && m_phone.cseq % 2)
            draft.append("SIP-If-Match", "x");
        if (method == "REFER" || method == "SUBSCRIBE")
            draft.append("Refer-To", "<sip:carol@example.com>");
        if (method == "PRACK")
            draft.append("RAck", m_rseq + ' ' + QByteArray::number(m_rseqCseq) + " INVITE");
        if (!m_challenge.isEmpty())
            draft.append(sip::HeaderId::Authorization, credentials(draft));
    }

    QByteArray credentials(const sip::MessageDraft &draft) const
    {
        sip::DigestInput input;
        const auto values = sip::parseAuth(m_challenge);
        if (!values || values->isEmpty())
            return {};
        const auto challenge = sip::digestChallenge(values->first());
        if (!challenge)
            return {};
        input.challenge = *challenge;
        input.username = "1001";
        input.password = "s3cret";
        input.method = draft.method();
        input.uri = draft.requestUri();
        input.body = draft.body;
        input.qop = input.challenge.qops.value(0);
        input.cnonce = "c0ffee";
        return sip::writeAuthorization(input, sip::computeDigest(input));
    }

    void look(const sip::Message &message)
    {
        using sip::HeaderId;
        if (!message.isResponse())
            return;
        if (message.has(HeaderId::RSeq)) {
            m_rseq = message.value(HeaderId::RSeq);
            m_rseqCseq = message.cseqNumber();
        }
        if (message.has(HeaderId::WwwAuthenticate))
            m_challenge = message.value(HeaderId::WwwAuthenticate);
        m_tookACall = m_tookACall || (message.status() == 200 && message.cseqMethod() == "INVITE");
        m_answers << message;
        if (m_answers.size() > 12)
            m_answers.removeFirst();
    }

    void acknowledge()
    {
        const int which = byte();
        QList<sip::Message> taken;
        for (const sip::Message &one : std::as_const(m_answers))
            if (one.cseqMethod() == "INVITE" && one.status() >= 200)
                taken << one;
        if (taken.isEmpty())
            return;
        const sip::Message &one = taken[which % taken.size()];
        m_phone.callId = one.callId().toByteArray();
        m_phone.send(m_phone.ack(one));
    }

    void cancel()
    {
        if (m_invites.isEmpty())
            return;
        const sip::MessageDraft invite = m_invites[byte() % m_invites.size()];
        m_phone.callId = invite.value(sip::HeaderId::CallId);
        m_phone.send(m_phone.sameBranch(coin(byte(), 0) ? "CANCEL" : "ACK", invite));
    }

    /// An answer to anything that the server asked.
    void reply()
    {
        constexpr int statuses[] = {100, 180, 200, 200, 200, 202, 302, 401, 404, 408, 422, 481, 487, 491, 500, 503, 603};
        QList<FakeTransport::Sent> asked;
        for (const FakeTransport::Sent &one : std::as_const(m_phone.run.network.sent))
            if (one.message.isRequest() && one.message.method() != "ACK" && one.number == 1)
                asked << one;
        const int which = byte(), status = pick(statuses), bits = byte();
        if (asked.isEmpty())
            return;
        m_phone.reply(asked[std::max<qsizetype>(0, asked.size() - 1 - which % 8)], status, [&](sip::MessageDraft &draft) {
            if (coin(bits, 0))
                draft.append(sip::HeaderId::Contact, coin(bits, 1) ? "<sip:b@127.0.0.1:6001>" : "<sip:b@192.0.2.7>");
            if (coin(bits, 2))
                draft.append(sip::HeaderId::SessionExpires, coin(bits, 3) ? "90;refresher=uac" : "3600;refresher=uas");
            if (coin(bits, 4))
                draft.append(sip::HeaderId::MinSe, coin(bits, 5) ? "120" : "86400");
        });
    }

    void pass()
    {
        constexpr sip::Instant spans[] = {0s, 10ms, 300ms, 600ms, 1s, 5s, 33s, 50s, 100s, 700s, 4000s};
        m_phone.clock.advance(pick(spans));
    }

    void other()
    {
        sip::TransportUser *const user = m_phone.run.network.user();
        const sip::TransportError gone{.cause = sip::LocalCause::Unreachable, .text = QStringLiteral("gone"), .reporter = {}};
        const QList<FakeTransport::Sent> &sent = m_phone.run.network.sent;
        const int which = byte();
        switch (which % 7) {
        case 0: m_phone.run.network.refusal = gone; break;
        case 1: m_phone.run.network.refusal.reset(); break;
        case 2: m_phone.run.setBehaviour(behaviour()); break;
        case 3:
            if (!sent.isEmpty()) {
                const FakeTransport::Sent one = sent[sent.size() - 1 - byte() % std::min<qsizetype>(10, sent.size())];
                user->icmpReceived(m_phone.run.pathFrom(one.target.remote), gone, one.message.wire());
            }
            break;
        case 4: user->icmpReceived(m_phone.run.pathFrom(m_phone.source), gone, {}); break;
        case 5: // answers go to another port from now on, or back again
            m_phone.via = m_phone.viaParams.isEmpty() ? "127.0.0.1:40312" : "127.0.0.1:9";
            m_phone.viaParams = m_phone.viaParams.isEmpty() ? ";rport" : "";
            break;
        default:
            if (!m_invites.isEmpty()) // a copy
                m_phone.send(m_invites.last());
            break;
        }
    }

    const QByteArray m_script;
    qsizetype m_at = 0;
    int m_steps = 0;
    PracticePhone m_phone;
    QList<sip::MessageDraft> m_invites;
    QList<sip::Message> m_answers; ///< the last of the server
    QByteArray m_rseq = "1", m_challenge;
    qint64 m_rseqCseq = 1;
    qsizetype m_seen = 0; ///< of what was sent
    bool m_tookACall = false;
};
