// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/road_text.h"

#include "base/words.h"
#include "dns/resolver.h"
#include "dns/target_pattern.h"

using namespace Qt::StringLiterals;

namespace diag {

using sip::Words;

const QStringList &familiesNames()
{
    static const QStringList names{u"ipv4-first"_s, u"ipv6-first"_s, u"ipv4"_s, u"ipv6"_s};
    return names;
}

QString resolverObjection(const QByteArray &text)
{
    const auto server = sip::parseResolver(text);
    return server || text.contains("{{") ? QString() : server.error().detail;
}

QString targetObjection(const QByteArray &text)
{
    return text.contains("{{") || sip::isTargetPattern(text)
               ? QString()
               : Words::tr("\"%1\" names no target: udp:192.0.2.1:5060, 192.0.2.1 or sip1.example.com")
                     .arg(QString::fromUtf8(text));
}

} // namespace diag
