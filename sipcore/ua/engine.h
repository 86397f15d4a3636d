// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"
#include "trace/trace_event.h"
#include "transport/transport_layer.h"

#include <QObject>

#include <memory>

namespace sip {

/// How an intent ended.
struct IntentResult {
    IntentId intent = 0;
    int status = 0; ///< 0: disposed before an answer
    QByteArray reason;
    LocalCause cause = LocalCause::None; ///< None: from the wire
};

/// While a registration is kept that has answers (ComposedRequest::keepFor, answers), calls that come in are intents of their
/// own, with numbers of newIntentId(), answered so. The composition root and the one door to sipcore: submit an intent, cancel
/// it, receive batches of events. Lives on one thread: the GUI gives it its own, the CLI runs it in main. All slots and signals
/// carry values, so both sides may be queued.
class Engine final : public QObject {
    Q_OBJECT
public:
    struct Settings {
        TransportLayer::Settings transport;
        quint32 seed = 0; ///< not 0: repeatable identifiers (tests only)
        Instant batchPeriod = 40ms;
    };
    explicit Engine(Settings settings, QObject *parent = nullptr);
    Engine() : Engine(Settings()) {}
    ~Engine() override;

    /// Numbers are given by the caller's side so that a queued submit can be cancelled at once: unique, not 0. Thread-safe.
    static IntentId newIntentId();

public Q_SLOTS:
    void submit(sip::IntentId intent, const sip::ComposedRequest &request);
    /// CANCEL for an INVITE; for others the intent is ended locally: no more resends, a late answer is shown as late. Unknown
    /// ids: nothing.
    void cancel(sip::IntentId intent, const QByteArray &reason = {});
    /// The next request in a dialog of this intent; what cannot be sent is said in a note of the ladder. \param toTag  of the
    /// dialog; null: the newest that is alive
    void next(sip::IntentId intent, const QByteArray &toTag, const sip::NextRequest &request);
    /// An answer by hand to a request of the peer that waits. \param request  the transaction of its row
    void answer(sip::IntentId intent, sip::TransactionId request, const sip::ComposedAnswer &answer);
    /// The program is about to end: what is kept at servers is removed first, each for \a limit at most, or left there, as
    /// ComposedRequest::removeOnExit says, and calls that came in are hung up or refused. closed() follows, at once when there is
    /// nothing of that; everything else goes on.
    void close(sip::Instant limit = 2s);
    void dispose(sip::IntentId intent);
    void shutdown(); ///< ends everything, closes sockets, flushes the last batch

Q_SIGNALS:
    /// At most 25 times a second. \param dropped  events lost before this batch because the reader was too slow; 0 normally
    void eventsReady(const sip::TraceBatch &batch, quint64 dropped);
    void callArrived(sip::IntentId intent); ///< a call of the peer that was taken; intentFinished() follows
    void intentFinished(const sip::IntentResult &result);
    void closed();

private:
    struct Private;
    const Settings m_settings;
    std::unique_ptr<Private> d; ///< made at the first submit(), on the engine's thread
};

} // namespace sip
Q_DECLARE_METATYPE(sip::IntentResult)
