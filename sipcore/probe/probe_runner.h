// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/flow_builder.h"
#include "probe/probe.h"
#include "ua/engine.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace diag {

/// Drives one probe with an engine of its own, on the thread it lives on.
class ProbeRunner final : public QObject {
    Q_OBJECT
public:
    explicit ProbeRunner(QObject *parent = nullptr);
    ~ProbeRunner() override;

    /// \param probe  stays alive until finished()
    void start(Probe &probe);
    void stop(); ///< finished() follows, soon; the step under way is not handed to the probe

Q_SIGNALS:
    void moved(const diag::Flow &flow); ///< a step was handed to the probe; its ladder
    void finished(bool stopped);

private:
    void renewEngine();
    void goOn();
    void send(const Probe::Step &step);
    void take(const sip::TraceBatch &batch);
    void end(bool stopped);

    std::unique_ptr<sip::Engine> m_engine;
    FlowBuilder m_flows;
    Probe *m_probe = nullptr; ///< nullptr: nothing runs
    sip::IntentId m_intent = 0;
    QTimer m_pause, m_wait;
    QElapsedTimer m_clock;
    Probe::Step m_step;
    bool m_lostOnConnection = false;
};

} // namespace diag
