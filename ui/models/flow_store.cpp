// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow_store.h"

#include "flow/flow_builder.h"

#include <QSet>

#include <algorithm>

namespace ui {

struct FlowStore::Private {
    explicit Private(diag::FlowLimits limits) : builder(limits) {}

    diag::FlowBuilder builder;
    QHash<sip::IntentId, sip::ComposedRequest> requests;
    QList<sip::IntentId> intents;
    QSet<sip::IntentId> known;                           ///< the same, to look up
    QHash<sip::IntentId, QList<diag::Finding>> findings; ///< of flows that have not changed since
};

FlowStore::FlowStore(QObject *parent, diag::FlowLimits limits)
    : QObject(parent), d(std::make_shared<Private>(limits)), m_limits(limits)
{
    m_clock.start();
}

sip::Instant FlowStore::engineNow() const
{
    return m_behind == sip::Instant::max() ? sip::Instant() : sip::Instant(m_clock.nsecsElapsed() / 1000) - m_behind;
}

void FlowStore::remember(sip::IntentId intent, const sip::ComposedRequest &request)
{
    d->requests.insert(intent, request);
    d->findings.remove(intent);
}

const sip::ComposedRequest *FlowStore::request(sip::IntentId intent) const
{
    const auto found = d->requests.constFind(intent);
    return found == d->requests.constEnd() ? nullptr : &found.value();
}

const diag::Flow *FlowStore::flow(sip::IntentId intent) const
{
    return d->builder.flow(intent);
}

QList<sip::IntentId> FlowStore::intents() const
{
    return d->intents;
}

QList<diag::Finding> FlowStore::findings(sip::IntentId intent) const
{
    const diag::Flow *ofIntent = flow(intent);
    if (!ofIntent)
        return {};
    const auto known = d->findings.constFind(intent);
    if (known != d->findings.constEnd())
        return known.value();
    return d->findings.insert(intent, diag::diagnose(*ofIntent, request(intent))).value();
}

const diag::LadderRow *FlowStore::row(sip::IntentId intent, quint64 seq) const
{
    const diag::Flow *ofIntent = flow(intent);
    if (!ofIntent)
        return nullptr;
    const auto found = std::lower_bound(ofIntent->rows.cbegin(), ofIntent->rows.cend(), seq,
                                        [](const diag::LadderRow &row, quint64 wanted) { return row.seq < wanted; });
    return found != ofIntent->rows.cend() && found->seq == seq ? &*found : nullptr;
}

void FlowStore::append(const sip::TraceBatch &batch, quint64 dropped)
{
    m_dropped += dropped;
    if (!batch.isEmpty())
        m_behind = std::min(m_behind, sip::Instant(m_clock.nsecsElapsed() / 1000) - batch.last()->at);
    const QList<sip::IntentId> changed = d->builder.append(batch);
    for (const sip::IntentId intent : changed) {
        d->findings.remove(intent);
        // 0 gathers what belongs to no intent; it has a flow but is nothing that was sent.
        if (intent != 0 && !d->known.contains(intent)) {
            d->known.insert(intent);
            d->intents.append(intent);
            emit intentAdded(intent);
        }
    }
    for (const sip::IntentId intent : changed)
        emit flowChanged(intent);
}

void FlowStore::clear()
{
    d = std::make_shared<Private>(m_limits);
    m_dropped = 0;
    emit cleared();
}

} // namespace ui
