// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/header_help.h"

#include <QCoreApplication>

#include <iterator>

namespace ui {
namespace {

using sip::HeaderId;

struct Entry {
    HeaderId id;
    const char *meaning, *source;
};
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::HeaderHelp)
public:
    static constexpr Entry entries[] = {
        {HeaderId::Accept, QT_TR_NOOP("Which body types the sender understands in the answer."), "RFC 3261 20.1"},
        {HeaderId::AcceptContact, QT_TR_NOOP("Which kind of device the caller would like to reach."), "RFC 3841 9.2"},
        {HeaderId::AcceptEncoding, QT_TR_NOOP("Which codings of a body, such as gzip, the sender can undo."), "RFC 3261 20.2"},
        {HeaderId::AcceptLanguage, QT_TR_NOOP("In which human languages reason phrases and texts are welcome."), "RFC 3261 20.3"},
        {HeaderId::AlertInfo, QT_TR_NOOP("Which ring tone to play instead of the usual one."), "RFC 3261 20.4"},
        {HeaderId::Allow, QT_TR_NOOP("Which methods the sender is willing to receive."), "RFC 3261 20.5"},
        {HeaderId::AllowEvents, QT_TR_NOOP("Which event packages can be subscribed to here."), "RFC 6665 8.2.2"},
        {HeaderId::AuthenticationInfo,
         QT_TR_NOOP("The server's own proof that it knows the password, and the nonce to use next."), "RFC 3261 20.6"},
        {HeaderId::Authorization, QT_TR_NOOP("The answer to a challenge of the called server: proof that we know the password."),
         "RFC 3261 20.7"},
        {HeaderId::CallId, QT_TR_NOOP("Names one call or one registration; all messages of it carry the same value."),
         "RFC 3261 20.8"},
        {HeaderId::CallInfo, QT_TR_NOOP("Where more about the caller or the callee can be found, such as a picture."),
         "RFC 3261 20.9"},
        {HeaderId::Contact, QT_TR_NOOP("The address at which the sender itself can be reached directly from now on."),
         "RFC 3261 20.10"},
        {HeaderId::ContentDisposition, QT_TR_NOOP("What the receiver should do with the body."), "RFC 3261 20.11"},
        {HeaderId::ContentEncoding, QT_TR_NOOP("How the body was coded on top of its type, for instance gzip."),
         "RFC 3261 20.12"},
        {HeaderId::ContentLanguage, QT_TR_NOOP("The human language of the body."), "RFC 3261 20.13"},
        {HeaderId::ContentLength, QT_TR_NOOP("The size of the body in octets."), "RFC 3261 20.14"},
        {HeaderId::ContentType, QT_TR_NOOP("What kind of data the body is, for instance application/sdp."), "RFC 3261 20.15"},
        {HeaderId::CSeq, QT_TR_NOOP("Numbers the requests of one call in order; an answer repeats it to say what it answers."),
         "RFC 3261 20.16"},
        {HeaderId::Date, QT_TR_NOOP("When the message was first sent, in GMT."), "RFC 3261 20.17"},
        {HeaderId::ErrorInfo, QT_TR_NOOP("Where more about this error can be found."), "RFC 3261 20.18"},
        {HeaderId::Event, QT_TR_NOOP("Which event package a subscription or publication is about."), "RFC 6665 8.2.1"},
        {HeaderId::Expires, QT_TR_NOOP("For how many seconds the registration, subscription or invitation counts."),
         "RFC 3261 20.19"},
        {HeaderId::FlowTimer, QT_TR_NOOP("How often the registrar expects a keep-alive on this connection."), "RFC 5626 10"},
        {HeaderId::From, QT_TR_NOOP("Who the request claims to come from; its tag names our half of the dialog."),
         "RFC 3261 20.20"},
        {HeaderId::HistoryInfo, QT_TR_NOOP("Which addresses the request was meant for before it was redirected here."),
         "RFC 7044 5"},
        {HeaderId::Identity, QT_TR_NOOP("A signature of the caller's provider over who is calling whom."), "RFC 8224 4"},
        {HeaderId::IdentityInfo, QT_TR_NOOP("Where the certificate for the Identity signature was found (obsolete)."),
         "RFC 4474 9"},
        {HeaderId::InfoPackage, QT_TR_NOOP("Which kind of information this INFO request carries."), "RFC 6086 7.2"},
        {HeaderId::InReplyTo, QT_TR_NOOP("Which earlier calls this call returns."), "RFC 3261 20.21"},
        {HeaderId::Join, QT_TR_NOOP("Which existing call the new one wants to be mixed into."), "RFC 3911 7"},
        {HeaderId::MaxForwards, QT_TR_NOOP("How many more proxies may pass the request on; every one takes one off."),
         "RFC 3261 20.22"},
        {HeaderId::MimeVersion, QT_TR_NOOP("The version of MIME the body follows."), "RFC 3261 20.24"},
        {HeaderId::MinExpires, QT_TR_NOOP("The shortest lifetime the registrar accepts; it comes with a 423."), "RFC 3261 20.23"},
        {HeaderId::MinSe, QT_TR_NOOP("The shortest session refresh interval that is acceptable."), "RFC 4028 5"},
        {HeaderId::Organization, QT_TR_NOOP("The organisation the sender belongs to."), "RFC 3261 20.25"},
        {HeaderId::PAssertedIdentity, QT_TR_NOOP("Who the caller is, as vouched for by a trusted network."), "RFC 3325 9.1"},
        {HeaderId::PPreferredIdentity, QT_TR_NOOP("Which of the caller's identities the network should vouch for."),
         "RFC 3325 9.2"},
        {HeaderId::Path, QT_TR_NOOP("The proxies through which requests to this registration have to travel."), "RFC 3327 4"},
        {HeaderId::Priority, QT_TR_NOOP("How urgent the request is to the one who receives it."), "RFC 3261 20.26"},
        {HeaderId::Privacy, QT_TR_NOOP("Which parts of the caller's identity the network must hide."), "RFC 3323 4.2"},
        {HeaderId::ProxyAuthenticate, QT_TR_NOOP("The challenge of a proxy: prove that you know the password for this realm."),
         "RFC 3261 20.27"},
        {HeaderId::ProxyAuthenticationInfo,
         QT_TR_NOOP("The proxy's own proof that it knows the password, and the nonce to use next."), "RFC 7615 4"},
        {HeaderId::ProxyAuthorization, QT_TR_NOOP("The answer to the challenge of a proxy."), "RFC 3261 20.28"},
        {HeaderId::ProxyRequire, QT_TR_NOOP("Which extensions every proxy on the way has to support."), "RFC 3261 20.29"},
        {HeaderId::RAck, QT_TR_NOOP("Which reliable provisional answer a PRACK confirms."), "RFC 3262 7.2"},
        {HeaderId::Reason, QT_TR_NOOP("Why this request was sent, for instance why a call ends."), "RFC 3326 2"},
        {HeaderId::RecordRoute, QT_TR_NOOP("A proxy that wants to stay on the path of all later requests of the dialog."),
         "RFC 3261 20.30"},
        {HeaderId::RecvInfo, QT_TR_NOOP("Which INFO packages the sender is willing to receive."), "RFC 6086 7.2"},
        {HeaderId::ReferSub, QT_TR_NOOP("Whether a REFER creates a subscription to its own progress."), "RFC 4488 4"},
        {HeaderId::ReferTo, QT_TR_NOOP("Whom or what the receiver of a REFER is asked to contact."), "RFC 3515 2.1"},
        {HeaderId::ReferredBy, QT_TR_NOOP("Who asked for this request to be made."), "RFC 3892 3"},
        {HeaderId::RejectContact, QT_TR_NOOP("Which kind of device must not be reached."), "RFC 3841 9.2"},
        {HeaderId::Replaces, QT_TR_NOOP("Which existing call the new one takes the place of."), "RFC 3891 6.1"},
        {HeaderId::ReplyTo, QT_TR_NOOP("Where to call back, when that is not the From address."), "RFC 3261 20.31"},
        {HeaderId::RequestDisposition, QT_TR_NOOP("How proxies should treat the request: fork, queue, redirect."),
         "RFC 3841 9.1"},
        {HeaderId::Require, QT_TR_NOOP("Which extensions the receiver has to support; otherwise it answers 420."),
         "RFC 3261 20.32"},
        {HeaderId::RetryAfter, QT_TR_NOOP("After how many seconds it makes sense to try again."), "RFC 3261 20.33"},
        {HeaderId::Route, QT_TR_NOOP("The proxies the request must visit, in this order."), "RFC 3261 20.34"},
        {HeaderId::RSeq, QT_TR_NOOP("Numbers a provisional answer that has to be confirmed by PRACK."), "RFC 3262 7.1"},
        {HeaderId::Server, QT_TR_NOOP("The software that answered."), "RFC 3261 20.35"},
        {HeaderId::ServiceRoute, QT_TR_NOOP("The proxies through which later requests of this registered client should go."),
         "RFC 3608 5"},
        {HeaderId::SessionExpires, QT_TR_NOOP("How long the session lasts without a refresh, and who refreshes it."),
         "RFC 4028 4"},
        {HeaderId::SipEtag, QT_TR_NOOP("The name the server gave to the published state."), "RFC 3903 11.3.1"},
        {HeaderId::SipIfMatch, QT_TR_NOOP("Which published state this PUBLISH refreshes, changes or removes."),
         "RFC 3903 11.3.2"},
        {HeaderId::Subject, QT_TR_NOOP("What the call is about, in words for people."), "RFC 3261 20.36"},
        {HeaderId::SubscriptionState, QT_TR_NOOP("Whether the subscription is active, pending or over, and for how long."),
         "RFC 6665 8.2.3"},
        {HeaderId::Supported, QT_TR_NOOP("Which extensions the sender supports."), "RFC 3261 20.37"},
        {HeaderId::Timestamp, QT_TR_NOOP("When the request was sent by the sender's clock, to measure the round trip."),
         "RFC 3261 20.38"},
        {HeaderId::To,
         QT_TR_NOOP("Whom the request is meant for; its tag, added by the answer, names the other half of the dialog."),
         "RFC 3261 20.39"},
        {HeaderId::Unsupported, QT_TR_NOOP("Which required extensions are not supported; it comes with a 420."),
         "RFC 3261 20.40"},
        {HeaderId::UserAgent, QT_TR_NOOP("The software that sent the request."), "RFC 3261 20.41"},
        {HeaderId::Via,
         QT_TR_NOOP("One hop of the way here: answers go back along these rows, top first; branch names the transaction."),
         "RFC 3261 20.42"},
        {HeaderId::Warning, QT_TR_NOOP("What exactly went wrong, mostly with the session description."), "RFC 3261 20.43"},
        {HeaderId::WwwAuthenticate, QT_TR_NOOP("The challenge of the server: prove that you know the password for this realm."),
         "RFC 3261 20.44"},
    };
};
constexpr auto &entries = Words::entries;

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
    return {Words::tr(entry.meaning), QString::fromLatin1(entry.source)};
}

} // namespace ui
