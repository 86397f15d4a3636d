// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/nat_view.h"

#include "base/words.h"
#include "flow/row_words.h"
#include "message/headers.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag {

using sip::Words;

namespace {

using sip::HeaderId;
using Weight = NatVerdict::Weight;

constexpr qsizetype mostRows = 10000; ///< looked at, newest first

QString latin(const QByteArray &text)
{
    return QString::fromLatin1(text);
}

QString shown(const QByteArray &text)
{
    return words::shown(text, 120);
}

std::optional<sip::Via> onlyVia(const sip::Message &message)
{
    const QList<QByteArray> all = sip::listOf(message, HeaderId::Via);
    const auto via = all.size() == 1 ? sip::parseVia(all.first()) : sip::Expected<sip::Via>(sip::Error{});
    return via ? std::optional(*via) : std::nullopt;
}

QByteArray sentByOf(const sip::Via &via)
{
    return via.port == 0 ? via.host : via.host + ':' + QByteArray::number(via.port);
}

/// The address a URI names; nullopt: a name, or no SIP URI.
std::optional<sip::Endpoint> addressOf(const sip::Uri &uri)
{
    auto host = uri.isSip() ? sip::Endpoint::parse(uri.host()) : sip::Expected<sip::Endpoint>(sip::Error{});
    if (!host)
        return std::nullopt;
    host->port = uri.port();
    return *host;
}

quint16 portOr(quint16 port, sip::Protocol protocol)
{
    return port != 0 ? port : sip::defaultPort(protocol);
}

/// Where the server saw us: what it wrote into our Via, and as sent what it did not.
std::optional<sip::Endpoint> seenAt(const NatView &view, const sip::Via &sent, const sip::Via &answered)
{
    auto seen = sip::Endpoint::parse(view.received.isEmpty() ? sent.host : view.received);
    if (!seen)
        return std::nullopt;
    seen->port = view.rport > 0 ? quint16(view.rport) : portOr(answered.port, view.path.protocol);
    return *seen;
}

class Judge {
public:
    explicit Judge(NatView &view) : m_view(view) {}

    void judge(const sip::Via &sent, const QList<sip::Contact> &contacts, bool registers, const sip::Message &answer);

private:
    void add(const char *id, Weight weight, const QString &text, const char *rule)
    {
        m_view.verdicts.append({id, weight, text, rule});
    }
    void judgeVia(const sip::Via &sent);
    void judgeContact(const sip::NameAddr &contact);
    void judgeEcho(const sip::NameAddr &contact, const sip::Message &answer);

