// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"

#include <optional>

namespace diag {

/// One binding, as the registrar lists it in a 2xx to REGISTER (RFC 3261 10.3). What it does not say is empty.
struct Binding {
    QByteArray uri;
    QByteArray q;
    QByteArray instance, regId;   ///< +sip.instance without quotes, reg-id (RFC 5626)
    QByteArray pubGruu, tempGruu; ///< without quotes (RFC 5627)
    qint64 expires = -1;          ///< seconds from the answer on; -1: not stated
    /// The REGISTER that was answered named it; a query, which names none: it leads to the address the query came from.
    bool ours = false;
};

/// What the newest 2xx to REGISTER of a flow says, and what is still to come.
struct Registration {
    quint64 seq = 0;                       ///< row of the 2xx
    sip::Instant at{};                     ///< when it came: the intervals run from then on
    QByteArray addressOfRecord;            ///< URI of its To
    QList<Binding> bindings;               ///< in the registrar's order
    QList<QByteArray> path;                ///< RFC 3327
    QList<QByteArray> serviceRoute;        ///< RFC 3608
    QList<QByteArray> associatedUris;      ///< P-Associated-URI (RFC 7315)
    bool outbound = false;                 ///< Require: outbound: the registrar keeps flows (RFC 5626)
    std::optional<sip::Instant> refreshAt; ///< our next REGISTER; nullopt: none will come by itself

    sip::Instant goneAt(const Binding &binding) const { return at + std::chrono::seconds(binding.expires); }
};

/// \return nullopt: the flow has no 2xx to REGISTER
std::optional<Registration> registrationOf(const Flow &flow);

/// The same for people, one binding in a line, headed by how many there are.
QStringList registrationLines(const Registration &registration);

} // namespace diag
