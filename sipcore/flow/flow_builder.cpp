// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_builder.h"

#include "base/words.h"
#include "flow/refused_offer.h"
#include "flow/row_words.h"
#include "trace/event_size.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag {

using sip::Words;

namespace {

constexpr qsizetype mostWaiting = 500; ///< more than the user agent holds at once

const sip::Path *pathOf(const sip::TraceEvent &event)
{
    return event.visit([](const auto &what) -> const sip::Path * {
        if constexpr (requires { what.path; })
            return &what.path;
        else
            return nullptr;
    });
}

/// Of keep-alives that went well, one like the other, on one flow; empty: it is none of them.
QByteArray keepAliveKey(const sip::TraceEvent &event)
{
    const auto *alive = event.as<sip::KeepAlive>();
    const auto *control = event.as<sip::WsControl>();
    if (!(alive && !alive->lost) && !(control && control->kind != sip::WsControl::Kind::Close))
        return {};
    const sip::Path &path = alive ? alive->path : control->path;
    const bool received = alive ? alive->received : control->received;
    const bool ping = alive ? alive->ping : control->kind == sip::WsControl::Kind::Ping;
    return QByteArray("keep ") + path.local.text() + ' ' + path.remote.text() + ' ' + QByteArray::number(path.connection) +
           (received ? " <" : " >") + (ping ? "ping " : "pong ") + QByteArray::number(alive ? int(alive->fate) : 0);
}

/// The same bytes sent or received again, and keep-alives like those before, have the same key; empty: never folded.
QByteArray foldKey(const sip::TraceEvent &event)
{
    if (const QByteArray key = keepAliveKey(event); !key.isEmpty())
        return key;
    const auto *sent = event.as<sip::MessageSent>();
    const auto *received = event.as<sip::MessageReceived>();
    const sip::Message *message = sent ? &sent->message : received ? &received->message : nullptr;
    if (!message || message->branch().isEmpty())
        return {};
    QByteArray key(sent ? ">" : "<");
    key += QByteArray::number(event.context.transaction) + ' ';
    key += message->branch();
    key += ' ';
    key += message->toTag(); // two answers of a forked INVITE are not copies of each other
    key += ' ';
    key += message->cseqMethod();
    key += ' ';
    key += message->startLine();
    return key;
}

qsizetype octetsOf(const LadderRow &row)
{
    return sip::octetsOf(*row.event) + qsizetype(sizeof row) + 2 * (row.label.size() + row.detail.size());
}

/// The end of an attempt: what came of it.
bool isOutcome(const LadderRow &row)
{
    if (row.foldsInto != 0 || row.status < 200 || row.context.attempt == 0)
        return false;
    const auto *received = row.event->as<sip::MessageReceived>();
    return row.event->as<sip::LocalStatus>() || (received && received->fate == sip::MessageReceived::Fate::Delivered);
}

} // namespace

struct FlowBuilder::Private {
    /// Rows that stay whatever is let go.
    struct Kept {
        qsizetype rows = 0, octets = 0;
        bool take(qsizetype cost, const FlowLimits &limits) ///< \return false: there are enough
        {
            constexpr qsizetype most = 1000;
            if (rows >= std::min(most, limits.rows / 8) || octets + cost > limits.octets / 8)
                return false;
            ++rows;
            octets += cost;
            return true;
        }
        void giveBack(qsizetype cost)
        {
            --rows;
            octets -= cost;
        }
    };
    struct State {
        Flow flow;
        qsizetype octets = 0; ///< of its rows
        Kept first;           ///< its beginning
        bool firstFull = false;
        Kept outcomes;                          ///< what stays after that; then comes the row that counts what was let go
        QHash<QByteArray, quint64> firstCopies; ///< fold key: seq of the row
        QHash<quint32, qsizetype> attempts;     ///< number: place in flow.attempts
        int ourLane = -1;                       ///< the one used last
    };
    std::vector<std::pair<sip::IntentId, std::unique_ptr<State>>> order; // in order of start
    QHash<sip::IntentId, State *> states;
    QSet<sip::IntentId> removed; // late events must not bring a removed flow back
    QHash<sip::Endpoint, QString> aliases;

    State *stateOf(sip::IntentId intent);
    int lane(State &state, const sip::Endpoint &endpoint, bool ours) const;
    void place(State &state, const sip::TraceEvent &event, LadderRow &row) const;
    static void fold(State &state, LadderRow &row);
    static void note(State &state, const sip::TraceEvent &event);
    static void noteDialogs(Flow &flow, const sip::TraceEvent &event);
    static AttemptInfo *attempt(State &state, quint32 number);
    static void keepFirst(State &state, const FlowLimits &limits);
    static void forget(State &state, const LadderRow &row);
    static void letGo(State &state, const FlowLimits &limits);
    static LadderRow gap(const State &state, const LadderRow &last, const FlowLimits &limits);
};

