// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/path_trace.h"
#include "probe/sweep.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace ui {

/// Runs sweeps and traces on a thread of their own, with sockets of their own: what they send stands in no ladder of the window
/// and delays nothing there. Only values cross. At most one of each at a time; a new one takes the place of the one before.
class ProbeHost : public QObject {
    Q_OBJECT
public:
    explicit ProbeHost(QObject *parent = nullptr);
    ~ProbeHost() override; ///< ends both

    void startSweep(const diag::SweepSettings &settings);
    void startTrace(const diag::PathTraceSettings &settings);
    void stopSweep(); ///< its last report follows
    void stopTrace();

signals:
    void sweepMoved(const diag::SweepReport &report, int left); ///< report.done: the last one
    void traceMoved(const diag::PathReport &report);

private:
    struct SweepJob;
    struct TraceJob;
    template<class Work> void onThread(Work work) { QMetaObject::invokeMethod(&m_context, work); }

    QThread m_thread;
    QObject m_context;                 ///< lives there
    std::unique_ptr<SweepJob> m_sweep; ///< as do these
    std::unique_ptr<TraceJob> m_trace;
    std::atomic<quint64> m_sweepNumber = 0, m_traceNumber = 0; ///< of the one that is to be heard
};

} // namespace ui
