// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialog/dialog.h"
#include "dialog/reliable_responses.h"
#include "dialog/session_timer.h"
#include "dialog/subscription.h"
#include "dns/resolver.h"
#include "dns/rfc3263_plan.h"
#include "request/redirection.h"
#include "request/request_builder.h"
#include "request/soft_state.h"
#include "sdp/offer_answer.h"
#include "ua/user_agent_client.h"
#include "ua/user_agent_core.h"

namespace sip {

struct UserAgentClient::Private {
    enum class Role : quint8 { Main, Cancel, InDialog, Upkeep };

    /// What runs for one attempt.
    struct Running {
        Role role = Role::Main;
        ClientTransaction *transaction = nullptr; ///< nullptr: ended
        QByteArray leg{};                         ///< InDialog: the To tag of its dialog
        NextRequest what{};                       ///< InDialog: as it was asked for
        Redirection redirection{};                ///< where answers led it so far
        bool step = false;                        ///< one of ComposedRequest::then: its answer lets the next one go
        QList<DnsTarget> others{};                ///< where it can go when this target fails, best first (RFC 3263 4.3)
        bool pretendDead = false;                 ///< nothing is sent: this target is to be taken for dead
        Scheduler::Ticket drill = 0;              ///< then: the end of the wait for an answer
        Scheduler::Ticket limit = 0;              ///< INVITE in a dialog: the end of the wait for its final answer
        QStringList said{};                       ///< rules that its answers broke
        bool transportGiven = false;              ///< with the target; else UDP is ours to leave (18.1.1)
        bool tcpInVain = false;                   ///< tried because of the size
        std::optional<TransportAddress> udp{};    ///< where it goes back to when TCP is refused
    };
    /// A request and where it goes.
    struct Way {
        Message request;
        TransportAddress target;
    };
    /// Where a request can go.
    struct Road {
        QList<DnsTarget> targets; ///< best first
        TransportError problem{}; ///< why there is none
    };
    /// A request that waits for the look-up of its next hop.
    struct LookUp {
        TargetWords words;
        RoadSettings settings;
        QByteArray method, leg; ///< leg: of a request in a dialog
        std::function<void(const Road &)> then;
    };
    /// The look-ups of this intent, one after the other, so that requests go out in their order.
    struct Resolution {
        QList<LookUp> waiting; ///< the first is under way
        std::optional<Rfc3263Plan> plan{};
        TraceContext context{};
        QList<Resolver::Ticket> questions{};
        Endpoint server{}; ///< that is asked; the zero address: those of the system
        Instant begun{};
        Scheduler::Ticket end = 0;
    };
    /// One subscription in a dialog.
    struct Watched {
        Subscription subscription;
        Scheduler::Ticket refresh = 0, expiry = 0;
        bool ending = false; ///< the SUBSCRIBE that ends it was sent; the last NOTIFY is awaited
    };
    /// One dialog, and what is under way in it.
    struct Leg {
        Dialog dialog;
        bool call = false;          ///< an INVITE made it: it ends with BYE
        TransportAddress origin{};  ///< where the request that made it went, or came from
        TransactionId incoming = 0; ///< the peer's INVITE that has no final answer yet
        OfferAnswer session{};
        ReliableResponses reliable{}; ///< to the INVITE that runs
        struct Ack {
            qsizetype attempt; ///< of the INVITE
            Message message;
            TransportAddress target;
            quint32 connection; ///< of the 2xx, when the ACK goes back the same way; 0: the target decides
            bool waits = false; ///< its target is being looked up
        };
        QList<Ack> acks;              ///< sent again for every copy of their 2xx (13.2.2.4); empty: no 2xx yet
        Scheduler::Ticket hangUp = 0; ///< the BYE that comes by itself
        Scheduler::Ticket glare = 0;  ///< the change that waits after a 491
        std::optional<SessionTimer> timer{};
        Scheduler::Ticket refresh = 0, expiry = 0; ///< of the session
        bool ownsCallId = true;                    ///< we made the dialog (14.1)
        bool byeSent = false;
        qint64 acknowledged = -1; ///< CSeq number of the peer's last ACK
        bool ackDue = false;      ///< a 2xx of ours to an INVITE of the peer has no ACK yet
        bool byeWanted = false;   ///< as soon as that ACK is here
        QList<Watched> watched{};
        bool begun = false;         ///< what is to follow has been started
        QStringList detours{};      ///< said about where it leads
        QByteArray weighedTarget{}; ///< where it led when that was looked at last
        QList<QByteArray> weighedRoutes{};
    };
    /// What a REGISTER or PUBLISH left at the server, while it is kept.
    struct Upkeep {
        SoftState state;
        Message first;                                    ///< what is sent again; its CSeq is not
        Scheduler::Ticket refresh = 0, end = 0, exit = 0; ///< exit: until the removal is given up because the program ends
        Instant wait{}, goneAt{};                         ///< pause after the next failure; when it runs out at the server
        bool keeping = false, removing = false, removeWanted = false;
        std::optional<int> failures{}; ///< its flow failed: refreshes that failed since then; nullopt: the flow is there
    };
    /// The flow of the answers to our request, as far as it is kept.
    struct KeptFlow {
        TransportService::Keeping keeping = 0; ///< 0: it is not
        Path path{};
        PingInterval every{};
        bool replaced = false; ///< after a 430; until the next success not once more
    };
    /// A reliable 1xx of ours whose PRACK has not come (RFC 3262 3).
    struct Unacknowledged {
        Message response;
        Instant interval{}, giveUpAt{};
        Scheduler::Ticket ticket = 0;
    };
    /// A request of the peer that has no final answer yet.
    struct Asked {
        TransactionId transaction = 0;
        QByteArray method, leg;
        QList<CannedAnswer::Step> steps; ///< still to come; empty: by hand, or silence
        Scheduler::Ticket ticket = 0;
        quint32 rseq = 0; ///< of the last reliable 1xx; 0: none yet
        std::optional<Unacknowledged> reliable{};
        QList<ComposedAnswer> held{}; ///< given while a PRACK is awaited: go out after it
    };
    struct Final {
        int status = 0; ///< 0: none yet
        QByteArray reason;
        LocalCause cause = LocalCause::None;
    };

