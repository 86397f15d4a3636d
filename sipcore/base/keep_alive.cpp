// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/keep_alive.h"

#include "base/words.h"

namespace sip {

//= R5626.4.4.1-2
//= R5626.4.4.2-1
PingInterval PingInterval::usual(Protocol protocol)
{
    return protocol == Protocol::Udp ? PingInterval{24s, 29s} : PingInterval{95s, 120s};
}

//= R5626.4.4.1-2
Instant PingInterval::draw(Random &random) const
{
    return least + Instant(qint64(random.below(quint64((most - least).count()) + 1)));
}

Expected<KeepAliveSetting> KeepAliveSetting::parse(QByteArrayView text)
{
    const QByteArrayView word = text.trimmed();
    if (word == "off")
        return KeepAliveSetting{When::Off, {}};
    if (word == "auto")
        return KeepAliveSetting{};
    if (word == "ask")
        return KeepAliveSetting{When::Ask, {}};
    bool isNumber = false;
    const QByteArrayView digits = word.endsWith('s') ? word.chopped(1) : word;
    const uint seconds = digits.toByteArray().toUInt(&isNumber);
    const Instant every = std::chrono::seconds(seconds);
    if (!isNumber || every < Shortest || every > Longest)
        return Error{Error::Code::Syntax,
                     Words::tr("\"%1\" is no way to keep a flow alive: write off, auto, ask or seconds from 1 to 86400, e.g. 30")
                         .arg(QString::fromUtf8(word.first(std::min<qsizetype>(word.size(), 40))))};
    return KeepAliveSetting{When::Every, every};
}

QByteArray KeepAliveSetting::text() const
{
    switch (when) {
    case When::Off: return "off";
    case When::Auto: return "auto";
    case When::Ask: return "ask";
    case When::Every: break;
    }
    return QByteArray::number(every / std::chrono::seconds(1)) + 's';
}

} // namespace sip
