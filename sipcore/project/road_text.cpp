// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/road_text.h"

using namespace Qt::StringLiterals;

namespace diag {

const QStringList &familiesNames()
{
    static const QStringList names{u"ipv4-first"_s, u"ipv6-first"_s, u"ipv4"_s, u"ipv6"_s};
    return names;
}

} // namespace diag