    Private(UserAgentClient &client, UserAgentCore &userAgentCore, ComposedRequest composedRequest, UserAgentClientDelegate *d)
        : q(client), core(userAgentCore), composed(std::move(composedRequest)), delegate(d)
    {}

    UserAgentClient &q;
    UserAgentCore &core;
    ComposedRequest composed; ///< unchanged but for our own address and the service route, put in when they are known
    UserAgentClientDelegate *delegate;

    QList<Attempt> attempts;
    QList<Running> running; ///< of the attempts, same index
    AuthHistory history;
    QList<Leg> legs;
    std::optional<Subscription> awaited; ///< what a NOTIFY of a new dialog has to match
    Message awaitedBy;                   ///< the request that asked for it
    Scheduler::Ticket notifyTimer = 0;   ///< N, for the first NOTIFY
    Scheduler::Ticket anew = 0;          ///< until it is subscribed to again
    Upkeep upkeep;
    KeptFlow flow;
    QList<Asked> asked;
    QByteArray line;                 ///< of requests of which one at a time is under way; empty: others
    qsizetype nextStep = 0;          ///< of composed.then
    Scheduler::Ticket stepTimer = 0; ///< until that one goes

    int retries = 0; ///< automatic new attempts so far, whatever for (R8.1.3.5-7)

    CancelState cancelState = CancelState::None;
    QByteArray cancelReason;
    Scheduler::Ticket ringLimit = 0, cancelLimit = 0, begin = 0;
    bool provisional = false; ///< of the INVITE attempt that runs now
    Final final;
    std::unique_ptr<Resolution> resolution; ///< nullptr: nothing was ever looked up
    bool sent = false, finished = false;

    TraceContext contextOf(qsizetype index) const ///< -1: of the intent
    {
        return index < 0 ? intentContext() : TraceContext{q.m_intent, attempts[index].number, attempts[index].transaction};
    }
    TraceContext intentContext() const { return {q.m_intent, 0, 0}; }
    qsizetype indexOf(const ClientTransaction &transaction) const;
    qsizetype mainIndex() const; ///< -1: none
    template<class Kind> void record(const TraceContext &context, Kind &&kind)
    {
        core.recorder().record(context, std::forward<Kind>(kind));
    }
    void note(const TraceContext &context, Note::Level level, const QString &text, const char *rule = "")
    {
        record(context, Note{level, text, rule});
    }

    // user_agent_client.cpp
    /// By value: callers take the target from an earlier attempt, and the list of attempts grows here.
    qsizetype startAttempt(Running what, const QByteArray &why, const Message &request, TransportAddress target);
    void silence();
    void stopTimer(Scheduler::Ticket &ticket, char name);

    // user_agent_client_first.cpp
    void sendFirst(const QByteArray &why);
    void sendFirstTo(const QByteArray &why, const Road &road);
    void sayWhatIsNotUsed();
    void takeServiceRoute();

    // user_agent_client_outcomes.cpp
    void failLocally(int status, LocalCause cause, const QString &text, const TransportError &error, quint32 attempt);
    void sayOddities(qsizetype index, const Message &response);
    void takeFinal(qsizetype index, const IncomingResponse &response, const Path &path);
    void conclude(int status, const QByteArray &reason, LocalCause cause);
    void finishIfDone();
    void finish();

