// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sdp_answer.h"

#include <QList>

namespace diag {

namespace {

// Discard: no media is received, and a port that cannot be somebody else's says so.
constexpr const char *audioPort = "9";

QByteArray session(const sip::Endpoint &host)
{
    const QByteArray address = QByteArray(host.isIPv4() ? "IP4 " : "IP6 ") + host.hostText();
    return "v=0\r\no=practice 1 1 IN " + address + "\r\ns=-\r\nc=IN " + address + "\r\nt=0 0\r\n";
}

QByteArray answerStream(const QByteArray &line)
{
    const QList<QByteArray> parts = line.mid(2).split(' ');
    if (parts.size() < 4)
        return {};
    const bool plainRtp = parts[0] == "audio" && parts[2] == "RTP/AVP" && parts[1].toUInt() != 0;
    for (qsizetype i = 3; plainRtp && i < parts.size(); ++i) {
        if (parts[i] == "0" || parts[i] == "8")
            return QByteArray("m=audio ") + audioPort + " RTP/AVP " + parts[i] + "\r\na=inactive\r\n";
    }
    return "m=" + parts[0] + " 0 " + parts[2] + ' ' + parts[3] + "\r\n";
}

} // namespace

QByteArray sdpAnswer(const QByteArray &offer, const sip::Endpoint &host)
{
    QByteArray answer = session(host);
    for (QByteArray line : offer.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.startsWith("m="))
            answer += answerStream(line);
    }
    return answer;
}

QByteArray sdpOffer(const sip::Endpoint &host)
{
    return session(host) + "m=audio " + audioPort + " RTP/AVP 0 8\r\na=inactive\r\n";
}

} // namespace diag
