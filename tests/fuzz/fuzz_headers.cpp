// SPDX-License-Identifier: GPL-3.0-or-later
// The typed values: errors lie inside the value; what can be written reads back as the same value.
#include "fuzz.h"
#include "message/headers.h"

using namespace sip;

namespace {

template<class T> bool checked(const Expected<T> &parsed, const QByteArray &value)
{
    if (parsed)
        return true;
    require(parsed.error().offset >= -1 && parsed.error().offset <= value.size(), "errors lie inside the value");
    require(*parsed.error().rule && !parsed.error().detail.isEmpty(), "errors have a rule and a text");
    return false;
}

void checkVia(const QByteArray &value)
{
    const auto via = parseVia(value);
    if (!checked(via, value))
        return;
    (void)(via->branch().size() + via->received().size() + via->rport());
    const auto again = parseVia(writeVia(*via));
    require(again && again->host == via->host && again->port == via->port && again->params == via->params &&
                again->transport == via->transport,
            "Via reads back");
}

void checkAddress(const QByteArray &value)
{
    const auto address = parseNameAddr(value);
    if (!checked(address, value))
        return;
    const auto again = parseNameAddr(writeNameAddr(*address));
    require(again && again->displayName == address->displayName && again->uri.toBytes() == address->uri.toBytes() &&
                again->params == address->params,
            "an address reads back");
}

void checkLists(const QByteArray &value)
{
    const QList<QByteArray> list = splitList(value);
    require(splitList(list.join(", ")) == list, "a list reads back");
    require(unquoted(quoted(value)) == value, "quoting is reversible");
}

} // namespace

void fuzz(const QByteArray &input)
{
    checkVia(input);
    checkAddress(input);
    checkLists(input);
    if (const auto contacts = parseContacts(input); checked(contacts, input))
        for (const Contact &contact : *contacts)
            require(contact.q() >= -1 && contact.q() <= 1000 && contact.expires() <= 0xffffffff, "q and expires are in range");
    if (const auto cseq = parseCSeq(input); checked(cseq, input))
        require(isToken(cseq->method), "the method is a token");
    checked(parseReasons(input), input);
    checked(parseRetryAfter(input), input);
    checked(parseWarnings(input), input);
    checked(parseSubscriptionState(input), input);
    checked(parseRAck(input), input);
    checked(parseRSeq(input), input);
    checked(parseSessionExpires(input), input);
    if (const auto number = parseNumber(input, 255, "R20.22-1"); checked(number, input))
        require(*number <= 255, "numbers are in range");
}
