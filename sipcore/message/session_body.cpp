// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/session_body.h"

#include "message/scan.h"

namespace sip {

QByteArrayView sessionDescriptionOf(const Message &message)
{
    const qsizetype row = message.firstRow(HeaderId::ContentType);
    if (row < 0)
        return {};
    QByteArrayView type = message.rawValue(message.header(row));
    if (const qsizetype semicolon = type.indexOf(';'); semicolon >= 0)
        type = type.first(semicolon);
    const qsizetype coding = message.firstRow(HeaderId::ContentEncoding);
    const bool plain =
        coding < 0 || scan::equalsIgnoringCase(scan::trimmed(message.rawValue(message.header(coding))), "identity");
    return plain && scan::equalsIgnoringCase(scan::trimmed(type), "application/sdp") ? message.body() : QByteArrayView();
}

} // namespace sip
