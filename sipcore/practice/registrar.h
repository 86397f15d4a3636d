// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "message/headers.h"
#include "message/message.h"

#include <QHash>
#include <QList>

namespace diag {

/// Bindings of addresses of record, as RFC 3261 10.3 keeps them. Plain data, time enters as an argument.
class Registrar {
public:
    static constexpr qint64 DefaultExpires = 3600; ///< seconds, also the most that is granted
    static constexpr qsizetype MaxBindings = 1000; ///< of all users together

    struct Outcome {
        int status = 200;
        QByteArray reason;          ///< empty: the usual phrase
        QList<QByteArray> contacts; ///< values of Contact rows: every binding that is left, with what is left of its time
    };
    /// \param request  a REGISTER with a readable To. Nothing changes unless all of it is good.
    Outcome handle(const sip::Message &request, sip::Instant now);
    int bindingCount(sip::Instant now) const;
    /// Values of Contact rows: the bindings of \a record (see recordOf()) with what is left of their time.
    QList<QByteArray> contactsOf(const QByteArray &record, sip::Instant now) const;
    bool isRegistered(const QByteArray &record, sip::Instant now) const;
    void clear() { m_records.clear(); }

    /// user@host of a To or Request-URI, host in lower case; null: not a SIP URI.
    static QByteArray recordOf(const sip::Uri &uri);

private:
    struct Binding {
        sip::NameAddr address;
        QByteArray callId;
        quint32 cseq = 0;
        sip::Instant until{};
    };
    using Record = QList<Binding>;
    void dropExpired(sip::Instant now);
    static QList<QByteArray> shown(const Record &record, sip::Instant now);

    QHash<QByteArray, Record> m_records;
};

} // namespace diag
