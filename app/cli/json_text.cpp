// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"

using namespace Qt::StringLiterals;

namespace cli {

QString text(sip::MessageReceived::Fate fate)
{
    using Fate = sip::MessageReceived::Fate;
    switch (fate) {
    case Fate::Delivered: return u"delivered"_s;
    case Fate::Copy: return u"copy"_s;
    case Fate::Late: return u"late"_s;
    case Fate::Stray: return u"stray"_s;
    case Fate::Dropped: return u"dropped"_s;
    }
    return {};
}

} // namespace cli
