// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ws_handshake.h"

#include "base/words.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace sip {
namespace {

constexpr QByteArrayView Subprotocol = "sip";
constexpr QByteArrayView Version = "13";

QString shown(const QByteArray &text)
{
    constexpr qsizetype most = 120;
    return QString::fromUtf8(text.left(most));
}

QByteArray row(QByteArrayView name, const QByteArray &value)
{
    return name.toByteArray() + ": " + value + "\r\n";
}

QByteArray reasonOf(int status)
{
    switch (status) {
    case 101: return "Switching Protocols";
    case 302: return "Found";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 426: return "Upgrade Required";
    case 503: return "Service Unavailable";
    default: return "Refused";
    }
}

/// Why this is no request for a WebSocket that speaks SIP, and the status that says so.
std::pair<int, QString> flawOf(const HttpHead &request)
{
    if (request.method() != "GET")
        return {405, Words::tr("the client asked with %1 instead of GET").arg(shown(request.method()))};
    if (request.version() != "HTTP/1.1" || request.count("Host") != 1)
        return {400, Words::tr("the client did not ask in HTTP/1.1 with one Host")};
    if (!request.lists("Upgrade", "websocket") || !request.lists("Connection", "upgrade"))
        return {426, Words::tr("the client asked for something else than a WebSocket")};
    if (request.value("Sec-WebSocket-Version") != Version)
        return {426, Words::tr("the client wants version \"%1\" of WebSocket; there is 13 here")
                         .arg(shown(request.value("Sec-WebSocket-Version")))};
    constexpr qsizetype keySize = 16;
    const auto key = QByteArray::fromBase64Encoding(request.value("Sec-WebSocket-Key"), QByteArray::AbortOnBase64DecodingErrors);
    if (request.count("Sec-WebSocket-Key") != 1 || !key || key.decoded.size() != keySize)
        return {400, Words::tr("the client sent no Sec-WebSocket-Key of 16 octets")};
    //= R7118.4-1
    if (!request.lists("Sec-WebSocket-Protocol", Subprotocol))
        return {400, Words::tr("the client did not offer the subprotocol sip")};
    return {101, {}};
}

} // namespace

QByteArray newWsKey(Random &random)
{
    QByteArray octets(16, '\0');
    qToBigEndian(random.next64(), octets.data());
    qToBigEndian(random.next64(), octets.data() + 8);
    return octets.toBase64();
}

QByteArray wsAccept(const QByteArray &key)
{
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
}

//= R7118.4-1
QByteArray wsRequest(const WsSettings &settings, const QByteArray &host, const QByteArray &key)
{
    QByteArray out = "GET " + settings.path + " HTTP/1.1\r\n";
    out += row("Host", settings.host.isEmpty() ? host : settings.host);
    out += row("Upgrade", "websocket") + row("Connection", "Upgrade") + row("Sec-WebSocket-Key", key);
    if (!settings.origin.isEmpty())
        out += row("Origin", settings.origin);
    if (!settings.protocols.isEmpty())
        out += row("Sec-WebSocket-Protocol", settings.protocols.join(", "));
    out += row("Sec-WebSocket-Version", Version.toByteArray());
    for (const WsSettings::Header &header : settings.headers)
        out += row(header.name, header.value);
    return out + "\r\n";
}

//= R7118.4-1
//= R7118-2
WsAgreement judgeWsAnswer(const HttpHead &answer, const QByteArray &key, const QList<QByteArray> &offered)
{
    const auto problem = [](const QString &text) { return WsAgreement{text, {}}; };
    const int status = answer.status();
    if (status != 101) {
        QString text = Words::tr("the server refused the WebSocket with %1 %2").arg(status).arg(shown(answer.reason()));
        if (const QByteArray where = answer.value("Location"); status / 100 == 3 && !where.isEmpty())
            text += QLatin1String(", ") + Words::tr("it names %1; that is not followed").arg(shown(where));
        if (const QByteArray asked = answer.value("WWW-Authenticate"); status == 401 && !asked.isEmpty())
            text += QLatin1String(", ") + Words::tr("it asks for %1").arg(shown(asked));
        if (const QByteArray versions = answer.joined("Sec-WebSocket-Version"); !versions.isEmpty())
            text += QLatin1String(", ") + Words::tr("it does version %1 of WebSocket").arg(shown(versions));
        return problem(text);
    }
    if (!answer.lists("Upgrade", "websocket") || !answer.lists("Connection", "upgrade"))
        return problem(Words::tr("the server answered 101, but not for a WebSocket"));
    if (answer.count("Sec-WebSocket-Accept") != 1 || answer.value("Sec-WebSocket-Accept") != wsAccept(key))
        return problem(Words::tr("the Sec-WebSocket-Accept of the server is wrong: \"%1\" instead of \"%2\"")
                           .arg(shown(answer.joined("Sec-WebSocket-Accept")), shown(wsAccept(key))));
    if (const QByteArray extensions = answer.joined("Sec-WebSocket-Extensions"); !extensions.isEmpty())
        return problem(Words::tr("the server uses the extension %1, which was not offered").arg(shown(extensions)));
    const QByteArray agreed = answer.joined("Sec-WebSocket-Protocol");
    if (agreed.isEmpty() && !offered.isEmpty())
        return problem(Words::tr("the server did not agree on a subprotocol; %1 was offered").arg(shown(offered.join(", "))));
    if (!agreed.isEmpty() && !offered.contains(agreed))
        return problem(Words::tr("the server chose the subprotocol %1, which was not offered").arg(shown(agreed)));
    return {{}, agreed};
}

//= R7118.4-1
WsReply answerWsRequest(const HttpHead &request, const WsServerSettings &settings)
{
    const auto [status, flaw] = flawOf(request);
    WsReply reply{{}, status, flaw, {}};
    if (status == 101 && settings.status != 101) {
        reply.status = settings.status;
        reply.problem = Words::tr("refused with %1, as it is set").arg(settings.status);
    }
    reply.head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonOf(reply.status) + "\r\n";
    if (reply.status != 101) {
        if (reply.status == 426)
            reply.head += row("Upgrade", "websocket") + row("Sec-WebSocket-Version", Version.toByteArray());
        if (!settings.location.isEmpty())
            reply.head += row("Location", settings.location);
        reply.head += row("Connection", "close") + row("Content-Length", "0") + "\r\n";
        return reply;
    }
    const QByteArray key = request.value("Sec-WebSocket-Key");
    reply.head += row("Upgrade", "websocket") + row("Connection", "Upgrade");
    reply.head += row("Sec-WebSocket-Accept", wsAccept(settings.wrongAccept ? key + '?' : key));
    if (settings.namesProtocol) {
        reply.protocol = Subprotocol.toByteArray();
        reply.head += row("Sec-WebSocket-Protocol", reply.protocol);
    }
    reply.head += "\r\n";
    return reply;
}

} // namespace sip
