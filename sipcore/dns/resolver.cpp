// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/resolver.h"

#include "base/words.h"

namespace sip {

Expected<Endpoint> parseResolver(const QByteArray &text)
{
    if (text.isEmpty())
        return Endpoint();
    auto server = Endpoint::parse(text);
    if (!server || server->isAny())
        return Error{Error::Code::Syntax,
                     Words::tr("the resolver is to be an IP address and port, such as 192.0.2.53:53, not \"%1\"")
                         .arg(QString::fromUtf8(text))};
    if (server->port == 0)
        server->port = 53;
    return server;
}

} // namespace sip
