// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/probe_runner.h"

namespace diag {

namespace {

std::chrono::milliseconds milliseconds(sip::Instant length)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(length);
}

sip::Engine::Settings quick()
{
    sip::Engine::Settings settings;
    settings.batchPeriod = 1ms; // the next request waits for it
    return settings;
}

} // namespace

ProbeRunner::ProbeRunner(QObject *parent) : QObject(parent)
{
    renewEngine();
    m_pause.setSingleShot(true);
    m_wait.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { send(m_step); });
    connect(&m_wait, &QTimer::timeout, this, [this] { m_engine->cancel(m_intent); });
}

ProbeRunner::~ProbeRunner()
{
    m_engine->disconnect(this);
    m_engine->shutdown();
}

/// Its connections go with it: one that lost a request would hold back whatever follows.
void ProbeRunner::renewEngine()
{
    if (m_engine) {
        m_engine->disconnect(this);
        m_engine->shutdown();
    }
    m_engine = std::make_unique<sip::Engine>(quick());
    connect(m_engine.get(), &sip::Engine::eventsReady, this, &ProbeRunner::take);
}

void ProbeRunner::start(Probe &probe)
{
    Q_ASSERT(!m_probe);
    m_probe = &probe;
    m_clock.start();
    QMetaObject::invokeMethod(this, &ProbeRunner::goOn, Qt::QueuedConnection);
}

void ProbeRunner::stop()
{
    if (!m_probe)
        return;
    m_engine->cancel(m_intent);
    end(true);
}

void ProbeRunner::goOn()
{
    if (!m_probe)
        return;
    if (std::exchange(m_lostOnConnection, false))
        renewEngine();
    const auto step = m_probe->next(std::chrono::milliseconds(m_clock.elapsed()));
    if (!step)
        return end(false);
    m_step = *step;
    m_pause.start(milliseconds(m_step.pause));
}

void ProbeRunner::send(const Probe::Step &step)
{
    m_intent = sip::Engine::newIntentId();
    m_engine->submit(m_intent, step.request);
    m_wait.start(milliseconds(step.wait));
}

void ProbeRunner::take(const sip::TraceBatch &batch)
{
    m_flows.append(batch);
    const Flow *const flow = m_probe && m_intent != 0 ? m_flows.flow(m_intent) : nullptr;
    if (!flow || !flow->finished)
        return;
    m_wait.stop();
    const Flow done = *flow;
    m_flows.remove(std::exchange(m_intent, 0));
    const ProbeResult result = resultOf(done);
    m_probe->take(result);
    Q_EMIT moved(done);
    // Not from inside a signal of the engine.
    m_lostOnConnection = result.isSilent() && sip::isReliable(result.path.protocol);
    QMetaObject::invokeMethod(this, &ProbeRunner::goOn, Qt::QueuedConnection);
}

void ProbeRunner::end(bool stopped)
{
    m_pause.stop();
    m_wait.stop();
    m_intent = 0;
    m_probe = nullptr;
    QMetaObject::invokeMethod(
        this, [this, stopped] { Q_EMIT finished(stopped); }, Qt::QueuedConnection);
}

} // namespace diag
