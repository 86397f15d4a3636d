// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/simulated_run.h"

using namespace std::chrono_literals;

/// A user agent and a peer that do what the octets of a string say: valid messages in any order, lies, silence, time that passes.
/// Whatever they do, every intent ends, and nothing is left.
class RandomDialogue : private sip::IncomingCalls {
public:
    explicit RandomDialogue(const QByteArray &script) : m_script(script) {}
    ~RandomDialogue() override { m_run.core.setIncomingCalls(nullptr); }

    /// \return what went wrong; empty: nothing
    QByteArray run()
    {
        start();
        while (m_at < m_script.size() && m_steps < 400)
            step();
        m_run.network.peer = {};
        m_run.network.refusal.reset();
        m_client->cancel();
        m_run.clock.advance(std::chrono::minutes(5));
        if (!m_client->isFinished()) {
            m_client->cancel(); // what could not be cancelled then
            m_client->stop();
        }
        if (!m_client->isFinished())
            return "an intent that was cancelled has not ended";
        m_client->dispose();
        m_run.clock.advance(std::chrono::minutes(5));
        if (m_run.core.transactions().clientCount() != 0)
            return "a client transaction is left";
        if (m_run.core.transactions().serverCount() != 0)
            return "a server transaction is left";
        if (m_run.ear.finished > 1)
            return "an intent ended twice";
        return {};
    }
    /// The same with a user who only begins: nobody cancels, hangs up, answers by hand or closes, and in the end the peer is
    /// silent or gone. What ends is ended by timers, the last of them within \a bound.
    QByteArray runAlone(sip::Instant bound = 2h)
    {
        m_alone = true;
        const bool called = byte() % 4 == 0;
        called ? startCalled() : start();
        while (m_client && m_at < m_script.size() && m_steps < 400)
            stepOfPeer();
        if (!m_client)
            return {}; // that was no call
        if (byte() % 2)
            m_run.network.refusal.reset();
        if (!m_run.clock.runDry(bound))
            return "something is still armed long after the peer fell silent";
        if (!m_client->isFinished())
            return "an intent that nobody ended goes on for ever";
        if (m_run.ear.finished != 1)
            return "an intent ended " + QByteArray::number(m_run.ear.finished) + " times";
        if (m_run.core.transactions().clientCount() != 0)
            return "a client transaction is left";
        if (m_run.core.transactions().serverCount() != 0)
            return "a server transaction is left";
        return {};
    }
    int steps() const { return m_steps; }

private:
    sip::IntentId intentFor(const sip::Message &) override { return m_client ? 0 : 1; }
    void take(sip::IntentId, sip::ServerTransaction &invite) override
    {
        m_client = &m_run.client(m_settings);
        m_client->receive(invite);
    }

    int byte() { return m_at < m_script.size() ? quint8(m_script[m_at++]) : 0; }
    template<class T, size_t N> const T &pick(const T (&table)[N]) { return table[size_t(byte()) % N]; }
    bool coin(int bits, int which) const { return bits & (1 << which); }

    /// An intent that the peer begins.
    void startCalled()
    {
        constexpr int statuses[] = {0, 100, 180, 183, 200, 200, 200, 486, 600};
        const int bits = byte();
        m_settings.method = "INVITE";
        sip::CannedAnswer canned{.method = "INVITE", .steps = {}}; // without a step: by hand, and there is no hand
        for (int i = 0; i < bits % 4; ++i)
            canned.steps.append({coin(bits, 4 + i) ? 1s : 0s, pick(statuses), coin(bits, 3)});
        m_settings.answers = {canned, {.method = "INFO", .steps = {}}};
        m_run.core.setIncomingCalls(this);
        m_run.network.receive(
            "INVITE sip:alice@192.0.2.10 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKin\r\n"
            "Max-Forwards: 70\r\nFrom: <sip:bob@example.com>;tag=a\r\nTo: <sip:alice@example.com>\r\nCall-ID: in\r\n"
            "CSeq: 1 INVITE\r\nContact: <sip:bob@192.0.2.1>\r\nSupported: 100rel\r\n" +
            QByteArray(coin(bits, 7) ? "Session-Expires: 90\r\n" : "") + "\r\n");
        m_run.clock.settle();
    }

