// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/tls_settings.h"
#include "cli/secret_source.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace cli {

/// TLS as the command line has it; what is not given stays as the file has it.
struct TlsOptions {
    std::vector<std::string> authorities, pins, applications;
    std::string certificate, key, serverName, least, most, keyLog;
    bool despite = false;

    void addTo(CLI::App &command);
    /// Asks for the password of an encrypted key. \return an error message for the user
    std::optional<QString> apply(sip::TlsSettings &settings, SecretSource &secrets) const;
};

} // namespace cli
