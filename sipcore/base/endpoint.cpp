// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/endpoint.h"

#include "base/tls_settings.h"
#include "base/words.h"
#include "base/ws_settings.h"

#include <QHostAddress>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>

namespace sip {

namespace {
constexpr std::array<quint8, 12> mappedPrefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

Endpoint ofIPv4(quint32 address, quint16 port)
{
    Endpoint e;
    e.port = port;
    if (address == 0)
        return e;
    std::copy(mappedPrefix.begin(), mappedPrefix.end(), e.address.begin());
    for (size_t i = 0; i < 4; ++i)
        e.address[12 + i] = quint8(address >> (24 - 8 * i));
    return e;
}

/// "192.0.2.1" in its usual form, without QHostAddress; other ways to write an address are left to that.
std::optional<quint32> dottedQuad(QByteArrayView text)
{
    quint32 address = 0, number = 0;
    int dots = 0, digits = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9' && digits < 3 && (digits == 0 || number != 0)) {
            number = number * 10 + quint32(c - '0');
            ++digits;
        } else if (c == '.' && digits > 0 && number <= 255 && dots < 3) {
            address = address << 8 | number;
            number = 0;
            digits = 0;
            ++dots;
        } else {
            return std::nullopt;
        }
    }
    return dots == 3 && digits > 0 && number <= 255 ? std::optional(address << 8 | number) : std::nullopt;
}

constexpr size_t longestIPv4 = 16; ///< with the dot that is written behind each octet

/// \param text  room for longestIPv4 \return behind the last digit written
char *writeIPv4(const Endpoint &endpoint, char *text)
{
    for (size_t i = 12; i < 16; ++i) {
        const int octet = endpoint.address[i];
        if (octet >= 100)
            *text++ = char('0' + octet / 100);
        if (octet >= 10)
            *text++ = char('0' + octet / 10 % 10);
        *text++ = char('0' + octet % 10);
        *text++ = '.';
    }
    return text - 1;
}
} // namespace

Endpoint Endpoint::of(const QHostAddress &host, quint16 port)
{
    bool isV4 = false;
    const quint32 v4 = host.toIPv4Address(&isV4);
    if (isV4)
        return ofIPv4(v4, port);
    Endpoint e;
    e.port = port;
    const Q_IPV6ADDR v6 = host.toIPv6Address();
    std::memcpy(e.address.data(), &v6, 16);
    e.scope = host.scopeId().toUInt();
    return e;
}

Expected<Endpoint> Endpoint::parse(QByteArrayView text)
{
    const QByteArrayView all = text;
    const auto bad = [&](QByteArrayView at, const char *why) {
        return Error{Error::Code::Syntax, QString::fromUtf8(all) + QLatin1String(": ") + Words::tr(why), at.data() - all.data(),
                     "R5118.4-2"};
    };
    QByteArrayView host = text, portText;
    if (text.startsWith('[')) {
        const qsizetype close = text.indexOf(']');
        if (close < 0)
            return bad(text, QT_TRANSLATE_NOOP("core", "the closing ] of the IPv6 address is missing"));
        host = text.sliced(1, close - 1);
        portText = text.sliced(close + 1);
        if (!portText.isEmpty() && !portText.startsWith(':'))
            return bad(portText, QT_TRANSLATE_NOOP("core", "expected : and a port after ]"));
        portText = portText.isEmpty() ? portText : portText.sliced(1);
    } else if (text.count(':') == 1) {
        host = text.first(text.indexOf(':'));
        portText = text.sliced(host.size() + 1);
    }
    quint16 port = 0;
    if (!portText.isEmpty()) {
        bool ok = false;
        const int number = portText.toInt(&ok);
        if (!ok || number < 1 || number > 65535)
            return bad(portText, QT_TRANSLATE_NOOP("core", "the port is not a number from 1 to 65535"));
        port = quint16(number);
    }
    if (const std::optional<quint32> v4 = dottedQuad(host))
        return ofIPv4(*v4, port);
    QHostAddress address;
    if (!address.setAddress(QString::fromLatin1(host)))
        return bad(host, QT_TRANSLATE_NOOP("core", "not an IP address"));
    return of(address, port);
}

