// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/cause_names.h"

#include "message/message_draft.h"

#include <algorithm>
#include <iterator>

namespace diag {
namespace {

struct Cause {
    int number;
    QByteArrayView name;
};

/// ITU-T Q.850, those that gateways send.
constexpr Cause q850[] = {
    {1, "unallocated number"},
    {2, "no route to transit network"},
    {3, "no route to destination"},
    {16, "normal call clearing"},
    {17, "user busy"},
    {18, "no user responding"},
    {19, "no answer from user"},
    {20, "subscriber absent"},
    {21, "call rejected"},
    {22, "number changed"},
    {26, "answered elsewhere"},
    {27, "destination out of order"},
    {28, "invalid number format"},
    {29, "facility rejected"},
    {31, "normal, unspecified"},
    {34, "no circuit or channel available"},
    {38, "network out of order"},
    {41, "temporary failure"},
    {42, "switching equipment congestion"},
    {44, "requested channel not available"},
    {47, "resource unavailable"},
    {50, "facility not subscribed"},
    {55, "incoming calls barred"},
    {57, "bearer capability not authorised"},
    {58, "bearer capability not available"},
    {65, "bearer capability not implemented"},
    {79, "service or option not implemented"},
    {87, "user not member of the closed group"},
    {88, "incompatible destination"},
    {102, "recovery on timer expiry"},
    {111, "protocol error"},
    {127, "interworking"},
};

} // namespace

//= R3326.2-2
QByteArrayView causeName(const sip::Reason &reason)
{
    if (reason.protocol.compare("SIP", Qt::CaseInsensitive) == 0)
        return sip::defaultReason(reason.cause);
    if (reason.protocol.compare("Q.850", Qt::CaseInsensitive) != 0)
        return {};
    const auto at = std::lower_bound(std::begin(q850), std::end(q850), reason.cause,
                                     [](const Cause &cause, int wanted) { return cause.number < wanted; });
    return at != std::end(q850) && at->number == reason.cause ? at->name : QByteArrayView();
}

} // namespace diag
