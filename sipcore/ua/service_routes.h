// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/instant.h"
#include "message/uri.h"

#include <QList>

namespace sip {

/// Through which proxies a registered user sends (RFC 3608): what registrars said in Service-Route, by address-of-record. A
/// value.
class ServiceRoutes {
public:
    static constexpr qsizetype Most = 1000; ///< users remembered; the oldest are dropped

    /// The newest 2xx to a REGISTER counts (R3608.5-1). \param registrar  where that REGISTER went
    /// \param routes  Service-Route values in order; empty: none any more \param until  when the registration runs out
    void set(const Uri &addressOfRecord, const TransportAddress &registrar, const QList<QByteArray> &routes, Instant until);
    /// For a request from this user that is to go where its REGISTER went: who sends elsewhere means to. Empty: nothing is known.
    QList<QByteArray> of(const Uri &addressOfRecord, const TransportAddress &target, Instant now) const;
    bool isEmpty() const { return m_known.isEmpty(); }

private:
    struct Known {
        Uri addressOfRecord;
        TransportAddress registrar;
        QList<QByteArray> routes;
        Instant until;
    };
    QList<Known> m_known;
};

} // namespace sip
