// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace sip {

/// The header fields this stack gives a meaning to. Everything else is Other and kept all the same.
enum class HeaderId : quint8 {
    Other,
    Accept,
    AcceptContact,
    AcceptEncoding,
    AcceptLanguage,
    AlertInfo,
    Allow,
    AllowEvents,
    AuthenticationInfo,
    Authorization,
    CallId,
    CallInfo,
    Contact,
    ContentDisposition,
    ContentEncoding,
    ContentLanguage,
    ContentLength,
    ContentType,
    CSeq,
    Date,
    ErrorInfo,
    Event,
    Expires,
    FlowTimer,
    From,
    HistoryInfo,
    Identity,
    IdentityInfo,
    InfoPackage,
    InReplyTo,
    Join,
    MaxForwards,
    MimeVersion,
    MinExpires,
    MinSe,
    Organization,
    PAssertedIdentity,
    PPreferredIdentity,
    Path,
    Priority,
    Privacy,
    ProxyAuthenticate,
    ProxyAuthenticationInfo,
    ProxyAuthorization,
    ProxyRequire,
    RAck,
    Reason,
    RecordRoute,
    RecvInfo,
    ReferSub,
    ReferTo,
    ReferredBy,
    RejectContact,
    Replaces,
    ReplyTo,
    RequestDisposition,
    Require,
    RetryAfter,
    Route,
    RSeq,
    Server,
    ServiceRoute,
    SessionExpires,
    SipEtag,
    SipIfMatch,
    Subject,
    SubscriptionState,
    Supported,
    Timestamp,
    To,
    Unsupported,
    UserAgent,
    Via,
    Warning,
    WwwAuthenticate,
    Count
};

/// Finds the id by name, case-insensitively, compact forms included (R7.3.1-1, R7.3.3-1).
HeaderId headerId(QByteArrayView name);

/// The name as the RFCs spell it, e.g. "Call-ID"; empty for Other.
QByteArrayView headerName(HeaderId id);
QByteArray headerNameBytes(HeaderId id); ///< the same; shares the constant text, nothing is allocated

/// The registered compact form, e.g. 'i' for Call-ID; 0 when there is none.
char compactForm(HeaderId id);

} // namespace sip
