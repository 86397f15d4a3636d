// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/dialog_requests.h"
#include "practice/event_documents.h"
#include "timing/scheduler.h"

#include <QHash>

namespace diag {

/// What watchers are told of that is not published.
class EventSources {
public:
    virtual ~EventSources() = default;
    virtual QList<DialogState> dialogsOf(const QByteArray &resource) const = 0;
    virtual QList<QByteArray> contactsOf(const QByteArray &resource) const = 0; ///< values of Contact rows
};

/// What is watched and what is published (RFC 6665, RFC 3903): a subscription gets a NOTIFY at once, with every change and at its
/// end; of several changes while a NOTIFY is not answered it hears the last.
class EventServer {
public:
    static constexpr const char *packages = "presence, dialog, message-summary, reg";

    EventServer(sip::Scheduler &scheduler, DialogRequests &requests, sip::Random &random, const EventSources &sources)
        : m_scheduler(scheduler), m_requests(requests), m_random(random), m_sources(sources)
    {}
    ~EventServer();

    /// \return the status a SUBSCRIBE is to be answered: 200, 423, 481, 489, 503. \param key  of its dialog
    int statusFor(const sip::Message &subscribe, const QByteArray &key) const;
    quint32 granted(const sip::Message &request) const; ///< seconds: what was asked for, an hour at most
    /// The SUBSCRIBE was answered with \a response; its NOTIFY follows. \param key  of the dialog
    void subscribed(const QByteArray &key, const sip::Message &request, const sip::Message &response, const sip::Path &path);
    sip::Dialog *findDialog(const QByteArray &key); ///< of a subscription; nullptr: none
    /// \param package  of EventSources, which tells something else about \a resource now
    void changed(const QByteArray &package, const QByteArray &resource);

    struct Published {
        int status = 200; ///< 200, 412, 423, 489, 503
        QByteArray etag;
        quint32 expires = 0;
    };
    Published publish(const sip::Message &request);

    void pathGone(const sip::Path &path);

    qsizetype subscriptionCount() const { return m_watches.size(); }
    qsizetype publicationCount() const { return m_publications.size(); }

private:
    struct Watch {
        sip::Dialog dialog;
        sip::Path path;
        QByteArray event = {}, package = {}, resource = {};
        sip::Instant until{};
        sip::Scheduler::Ticket end = 0;
        quint32 version = 0;
        bool telling = false; ///< a NOTIFY is not answered
        bool again = false;   ///< and there is news since
    };
    struct Publication {
        QByteArray etag, type, body;
        sip::Scheduler::Ticket end = 0;
    };
    EventDocument documentFor(const Watch &watch) const;
    void notify(const QByteArray &key, const QByteArray &ended = {}); ///< \param ended  the reason of the last one
    void told(const QByteArray &key, const sip::Message &response);
    void end(const QByteArray &key);
    void unpublish(const QByteArray &resource);

    sip::Scheduler &m_scheduler;
    DialogRequests &m_requests;
    sip::Random &m_random;
    const EventSources &m_sources;
    QHash<QByteArray, Watch> m_watches;            ///< by dialog
    QHash<QByteArray, Publication> m_publications; ///< by resource
};

} // namespace diag
