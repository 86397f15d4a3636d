// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/option_tags.h"

#include "message/headers.h"

#include <algorithm>

namespace sip {

bool listsOption(const Message &message, HeaderId id, QByteArrayView option)
{
    const QList<QByteArray> rows = message.values(id);
    return std::any_of(rows.cbegin(), rows.cend(), [option](const QByteArray &row) {
        const QList<QByteArray> tags = splitList(row);
        return std::any_of(tags.cbegin(), tags.cend(),
                           [option](const QByteArray &tag) { return option.compare(tag, Qt::CaseInsensitive) == 0; });
    });
}

} // namespace sip