FlowBuilder::FlowBuilder(FlowLimits limits)
    : d(std::make_unique<Private>()), m_limits{std::max<qsizetype>(2, limits.rows), std::max<qsizetype>(1, limits.octets)}
{}

FlowBuilder::FlowBuilder(FlowBuilder &&) noexcept = default;
FlowBuilder &FlowBuilder::operator=(FlowBuilder &&) noexcept = default;
FlowBuilder::~FlowBuilder() = default;

FlowBuilder::Private::State *FlowBuilder::Private::stateOf(sip::IntentId intent)
{
    if (State *known = states.value(intent))
        return known;
    if (removed.contains(intent))
        return nullptr;
    auto state = std::make_unique<State>();
    state->flow.intent = intent;
    if (intent == 0)
        state->flow.name = Words::tr("Other traffic");
    State *made = state.get();
    states.insert(intent, made);
    order.emplace_back(intent, std::move(state));
    return made;
}

int FlowBuilder::Private::lane(State &state, const sip::Endpoint &endpoint, bool ours) const
{
    QList<Lane> &lanes = state.flow.lanes;
    for (qsizetype i = 0; i < lanes.size(); ++i) {
        if (lanes[i].endpoint == endpoint) {
            lanes[i].ours |= ours;
            return int(i);
        }
        // A connection is announced before the system has chosen its port: the lane gets the port when it is known.
        if (ours && lanes[i].ours && lanes[i].endpoint.port == 0 &&
            (lanes[i].endpoint.address == endpoint.address || lanes[i].endpoint.isAny())) {
            lanes[i].endpoint = endpoint;
            lanes[i].alias = aliases.value(endpoint);
            return int(i);
        }
        if (ours && endpoint.port == 0 && lanes[i].ours && (endpoint.isAny() || lanes[i].endpoint.address == endpoint.address))
            return int(i);
    }
    lanes.append({endpoint, aliases.value(endpoint), ours});
    return int(lanes.size() - 1);
}

/// Gives a row its lanes: an arrow for what travels, a mark on our own lane for the rest.
void FlowBuilder::Private::place(State &state, const sip::TraceEvent &event, LadderRow &row) const
{
    const sip::Path *path = pathOf(event);
    if (!path) {
        row.fromLane = qint16(state.ourLane);
        return;
    }
    const int ours = lane(state, path->local, true);
    state.ourLane = ours;
    const bool alone = path->remote == sip::Endpoint();
    const int other = alone ? -1 : lane(state, path->remote, false);
    const bool inbound = row.origin == Origin::Wire && !alone;
    row.fromLane = qint16(inbound ? other : ours);
    row.toLane = qint16(inbound ? ours : other);
}

//= R17-3 copies stand under the first, and are counted there
void FlowBuilder::Private::fold(State &state, LadderRow &row)
{
    const QByteArray key = foldKey(*row.event);
    if (key.isEmpty())
        return;
    if (const quint64 first = state.firstCopies.value(key))
        row.foldsInto = first;
    else
        state.firstCopies.insert(key, row.seq);
}

AttemptInfo *FlowBuilder::Private::attempt(State &state, quint32 number)
{
    const auto at = state.attempts.constFind(number);
    return at == state.attempts.cend() ? nullptr : &state.flow.attempts[*at];
}

/// Keeps what is known about the intent and its attempts, apart from rows.
void FlowBuilder::Private::note(State &state, const sip::TraceEvent &event)
{
    Flow &flow = state.flow;
    if (const auto *started = event.as<sip::IntentStarted>()) {
        flow.name = started->name;
        flow.method = started->method;
        flow.target = started->target;
    } else if (const auto *over = event.as<sip::IntentFinished>()) {
        flow.finished = true;
        flow.status = over->status;
        flow.reason = over->reason;
        flow.cause = over->cause;
    } else if (const auto *begun = event.as<sip::AttemptStarted>()) {
        if (event.context.attempt != 0 && !state.attempts.contains(event.context.attempt)) {
            AttemptInfo info;
            info.number = event.context.attempt;
            info.why = begun->why;
            info.method = begun->method;
            info.requestUri = begun->requestUri;
            info.branch = begun->branch;
            info.callId = begun->callId;
            info.target = begun->target;
            info.transaction = event.context.transaction;
            state.attempts.insert(info.number, flow.attempts.size());
            flow.attempts.append(info);
        }
    }
    noteDialogs(flow, event);
    AttemptInfo *info = attempt(state, event.context.attempt);
    if (!info)
        return;
    if (const auto *sent = event.as<sip::MessageSent>()) {
        // ACK, CANCEL and BYE may share the number of the attempt they belong to.
        if (!sent->message.isResponse() && (sent->message.method() == info->method || !sent->message.isRequest())) {
            if (info->sends++ == 0)
                info->firstSentAt = event.at;
            if (info->transaction == 0)
                info->transaction = event.context.transaction;
        }
    } else if (const auto *received = event.as<sip::MessageReceived>()) {
        const sip::Message &message = received->message;
        const bool counts = received->fate == sip::MessageReceived::Fate::Delivered && message.isResponse() &&
                            message.cseqMethod() == info->method && info->status < 200;
        if (counts) {
            info->status = message.status();
            info->origin = Origin::Wire;
            if (message.status() >= 200)
                info->finalAt = event.at;
        }
    } else if (const auto *local = event.as<sip::LocalStatus>()) {
        if (info->status < 200) {
            info->status = local->status;
            info->origin = Origin::Local;
            info->finalAt = event.at;
        }
    }
}

