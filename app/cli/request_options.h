// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/tls_options.h"
#include "cli/ws_options.h"
#include "project/request_file.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace cli {

/// What `send` reads from the command line about the request.
struct RequestOptions {
    std::vector<std::string> what; ///< FILE, or METHOD TARGET
    TlsOptions tls;
    WsOptions ws;
    std::string requestUri, from, to, user, authUser, realm, digestUri, authChoice, body, bodyFile, sdp, transport, timers,
        ringLimit, hangUpAfter, keepFor, keepAlive, onExit, resolver, families, pin, authScheme, akaSqn, authzServer;
    std::vector<std::string> headers, variables, then, answers, pretendDead;
    int maxRetries = -1;
    bool followRedirects = false, forceUdp = false, compact = false, passwordFromStdin = false;
    bool aka = false, bearer = false, anonymous = false, authInt = false, query = false;

    void addTo(CLI::App &command);
};

/// The request that the command line asks for. Asks for passwords. \return an error message for the user
sip::Expected<sip::ComposedRequest, QString> composed(const RequestOptions &options);

} // namespace cli