    void start()
    {
        constexpr const char *methods[] = {"INVITE", "SUBSCRIBE", "REFER", "REGISTER", "PUBLISH", "OPTIONS", "FOO"};
        sip::ComposedRequest request = SimulatedRun::compose(pick(methods));
        const int bits = byte();
        request.hangUpAfter = !coin(bits, 0) ? sip::Instant(2s) : m_alone ? 0s : sip::ComposedRequest::Never;
        request.keepFor = coin(bits, 1) && !m_alone ? sip::ComposedRequest::Never
                          : coin(bits, 2)           ? sip::Instant(900s)
                                                    : sip::Instant(0s);
        if (coin(bits, 3))
            request.body = sdp();
        if (coin(bits, 4))
            request.then = {{.method = "INFO", .rows = {}, .body = {}},
                            {.method = "INVITE", .rows = {}, .body = {}, .offer = sip::NextRequest::Offer::Hold}};
        if (coin(bits, 5))
            request.answers = {{.method = "INVITE", .steps = {{0s, 180}, {1s, 200}}},
                               {.method = "FOO", .steps = {}},
                               {.method = "INFO", .steps = {{0s, 0}}}};
        request.rows << sip::ComposedRow{"Contact", "<sip:alice@192.0.2.10>"} << sip::ComposedRow{"Event", "presence"}
                     << sip::ComposedRow{"Expires", coin(bits, 6) ? "600" : "5"}
                     << sip::ComposedRow{"Refer-To", "<sip:c@example.com>"};
        if (coin(bits, 7))
            request.rows << sip::ComposedRow{"Session-Expires", "90"};
        m_client = &m_run.client(request);
        m_client->send();
    }

    void step()
    {
        ++m_steps;
        switch (byte() % 9) {
        case 0: next(); break;
        case 1: m_client->cancel("SIP;cause=200"); break;
        case 2:
        case 3:
        case 4: answer(); break;
        case 5:
        case 6: ask(); break;
        case 7: pass(); break;
        default: other(); break;
        }
        m_run.clock.settle();
    }

    void stepOfPeer()
    {
        ++m_steps;
        switch (byte() % 8) {
        case 0:
        case 1:
        case 2: answer(); break;
        case 3:
        case 4:
        case 5: ask(); break;
        case 6: pass(); break;
        default:
            if (byte() % 8)
                m_run.network.refusal.reset();
            else
                m_run.network.refusal =
                    sip::TransportError{.cause = sip::LocalCause::Unreachable, .text = QStringLiteral("gone"), .reporter = {}};
        }
        m_run.clock.settle();
    }

    void next()
    {
        constexpr const char *methods[] = {"INFO",      "INVITE", "UPDATE",  "BYE", "REFER",
                                           "SUBSCRIBE", "PRACK",  "MESSAGE", "FOO", "CANCEL"};
        sip::NextRequest request{.method = pick(methods), .rows = {{"Event", "presence"}}, .body = {}};
        const int bits = byte();
        request.offer = sip::NextRequest::Offer(bits % 4);
        if (coin(bits, 4))
            request.body = sdp();
        m_client->next(coin(bits, 5) ? tag() : QByteArray(), request);
    }

