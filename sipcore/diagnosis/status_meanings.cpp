// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/status_meanings.h"

#include "base/words.h"

#include <algorithm>
#include <iterator>

namespace diag {
namespace {

using sip::Words;

struct Meaning {
    int status;
    const char *text;
};

constexpr Meaning meanings[] = {
    {400, QT_TRANSLATE_NOOP("core", "The server could not read the request: look at the marks of the request as sent, the reason "
                                    "phrase often names the header.")},
    {401, QT_TRANSLATE_NOOP("core", "The server asks for a password.")},
    {402, QT_TRANSLATE_NOOP("core", "Payment is required: usually an account without credit.")},
    {403, QT_TRANSLATE_NOOP("core", "The server understood and refuses; the same request again will not help.")},
    {404, QT_TRANSLATE_NOOP("core", "The user or number is not known in the domain of the Request-URI: check number format, "
                                    "domain and whether it is registered.")},
    {405, QT_TRANSLATE_NOOP("core", "This method is not allowed for that address; Allow lists those that are.")},
    {406, QT_TRANSLATE_NOOP("core", "Nothing the Accept header allows can be given.")},
    {407, QT_TRANSLATE_NOOP("core", "A proxy on the way asks for a password.")},
    {408, QT_TRANSLATE_NOOP("core", "It came from the wire: a server on the way waited for the next one and gave up; the fault "
                                    "lies behind the one that answered.")},
    {410, QT_TRANSLATE_NOOP("core", "The address existed and is gone, without a new one.")},
    {412, QT_TRANSLATE_NOOP("core", "The entity tag of the publication is not current: publish again without SIP-If-Match.")},
    {413, QT_TRANSLATE_NOOP("core", "The body is larger than the server takes.")},
    {414, QT_TRANSLATE_NOOP("core", "The Request-URI is longer than the server takes.")},
    {415, QT_TRANSLATE_NOOP("core", "The server does not take this type or encoding of the body; Accept lists what it takes.")},
    {416, QT_TRANSLATE_NOOP("core", "The scheme of the Request-URI is not served: use a sip: URI.")},
    {420, QT_TRANSLATE_NOOP("core", "The request requires an extension the server does not have; Unsupported names it.")},
    {421,
     QT_TRANSLATE_NOOP("core", "The server insists on an extension the request does not offer; its Require header names it.")},
    {422, QT_TRANSLATE_NOOP("core", "The session interval is too short; Min-SE says the least.")},
    {423, QT_TRANSLATE_NOOP("core", "The time asked for is too short; Min-Expires says the least.")},
    {428, QT_TRANSLATE_NOOP("core", "The server wants a signed caller identity (Identity header).")},
    {429, QT_TRANSLATE_NOOP("core", "The server wants to know on whose behalf this is referred (Referred-By).")},
    {433, QT_TRANSLATE_NOOP("core", "Anonymous callers are not taken: send a caller identity.")},
    {436, QT_TRANSLATE_NOOP("core", "The certificate named in the Identity header could not be fetched.")},
    {437, QT_TRANSLATE_NOOP("core", "The certificate of the Identity header is not accepted.")},
    {438,
     QT_TRANSLATE_NOOP("core", "The Identity header does not fit the request: something between changed it, or it is too old.")},
    {480,
     QT_TRANSLATE_NOOP("core", "The user is known but cannot be reached now: not registered, do not disturb, or no answer.")},
    {481,
     QT_TRANSLATE_NOOP(
         "core", "The far side knows no such call or transaction: it has ended there, or the tags and Call-ID do not match.")},
    {482, QT_TRANSLATE_NOOP("core", "The request came back to a server it had passed: a routing loop.")},
    {483, QT_TRANSLATE_NOOP("core", "Max-Forwards reached zero: a routing loop, or a value too small for the way.")},
    {484, QT_TRANSLATE_NOOP("core", "The number is not complete.")},
    {485, QT_TRANSLATE_NOOP("core", "The address fits several users.")},
    {486, QT_TRANSLATE_NOOP("core", "The user is busy.")},
    {487, QT_TRANSLATE_NOOP("core", "The request was ended by a CANCEL or BYE.")},
    {488,
     QT_TRANSLATE_NOOP(
         "core",
         "The offer in the body is not acceptable here: no common codec, encryption wanted or not wanted, or no media address.")},
    {489, QT_TRANSLATE_NOOP("core", "The event package is not known there; Allow-Events lists those that are.")},
    {491, QT_TRANSLATE_NOOP("core", "Another request of this kind is going on in the call: try again after a short while.")},
    {493, QT_TRANSLATE_NOOP("core", "The encrypted body could not be read.")},
    {494, QT_TRANSLATE_NOOP("core", "The server wants an agreement on security first (Security-Client).")},
    {500,
     QT_TRANSLATE_NOOP("core", "The server has an internal fault, or lacks a resource; its log tells more than this answer.")},
    {501, QT_TRANSLATE_NOOP("core", "The server does not know this method at all.")},
    {502, QT_TRANSLATE_NOOP("core", "The server got an answer from further on that it cannot use.")},
    {503,
     QT_TRANSLATE_NOOP(
         "core", "The server is overloaded, in maintenance, or has no working way onward; do not retry before Retry-After.")},
    {504, QT_TRANSLATE_NOOP("core", "The server asked another one, such as DNS or a gateway, and got no answer in time.")},
    {505, QT_TRANSLATE_NOOP("core", "The server does not speak this version of SIP.")},
    {513, QT_TRANSLATE_NOOP("core", "The message is larger than the server can handle.")},
    {580, QT_TRANSLATE_NOOP("core", "The preconditions for media (QoS) could not be met.")},
    {600, QT_TRANSLATE_NOOP("core", "The user is busy everywhere.")},
    {603, QT_TRANSLATE_NOOP("core", "The user, or a policy on behalf of the user, declined; no other place is worth trying.")},
    {604, QT_TRANSLATE_NOOP("core", "The user does not exist anywhere.")},
    {606, QT_TRANSLATE_NOOP("core",
                            "The user would answer, but the session as described is not acceptable: media, codec or bandwidth.")},
    {607, QT_TRANSLATE_NOOP("core", "The called party marked this call as unwanted.")},
    {608, QT_TRANSLATE_NOOP("core", "An intermediary rejected the call, often a spam filter.")},
};

} // namespace

QString statusMeaning(int status)
{
    const auto at = std::lower_bound(std::begin(meanings), std::end(meanings), status,
                                     [](const Meaning &meaning, int wanted) { return meaning.status < wanted; });
    return at != std::end(meanings) && at->status == status ? Words::tr(at->text) : QString();
}

} // namespace diag
