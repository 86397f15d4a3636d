// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/registrar.h"

#include <algorithm>

namespace diag {

namespace {

using sip::HeaderId;
using std::chrono::duration_cast;
using std::chrono::seconds;

Registrar::Outcome refusal(int status, const char *reason)
{
    return {status, reason, {}};
}

sip::Expected<QList<sip::Contact>> readContacts(const sip::Message &request)
{
    QList<sip::Contact> all;
    for (const QByteArray &row : request.values(HeaderId::Contact)) {
        const auto contacts = sip::parseContacts(row);
        if (!contacts)
            return contacts.error();
        all += *contacts;
    }
    return all;
}

/// Without the expires it came with: the answer carries what is left.
sip::NameAddr withoutExpires(sip::NameAddr address)
{
    address.params.removeIf([](const sip::Param &param) { return param.name.toLower() == "expires"; });
    return address;
}

} // namespace

QByteArray Registrar::recordOf(const sip::Uri &uri)
{
    if (!uri.isSip())
        return {};
    return QByteArray::fromPercentEncoding(uri.user()) + '@' + uri.host().toLower();
}

Registrar::Outcome Registrar::handle(const sip::Message &request, sip::Instant now)
{
    const auto to = sip::parseNameAddr(request.value(HeaderId::To));
    if (!to)
        return refusal(400, "Unreadable To");
    const QByteArray name = recordOf(to->uri);
    if (name.isNull())
        return refusal(404, "");
    const auto contacts = readContacts(request);
    if (!contacts)
        return refusal(400, "Unreadable Contact");
    qint64 headerExpires = DefaultExpires;
    const QByteArray expiresRow = request.value(HeaderId::Expires);
    if (!expiresRow.isNull()) {
        // A malformed value counts as 3600 (RFC 3261 10.2.1.1).
        if (const auto parsed = sip::parseNumber(expiresRow, 0xffffffffU, ""))
            headerExpires = qint64(*parsed);
    }

    dropExpired(now);
    Record next = m_records.value(name);
    const qsizetype liveBefore = next.size();
    const QByteArray callId = request.callId().toByteArray();
    const quint32 cseq = quint32(std::max<qint64>(0, request.cseqNumber()));
    const auto isOutOfOrder = [&](const Binding &binding) { return binding.callId == callId && cseq <= binding.cseq; };

    const bool star = std::any_of(contacts->begin(), contacts->end(), [](const sip::Contact &contact) { return contact.star; });
    if (star) {
        if (contacts->size() != 1 || expiresRow.isNull() || headerExpires != 0)
            return refusal(400, "Contact * needs Expires: 0 and no other Contact");
        if (std::any_of(next.begin(), next.end(), isOutOfOrder))
            return refusal(500, "CSeq out of order");
        next.clear();
    }
    for (const sip::Contact &contact : *contacts) {
        if (contact.star)
            continue;
        const auto old = std::find_if(next.begin(), next.end(), [&](const Binding &binding) {
            return binding.address.uri.isEquivalent(contact.address.uri);
        });
        if (old != next.end() && isOutOfOrder(*old))
            return refusal(500, "CSeq out of order");
        if (old != next.end())
            next.erase(old);
        const qint64 wanted = contact.expires() >= 0 ? contact.expires() : headerExpires;
        if (wanted > 0)
            next.append({withoutExpires(contact.address), callId, cseq, now + seconds(std::min(wanted, DefaultExpires))});
    }
    if (bindingCount(now) - liveBefore + next.size() > MaxBindings)
        return refusal(503, "Too many bindings");
    if (next.isEmpty())
        m_records.remove(name);
    else
        m_records.insert(name, next);
    return {200, {}, shown(next, now)};
}

/// Of all users: one who never comes back leaves nothing.
void Registrar::dropExpired(sip::Instant now)
{
    m_records.removeIf([now](auto record) {
        record->removeIf([now](const Binding &binding) { return binding.until <= now; });
        return record->isEmpty();
    });
}

QList<QByteArray> Registrar::contactsOf(const QByteArray &record, sip::Instant now) const
{
    Record live = m_records.value(record);
    live.removeIf([now](const Binding &binding) { return binding.until <= now; });
    return shown(live, now);
}

QList<QByteArray> Registrar::shown(const Record &record, sip::Instant now)
{
    QList<QByteArray> values;
    for (const Binding &binding : record) {
        // Rounded up: a binding that still lives has at least a second.
        const auto left = duration_cast<seconds>(binding.until - now + seconds(1) - sip::Instant(1)).count();
        values.append(sip::writeNameAddr(binding.address) + ";expires=" + QByteArray::number(qint64(left)));
    }
    return values;
}

int Registrar::bindingCount(sip::Instant now) const
{
    qsizetype count = 0;
    for (const Record &record : m_records)
        count += std::count_if(record.begin(), record.end(), [now](const Binding &binding) { return binding.until > now; });
    return int(count);
}

bool Registrar::isRegistered(const QByteArray &record, sip::Instant now) const
{
    const Record bindings = m_records.value(record);
    return std::any_of(bindings.begin(), bindings.end(), [now](const Binding &binding) { return binding.until > now; });
}

} // namespace diag
