// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/via_branch.h"

#include "message/scan.h"

namespace sip {

QByteArrayView topVia(const Message &message)
{
    const qsizetype row = message.firstRow(HeaderId::Via);
    if (row < 0)
        return {};
    scan::Elements elements(message.rawValue(message.header(row)));
    while (elements.next())
        if (!elements.element.isEmpty())
            return scan::trimmed(elements.element);
    return {};
}

QByteArray withBranch(QByteArrayView via, const QByteArray &branch)
{
    const scan::View old = scan::param(scan::splitVia(via).params, "branch");
    QByteArray out = via.toByteArray();
    if (old.isEmpty())
        return out + ";branch=" + branch;
    return out.replace(old.data() - via.data(), old.size(), branch);
}

} // namespace sip
