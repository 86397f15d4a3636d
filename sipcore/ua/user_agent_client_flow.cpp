// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "request/flow_keeping.h"
#include "request/request_builder.h"
#include "request/revision.h"
#include "ua/user_agent_client_p.h"

namespace sip {

// The flow that answers to our request came on is kept open while what the request made lasts, and replaced when it fails.

namespace {

QString seconds(Instant time)
{
    return QString::number(std::chrono::round<std::chrono::seconds>(time).count()) + QStringLiteral(" s");
}

QString shown(const PingInterval &every)
{
    const auto number = [](Instant time) { return QString::number(double(time.count()) / 1e6); };
    return Words::tr("every %1 to %2 s").arg(number(every.least), number(every.most));
}

QString shown(const Path &flow)
{
    const QString to =
        Words::tr("%1 to %2").arg(QString::fromLatin1(viaName(flow.protocol)), QString::fromLatin1(flow.remote.text()));
    return flow.connection ? to + QStringLiteral(" (#%1)").arg(flow.connection) : to;
}

} // namespace

/// \param path  the answer came on
//= R5626.4.4.1-2
//= R6223.4-1
void UserAgentClient::Private::keepFlow(qsizetype index, const Message &response, const Path &path)
{
    const bool ours = running[index].role == Role::Upkeep || (running[index].role == Role::Main && index == mainIndex());
    if (!ours || upkeep.removing)
        return;
    Path way = path;
    if (path.connection == 0)
        way.remote = attempts[index].target.remote; // whatever address answered, this one has to stay open
    const Message request = attempts[index].request;
    const auto wanted = keepingOf(composed.keepAlive, path.protocol, request, response);
    if (!wanted) {
        if (response.status() / 100 == 2 && flow.keeping != 0) {
            note(contextOf(index), Note::Level::Info,
                 Words::tr("the flow is not kept alive any more: this answer does not ask for it"), "R6223.4-1");
            stopKeepingFlow();
        }
        return;
    }
    if (flow.keeping != 0 && flow.path == way && flow.every == wanted->every)
        return;
    stopKeepingFlow();
    flow.path = way;
    flow.every = wanted->every;
    note(contextOf(index), Note::Level::Info,
         Words::tr("%1 is kept alive: a ping %2, %3").arg(shown(way), shown(wanted->every), wanted->why), wanted->rule);
    flow.keeping = core.transport().keepFlow(contextOf(index), way, wanted->every,
                                             [this](const TransportError &error) { flowFailed(error); });
}

void UserAgentClient::Private::stopKeepingFlow()
{
    core.transport().stopKeeping(std::exchange(flow.keeping, 0));
}

/// What is kept at a server cannot be reached any more: it is made anew over another flow.
//= R5626.4.4.1-1
//= R5626.4.5-1
void UserAgentClient::Private::flowFailed(const TransportError &error)
{
    flow.keeping = 0;
    const qsizetype last = upkeepIndex();
    const TraceContext context = last < 0 ? intentContext() : contextOf(last);
    const QString what = Words::tr("%1 failed: %2").arg(shown(flow.path), error.text);
    if (!upkeep.keeping || upkeep.removing)
        return note(context, Note::Level::Warning, what, "R5626.4.4.1-1");
    upkeep.failures = upkeep.failures.value_or(0);
    if (running[last].transaction && attempts[last].status < 200) // ends by itself, and goes on from there
        return note(context, Note::Level::Warning, what, "R5626.4.4.1-1");
    const Instant wait = recoveryWait(*upkeep.failures, core.random());
    note(context, Note::Level::Warning, Words::tr("%1; sent once more over a new flow in %2").arg(what, seconds(wait)),
         "R5626.4.5-1");
    refreshIn(wait, true);
}

/// For the server the flow of this request is no more.
//= R5626.11.5-1
bool UserAgentClient::Private::retryOverNewFlow(qsizetype index, const Message &response, const Path &path)
{
    const Role role = running[index].role;
    const bool over = role == Role::Cancel || (role == Role::Main && (cancelState != CancelState::None || index != mainIndex()));
    if (response.status() != 430 || path.connection == 0 || composed.raw || over || flow.replaced || !mayRetry(index))
        return false;
    flow.replaced = true;
    note(contextOf(index), Note::Level::Info, Words::tr("the flow is no more for the server: once more, over a new connection"),
         "R5626.11.5-1");
    stopKeepingFlow();
    core.transport().leaveFlow(path);
    const Message request = attempts[index].request;
    sendAgain(index, "new flow", [&](quint32 cseq) { return revise(request, {}, newBranch(core.random()), cseq); });
    return true;
}

} // namespace sip
