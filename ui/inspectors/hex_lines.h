// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace ui {

inline constexpr qsizetype OctetsPerHexLine = 16;

/// "48 65 6c 6c 6f                                    Hello": up to 16 octets and what is printable of them.
QString hexLine(QByteArrayView octets);

} // namespace ui
