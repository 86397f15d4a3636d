// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/places.h"

#include <QFile>

/// A file of ../shared/data, which is not part of the sources; empty when it is not there.
inline QByteArray sharedFile(const QString &path)
{
    QFile file(places::shared(QStringLiteral("data/") + path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
