// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "transaction/transaction_key.h"

#include <QHash>
#include <QList>

#include <optional>

namespace sip {

/// Remembers the last transactions that ended, so that a late answer is shown where it belongs. Bounded: 4,096 of them.
class EndedTransactions {
public:
    void add(const TransactionKey &key, const TraceContext &context)
    {
        const size_t hash = TransactionKeyHash()(key);
        if (m_order.size() < Capacity) {
            m_order.append(hash);
        } else {
            m_known.remove(m_order[m_next]);
            m_order[m_next] = hash;
            m_next = (m_next + 1) % Capacity;
        }
        m_known.insert(hash, context);
    }
    /// By hash only: 64 bits are enough for a remark.
    std::optional<TraceContext> find(const TransactionKey &key) const
    {
        const auto found = m_known.constFind(TransactionKeyHash()(key));
        return found == m_known.cend() ? std::nullopt : std::optional(*found);
    }

private:
    static constexpr qsizetype Capacity = 4096;
    QHash<size_t, TraceContext> m_known;
    QList<size_t> m_order;
    qsizetype m_next = 0;
};

} // namespace sip
