// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "message/header_values.h"
#include "message/message.h"

namespace sip {
namespace {

constexpr const char *rule = "R20.10-1";

QString unquotedName()
{
    return Words::tr("a display name with this character must be in quotes");
}

/// Display names without quotes are tokens; octets of UTF-8 are let through, as many peers send them so.
const char *oddDisplayChar(QByteArrayView display)
{
    if (display.startsWith('"'))
        return nullptr;
    for (const char &c : display)
        if (!is(c, TokenChar | LwsChar) && quint8(c) < 0x80)
            return &c;
    return nullptr;
}

} // namespace

QByteArray NameAddr::tag() const
{
    const Param *param = findParam(params, "tag");
    return param ? param->value : QByteArray();
}

Expected<NameAddr> parseNameAddr(QByteArrayView value)
{
    if (scan::trimmed(value).isEmpty())
        return values::missingError(rule);
    const scan::NameAddr parts = scan::splitNameAddr(value);
    if (parts.flaw.at)
        return values::flawError(value, parts.flaw, rule);
    if (const char *odd = oddDisplayChar(parts.display))
        return values::syntaxError(value, odd, unquotedName(), "R25-1");
    const Expected<Uri> uri = Uri::parse(parts.uri);
    if (!uri) {
        // "Bell, A <sip:...>": without quotes the name ends at the comma and is taken for the URI.
        if (!parts.brackets && parts.params.contains('<'))
            return values::syntaxError(value, parts.params.begin(), unquotedName(), "R25-1");
        Error error = uri.error();
        error.offset += parts.uri.begin() - value.begin();
        return error;
    }
    //= R20.10-1 a URI with ',' ';' or '?' must stand in angle brackets
    if (!parts.brackets && (parts.uri.contains('?') || parts.uri.contains(',')))
        return values::syntaxError(value, parts.uri.begin(), Words::tr("a URI that holds ? or , must be in angle brackets"),
                                   rule);
    NameAddr address;
    if (!parts.display.isNull())
        address.displayName = unquoted(parts.display);
    address.uri = *uri;
    Error error;
    if (!values::readParams(value, parts.params, rule, &address.params, &error))
        return error;
    return address;
}

QByteArray writeNameAddr(const NameAddr &address)
{
    QByteArray out;
    if (!address.displayName.isNull())
        out = quoted(address.displayName) + ' ';
    return out + '<' + address.uri.toBytes() + '>' + values::writeParams(address.params);
}

int Contact::q() const
{
    const Param *param = findParam(address.params, "q");
    if (!param)
        return -1;
    // qvalue: 0, 0.ddd, 1, 1.000
    const QByteArray &text = param->value;
    int thousandths = 0;
    int weight = 1000;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i == 1 && text[i] == '.')
            continue;
        if (!is(text[i], DigitChar) || i > 4 || i == 1)
            return -1;
        thousandths += (text[i] - '0') * weight;
        weight /= 10;
    }
    return text.isEmpty() || thousandths > 1000 ? -1 : thousandths;
}

qint64 Contact::expires() const
{
    const Param *param = findParam(address.params, "expires");
    quint64 seconds = 0;
    return param && scan::number(param->value, 0xffffffff, &seconds) ? qint64(seconds) : -1;
}

//= R10.2.1.2-1 "*" stands alone
Expected<QList<Contact>> parseContacts(QByteArrayView value)
{
    if (scan::trimmed(value).isEmpty())
        return values::missingError(rule);
    QList<Contact> contacts;
    if (scan::trimmed(value) == QByteArrayView("*")) {
        contacts.append(Contact{true, {}});
        return contacts;
    }
    for (scan::Elements elements(value); elements.next();) {
        if (elements.element.isEmpty())
            continue;
        const Expected<NameAddr> address = parseNameAddr(elements.element);
        if (!address) {
            Error error = address.error();
            error.offset += elements.element.begin() - value.begin();
            return error;
        }
        contacts.append(Contact{false, *address});
    }
    return contacts;
}

QList<Contact> contactsOf(const Message &message)
{
    QList<Contact> all;
    for (const QByteArray &row : message.values(HeaderId::Contact))
        if (const auto contacts = parseContacts(row))
            all += *contacts;
    return all;
}

} // namespace sip
