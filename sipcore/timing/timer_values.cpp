// SPDX-License-Identifier: GPL-3.0-or-later
#include "timing/timer_values.h"

#include "base/words.h"

#include <QList>

#include <algorithm>

namespace sip {

namespace {

Error wrong(const QString &what, qsizetype offset)
{
    return {Error::Code::Syntax, what + QLatin1String("; ") + Words::tr("write rfc, fast or e.g. t1=100ms,t2=1s,t4=5s"), offset,
            "R17.1.1.1-1"};
}

/// "100", "100ms" or "2s".
std::optional<Instant> duration(QByteArrayView text)
{
    qint64 unit = 1000;
    if (text.endsWith("ms")) {
        text.chop(2);
    } else if (text.endsWith('s')) {
        text.chop(1);
        unit = 1'000'000;
    }
    bool ok = false;
    const qint64 number = text.toByteArray().toLongLong(&ok);
    if (!ok || number < 0 || number > 3'600'000)
        return std::nullopt;
    return Instant(number * unit);
}

QByteArray written(Instant value)
{
    return QByteArray::number(qint64(value / 1ms)) + "ms";
}

} // namespace

Expected<TimerValues> TimerValues::parse(QByteArrayView text)
{
    const QByteArray whole = text.trimmed().toByteArray().toLower();
    if (whole == "rfc")
        return rfc();
    if (whole == "fast")
        return fast();
    TimerValues values;
    qsizetype offset = 0;
    for (const QByteArray &part : whole.split(',')) {
        const qsizetype at = std::exchange(offset, offset + part.size() + 1);
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = part.left(equals).trimmed();
        Instant *const field = name == "t1" ? &values.t1 : name == "t2" ? &values.t2 : name == "t4" ? &values.t4 : nullptr;
        if (equals < 0 || !field)
            return wrong(Words::tr("\"%1\" is no timer setting").arg(QString::fromUtf8(part)), at);
        const std::optional<Instant> value = duration(QByteArrayView(part).sliced(equals + 1).trimmed());
        if (!value || *value < 1ms || *value > 1h)
            return wrong(Words::tr("\"%1\" is no time between 1 ms and 1 h").arg(QString::fromUtf8(part.mid(equals + 1))),
                         at + equals + 1);
        *field = *value;
    }
    if (values.t1 > values.t2)
        return wrong(Words::tr("T1 (%1) is longer than T2 (%2)")
                         .arg(QString::fromLatin1(written(values.t1)), QString::fromLatin1(written(values.t2))),
                     0);
    return values;
}

QByteArray TimerValues::text() const
{
    if (*this == rfc())
        return "rfc";
    if (*this == fast())
        return "fast";
    return "t1=" + written(t1) + ",t2=" + written(t2) + ",t4=" + written(t4);
}

int plannedSends(bool invite, bool reliable, const TimerValues &values)
{
    if (reliable)
        return 1;
    int sends = 1;
    Instant interval = values.t1;
    for (Instant at = interval; at < values.timeout(); at += interval) {
        ++sends;
        interval = invite ? 2 * interval : std::min(2 * interval, values.t2);
    }
    return sends;
}

} // namespace sip
