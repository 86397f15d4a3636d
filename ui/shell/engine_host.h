// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/flow_store.h"
#include "practice/practice_server.h"
#include "ua/engine.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace ui {

/// Runs the engine on one thread of its own and the practice server on another, so that painting can neither delay Timer A nor
/// colour a round-trip time. Only values cross. Everything here is called on the UI thread; nothing here waits but stop().
class EngineHost : public QObject {
    Q_OBJECT
public:
    explicit EngineHost(FlowStore &store, QObject *parent = nullptr);
    ~EngineHost() override; ///< stop()

    /// Hands the request to the engine. \return the new intent; 0 after stop()
    sip::IntentId send(const sip::ComposedRequest &request);
    void cancel(sip::IntentId intent);
    /// The next request in a dialog of a running intent. \param toTag  of the dialog
    void next(sip::IntentId intent, const QByteArray &toTag, const sip::NextRequest &request);
    /// An answer by hand to a request of the peer. \param request  the transaction of its row
    void answer(sip::IntentId intent, sip::TransactionId request, const sip::ComposedAnswer &answer);
    bool isRunning(sip::IntentId intent) const { return m_running.contains(intent); }
    /// The intent sent last that is not over yet; 0: none.
    sip::IntentId lastRunning() const;

    /// Starts the practice server, or gives the running one another behaviour; practiceStarted() or practiceFailed() follows.
    void startPractice(const QByteArray &behaviour);
    void stopPractice();
    bool isPracticing() const { return m_practiceAddress.port != 0; }
    sip::Endpoint practiceAddress() const { return m_practiceAddress; } ///< port 0: not running
    QByteArray practiceBehaviour() const { return m_practiceBehaviour; }

    /// A REGISTER or PUBLISH is running that may have left something at a server.
    bool keepsSomething() const { return m_running.intersects(m_keeping); }
    /// Removes what is kept at servers, as far as the requests say so; closed() follows, within about two seconds.
    void close();
    /// Ends every intent, closes sockets, ends both threads. Takes a few milliseconds; idempotent.
    void stop();

signals:
    void runningChanged();
    void closed();
    void callArrived(sip::IntentId intent);
    void intentFinished(const sip::IntentResult &result);
    void practiceStarted(const sip::Endpoint &address, const QByteArray &behaviour);
    void practiceStopped();
    void practiceFailed(const QString &why);
    void practiceRequestSeen(const QByteArray &method, const QByteArray &from, int answered);

private:
    struct Thread;
    FlowStore &m_store;
    std::unique_ptr<Thread> m_engineThread, m_practiceThread;
    sip::Engine *m_engine = nullptr;            ///< lives on its thread: reached by queued calls only
    diag::PracticeServer *m_practice = nullptr; ///< likewise
    QSet<sip::IntentId> m_running, m_keeping;   ///< m_keeping: sent with keepFor
    sip::Endpoint m_practiceAddress;
    QByteArray m_practiceBehaviour;
};

} // namespace ui