    // user_agent_client_retries.cpp: what takes the place of an attempt that was refused
    Message withKnownCredentials(const Message &request, const TransportAddress &target);
    Message withCredentialsOfIntent(const Message &request, const TransportAddress &target);
    Message withPlan(const Message &request, const AuthPlan &plan);
    bool retryWithAuthentication(qsizetype index, const Message &response);
    bool retryWithoutCredentials(qsizetype index, const Message &response);
    bool retryRevised(qsizetype index, const Message &response);
    bool tryNextTarget(qsizetype index, const Message &response);
    bool redirectTo(qsizetype index, const Revision &next, const DnsTarget &target, const QList<DnsTarget> &others);
    ComposedRequest redirected(const Revision &where) const;
    void letRest(qsizetype index, const Message &response);
    bool mayRetry(qsizetype index);
    void sendAgain(qsizetype index, const QByteArray &why, const std::function<Message(quint32 cseq)> &build);

    // user_agent_client_cancel.cpp
    void setCancelState(CancelState next, const char *rule);
    void sendCancel();

    // user_agent_client_resolution.cpp: names of servers, and what else to try when one fails
    BuildFacts factsOf(const TransportAddress &target, const Endpoint &local) const;
    static TransportAddress asOpened(const TransportAddress &target, const TransportAddress &origin);
    bool mustLookUp(const Expected<NextHop> &hop, const RoadSettings &settings) const;
    Road roadOf(const Expected<NextHop> &hop) const; ///< without asking anybody
    void lookUp(LookUp what, const NextHop &hop);
    void beginLookUp();
    void askOn();
    void endLookUp();
    void stopLookingUp();
    bool looksUpFirst() const; ///< nothing was sent yet
    bool looksUpInvite(QByteArrayView toTag) const;
    RoadSettings roadInDialog() const;
    void lookUpRedirection(qsizetype index, const Message &response, const Revision &next, const NextHop &hop);
    std::optional<DnsTarget> redirectTarget(qsizetype index, const Revision &next, Road &road);
    Expected<DnsTarget> takeTarget(QList<DnsTarget> &targets, const TraceContext &context, bool insist);
    bool failOver(qsizetype index, const QString &problem);
    void beginDrill(qsizetype index);
    void endDrill(qsizetype index);

    // user_agent_client_size.cpp: requests too large for UDP
    Way bySize(Running &what, const Message &request, const TransportAddress &target);
    bool backToUdp(qsizetype index, const TransportError &error);
    static bool namesTransport(const ComposedRequest &request);

    // user_agent_client_legs.cpp: the dialogs that answers to our request make
    void progressed(qsizetype index, const Message &response);
    void provisional1xx(Leg &leg, qsizetype index, const Message &response);
    void endEarlyDialogs(const char *rule);
    void sayDetours(Leg &leg, const TraceContext &context);
    Leg *legFor(qsizetype index, const Message &response); ///< made when it is new; nullptr: no dialog (12.1)
    Leg *legOf(QByteArrayView toTag);
    void changed(const Leg &leg, qsizetype index, Dialog::State from, const char *rule);
    void terminate(Leg &leg, qsizetype index, const char *rule);
    void accept2xx(qsizetype index, const Message &response, const Path &path, bool *firstOfDialog);
    bool acknowledge(Leg &leg, qsizetype index, const Message &response, const Path &path);
    void ackGoesTo(const QByteArray &toTag, qsizetype index, const Road &road);
    void sendAck(const Leg &leg, qsizetype index);

    // user_agent_client_session.cpp: offer and answer in them
    OfferAnswer::Verdict takeSdp(Leg &leg, qsizetype index, OfferAnswer::Party from, SdpCarrier carrier, const Message &message);
    Endpoint localEndpoint(const Leg &leg) const;
    quint64 newSessionId();
    QByteArray answerFor(const Leg &leg, QString *refused);
    QByteArray offerFor(const Leg &leg, NextRequest::Offer offer);

    void takeSessionTimer(Leg &leg, qsizetype index, const Message &request, const Message &response, bool ours);
    void refreshSession(const QByteArray &toTag, Instant after);
    void stopSessionTimer(Leg &leg);
    static constexpr Instant changeAgainAfter = 500ms; ///< looked again whether the session may be changed
    void retryAfterGlare(Leg &leg, qsizetype index);
    void changeAfter(const QByteArray &toTag, Instant pause, const NextRequest &what, bool step);

