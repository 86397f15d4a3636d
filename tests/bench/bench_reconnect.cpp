// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to connect again: TCP, TLS 1.3, the checks of the certificate, one request, and the end of it, one after the
// other for a few seconds, beside `openssl s_time`, which sends nothing, asks for no name and looks at the chain alone. Both talk
// to the same `openssl s_server`, which takes one connection at a time; s_time does it with sessions resumed, too.
#include "bench/process_figures.h"
#include "loopback/net_harness.h"
#include "support/test_certificates.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpServer>

#include <cstdio>

using namespace sip;

namespace {

constexpr int Seconds = 3;

struct Rate {
    double connections = 0, seconds = 0, cpu = 0;
    double micro() const { return seconds / connections * 1e6; }
    double cpuMicro() const { return cpu / connections * 1e6; }
};

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost, 0);
    return probe.serverPort();
}

Rate ours(const Endpoint &at, const TlsSettings &settings)
{
    const QByteArray options =
        "OPTIONS sip:example.com SIP/2.0\r\nVia: SIP/2.0/TLS 127.0.0.1;branch=z9hG4bK1\r\nFrom: <sip:a@example.com>;tag=1\r\n"
        "To: <sip:example.com>\r\nCall-ID: 1\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
    const TransportAddress target{Protocol::Tls, at, "example.com", std::make_shared<const TlsSettings>(settings)};
    Net net;
    Rate rate;
    const double began = cpuSeconds(RUSAGE_SELF);
    QElapsedTimer clock;
    for (clock.start(); clock.elapsed() < Seconds * 1000; ++rate.connections) {
        net.events.clear();
        net.send(target, options);
        while (net.recorded<MessageSent>().isEmpty()) {
            if (!net.user.failed.isEmpty())
                qFatal("%s", qPrintable(net.user.failed.first().error.text));
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        net.layer.closeAll();
    }
    rate.seconds = double(clock.nsecsElapsed()) / 1e9;
    rate.cpu = cpuSeconds(RUSAGE_SELF) - began;
    return rate;
}

/// \param how  "-new" or "-reuse"
Rate ofOpenSsl(const Endpoint &at, const QString &ca, const QString &how)
{
    QProcess process;
    QElapsedTimer clock;
    const double began = cpuSeconds(RUSAGE_CHILDREN);
    clock.start();
    process.start(QStringLiteral("openssl"),
                  {QStringLiteral("s_time"), QStringLiteral("-connect"), QString::fromLatin1(at.text()), how,
                   QStringLiteral("-time"), QString::number(Seconds), QStringLiteral("-CAfile"), ca, QStringLiteral("-verify"),
                   QStringLiteral("5")});
    process.waitForFinished(60'000);
    Rate rate;
    rate.seconds = double(clock.nsecsElapsed()) / 1e9;
    rate.cpu = cpuSeconds(RUSAGE_CHILDREN) - began;
    const QRegularExpression line(QStringLiteral("(\\d+) connections in \\d+ real seconds"));
    const auto found = line.match(QString::fromUtf8(process.readAllStandardOutput()));
    rate.connections = found.captured(1).toDouble();
    if (rate.connections <= 0)
        qFatal("openssl s_time: %s", process.readAllStandardError().constData());
    return rate;
}

void print(const char *who, const Rate &rate)
{
    std::printf("%-28s %7.0f a second  %7.0f us each  %7.0f us of processor\n", who, rate.connections / rate.seconds,
                rate.micro(), rate.cpuMicro());
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty()) {
        std::printf("skipped: package openssl missing\n");
        return 0;
    }
    const TestCertificates certificates;
    const TlsSettings server = certificates.named({"DNS:example.com"});
    const Endpoint at = Endpoint::of(QHostAddress(QHostAddress::LocalHost), freePort());
    QProcess peer;
    peer.setStandardOutputFile(QProcess::nullDevice());
    peer.setStandardErrorFile(QProcess::nullDevice());
    peer.start(QStringLiteral("openssl"),
               {QStringLiteral("s_server"), QStringLiteral("-accept"), QString::fromLatin1(at.text()), QStringLiteral("-quiet"),
                QStringLiteral("-cert"), server.certificateFile, QStringLiteral("-key"), server.certificateFile,
                QStringLiteral("-CAfile"), certificates.ca});
    QTcpSocket probe;
    for (int i = 0; i < 100 && probe.state() != QAbstractSocket::ConnectedState; ++i) {
        probe.connectToHost(at.hostAddress(), at.port);
        if (!probe.waitForConnected(100))
            QTest::qWait(50);
    }
    probe.abort();
    const Rate us = ours(at, certificates.trusting());
    const Rate fresh = ofOpenSsl(at, certificates.ca, QStringLiteral("-new"));
    const Rate resumed = ofOpenSsl(at, certificates.ca, QStringLiteral("-reuse"));
    peer.kill();
    peer.waitForFinished();
    std::printf("Connections to one s_server on this machine, one after the other, %d s each:\n", Seconds);
    print("ours, with one request", us);
    print("openssl s_time -new", fresh);
    print("openssl s_time -reuse", resumed);
    std::printf("RATIO tls.reconnect_vs_s_time %.2f\n", us.micro() / fresh.micro());
    std::printf("RATIO tls.reconnect_cpu_vs_s_time %.2f\n", us.cpuMicro() / fresh.cpuMicro());
    std::printf("RATIO tls.what_resumption_would_save %.2f\n", resumed.micro() / fresh.micro());
}
