// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/places.h"

namespace places {

QString source(const char *path)
{
    return QStringLiteral(VIATRACE_SOURCE_DIR "/") + QString::fromUtf8(path);
}

QString shared(const QString &path)
{
    return QStringLiteral(VIATRACE_SOURCE_DIR "/../shared/") + path;
}

} // namespace places
