// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/engine_host.h"

#include <QThread>

#include <algorithm>

namespace ui {

/// A thread with an object that lives on it, so that other objects can be made there.
struct EngineHost::Thread {
    QThread thread;
    QObject context;

    explicit Thread(const QString &name)
    {
        thread.setObjectName(name);
        context.moveToThread(&thread);
        thread.start(QThread::TimeCriticalPriority);
    }
    ~Thread()
    {
        thread.quit();
        thread.wait();
    }
    /// Runs \a work there and waits for it.
    template<class Work> void run(Work work) { QMetaObject::invokeMethod(&context, work, Qt::BlockingQueuedConnection); }
};

EngineHost::EngineHost(FlowStore &store, QObject *parent)
    : QObject(parent), m_store(store), m_engineThread(new Thread(QStringLiteral("engine"))),
      m_practiceThread(new Thread(QStringLiteral("practice")))
{
    // Timers and sockets belong to the thread they are made on.
    m_engineThread->run([this] { m_engine = new sip::Engine; });
    m_practiceThread->run([this] { m_practice = new diag::PracticeServer; });
    connect(m_engine, &sip::Engine::eventsReady, &m_store, &FlowStore::append);
    connect(m_engine, &sip::Engine::callArrived, this, [this](sip::IntentId intent) {
        m_running.insert(intent);
        emit callArrived(intent);
        emit runningChanged();
    });
    connect(m_engine, &sip::Engine::closed, this, &EngineHost::closed);
    connect(m_engine, &sip::Engine::intentFinished, this, [this](const sip::IntentResult &result) {
        m_running.remove(result.intent);
        m_keeping.remove(result.intent);
        emit intentFinished(result);
        emit runningChanged();
    });
    connect(m_practice, &diag::PracticeServer::requestSeen, this, &EngineHost::practiceRequestSeen);
}

EngineHost::~EngineHost()
{
    stop();
}

sip::IntentId EngineHost::send(const sip::ComposedRequest &request)
{
    if (!m_engine)
        return 0;
    const sip::IntentId intent = sip::Engine::newIntentId();
    m_store.remember(intent, request);
    m_running.insert(intent);
    if (request.keepFor != sip::Instant::zero())
        m_keeping.insert(intent);
    QMetaObject::invokeMethod(m_engine, [engine = m_engine, intent, request] { engine->submit(intent, request); });
    emit runningChanged();
    return intent;
}

void EngineHost::cancel(sip::IntentId intent)
{
    if (m_engine)
        QMetaObject::invokeMethod(m_engine, [engine = m_engine, intent] { engine->cancel(intent); });
}

void EngineHost::next(sip::IntentId intent, const QByteArray &toTag, const sip::NextRequest &request)
{
    if (m_engine)
        QMetaObject::invokeMethod(m_engine,
                                  [engine = m_engine, intent, toTag, request] { engine->next(intent, toTag, request); });
}

void EngineHost::answer(sip::IntentId intent, sip::TransactionId request, const sip::ComposedAnswer &answer)
{
    if (m_engine)
        QMetaObject::invokeMethod(m_engine,
                                  [engine = m_engine, intent, request, answer] { engine->answer(intent, request, answer); });
}

void EngineHost::close()
{
    if (m_engine)
        QMetaObject::invokeMethod(m_engine, [engine = m_engine] { engine->close(); });
    else
        emit closed();
}

sip::IntentId EngineHost::lastRunning() const
{
    const auto last = std::max_element(m_running.begin(), m_running.end());
    return last == m_running.end() ? 0 : *last;
}

void EngineHost::startPractice(const QByteArray &behaviour)
{
    if (!m_practice)
        return;
    QMetaObject::invokeMethod(m_practice, [this, server = m_practice, behaviour, running = isPracticing()] {
        QString why;
        sip::Endpoint address;
        // A running server keeps its port: what was typed as target stays right.
        if (running) {
            const sip::Expected<bool> changed = server->setBehaviour(behaviour);
            why = changed ? QString() : changed.error().detail;
        } else {
            server->stop();
            diag::PracticeSettings settings;
            settings.behaviour = behaviour;
            const sip::Expected<sip::Endpoint> started = server->start(settings);
            if (started)
                address = *started;
            else
                why = started.error().detail;
        }
        QMetaObject::invokeMethod(this, [this, why, address, behaviour] {
            if (!why.isEmpty()) {
                emit practiceFailed(why);
                return;
            }
            if (address.port != 0)
                m_practiceAddress = address;
            m_practiceBehaviour = behaviour;
            emit practiceStarted(m_practiceAddress, behaviour);
        });
    });
}

void EngineHost::stopPractice()
{
    if (!m_practice)
        return;
    QMetaObject::invokeMethod(m_practice, [this, server = m_practice] {
        server->stop();
        QMetaObject::invokeMethod(this, [this] {
            m_practiceAddress = {};
            m_practiceBehaviour.clear();
            emit practiceStopped();
        });
    });
}

void EngineHost::stop()
{
    if (!m_engine)
        return;
    m_engine->disconnect(this);
    m_engineThread->run([this] {
        m_engine->shutdown();
        delete m_engine;
    });
    m_practiceThread->run([this] {
        m_practice->stop();
        delete m_practice;
    });
    m_engine = nullptr;
    m_practice = nullptr;
    m_engineThread.reset();
    m_practiceThread.reset();
    m_running.clear();
}

} // namespace ui
