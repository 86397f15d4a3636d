// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/event_server.h"

#include "message/headers.h"
#include "practice/limits.h"
#include "practice/registrar.h"

#include <algorithm>

namespace diag {

namespace {

using sip::HeaderId;

constexpr qsizetype MaxBody = 64 * 1024;
constexpr quint32 Longest = 3600, Shortest = 10; ///< seconds

bool isKnown(const QByteArray &package)
{
    return sip::splitList(EventServer::packages).contains(package);
}

QByteArray packageOf(const sip::Message &message)
{
    return message.value(HeaderId::Event).split(';').first().trimmed().toLower();
}

/// Who is watched or published for: the user and host of the Request-URI.
QByteArray resourceOf(const sip::Message &request)
{
    const auto uri = sip::Uri::parse(request.requestUri());
    const QByteArray record = uri ? Registrar::recordOf(*uri) : QByteArray();
    return record.isEmpty() ? request.requestUri().toByteArray() : record;
}

std::optional<quint32> asked(const sip::Message &request)
{
    const auto number = sip::parseNumber(request.value(HeaderId::Expires).trimmed(), 0xffffffffU, "");
    return number ? std::optional(quint32(*number)) : std::nullopt;
}

} // namespace

EventServer::~EventServer()
{
    for (const Watch &watch : std::as_const(m_watches))
        m_scheduler.cancel(watch.end);
    for (const Publication &one : std::as_const(m_publications))
        m_scheduler.cancel(one.end);
}

int EventServer::statusFor(const sip::Message &subscribe, const QByteArray &key) const
{
    if (!isKnown(packageOf(subscribe)))
        return 489;
    const bool known = m_watches.contains(key);
    if (!subscribe.toTag().isEmpty() && !known)
        return 481;
    const auto seconds = asked(subscribe);
    if (seconds && *seconds > 0 && *seconds < Shortest)
        return 423;
    return known || m_watches.size() < mostHeld ? 200 : 503;
}

quint32 EventServer::granted(const sip::Message &request) const
{
    return std::min(asked(request).value_or(Longest), Longest);
}

void EventServer::subscribed(const QByteArray &key, const sip::Message &request, const sip::Message &response,
                             const sip::Path &path)
{
    if (!m_watches.contains(key)) {
        Watch made{.dialog = sip::Dialog::acceptedBy(request, response), .path = path};
        made.event = request.value(HeaderId::Event);
        made.package = packageOf(request);
        made.resource = resourceOf(request);
        m_watches.insert(key, made);
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

sip::Dialog *EventServer::findDialog(const QByteArray &key)
{
    const auto watch = m_watches.find(key);
    return watch == m_watches.end() ? nullptr : &watch->dialog;
}

void EventServer::changed(const QByteArray &package, const QByteArray &resource)
{
    const QList<QByteArray> keys = m_watches.keys();
    for (const QByteArray &key : keys)
        if (const auto watch = m_watches.constFind(key); watch->package == package && watch->resource == resource)
            notify(key);
}

EventDocument EventServer::documentFor(const Watch &watch) const
{
    if (watch.package == "message-summary")
        return messageSummary();
    if (watch.package == "dialog")
        return dialogDocument(watch.resource, watch.version, m_sources.dialogsOf(watch.resource));
    if (watch.package == "reg")
        return registrationDocument(watch.resource, watch.version, m_sources.contactsOf(watch.resource));
    const auto publication = m_publications.constFind(watch.resource);
    return publication == m_publications.cend() ? presenceDocument(watch.resource, false)
                                                : EventDocument{publication->type, publication->body};
}

void EventServer::notify(const QByteArray &key, const QByteArray &ended)
{
    const auto watch = m_watches.find(key);
    if (watch == m_watches.end())
        return;
    if (ended.isEmpty() && watch->telling) {
        watch->again = true;
        return;
    }
    const qint64 left = std::max<qint64>(0, (watch->until - m_scheduler.now()) / std::chrono::seconds(1));
    const QByteArray state = ended.isEmpty() ? "active;expires=" + QByteArray::number(left) : "terminated;reason=" + ended;
    const EventDocument document = documentFor(*watch);
    ++watch->version;
    watch->telling = true;
    watch->again = false;
    m_requests.send(watch->dialog, watch->path,
                    {.method = "NOTIFY",
                     .rows = {{"Event", watch->event}, {"Subscription-State", state}, {"Content-Type", document.type}},
                     .body = document.body},
                    [this, key](const sip::Message &response) { told(key, response); });
    if (!ended.isEmpty())
        end(key);
}

void EventServer::told(const QByteArray &key, const sip::Message &response)
{
    const auto watch = m_watches.find(key);
    if (watch == m_watches.end() || response.status() < 200)
        return;
    // RFC 6665 4.2.2
    if (response.status() == 481 || response.status() == 408)
        return end(key);
    watch->telling = false;
    if (watch->again)
        notify(key);
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
    const auto known = m_publications.constFind(resource);
    const bool matches = known != m_publications.cend() && known->etag == tag;
    if (!tag.isEmpty() && !matches)
        return {412, {}, 0};
    if (known == m_publications.cend() && seconds > 0 && m_publications.size() >= mostHeld)
        return {503, {}, 0};
    Publication next = matches ? *known : Publication{};
    next.etag = m_random.token(50);
    const bool changes = !request.body().isEmpty() || seconds == 0;
    if (!request.body().isEmpty()) {
        next.type = request.value(HeaderId::ContentType);
        next.body = request.body().first(std::min(request.body().size(), MaxBody)).toByteArray();
    }
    m_scheduler.cancel(m_publications.take(resource).end);
    if (seconds > 0) {
        next.end = m_scheduler.at(m_scheduler.now() + std::chrono::seconds(seconds), [this, resource] { unpublish(resource); });
        m_publications.insert(resource, next);
    }
    if (changes)
        changed("presence", resource);
    return {200, next.etag, seconds};
}

void EventServer::unpublish(const QByteArray &resource)
{
    m_publications.remove(resource);
    changed("presence", resource);
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
