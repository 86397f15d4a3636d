// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"

#include <QHash>

#include <memory>
#include <optional>

namespace diag {

/// Trace events to flows, incrementally: the one place that decides which events are rows and what they say. Live and imported
/// alike.
class FlowBuilder {
public:
    explicit FlowBuilder(qsizetype maxRowsPerFlow = 1'000'000); ///< beyond it the oldest rows are dropped and counted
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
    qsizetype m_maxRows;
};

/// The row one event makes, without lanes; for tests and importers. Empty optional: this event is no row.
std::optional<LadderRow> rowOf(const sip::TraceEvent &event);

} // namespace diag
