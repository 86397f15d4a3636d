// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialog/dialog.h"
#include "ua/user_agent_client.h"
#include "ua/user_agent_core.h"

namespace sip {

struct UserAgentClient::Private {
    enum class Role : quint8 { Main, Cancel, Bye };

    /// One fork of the INVITE that made a dialog (12.1).
    struct Call {
        Dialog dialog;
        Message ack;             ///< sent again for every copy of the 2xx (13.2.2.4); invalid: no 2xx yet
        TransportAddress target; ///< of the ACK, and of all that follows
        quint32 connection = 0;
        Scheduler::Ticket hangUp = 0;
        TransactionId bye = 0; ///< the one that runs now; 0: none
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
    ComposedRequest composed; ///< unchanged but for our own address, put in when it is known
    UserAgentClientDelegate *delegate;

    QList<Attempt> attempts;
    QList<Role> roles;                       ///< of the attempts, same index
    QList<ClientTransaction *> transactions; ///< of the attempts, same index; nullptr: ended
    AuthHistory history;
    QList<Call> calls;

    CancelState cancelState = CancelState::None;
    QByteArray cancelReason;
    Scheduler::Ticket ringLimit = 0, cancelLimit = 0, begin = 0;
    bool provisional = false; ///< of the INVITE attempt that runs now
    Final final;
    bool sent = false, finished = false;

    TraceContext contextOf(qsizetype index) const { return {q.m_intent, attempts[index].number, attempts[index].transaction}; }
    TraceContext intentContext() const { return {q.m_intent, 0, 0}; }
    qsizetype indexOf(const ClientTransaction &transaction) const { return transactions.indexOf(&transaction); }
    qsizetype mainIndex() const { return roles.lastIndexOf(Role::Main); } ///< -1: none
    void record(const TraceContext &context, TraceEvent::What what) { core.recorder().record(context, std::move(what)); }
    void note(const TraceContext &context, Note::Level level, const QString &text, const char *rule = "")
    {
        record(context, Note{level, text, rule});
    }

    // user_agent_client.cpp
    void sendFirst();
    Message withKnownCredentials(const Message &request, const TransportAddress &target);
    Message withCredentialsOfIntent(const Message &request, const TransportAddress &target);
    Message withPlan(const Message &request, const AuthPlan &plan);
    /// By value: callers take the target from an earlier attempt, and the list of attempts grows here.
    ClientTransaction &startAttempt(Role role, const QByteArray &why, const Message &request, TransportAddress target);
    void failLocally(int status, LocalCause cause, const QString &text, const TransportError &error, quint32 attempt);
    bool retryWithAuthentication(qsizetype index, const Message &response);
    void setCancelState(CancelState next, const char *rule);
    void sendCancel();
    void conclude(int status, const QByteArray &reason, LocalCause cause);
    void finishIfDone();
    void finish();
    void stopTimer(Scheduler::Ticket &ticket, char name);

    // user_agent_client_calls.cpp: the dialogs that answers to INVITE make, and what follows a 2xx
    void progressed(qsizetype index, const Message &response);
    void endEarlyDialogs(const char *rule);
    Call *callFor(qsizetype index, const Message &response); ///< made when it is new; nullptr: no dialog (12.1)
    Call *callOf(QByteArrayView toTag);
    void setState(const Call &call, Dialog::State from, const char *rule);
    void accept2xx(qsizetype index, const Message &response, const Path &path, bool *firstOfDialog);
    void sendAck(const Call &call, qsizetype index);
    void hangUpLater(const QByteArray &toTag, Instant after);
    void sendBye(const QByteArray &toTag);
    bool hangUpNow(); ///< \return false: no call waits for its end
    void byeEnded(TransactionId bye, const QString &problem);
};

} // namespace sip
