// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/simulated_run.h"

// What the tests of defects known from other stacks share: calls at a certain point, and peers that do one thing.
namespace seed {

using namespace sip;

inline std::function<void(MessageDraft &)> contact(const QByteArray &uri = "sip:bob@192.0.2.7")
{
    return [uri](MessageDraft &d) { d.append(HeaderId::Contact, "<" + uri + ">"); };
}
inline ComposedRequest invite()
{
    ComposedRequest request = SimulatedRun::compose("INVITE");
    request.hangUpAfter = ComposedRequest::Never;
    return request;
}
inline NextRequest next(const QByteArray &method)
{
    return {.method = method, .rows = {}, .body = {}};
}

/// A call that is up; what follows is not answered until the test says so.
struct Call : SimulatedRun {
    explicit Call(const std::function<void(MessageDraft &)> &edit = contact()) : client(&send(invite()))
    {
        network.answer(network.sent.first(), 200, "a", edit);
        clock.advance(50ms);
    }
    /// Answers the newest request of this method.
    void answer(const QByteArray &method, int status, const std::function<void(MessageDraft &)> &edit = contact())
    {
        network.answer(sent(method).last(), status, "a", edit);
        clock.advance(50ms);
    }
    /// Requests of this method; copies of one count once.
    qsizetype count(const QByteArray &method) const
    {
        const QList<UserAgentClient::Attempt> &all = client->attempts();
        return std::count_if(all.cbegin(), all.cend(),
                             [&method](const UserAgentClient::Attempt &attempt) { return attempt.request.method() == method; });
    }
    UserAgentClient *client;
};
/// Rings, and is cancelled.
struct Cancelled : SimulatedRun {
    Cancelled() : client(&send(invite()))
    {
        network.answer(network.sent.first(), 180);
        clock.advance(1s);
        client->cancel("SIP;cause=200");
    }
    UserAgentClient *client;
};
inline QStringList cancelStates(const SimulatedRun &run)
{
    QStringList states;
    for (const StateChanged &change : run.events<StateChanged>())
        if (change.machine == StateChanged::Machine::Cancel)
            states << QString::fromLatin1(change.to);
    return states;
}
inline bool said(const SimulatedRun &run, const char *words)
{
    const QList<Note> notes = run.events<Note>();
    return std::any_of(notes.cbegin(), notes.cend(),
                       [words](const Note &note) { return note.text.contains(QLatin1String(words)); });
}
inline void refuseForEver(SimulatedRun &run, int status, const std::function<void(MessageDraft &)> &edit)
{
    run.network.peer = [&run, status, edit](const FakeTransport::Sent &one) {
        if (one.message.isRequest() && one.message.method() != "ACK")
            run.network.answer(one, status, "r", edit);
    };
}

} // namespace seed
