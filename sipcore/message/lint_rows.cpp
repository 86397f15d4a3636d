// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows a message must, may and must not have: RFC 3261 20 tables 2 and 3 and those of the later methods.
#include "base/words.h"
#include "message/lint_report.h"

#include <algorithm>
#include <iterator>

namespace sip::linting {
namespace {

struct MethodRow {
    const char *method;
    HeaderId id;
    const char *rule;
};

//= R6665.4.1.2.1-1 R6665.4.1.3-2 R3903.4-1 R3515.2.4.1-1 R3262.4-1
constexpr MethodRow methodRows[] = {
    {"SUBSCRIBE", HeaderId::Event, "R6665.4.1.2.1-1"},
    {"NOTIFY", HeaderId::Event, "R6665.4.1.2.1-1"},
    {"NOTIFY", HeaderId::SubscriptionState, "R6665.4.1.3-2"},
    {"PUBLISH", HeaderId::Event, "R3903.4-1"},
    {"REFER", HeaderId::ReferTo, "R3515.2.4.1-1"},
    {"PRACK", HeaderId::RAck, "R3262.4-1"},
};

constexpr HeaderId requestRows[] = {HeaderId::Via,    HeaderId::From, HeaderId::To,
                                    HeaderId::CallId, HeaderId::CSeq, HeaderId::MaxForwards};

struct StatusRow {
    int status;
    HeaderId id;
};
constexpr StatusRow statusRows[] = {
    {401, HeaderId::WwwAuthenticate}, {405, HeaderId::Allow}, {407, HeaderId::ProxyAuthenticate}, {420, HeaderId::Unsupported},
    {421, HeaderId::Require},         {422, HeaderId::MinSe}, {423, HeaderId::MinExpires},        {489, HeaderId::AllowEvents},
};

constexpr HeaderId essentialSingles[] = {HeaderId::CSeq, HeaderId::CallId,      HeaderId::From,
                                         HeaderId::To,   HeaderId::MaxForwards, HeaderId::ContentLength};
constexpr HeaderId otherSingles[] = {
    HeaderId::ContentDisposition,
    HeaderId::ContentType,
    HeaderId::Date,
    HeaderId::Event,
    HeaderId::Expires,
    HeaderId::FlowTimer,
    HeaderId::MimeVersion,
    HeaderId::MinExpires,
    HeaderId::MinSe,
    HeaderId::Organization,
    HeaderId::Priority,
    HeaderId::RAck,
    HeaderId::ReferSub,
    HeaderId::ReferTo,
    HeaderId::ReferredBy,
    HeaderId::Replaces,
    HeaderId::ReplyTo,
    HeaderId::RetryAfter,
    HeaderId::RSeq,
    HeaderId::Server,
    HeaderId::SessionExpires,
    HeaderId::SipEtag,
    HeaderId::SipIfMatch,
    HeaderId::Subject,
    HeaderId::SubscriptionState,
    HeaderId::Timestamp,
    HeaderId::UserAgent,
    HeaderId::Join,
    HeaderId::Identity,
    HeaderId::InfoPackage,
    HeaderId::Privacy,
};

constexpr HeaderId requestOnly[] = {
    HeaderId::AcceptContact,
    HeaderId::Authorization,
    HeaderId::InReplyTo,
    HeaderId::Join,
    HeaderId::MaxForwards,
    HeaderId::Priority,
    HeaderId::ProxyAuthorization,
    HeaderId::ProxyRequire,
    HeaderId::RAck,
    HeaderId::ReferTo,
    HeaderId::RejectContact,
    HeaderId::Replaces,
    HeaderId::Route,
    HeaderId::SipIfMatch,
    HeaderId::Subject,
    HeaderId::SubscriptionState,
};
constexpr HeaderId responseOnly[] = {
    HeaderId::AuthenticationInfo,
    HeaderId::ErrorInfo,
    HeaderId::FlowTimer,
    HeaderId::MinExpires,
    HeaderId::ProxyAuthenticate,
    HeaderId::ProxyAuthenticationInfo,
    HeaderId::RSeq,
    HeaderId::ServiceRoute,
    HeaderId::SipEtag,
    HeaderId::Unsupported,
    HeaderId::Warning,
    HeaderId::WwwAuthenticate,
};

template<size_t N> bool holds(const HeaderId (&list)[N], HeaderId id)
{
    return std::find(std::begin(list), std::end(list), id) != std::end(list);
}

QString missingText(HeaderId id, const QString &where)
{
    return Words::tr("%1 is missing; %2 must have it").arg(latin1(nameOf(id)), where);
}

/// \param where  for Words; \a detail stands at its %1
void require(Report &report, HeaderId id, const char *rule, const char *where, const QByteArrayView detail = {})
{
    if (report.m.has(id))
        return;
    const QString words = Words::tr(where);
    report.addMissing(Severity::Error, rule, missingText(id, detail.isNull() ? words : words.arg(latin1(detail))));
}

/// \param why  for Words
void forbid(Report &report, HeaderId id, Severity severity, const char *rule, const char *why)
{
    const qsizetype row = report.m.firstRow(id);
    if (row >= 0)
        report.add(severity, rule, Words::tr(why), report.m.name(report.m.header(row)));
}

void checkResponseRows(Report &report)
{
    const Message &m = report.m;
    for (const HeaderId id : requestRows)
        if (id != HeaderId::MaxForwards)
            require(report, id, "R20-1", QT_TRANSLATE_NOOP("core", "every response"));
    for (const StatusRow &row : statusRows)
        if (row.status == m.status())
            require(report, row.id, "R20-1", QT_TRANSLATE_NOOP("core", "a %1 response"), QByteArray::number(row.status));
    const bool reliable = m.status() > 100 && m.status() < 200 && m.value(HeaderId::Require).toLower().contains("100rel");
    if (reliable)
        require(report, HeaderId::RSeq, "R3262.4-1", QT_TRANSLATE_NOOP("core", "a reliable provisional response"));
    const bool makesDialog = m.cseqMethod() == QByteArrayView("INVITE") || m.cseqMethod() == QByteArrayView("SUBSCRIBE");
    if (makesDialog && m.status() / 100 == 2)
        require(report, HeaderId::Contact, "R20-1", QT_TRANSLATE_NOOP("core", "a 2xx response to %1"), m.cseqMethod());
}

//= R9.1-3 R9.1-6
void checkCancelRows(Report &report)
{
    forbid(report, HeaderId::Require, Severity::Error, "R9.1-6", QT_TRANSLATE_NOOP("core", "a CANCEL must not have Require"));
    forbid(report, HeaderId::ProxyRequire, Severity::Error, "R9.1-6",
           QT_TRANSLATE_NOOP("core", "a CANCEL must not have Proxy-Require"));
    int vias = 0;
    for (qsizetype i = 0; i < report.m.headerCount(); ++i) {
        const HeaderField &row = report.m.header(i);
        if (row.id != HeaderId::Via)
            continue;
        for (scan::Elements elements(report.m.rawValue(row)); elements.next();)
            if (++vias == 2)
                report.add(Severity::Error, "R9.1-3", Words::tr("a CANCEL goes one hop and has exactly one Via value"),
                           elements.element);
    }
}

} // namespace

//= R20-1 R8.1.1-1
void checkMandatoryRows(Report &report)
{
    const Message &m = report.m;
    if (m.isResponse()) {
        checkResponseRows(report);
        return;
    }
    for (const HeaderId id : requestRows)
        require(report, id, "R8.1.1-1", QT_TRANSLATE_NOOP("core", "every request"));
    for (const MethodRow &row : methodRows)
        if (m.method() == QByteArrayView(row.method))
            require(report, row.id, row.rule, row.method);
    if (m.method() == QByteArrayView("CANCEL"))
        checkCancelRows(report);
    //= R3428.4-1
    if (m.method() == QByteArrayView("MESSAGE"))
        forbid(report, HeaderId::Contact, Severity::Warning, "R3428.4-1",
               QT_TRANSLATE_NOOP("core", "a MESSAGE makes no dialog and must not have Contact"));
    //= R3428.4-2
    const bool stored = m.method() == QByteArrayView("MESSAGE") && m.has(HeaderId::Expires) && m.value(HeaderId::Expires) != "0";
    if (stored && !m.has(HeaderId::Date))
        report.addMissing(Severity::Warning, "R3428.4-2",
                          Words::tr("a MESSAGE with Expires should have Date, so that its age can be told"));
    //= R6086.4.2.1-1
    if (m.method() == QByteArrayView("INFO"))
        forbid(report, HeaderId::RecvInfo, Severity::Warning, "R6086.4.2.1-1",
               QT_TRANSLATE_NOOP("core", "an INFO must not have Recv-Info; what is taken is said when the call begins"));
    if (m.method() == QByteArrayView("PUBLISH") && !m.has(HeaderId::SipIfMatch) && m.body().isEmpty())
        report.addMissing(Severity::Warning, "R3903.4-1",
                          Words::tr("a first PUBLISH carries a body; without one it needs SIP-If-Match"));
}

//= R20-2
void checkSingleRows(Report &report)
{
    const Message &m = report.m;
    int counts[size_t(HeaderId::Count)] = {};
    for (qsizetype i = 0; i < m.headerCount(); ++i) {
        const HeaderField &row = m.header(i);
        const bool essential = holds(essentialSingles, row.id);
        if ((!essential && !holds(otherSingles, row.id)) || ++counts[size_t(row.id)] != 2)
            continue;
        report.add(essential ? Severity::Error : Severity::Warning, row.id == HeaderId::ReferTo ? "R3515.2.4.1-1" : "R20-2",
                   Words::tr("%1 stands more than once").arg(latin1(nameOf(row.id))), m.name(row));
    }
}

//= R7.3.2-1
void checkCategories(Report &report)
{
    const Message &m = report.m;
    for (qsizetype i = 0; i < m.headerCount(); ++i) {
        const HeaderField &row = m.header(i);
        const bool wrong = m.isRequest() ? holds(responseOnly, row.id) : holds(requestOnly, row.id);
        if (wrong)
            report.add(Severity::Warning, "R7.3.2-1",
                       m.isRequest()
                           ? Words::tr("%1 belongs into responses; in a request it is ignored").arg(latin1(nameOf(row.id)))
                           : Words::tr("%1 belongs into requests; in a response it is ignored").arg(latin1(nameOf(row.id))),
                       m.name(row));
    }
}

} // namespace sip::linting
