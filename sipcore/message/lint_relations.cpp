// SPDX-License-Identifier: GPL-3.0-or-later
// What must fit together inside one message: Request-URI, CSeq, branch, tags, contacts, body.
#include "base/words.h"
#include "message/headers.h"
#include "message/lint_report.h"

namespace sip::linting {
namespace {

using View = QByteArrayView;

constexpr View cookie = "z9hG4bK";

bool isSips(View uri)
{
    return scan::equalsIgnoringCase(scan::splitUri(uri).scheme, "sips");
}

void checkRegisterUri(Report &report, const scan::Uri &uri)
{
    //= R10.2-1
    if (!uri.user.isNull())
        report.add(Severity::Error, "R10.2-1",
                   Words::tr("the Request-URI of a REGISTER is the registrar's domain, without a user"), uri.user);
    //= R10.2-2
    const View to = scan::splitNameAddr(rawFirst(report.m, HeaderId::To)).uri;
    if (!to.isEmpty() && !scan::splitUri(to).isSip)
        report.add(Severity::Warning, "R10.2-2", Words::tr("the To of a REGISTER should be a sip or sips URI"), to);
}

void checkTag(Report &report, HeaderId id, Severity severity, const char *rule, const QString &text)
{
    const View value = rawFirst(report.m, id);
    const auto address = parseNameAddr(value);
    if (address && address->tag().isEmpty()) // a value that cannot be read has its mark already
        report.add(severity, rule, text, value);
}

void checkCSeq(Report &report)
{
    const Message &m = report.m;
    const View value = rawFirst(m, HeaderId::CSeq);
    //= R20.16-1 senders keep it below 2^31
    if (m.cseqNumber() > 0x7fffffff)
        report.add(Severity::Error, "R20.16-1", Words::tr("the CSeq number must be below 2147483648"),
                   scan::between(value.begin(), value.begin() + QByteArray::number(m.cseqNumber()).size()));
    //= R8.1.1.5-1
    const View method = m.cseqMethod();
    if (m.isRequest() && !method.isEmpty() && method != m.method())
        report.add(Severity::Error, "R8.1.1.5-1",
                   Words::tr("CSeq names the method %1, the request line %2").arg(latin1(method), latin1(m.method())), method);
}

void checkBranch(Report &report)
{
    const View via = rawFirst(report.m, HeaderId::Via);
    if (via.isEmpty())
        return;
    const View branch = report.m.branch();
    if (branch == cookie) {
        //= R4475.3.2.1-1
        report.add(Severity::Error, "R4475.3.2.1-1",
                   Words::tr("the branch is only the cookie z9hG4bK, which identifies no transaction"), branch);
    } else if (branch.isEmpty()) {
        //= R8.1.1.7-2
        report.add(Severity::Warning, "R8.1.1.7-2", Words::tr("the top Via has no branch: the peer is older than RFC 3261"), via);
    } else if (!branch.startsWith(cookie)) {
        report.add(Severity::Warning, "R8.1.1.7-2",
                   Words::tr("the branch does not begin with z9hG4bK: the peer is older than RFC 3261"), branch);
    }
}

/// The values of all Contact rows, in order.
QList<View> contactValues(const Message &m)
{
    QList<View> all;
    for (qsizetype i = 0; i < m.headerCount(); ++i)
        if (m.header(i).id == HeaderId::Contact)
            for (scan::Elements elements(m.rawValue(m.header(i))); elements.next();)
                all += elements.element;
    return all;
}

bool needsOneContact(View method)
{
    for (const char *name : {"INVITE", "SUBSCRIBE", "REFER", "NOTIFY", "UPDATE"})
        if (method == View(name))
            return true;
    return false;
}

//= R8.1.1.8-1
void checkOneContact(Report &report, const QList<View> &contacts)
{
    const QString method = latin1(report.m.method());
    if (contacts.isEmpty())
        report.addMissing(Severity::Error, "R8.1.1.8-1", Words::tr("Contact is missing; %1 must have exactly one").arg(method));
    else if (contacts.size() > 1)
        report.add(Severity::Error, "R8.1.1.8-1", Words::tr("%1 must have exactly one Contact").arg(method), contacts[1]);
}

void checkSipsContact(Report &report, const QList<View> &contacts)
{
    const Message &m = report.m;
    const View uri = contacts.isEmpty() ? View() : scan::splitNameAddr(contacts.first()).uri;
    if (uri.isEmpty() || !scan::splitUri(uri).isSip || isSips(uri))
        return;
    const View route = scan::splitNameAddr(rawFirst(m, HeaderId::Route)).uri;
    //= R8.1.1.8-2
    if (needsOneContact(m.method()) && (isSips(m.requestUri()) || isSips(route)))
        report.add(Severity::Error, "R8.1.1.8-2", Words::tr("the request goes to a sips URI, so its Contact must be a sips URI"),
                   uri);
    //= R10.2.1-1
    const View to = scan::splitNameAddr(rawFirst(m, HeaderId::To)).uri;
    if (m.method() == View("REGISTER") && isSips(to))
        report.add(Severity::Warning, "R10.2.1-1", Words::tr("a sips address should be registered with a sips Contact"), uri);
}

//= R10.2.2-1
void checkStar(Report &report, const QList<View> &contacts)
{
    const View star = "*";
    for (const View contact : contacts) {
        if (contact != star)
            continue;
        const bool removal = report.m.method() == View("REGISTER") && report.m.value(HeaderId::Expires) == "0";
        if (!removal || contacts.size() > 1)
            report.add(Severity::Error, "R10.2.2-1",
                       Words::tr("Contact: * stands alone in a REGISTER with Expires: 0, and nowhere else"), contact);
        return;
    }
}

} // namespace

void checkRequestUri(Report &report)
{
    const Message &m = report.m;
    if (!m.isRequest())
        return;
    const View text = m.requestUri();
    if (text.startsWith('<')) {
        report.add(Severity::Error, "R7.1-3", Words::tr("the Request-URI must not be in angle brackets"), text);
        return;
    }
    const auto parsed = Uri::parse(text);
    if (!parsed) {
        // The parser has marked white space already.
        if (text.contains(' ') || text.contains('\t'))
            return;
        const qsizetype at = qBound<qsizetype>(0, parsed.error().offset, text.size());
        report.add(Severity::Error, parsed.error().rule, QLatin1StringView("Request-URI: ") + parsed.error().detail,
                   text.sliced(at));
        return;
    }
    const scan::Uri uri = scan::splitUri(text);
    //= R19.1.1-1 headers and the method parameter have no place in a Request-URI
    if (!uri.headers.isNull())
        report.add(Severity::Error, "R19.1.1-1", Words::tr("a Request-URI must not have headers"),
                   scan::between(uri.headers.begin() - 1, uri.headers.end()));
    if (const View method = scan::param(uri.params, "method"); !method.isNull())
        report.add(Severity::Warning, "R19.1.1-1", Words::tr("a Request-URI must not have a method parameter"),
                   method.isEmpty() ? uri.params : method);
    if (m.method() == View("REGISTER"))
        checkRegisterUri(report, uri);
}

void checkTransaction(Report &report)
{
    checkCSeq(report);
    checkBranch(report);
    //= R8.1.1.3-1
    checkTag(report, HeaderId::From, report.m.isRequest() ? Severity::Error : Severity::Warning, "R8.1.1.3-1",
             Words::tr("From has no tag"));
    //= R12.1.2-4 an answer without To tag is taken, and shown
    if (report.m.status() > 100)
        checkTag(report, HeaderId::To, Severity::Warning, "R12.1.2-4",
                 Words::tr("To has no tag; every response but 100 should have one"));
}

void checkContacts(Report &report)
{
    const QList<View> contacts = contactValues(report.m);
    if (report.m.isRequest()) {
        if (needsOneContact(report.m.method()))
            checkOneContact(report, contacts);
        checkSipsContact(report, contacts);
    }
    checkStar(report, contacts);
}

//= R7.4.1-1
void checkBody(Report &report)
{
    if (!report.m.body().isEmpty() && !report.m.has(HeaderId::ContentType))
        report.addMissing(Severity::Error, "R7.4.1-1", Words::tr("Content-Type is missing; a body must have one"));
}

} // namespace sip::linting
