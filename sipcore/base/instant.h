// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QtGlobal>

#include <chrono>

namespace sip {

using namespace std::chrono_literals;

/// Monotonic time since the engine started. Never wall time.
using Instant = std::chrono::microseconds;

/// One press of Send. 0: none. Unique per Engine, never reused.
using IntentId = quint64;

/// One client or server transaction. 0: none. Unique per Engine, never reused.
using TransactionId = quint64;

/// What an event, a send or a transaction belongs to. Cheap to copy.
struct TraceContext {
    IntentId intent = 0;
    quint32 attempt = 0; ///< 1, 2, ... within the intent; 0: none
    TransactionId transaction = 0;

    friend bool operator==(const TraceContext &, const TraceContext &) = default;
};

} // namespace sip
