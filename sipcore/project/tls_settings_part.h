// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/tls_settings.h"
#include "project/yaml_values.h"

namespace diag {

/// The setting "tls".
Failure readTlsSettings(const YamlValues &values, const YAML::Node &node, sip::TlsSettings &out);

} // namespace diag
