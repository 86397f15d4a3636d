// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/parser.h"
#include "timing/qt_scheduler.h"
#include "transport/transport_layer.h"

#include <QHostAddress>
#include <QTest>
#include <QUdpSocket>

/// What a wait may take at most, in ms. Generous: no test is to fail on a slow machine.
inline constexpr int PatienceMs = 20'000;

/// Remembers everything the transports say.
class NetUser : public sip::TransportUser {
public:
    struct Received {
        sip::Message message;
        sip::Path path;
    };
    struct Failed {
        sip::TraceContext context;
        sip::Path path;
        sip::TransportError error;
        QByteArray quoted; ///< ICMP only
    };

    void messageReceived(const sip::Message &message, const sip::Path &path) override
    {
        insideSend |= isSending;
        received.append({message, path});
        if (onMessage)
            onMessage(message, path);
    }
    void sendFailed(const sip::TraceContext &context, const sip::Path &path, const sip::TransportError &error) override
    {
        insideSend |= isSending;
        failed.append({context, path, error, {}});
    }
    void icmpReceived(const sip::Path &path, const sip::TransportError &error, const QByteArray &quoted) override
    {
        insideSend |= isSending;
        icmp.append({{}, path, error, quoted});
    }
    void connectionLost(const sip::Path &path, const sip::TransportError &error) override
    {
        insideSend |= isSending;
        lost.append({{}, path, error, {}});
    }

    QList<Received> received;
    QList<Failed> failed, icmp, lost;
    std::function<void(const sip::Message &, const sip::Path &)> onMessage;
    bool isSending = false, insideSend = false; ///< insideSend: was called from inside send(), which is forbidden
};

/// A transport layer with its surroundings, on the real event loop and real sockets.
struct Net {
    explicit Net(sip::TransportLayer::Settings settings = {}) : recorder(scheduler), layer(scheduler, recorder, settings)
    {
        recorder.setSink([this](sip::TraceEventPtr event) { events.append(event); });
        layer.setUser(&user);
    }

    void send(const sip::TransportAddress &target, const QByteArray &wire, sip::TransactionId transaction = 1,
              quint32 connection = 0)
    {
        user.isSending = true;
        layer.send({1, 1, transaction}, target, sip::parseMessage(wire), connection, 1, 1);
        user.isSending = false;
    }

    template<class T> QList<T> recorded() const
    {
        QList<T> out;
        for (const sip::TraceEventPtr &event : events)
            if (const T *what = event->as<T>())
                out.append(*what);
        return out;
    }
    QList<sip::ConnectionEvent::What> connectionEvents() const
    {
        QList<sip::ConnectionEvent::What> out;
        for (const sip::ConnectionEvent &event : recorded<sip::ConnectionEvent>())
            if (event.what != sip::ConnectionEvent::What::Listening)
                out.append(event.what);
        return out;
    }

    sip::QtScheduler scheduler;
    sip::TraceRecorder recorder;
    QList<sip::TraceEventPtr> events;
    NetUser user;
    sip::TransportLayer layer;
};

inline QByteArray request(int cseq = 1, const QByteArray &body = {})
{
    return "MESSAGE sip:bob@example.com SIP/2.0\r\n"
           "Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK" +
           QByteArray::number(cseq) +
           "\r\n"
           "From: <sip:alice@example.com>;tag=a\r\nTo: <sip:bob@example.com>\r\nCall-ID: net@example.com\r\n"
           "CSeq: " +
           QByteArray::number(cseq) + " MESSAGE\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline QByteArray answer(int cseq = 1)
{
    return "SIP/2.0 200 OK\r\nCSeq: " + QByteArray::number(cseq) + " MESSAGE\r\nContent-Length: 0\r\n\r\n";
}

inline sip::Endpoint anyPort(const QString &host)
{
    return sip::Endpoint::of(QHostAddress(host), 0);
}

inline bool hasAddress(const QString &host)
{
    QUdpSocket probe;
    return probe.bind(QHostAddress(host), 0);
}

/// Rows "v4" and "v6" with a column "host".
inline void bothFamilies()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("v4") << QStringLiteral("127.0.0.1");
    QTest::newRow("v6") << QStringLiteral("::1");
}

#define FETCH_HOST()                                                                                                             \
    QFETCH(QString, host);                                                                                                       \
    if (!hasAddress(host))                                                                                                       \
    QSKIP("skipped: this machine has no such loopback address")
