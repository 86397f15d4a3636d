// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"

#include <QList>

#include <optional>

namespace sip {

/// A Binding of STUN (RFC 5389), as SIP uses it to keep a UDP flow open (RFC 5626 4.4.2): a request asks where it is seen to come
/// from, the answer says so.
struct StunBinding {
    enum class Kind : quint8 { Request, Indication, Success, Error };
    static constexpr qsizetype IdSize = 12;

    Kind kind = Kind::Request;
    QByteArray id = {};                  ///< of the transaction, IdSize octets
    std::optional<Endpoint> mapped = {}; ///< Success: where the request came from; always there in one that was read
    int errorCode = 0;                   ///< Error: 300 to 699
    QString reason = {};                 ///< Error; may be empty
    QList<quint16> unknown = {};         ///< required attributes that we do not know; of an Error: that the peer did not know
    bool fingerprint = true;             ///< it is, or was, checked by one
};

/// Does this datagram begin like STUN, so that it is never taken for SIP: two zero bits, and the cookie (RFC 5389 8).
bool isStun(QByteArrayView datagram);
/// \return Code::Syntax, Code::Missing, Code::Unsupported with a sentence about the datagram
Expected<StunBinding> readStun(QByteArrayView datagram);
QByteArray writeStun(const StunBinding &binding);

} // namespace sip
