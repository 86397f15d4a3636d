// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/socket_address.h"

#ifdef Q_OS_UNIX
#include <cstring>

#include <netinet/in.h>

namespace sip {

namespace {
constexpr size_t v4At = 12; ///< where an IPv4 address stands in an Endpoint, behind ::ffff
}

Endpoint endpointOf(const sockaddr_storage &address)
{
    Endpoint endpoint;
    if (address.ss_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &address, sizeof v4);
        endpoint.port = ntohs(v4.sin_port);
        if (v4.sin_addr.s_addr != INADDR_ANY)
            endpoint.address[v4At - 2] = endpoint.address[v4At - 1] = 0xff;
        std::memcpy(&endpoint.address[v4At], &v4.sin_addr, sizeof v4.sin_addr);
    } else if (address.ss_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, &address, sizeof v6);
        endpoint.port = ntohs(v6.sin6_port);
        std::memcpy(endpoint.address.data(), &v6.sin6_addr, sizeof v6.sin6_addr);
        endpoint.scope = endpoint.isIPv4() ? 0 : v6.sin6_scope_id;
    }
    return endpoint;
}

socklen_t writeAddress(const Endpoint &endpoint, const Endpoint &like, sockaddr_storage *address)
{
    if (like.isIPv4()) {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(endpoint.port);
        std::memcpy(&v4.sin_addr, &endpoint.address[v4At], sizeof v4.sin_addr);
        std::memcpy(address, &v4, sizeof v4);
        return sizeof v4;
    }
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(endpoint.port);
    v6.sin6_scope_id = endpoint.scope;
    std::memcpy(&v6.sin6_addr, endpoint.address.data(), sizeof v6.sin6_addr);
    std::memcpy(address, &v6, sizeof v6);
    return sizeof v6;
}

} // namespace sip
#endif