/// What is known about dialogs: the newest facts of each, the numbers of both sides, the session, and who waits for an answer.
void FlowBuilder::Private::noteDialogs(Flow &flow, const sip::TraceEvent &event)
{
    const auto dialogOf = [&flow](QByteArrayView remoteTag) {
        const auto found = std::find_if(flow.dialogs.begin(), flow.dialogs.end(),
                                        [remoteTag](const DialogInfo &one) { return remoteTag == one.facts.remoteTag; });
        return found == flow.dialogs.end() ? nullptr : &*found;
    };
    if (const auto *changed = event.as<sip::DialogChanged>()) {
        if (DialogInfo *known = dialogOf(changed->dialog.remoteTag))
            known->facts = changed->dialog;
        else
            flow.dialogs.append({.facts = changed->dialog, .method = flow.method, .offer = {}, .answer = {}});
    } else if (const auto *agreed = event.as<sip::SessionAgreed>()) {
        if (DialogInfo *known = dialogOf(agreed->remoteTag)) {
            known->offer = agreed->offer;
            known->answer = agreed->answer;
            known->offeredByUs = agreed->offeredByUs;
        }
    } else if (const auto *moved = event.as<sip::StateChanged>()) {
        if (moved->isOfTransaction() && qstrcmp(moved->to, "Terminated") == 0) // given up
            flow.waiting.removeIf([&event](const WaitingRequest &one) { return one.transaction == event.context.transaction; });
    } else if (const auto *sent = event.as<sip::MessageSent>()) {
        if (sent->message.isResponse() && sent->message.status() >= 200)
            flow.waiting.removeIf([&event](const WaitingRequest &one) { return one.transaction == event.context.transaction; });
        else if (DialogInfo *known = sent->message.isRequest() ? dialogOf(sent->message.toTag()) : nullptr)
            known->facts.localSequence =
                std::max(known->facts.localSequence, quint32(std::max<qint64>(sent->message.cseqNumber(), 0)));
    } else if (const auto *received = event.as<sip::MessageReceived>()) {
        const sip::Message &message = received->message;
        DialogInfo *known = message.isRequest() ? dialogOf(message.fromTag()) : nullptr;
        const bool begins = flow.intent != 0 && message.method() == "INVITE" && message.toTag().isEmpty();
        if ((!known && !begins) || received->fate != sip::MessageReceived::Fate::Delivered || message.method() == "ACK" ||
            message.method() == "CANCEL")
            return;
        if (known)
            known->facts.remoteSequence = std::max(known->facts.remoteSequence, message.cseqNumber());
        flow.waiting.append({event.context.transaction, message.method().toByteArray(), message, received->path});
        if (flow.waiting.size() > mostWaiting)
            flow.waiting.removeFirst();
    }
}

/// The last row is one of the first that stay, as long as there is room for them.
void FlowBuilder::Private::keepFirst(State &state, const FlowLimits &limits)
{
    if (!state.firstFull)
        state.firstFull = !state.first.take(octetsOf(state.flow.rows.last()), limits);
}

void FlowBuilder::Private::forget(State &state, const LadderRow &row)
{
    const auto known = state.firstCopies.constFind(foldKey(*row.event));
    if (known != state.firstCopies.cend() && *known == row.seq)
        state.firstCopies.erase(known);
    const qsizetype octets = octetsOf(row);
    state.octets -= octets;
    ++state.flow.droppedRows;
    state.flow.droppedOctets += quint64(octets);
}

