// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/typed_parts.h"

#include "flow/row_words.h"
#include "message/headers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr qsizetype MaxParts = 100; ///< of one value; nobody reads more, and the tree stays quick

/// Collects the parts of one value.
class Parts {
    Q_DECLARE_TR_FUNCTIONS(ui::TypedParts)
public:
    explicit Parts(qsizetype most) : m_most(most) {}
    void add(const QString &name, const QByteArray &value, const QString &help = {})
    {
        if (list.size() < MaxParts)
            list.append({name, diag::words::shown(value, m_most), help, value, {}, {}});
    }
    void addNumber(const QString &name, qint64 value, const QString &help = {}) { add(name, QByteArray::number(value), help); }
    void addParams(const QList<sip::Param> &params)
    {
        for (const sip::Param &param : params)
            add(u";%1"_s.arg(diag::words::shown(param.name, 60)), param.value.isNull() ? tr("(no value)").toUtf8() : param.value,
                meaningOf(param.name));
    }
    void addUri(const sip::Uri &uri)
    {
        add(u"URI"_s, uri.toBytes());
        if (!uri.isSip())
            return;
        Parts inner(m_most);
        inner.add(tr("scheme"), uri.scheme());
        if (!uri.user().isNull())
            inner.add(tr("user"), uri.user());
        inner.add(tr("host"), uri.host());
        if (uri.port() != 0)
            inner.addNumber(tr("port"), uri.port());
        inner.addParams(uri.params());
        if (!list.isEmpty())
            list.last().children = inner.list;
    }
    void addAddress(const sip::NameAddr &address)
    {
        if (!address.displayName.isNull())
            add(tr("display name"), address.displayName, tr("for people; no device acts on it"));
        addUri(address.uri);
        addParams(address.params);
    }
    void addAuth(const sip::AuthValue &value)
    {
        add(tr("scheme"), value.scheme);
        if (!value.token.isEmpty())
            add(tr("token"), value.token);
        for (const sip::AuthParam &param : value.params)
            add(diag::words::shown(param.name, 60), param.value, directiveMeaning(param.name));
    }
    QList<MessagePart> list;

private:
    static QString meaningOf(const QByteArray &name)
    {
        struct Known {
            QByteArrayView name;
            const char *meaning;
        };
        static constexpr Known known[] = {
            {"tag", QT_TR_NOOP("names one half of the dialog")},
            {"branch", QT_TR_NOOP("names the transaction; an answer carries it back")},
            {"received", QT_TR_NOOP("the address the request really came from, written by the receiver")},
            {"rport", QT_TR_NOOP("asks for, or gives, the port the request really came from (RFC 3581)")},
            {"maddr", QT_TR_NOOP("another address the request or its answer should go to")},
            {"ttl", QT_TR_NOOP("how far a multicast request travels")},
            {"lr", QT_TR_NOOP("this proxy understands loose routing (RFC 3261 16.12)")},
            {"transport", QT_TR_NOOP("the transport to use for this address")},
            {"expires", QT_TR_NOOP("for how many seconds this address counts")},
            {"q", QT_TR_NOOP("preference among several addresses, 0 to 1")},
            {"+sip.instance", QT_TR_NOOP("names the device, whatever address it has (RFC 5626)")},
            {"reg-id", QT_TR_NOOP("which of the device's connections this is (RFC 5626)")},
            {"ob", QT_TR_NOOP("keep using this connection (RFC 5626)")},
        };
        for (const Known &one : known)
            if (name.compare(one.name, Qt::CaseInsensitive) == 0)
                return tr(one.meaning);
        return {};
    }
    static QString directiveMeaning(const QByteArray &name)
    {
        struct Known {
            QByteArrayView name;
            const char *meaning;
        };
        static constexpr Known known[] = {
            {"realm", QT_TR_NOOP("names the password to use")},
            {"nonce", QT_TR_NOOP("the server's challenge; goes into the hash")},
            {"opaque", QT_TR_NOOP("to be returned unchanged")},
            {"algorithm", QT_TR_NOOP("the hash function; MD5 when absent")},
            {"qop", QT_TR_NOOP("auth protects method and URI, auth-int the body too")},
            {"stale", QT_TR_NOOP("true: only the nonce is too old, the password was right")},
            {"username", QT_TR_NOOP("who answers")},
            {"uri", QT_TR_NOOP("the Request-URI that went into the hash")},
            {"response", QT_TR_NOOP("the result of the hash: proof that the password is known")},
            {"cnonce", QT_TR_NOOP("our own random part of the hash")},
            {"nc", QT_TR_NOOP("how many requests used this nonce, in hexadecimal")},
            {"domain", QT_TR_NOOP("where else the same password counts")},
            {"nextnonce", QT_TR_NOOP("the nonce to use for the next request")},
            {"rspauth", QT_TR_NOOP("the server's proof that it knows the password too")},
            {"userhash", QT_TR_NOOP("true: the user name is sent as a hash")},
            {"charset", QT_TR_NOOP("how names and passwords are coded before hashing")},
        };
        for (const Known &one : known)
            if (name.compare(one.name, Qt::CaseInsensitive) == 0)
                return tr(one.meaning);
        return {};
    }
    qsizetype m_most;
};

