// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/padding.h"

#include "request/request_builder.h"

#include <algorithm>

namespace diag {

namespace {

constexpr qsizetype LongestRow = 500; // servers limit the length of a row long before that of a message
constexpr QByteArrayView Name = "X-Padding";
constexpr qsizetype AroundValue = Name.size() + 4; // ": " and CRLF

qsizetype sizeOf(const sip::ComposedRequest &request, const sip::Endpoint &local, sip::Protocol protocol)
{
    return sip::previewRequest(request, local, protocol).wire().size();
}

/// Rows of exactly so many octets together; at least one of one letter.
void addRows(sip::ComposedRequest &request, qsizetype octets)
{
    for (octets = std::max(octets, AroundValue + 1); octets > 0;) {
        // What is left has to be enough for a row.
        const qsizetype row = octets <= LongestRow ? octets : octets - LongestRow >= AroundValue + 1 ? LongestRow : octets / 2;
        request.rows.append({Name.toByteArray(), QByteArray(row - AroundValue, 'x')});
        octets -= row;
    }
}

} // namespace

sip::ComposedRequest padded(sip::ComposedRequest request, qsizetype octets, Padding padding, const sip::Endpoint &local,
                            sip::Protocol protocol)
{
    if (padding == Padding::Header) {
        addRows(request, octets - sizeOf(request, local, protocol));
        return request;
    }
    const QByteArray body = request.body;
    qsizetype more = std::max<qsizetype>(octets - sizeOf(request, local, protocol), 1);
    for (;; --more) {
        request.body = body + QByteArray(more, 'x');
        if (more == 1 || sizeOf(request, local, protocol) <= octets)
            return request;
    }
}

} // namespace diag
