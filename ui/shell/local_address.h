// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"

namespace ui {

/// The address of ours that the system would send from to reach \a target; port 0. Sends nothing. All zero: no route.
sip::Endpoint localAddressFor(const sip::TransportAddress &target);

} // namespace ui
