// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/revision.h"

#include "base/words.h"
#include "message/headers.h"
#include "request/request_builder.h"

#include <algorithm>

namespace sip {

namespace {

//= R4028.7.3-1 the largest Min-SE seen is kept, and Session-Expires is not below it
std::optional<Revision> longerSession(const Message &request, const Message &response, QString *problem)
{
    const auto least = parseSessionExpires(response.value(HeaderId::MinSe));
    if (!least) {
        *problem = Words::tr("this 422 has no Min-SE that could be read: it does not say how long a session has to be");
        return std::nullopt;
    }
    quint32 seconds = least->seconds;
    if (const auto before = parseSessionExpires(request.value(HeaderId::MinSe)))
        seconds = std::max(seconds, before->seconds);
    const auto asked = parseSessionExpires(request.value(HeaderId::SessionExpires));
    const quint32 interval = std::max(seconds, asked ? asked->seconds : 0);
    if (asked && asked->seconds >= least->seconds && request.has(HeaderId::MinSe)) {
        *problem =
            Words::tr("422 although Session-Expires %1 is not below its Min-SE %2").arg(asked->seconds).arg(least->seconds);
        return std::nullopt;
    }
    const QByteArray refresher = asked && !asked->refresher.isEmpty() ? ";refresher=" + asked->refresher : QByteArray();
    return Revision{
        .why = "session interval",
        .text = Words::tr("again with Session-Expires %1, as the 422 asks").arg(interval),
        .rule = "R4028.7.3-1",
        .requestUri = {},
        .set = {{"Session-Expires", QByteArray::number(interval) + refresher}, {"Min-SE", QByteArray::number(seconds)}},
        .remove = {}};
}

//= R10.2.8-1
//= R3903.5-2
std::optional<Revision> longerExpiry(const Message &request, const Message &response, QString *problem)
{
    const auto least = parseNumber(response.value(HeaderId::MinExpires).trimmed(), 0xffffffff, "R10.2.8-1");
    if (!least || *least == 0) {
        *problem = Words::tr("this 423 has no Min-Expires that could be read: it does not say how long is long enough");
        return std::nullopt;
    }
    const QByteArray number = QByteArray::number(*least);
    Revision revision{.why = "min expires",
                      .text = Words::tr("again with Expires %1, as the 423 asks").arg(*least),
                      .rule = "R10.2.8-1",
                      .requestUri = {},
                      .set = {{"Expires", number}},
                      .remove = {}};
    bool longEnough = false;
    if (const auto expires = parseNumber(request.value(HeaderId::Expires).trimmed(), 0xffffffff, "R10.2.8-1"))
        longEnough = *expires >= *least;
    // A Contact with an interval of its own would win over Expires.
    for (const QByteArray &row : request.values(HeaderId::Contact)) {
        auto contacts = parseContacts(row);
        if (!contacts)
            continue;
        QByteArray value;
        bool changed = false;
        for (Contact &contact : *contacts) {
            if (contact.expires() >= 0) {
                longEnough = contact.expires() >= qint64(*least);
                for (Param &param : contact.address.params)
                    if (param.name.compare("expires", Qt::CaseInsensitive) == 0)
                        param.value = number;
                changed = true;
            }
            value += (value.isEmpty() ? "" : ", ") + writeNameAddr(contact.address);
        }
        if (changed)
            revision.set << ComposedRow{"Contact", value};
    }
    if (longEnough) {
        *problem = Words::tr("423 although the interval is not below its Min-Expires %1").arg(*least);
        return std::nullopt;
    }
    return revision;
}

} // namespace

//= R8.1.3.5-6
Message revise(const Message &previous, const Revision &revision, const QByteArray &branch, quint32 cseq)
{
    // Without the credentials: they were worked out for the request as it was.
    MessageDraft draft = MessageDraft::from(buildRetry(previous, branch, {}, cseq));
    if (!revision.requestUri.isEmpty())
        draft.setRequestUri(revision.requestUri);
    for (const HeaderId id : revision.remove)
        draft.remove(id);
    for (const ComposedRow &row : revision.set) {
        const HeaderId id = headerId(row.name);
        if (id != HeaderId::Other)
            draft.set(id, row.value);
        else
            draft.append(row.name, row.value);
    }
    if (revision.withoutBody) {
        draft.body.clear();
        for (const HeaderId id :
             {HeaderId::ContentType, HeaderId::ContentEncoding, HeaderId::ContentDisposition, HeaderId::ContentLanguage})
            draft.remove(id);
    }
    draft.remove(HeaderId::ContentLength); // written last, with the size there is
    return draft.toMessage();
}

std::optional<Revision> revisionFor(const Message &request, const Message &response, QString *problem)
{
    switch (response.status()) {
    case 422: return longerSession(request, response, problem);
    case 423: return longerExpiry(request, response, problem);
    default: return std::nullopt;
    }
}

} // namespace sip