    NatView &m_view;
};

//= R3581.3-3
void Judge::judgeVia(const sip::Via &sent)
{
    const auto named = sip::Endpoint::parse(sent.host);
    if (!m_view.seen) {
        add("sent-by-is-a-name", Weight::Note,
            Words::tr(
                "Our Via names the host %1 and the answer does not say which address the server saw: nothing can be compared.")
                .arg(shown(sent.host)),
            "R18.2.1-1");
        return;
    }
    const sip::Endpoint &seen = *m_view.seen;
    const bool otherAddress = seen.address != m_view.path.local.address && !m_view.path.local.isAny();
    const bool otherPort = m_view.rport > 0 && seen.port != m_view.path.local.port && m_view.path.local.port != 0;
    if (otherAddress)
        add("address-translated", Weight::Warning,
            Words::tr("The address is translated on the way: we sent from %1, and the server saw %2.")
                .arg(latin(m_view.path.local.text()), latin(m_view.rport > 0 ? seen.text() : seen.hostText())),
            "R3581.3-3");
    if (otherPort)
        add("port-translated", Weight::Warning,
            Words::tr("The port is translated: we sent from port %1, and the server saw port %2. What it sends to port %1 does "
                      "not arrive here.")
                .arg(m_view.path.local.port)
                .arg(seen.port),
            "R3581.3-3");
    if (m_view.rportAsked && m_view.rport <= 0 && !sip::isReliable(m_view.path.protocol))
        add("rport-not-answered", Weight::Note,
            Words::tr("We asked for the port by rport, and the answer does not have it: the server does not do RFC 3581. A "
                      "translated port would not be seen, and behind a NAT answers may not arrive."),
            "R3581.3-1");
    if (m_view.received.isEmpty() && m_view.rport <= 0)
        add("not-told", Weight::Note,
            Words::tr("The server wrote no address into our Via, as it does when the request comes from where the Via says: as "
                      "far as it tells, no NAT is between."),
            "R18.2.1-1");
    else if (!otherAddress && !otherPort)
        add("none", Weight::Fine,
            Words::tr("The server saw us at %1, where we are: no NAT is between.")
                .arg(latin(m_view.rport > 0 ? seen.text() : seen.hostText())),
            "R3581.3-3");
    if (named && named->address != m_view.path.local.address && !m_view.path.local.isAny())
        add("sent-by-differs", Weight::Note,
            Words::tr("Our Via says %1, and we sent from %2.").arg(shown(m_view.sentBy), latin(m_view.path.local.text())),
            "R18.1.1-5");
}

void Judge::judgeContact(const sip::NameAddr &contact)
{
    const auto address = addressOf(contact.uri);
    if (!address)
        return;
    const bool told = !m_view.received.isEmpty() || m_view.rport > 0;
    const quint16 port = portOr(address->port, m_view.path.protocol);
    const bool sameAddress = m_view.seen && address->address == m_view.seen->address;
    const bool samePort = m_view.rport <= 0 || (m_view.seen && port == m_view.seen->port);
    if (m_view.seen && told && !(sameAddress && samePort)) {
        sip::NameAddr better = contact;
        better.uri.setHost(m_view.seen->uriHost(), m_view.rport > 0 ? m_view.seen->port : contact.uri.port());
        m_view.publicContact = sip::writeNameAddr(better);
    }
    if (address->isPrivate() && !sameAddress && (told || !m_view.path.remote.isPrivate()))
        add("contact-private", Weight::Warning,
            Words::tr("Contact names the private address %1, which the server does not reach: what it sends to us later, such as "
                      "a call or a BYE, gets lost unless it corrects the address itself.")
                .arg(latin(address->hostText())),
            "R8.1.1.8-1");
    else if (told && !sameAddress)
        add("contact-elsewhere", Weight::Note,
            Words::tr("Contact names %1, and the server saw us at %2: what it sends to us later goes to Contact.")
                .arg(latin(address->hostText()), latin(m_view.seen->hostText())),
            "R8.1.1.8-1");
    else if (told && !samePort)
        add("contact-port", m_view.path.protocol == sip::Protocol::Udp ? Weight::Warning : Weight::Note,
            Words::tr("Contact names port %1, and the server saw port %2.").arg(port).arg(m_view.seen->port), "R8.1.1.8-1");
    else if (told)
        add("contact-fits", Weight::Fine, Words::tr("Contact is where the server saw us."), "R8.1.1.8-1");
}

void Judge::judgeEcho(const sip::NameAddr &contact, const sip::Message &answer)
{
    const QList<sip::Contact> kept = sip::contactsOf(answer);
    const auto find = [&kept](const auto &fits) {
        return std::find_if(kept.cbegin(), kept.cend(),
                            [&fits](const sip::Contact &one) { return !one.star && fits(one.address); });
    };
    const auto same = find([&](const sip::NameAddr &one) { return one.uri.isEquivalent(contact.uri); });
    if (same != kept.cend()) {
        m_view.echoed = same->address.uri.toBytes();
        add("contact-kept", Weight::Fine, Words::tr("The registrar keeps our Contact as we sent it."), "R10.3-8");
        return;
    }
    const auto changed = find([&](const sip::NameAddr &one) {
        const auto address = addressOf(one.uri);
        return one.uri.user() == contact.uri.user() && address && m_view.seen && address->address == m_view.seen->address;
    });
    if (changed != kept.cend()) {
        m_view.echoed = changed->address.uri.toBytes();
        add("contact-corrected", Weight::Note,
            Words::tr("The registrar keeps %1 instead of the Contact we sent: it put in the address it saw us at.")
                .arg(shown(m_view.echoed)),
            "R10.3-8");
    } else {
        add("contact-not-kept", Weight::Warning, Words::tr("The Contact we sent is not among the bindings the registrar lists."),
            "R10.3-8");
    }
}

void Judge::judge(const sip::Via &sent, const QList<sip::Contact> &contacts, bool registers, const sip::Message &answer)
{
    judgeVia(sent);
    if (!contacts.isEmpty() && !contacts.first().star) {
        const sip::NameAddr &contact = contacts.first().address;
        m_view.contact = contact.uri.toBytes();
        judgeContact(contact);
        if (registers && answer.status() / 100 == 2 && contacts.first().expires() != 0)
            judgeEcho(contact, answer);
    }
    std::stable_sort(m_view.verdicts.begin(), m_view.verdicts.end(),
                     [](const NatVerdict &a, const NatVerdict &b) { return a.weight > b.weight; });
}

/// A REGISTER that wants its Contact kept: not the one that removes it (R10.2.2-1).
bool isAdding(const sip::Message &request)
{
    return request.method() == "REGISTER" && request.value(HeaderId::Expires).trimmed() != "0";
}

} // namespace