    /// Any answer to anything that was sent.
    void answer()
    {
        QList<FakeTransport::Sent> requests;
        for (const FakeTransport::Sent &one :
             std::as_const(m_run.network.sent).last(std::min<qsizetype>(40, m_run.network.sent.size())))
            if (one.message.isRequest() && one.message.method() != "ACK")
                requests << one;
        if (requests.isEmpty())
            return;
        constexpr int statuses[] = {100, 180, 183, 199, 200, 200, 200, 202, 299, 302, 401, 407, 408,
                                    412, 422, 423, 481, 487, 488, 489, 491, 500, 503, 603, 699};
        const FakeTransport::Sent &one = requests[byte() % requests.size()];
        const int status = pick(statuses), bits = byte(), more = byte();
        sip::MessageDraft draft = sip::MessageDraft::response(one.message, status, "X", tag());
        decorate(draft, bits, more);
        m_run.network.receive(distorted(draft, byte()), m_run.network.pathTo(one.target));
    }

    /// Mostly as it is; else with one thing that does not fit, or missing.
    static QByteArray distorted(sip::MessageDraft &draft, int how)
    {
        using sip::HeaderId;
        switch (how % 24) {
        case 1: draft.set(HeaderId::CSeq, QByteArray::number(how) + " INVITE"); break;
        case 2: draft.set(HeaderId::CSeq, draft.value(HeaderId::CSeq) + "X"); break;
        case 3: draft.set(HeaderId::CSeq, draft.value(HeaderId::CSeq).replace("INVITE", "ACK")); break;
        case 4: draft.set(HeaderId::From, "<sip:alice@example.com>;tag=foreign"); break;
        case 5: draft.set(HeaderId::To, "<sip:bob@example.com>;tag=foreign"); break;
        case 6: draft.set(HeaderId::CallId, "foreign"); break;
        case 7: draft.prepend(HeaderId::Via, "SIP/2.0/UDP 192.0.2.99;branch=z9hG4bKforeign"); break;
        case 8: draft.set(HeaderId::Via, "SIP/2.0/UDP 192.0.2.99;branch=z9hG4bKforeign"); break;
        case 9: draft.remove(HeaderId::To); break;
        case 10: draft.remove(HeaderId::Via); break;
        case 11: {
            constexpr const char *statuses[] = {"0", "99", "700", "4294967301"};
            return draft.toBytes().replace(8, 3, statuses[(how / 24) % 4]);
        }
        case 12: return draft.toBytes().left(40 + how);
        default: break;
        }
        return draft.toBytes();
    }

    void decorate(sip::MessageDraft &draft, int bits, int more)
    {
        using sip::HeaderId;
        if (coin(bits, 0))
            draft.append(HeaderId::Contact, coin(more, 0) ? "<sip:peer@192.0.2.77:5070>" : "<sip:alice@192.0.2.10>;expires=60");
        if (coin(bits, 1))
            draft.append(HeaderId::RecordRoute, coin(more, 1) ? "<sip:192.0.2.5;lr>" : "<sip:192.0.2.6>");
        if (coin(bits, 2)) {
            draft.append(HeaderId::Require, "100rel");
            draft.append(HeaderId::RSeq, QByteArray::number(1 + more % 5));
        }
        if (coin(bits, 3)) {
            draft.append(HeaderId::ContentType, "application/sdp");
            draft.body = coin(more, 2) ? sdp() : "v=0\r\nm=audio";
        }
        if (coin(bits, 4))
            draft.append(HeaderId::SessionExpires, coin(more, 3) ? "90;refresher=uac" : "120;refresher=uas");
        if (coin(bits, 5))
            draft.append(HeaderId::Expires, QByteArray::number(more * 3));
        if (coin(bits, 6)) {
            draft.append(HeaderId::WwwAuthenticate,
                         "Digest realm=\"example.com\", nonce=\"n" + QByteArray::number(more % 3) + "\", qop=\"auth\"");
            draft.append(HeaderId::MinSe, QByteArray::number(90 + more));
            draft.append(HeaderId::MinExpires, QByteArray::number(60 + more));
        }
        if (coin(bits, 7)) {
            draft.append(HeaderId::SipEtag, "t" + QByteArray::number(more));
            draft.append(HeaderId::AuthenticationInfo, "nextnonce=\"x" + QByteArray::number(more) + '"');
            draft.append(HeaderId::Allow, "INVITE, UPDATE");
        }
    }

