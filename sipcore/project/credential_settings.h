// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/credentials.h"
#include "project/yaml_values.h"

namespace diag {

/// The setting "auth": one credential, or a list of them, appended to \a out.
Failure readCredentials(const YamlValues &values, const YAML::Node &node, QList<sip::Credential> &out);

} // namespace diag
