// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ws_settings.h"
#include "project/yaml_values.h"

namespace diag {

/// The setting "ws".
Failure readWsSettings(const YamlValues &values, const YAML::Node &node, sip::WsSettings &out);

} // namespace diag
