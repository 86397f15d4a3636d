// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/cause_names.h"

#include "message/message_draft.h"

#include <QtGlobal>

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
    {1, QT_TRANSLATE_NOOP("core", "unallocated number")},
    {2, QT_TRANSLATE_NOOP("core", "no route to transit network")},
    {3, QT_TRANSLATE_NOOP("core", "no route to destination")},
    {16, QT_TRANSLATE_NOOP("core", "normal call clearing")},
    {17, QT_TRANSLATE_NOOP("core", "user busy")},
    {18, QT_TRANSLATE_NOOP("core", "no user responding")},
    {19, QT_TRANSLATE_NOOP("core", "no answer from user")},
    {20, QT_TRANSLATE_NOOP("core", "subscriber absent")},
    {21, QT_TRANSLATE_NOOP("core", "call rejected")},
    {22, QT_TRANSLATE_NOOP("core", "number changed")},
    {26, QT_TRANSLATE_NOOP("core", "answered elsewhere")},
    {27, QT_TRANSLATE_NOOP("core", "destination out of order")},
    {28, QT_TRANSLATE_NOOP("core", "invalid number format")},
    {29, QT_TRANSLATE_NOOP("core", "facility rejected")},
    {31, QT_TRANSLATE_NOOP("core", "normal, unspecified")},
    {34, QT_TRANSLATE_NOOP("core", "no circuit or channel available")},
    {38, QT_TRANSLATE_NOOP("core", "network out of order")},
    {41, QT_TRANSLATE_NOOP("core", "temporary failure")},
    {42, QT_TRANSLATE_NOOP("core", "switching equipment congestion")},
    {44, QT_TRANSLATE_NOOP("core", "requested channel not available")},
    {47, QT_TRANSLATE_NOOP("core", "resource unavailable")},
    {50, QT_TRANSLATE_NOOP("core", "facility not subscribed")},
    {55, QT_TRANSLATE_NOOP("core", "incoming calls barred")},
    {57, QT_TRANSLATE_NOOP("core", "bearer capability not authorised")},
    {58, QT_TRANSLATE_NOOP("core", "bearer capability not available")},
    {65, QT_TRANSLATE_NOOP("core", "bearer capability not implemented")},
    {79, QT_TRANSLATE_NOOP("core", "service or option not implemented")},
    {87, QT_TRANSLATE_NOOP("core", "user not member of the closed group")},
    {88, QT_TRANSLATE_NOOP("core", "incompatible destination")},
    {102, QT_TRANSLATE_NOOP("core", "recovery on timer expiry")},
    {111, QT_TRANSLATE_NOOP("core", "protocol error")},
    {127, QT_TRANSLATE_NOOP("core", "interworking")},
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
