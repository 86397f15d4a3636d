// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "diagnosis/rules.h"
#include "message/headers.h"

#include <algorithm>

namespace diag {
namespace {

using Severity = Finding::Severity;
using sip::Words;

std::optional<sip::Endpoint> hostOf(const sip::Uri &uri)
{
    if (!uri.isSip())
        return std::nullopt;
    const auto host = sip::Endpoint::parse(uri.host());
    return host ? std::optional(*host) : std::nullopt;
}

/// "c=IN IP4 192.168.77.5" of an SDP body; empty: none or not private.
QByteArray privateMediaAddress(const sip::Message &message)
{
    const QByteArray body = message.body().toByteArray();
    for (qsizetype at = body.indexOf("c=IN IP4 "); at >= 0; at = body.indexOf("c=IN IP4 ", at + 1)) {
        const QByteArray text =
            body.sliced(at + 9, std::min<qsizetype>(15, body.size() - at - 9)).simplified().split(' ').first();
        if (const auto address = sip::Endpoint::parse(text); address && address->isPrivate())
            return text;
    }
    return {};
}

/// The far side names an address of its own network although it is not there that it answers from.
void theirContact(const Evidence &evidence, const LadderRow &row, QList<Finding> &out)
{
    const sip::Message &response = row.event->as<sip::MessageReceived>()->message;
    const sip::Endpoint &from = row.event->as<sip::MessageReceived>()->path.remote;
    const auto uri = sip::Uri::parse(response.contactUri());
    const auto contact = uri ? hostOf(*uri) : std::nullopt;
    if (!contact || !contact->isPrivate() || from.isPrivate())
        return;
    const auto &lanes = evidence.flow.lanes;
    if (std::any_of(lanes.begin(), lanes.end(),
                    [&contact](const Lane &lane) { return lane.endpoint.address == contact->address; }))
        return;
    const QByteArray media = privateMediaAddress(response);
    out.append({"nat.private-contact",
                Severity::Warning,
                Words::tr("%1 came from %2, but its Contact%3 names the private address %4. What follows, ACK and BYE first, is "
                          "sent to that address and will not arrive from here, so calls end by themselves or cannot be hung up; "
                          "the far side's NAT setting (external address) is the place to look (RFC 3261 12.1.2).")
                    .arg(statusText(response), QString::fromLatin1(from.hostText()),
                         media.isEmpty() ? QString() : Words::tr(" and SDP"), QString::fromLatin1(contact->hostText())),
                {row.seq},
                {}});
}

/// We told an address of ours that the server did not see us come from.
//= R3581.3-3
void ourContact(const Exchange &exchange, const LadderRow &row, QList<Finding> &out)
{
    const sip::Message &response = row.event->as<sip::MessageReceived>()->message;
    const auto vias = sip::splitList(response.value(sip::HeaderId::Via));
    const auto via = vias.isEmpty() ? sip::Expected<sip::Via>(sip::Error{}) : sip::parseVia(vias.first());
    const auto contacts = sip::parseContacts(exchange.request().value(sip::HeaderId::Contact));
    if (!via || via->received().isEmpty() || !contacts || contacts->isEmpty() || contacts->first().star)
        return;
    auto seen = sip::Endpoint::parse(via->received());
    const auto named = hostOf(contacts->first().address.uri);
    if (!seen || !named || !named->isPrivate() || named->address == seen->address)
        return;
    sip::NameAddr better = contacts->first().address;
    seen->port = via->rport() > 0 ? quint16(via->rport()) : contacts->first().address.uri.port();
    better.uri.setHost(seen->uriHost(), seen->port);
    out.append({"nat.private-contact",
                Severity::Warning,
                Words::tr("The server saw us as %1, but our Contact names the private address %2: there is a NAT between. "
                          "Requests that come for us, such as BYE or an incoming call, may not arrive unless the server corrects "
                          "the address itself (RFC 3581 4).")
                    .arg(QString::fromLatin1(seen->text()), QString::fromLatin1(named->hostText())),
                {exchange.sent->seq, row.seq},
                Fix{Fix::Edit::Header, "Contact", sip::writeNameAddr(better),
                    Words::tr("Retry with Contact %1").arg(QString::fromLatin1(seen->text()))}});
}

} // namespace

void natRules(const Evidence &evidence, QList<Finding> &out)
{
    if (!evidence.main)
        return;
    const Exchange &exchange = *evidence.main;
    const bool isDialog = exchange.request().method() == "INVITE" || exchange.request().method() == "SUBSCRIBE";
    const LadderRow *answer = exchange.final ? exchange.final : exchange.provisional;
    if (!answer)
        return;
    // A redirection or an error names others, and a registration lists our own bindings.
    if (isDialog && answer->status < 300)
        theirContact(evidence, *answer, out);
    ourContact(exchange, *answer, out);
}

} // namespace diag
