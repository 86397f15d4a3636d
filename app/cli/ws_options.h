// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ws_settings.h"
#include "cli/secret_source.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace cli {

/// How a WebSocket is opened as the command line has it; what is not given stays as the file has it.
struct WsOptions {
    std::string path, host, origin, proxy, ping, local;
    std::vector<std::string> protocols, headers;

    void addTo(CLI::App &command);
    /// Asks for the secrets that headers name. \return an error message for the user
    std::optional<QString> apply(sip::WsSettings &settings, SecretSource &secrets) const;
};

} // namespace cli
