// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fake_transport.h"
#include "support/manual_scheduler.h"
#include "ua/user_agent_client.h"
#include "ua/user_agent_core.h"

/// A whole user agent without sockets and without waiting: time and peer are the test's.
struct SimulatedRun {
    struct Ear final : sip::UserAgentClientDelegate {
        QList<int> trying, progress, accept, redirect, reject;
        sip::IncomingResponse last;
        int finished = 0;
        void onTrying(const sip::IncomingResponse &r) override { trying << keep(r); }
        void onProgress(const sip::IncomingResponse &r) override { progress << keep(r); }
        void onAccept(const sip::IncomingResponse &r) override { accept << keep(r); }
        void onRedirect(const sip::IncomingResponse &r) override { redirect << keep(r); }
        void onReject(const sip::IncomingResponse &r) override { reject << keep(r); }
        void onFinished() override { ++finished; }
        int keep(const sip::IncomingResponse &r)
        {
            last = r;
            return r.status;
        }
    };

    SimulatedRun() : recorder(clock), network(clock, &recorder), core(clock, network, recorder, random)
    {
        recorder.setSink([this](sip::TraceEventPtr event) { trace << event; });
    }

    static sip::ComposedRequest compose(const QByteArray &method, const QByteArray &target = "udp:192.0.2.1:5060")
    {
        sip::ComposedRequest request;
        request.method = method;
        request.target = target;
        request.requestUri = "sip:bob@example.com";
        request.rows = {{"From", "\"Alice\" <sip:alice@example.com>"}, {"To", "<sip:bob@example.com>"}, {"User-Agent", "test"}};
        request.credentials = {{"example.com", "alice", "secret", {}, {}}};
        return request;
    }
    sip::UserAgentClient &client(const sip::ComposedRequest &request)
    {
        clients.push_back(std::make_unique<sip::UserAgentClient>(core, sip::IntentId(clients.size() + 1), request, &ear));
        return *clients.back();
    }
    sip::UserAgentClient &send(const sip::ComposedRequest &request)
    {
        sip::UserAgentClient &made = client(request);
        made.send();
        return made;
    }

    QList<FakeTransport::Sent> sent(const QByteArray &method) const
    {
        QList<FakeTransport::Sent> found;
        for (const FakeTransport::Sent &one : network.sent)
            if (one.message.method() == method)
                found << one;
        return found;
    }
    QList<qint64> sendTimes(const QByteArray &method) const ///< ms
    {
        QList<qint64> times;
        for (const FakeTransport::Sent &one : sent(method))
            times << one.at / std::chrono::milliseconds(1);
        return times;
    }
    template<class T> QList<T> events() const
    {
        QList<T> found;
        for (const sip::TraceEventPtr &event : trace)
            if (const T *one = event->as<T>())
                found << *one;
        return found;
    }
    QList<sip::MessageReceived::Fate> fates() const
    {
        QList<sip::MessageReceived::Fate> found;
        for (const auto &one : events<sip::MessageReceived>())
            found << one.fate;
        return found;
    }
    /// A 401 or 407 for the realm example.com.
    static std::function<void(sip::MessageDraft &)> challenge(const QByteArray &nonce, bool proxy = false,
                                                              const QByteArray &more = ", qop=\"auth\"")
    {
        return [=](sip::MessageDraft &draft) {
            draft.append(proxy ? sip::HeaderId::ProxyAuthenticate : sip::HeaderId::WwwAuthenticate,
                         "Digest realm=\"example.com\", nonce=\"" + nonce + "\", algorithm=SHA-256" + more);
        };
    }

    ManualScheduler clock;
    sip::SeededRandom random{1};
    sip::TraceBatch trace;
    sip::TraceRecorder recorder;
    FakeTransport network;
    sip::UserAgentCore core;
    Ear ear;
    std::vector<std::unique_ptr<sip::UserAgentClient>> clients;
};
