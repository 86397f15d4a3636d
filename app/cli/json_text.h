// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/trace_event.h"

#include <QJsonArray>

// Values as the JSON of the CLI has them.
namespace cli {

/// Octets of the wire.
inline QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

inline QJsonArray array(const QList<QByteArray> &texts)
{
    QJsonArray out;
    for (const QByteArray &one : texts)
        out.append(text(one));
    return out;
}

QString text(sip::MessageReceived::Fate fate); ///< "delivered", "copy", ...

} // namespace cli
