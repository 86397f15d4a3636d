// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

// What NOTIFY tells of each event package, in the format the package's RFC gives.
namespace diag {

struct EventDocument {
    QByteArray type, body;
};

/// One call of a user, as the dialog package tells of it (RFC 4235).
struct DialogState {
    QByteArray callId, localTag, remoteTag;
    bool confirmed = false; ///< else it rings
};

// resource: user@host; version: 0, 1, ... in one subscription
EventDocument presenceDocument(const QByteArray &resource, bool there);
EventDocument dialogDocument(const QByteArray &resource, quint32 version, const QList<DialogState> &dialogs);
/// RFC 3680. \param contacts  values of Contact rows
EventDocument registrationDocument(const QByteArray &resource, quint32 version, const QList<QByteArray> &contacts);
EventDocument messageSummary();

} // namespace diag
