// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/trace_event.h"

#include <QList>
#include <QString>

namespace diag {

/// The row kinds of the product: ladder, JSON and text use the same.
enum class RowKind : quint8 { Request, Response, Dns, Tcp, Tls, Ws, Auth, Timer, Local, Note };
QByteArrayView kindName(RowKind kind); ///< "request", ...

bool isOnTheWay(RowKind kind); ///< dns, tcp, tls, ws: about the way to the server

enum class Origin : quint8 { Wire, Local }; ///< received bytes, or made by our own stack

/// One vertical line of the ladder.
struct Lane {
    sip::Endpoint endpoint;
    QString alias;     ///< user's name for it; empty: none
    bool ours = false; ///< one of our own sockets
};

/// One line of the ladder. Text is complete English and short; views add translation of fixed words only.
struct LadderRow {
    RowKind kind = RowKind::Note;
    Origin origin = Origin::Local;
    quint64 seq = 0; ///< of the event
    sip::Instant at{};
    qint64 wallUs = 0;
    sip::TraceContext context;
    qint16 fromLane = -1, toLane = -1; ///< arrow; toLane -1: a mark on fromLane
    QString label;                     ///< "REGISTER sip:example.com", "401 Unauthorized", "Timer E fired", "408 Request Timeout"
    QString detail;                    ///< second half of the line: digest summary, cause, size, reason
    int status = 0;                    ///< responses and local statuses
    quint16 send = 0, planned = 0;     ///< requests: copy n of m; 0: not a request of ours
    sip::MessageReceived::Fate fate = sip::MessageReceived::Fate::Delivered;
    sip::LocalCause cause = sip::LocalCause::None;
    char timer = 0;        ///< timer rows
    bool minor = false;    ///< folded away by default: timer start and stop, end of a transaction, state changes, listening
    quint64 foldsInto = 0; ///< resends: seq of the row of the first copy; 0: none
    bool gap = false;      ///< stands where rows were let go
    sip::TraceEventPtr event;
};

/// A row about the way to the server that says what went wrong there: it stays in sight when its kind is folded away.
bool isTrouble(const LadderRow &row);

/// One attempt of an intent, for lists and JSON.
struct AttemptInfo {
    quint32 number = 0;
    QByteArray why, method, requestUri, branch, callId;
    sip::TransportAddress target;
    sip::TransactionId transaction = 0;
    int sends = 0;
    int status = 0; ///< last one: of the wire or local
    diag::Origin origin = Origin::Wire;
    sip::Instant firstSentAt{}, finalAt{}; ///< 0: not yet
};

/// One dialog of an intent as it stands, and what was agreed in it last.
struct DialogInfo {
    sip::DialogFacts facts;
    QByteArray method;        ///< of the request that made it
    QByteArray offer, answer; ///< empty: no session
    bool offeredByUs = true;

    const QByteArray &description() const { return offeredByUs ? offer : answer; } ///< ours; empty: no session
};

/// A request of the peer, in a dialog or to begin one, that has no final answer yet.
struct WaitingRequest {
    sip::TransactionId transaction = 0;
    QByteArray method;
    sip::Message request;
    sip::Path path; ///< it came on
};

/// All rows of one intent: what one ladder draws. intent 0 holds what belongs to no intent (requests arriving for us, strays,
/// listening).
struct Flow {
    sip::IntentId intent = 0;
    QString name;
    QByteArray method, target;
    QList<Lane> lanes;
    QList<LadderRow>
        rows; ///< by seq; new ones are appended, and where rows were let go one row says so, with the seq of the last
    QList<AttemptInfo> attempts;
    QList<DialogInfo> dialogs;     ///< in order of appearance
    QList<WaitingRequest> waiting; ///< oldest first; a peer that never gets an answer does not make it grow without end
    quint64 droppedRows = 0, droppedOctets = 0; ///< let go so far
    sip::Instant firstAt{};                     ///< of the first row; stays when that row is let go
    quint32 kinds = 0;                          ///< of rows it has or had, a bit each
    bool finished = false;
    int status = 0;
    QByteArray reason;
    sip::LocalCause cause = sip::LocalCause::None;

    bool has(RowKind kind) const { return kinds >> unsigned(kind) & 1U; }
    /// Rows about the way to the server.
    bool hasWay() const { return has(RowKind::Dns) || has(RowKind::Tcp) || has(RowKind::Tls) || has(RowKind::Ws); }
    Origin origin() const { return cause == sip::LocalCause::None ? Origin::Wire : Origin::Local; }
};

} // namespace diag

Q_DECLARE_TYPEINFO(diag::LadderRow, Q_RELOCATABLE_TYPE); // a list of a hundred thousand grows by moving memory
