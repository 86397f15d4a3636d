// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/shared_data.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

/// The messages of RFC 4475 and RFC 5118 with what the RFCs say about them; empty when ../shared/data is not there.
struct TortureMessage {
    QByteArray name;
    QByteArray wire;
    QByteArray archive; ///< RFC 5118: as archived, with bare line feeds
    QJsonObject facts;
};

inline QList<TortureMessage> tortureMessages()
{
    QList<TortureMessage> all;
    const QJsonObject root = QJsonDocument::fromJson(sharedFile(QStringLiteral("torture.json"))).object();
    for (const char *set : {"rfc4475", "rfc5118"})
        for (const QJsonValue value : root[QLatin1String(set)].toObject()[QLatin1String("messages")].toArray()) {
            const QJsonObject facts = value.toObject();
            const bool archived = facts.contains(QLatin1String("file_wire"));
            const QString path = facts[QLatin1String(archived ? "file_wire" : "file")].toString();
            all += {facts[QLatin1String("name")].toString().toUtf8(), sharedFile(path),
                    archived ? sharedFile(facts[QLatin1String("file_archive")].toString()) : QByteArray(), facts};
        }
    return all;
}
