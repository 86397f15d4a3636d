// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/nat_view.h"

#include <QJsonObject>

namespace cli {

/// Our addresses beside those the server saw, and the verdicts.
QJsonObject natObject(const diag::NatView &view);

} // namespace cli
