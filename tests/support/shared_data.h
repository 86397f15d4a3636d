// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

/// A file of ../shared/data, which is not part of the sources; empty when it is not there.
inline QByteArray sharedFile(const QString &path)
{
    QFile file(QStringLiteral(VIATRACE_SHARED_DIR "/data/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
