// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/dialog_requests.h"
#include "timing/scheduler.h"

#include <QHash>

namespace diag {

/// What is watched and what is published (RFC 6665, RFC 3903): subscriptions to presence and message-summary get a NOTIFY at
/// once, with every change and at their end.
class EventServer {
public:
    static constexpr const char *packages = "presence, message-summary";

    EventServer(sip::Scheduler &scheduler, DialogRequests &requests, sip::Random &random)
        : m_scheduler(scheduler), m_requests(requests), m_random(random)
    {}
    ~EventServer();

    /// \param known  the dialog \a key is one of ours \return the status a SUBSCRIBE is to be answered: 200, 423, 481, 489
    int statusFor(const sip::Message &subscribe, const QByteArray &key) const;
    quint32 granted(const sip::Message &request) const; ///< seconds: what was asked for, an hour at most
    /// The SUBSCRIBE was answered with \a response; its NOTIFY follows. \param key  of the dialog
    void subscribed(const QByteArray &key, const sip::Message &request, const sip::Message &response, const sip::Path &path);

    struct Published {
        int status = 200; ///< 200, 412, 423, 489
        QByteArray etag;
        quint32 expires = 0;
    };
    Published publish(const sip::Message &request);

    void pathGone(const sip::Path &path);

private:
    struct Watch {
        sip::Dialog dialog;
        sip::Path path;
        QByteArray event, resource;
        sip::Instant until{};
        sip::Scheduler::Ticket end = 0;
    };
    struct Publication {
        QByteArray etag, type, body;
        sip::Instant until{};
    };
    void notify(const QByteArray &key, const QByteArray &ended = {}); ///< \param ended  the reason of the last one
    void end(const QByteArray &key);

    sip::Scheduler &m_scheduler;
    DialogRequests &m_requests;
    sip::Random &m_random;
    QHash<QByteArray, Watch> m_watches;            ///< by dialog
    QHash<QByteArray, Publication> m_publications; ///< by resource
};

} // namespace diag
