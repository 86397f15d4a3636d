// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/header_id.h"

#include <array>
#include <cstring>
#include <string_view>

namespace sip {
namespace {

struct Entry {
    HeaderId id;
    std::string_view name;
    char compact = 0;
};

//= R7.3.3-1 every registered compact form
constexpr Entry entries[] = {
    {HeaderId::Accept, "Accept"},
    {HeaderId::AcceptContact, "Accept-Contact", 'a'},
    {HeaderId::AcceptEncoding, "Accept-Encoding"},
    {HeaderId::AcceptLanguage, "Accept-Language"},
    {HeaderId::AlertInfo, "Alert-Info"},
    {HeaderId::Allow, "Allow"},
    {HeaderId::AllowEvents, "Allow-Events", 'u'},
    {HeaderId::AuthenticationInfo, "Authentication-Info"},
    {HeaderId::Authorization, "Authorization"},
    {HeaderId::CallId, "Call-ID", 'i'},
    {HeaderId::CallInfo, "Call-Info"},
    {HeaderId::Contact, "Contact", 'm'},
    {HeaderId::ContentDisposition, "Content-Disposition"},
    {HeaderId::ContentEncoding, "Content-Encoding", 'e'},
    {HeaderId::ContentLanguage, "Content-Language"},
    {HeaderId::ContentLength, "Content-Length", 'l'},
    {HeaderId::ContentType, "Content-Type", 'c'},
    {HeaderId::CSeq, "CSeq"},
    {HeaderId::Date, "Date"},
    {HeaderId::ErrorInfo, "Error-Info"},
    {HeaderId::Event, "Event", 'o'},
    {HeaderId::Expires, "Expires"},
    {HeaderId::FlowTimer, "Flow-Timer"},
    {HeaderId::From, "From", 'f'},
    {HeaderId::HistoryInfo, "History-Info"},
    {HeaderId::Identity, "Identity", 'y'},
    {HeaderId::IdentityInfo, "Identity-Info", 'n'},
    {HeaderId::InfoPackage, "Info-Package"},
    {HeaderId::InReplyTo, "In-Reply-To"},
    {HeaderId::Join, "Join"},
    {HeaderId::MaxForwards, "Max-Forwards"},
    {HeaderId::MimeVersion, "MIME-Version"},
    {HeaderId::MinExpires, "Min-Expires"},
    {HeaderId::MinSe, "Min-SE"},
    {HeaderId::Organization, "Organization"},
    {HeaderId::PAssertedIdentity, "P-Asserted-Identity"},
    {HeaderId::PPreferredIdentity, "P-Preferred-Identity"},
    {HeaderId::Path, "Path"},
    {HeaderId::Priority, "Priority"},
    {HeaderId::Privacy, "Privacy"},
    {HeaderId::ProxyAuthenticate, "Proxy-Authenticate"},
    {HeaderId::ProxyAuthenticationInfo, "Proxy-Authentication-Info"},
    {HeaderId::ProxyAuthorization, "Proxy-Authorization"},
    {HeaderId::ProxyRequire, "Proxy-Require"},
    {HeaderId::RAck, "RAck"},
    {HeaderId::Reason, "Reason"},
    {HeaderId::RecordRoute, "Record-Route"},
    {HeaderId::RecvInfo, "Recv-Info"},
    {HeaderId::ReferSub, "Refer-Sub"},
    {HeaderId::ReferTo, "Refer-To", 'r'},
    {HeaderId::ReferredBy, "Referred-By", 'b'},
    {HeaderId::RejectContact, "Reject-Contact", 'j'},
    {HeaderId::Replaces, "Replaces"},
    {HeaderId::ReplyTo, "Reply-To"},
    {HeaderId::RequestDisposition, "Request-Disposition", 'd'},
    {HeaderId::Require, "Require"},
    {HeaderId::RetryAfter, "Retry-After"},
    {HeaderId::Route, "Route"},
    {HeaderId::RSeq, "RSeq"},
    {HeaderId::Server, "Server"},
    {HeaderId::ServiceRoute, "Service-Route"},
    {HeaderId::SessionExpires, "Session-Expires", 'x'},
    {HeaderId::SipEtag, "SIP-ETag"},
    {HeaderId::SipIfMatch, "SIP-If-Match"},
    {HeaderId::Subject, "Subject", 's'},
    {HeaderId::SubscriptionState, "Subscription-State"},
    {HeaderId::Supported, "Supported", 'k'},
    {HeaderId::Timestamp, "Timestamp"},
    {HeaderId::To, "To", 't'},
    {HeaderId::Unsupported, "Unsupported"},
    {HeaderId::UserAgent, "User-Agent"},
    {HeaderId::Via, "Via", 'v'},
    {HeaderId::Warning, "Warning"},
    {HeaderId::WwwAuthenticate, "WWW-Authenticate"},
};

constexpr bool inOrder()
{
    for (size_t i = 0; i < std::size(entries); ++i)
        if (size_t(entries[i].id) != i + 1)
            return false;
    return std::size(entries) + 1 == size_t(HeaderId::Count);
}
static_assert(inOrder(), "entries[id - 1] is the entry of id");

constexpr quint8 lower(char c)
{
    return c >= 'A' && c <= 'Z' ? quint8(c | 0x20) : quint8(c);
}

/// Length and three letters tell all the names apart well enough for a table of 256.
constexpr quint8 hash(const char *name, size_t size)
{
    // Only bits 0..4 of a letter are used, so that upper and lower case agree.
    const auto letter = [](char c) { return unsigned(c) & 0x1f; };
    return quint8(size * 17 + letter(name[0]) * 59 + letter(name[size - 1]) * 101 + letter(name[size / 2]) * 7);
}

constexpr auto hashTable = [] {
    std::array<quint8, 256> table{};
    for (const Entry &entry : entries) {
        quint8 slot = hash(entry.name.data(), entry.name.size());
        while (table[slot])
            ++slot;
        table[slot] = quint8(entry.id);
    }
    return table;
}();

constexpr auto compactTable = [] {
    std::array<HeaderId, 256> table{};
    for (const Entry &entry : entries)
        if (entry.compact) {
            table[quint8(entry.compact)] = entry.id;
            table[quint8(entry.compact - 0x20)] = entry.id;
        }
    return table;
}();

bool equalsIgnoringCase(const char *name, std::string_view known)
{
    for (size_t i = 0; i < known.size(); ++i)
        if (lower(name[i]) != lower(known[i]))
            return false;
    return true;
}

} // namespace

//= R7.3.1-1 names are matched case-insensitively
HeaderId headerId(QByteArrayView name)
{
    const size_t size = size_t(name.size());
    if (size < 2)
        return size ? compactTable[quint8(name[0])] : HeaderId::Other;
    for (quint8 slot = hash(name.data(), size); hashTable[slot]; ++slot) {
        const std::string_view known = entries[hashTable[slot] - 1].name;
        if (known.size() == size && (std::memcmp(name.data(), known.data(), size) == 0 || equalsIgnoringCase(name.data(), known)))
            return HeaderId(hashTable[slot]);
    }
    return HeaderId::Other;
}

QByteArrayView headerName(HeaderId id)
{
    if (id == HeaderId::Other || id >= HeaderId::Count)
        return {};
    const std::string_view name = entries[size_t(id) - 1].name;
    return {name.data(), qsizetype(name.size())};
}

QByteArray headerNameBytes(HeaderId id)
{
    const QByteArrayView name = headerName(id);
    return QByteArray::fromRawData(name.data(), name.size());
}

char compactForm(HeaderId id)
{
    return id == HeaderId::Other || id >= HeaderId::Count ? '\0' : entries[size_t(id) - 1].compact;
}

} // namespace sip
