// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string>

namespace cli {

/// What follows an option, as it was named ("HOST:PORT"): without what CLI11 adds for its checks (":{a,b}", ":INT in [0 - 9]").
inline std::string valueName(const CLI::Option &option)
{
    const std::string type = option.get_type_name();
    return type.substr(0, std::min(type.find(":{"), type.find(":INT in [")));
}

} // namespace cli
