// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogues/rfc_flow.h"
#include "support/simulated_run.h"

/// Everybody else in a flow: sends what the RFC shows, as soon as our side has sent what comes before it there. Via, CSeq and
/// tags are those of this run; nobody waits for what our side sends beside the flow.
class FlowPeer {
public:
    using Hosts = QHash<QByteArray, QByteArray>; ///< participant to "192.0.2.1:5060"

    FlowPeer(SimulatedRun &run, QList<RfcMessage> leg, Hosts hosts, QByteArray session)
        : m_run(run), m_leg(std::move(leg)), m_hosts(std::move(hosts)), m_session(std::move(session))
    {
        m_run.network.peer = [this](const FakeTransport::Sent &one) {
            sent << one;
            play();
        };
        play();
    }
    ~FlowPeer() { m_run.network.peer = {}; }

    QList<FakeTransport::Sent> sent; ///< by our side
    bool isOver() const { return m_next == m_leg.size(); }

private:
    void play()
    {
        for (; m_next < m_leg.size() && m_leg[m_next].ours; ++m_next, ++m_heard)
            if (m_heard == sent.size())
                return;
        if (m_next == m_leg.size() || m_speaking)
            return;
        m_speaking = true;
        m_run.clock.at(m_run.clock.now() + pause(), [this] {
            m_speaking = false;
            speak(m_leg[m_next++]);
            play();
        });
    }
    /// People take their time to answer and to hang up; their programs do not.
    sip::Instant pause()
    {
        using namespace std::chrono_literals;
        const RfcMessage &next = m_leg[m_next];
        if (m_next == 0)
            return {};
        if (next.resend)
            return m_copyAfter = m_copyAfter == sip::Instant::zero() ? 500ms : 2 * m_copyAfter;
        const sip::Message &before = m_leg[m_next - 1].message;
        if (next.message.isRequest())
            return next.message.method() == "ACK" ? 0s : 3s;
        return next.message.status() >= 200 && before.status() / 100 == 1 ? 2s : 0s;
    }
    void speak(const RfcMessage &said)
    {
        if (said.message.isResponse()) {
            const FakeTransport::Sent &asked = ofOurs(said.message);
            m_run.network.receive(answered(asked.message, said.message).toBytes(), m_run.network.pathTo(asked.target));
            return;
        }
        const sip::MessageDraft draft = asked(said.message);
        const auto via = sip::parseVia(draft.value(sip::HeaderId::Via));
        const sip::Protocol protocol = via->transport == "TCP" ? sip::Protocol::Tcp : sip::Protocol::Udp;
        m_run.network.receive(draft.toBytes(), m_run.network.pathTo({protocol, *sip::Endpoint::parse(m_hosts.value(said.from))}));
    }
    /// The request of ours that an answer of the flow belongs to.
    const FakeTransport::Sent &ofOurs(const sip::Message &answer) const
    {
        const auto found = std::find_if(sent.crbegin(), sent.crend(), [&answer](const FakeTransport::Sent &one) {
            return one.message.isRequest() && one.message.method() == answer.cseqMethod();
        });
        Q_ASSERT(found != sent.crend());
        return *found;
    }
    sip::MessageDraft answered(const sip::Message &request, const sip::Message &answer) const
    {
        using sip::HeaderId;
        sip::MessageDraft draft = sip::MessageDraft::response(request, answer.status(), answer.reasonPhrase().toByteArray(),
                                                              answer.toTag().toByteArray());
        for (qsizetype i = 0; i < answer.headerCount(); ++i) {
            const HeaderId id = answer.header(i).id;
            const bool ofRun = id == HeaderId::Via || id == HeaderId::From || id == HeaderId::To || id == HeaderId::CallId ||
                               id == HeaderId::CSeq || id == HeaderId::ContentLength;
            if (!ofRun)
                draft.append(answer.name(answer.header(i)).toByteArray(), answer.value(answer.header(i)));
        }
        withSession(draft, answer);
        return draft;
    }
    sip::MessageDraft asked(const sip::Message &request) const
    {
        using sip::HeaderId;
        sip::MessageDraft draft = sip::MessageDraft::from(request);
        if (!request.toTag().isEmpty() && !sent.isEmpty()) {
            const sip::Message &last = sent.last().message;
            QByteArray to = request.value(HeaderId::To);
            to.replace(request.toTag().toByteArray(), (last.isRequest() ? last.fromTag() : last.toTag()).toByteArray());
            draft.set(HeaderId::To, to);
            draft.set(HeaderId::CallId, last.callId().toByteArray());
        }
        withSession(draft, request);
        return draft;
    }
    /// Some RFCs leave the session description out where they print the Content-Type of one.
    void withSession(sip::MessageDraft &draft, const sip::Message &printed) const
    {
        draft.body = printed.body().toByteArray();
        if (printed.value(sip::HeaderId::ContentType) == "application/sdp" && printed.body().trimmed().isEmpty())
            draft.body = m_session;
        draft.remove(sip::HeaderId::ContentLength);
    }

    SimulatedRun &m_run;
    const QList<RfcMessage> m_leg;
    const Hosts m_hosts;
    const QByteArray m_session;
    qsizetype m_next = 0, m_heard = 0; ///< of the leg; of what our side sent
    bool m_speaking = false;
    sip::Instant m_copyAfter{};
};
