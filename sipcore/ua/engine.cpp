// SPDX-License-Identifier: GPL-3.0-or-later
#include "ua/engine.h"

#include "base/words.h"
#include "dns/cares_resolver.h"
#include "timing/qt_scheduler.h"
#include "trace/trace_batcher.h"
#include "ua/user_agent_client.h"
#include "ua/user_agent_core.h"

#include <QHash>
#include <QSet>

#include <atomic>

namespace sip {

namespace {

std::unique_ptr<Random> randomFor(quint32 seed)
{
    if (seed != 0)
        return std::make_unique<SeededRandom>(seed);
    return std::make_unique<SystemRandom>();
}

} // namespace

/// Everything below the facade, made on the engine's own thread at first use: sockets and timers belong to the thread they are
/// made on. Built bottom up, destroyed top down.
struct Engine::Private final : IncomingCalls {
    struct Intent;
    Private(Engine &engine, const Settings &settings)
        : q(engine), recorder(scheduler),
          batcher(
              scheduler, [this](const TraceBatch &batch, quint64 dropped) { Q_EMIT q.eventsReady(batch, dropped); },
              settings.batchPeriod),
          random(randomFor(settings.seed)), transport(scheduler, recorder, settings.transport), resolver(scheduler, *random),
          core(scheduler, transport, recorder, *random)
    {
        recorder.setSink([this](TraceEventPtr event) { batcher.add(std::move(event)); });
        core.setResolver(&resolver);
        core.setIncomingCalls(this);
    }
    ~Private() override { core.setIncomingCalls(nullptr); }

    /// The registration that is kept and says how calls are answered; nullptr: calls are not taken.
    const Intent *listening() const
    {
        for (const std::shared_ptr<Intent> &one : intents)
            if (one->takesCalls)
                return one.get();
        return nullptr;
    }
    IntentId intentFor(const Message &) override
    {
        constexpr qsizetype most = 1000; // a storm of calls does not fill the memory
        return listening() && intents.size() < most ? newIntentId() : 0;
    }
    void take(IntentId intent, ServerTransaction &invite) override
    {
        ComposedRequest settings;
        settings.name = Words::tr("Incoming call");
        settings.method = "INVITE";
        settings.answers = listening()->answers;
        settings.credentials = listening()->credentials;
        settings.hangUpAfter = listening()->hangUpAfter;
        settings.ringLimit = listening()->ringLimit;
        const auto made = std::make_shared<Intent>(*this, intent, settings);
        intents.insert(intent, made);
        Q_EMIT q.callArrived(intent);
        made->client.receive(invite);
    }

    QList<CannedAnswer> answers() const override { return listening() ? listening()->answers : QList<CannedAnswer>(); }

    /// One intent: its client, and the ear that hears when it is over.
    struct Intent final : UserAgentClientDelegate {
        Intent(Private &d, IntentId id, const ComposedRequest &request)
            : owner(d),
              takesCalls(request.method == "REGISTER" && request.keepFor != Instant::zero() && !request.answers.isEmpty()),
              timerM(request.timers.timeout()), hangUpAfter(request.hangUpAfter), ringLimit(request.ringLimit),
              answers(request.answers), credentials(request.credentials), result{id, 0, {}, LocalCause::None},
              client(d.core, id, request, this)
        {}
        void onAccept(const IncomingResponse &response) override { take(response); }
        void onRedirect(const IncomingResponse &response) override { take(response); }
        void onReject(const IncomingResponse &response) override { take(response); }
        void onFinished() override { owner.finished(*this); }
        void take(const IncomingResponse &response)
        {
            result.status = response.status;
            result.reason = response.reason;
            result.cause = response.cause;
        }

        Private &owner;
        const bool takesCalls;
        const Instant timerM, hangUpAfter, ringLimit;
        const QList<CannedAnswer> answers;
        const QList<Credential> credentials;
        IntentResult result;
        UserAgentClient client;
    };

