// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction/server_transaction.h"

namespace sip {

ServerTransaction::ServerTransaction(const TraceContext &context, Message request, const Path &path, const TimerValues &values,
                                     Instant now)
    : m_context(context), m_request(std::move(request)), m_path(path),
      m_machine(m_request.method() == "INVITE" ? Machine::InviteServer : Machine::NonInviteServer, isReliable(path.protocol),
                values, now)
{}

} // namespace sip
