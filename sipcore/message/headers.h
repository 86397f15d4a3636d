// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/header_id.h"
#include "message/uri.h"

#include <QList>

namespace sip {

// Each parseX takes what follows the colon of one value, unfolded, LWS around it allowed, and returns Code::Syntax (or Missing)
// with the offset in octets into that value. Lists come from splitList() first.

/// Splits a comma list, minding quotes, <...> and escapes; white space around elements removed; empty elements dropped.
QList<QByteArray> splitList(QByteArrayView value);

class Message;
QList<QByteArray> listOf(const Message &message, HeaderId id); ///< the elements of every row of that kind

struct Via {
    QByteArray transport; ///< "UDP", "TCP", ... as written
    QByteArray host;      ///< IPv6 with brackets
    quint16 port = 0;     ///< 0: none written
    QList<Param> params;
    QByteArray branch() const;   ///< null: none
    QByteArray received() const; ///< brackets removed (R5118.4-3); null: none
    int rport() const;           ///< -1: absent, 0: present without value
};
Expected<Via> parseVia(QByteArrayView value); ///< R20.42-1
QByteArray writeVia(const Via &via);

/// From, To, Contact, Route, Record-Route, Refer-To, Path, ...: name-addr or addr-spec with header parameters (R20.10-1).
struct NameAddr {
    QByteArray displayName; ///< unquoted; null: none
    Uri uri;
    QList<Param> params;    ///< header parameters, not the URI's
    QByteArray tag() const; ///< null: none
};
Expected<NameAddr> parseNameAddr(QByteArrayView value);
QByteArray writeNameAddr(const NameAddr &address); ///< always with <>

/// Contact row: "*" or addresses. q as written times 1000 (0..1000), -1: none; expires -1: none (R10.2.1.2-1).
struct Contact {
    bool star = false;
    NameAddr address;
    int q() const;
    qint64 expires() const;
};
Expected<QList<Contact>> parseContacts(QByteArrayView value);
QList<Contact> contactsOf(const Message &message); ///< of every Contact row; one that cannot be read is left out

struct CSeq {
    quint32 number = 0; ///< 0..2^32-1 on receipt; senders keep it below 2^31 (R20.16-1)
    QByteArray method;
};
Expected<CSeq> parseCSeq(QByteArrayView value);

/// One challenge or credentials value: scheme and its parameters, quotes and escapes removed, order kept, duplicates kept
/// (R22-6). For schemes without parameters (Basic, Bearer) token holds the rest.
struct AuthParam {
    QByteArray name, value;
    bool quoted = false;
};
struct AuthValue {
    QByteArray scheme;
    QByteArray token;
    QList<AuthParam> params;
    const AuthParam *find(QByteArrayView name) const; ///< first, any case
};
/// \return all challenges of one row: a row that merges several is split (R7.3.1-5)
Expected<QList<AuthValue>> parseAuth(QByteArrayView value);
Expected<QList<AuthParam>> parseAuthInfo(QByteArrayView value); ///< Authentication-Info: a list of name=value

struct Reason {
    QByteArray protocol; ///< "SIP", "Q.850", ...
    int cause = -1;      ///< -1: none
    QByteArray text;     ///< unquoted
};
Expected<QList<Reason>> parseReasons(QByteArrayView value); ///< R3326.2-1

struct RetryAfter {
    quint32 seconds = 0;
    QByteArray comment;
    qint64 duration = -1; ///< -1: none
};
Expected<RetryAfter> parseRetryAfter(QByteArrayView value); ///< R20.33-1

struct Warning {
    int code = 0;
    QByteArray agent, text;
};
Expected<QList<Warning>> parseWarnings(QByteArrayView value); ///< R20.43-1

struct SubscriptionState {
    QByteArray state; ///< active, pending, terminated or an extension, lower case
    QByteArray reason;
    qint64 expires = -1, retryAfter = -1;
};
Expected<SubscriptionState> parseSubscriptionState(QByteArrayView value);

struct RAck {
    quint32 rseq = 0, cseq = 0;
    QByteArray method;
};
Expected<RAck> parseRAck(QByteArrayView value);
Expected<quint32> parseRSeq(QByteArrayView value);

struct SessionExpires {
    quint32 seconds = 0;
    QByteArray refresher; ///< "uac", "uas" or null
};
Expected<SessionExpires> parseSessionExpires(QByteArrayView value);

/// Decimal number alone, e.g. Expires, Max-Forwards, Min-Expires. \param max inclusive
Expected<quint64> parseNumber(QByteArrayView value, quint64 max, const char *rule);

/// token / "quoted": \return without quotes, backslash escapes removed
QByteArray unquoted(QByteArrayView value);
/// "value" with '"' and '\' escaped (R2617.3.2.2-3)
QByteArray quoted(QByteArrayView value);
bool isToken(QByteArrayView text);

} // namespace sip
