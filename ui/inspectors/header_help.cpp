// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/header_help.h"

#include <iterator>

namespace ui {
namespace {

using sip::HeaderId;

struct Entry {
    HeaderId id;
    const char *meaning, *source;
};
constexpr Entry entries[] = {
    {HeaderId::Accept, "Which body types the sender understands in the answer.", "RFC 3261 20.1"},
    {HeaderId::AcceptContact, "Which kind of device the caller would like to reach.", "RFC 3841 9.2"},
    {HeaderId::AcceptEncoding, "Which codings of a body, such as gzip, the sender can undo.", "RFC 3261 20.2"},
    {HeaderId::AcceptLanguage, "In which human languages reason phrases and texts are welcome.", "RFC 3261 20.3"},
    {HeaderId::AlertInfo, "Which ring tone to play instead of the usual one.", "RFC 3261 20.4"},
    {HeaderId::Allow, "Which methods the sender is willing to receive.", "RFC 3261 20.5"},
    {HeaderId::AllowEvents, "Which event packages can be subscribed to here.", "RFC 6665 8.2.2"},
    {HeaderId::AuthenticationInfo, "The server's own proof that it knows the password, and the nonce to use next.",
     "RFC 3261 20.6"},
    {HeaderId::Authorization, "The answer to a challenge of the called server: proof that we know the password.",
     "RFC 3261 20.7"},
    {HeaderId::CallId, "Names one call or one registration; all messages of it carry the same value.", "RFC 3261 20.8"},
    {HeaderId::CallInfo, "Where more about the caller or the callee can be found, such as a picture.", "RFC 3261 20.9"},
    {HeaderId::Contact, "The address at which the sender itself can be reached directly from now on.", "RFC 3261 20.10"},
    {HeaderId::ContentDisposition, "What the receiver should do with the body.", "RFC 3261 20.11"},
    {HeaderId::ContentEncoding, "How the body was coded on top of its type, for instance gzip.", "RFC 3261 20.12"},
    {HeaderId::ContentLanguage, "The human language of the body.", "RFC 3261 20.13"},
    {HeaderId::ContentLength, "The size of the body in octets.", "RFC 3261 20.14"},
    {HeaderId::ContentType, "What kind of data the body is, for instance application/sdp.", "RFC 3261 20.15"},
    {HeaderId::CSeq, "Numbers the requests of one call in order; an answer repeats it to say what it answers.", "RFC 3261 20.16"},
    {HeaderId::Date, "When the message was first sent, in GMT.", "RFC 3261 20.17"},
    {HeaderId::ErrorInfo, "Where more about this error can be found.", "RFC 3261 20.18"},
    {HeaderId::Event, "Which event package a subscription or publication is about.", "RFC 6665 8.2.1"},
    {HeaderId::Expires, "For how many seconds the registration, subscription or invitation counts.", "RFC 3261 20.19"},
    {HeaderId::FlowTimer, "How often the registrar expects a keep-alive on this connection.", "RFC 5626 10"},
    {HeaderId::From, "Who the request claims to come from; its tag names our half of the dialog.", "RFC 3261 20.20"},
    {HeaderId::HistoryInfo, "Which addresses the request was meant for before it was redirected here.", "RFC 7044 5"},
    {HeaderId::Identity, "A signature of the caller's provider over who is calling whom.", "RFC 8224 4"},
    {HeaderId::IdentityInfo, "Where the certificate for the Identity signature was found (obsolete).", "RFC 4474 9"},
    {HeaderId::InfoPackage, "Which kind of information this INFO request carries.", "RFC 6086 7.2"},
    {HeaderId::InReplyTo, "Which earlier calls this call returns.", "RFC 3261 20.21"},
    {HeaderId::Join, "Which existing call the new one wants to be mixed into.", "RFC 3911 7"},
    {HeaderId::MaxForwards, "How many more proxies may pass the request on; every one takes one off.", "RFC 3261 20.22"},
    {HeaderId::MimeVersion, "The version of MIME the body follows.", "RFC 3261 20.24"},
    {HeaderId::MinExpires, "The shortest lifetime the registrar accepts; it comes with a 423.", "RFC 3261 20.23"},
    {HeaderId::MinSe, "The shortest session refresh interval that is acceptable.", "RFC 4028 5"},
    {HeaderId::Organization, "The organisation the sender belongs to.", "RFC 3261 20.25"},
    {HeaderId::PAssertedIdentity, "Who the caller is, as vouched for by a trusted network.", "RFC 3325 9.1"},
    {HeaderId::PPreferredIdentity, "Which of the caller's identities the network should vouch for.", "RFC 3325 9.2"},
    {HeaderId::Path, "The proxies through which requests to this registration have to travel.", "RFC 3327 4"},
    {HeaderId::Priority, "How urgent the request is to the one who receives it.", "RFC 3261 20.26"},
    {HeaderId::Privacy, "Which parts of the caller's identity the network must hide.", "RFC 3323 4.2"},
    {HeaderId::ProxyAuthenticate, "The challenge of a proxy: prove that you know the password for this realm.", "RFC 3261 20.27"},
    {HeaderId::ProxyAuthenticationInfo, "The proxy's own proof that it knows the password, and the nonce to use next.",
     "RFC 7615 4"},
    {HeaderId::ProxyAuthorization, "The answer to the challenge of a proxy.", "RFC 3261 20.28"},
    {HeaderId::ProxyRequire, "Which extensions every proxy on the way has to support.", "RFC 3261 20.29"},
    {HeaderId::RAck, "Which reliable provisional answer a PRACK confirms.", "RFC 3262 7.2"},
    {HeaderId::Reason, "Why this request was sent, for instance why a call ends.", "RFC 3326 2"},
    {HeaderId::RecordRoute, "A proxy that wants to stay on the path of all later requests of the dialog.", "RFC 3261 20.30"},
    {HeaderId::RecvInfo, "Which INFO packages the sender is willing to receive.", "RFC 6086 7.2"},
    {HeaderId::ReferSub, "Whether a REFER creates a subscription to its own progress.", "RFC 4488 4"},
    {HeaderId::ReferTo, "Whom or what the receiver of a REFER is asked to contact.", "RFC 3515 2.1"},
    {HeaderId::ReferredBy, "Who asked for this request to be made.", "RFC 3892 3"},
    {HeaderId::RejectContact, "Which kind of device must not be reached.", "RFC 3841 9.2"},
    {HeaderId::Replaces, "Which existing call the new one takes the place of.", "RFC 3891 6.1"},
    {HeaderId::ReplyTo, "Where to call back, when that is not the From address.", "RFC 3261 20.31"},
    {HeaderId::RequestDisposition, "How proxies should treat the request: fork, queue, redirect.", "RFC 3841 9.1"},
    {HeaderId::Require, "Which extensions the receiver has to support; otherwise it answers 420.", "RFC 3261 20.32"},
    {HeaderId::RetryAfter, "After how many seconds it makes sense to try again.", "RFC 3261 20.33"},
    {HeaderId::Route, "The proxies the request must visit, in this order.", "RFC 3261 20.34"},
    {HeaderId::RSeq, "Numbers a provisional answer that has to be confirmed by PRACK.", "RFC 3262 7.1"},
    {HeaderId::Server, "The software that answered.", "RFC 3261 20.35"},
    {HeaderId::ServiceRoute, "The proxies through which later requests of this registered client should go.", "RFC 3608 5"},
    {HeaderId::SessionExpires, "How long the session lasts without a refresh, and who refreshes it.", "RFC 4028 4"},
    {HeaderId::SipEtag, "The name the server gave to the published state.", "RFC 3903 11.3.1"},
    {HeaderId::SipIfMatch, "Which published state this PUBLISH refreshes, changes or removes.", "RFC 3903 11.3.2"},
    {HeaderId::Subject, "What the call is about, in words for people.", "RFC 3261 20.36"},
    {HeaderId::SubscriptionState, "Whether the subscription is active, pending or over, and for how long.", "RFC 6665 8.2.3"},
    {HeaderId::Supported, "Which extensions the sender supports.", "RFC 3261 20.37"},
    {HeaderId::Timestamp, "When the request was sent by the sender's clock, to measure the round trip.", "RFC 3261 20.38"},
    {HeaderId::To, "Whom the request is meant for; its tag, added by the answer, names the other half of the dialog.",
     "RFC 3261 20.39"},
    {HeaderId::Unsupported, "Which required extensions are not supported; it comes with a 420.", "RFC 3261 20.40"},
    {HeaderId::UserAgent, "The software that sent the request.", "RFC 3261 20.41"},
    {HeaderId::Via, "One hop of the way here: answers go back along these rows, top first; branch names the transaction.",
     "RFC 3261 20.42"},
    {HeaderId::Warning, "What exactly went wrong, mostly with the session description.", "RFC 3261 20.43"},
    {HeaderId::WwwAuthenticate, "The challenge of the server: prove that you know the password for this realm.",
     "RFC 3261 20.44"},
};

constexpr bool inOrder()
{
    for (size_t i = 0; i < std::size(entries); ++i)
        if (size_t(entries[i].id) != i + 1)
            return false;
    return std::size(entries) + 1 == size_t(HeaderId::Count);
}
static_assert(inOrder(), "one entry per HeaderId, in its order");

} // namespace

HeaderHelp headerHelp(HeaderId id)
{
    if (id == HeaderId::Other || id >= HeaderId::Count)
        return {};
    const Entry &entry = entries[size_t(id) - 1];
    return {QString::fromLatin1(entry.meaning), QString::fromLatin1(entry.source)};
}

} // namespace ui
