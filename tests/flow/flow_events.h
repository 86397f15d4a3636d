// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/flow_builder.h"
#include "message/parser.h"

/// The row that one event alone makes.
inline diag::LadderRow row(sip::TraceEvent::What what)
{
    sip::TraceEvent event;
    event.what = std::move(what);
    return *diag::rowOf(event);
}

/// Builds trace events by hand, in order, with a clock of its own.
class Events {
public:
    sip::TraceBatch batch;
    sip::TraceContext context;
    sip::Instant now{};
    sip::Path path{sip::Protocol::Udp, *sip::Endpoint::parse("192.0.2.10:40312"), *sip::Endpoint::parse("192.0.2.1:5060"), 0};

    quint64 add(sip::TraceEvent::What what)
    {
        auto event = std::make_shared<sip::TraceEvent>();
        event->seq = ++m_seq;
        event->at = now;
        event->wallUs = 1'700'000'000'000'000 + now.count();
        event->context = context;
        event->what = std::move(what);
        batch.append(event);
        return m_seq;
    }

    sip::TraceBatch take() { return std::exchange(batch, {}); }

    static sip::Message request(const QByteArray &method, const QByteArray &branch, const QByteArray &rows = {})
    {
        return sip::parseMessage(method + " sip:example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.10:40312;branch=z9hG4bK" +
                                 branch +
                                 "\r\nFrom: <sip:alice@example.com>;tag=a\r\nTo: <sip:alice@example.com>\r\nCall-ID: c@x\r\n"
                                 "CSeq: 1 " +
                                 method + "\r\n" + rows + "Content-Length: 0\r\n\r\n");
    }

    static sip::Message response(const QByteArray &status, const QByteArray &method, const QByteArray &branch,
                                 const QByteArray &rows = {}, const QByteArray &toTag = "b")
    {
        return sip::parseMessage("SIP/2.0 " + status + "\r\nVia: SIP/2.0/UDP 192.0.2.10:40312;branch=z9hG4bK" + branch +
                                 "\r\nFrom: <sip:alice@example.com>;tag=a\r\nTo: <sip:alice@example.com>;tag=" + toTag +
                                 "\r\nCall-ID: c@x\r\nCSeq: 1 " + method + "\r\n" + rows + "Content-Length: 0\r\n\r\n");
    }

    quint64 sent(const sip::Message &message, quint16 send = 1, quint16 planned = 11)
    {
        return add(sip::MessageSent{message, path, send, planned});
    }
    quint64 received(const sip::Message &message, sip::MessageReceived::Fate fate = sip::MessageReceived::Fate::Delivered)
    {
        return add(sip::MessageReceived{message, path, fate, "", {}});
    }
    quint64 attempt(const QByteArray &why, const QByteArray &method, const QByteArray &branch)
    {
        return add(
            sip::AttemptStarted{why, method, "sip:example.com", {path.protocol, path.remote}, "z9hG4bK" + branch, "c@x", 1});
    }

private:
    quint64 m_seq = 0;
};
