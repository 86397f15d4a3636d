// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/digest.h"
#include "flow/flow_builder.h"
#include "message/parser.h"

#include <utility>

/// Makes the flow of one intent, event by event, as the engine would report it. Every send is a new attempt with its own
/// transaction and branch; what is received belongs to the last one sent.
class FlowMaker {
public:
    sip::Path path{sip::Protocol::Udp, *sip::Endpoint::parse("192.0.2.10:40312"), *sip::Endpoint::parse("198.51.100.1:5060"), 0};
    QByteArray method;
    QByteArray requestUri = "sip:example.com";
    QByteArray from = "<sip:alice@example.com>;tag=a";
    QByteArray to = "<sip:alice@example.com>";
    QByteArray body;
    sip::Instant now{};

    explicit FlowMaker(QByteArray ofMethod) : method(std::move(ofMethod))
    {
        m_context.intent = 1;
        add(sip::IntentStarted{{}, method, "sip:example.com"});
    }

    /// \param rows  further header rows with their line ends. \return seq of the row
    quint64 send(const QByteArray &rows = {}, int copies = 1, QByteArray as = {})
    {
        if (as.isEmpty())
            as = method;
        m_context.attempt += 1;
        m_context.transaction += 1;
        m_sentAs = as;
        const QByteArray bytes = as + ' ' + requestUri + " SIP/2.0\r\nVia: SIP/2.0/" + sip::viaName(path.protocol).toByteArray() +
                                 ' ' + path.local.text() + ";branch=" + branch() + ";rport\r\nMax-Forwards: 70\r\nFrom: " + from +
                                 "\r\nTo: " + to + "\r\nCall-ID: c@x\r\nCSeq: " + QByteArray::number(m_context.attempt) + ' ' +
                                 as + "\r\n" + rows + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        m_last = sip::parseMessage(bytes);
        add(sip::AttemptStarted{"initial", as, requestUri, {path.protocol, path.remote}, branch(), "c@x", m_context.attempt});
        const quint64 seq = add(sip::MessageSent{m_last, path, 1, 11});
        for (int copy = 2; copy <= copies; ++copy)
            add(sip::MessageSent{m_last, path, quint16(copy), 11});
        return seq;
    }

    const sip::Message &lastSent() const { return m_last; }

    /// \param status  "403 Forbidden". \param viaParams  appended to our Via, e.g. ";received=203.0.113.9;rport=4000"; its rport
    /// fills in ours
    quint64 receive(const QByteArray &status, const QByteArray &rows = {}, const QByteArray &viaParams = {},
                    sip::MessageReceived::Fate fate = sip::MessageReceived::Fate::Delivered, const QByteArray &answerBody = {})
    {
        QByteArray via = m_last.value(sip::HeaderId::Via);
        if (viaParams.contains(";rport="))
            via.replace(";rport", "");
        const sip::Message message = sip::parseMessage(
            "SIP/2.0 " + status + "\r\nVia: " + via + viaParams + "\r\nFrom: " + from + "\r\nTo: " + to +
            ";tag=b\r\nCall-ID: c@x\r\nCSeq: " + QByteArray::number(m_context.attempt) + ' ' + m_sentAs + "\r\n" + rows +
            "Content-Length: " + QByteArray::number(answerBody.size()) + "\r\n\r\n" + answerBody);
        return add(sip::MessageReceived{message, path, fate, "", {}});
    }

    quint64 local(int status, sip::LocalCause cause, const QString &text = {}, sip::TransportError error = {})
    {
        error.cause = cause;
        const quint64 seq = add(sip::LocalStatus{status, "Local", cause, text, error});
        add(sip::IntentFinished{status, "Local", cause});
        return seq;
    }

    quint64 add(sip::TraceEvent::What what)
    {
        auto event = std::make_shared<sip::TraceEvent>();
        event->seq = ++m_seq;
        event->at = now;
        event->context = m_context;
        event->what = std::move(what);
        m_batch.append(event);
        return m_seq;
    }

    /// The Authorization row a right client sends for \a challenge (the value of WWW-Authenticate) to the request URI \a uri.
    QByteArray authorization(const QByteArray &challenge, const QByteArray &user, const QByteArray &password,
                             const QByteArray &uri) const
    {
        sip::DigestInput input;
        input.challenge = *sip::digestChallenge(sip::parseAuth(challenge)->first());
        input.username = user;
        input.password = password;
        input.method = method;
        input.uri = uri;
        input.body = body;
        input.qop = input.challenge.qops.value(0);
        input.cnonce = "c0ffee";
        return "Authorization: " + sip::writeAuthorization(input, sip::computeDigest(input)) + "\r\n";
    }

    diag::Flow flow()
    {
        diag::FlowBuilder builder;
        builder.append(m_batch);
        return *builder.flow(1);
    }

    /// What was added since the last call: a batch as the engine delivers them.
    sip::TraceBatch takeBatch() { return std::exchange(m_batch, {}); }

private:
    QByteArray branch() const { return "z9hG4bK" + QByteArray::number(m_context.transaction); }

    sip::TraceBatch m_batch;
    sip::TraceContext m_context;
    sip::Message m_last;
    QByteArray m_sentAs;
    quint64 m_seq = 0;
};