    /// Any request of the peer.
    void ask()
    {
        const bool called = m_settings.method == "INVITE";
        if (m_client->attempts().isEmpty() && !called)
            return;
        constexpr const char *methods[] = {"INVITE", "UPDATE", "BYE",   "INFO",    "NOTIFY",  "NOTIFY", "ACK",
                                           "CANCEL", "PRACK",  "REFER", "OPTIONS", "MESSAGE", "FOO"};
        const QByteArray method = pick(methods);
        const int bits = byte(), more = byte();
        const QByteArray cseq = QByteArray::number(more % 16);
        sip::MessageDraft draft = sip::MessageDraft::request(method, "sip:alice@192.0.2.10");
        const QByteArray branch = "z9hG4bKp" + cseq + (method == "ACK" || method == "CANCEL" ? QByteArray("INVITE") : method) +
                                  QByteArray::number(bits % 3);
        draft.append(sip::HeaderId::Via, "SIP/2.0/UDP 192.0.2.1:5060;branch=" + branch);
        draft.append(sip::HeaderId::From, "<sip:bob@example.com>;tag=" + tag());
        draft.append(sip::HeaderId::To, called ? ourTag() : m_client->attempts().first().request.value(sip::HeaderId::From));
        draft.append(sip::HeaderId::CallId,
                     called ? QByteArray("in") : m_client->attempts().first().request.callId().toByteArray());
        draft.append(sip::HeaderId::CSeq, cseq + ' ' + method);
        if (method == "NOTIFY") {
            constexpr const char *states[] = {"active;expires=60", "pending",   "terminated;reason=noresource",
                                              "active;expires=0",  "rubbish;;", ""};
            draft.append(sip::HeaderId::Event, coin(more, 6) ? "refer" : coin(more, 7) ? "dialog" : "presence");
            draft.append(sip::HeaderId::SubscriptionState, states[size_t(more) % std::size(states)]);
        }
        if (method == "PRACK")
            draft.append(sip::HeaderId::RAck, cseq + " 1 INVITE");
        decorate(draft, bits & ~4, more);
        m_run.network.receive(distorted(draft, byte()));
    }

    void pass()
    {
        constexpr sip::Instant spans[] = {0s, 10ms, 500ms, 5s, 33s, 100s, 700s};
        m_run.clock.advance(pick(spans));
    }

    void other()
    {
        const int which = byte();
        if (which % 4 == 0) {
            m_run.network.refusal =
                sip::TransportError{.cause = sip::LocalCause::Unreachable, .text = QStringLiteral("gone"), .reporter = {}};
        } else if (which % 4 == 1) {
            m_run.network.refusal.reset();
        } else if (which % 4 == 2 && !m_run.trace.isEmpty()) {
            m_client->answer(m_run.trace[(which * 7) % m_run.trace.size()]->context.transaction,
                             {.status = 100 + which * 2, .reason = {}, .rows = {}, .body = {}});
        } else if (which > 250) {
            m_client->stop();
        }
    }

    /// To of a request in the dialog that the peer began: with our tag as soon as there was an answer.
    QByteArray ourTag() const
    {
        for (const FakeTransport::Sent &one : m_run.network.sent)
            if (one.message.isResponse() && one.message.cseqMethod() == "INVITE" && !one.message.toTag().isEmpty())
                return one.message.value(sip::HeaderId::To);
        return "<sip:alice@example.com>";
    }
    QByteArray tag()
    {
        constexpr const char *tags[] = {"a", "a", "a", "b", "c", ""};
        return pick(tags);
    }
    static QByteArray sdp()
    {
        return "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 0 8\r\n";
    }

    const QByteArray m_script;
    qsizetype m_at = 0;
    int m_steps = 0;
    bool m_alone = false;
    sip::ComposedRequest m_settings; ///< of the call that comes in, when there is one
    SimulatedRun m_run;
    sip::UserAgentClient *m_client = nullptr;
};
