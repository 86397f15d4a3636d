// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/simulated_run.h"

/// Somebody who is called: what is asked of us comes from bob at 192.0.2.1.
struct Called final : SimulatedRun, sip::IncomingCalls {
    explicit Called(const QList<sip::CannedAnswer::Step> &steps)
    {
        settings.method = "INVITE";
        settings.hangUpAfter = sip::ComposedRequest::Never;
        settings.answers = {{.method = "INVITE", .steps = steps}};
        core.setIncomingCalls(this);
    }
    ~Called() override { core.setIncomingCalls(nullptr); }
    sip::IntentId intentFor(const sip::Message &) override { return takes ? 1 : 0; }
    void take(sip::IntentId, sip::ServerTransaction &invite) override { client(settings).receive(invite); }
    QList<sip::CannedAnswer> answers() const override { return settings.answers; }
    void ask(const QByteArray &method, const QByteArray &cseq, const QByteArray &toTag = {}, const QByteArray &body = {},
             const QByteArray &branch = "z9hG4bKin", const QByteArray &rows = {})
    {
        network.receive(method + " sip:alice@192.0.2.10 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=" + branch +
                        "\r\nRecord-Route: <sip:192.0.2.5;lr>, <sip:192.0.2.6;lr>\r\nMax-Forwards: 70\r\nFrom: "
                        "<sip:bob@example.com>;tag=bt\r\nTo: <sip:alice@example.com>" +
                        (toTag.isEmpty() ? QByteArray() : ";tag=" + toTag) + "\r\nCall-ID: in@192.0.2.1\r\nCSeq: " + cseq + ' ' +
                        method + "\r\nContact: <sip:bob@192.0.2.7:5071>\r\n" + rows +
                        (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n") +
                        "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        clock.advance(std::chrono::milliseconds(50));
    }
    QList<int> answered(const QByteArray &method) const
    {
        QList<int> all;
        for (const FakeTransport::Sent &one : network.sent)
            if (one.message.isResponse() && one.message.cseqMethod() == method)
                all << one.message.status();
        return all;
    }
    sip::Message last() const { return network.sent.last().message; }
    sip::ComposedRequest settings;
    bool takes = true;
};
