// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction/client_transaction.h"

namespace sip {

ClientTransaction::ClientTransaction(const TraceContext &context, Message request, const TransportAddress &target,
                                     const TimerValues &values, Instant now, ClientTransactionUser *user)
    : m_context(context), m_request(std::move(request)), m_target(target),
      m_machine(m_request.method() == "INVITE" ? Machine::InviteClient : Machine::NonInviteClient, isReliable(target.protocol),
                values, now),
      m_user(user), m_planned(quint16(plannedSends(isInvite(), isReliable(target.protocol), values)))
{}

} // namespace sip
