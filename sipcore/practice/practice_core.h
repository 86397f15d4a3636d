// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message_draft.h"
#include "practice/behaviours.h"
#include "practice/registrar.h"
#include "practice/request_filter.h"
#include "timing/scheduler.h"
#include "transaction/transaction_layer.h"

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

private:
    using Step = void (PracticeCore::*)(sip::TransactionId);
    /// A request whose final answer is still to come.
    struct Pending {
        sip::ServerTransaction *transaction = nullptr;
        sip::Scheduler::Ticket ticket = 0;
    };
    /// A 2xx to INVITE that is sent again until its ACK comes (RFC 3261 13.3.1.4).
    struct Unacknowledged {
        sip::Message response;
        sip::Path path;
        sip::Endpoint target;
        sip::Instant interval{}, giveUp{};
        sip::Scheduler::Ticket ticket = 0;
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
    void answerBye(sip::ServerTransaction &transaction);
    void startCall(sip::ServerTransaction &transaction);
    void ring(sip::TransactionId id);
    void takeCall(sip::TransactionId id);
    void dispatchLater(sip::TransactionId id);
    void resendAnswer(const QByteArray &dialog);

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
    QByteArray dialogOf(const sip::Message &request) const;
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
    QHash<QByteArray, Unacknowledged> m_unacknowledged;   ///< by dialog
    QList<QByteArray> m_dialogs;                          ///< calls that were taken and not ended, oldest first
};

} // namespace diag
