// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message_draft.h"
#include "message/parser.h"
#include "timing/scheduler.h"
#include "trace/trace_recorder.h"
#include "transport/kept_flows.h"
#include "transport/transport.h"

#include <QList>

#include <functional>

/// A network without sockets: remembers what was sent and when, and lets the test hand in what arrives.
class FakeTransport final : public sip::TransportService, private sip::FlowPinger {
public:
    struct Sent {
        sip::Instant at{};
        sip::TraceContext context;
        sip::TransportAddress target;
        sip::Message message;
        quint32 connection = 0;
        quint16 number = 1;
    };

    explicit FakeTransport(sip::Scheduler &scheduler, sip::TraceRecorder *recorder = nullptr)
        : m_scheduler(scheduler), m_recorder(recorder)
    {}

    QList<Sent> sent;
    std::function<void(const Sent &)> peer;                           ///< asked for every message sent, from the event loop
    sip::Instant delay{};                                             ///< one way
    sip::Instant opening{};                                           ///< before the first message to a remote goes, on a stream
    sip::Endpoint address = *sip::Endpoint::parse("192.0.2.10:5060"); ///< ours
    std::optional<sip::Error> unroutable;                             ///< what localEndpoint() answers, if set
    std::optional<sip::TransportError> refusal;                       ///< every send fails so, if set
    QList<sip::Protocol> refusing;                                    ///< the protocols refusal is for; empty: all
    sip::PathMtu mtu;
    quint32 inUse = 1;        ///< the connection, where there are any
    bool answersPings = true; ///< the peer does, at once
    QList<sip::Instant> pings;

    sip::Endpoint local() const { return address; }
    sip::Path pathTo(const sip::TransportAddress &target) const
    {
        return {target.protocol, local(), target.remote, sip::isReliable(target.protocol) ? inUse : 0U};
    }

    void setUser(sip::TransportUser *user) override { m_user = user; }
    sip::Expected<sip::Endpoint> localEndpoint(const sip::TransportAddress &) override
    {
        if (unroutable)
            return *unroutable;
        return local();
    }
    sip::PathMtu pathMtu(const sip::Endpoint &) override { return mtu; }
    void send(const sip::TraceContext &context, const sip::TransportAddress &target, const sip::Message &message,
              quint32 connection, quint16 sendNumber, quint16 planned) override
    {
        const Sent one{m_scheduler.now(), context, target, message, connection, sendNumber};
        sent.append(one);
        if (m_recorder)
            m_recorder->record(context, sip::MessageSent{message, pathTo(target), sendNumber, planned,
                                                         sip::isReliable(target.protocol) ? 0 : mtu.octets});
        if (refusal && (refusing.isEmpty() || refusing.contains(target.protocol)))
            m_scheduler.at(m_scheduler.now(), [this, one] { m_user->sendFailed(one.context, pathTo(one.target), *refusal); });
        else if (peer)
            m_scheduler.at(m_scheduler.now() + delay + openingTo(target), [this, one] {
                if (peer)
                    peer(one);
            });
    }

    /// Hands in one message, after the delay, from the event loop.
    void receive(const QByteArray &wire, const sip::Path &path)
    {
        m_scheduler.at(m_scheduler.now() + delay, [this, wire, path] { m_user->messageReceived(sip::parseMessage(wire), path); });
    }
    void receive(const QByteArray &wire) { receive(wire, pathTo({sip::Protocol::Udp, *sip::Endpoint::parse("192.0.2.1:5060")})); }
    /// Answers a message that was sent, along its way. \param edit  changes the answer before it goes
    void answer(const Sent &one, int status, const QByteArray &toTag = "peer",
                const std::function<void(sip::MessageDraft &)> &edit = {})
    {
        sip::MessageDraft draft = sip::MessageDraft::response(one.message, status, sip::defaultReason(status).toByteArray(),
                                                              status > 100 ? toTag : QByteArray());
        if (edit)
            edit(draft);
        receive(draft.toBytes(), pathTo(one.target));
    }

    Keeping keepFlow(const sip::TraceContext &context, const sip::Path &flow, const sip::PingInterval &every,
                     std::function<void(const sip::TransportError &)> failed) override
    {
        return m_kept.keep(context, flow, every, std::move(failed));
    }
    void stopKeeping(Keeping keeping) override { m_kept.stop(keeping); }
    void leaveFlow(const sip::Path &flow) override
    {
        if (flow.connection == inUse)
            ++inUse;
    }
    bool isKept(const sip::Path &flow) const { return m_kept.isKept(flow); }
    /// The flow ends, as when its connection does.
    void endFlow(const sip::Path &flow, const QString &why)
    {
        sip::TransportError error;
        error.cause = sip::LocalCause::Reset;
        error.text = why;
        leaveFlow(flow);
        if (sip::isReliable(flow.protocol))
            m_scheduler.at(m_scheduler.now(), [this, flow, error] { m_user->connectionLost(flow, error); });
        m_kept.ended(flow, error);
    }

    sip::TransportUser *user() { return m_user; }

private:
    bool isOpen(const sip::Path &flow) const override { return flow.connection == 0 || flow.connection == inUse; }
    void ping(const sip::TraceContext &context, const sip::Path &flow, int copy) override
    {
        pings << m_scheduler.now();
        tell(context, {.path = flow, .received = false, .send = quint16(copy)});
        if (answersPings)
            if (const auto answer = m_kept.answered(flow, m_scheduler.now()))
                tell(answer->context, {.path = flow, .ping = false});
    }
    bool isReceiving(const sip::Path &) const override { return false; }
    void unanswered(const sip::TraceContext &context, const sip::Path &flow, const sip::TransportError &error) override
    {
        tell(context, {.path = flow, .received = false, .ping = false, .lost = true, .text = error.text});
        endFlow(flow, error.text);
    }
    void released(const sip::Path &) override {}
    void tell(const sip::TraceContext &context, const sip::KeepAlive &event)
    {
        if (m_recorder)
            m_recorder->record(context, event);
    }
    sip::Instant openingTo(const sip::TransportAddress &target)
    {
        if (!sip::isReliable(target.protocol) || m_opened.contains(target.remote.text()))
            return {};
        m_opened << target.remote.text();
        return opening;
    }

    sip::Scheduler &m_scheduler;
    sip::TraceRecorder *m_recorder;
    sip::TransportUser *m_user = nullptr;
    sip::SeededRandom m_random{7};
    sip::KeptFlows m_kept{m_scheduler, m_random, *this};
    QList<QByteArray> m_opened;
};
