// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ws_session.h"

#include "base/words.h"
#include "transport/ws_handshake.h"

namespace sip {
namespace {

std::shared_ptr<const WsSettings> orUsual(std::shared_ptr<const WsSettings> settings)
{
    return settings ? std::move(settings) : std::make_shared<const WsSettings>();
}

QString codeText(int code)
{
    const QString meaning = wsCloseText(code);
    return meaning.isEmpty() ? QString::number(code) : QStringLiteral("%1 (%2)").arg(code).arg(meaning);
}

} // namespace

WsSession::WsSession(std::shared_ptr<const WsSettings> settings, const QByteArray &host, Random &random, qsizetype largestMessage)
    : m_settings(orUsual(std::move(settings))), m_host(host), m_random(random), m_head(true),
      m_reader(WsRole::Client, largestMessage)
{}

WsSession::WsSession(const WsServerSettings &server, Random &random, qsizetype largestMessage)
    : m_server(server), m_random(random), m_head(false), m_reader(WsRole::Server, largestMessage)
{}

void WsSession::start()
{
    m_key = newWsKey(m_random);
    m_out += wsRequest(*m_settings, m_host, m_key);
    WsHandshake asked;
    asked.head = wsRequest(withoutSecrets(*m_settings), m_host, m_key);
    asked.protocol = m_settings->protocols.join(", ");
    m_events.push_back(asked);
}

void WsSession::feed(QByteArrayView octets)
{
    if (m_state == State::Handshake) {
        m_head.feed(octets);
        if (m_head.state() == HttpHeadReader::State::Bad)
            giveUp(m_head.problem());
        if (m_head.state() != HttpHeadReader::State::Whole)
            return;
        if (role() == WsRole::Client)
            readAnswer();
        else
            readRequest();
        if (m_state == State::Open)
            m_reader.feed(m_head.takeRest());
    } else {
        m_reader.feed(octets);
    }
    if (m_state == State::Open)
        readFrames();
}

void WsSession::readAnswer()
{
    const HttpHead head = HttpHead::parse(m_head.octets());
    const WsAgreement agreement = judgeWsAnswer(head, m_key, m_settings->protocols);
    WsHandshake answer;
    answer.received = answer.isAnswer = true;
    answer.head = m_head.octets();
    answer.status = head.status();
    answer.protocol = agreement.protocol;
    answer.location = head.value("Location");
    answer.problem = agreement.problem;
    m_events.push_back(answer);
    if (!agreement.problem.isEmpty())
        return fail(agreement.problem);
    m_protocol = agreement.protocol;
    m_state = State::Open;
}

void WsSession::readRequest()
{
    const HttpHead head = HttpHead::parse(m_head.octets());
    const WsReply reply = answerWsRequest(head, m_server);
    m_out += reply.head;
    WsHandshake asked;
    asked.received = true;
    asked.head = m_head.octets();
    asked.protocol = head.joined("Sec-WebSocket-Protocol");
    m_events.push_back(asked);
    WsHandshake answer;
    answer.isAnswer = true;
    answer.head = reply.head;
    answer.status = reply.status;
    answer.protocol = reply.protocol;
    answer.problem = reply.problem;
    m_events.push_back(answer);
    if (!reply.problem.isEmpty())
        return fail(reply.problem);
    m_protocol = reply.protocol;
    m_state = State::Open;
}

void WsSession::readFrames()
{
    using Kind = WsReader::Item::Kind;
    std::optional<QByteArray> toAnswer; // of several Pings only the last one (RFC 6455 5.5.3)
    while (m_state == State::Open) {
        std::optional<WsReader::Item> item = m_reader.next();
        if (!item)
            break;
        switch (item->kind) {
        case Kind::Text:
        case Kind::Binary:
            if (m_server.closeCode) {
                close(m_server.closeCode, m_server.closeReason);
                fail(Words::tr("closed with %1, as it is set").arg(codeText(m_server.closeCode)));
                break;
            }
            m_events.push_back(Received{std::move(item->payload), item->kind == Kind::Text, item->frames});
            break;
        case Kind::Ping:
            m_events.push_back(WsControl{{}, WsControl::Kind::Ping, true, item->payload, 0, {}});
            toAnswer = item->payload;
            break;
        case Kind::Pong:
            if (item->payload == m_awaitedPong)
                m_awaitedPong.clear();
            m_events.push_back(WsControl{{}, WsControl::Kind::Pong, true, item->payload, 0, {}});
            break;
        case Kind::Close: takeClose(*item); break;
        case Kind::Broken:
            close(item->code, item->reason);
            fail(Words::tr("%1; closed with %2").arg(item->problem, codeText(item->code)));
            break;
        }
    }
    if (toAnswer && m_answersPings && m_state == State::Open)
        sendControl(WsControl::Kind::Pong, *toAnswer);
}

//= R7118-2
void WsSession::takeClose(const WsReader::Item &item)
{
    m_events.push_back(WsControl{{}, WsControl::Kind::Close, true, item.payload, item.code, wsCloseText(item.code)});
    m_problem = item.code == WsClose::NoCode ? Words::tr("the peer closed the WebSocket without a code")
                                             : Words::tr("the peer closed the WebSocket with %1").arg(codeText(item.code));
    if (!item.payload.isEmpty())
        m_problem += QStringLiteral(": \"%1\"").arg(QString::fromUtf8(item.payload));
    close(item.code);
    m_state = State::Closed;
}

//= R7118.4.2-1 text where it is UTF-8, else binary: nothing of the message is lost
void WsSession::write(const QByteArray &message)
{
    Utf8Check check;
    send(check.take(message) && check.isWhole() ? WsOpcode::Text : WsOpcode::Binary, message);
}

//= R7118.6-1
void WsSession::ping()
{
    m_awaitedPong = m_random.token(50);
    sendControl(WsControl::Kind::Ping, m_awaitedPong);
}

void WsSession::close(int code, const QByteArray &reason)
{
    if (m_state != State::Open || std::exchange(m_said, true))
        return;
    const QByteArray body = wsCloseBody({code, reason});
    send(WsOpcode::Close, body);
    m_events.push_back(WsControl{{}, WsControl::Kind::Close, false, body.mid(2), code, wsCloseText(code)});
}

void WsSession::giveUp(const QString &problem)
{
    if (m_state != State::Handshake)
        return;
    WsHandshake answer;
    answer.received = true;
    answer.isAnswer = role() == WsRole::Client;
    answer.head = m_head.octets();
    answer.problem = problem;
    m_events.push_back(answer);
    fail(problem);
}

void WsSession::fail(const QString &problem)
{
    m_state = State::Failed;
    m_problem = problem;
}

void WsSession::send(WsOpcode opcode, QByteArrayView payload)
{
    if (m_state != State::Open)
        return;
    std::optional<WsMask> mask;
    if (role() == WsRole::Client) {
        const quint64 drawn = m_random.next64();
        mask.emplace();
        for (size_t i = 0; i < mask->size(); ++i)
            (*mask)[i] = char(drawn >> (8 * i));
    }
    m_out += wsFrame(opcode, payload, mask);
}

void WsSession::sendControl(WsControl::Kind kind, const QByteArray &payload)
{
    send(kind == WsControl::Kind::Ping ? WsOpcode::Ping : WsOpcode::Pong, payload);
    m_events.push_back(WsControl{{}, kind, false, payload, 0, {}});
}

} // namespace sip
