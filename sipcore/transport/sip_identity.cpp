// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/sip_identity.h"

#include "base/words.h"
#include "message/uri.h"

#include <QUrl>

#include <algorithm>

namespace sip {
namespace {

QString listed(const QList<QByteArray> &names)
{
    constexpr qsizetype most = 20;
    const QString text = QString::fromUtf8(names.first(std::min(most, names.size())).join(", "));
    return names.size() > most ? Words::tr("%1 and %2 more").arg(text).arg(names.size() - most) : text;
}

/// As names are compared: A-labels, lower case, no dot at the end.
QByteArray comparable(const QByteArray &domain)
{
    const QByteArray plain = domain.endsWith('.') ? domain.chopped(1) : domain;
    const QByteArray ace = QUrl::toAce(QString::fromUtf8(plain));
    return ace.isEmpty() ? plain.toLower() : ace.toLower();
}

bool isWildcard(const QByteArray &name)
{
    return name.contains('*');
}

/// "*.example.com" is "sip.example.com", and neither "example.com" nor "a.b.example.com".
bool matchesWildcard(const QByteArray &name, const QByteArray &compared)
{
    const qsizetype dot = compared.indexOf('.');
    return name.startsWith("*.") && !isWildcard(name.sliced(2)) && dot > 0 &&
           comparable(name.sliced(2)) == compared.sliced(dot + 1);
}

//= R7118.8-1
TlsCheck checkHttpsName(const CertificateFacts &certificate, const QByteArray &domain)
{
    TlsCheck check{TlsCheck::What::Name, true, {}, "R7118.8-1"};
    const QString wanted = QString::fromUtf8(domain);
    const auto address = Endpoint::parse(domain);
    const QByteArray compared = comparable(domain);
    const QList<QByteArray> &names = address ? certificate.addresses : certificate.dnsNames;
    check.passed = std::any_of(names.cbegin(), names.cend(), [&](const QByteArray &name) {
        if (address)
            return Endpoint::parse(name).value_or({}) == *address;
        return isWildcard(name) ? matchesWildcard(name, compared) : comparable(name) == compared;
    });
    if (check.passed)
        check.text = Words::tr("%1 stands in the certificate as %2")
                         .arg(wanted, address ? Words::tr("an address") : Words::tr("a DNS name among its alternative names"));
    else if (names.isEmpty())
        check.text = (address ? Words::tr("the certificate names no IP address, so it cannot be for %1")
                              : Words::tr("the certificate has no DNS name, so it cannot be for %1"))
                         .arg(wanted);
    else
        check.text = Words::tr("the certificate is for %1, not for %2").arg(listed(names), wanted);
    return check;
}

QString sourceText(SipIdentities::Source source)
{
    switch (source) {
    case SipIdentities::Source::Uri: return Words::tr("a SIP URI among its alternative names");
    case SipIdentities::Source::Dns: return Words::tr("a DNS name among its alternative names");
    case SipIdentities::Source::CommonName: return Words::tr("its common name, for want of alternative names");
    case SipIdentities::Source::None: break;
    }
    return {};
}

} // namespace

//= R5922.7.1-1
SipIdentities sipIdentities(const CertificateFacts &certificate)
{
    SipIdentities out;
    for (const QByteArray &text : certificate.uris) {
        const auto uri = Uri::parse(text);
        if (uri && uri->isSip() && !uri->isSips() && uri->user().isNull())
            out.domains.append(uri->host());
    }
    if (!out.domains.isEmpty()) {
        out.source = SipIdentities::Source::Uri;
        return out;
    }
    out.domains = certificate.dnsNames;
    if (!out.domains.isEmpty()) {
        out.source = SipIdentities::Source::Dns;
    } else if (!certificate.hasAlternativeNames && !certificate.commonName.isEmpty()) {
        out.source = SipIdentities::Source::CommonName;
        out.domains = {certificate.commonName};
    }
    return out;
}

//= R5922.7.2-1
TlsCheck checkName(const CertificateFacts &certificate, const QByteArray &domain, NameRule rule)
{
    if (rule == NameRule::Https)
        return checkHttpsName(certificate, domain);
    TlsCheck check{TlsCheck::What::Name, true, {}, "R5922.7.2-1"};
    const QString wanted = QString::fromUtf8(domain);
    if (const auto address = Endpoint::parse(domain)) {
        const auto isSame = [&](const QByteArray &one) { return Endpoint::parse(one).value_or({}) == *address; };
        check.passed = std::any_of(certificate.addresses.cbegin(), certificate.addresses.cend(), isSame);
        const SipIdentities names = sipIdentities(certificate);
        check.passed |= std::any_of(names.domains.cbegin(), names.domains.cend(), isSame);
        if (check.passed)
            check.text = Words::tr("%1 is an address the certificate names").arg(wanted);
        else if (certificate.addresses.isEmpty())
            check.text = names.domains.isEmpty()
                             ? Words::tr("the certificate names no IP address, so it cannot be for %1").arg(wanted)
                             : Words::tr("the certificate names no IP address, so it cannot be for %1; it is for %2")
                                   .arg(wanted, listed(names.domains));
        else
            check.text =
                Words::tr("the certificate is for the addresses %1, not for %2").arg(listed(certificate.addresses), wanted);
        return check;
    }
    const SipIdentities names = sipIdentities(certificate);
    const QByteArray compared = comparable(domain);
    check.passed = std::any_of(names.domains.cbegin(), names.domains.cend(),
                               [&compared](const QByteArray &name) { return !isWildcard(name) && comparable(name) == compared; });
    if (check.passed) {
        check.text = Words::tr("%1 stands in the certificate as %2").arg(wanted, sourceText(names.source));
        return check;
    }
    if (names.domains.isEmpty()) {
        check.text = Words::tr("the certificate names no SIP domain, so it cannot be for %1").arg(wanted);
        return check;
    }
    check.text = Words::tr("the certificate is for %1, not for %2").arg(listed(names.domains), wanted);
    if (std::any_of(names.domains.cbegin(), names.domains.cend(), isWildcard))
        check.text += QLatin1Char(' ') + Words::tr("(a * in a name counts for nothing in SIP, RFC 5922 7.2)");
    else if (names.source == SipIdentities::Source::Uri &&
             std::any_of(certificate.dnsNames.cbegin(), certificate.dnsNames.cend(),
                         [&compared](const QByteArray &name) { return comparable(name) == compared; }))
        check.text += QLatin1Char(' ') +
                      Words::tr("(it stands among the DNS names, which count only where there is no SIP URI, RFC 5922 7.1)");
    return check;
}

} // namespace sip