/// The row that stands where others were, in the place of the last of them.
LadderRow FlowBuilder::Private::gap(const State &state, const LadderRow &last, const FlowLimits &limits)
{
    const Flow &flow = state.flow;
    LadderRow row;
    row.kind = RowKind::Note;
    row.gap = true;
    row.seq = last.seq;
    row.at = last.at;
    row.wallUs = last.wallUs;
    row.context = {flow.intent, 0, 0};
    row.fromLane = last.fromLane < 0 ? last.fromLane : qint16(state.ourLane);
    row.label = Words::tr("%1 older rows were let go").arg(flow.droppedRows);
    row.detail = Words::tr("%1; one flow keeps %2 rows and %3")
                     .arg(words::size(flow.droppedOctets), QString::number(limits.rows), words::size(quint64(limits.octets)));
    sip::TraceEvent event{.seq = row.seq, .at = row.at, .wallUs = row.wallUs, .context = row.context, .what = {}};
    event.what = sip::Note{sip::Note::Level::Warning, row.label, ""};
    row.event = std::make_shared<const sip::TraceEvent>(std::move(event));
    return row;
}

/// Beyond a limit an eighth of it goes at once, so that a long flow does not move all its rows for every new one. The newest row
/// stays even when it alone is too much.
void FlowBuilder::Private::letGo(State &state, const FlowLimits &limits)
{
    QList<LadderRow> &rows = state.flow.rows;
    if (rows.size() <= limits.rows && state.octets <= limits.octets)
        return;
    const bool again = state.flow.droppedRows > 0;
    state.firstFull = true;
    qsizetype write = state.first.rows + state.outcomes.rows, read = write + (again ? 1 : 0);
    LadderRow last = rows[write];
    const auto isEnough = [&] {
        return rows.size() - (read - write) < limits.rows - limits.rows / 8 && state.octets <= limits.octets - limits.octets / 8;
    };
    // The row that counts stands in the place of the last that went, behind all that stay: it does not end on one of these.
    bool stayed = false;
    for (; read < rows.size() - 1 && (stayed || !isEnough()); ++read) {
        LadderRow &row = rows[read];
        stayed = isOutcome(row) && state.outcomes.take(octetsOf(row), limits);
        if (stayed) {
            std::swap(rows[write++], row);
        } else {
            forget(state, row);
            last = row;
        }
    }
    if (stayed && read != write) {
        last = rows[--write];
        state.outcomes.giveBack(octetsOf(last));
        forget(state, last);
    }
    if (read == write) // nothing is there that may go
        return;
    rows[write] = gap(state, last, limits);
    rows.remove(write + 1, read - write - 1);
}

QList<sip::IntentId> FlowBuilder::append(const sip::TraceBatch &batch)
{
    QList<sip::IntentId> changed;
    QSet<sip::IntentId> seen;
    for (const sip::TraceEventPtr &event : batch) {
        if (!event)
            continue;
        Private::State *state = d->stateOf(event->context.intent);
        if (!state)
            continue;
        if (!seen.contains(event->context.intent)) {
            seen.insert(event->context.intent);
            changed.append(event->context.intent);
        }
        Private::note(*state, *event);
        std::optional<LadderRow> row = rowOf(*event);
        if (!row)
            continue;
        row->event = event;
        state->flow.kinds |= 1U << unsigned(row->kind);
        if (const auto refused = refusedOffer(state->flow.rows, *event))
            row->detail += (row->detail.isEmpty() ? QString() : u", "_s) + refused->text();
        if (state->flow.rows.isEmpty() && state->flow.droppedRows == 0)
            state->flow.firstAt = event->at;
        d->place(*state, *event, *row);
        Private::fold(*state, *row);
        state->octets += octetsOf(*row);
        state->flow.rows.append(std::move(*row));
        Private::keepFirst(*state, m_limits);
    }
    for (const sip::IntentId intent : std::as_const(changed))
        Private::letGo(*d->states.value(intent), m_limits);
    return changed;
}

const Flow *FlowBuilder::flow(sip::IntentId intent) const
{
    const Private::State *state = d->states.value(intent);
    return state ? &state->flow : nullptr;
}

QList<sip::IntentId> FlowBuilder::intents() const
{
    QList<sip::IntentId> out;
    out.reserve(qsizetype(d->order.size()));
    if (const Flow *others = flow(0); others && !others->rows.isEmpty())
        out.append(0);
    for (const auto &[intent, state] : d->order) {
        if (intent != 0)
            out.append(intent);
    }
    return out;
}

void FlowBuilder::remove(sip::IntentId intent)
{
    if (!d->states.remove(intent))
        return;
    std::erase_if(d->order, [intent](const auto &entry) { return entry.first == intent; });
    if (intent != 0) // other traffic goes on
        d->removed.insert(intent);
}

void FlowBuilder::setAliases(const QHash<sip::Endpoint, QString> &aliases)
{
    d->aliases = aliases;
    for (const auto &[intent, state] : d->order) {
        for (Lane &lane : state->flow.lanes)
            lane.alias = aliases.value(lane.endpoint);
    }
}

} // namespace diag
