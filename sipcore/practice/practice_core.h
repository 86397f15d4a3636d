// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message_draft.h"
#include "practice/behaviours.h"
#include "practice/dialog_requests.h"
#include "practice/event_server.h"
#include "practice/registrar.h"
#include "practice/request_filter.h"
#include "timing/scheduler.h"
#include "transaction/transaction_layer.h"
#include "transaction/unacknowledged_answers.h"

#include <QHash>

#include <functional>
#include <map>

namespace diag {

/// The called side above the transactions: decides what each request is answered. No sockets here.
class PracticeCore final : public sip::TransactionUser, public PathWatcher {
public:
    struct Settings {
        QByteArray realm;
        QList<DigestAccount> accounts;
    };
    /// \param seen  told once per request with the final status it got
    using Seen = std::function<void(const QByteArray &method, const sip::Path &path, int answered)>;

    PracticeCore(sip::TransactionLayer &transactions, sip::Scheduler &scheduler, Settings settings, Seen seen);
    ~PracticeCore() override;

    void setBehaviour(const Behaviour &behaviour) { m_behaviour = behaviour; }
    int bindingCount() const { return m_registrar.bindingCount(m_scheduler.now()); }

    void requestReceived(sip::ServerTransaction &transaction) override;
    void ackReceived(const sip::Message &ack, const sip::Path &path) override;
    void cancelReceived(sip::ServerTransaction &cancel, sip::ServerTransaction *invite) override;
    void strayResponse(const sip::Message &response, const sip::Path &path) override;

    void transactionGone(sip::TransactionId transaction) override;
    void pathGone(const sip::Path &path) override;

    static constexpr const char *allowedMethods =
        "INVITE, ACK, CANCEL, BYE, OPTIONS, REGISTER, MESSAGE, SUBSCRIBE, PUBLISH, PRACK, UPDATE, INFO, REFER";

private:
    using Step = void (PracticeCore::*)(sip::TransactionId);
    /// A request whose final answer is still to come.
    struct Pending {
        sip::Scheduler::Ticket ticket = 0;
    };
    /// A call that was taken.
    struct Call {
        sip::Dialog dialog;
        sip::Path path;
        QByteArray sdp;                   ///< our last description; empty: none
        sip::Scheduler::Ticket timer = 0; ///< hanging up, re-INVITE, refresh or end of the session
        bool reinvited = false;
    };
    /// A REFER whose progress is being told.
    struct Referral {
        QByteArray key;                    ///< of its dialog
        std::optional<sip::Dialog> dialog; ///< that the REFER made; empty: the call's
        sip::Path path;
        QByteArray event;
        sip::Scheduler::Ticket next = 0;
    };
    /// A provisional response that is sent again until its PRACK comes.
    struct Reliable {
        quint32 rseq = 0;
        int status = 0;
        sip::Message response;
        sip::Instant interval{}, giveUp{};
    };

    // What every request goes through, in order; true: it is answered.
    bool refuseUnusable(sip::ServerTransaction &transaction);
    bool applyBehaviour(sip::ServerTransaction &transaction);
    bool authenticate(sip::ServerTransaction &transaction);
    void dispatch(sip::ServerTransaction &transaction);

    void answerOptions(sip::ServerTransaction &transaction);
    void answerRegister(sip::ServerTransaction &transaction);
    void answerMessage(sip::ServerTransaction &transaction);
    void answerSubscribe(sip::ServerTransaction &transaction);
    void answerPublish(sip::ServerTransaction &transaction);
    void answerRefer(sip::ServerTransaction &transaction);
    void tellProgress(quint32 referral, int step);
    void answerPrack(sip::ServerTransaction &transaction);
    void answerInCall(sip::ServerTransaction &transaction);
    void answerBye(sip::ServerTransaction &transaction);
    void startCall(sip::ServerTransaction &transaction);
    void ring(sip::TransactionId id);
    void takeCall(sip::TransactionId id);
    void dispatchLater(sip::TransactionId id);
    void ringReliably(sip::TransactionId id, int status);
    void ringAgain(sip::TransactionId id);
    void takeFork(sip::TransactionId id);
    void acceptCall(sip::ServerTransaction &transaction, const sip::MessageDraft &taken);
    void endCall(const QByteArray &key);
    void hangUp(const QByteArray &key);
    void reinvite(const QByteArray &key);
    void watchSession(const QByteArray &key, const sip::Message &request, const sip::Message &response, bool ours);
    sip::MessageDraft provisional(const sip::ServerTransaction &transaction, int status, const QByteArray &tag = {}) const;
    void addSdp(sip::MessageDraft &made, const sip::ServerTransaction &transaction, const QByteArray &previous) const;
    void addTimer(sip::MessageDraft &made, const sip::Message &request) const;

    sip::MessageDraft draft(const sip::ServerTransaction &transaction, int status, const QByteArray &reason = {}) const;
    void answer(sip::ServerTransaction &transaction, const sip::MessageDraft &draft);
    void answer(sip::ServerTransaction &transaction, int status, const QByteArray &reason = {});
    /// One of the ways in: WWW- or Proxy-Authenticate.
    struct Door {
        bool proxy = false;
        bool stale = false; ///< the credentials are good, the nonce is not
    };
    DigestVerdict verdictOf(const sip::Message &request, bool proxy);
    void challenge(sip::ServerTransaction &transaction, const QList<Door> &doors);
    QByteArray challengeValue(const sip::Message &request, const Door &door);
    QByteArray realmOf(bool proxy) const;
    void keep(sip::ServerTransaction &transaction, sip::Instant delay, Step next);
    sip::ServerTransaction *pending(sip::TransactionId id) const;
    void forget(sip::TransactionId id);
    QByteArray toTag(const sip::Message &request) const;
    QByteArray dialogOf(const sip::Message &request, const QByteArray &ourTag = {}) const; ///< empty: the tag in To, else toTag()
    QByteArray ownUri(const QByteArray &user, const sip::Path &path) const;
    sip::Endpoint shownAddress(const sip::Path &path) const;

    sip::TransactionLayer &m_transactions;
    sip::Scheduler &m_scheduler;
    Settings m_settings;
    Seen m_seen;
    sip::SystemRandom m_random;
    QByteArray m_tagKey; ///< makes the tags of this run its own
    Behaviour m_behaviour;
    DigestGuard m_guard{m_random};
    Registrar m_registrar;
    std::map<sip::TransactionId, Pending> m_pending;
    std::map<sip::TransactionId, DigestFacts> m_accepted; ///< requests with a right digest, until they are answered
    sip::UnacknowledgedAnswers m_answers{m_transactions, m_scheduler};
    DialogRequests m_requests{m_transactions, m_random};
    EventServer m_events{m_scheduler, m_requests, m_random};
    QHash<QByteArray, Call> m_calls; ///< by dialog; taken and not ended
    QList<QByteArray> m_order;       ///< of the calls, oldest first
    QHash<sip::TransactionId, Reliable> m_reliable;
    QHash<quint32, Referral> m_referrals; ///< by a number of their own
    quint32 m_lastReferral = 0;
};

} // namespace diag
