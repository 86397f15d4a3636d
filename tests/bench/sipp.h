// SPDX-License-Identifier: GPL-3.0-or-later
// sipp (package sip-tester) as the rival, and as the peer of both.
#pragma once

#include "bench/process_figures.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUdpSocket>

/// One sipp process on 127.0.0.1 with a scenario of this folder.
class Sipp {
public:
    Sipp()
    {
        m_process.setWorkingDirectory(m_folder.path());
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.setStandardOutputFile(QProcess::nullDevice());
    }
    ~Sipp()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// \return its port; 0: could not start
    quint16 serve(const QString &scenario)
    {
        QUdpSocket probe;
        probe.bind(QHostAddress(QHostAddress::LocalHost), 0);
        const quint16 port = probe.localPort();
        probe.close();
        start(scenario, {QStringLiteral("-p"), QString::number(port)});
        if (!m_process.waitForStarted())
            return 0;
        // It listens as soon as the port is taken.
        for (int tries = 0; tries < 100 && probe.bind(QHostAddress(QHostAddress::LocalHost), port, QUdpSocket::DontShareAddress);
             ++tries) {
            probe.close();
            usleep(50'000);
        }
        return m_process.state() == QProcess::Running ? port : 0;
    }

    /// \return microseconds of CPU for each of \a calls; negative: not all went well
    double call(const QString &scenario, quint16 port, int calls, int inFlight)
    {
        const double before = cpuSeconds(RUSAGE_CHILDREN);
        start(scenario, {QStringLiteral("-m"), QString::number(calls), QStringLiteral("-l"), QString::number(inFlight),
                         QStringLiteral("-r"), QStringLiteral("1000000"), QStringLiteral("127.0.0.1:%1").arg(port)});
        if (!m_process.waitForStarted() || !m_process.waitForFinished(300'000) || m_process.exitCode() != 0)
            return -1;
        return (cpuSeconds(RUSAGE_CHILDREN) - before) / calls * 1e6;
    }

    /// Sends so many requests, each once, and waits for their answers: residentBytes() tells what that takes.
    void hold(const QString &scenario, quint16 port, int calls)
    {
        start(scenario,
              {QStringLiteral("-nr"), QStringLiteral("-m"), QString::number(calls), QStringLiteral("-l"), QString::number(calls),
               QStringLiteral("-r"), QStringLiteral("50000"), QStringLiteral("127.0.0.1:%1").arg(port)});
        m_process.waitForStarted();
    }

    qint64 residentBytes() const { return ::residentBytes(m_process.processId()); }

private:
    void start(const QString &scenario, const QStringList &more)
    {
        m_process.start(QStringLiteral("sipp"),
                        QStringList{QStringLiteral("-sf"), QStringLiteral(VIATRACE_SOURCE_DIR "/tests/bench/") + scenario,
                                    QStringLiteral("-i"), QStringLiteral("127.0.0.1"), QStringLiteral("-nostdin"),
                                    QStringLiteral("-buff_size"), QStringLiteral("4000000")} +
                            more);
    }

    QTemporaryDir m_folder;
    QProcess m_process;
};