/// Several values in one row get a line each, with their own parts below.
template<class Value, class Add> void addEach(Parts &parts, const QList<Value> &values, Add add)
{
    for (const Value &value : values)
        add(parts, value);
}

void addAddresses(Parts &parts, const QByteArray &value, qsizetype most)
{
    const QList<QByteArray> elements = sip::splitList(value);
    for (const QByteArray &element : elements) {
        const auto address = sip::parseNameAddr(element);
        if (!address)
            continue;
        if (elements.size() == 1) {
            parts.addAddress(*address);
            return;
        }
        Parts inner(most);
        inner.addAddress(*address);
        parts.add(Parts::tr("address"), element);
        parts.list.last().children = inner.list;
    }
}

void addVias(Parts &parts, const QByteArray &value, qsizetype most)
{
    for (const QByteArray &element : sip::splitList(value)) {
        const auto via = sip::parseVia(element);
        if (!via)
            continue;
        Parts inner(most);
        inner.add(Parts::tr("transport"), via->transport);
        inner.add(Parts::tr("host"), via->host);
        if (via->port != 0)
            inner.addNumber(Parts::tr("port"), via->port);
        inner.addParams(via->params);
        parts.add(Parts::tr("hop"), element);
        parts.list.last().children = inner.list;
    }
    if (parts.list.size() == 1) {
        const QList<MessagePart> only = parts.list.first().children;
        parts.list = only;
    }
}

} // namespace

QList<MessagePart> typedParts(sip::HeaderId id, const QByteArray &value, qsizetype most)
{
    using sip::HeaderId;
    Parts parts(most);
    switch (id) {
    case HeaderId::Via: addVias(parts, value, most); break;
    case HeaderId::From:
    case HeaderId::To:
    case HeaderId::Contact:
    case HeaderId::Route:
    case HeaderId::RecordRoute:
    case HeaderId::Path:
    case HeaderId::ServiceRoute:
    case HeaderId::ReferTo:
    case HeaderId::ReferredBy:
    case HeaderId::ReplyTo:
    case HeaderId::PAssertedIdentity:
    case HeaderId::PPreferredIdentity: addAddresses(parts, value, most); break;
    case HeaderId::CSeq:
        if (const auto cseq = sip::parseCSeq(value)) {
            parts.addNumber(Parts::tr("number"), cseq->number, Parts::tr("goes up by one with every new request of the call"));
            parts.add(Parts::tr("method"), cseq->method);
        }
        break;
    case HeaderId::WwwAuthenticate:
    case HeaderId::ProxyAuthenticate:
    case HeaderId::Authorization:
    case HeaderId::ProxyAuthorization:
        if (const auto values = sip::parseAuth(value))
            addEach(parts, *values, [](Parts &to, const sip::AuthValue &one) { to.addAuth(one); });
        break;
    case HeaderId::AuthenticationInfo:
    case HeaderId::ProxyAuthenticationInfo:
        if (const auto info = sip::parseAuthInfo(value))
            parts.addAuth({{}, {}, *info});
        break;
    case HeaderId::Reason:
        if (const auto reasons = sip::parseReasons(value))
            addEach(parts, *reasons, [](Parts &to, const sip::Reason &reason) {
                to.add(Parts::tr("protocol"), reason.protocol);
                to.addNumber(Parts::tr("cause"), reason.cause);
                to.add(Parts::tr("text"), reason.text);
            });
        break;
    case HeaderId::Warning:
        if (const auto warnings = sip::parseWarnings(value))
            addEach(parts, *warnings, [](Parts &to, const sip::Warning &warning) {
                to.addNumber(Parts::tr("code"), warning.code);
                to.add(Parts::tr("agent"), warning.agent);
                to.add(Parts::tr("text"), warning.text);
            });
        break;
    case HeaderId::Allow:
    case HeaderId::Supported:
    case HeaderId::Require:
    case HeaderId::ProxyRequire:
    case HeaderId::Unsupported:
    case HeaderId::Accept:
    case HeaderId::AllowEvents: {
        const QList<QByteArray> elements = sip::splitList(value);
        if (elements.size() > 1)
            addEach(parts, elements, [](Parts &to, const QByteArray &element) { to.add(Parts::tr("item"), element); });
        break;
    }
    default: break;
    }
    return parts.list;
}

} // namespace ui
