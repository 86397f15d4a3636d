// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/srv_order.h"

#include <algorithm>

namespace sip {

//= R2782-1
QList<DnsRecord> inSrvOrder(QList<DnsRecord> records, Random &random)
{
    records.removeIf([](const DnsRecord &one) { return one.target == "."; });
    // Inside a priority those of weight 0 stand first, so that they are drawn only when the number drawn is 0.
    std::stable_sort(records.begin(), records.end(), [](const DnsRecord &a, const DnsRecord &b) {
        return a.order != b.order ? a.order < b.order : a.preference == 0 && b.preference != 0;
    });
    QList<DnsRecord> ordered;
    while (!records.isEmpty()) {
        const auto end = std::find_if(records.cbegin(), records.cend(),
                                      [&records](const DnsRecord &one) { return one.order != records.first().order; });
        quint64 sum = 0;
        for (auto one = records.cbegin(); one != end; ++one)
            sum += one->preference;
        const quint64 drawn = random.below(sum + 1);
        quint64 running = 0;
        const auto chosen = std::find_if(records.cbegin(), end, [&running, drawn](const DnsRecord &one) {
            running += one.preference;
            return running >= drawn;
        });
        ordered.append(*chosen);
        records.erase(chosen);
    }
    return ordered;
}

} // namespace sip