bool Endpoint::isIPv4() const
{
    return std::equal(mappedPrefix.begin(), mappedPrefix.end(), address.begin());
}

bool Endpoint::isLoopback() const
{
    if (isIPv4())
        return address[12] == 127;
    return address[15] == 1 && std::all_of(address.begin(), address.begin() + 15, [](quint8 b) { return b == 0; });
}

bool Endpoint::isAny() const
{
    return std::all_of(address.begin(), address.end(), [](quint8 b) { return b == 0; });
}

bool Endpoint::isMulticast() const
{
    return isIPv4() ? address[12] >= 224 && address[12] < 240 : address[0] == 0xff;
}

bool Endpoint::isPrivate() const
{
    if (!isIPv4())
        return (address[0] & 0xfe) == 0xfc || (address[0] == 0xfe && (address[1] & 0xc0) == 0x80);
    const quint8 a = address[12], b = address[13];
    return a == 10 || (a == 172 && b >= 16 && b < 32) || (a == 192 && b == 168) || (a == 169 && b == 254);
}

QHostAddress Endpoint::hostAddress() const
{
    if (isIPv4())
        return QHostAddress(quint32(address[12]) << 24 | quint32(address[13]) << 16 | quint32(address[14]) << 8 | address[15]);
    QHostAddress host(address.data());
    if (scope != 0)
        host.setScopeId(QString::number(scope));
    return host;
}

QByteArray Endpoint::hostText() const
{
    if (isIPv4()) {
        char text[longestIPv4];
        return QByteArray(text, writeIPv4(*this, text) - text);
    }
    return hostAddress().toString().toLatin1();
}

QByteArray Endpoint::uriHost() const
{
    return isIPv4() ? hostText() : '[' + hostText() + ']';
}

QByteArray Endpoint::text() const
{
    if (!isIPv4())
        return uriHost() + ':' + QByteArray::number(port);
    constexpr size_t longestPort = 5;
    char text[longestIPv4 + longestPort];
    char *end = writeIPv4(*this, text);
    *end++ = ':';
    end = std::to_chars(end, std::end(text), port).ptr;
    return QByteArray(text, end - text);
}

size_t qHash(const Endpoint &endpoint, size_t seed) noexcept
{
    return qHashBits(endpoint.address.data(), endpoint.address.size(), seed ^ endpoint.port ^ (size_t(endpoint.scope) << 16));
}

QByteArrayView viaName(Protocol p)
{
    constexpr QByteArrayView names[] = {"UDP", "TCP", "TLS", "WS", "WSS"};
    return names[size_t(p)];
}

QByteArrayView protocolName(Protocol p)
{
    constexpr QByteArrayView names[] = {"udp", "tcp", "tls", "ws", "wss"};
    return names[size_t(p)];
}

//= R7118.5-1
QByteArrayView uriTransport(Protocol p)
{
    return protocolName(p == Protocol::Wss ? Protocol::Ws : p);
}

quint16 defaultPort(Protocol p)
{
    constexpr quint16 ports[] = {5060, 5060, 5061, 80, 443};
    return ports[size_t(p)];
}

QByteArrayView causeName(LocalCause cause)
{
    constexpr QByteArrayView names[] = {"",    "timer-b", "timer-f", "timer-n", "icmp",     "refused", "reset", "unreachable",
                                        "dns", "tls",     "ws",      "too-big", "cancelled"};
    return names[size_t(cause)];
}

namespace {

/// \return the same settings; none are the usual ones
template<class Settings> bool isSame(const std::shared_ptr<const Settings> &a, const std::shared_ptr<const Settings> &b)
{
    static const Settings usual;
    return a == b || (a ? *a : usual) == (b ? *b : usual);
}

} // namespace

bool operator==(const TransportAddress &a, const TransportAddress &b)
{
    return a.protocol == b.protocol && a.remote == b.remote &&
           (!isSecured(a.protocol) || (a.domain == b.domain && isSame(a.tls, b.tls))) &&
           (!isWebSocket(a.protocol) || isSame(a.ws, b.ws));
}

} // namespace sip
