// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/message_tree.h"

#include "flow/row_words.h"
#include "message/headers.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

using diag::words::shown;

void leaf(QString &out, int depth, const QString &name, const QString &value)
{
    out += QString(depth * 2, u' ') + (value.isEmpty() ? name : u"%1: %2"_s.arg(name, value)) + u'\n';
}

void addParams(QString &out, int depth, const QList<sip::Param> &params)
{
    for (const sip::Param &param : params)
        leaf(out, depth, u";"_s + shown(param.name), shown(param.value));
}

void addUri(QString &out, int depth, const QByteArray &text)
{
    const auto uri = sip::Uri::parse(text);
    if (!uri || !uri->isSip())
        return;
    if (!uri->user().isNull())
        leaf(out, depth, u"user"_s, shown(uri->user()));
    leaf(out, depth, u"host"_s, shown(uri->host()));
    if (uri->port())
        leaf(out, depth, u"port"_s, QString::number(uri->port()));
    addParams(out, depth, uri->params());
}

void addAddress(QString &out, const QByteArray &value)
{
    const auto address = sip::parseNameAddr(value);
    if (!address)
        return;
    if (!address->displayName.isEmpty())
        leaf(out, 2, u"name"_s, shown(address->displayName));
    leaf(out, 2, u"URI"_s, shown(address->uri.toBytes()));
    addUri(out, 3, address->uri.toBytes());
    addParams(out, 2, address->params);
}

void addVia(QString &out, const QByteArray &value)
{
    const auto via = sip::parseVia(value);
    if (!via)
        return;
    leaf(out, 2, u"transport"_s, shown(via->transport));
    leaf(out, 2, u"sent by"_s, shown(via->host) + (via->port ? u":%1"_s.arg(via->port) : QString()));
    addParams(out, 2, via->params);
}

void addAuth(QString &out, const QByteArray &value)
{
    const auto all = sip::parseAuth(value);
    if (!all)
        return;
    for (const sip::AuthValue &one : *all) {
        leaf(out, 2, u"scheme"_s, shown(one.scheme));
        for (const sip::AuthParam &param : one.params)
            leaf(out, 3, shown(param.name), shown(param.value));
    }
}

/// The parts of one value.
void addParts(QString &out, sip::HeaderId id, const QByteArray &value)
{
    using Id = sip::HeaderId;
    switch (id) {
    case Id::Via:
        for (const QByteArray &one : sip::splitList(value))
            addVia(out, one);
        break;
    case Id::From:
    case Id::To:
    case Id::ReferTo:
    case Id::ReferredBy: addAddress(out, value); break;
    case Id::Contact:
    case Id::Route:
    case Id::RecordRoute:
    case Id::Path:
    case Id::ServiceRoute:
    case Id::PAssertedIdentity:
    case Id::PPreferredIdentity:
        for (const QByteArray &one : sip::splitList(value)) {
            if (one.trimmed() != "*")
                addAddress(out, one);
        }
        break;
    case Id::WwwAuthenticate:
    case Id::ProxyAuthenticate:
    case Id::Authorization:
    case Id::ProxyAuthorization: addAuth(out, value); break;
    case Id::CSeq:
        if (const auto cseq = sip::parseCSeq(value)) {
            leaf(out, 2, u"number"_s, QString::number(cseq->number));
            leaf(out, 2, u"method"_s, shown(cseq->method));
        }
        break;
    default: break;
    }
}

void addBody(QString &out, QByteArrayView body)
{
    if (body.isEmpty())
        return;
    leaf(out, 0, u"Body: %1 octets"_s.arg(body.size()), {});
    const QByteArray bytes = body.toByteArray();
    if (!QUtf8StringView(bytes).isValidUtf8() || bytes.contains('\0')) {
        leaf(out, 1, u"(not text)"_s, {});
        return;
    }
    for (QByteArray line : bytes.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        leaf(out, 1, shown(line, 500), {});
    }
}

} // namespace

QString messageTree(const sip::Message &message)
{
    QString out;
    if (message.isRequest()) {
        leaf(out, 0, u"Request"_s, shown(message.startLine(), 500));
        leaf(out, 1, u"method"_s, shown(message.method()));
        leaf(out, 1, u"Request-URI"_s, shown(message.requestUri(), 500));
        addUri(out, 2, message.requestUri().toByteArray());
    } else if (message.isResponse()) {
        leaf(out, 0, u"Response"_s, shown(message.startLine(), 500));
        leaf(out, 1, u"status"_s, QString::number(message.status()));
    } else {
        leaf(out, 0, u"Not a SIP message"_s, shown(message.startLine(), 100));
    }
    for (qsizetype i = 0; i < message.headerCount(); ++i) {
        const sip::HeaderField &field = message.header(i);
        const QByteArray value = message.value(field);
        const QByteArrayView full = sip::headerName(field.id);
        QString name = shown(message.name(field));
        if (!full.isEmpty() && field.nameSize == 1)
            name += u" (%1)"_s.arg(QString::fromLatin1(full));
        leaf(out, 1, name, shown(value, 500));
        addParts(out, field.id, value);
    }
    addBody(out, message.body());
    return out;
}

} // namespace cli
