// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/request_builder.h"

#include <iterator>

namespace sip {
namespace {

//= R8.1.1.8-1 the methods that form or refresh a dialog carry a Contact
//= R10.2-7 a REGISTER has as many as the user gives: none only asks
//= R3428.4-1 MESSAGE has none
constexpr MethodTraits table[] = {
    {.name = "INVITE", .invite = true, .needsContact = true, .refreshesTarget = true, .createsDialog = true, .cancellable = true},
    {.name = "SUBSCRIBE", .needsContact = true, .refreshesTarget = true, .createsDialog = true, .subscribes = true},
    {.name = "REFER", .needsContact = true, .refreshesTarget = true, .createsDialog = true, .subscribes = true},
    {.name = "NOTIFY", .needsContact = true, .refreshesTarget = true, .inDialogOnly = true},
    {.name = "UPDATE", .needsContact = true, .refreshesTarget = true, .inDialogOnly = true},
    {.name = "REGISTER", .leavesState = true},
    {.name = "PUBLISH", .leavesState = true, .oneAtATime = "R3903.4-2"},
    {.name = "MESSAGE", .forbidsContact = true, .oneAtATime = "R3428.8-2"},
    {.name = "BYE", .inDialogOnly = true},
    {.name = "PRACK", .inDialogOnly = true},
    {.name = "INFO", .inDialogOnly = true},
};
constexpr MethodTraits unknown;

} // namespace

const MethodTraits &methodTraits(QByteArrayView method)
{
    //= R7.1-2 "invite" is not INVITE
    for (const MethodTraits &traits : table)
        if (traits.name == method)
            return traits;
    return unknown;
}

} // namespace sip
