// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/duration.h"

#include "base/words.h"

#include <cmath>

namespace diag {

using sip::Words;

sip::Expected<sip::Instant> parseDuration(QByteArrayView text)
{
    const QByteArray whole = text.trimmed().toByteArray().toLower();
    const auto wrong = [&whole] {
        return sip::Error{sip::Error::Code::Syntax,
                          Words::tr("\"%1\" is no length of time; write e.g. 500ms, 2s or 3min (24 hours at most)")
                              .arg(QString::fromUtf8(whole.left(60))),
                          0, ""};
    };
    if (whole == "0")
        return sip::Instant(0);
    double unit = 0;
    QByteArray number = whole;
    if (whole.endsWith("ms")) {
        unit = 1e3;
        number.chop(2);
    } else if (whole.endsWith("min")) {
        unit = 60e6;
        number.chop(3);
    } else if (whole.endsWith('s')) {
        unit = 1e6;
        number.chop(1);
    }
    number = number.trimmed();
    bool ok = false;
    const double value = number.toDouble(&ok);
    const bool plain = !number.isEmpty() && (number[0] == '.' || (number[0] >= '0' && number[0] <= '9')); // no sign, inf or nan
    if (!ok || !plain || unit == 0 || value * unit > 24 * 3600e6)
        return wrong();
    return sip::Instant(std::llround(value * unit));
}

QByteArray durationText(sip::Instant value)
{
    const qint64 ms = value.count() / 1000;
    if (ms == 0)
        return "0";
    return ms % 1000 == 0 ? QByteArray::number(ms / 1000) + "s" : QByteArray::number(ms) + "ms";
}

} // namespace diag
