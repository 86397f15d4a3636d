// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/event_server.h"

#include "message/headers.h"

#include <algorithm>

namespace diag {

namespace {

using sip::HeaderId;

constexpr qsizetype MaxWatches = 1000, MaxPublications = 1000, MaxBody = 64 * 1024;
constexpr quint32 Longest = 3600, Shortest = 10; ///< seconds

QByteArray packageOf(const sip::Message &message)
{
    return message.value(HeaderId::Event).split(';').first().trimmed().toLower();
}

/// Who is watched or published for: the user and host of the Request-URI.
QByteArray resourceOf(const sip::Message &request)
{
    const auto uri = sip::Uri::parse(request.requestUri());
    return uri ? uri->user() + '@' + uri->host() : request.requestUri().toByteArray();
}

std::optional<quint32> asked(const sip::Message &request)
{
    const auto number = sip::parseNumber(request.value(HeaderId::Expires).trimmed(), 0xffffffffU, "");
    return number ? std::optional(quint32(*number)) : std::nullopt;
}

QByteArray presenceOf(const QByteArray &resource, bool there)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" entity=\"pres:" +
           resource.toPercentEncoding("@.-_") + "\">\r\n <tuple id=\"practice\"><status><basic>" + (there ? "open" : "closed") +
           "</basic></status></tuple>\r\n</presence>\r\n";
}

} // namespace

EventServer::~EventServer()
{
    for (const Watch &watch : std::as_const(m_watches))
        m_scheduler.cancel(watch.end);
}

int EventServer::statusFor(const sip::Message &subscribe, const QByteArray &key) const
{
    const QByteArray package = packageOf(subscribe);
    if (package != "presence" && package != "message-summary")
        return 489;
    if (!subscribe.toTag().isEmpty() && !m_watches.contains(key))
        return 481;
    const auto seconds = asked(subscribe);
    return seconds && *seconds > 0 && *seconds < Shortest ? 423 : 200;
}

quint32 EventServer::granted(const sip::Message &request) const
{
    return std::min(asked(request).value_or(Longest), Longest);
}

void EventServer::subscribed(const QByteArray &key, const sip::Message &request, const sip::Message &response,
                             const sip::Path &path)
{
    if (!m_watches.contains(key)) {
        if (m_watches.size() >= MaxWatches)
            end(m_watches.cbegin().key());
        m_watches.insert(
            key,
            Watch{sip::Dialog::acceptedBy(request, response), path, request.value(HeaderId::Event), resourceOf(request), {}, 0});
    }
    Watch &watch = m_watches[key];
    watch.dialog.refreshedByPeer(request);
    m_scheduler.cancel(std::exchange(watch.end, 0));
    const quint32 seconds = granted(request);
    if (seconds == 0) {
        notify(key, "timeout");
        return;
    }
    watch.until = m_scheduler.now() + std::chrono::seconds(seconds);
    watch.end = m_scheduler.at(watch.until, [this, key] { notify(key, "timeout"); });
    notify(key);
}

void EventServer::notify(const QByteArray &key, const QByteArray &ended)
{
    const auto watch = m_watches.find(key);
    if (watch == m_watches.end())
        return;
    const qint64 left = std::max<qint64>(0, (watch->until - m_scheduler.now()) / std::chrono::seconds(1));
    const QByteArray state = ended.isEmpty() ? "active;expires=" + QByteArray::number(left) : "terminated;reason=" + ended;
    sip::NextRequest request{.method = "NOTIFY", .rows = {{"Event", watch->event}, {"Subscription-State", state}}, .body = {}};
    if (watch->event.toLower().startsWith("message-summary")) {
        request.rows << sip::ComposedRow{"Content-Type", "application/simple-message-summary"};
        request.body = "Messages-Waiting: no\r\n";
    } else {
        const auto publication = m_publications.constFind(watch->resource);
        const bool there = publication != m_publications.cend() && publication->until > m_scheduler.now();
        request.rows << sip::ComposedRow{"Content-Type", there ? publication->type : QByteArray("application/pidf+xml")};
        request.body = there ? publication->body : presenceOf(watch->resource, false);
    }
    m_requests.send(watch->dialog, watch->path, request, [this, key](const sip::Message &response) {
        if (response.status() == 481 || response.status() == 408)
            end(key);
    });
    if (!ended.isEmpty())
        end(key);
}

void EventServer::end(const QByteArray &key)
{
    m_scheduler.cancel(m_watches.take(key).end);
}

EventServer::Published EventServer::publish(const sip::Message &request)
{
    if (packageOf(request) != "presence")
        return {489, {}, 0};
    const quint32 seconds = granted(request);
    if (seconds > 0 && seconds < Shortest)
        return {423, {}, 0};
    const QByteArray resource = resourceOf(request), tag = request.value(HeaderId::SipIfMatch).trimmed();
    const auto known = m_publications.find(resource);
    const bool matches = known != m_publications.end() && known->etag == tag && known->until > m_scheduler.now();
    if (!tag.isEmpty() && !matches)
        return {412, {}, 0};
    Publication next = matches ? *known : Publication{};
    next.etag = m_random.token(50);
    next.until = m_scheduler.now() + std::chrono::seconds(seconds);
    const bool changed = !request.body().isEmpty() || seconds == 0;
    if (!request.body().isEmpty()) {
        next.type = request.value(HeaderId::ContentType);
        next.body = request.body().first(std::min(request.body().size(), MaxBody)).toByteArray();
    }
    if (seconds == 0)
        m_publications.remove(resource);
    else if (matches || m_publications.contains(resource) || m_publications.size() < MaxPublications)
        m_publications.insert(resource, next);
    const QList<QByteArray> keys = changed ? m_watches.keys() : QList<QByteArray>();
    for (const QByteArray &key : keys)
        if (m_watches.value(key).resource == resource)
            notify(key);
    return {200, next.etag, seconds};
}

void EventServer::pathGone(const sip::Path &path)
{
    m_watches.removeIf([&](auto one) {
        const sip::Path &way = one->path;
        if (way.protocol != path.protocol || way.remote != path.remote || way.connection != path.connection)
            return false;
        m_scheduler.cancel(one->end);
        return true;
    });
}

} // namespace diag