    void finished(Intent &intent)
    {
        const IntentId id = intent.result.intent;
        const bool invite = !intent.client.attempts().isEmpty() && intent.client.attempts().first().request.method() == "INVITE";
        Q_EMIT q.intentFinished(intent.result);
        // Not deleted inside its own call. After a call a fork may still answer until Timer M: it is to be acknowledged.
        auto node = intents.find(id);
        if (node == intents.end())
            return;
        std::shared_ptr<Intent> kept = *node;
        intents.erase(node);
        const bool answered = invite && intent.result.status / 100 == 2;
        const Instant due = scheduler.now() + (answered ? intent.timerM : 0s);
        ended.insert(id, std::move(kept));
        scheduler.at(due, [this, id] { ended.remove(id); });
        if (closing.remove(id) && closing.isEmpty())
            Q_EMIT q.closed();
    }

    Engine &q;
    QtScheduler scheduler;
    TraceRecorder recorder;
    TraceBatcher batcher;
    std::unique_ptr<Random> random;
    TransportLayer transport;
    CaresResolver resolver;
    UserAgentCore core;
    QHash<IntentId, std::shared_ptr<Intent>> intents, ended;
    QSet<IntentId> closing; ///< close() waits for their end
};

Engine::Engine(Settings settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    qRegisterMetaType<sip::IntentId>("sip::IntentId");
    qRegisterMetaType<sip::ComposedRequest>();
    qRegisterMetaType<sip::NextRequest>();
    qRegisterMetaType<sip::ComposedAnswer>();
    qRegisterMetaType<sip::TransactionId>("sip::TransactionId");
    qRegisterMetaType<sip::TraceBatch>();
    qRegisterMetaType<sip::IntentResult>();
}

Engine::~Engine() = default;

IntentId Engine::newIntentId()
{
    static std::atomic<IntentId> last = 0;
    return ++last;
}

void Engine::submit(IntentId intent, const ComposedRequest &request)
{
    if (!d)
        d = std::make_unique<Private>(*this, m_settings);
    if (intent == 0 || d->intents.contains(intent) || d->ended.contains(intent)) {
        d->recorder.record(
            {}, Note{Note::Level::Warning, Words::tr("an intent needs a number of its own; this one was not sent"), ""});
        return;
    }
    const auto made = std::make_shared<Private::Intent>(*d, intent, request);
    d->intents.insert(intent, made);
    made->client.send();
}

void Engine::cancel(IntentId intent, const QByteArray &reason)
{
    if (!d)
        return;
    const std::shared_ptr<Private::Intent> found = d->intents.value(intent);
    if (!found)
        return;
    QString why;
    if (found->client.cancel(reason, &why) || found->result.status != 0)
        return;
    found->result.cause = LocalCause::Cancelled;
    found->client.stop();
}

void Engine::next(IntentId intent, const QByteArray &toTag, const NextRequest &request)
{
    if (!d)
        return;
    const std::shared_ptr<Private::Intent> found = d->intents.value(intent);
    QString why = Words::tr("it has ended");
    if (found && found->client.next(toTag, request, &why))
        return;
    d->recorder.record({intent, 0, 0}, Note{Note::Level::Warning,
                                            Words::tr("%1 was not sent: %2").arg(QString::fromUtf8(request.method), why), ""});
}

void Engine::answer(IntentId intent, TransactionId request, const ComposedAnswer &answer)
{
    if (!d)
        return;
    const std::shared_ptr<Private::Intent> found = d->intents.value(intent);
    QString why = Words::tr("it has ended");
    if (!found || !found->client.answer(request, answer, &why))
        d->recorder.record({intent, 0, 0},
                           Note{Note::Level::Warning, Words::tr("%1 was not sent: %2").arg(answer.status).arg(why), ""});
}

void Engine::close(Instant limit)
{
    if (d) {
        d->closing.insert(0); // none is the last before all were asked
        const QHash<IntentId, std::shared_ptr<Private::Intent>> all = d->intents;
        for (auto one = all.cbegin(); one != all.cend(); ++one) {
            d->closing.insert(one.key()); // before it may end
            if (!one.value()->client.close(limit))
                d->closing.remove(one.key());
        }
        d->closing.remove(0);
    }
    if (!d || d->closing.isEmpty())
        Q_EMIT closed();
}

void Engine::dispose(IntentId intent)
{
    if (d && d->intents.remove(intent))
        Q_EMIT intentFinished({intent, 0, {}, LocalCause::None});
}

void Engine::shutdown()
{
    if (!d)
        return;
    d->intents.clear();
    d->ended.clear();
    d->batcher.flush();
    d.reset();
}

} // namespace sip
