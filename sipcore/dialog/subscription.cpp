// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/subscription.h"

#include "base/words.h"
#include "message/headers.h"

#include <algorithm>

namespace sip {

namespace {

/// "presence;id=7" taken apart.
struct EventValue {
    QByteArray package, id;
};
EventValue eventOf(const Message &message)
{
    const QByteArray value = message.value(HeaderId::Event);
    const qsizetype semicolon = value.indexOf(';');
    EventValue event{(semicolon < 0 ? value : value.first(semicolon)).trimmed(), {}};
    const QList<QByteArray> params = value.split(';').mid(1);
    for (const QByteArray &param : params)
        if (const QByteArray one = param.trimmed(); one.startsWith("id="))
            event.id = one.sliced(3);
    return event;
}

std::optional<Instant> secondsOf(const QByteArray &value)
{
    const auto number = parseNumber(value.trimmed(), 0xffffffff, "R6665.4.1.2.1-2");
    return number ? std::optional<Instant>(std::chrono::seconds(qint64(*number))) : std::nullopt;
}

/// What the peer means by an end (RFC 6665 4.1.3).
struct EndReason {
    QByteArrayView name;
    const char *text;
    std::optional<Instant> anew; ///< when to subscribe again, unless retry-after says so; nullopt: never
};
constexpr Instant someTimeLater = 30s;
constexpr Instant usualReferral = 180s; ///< what is referred to is told of, where the peer does not say for how long
constexpr EndReason endReasons[] = {
    {"deactivated", QT_TRANSLATE_NOOP("core", "moved elsewhere, to be subscribed to again at once"), Instant::zero()},
    {"probation", QT_TRANSLATE_NOOP("core", "not now, to be tried again later"), someTimeLater},
    {"rejected", QT_TRANSLATE_NOOP("core", "refused by policy, for good"), {}},
    {"timeout", QT_TRANSLATE_NOOP("core", "it ran out, and may be subscribed to again"), Instant::zero()},
    {"giveup", QT_TRANSLATE_NOOP("core", "nobody could authorise it, to be tried again later"), someTimeLater},
    {"noresource", QT_TRANSLATE_NOOP("core", "there is nothing to watch any more"), {}},
    {"invariant", QT_TRANSLATE_NOOP("core", "it will not change any more"), {}},
};

Subscription::Heard endOf(const SubscriptionState &state)
{
    Subscription::Heard heard{200, Words::tr("the subscription is over"), "R6665.4.1.3-2"};
    for (const EndReason &reason : endReasons) {
        if (reason.name != state.reason.toLower())
            continue;
        heard.text += QStringLiteral(" (%1): %2").arg(QString::fromUtf8(state.reason), Words::tr(reason.text));
        heard.anew = reason.anew;
    }
    if (state.retryAfter >= 0) {
        heard.text += QLatin1String(", ") + Words::tr("not before %1 s").arg(state.retryAfter);
        if (heard.anew)
            heard.anew = std::chrono::seconds(state.retryAfter);
    }
    return heard;
}

} // namespace

Subscription::Subscription(const Message &request)
    : m_byRefer(request.method() == "REFER"), m_asked(secondsOf(request.value(HeaderId::Expires)))
{
    const EventValue event = eventOf(request);
    m_package = m_byRefer ? QByteArray("refer") : event.package;
    //= R3515.2.4.6-1
    m_id = m_byRefer && !request.toTag().isEmpty() ? QByteArray::number(request.cseqNumber()) : event.id;
}

//= R6665.8.2.1-1
bool Subscription::matches(const Message &notify) const
{
    const EventValue event = eventOf(notify);
    // The id may be left out for the first REFER of a dialog, which is the only one then.
    const bool sameId = event.id == m_id || (m_byRefer && event.id.isEmpty());
    return event.package.compare(m_package, Qt::CaseInsensitive) == 0 && sameId;
}

Instant Subscription::refreshAfter(Instant remaining)
{
    return std::max<Instant>(remaining / 2, remaining - 32s);
}

//= R6665.4.1.2.1-2
QString Subscription::accepted(const Message &response)
{
    const auto granted = secondsOf(response.value(HeaderId::Expires));
    if (m_byRefer || m_state == State::Terminated)
        return {};
    if (!granted)
        return Words::tr("this %1 has no Expires that could be read: it does not say how long the subscription lasts")
            .arg(response.status());
    m_remaining = granted;
    if (m_asked && *granted > *m_asked)
        return Words::tr("the subscription lasts longer than asked for; an Expires may be shortened only");
    return {};
}

//= R6665.4.1.2.2-2
bool Subscription::refused(int status)
{
    constexpr int over[] = {404, 405, 410, 416, 480, 481, 482, 483, 484, 485, 489, 501, 604};
    const bool first = m_state == State::NotifyWait;
    if (first || std::find(std::begin(over), std::end(over), status) != std::end(over))
        m_state = State::Terminated;
    return m_state == State::Terminated;
}

//= R6665.4.1.3-2
Subscription::Heard Subscription::notified(const Message &notify)
{
    const auto said = parseSubscriptionState(notify.value(HeaderId::SubscriptionState));
    if (!said)
        return {400, Words::tr("this NOTIFY has no Subscription-State that could be read"), "R6665.4.1.3-2"};
    //= R3515.2.4.7-1
    if (said->state == "terminated") {
        m_state = State::Terminated;
        m_remaining.reset();
        return endOf(*said);
    }
    if (m_state != State::Terminated)
        m_state = said->state == "pending" ? State::Pending : State::Active;
    if (said->expires >= 0)
        m_remaining = std::chrono::seconds(said->expires);
    else if (m_byRefer)
        m_remaining = usualReferral;
    return {200, {}, "R6665.4.1.3-2"};
}

const char *stateName(Subscription::State state)
{
    constexpr const char *names[] = {"NotifyWait", "Pending", "Active", "Terminated"};
    return names[size_t(state)];
}

//= R3515.2.4.5-1
QByteArray sipfragStatus(const Message &notify)
{
    if (notify.value(HeaderId::ContentType).split(';').first().trimmed().toLower() != "message/sipfrag")
        return {};
    const QByteArray body = notify.body().first(std::min<qsizetype>(notify.body().size(), 200)).toByteArray();
    const QByteArray line = body.left(body.indexOf('\n') < 0 ? body.size() : body.indexOf('\n')).trimmed();
    return line.startsWith("SIP/2.0 ") ? line : QByteArray();
}

} // namespace sip
