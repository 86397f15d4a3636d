// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/trace_event.h"

#include <QJsonObject>

namespace cli {

/// Adds "tls", "ws" or "keep_alive" to the object of a row, when the event is a handshake of TLS, something of a WebSocket below
/// SIP, or a keep-alive.
void addConnection(const sip::TraceEvent &event, QJsonObject &row);

} // namespace cli
