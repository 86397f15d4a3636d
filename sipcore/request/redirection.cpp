// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/redirection.h"

#include "base/words.h"
#include "message/headers.h"
#include "request/uri_headers.h"

#include <algorithm>

namespace sip {

namespace {

constexpr qsizetype mostTargets = 50; ///< of one 3xx

} // namespace

bool Redirection::isKnown(const Uri &uri) const
{
    return std::any_of(m_seen.cbegin(), m_seen.cend(), [&uri](const Uri &one) { return one.isEquivalent(uri); });
}

void Redirection::tried(QByteArrayView requestUri)
{
    if (const auto uri = Uri::parse(requestUri); uri && !isKnown(*uri))
        m_seen.append(*uri);
}

//= R8.1.3.4-1
//= R8.1.3.4-2
QString Redirection::add(const Message &response)
{
    qsizetype usable = 0, known = 0;
    for (const Contact &contact : contactsOf(response)) {
        if (contact.star || !contact.address.uri.isSip() || m_targets.size() >= mostTargets)
            continue;
        ++usable;
        Uri bare = contact.address.uri;
        bare.clearHeaders();
        bare.removeParam("method");
        if (isKnown(bare)) {
            ++known;
            continue;
        }
        m_seen.append(bare);
        m_targets.append({contact.address.uri, contact.q() < 0 ? 1000 : contact.q()});
    }
    std::stable_sort(m_targets.begin(), m_targets.end(), [](const Target &a, const Target &b) { return a.q > b.q; });
    if (usable == 0)
        return Words::tr("this %1 has no Contact with a SIP URI: it does not say where to go").arg(response.status());
    if (usable == known)
        return Words::tr("this %1 leads only to where the request has been already").arg(response.status());
    return {};
}

//= R8.1.3.4-3
//= R8.1.3.4-5
std::optional<Revision> Redirection::next(QByteArrayView from)
{
    if (m_targets.isEmpty())
        return std::nullopt;
    const Target target = m_targets.takeFirst();
    Revision revision{.why = "redirect", .text = {}, .rule = "R8.1.3.4-1", .requestUri = {}, .set = {}, .remove = {}};
    Uri uri = target.uri;
    revision.set = headersOf(uri).rows;
    revision.set.removeIf([](const ComposedRow &row) { return headerId(row.name) == HeaderId::To; }); //= R8.1.3.4-4
    uri.clearHeaders();
    uri.removeParam("method");
    revision.requestUri = uri.toBytes();
    revision.text = Words::tr("redirected to %1").arg(QString::fromUtf8(revision.requestUri));
    if (const auto before = Uri::parse(from); before && before->isSips() && !uri.isSips())
        revision.text += QLatin1String("; ") + Words::tr("a sips URI was asked for, and this one is not secure");
    return revision;
}

} // namespace sip
