// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/probe_host.h"

#include "probe/probe_runner.h"
#include "request/target.h"
#include "shell/local_address.h"

namespace ui {

struct ProbeHost::SweepJob {
    explicit SweepJob(const diag::SweepSettings &settings) : sweep(settings) {}
    diag::Sweep sweep;
    diag::ProbeRunner runner;
};

struct ProbeHost::TraceJob {
    explicit TraceJob(const diag::PathTraceSettings &settings) : trace(settings) {}
    diag::PathTrace trace;
    diag::ProbeRunner runner;
};

ProbeHost::ProbeHost(QObject *parent) : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("probes"));
    m_context.moveToThread(&m_thread);
    m_thread.start();
}

ProbeHost::~ProbeHost()
{
    QMetaObject::invokeMethod(
        &m_context,
        [this] {
            m_sweep.reset();
            m_trace.reset();
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void ProbeHost::startSweep(const diag::SweepSettings &settings)
{
    diag::SweepSettings placed = settings;
    if (const auto hop = sip::nextHop(settings.request); hop && !hop->isName())
        placed.local = localAddressFor(hop->address);
    onThread([this, placed, number = ++m_sweepNumber] {
        m_sweep = std::make_unique<SweepJob>(placed);
        SweepJob *const job = m_sweep.get();
        const auto tell = [this, job, number] {
            QMetaObject::invokeMethod(this, [this, number, report = job->sweep.report(), left = job->sweep.left()] {
                if (number == m_sweepNumber)
                    emit sweepMoved(report, left);
            });
        };
        connect(&job->runner, &diag::ProbeRunner::moved, &job->runner, [job, tell](const diag::Flow &flow) {
            job->sweep.keep(flow);
            tell();
        });
        connect(&job->runner, &diag::ProbeRunner::finished, &job->runner, [job, tell](bool stopped) {
            if (stopped)
                job->sweep.stopped();
            tell();
        });
        job->runner.start(job->sweep);
    });
}

void ProbeHost::startTrace(const diag::PathTraceSettings &settings)
{
    onThread([this, settings, number = ++m_traceNumber] {
        m_trace = std::make_unique<TraceJob>(settings);
        TraceJob *const job = m_trace.get();
        const auto tell = [this, job, number] {
            QMetaObject::invokeMethod(this, [this, number, report = job->trace.report()] {
                if (number == m_traceNumber)
                    emit traceMoved(report);
            });
        };
        connect(&job->runner, &diag::ProbeRunner::moved, &job->runner, tell);
        connect(&job->runner, &diag::ProbeRunner::finished, &job->runner, [job, tell](bool stopped) {
            if (stopped)
                job->trace.stopped();
            tell();
        });
        job->runner.start(job->trace);
    });
}

void ProbeHost::stopSweep()
{
    onThread([this] {
        if (m_sweep)
            m_sweep->runner.stop();
    });
}

void ProbeHost::stopTrace()
{
    onThread([this] {
        if (m_trace)
            m_trace->runner.stop();
    });
}

} // namespace ui
