// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ua/engine.h"

#include <QTest>

/// An engine with its ears: real sockets, real time.
struct EngineRun {
    explicit EngineRun(sip::Engine::Settings settings = {}) : engine(settings)
    {
        QObject::connect(&engine, &sip::Engine::eventsReady, &engine, [this](const sip::TraceBatch &batch, quint64 dropped) {
            trace += batch;
            lost += dropped;
        });
        QObject::connect(&engine, &sip::Engine::intentFinished, &engine,
                         [this](const sip::IntentResult &result) { results << result; });
    }
    static sip::ComposedRequest compose(const QByteArray &method, const QByteArray &target, const QByteArray &password = "s3cret")
    {
        sip::ComposedRequest request;
        request.method = method;
        request.target = target;
        request.requestUri = "sip:practice.invalid";
        request.rows = {
            {"From", "<sip:1001@practice.invalid>"}, {"To", "<sip:1001@practice.invalid>"}, {"Contact", "<sip:1001@192.0.2.10>"}};
        request.credentials = {{{}, "1001", password, {}, {}}};
        request.timers = sip::TimerValues::fast();
        request.hangUpAfter = sip::Instant(0);
        return request;
    }
    /// A call with an offer, and the Contact that the way it goes gives it.
    static sip::ComposedRequest composeCall(sip::ComposedRequest request)
    {
        request.rows.removeLast();
        request.rows.append(sip::ComposedRow{"Content-Type", "application/sdp"});
        request.body = "v=0\r\no=a 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 40200 RTP/AVP 0\r\n";
        return request;
    }
    sip::IntentId submit(const sip::ComposedRequest &request)
    {
        const sip::IntentId id = sip::Engine::newIntentId();
        engine.submit(id, request);
        return id;
    }
    sip::IntentId submit(const QByteArray &method, const QByteArray &target, const QByteArray &password = "s3cret")
    {
        return submit(compose(method, target, password));
    }
    bool finished(qsizetype count)
    {
        return QTest::qWaitFor([&] { return results.size() >= count; }, 30'000);
    }

    sip::Engine engine;
    sip::TraceBatch trace;
    quint64 lost = 0;
    QList<sip::IntentResult> results;
};

inline QByteArray udp(const sip::Endpoint &endpoint)
{
    return "udp:" + endpoint.text();
}
