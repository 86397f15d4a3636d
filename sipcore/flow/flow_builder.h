// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"

#include <QHash>

#include <memory>
#include <optional>

namespace diag {

/// How much of one flow is kept, however long it goes on: the one place where that is set. Beyond either, older rows are let go,
/// an eighth of the limit at once; a row in their place counts them.
struct FlowLimits {
    qsizetype rows = 1'000'000;
    qsizetype octets = 500'000'000; ///< as sip::octetsOf() counts them
};

/// Trace events to flows, incrementally: the one place that decides which events are rows and what they say. Live and imported
/// alike. What is let go of a flow that is too long comes out of its middle: its first rows stay, and the answers that ended
/// attempts, as far as both fit into an eighth of the limits each.
class FlowBuilder {
public:
    explicit FlowBuilder(FlowLimits limits = {});
    FlowBuilder(FlowBuilder &&) noexcept;
    FlowBuilder &operator=(FlowBuilder &&) noexcept;
    ~FlowBuilder();

    /// \return intents whose flow changed, in order of first change
    QList<sip::IntentId> append(const sip::TraceBatch &batch);
    const Flow *flow(sip::IntentId intent) const;                  ///< nullptr: unknown; the pointer stays valid until remove()
    QList<sip::IntentId> intents() const;                          ///< in order of start; 0 first when it has rows
    void remove(sip::IntentId intent);                             ///< for good: late events of it are ignored; 0 begins anew
    void setAliases(const QHash<sip::Endpoint, QString> &aliases); ///< for lanes made from now on and for existing ones

private:
    struct Private;
    std::unique_ptr<Private> d;
    FlowLimits m_limits;
};

/// The row one event makes, without lanes; for tests and importers. Empty optional: this event is no row.
std::optional<LadderRow> rowOf(const sip::TraceEvent &event);

} // namespace diag
