// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/headers.h"
#include "practice/limits.h"
#include "practice/practice_core.h"
#include "practice/request_filter.h"
#include "support/fake_transport.h"
#include "support/manual_scheduler.h"

#include <vector>

using namespace std::chrono_literals;

/// The practice server at 127.0.0.1:5070 without sockets and without waiting. What it sends stands in network.sent.
struct PracticeRun {
    struct Told {
        QByteArray method;
        sip::Endpoint whom;
        int answered = 0;
        friend bool operator==(const Told &, const Told &) = default;
    };
    /// \param time  whose clock it lives by: the one of another run, so that both talk
    PracticeRun(const QByteArray &behaviour, sip::Scheduler &time)
        : scheduler(time), network(time), transactions(time, network, recorder),
          core(
              {transactions, network, time, random}, {"practice.invalid", {{"1001", "s3cret"}, {"1002", "s3cret"}}},
              [this](const QByteArray &method, const sip::Path &path, int answered) {
                  seen.append({method, path.remote, answered});
              },
              [this](const QByteArray &method, const sip::TransportAddress &to, int answered) {
                  told.append({method, to.remote, answered});
              }),
          filter(transactions, core, [this](const sip::Message &request, const sip::Path &path) {
              seen.append({request.method().toByteArray(), path.remote, 0});
          })
    {
        network.address = *sip::Endpoint::parse("127.0.0.1:5070");
        transactions.setUser(&core);
        network.setUser(&filter);
        setBehaviour(behaviour);
    }
    void setBehaviour(const QByteArray &text)
    {
        const diag::Behaviour behaviour = diag::parseBehaviour(text).value_or({});
        core.setBehaviour(behaviour);
        filter.setBehaviour(behaviour);
    }
    sip::Path pathFrom(const sip::Endpoint &source, sip::Protocol protocol = sip::Protocol::Udp) const
    {
        return {protocol, network.address, source, protocol == sip::Protocol::Udp ? 0U : 1U};
    }

    sip::Scheduler &scheduler;
    sip::SeededRandom random{7};
    sip::TraceRecorder recorder{scheduler};
    FakeTransport network;
    sip::TransactionLayer transactions;
    QList<Told> seen, told;
    diag::PracticeCore core;
    diag::RequestFilter filter;
};

/// A phone that writes its messages by hand, and the server it talks to.
struct PracticePhone {
    explicit PracticePhone(const QByteArray &behaviour) : run(behaviour, clock) {}

    ManualScheduler clock;
    PracticeRun run;
    sip::Endpoint source = *sip::Endpoint::parse("127.0.0.1:40312"); ///< where it sends from
    QByteArray via = "127.0.0.1:40312";                              ///< what its Via names
    QByteArray viaParams = ";rport";
    QByteArray contact = "<sip:1001@127.0.0.1:40312>";
    QByteArray supported, sessionExpires, allow = "INVITE, ACK, BYE, UPDATE";
    QByteArray callId = "call-1", to = "<sip:1002@127.0.0.1:5070>";
    int cseq = 0, branch = 0;

    static QByteArray sdp()
    {
        return "v=0\r\no=a 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 40200 RTP/AVP 0 8\r\n";
    }
    sip::MessageDraft request(const QByteArray &method, const QByteArray &body = {})
    {
        sip::MessageDraft draft = sip::MessageDraft::request(method, "sip:1002@127.0.0.1:5070");
        draft.append("Via", "SIP/2.0/UDP " + via + ";branch=z9hG4bKp" + QByteArray::number(++branch) + viaParams);
        draft.append("Max-Forwards", "70");
        draft.append("From", "<sip:1001@practice.invalid>;tag=phone");
        draft.append("To", to);
        draft.append("Call-ID", callId);
        draft.append("CSeq", QByteArray::number(++cseq) + ' ' + method);
        if (!contact.isEmpty())
            draft.append("Contact", contact);
        draft.append("Allow", allow);
        if (!supported.isEmpty())
            draft.append("Supported", supported);
        if (!sessionExpires.isEmpty())
            draft.append("Session-Expires", sessionExpires);
        if (!body.isEmpty())
            draft.append("Content-Type", "application/sdp");
        draft.body = body;
        return draft;
    }
    void send(const sip::MessageDraft &draft)
    {
        run.network.receive(draft.toBytes(), run.pathFrom(source));
        clock.settle();
    }
    /// \return what the request was answered, so far, the final one if there is one
    sip::Message ask(const sip::MessageDraft &draft)
    {
        send(draft);
        return answerTo(draft);
    }
    sip::Message answerTo(const sip::MessageDraft &draft) const
    {
        const sip::Message asked = draft.toMessage();
        for (auto sent = run.network.sent.crbegin(); sent != run.network.sent.crend(); ++sent)
            if (sent->message.isResponse() && sent->message.branch() == asked.branch() &&
                sent->message.cseqMethod() == asked.method())
                return sent->message;
        return {};
    }
    /// An INVITE that was taken; the dialog is the phone's from now on.
    sip::Message call(const QByteArray &body = sdp(), bool acknowledged = true)
    {
        const sip::MessageDraft invite = request("INVITE", body);
        send(invite);
        clock.advance(300ms);
        const sip::Message taken = answerTo(invite);
        to = taken.value(sip::HeaderId::To);
        if (acknowledged)
            send(ack(taken));
        return taken;
    }
    sip::MessageDraft ack(const sip::Message &taken)
    {
        sip::MessageDraft made = request("ACK");
        made.set(sip::HeaderId::To, taken.value(sip::HeaderId::To));
        made.set(sip::HeaderId::CSeq, QByteArray::number(taken.cseqNumber()) + " ACK");
        --cseq;
        return made;
    }
    /// CANCEL, or ACK to a refusal: the INVITE's own branch.
    sip::MessageDraft sameBranch(const QByteArray &method, const sip::MessageDraft &invite)
    {
        sip::MessageDraft made = request(method);
        made.set(sip::HeaderId::Via, invite.value(sip::HeaderId::Via));
        made.set(sip::HeaderId::CSeq, invite.value(sip::HeaderId::CSeq).split(' ').first() + ' ' + method);
        --cseq;
        return made;
    }
    /// What the server asked itself, first copies only.
    QList<FakeTransport::Sent> asked(const QByteArray &method) const
    {
        QList<FakeTransport::Sent> found;
        for (const FakeTransport::Sent &one : run.network.sent)
            if (one.message.isRequest() && one.message.method() == method && one.number == 1)
                found << one;
        return found;
    }
    QList<int> answers() const ///< all that was answered, copies included
    {
        QList<int> found;
        for (const FakeTransport::Sent &one : run.network.sent)
            if (one.message.isResponse())
                found << one.message.status();
        return found;
    }
    void reply(const FakeTransport::Sent &asked, int status, const std::function<void(sip::MessageDraft &)> &edit = {})
    {
        sip::MessageDraft draft =
            sip::MessageDraft::response(asked.message, status, sip::defaultReason(status).toByteArray(), "phone");
        if (edit)
            edit(draft);
        send(draft);
    }
    /// Nobody is there any more: time passes until the server waits for nothing. \return false: it holds something for ever
    bool isLeftWithNothing()
    {
        return clock.runDry(48h) && run.core.held() == diag::PracticeCore::Held{} && run.transactions.serverCount() == 0 &&
               run.transactions.clientCount() == 0;
    }
};
