// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/http_tunnel.h"

#include "base/words.h"

namespace sip {

QByteArray HttpTunnel::request() const
{
    return "CONNECT " + m_target.text() + " HTTP/1.1\r\nHost: " + m_target.text() + "\r\n\r\n";
}

WsHandshake HttpTunnel::asked() const
{
    WsHandshake out;
    out.withProxy = true;
    out.head = request();
    return out;
}

void HttpTunnel::feed(QByteArrayView octets)
{
    if (m_state != State::Waiting)
        return;
    m_head.feed(octets);
    if (m_head.state() == HttpHeadReader::State::Bad)
        return giveUp(Words::tr("the proxy is none: %1").arg(m_head.problem()));
    if (m_head.state() != HttpHeadReader::State::Whole)
        return;
    const HttpHead head = HttpHead::parse(m_head.octets());
    if (head.status() / 100 != 2)
        return giveUp(Words::tr("the proxy refused the way to %1 with %2 %3")
                          .arg(QString::fromLatin1(m_target.text()))
                          .arg(head.status())
                          .arg(QString::fromUtf8(head.reason().left(120))));
    m_state = State::Open;
}

void HttpTunnel::giveUp(const QString &problem)
{
    m_state = State::Failed;
    m_problem = problem;
}

WsHandshake HttpTunnel::answered() const
{
    WsHandshake out;
    out.received = out.isAnswer = out.withProxy = true;
    out.head = m_head.octets();
    if (m_head.state() == HttpHeadReader::State::Whole)
        out.status = HttpHead::parse(m_head.octets()).status();
    out.problem = m_problem;
    return out;
}

} // namespace sip
