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
class PracticeCore final : public sip::TransactionUser, public PathWatcher, private EventSources {
public:
    struct Settings {
        QByteArray realm;
        QList<DigestAccount> accounts;
    };
    /// What it is made on; all live longer.
    struct Surroundings {
        sip::TransactionLayer &transactions;
        sip::TransportService &transport; ///< told of requests of ours: from where they go
        sip::Scheduler &scheduler;
        sip::Random &random;
    };
    /// \param seen  told once per request with the final status it got
    using Seen = std::function<void(const QByteArray &method, const sip::Path &path, int answered)>;

    /// \param sent  told once per request of ours with the final status that came for it
    PracticeCore(const Surroundings &around, Settings settings, Seen seen, DialogRequests::Told sent);
    ~PracticeCore() override;

    void setBehaviour(const Behaviour &behaviour) { m_behaviour = behaviour; }
    int bindingCount() const { return m_registrar.bindingCount(m_scheduler.now()); }
    /// What is kept for peers now; all of it ends by itself.
    struct Held {
        qsizetype waiting = 0, calls = 0, subscriptions = 0, publications = 0, referrals = 0;
        friend bool operator==(const Held &, const Held &) = default;
    };
    Held held() const;

    void requestReceived(sip::ServerTransaction &transaction) override;
    void ackReceived(const sip::Message &ack, const sip::Path &path) override;
    void cancelReceived(sip::ServerTransaction &cancel, sip::ServerTransaction *invite) override;
    void strayResponse(const sip::Message &response, const sip::Path &path) override;

    void transactionGone(sip::TransactionId transaction) override;
    void pathGone(const sip::Path &path) override;

    static constexpr const char *allowedMethods =
        "INVITE, ACK, CANCEL, BYE, OPTIONS, REGISTER, MESSAGE, SUBSCRIBE, NOTIFY, PUBLISH, PRACK, UPDATE, INFO, REFER";

private:
    using Step = void (PracticeCore::*)(sip::TransactionId);
    /// A request whose final answer is still to come.
    struct Pending {
        sip::Scheduler::Ticket ticket = 0;
        QList<QByteArray> dialogs = {};    ///< INVITE: the early ones, by key
        sip::Instant expires{}, ringEnd{}; ///< INVITE: what Expires says, 0: nothing; when the ringing ends
        Step afterRinging = nullptr;
    };
    /// A call, from the INVITE on.
    struct Call {
        sip::Dialog dialog;
        sip::Path path;
        Behaviour behaviour;              ///< when it began
        QByteArray resource;              ///< who was called
        sip::TransactionId ringing = 0;   ///< the INVITE that is not answered; 0: it is taken
        QByteArray sdp = {};              ///< our last description; empty: none
        bool described = false;           ///< offer and answer are done before the 200: in it there is none
        sip::Message unacknowledged = {}; ///< the 2xx of ours whose ACK is to come; Invalid: none
        bool offered = false;             ///< that 2xx had an offer
        bool asking = false;              ///< a re-INVITE or UPDATE of ours is on its way
        bool reinvited = false;
        sip::Instant session{};           ///< how long it lasts without a refresh; 0: no limit
        sip::Scheduler::Ticket next = 0;  ///< hanging up, re-INVITE, refresh or end of the session
        sip::Scheduler::Ticket limit = 0; ///< nothing was heard for long
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
    bool refuseAsHop(sip::ServerTransaction &transaction);
    static QByteArray hopName(int hop); ///< 1: the first proxy
    bool authenticate(sip::ServerTransaction &transaction);
    void handle(sip::ServerTransaction &transaction);
    void dispatch(sip::ServerTransaction &transaction);

    void answerOptions(sip::ServerTransaction &transaction);
    void answerRegister(sip::ServerTransaction &transaction);
    void answerMessage(sip::ServerTransaction &transaction);
    void answerSubscribe(sip::ServerTransaction &transaction);
    void answerReferSubscribe(sip::ServerTransaction &transaction, quint32 referral);
    void answerNotify(sip::ServerTransaction &transaction);
    void answerPublish(sip::ServerTransaction &transaction);
    void answerRefer(sip::ServerTransaction &transaction);
    void tellProgress(quint32 referral, int step);
    void notifyReferral(quint32 referral, const QByteArray &state, const QByteArray &line, DialogRequests::Answered answered);
    void answerPrack(sip::ServerTransaction &transaction);
    void answerInfo(sip::ServerTransaction &transaction);
    void answerUpdate(sip::ServerTransaction &transaction);
    void answerBye(sip::ServerTransaction &transaction);
    void startCall(sip::ServerTransaction &transaction);
    void changeSession(sip::ServerTransaction &transaction);
    void beginCall(const sip::ServerTransaction &transaction, const QByteArray &tag);
    void ring(sip::TransactionId id);
    void ringOn(sip::TransactionId id);
    void sendRinging(sip::TransactionId id);
    void takeCall(sip::TransactionId id);
    void missCall(sip::TransactionId id);
    void expireCall(sip::TransactionId id);
    void dispatchLater(sip::TransactionId id);
    void ringReliably(sip::TransactionId id, int status);
    void ringAgain(sip::TransactionId id);
    void acceptCall(sip::ServerTransaction &transaction, const QByteArray &key);
    void heard(const QByteArray &key);
    void endCall(const QByteArray &key);
    void hangUp(const QByteArray &key);
    void reinvite(const QByteArray &key);
    void refresh(const QByteArray &key);
    static bool longerSession(Call &call, const sip::Message &response);
    void watchSession(const QByteArray &key, const sip::Message &request, const sip::Message &response, bool ours);
    sip::MessageDraft inCall(const sip::ServerTransaction &transaction, int status, const Call &call) const;
    void addSdp(sip::MessageDraft &made, const sip::ServerTransaction &transaction, const QByteArray &previous) const;

    QList<DialogState> dialogsOf(const QByteArray &resource) const override;
    QList<QByteArray> contactsOf(const QByteArray &resource) const override;

    sip::MessageDraft draft(const sip::ServerTransaction &transaction, int status, const QByteArray &reason = {}) const;
    void answer(sip::ServerTransaction &transaction, const sip::MessageDraft &draft);
    void answer(sip::ServerTransaction &transaction, int status, const QByteArray &reason = {});
    void refuseForNow(sip::ServerTransaction &transaction, const QByteArray &heldUp);
    void askAgainLater(sip::ServerTransaction &transaction);
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
    sip::Dialog *findDialog(const QByteArray &key); ///< of a call, a subscription or a referral; nullptr: none

    sip::TransactionLayer &m_transactions;
    sip::Scheduler &m_scheduler;
    sip::Random &m_random;
    Settings m_settings;
    Seen m_seen;
    QByteArray m_tagKey; ///< makes the tags of this run its own
    Behaviour m_behaviour;
    DigestGuard m_guard{m_random};
    Registrar m_registrar;
    std::map<sip::TransactionId, Pending> m_pending;
    std::map<sip::TransactionId, DigestFacts> m_accepted; ///< requests with a right digest, until they are answered
    sip::UnacknowledgedAnswers m_answers{m_transactions, m_scheduler};
    DialogRequests m_requests;
    EventServer m_events{m_scheduler, m_requests, m_random, *this};
    QHash<QByteArray, Call> m_calls; ///< by dialog; ringing or taken
    QHash<sip::TransactionId, Reliable> m_reliable;
    QHash<quint32, Referral> m_referrals; ///< by a number of their own
    quint32 m_lastReferral = 0;
};

} // namespace diag
