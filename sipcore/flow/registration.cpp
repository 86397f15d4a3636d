// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/registration.h"

#include "flow/row_words.h"
#include "message/headers.h"
#include "message/option_tags.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag {

namespace {

using sip::HeaderId;

QByteArray param(const sip::NameAddr &address, QByteArrayView name)
{
    const sip::Param *const found = sip::findParam(address.params, name);
    return found ? sip::unquoted(found->value) : QByteArray();
}

qint64 expiresRow(const sip::Message &message)
{
    const auto seconds = sip::parseNumber(message.value(HeaderId::Expires), 0xffffffffU, "R10.2-8");
    return seconds ? qint64(*seconds) : -1;
}

/// \param request  that was answered \param path  the answer came on
bool isOurs(const sip::Uri &uri, const QList<sip::Contact> &named, const sip::Path &path)
{
    if (named.isEmpty()) {
        const auto address = sip::Endpoint::parse(uri.host() + ':' + QByteArray::number(uri.port() ? uri.port() : 5060));
        return address && *address == path.local;
    }
    return std::any_of(named.cbegin(), named.cend(),
                       [&uri](const sip::Contact &one) { return !one.star && one.address.uri.isEquivalent(uri); });
}

//= R10.2.1.1-1
QList<Binding> bindingsOf(const sip::Message &answer, const sip::Message &request, const sip::Path &path)
{
    const QList<sip::Contact> named = sip::contactsOf(request);
    QList<Binding> all;
    for (const sip::Contact &contact : sip::contactsOf(answer)) {
        if (contact.star)
            continue;
        Binding binding{.uri = contact.address.uri.toBytes(),
                        .q = param(contact.address, "q"),
                        .instance = param(contact.address, "+sip.instance"),
                        .regId = param(contact.address, "reg-id"),
                        .pubGruu = param(contact.address, "pub-gruu"),
                        .tempGruu = param(contact.address, "temp-gruu"),
                        .expires = contact.expires()};
        if (binding.expires < 0)
            binding.expires = expiresRow(answer);
        binding.ours = isOurs(contact.address.uri, named, path);
        all.append(binding);
    }
    return all;
}

QList<QByteArray> listOf(const sip::Message &message, const QByteArray &name)
{
    QList<QByteArray> all;
    for (qsizetype row = 0; row < message.headerCount(); ++row)
        if (message.name(message.header(row)).compare(name, Qt::CaseInsensitive) == 0)
            all += sip::splitList(message.value(message.header(row)));
    return all;
}

/// The request whose transaction the row of its answer belongs to.
sip::Message requestOf(const Flow &flow, const LadderRow &answer)
{
    for (const LadderRow &row : flow.rows)
        if (const auto *sent = row.event ? row.event->as<sip::MessageSent>() : nullptr;
            sent && sent->message.isRequest() && row.context.transaction == answer.context.transaction)
            return sent->message;
    return {};
}

} // namespace

std::optional<Registration> registrationOf(const Flow &flow)
{
    const bool registers = std::any_of(flow.attempts.cbegin(), flow.attempts.cend(),
                                       [](const AttemptInfo &one) { return one.method == "REGISTER"; });
    if (!registers)
        return std::nullopt;
    std::optional<sip::Instant> refreshAt;
    bool timerSeen = flow.finished;
    for (qsizetype i = flow.rows.size(); i > 0; --i) {
        const LadderRow &row = flow.rows[i - 1];
        if (const auto *timer = row.event ? row.event->as<sip::TimerEvent>() : nullptr;
            timer && timer->name == 'P' && !std::exchange(timerSeen, true) && timer->what == sip::TimerEvent::What::Started)
            refreshAt = timer->due;
        const auto *received = row.event ? row.event->as<sip::MessageReceived>() : nullptr;
        if (!received || received->fate != sip::MessageReceived::Fate::Delivered || received->message.status() / 100 != 2 ||
            received->message.cseqMethod() != "REGISTER")
            continue;
        const sip::Message &answer = received->message;
        Registration registration{.seq = row.seq,
                                  .at = row.at,
                                  .addressOfRecord = {},
                                  .bindings = bindingsOf(answer, requestOf(flow, row), received->path),
                                  .path = sip::listOf(answer, HeaderId::Path),
                                  .serviceRoute = sip::listOf(answer, HeaderId::ServiceRoute),
                                  .associatedUris = listOf(answer, "P-Associated-URI"),
                                  .refreshAt = refreshAt};
        if (const auto to = sip::parseNameAddr(answer.value(HeaderId::To)))
            registration.addressOfRecord = to->uri.toBytes();
        registration.outbound = sip::listsOption(answer, HeaderId::Require, "outbound");
        return registration;
    }
    return std::nullopt;
}

QStringList registrationLines(const Registration &registration)
{
    const auto shown = [](const QByteArray &bytes) { return words::shown(bytes, 300); };
    QStringList lines{registration.bindings.isEmpty()
                          ? u"Bindings of %1: none"_s.arg(shown(registration.addressOfRecord))
                          : u"Bindings of %1: %2"_s.arg(shown(registration.addressOfRecord)).arg(registration.bindings.size())};
    for (const Binding &binding : registration.bindings) {
        QString line = u"  %1%2"_s.arg(shown(binding.uri), binding.ours ? u" (ours)"_s : QString());
        line += binding.expires < 0 ? u", expires not stated"_s : u", expires in %1 s"_s.arg(binding.expires);
        const auto add = [&](const char *name, const QByteArray &value) {
            line += value.isEmpty() ? QString() : u", %1 %2"_s.arg(QLatin1String(name), shown(value));
        };
        add("q", binding.q);
        add("instance", binding.instance);
        add("reg-id", binding.regId);
        add("pub-gruu", binding.pubGruu);
        add("temp-gruu", binding.tempGruu);
        lines << line;
    }
    const auto list = [&](const char *name, const QList<QByteArray> &values) {
        if (!values.isEmpty())
            lines << u"  %1: %2"_s.arg(QLatin1String(name), shown(values.join(", ")));
    };
    list("Path", registration.path);
    list("Service-Route", registration.serviceRoute);
    list("P-Associated-URI", registration.associatedUris);
    return lines;
}

} // namespace diag