std::optional<NatView> natView(const Flow &flow)
{
    QHash<sip::TransactionId, const LadderRow *> answers; // the newest of each transaction
    const qsizetype last = std::max<qsizetype>(0, flow.rows.size() - mostRows);
    for (qsizetype i = flow.rows.size(); i > last; --i) {
        const LadderRow &row = flow.rows[i - 1];
        const auto *received = row.event ? row.event->as<sip::MessageReceived>() : nullptr;
        if (received && received->fate == sip::MessageReceived::Fate::Delivered && received->message.isResponse() &&
            !answers.contains(row.context.transaction))
            answers.insert(row.context.transaction, &row);
        const auto *sent = row.event ? row.event->as<sip::MessageSent>() : nullptr;
        const LadderRow *const answer = sent ? answers.value(row.context.transaction) : nullptr;
        if (!answer || !sent->message.isRequest() || sent->message.method() == "CANCEL")
            continue;
        const sip::Message &response = answer->event->as<sip::MessageReceived>()->message;
        const auto ours = onlyVia(sent->message), theirs = onlyVia(response);
        if (!ours || !theirs)
            continue;
        NatView view{.requestSeq = row.seq,
                     .answerSeq = answer->seq,
                     .path = sent->path,
                     .sentBy = sentByOf(*ours),
                     .rportAsked = ours->rport() >= 0,
                     .received = theirs->received(),
                     .rport = theirs->rport()};
        if (const auto named = sip::Endpoint::parse(ours->host); view.path.local.isAny() && named) {
            view.path.local.address = named->address;
            view.path.local.port = portOr(view.path.local.port ? view.path.local.port : ours->port, sent->path.protocol);
        }
        view.seen = seenAt(view, *ours, *theirs);
        Judge(view).judge(*ours, sip::contactsOf(sent->message), isAdding(sent->message), response);
        return view;
    }
    return std::nullopt;
}

QStringList natLines(const NatView &view)
{
    QStringList facts{u"sent from %1"_s.arg(latin(view.path.local.text())), u"Via %1"_s.arg(shown(view.sentBy))};
    facts << (view.received.isEmpty() ? u"received not told"_s : u"received %1"_s.arg(shown(view.received)));
    facts << (view.rport > 0    ? u"rport %1"_s.arg(view.rport)
              : view.rportAsked ? u"rport not answered"_s
                                : u"rport not asked for"_s);
    QStringList lines{u"NAT: %1"_s.arg(facts.join(u", "_s))};
    if (!view.contact.isEmpty())
        lines << u"  Contact %1%2"_s.arg(shown(view.contact),
                                         view.echoed.isEmpty() ? QString() : u", kept as %1"_s.arg(shown(view.echoed)));
    for (const NatVerdict &verdict : view.verdicts) {
        const QString rule = words::rule(verdict.rule);
        lines << u"  %1: %2%3"_s.arg(latin(verdict.id), verdict.text, rule.isEmpty() ? QString() : u" (%1)"_s.arg(rule));
    }
    return lines;
}

} // namespace diag