    // user_agent_client_subscription.cpp: what is watched in them
    static constexpr qsizetype mostLegs = 100; ///< a peer that invents tags does not fill our memory
    void awaitNotify(const Message &request);
    void stopAwaiting();
    void startNotifyTimer();
    bool isWatched(std::initializer_list<Subscription::State> states) const;
    void noNotify(const QString &why);
    void subscribed(qsizetype index, const Message &response);
    Watched *watchedBy(Leg &leg, const Subscription &like);
    void setSubscription(Leg &leg, Watched &watched, const std::function<void(Subscription &)> &change, const char *rule);
    void lasts(Leg &leg, Watched &watched);
    static NextRequest subscribeAgain(const Subscription &which, const QByteArray &expires);
    int notified(const Message &notify); ///< \return what it is to be answered
    void subscribeAnew(const Watched &ended, Instant after);
    bool giveUpSubscribing();
    void resubscribed(Leg &leg, qsizetype index, const Message &response);
    void unsubscribe(const QByteArray &toTag);
    void subscribing(const QByteArray &toTag, const Message &request);
    void endIfUnwatched();

    // user_agent_client_upkeep.cpp: registrations and publications that are kept
    void kept(qsizetype index, const Message &response);
    void refreshIn(Instant after, bool overNewFlow = false);
    qsizetype upkeepIndex() const;
    void sendUpkeep(const Revision &revision);
    void upkeepAnswered(qsizetype index, const Message &response);
    void upkeepFailed(qsizetype index, const QString &problem);
    bool removeKept(); ///< \return false: nothing is kept
    void endUpkeep();

    // user_agent_client_flow.cpp: the flow they depend on (RFC 5626 4)
    void keepFlow(qsizetype index, const Message &response, const Path &path);
    void stopKeepingFlow();
    void flowFailed(const TransportError &error);
    bool retryOverNewFlow(qsizetype index, const Message &response, const Path &path);

    // user_agent_client_answers.cpp: what the peer sends in them
    Asked *askedOf(TransactionId id);
    bool isAsked(QByteArrayView toTag, QByteArrayView method) const;
    bool changePending(QByteArrayView toTag) const;
    const CannedAnswer *cannedFor(QByteArrayView method) const;
    void answerNext(TransactionId id);
    void giveUpLater(TransactionId id);
    void refuseAsked(QByteArrayView toTag, int status);
    void respond(TransactionId id, const ComposedAnswer &answer);
    void forget(TransactionId id);
    Expected<QByteArray> descriptionFor(const Leg &leg, const Message &request, const ComposedAnswer &answer, bool reliable);

    // user_agent_client_reliable.cpp: the provisional ones among those, which the peer acknowledges
    bool goesReliably(TransactionId id, const Message &request, const ComposedAnswer &answer);
    quint32 nextRSeq(TransactionId id);
    void awaitPrack(TransactionId id, const Message &response);
    bool holds(TransactionId id, const ComposedAnswer &answer); ///< it waits for a PRACK
    void giveHeld(TransactionId id);
    TransactionId takePrack(Leg &leg, const Message &prack); ///< \return the INVITE; 0: nothing waits for this PRACK

    // user_agent_client_incoming.cpp
    void limitRinging(const Message &invite);
    bool endIncoming(Instant limit);
    bool decline(); ///< a call that came in and rings; \return false: none does
    void incomingAnswered(Leg &leg, int status, const QByteArray &reason);
    void incomingIgnored(TransactionId invite);
    static Instant ringLimitOf(const ComposedRequest &composed, const Message &invite);

    // user_agent_client_dialog.cpp: what we send in them
    void sendNext(const QByteArray &toTag, const NextRequest &request, const QByteArray &why, bool step = false);
    void sendInDialog(Running what, ComposedRequest request, const QByteArray &why);
    void sendInDialogTo(Running what, ComposedRequest request, const QByteArray &why, const Road &road);
    static ComposedRequest redirectedInDialog(const Leg &leg, NextRequest what, const Revision &where);
    void answeredInDialog(qsizetype index, const Message &response, const Path &path);
    void failedInDialog(qsizetype index, const QString &problem);
    void limitChange(qsizetype index);
    void dialogLost(Leg &leg, qsizetype index, const QString &why);
    bool isChanging(QByteArrayView toTag) const;
    bool invitePending(QByteArrayView toTag) const;
    void takeStep(const QByteArray &toTag);
    void stepAfter(const QByteArray &toTag, Instant pause);
    void stepsLeftOut(const QString &why);
    void endDialog(const QByteArray &toTag); ///< BYE, or the end of what is watched
    void hangUpLater(const QByteArray &toTag, Instant after);
    void sendBye(const QByteArray &toTag);
    bool hangUpNow(); ///< \return false: there is no call to end
};

} // namespace sip
