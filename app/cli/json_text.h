// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace cli {

/// Octets of the wire as JSON has them.
inline QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

} // namespace cli
