// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/request_templates.h"

#include "base/words.h"
#include "project/next_text.h"
#include "request/local_placeholder.h"
#include "request/request_builder.h"

#include <algorithm>

namespace diag {

namespace {

using namespace std::chrono_literals;
using sip::HeaderId;

// An offer every phone can answer; the address is of the documentation range, nothing will be sent to it.
const QByteArray sdpOffer = QByteArrayLiteral("v=0\r\n"
                                              "o=- 1 1 IN IP4 192.0.2.10\r\n"
                                              "s=-\r\n"
                                              "c=IN IP4 192.0.2.10\r\n"
                                              "t=0 0\r\n"
                                              "m=audio 40000 RTP/AVP 0 8 101\r\n"
                                              "a=rtpmap:0 PCMU/8000\r\n"
                                              "a=rtpmap:8 PCMA/8000\r\n"
                                              "a=rtpmap:101 telephone-event/8000\r\n"
                                              "a=sendrecv\r\n");
const QByteArray presence =
    QByteArrayLiteral("<?xml version=\"1.0\"?>\r\n"
                      "<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" entity=\"sip:alice@example.com\">\r\n"
                      "  <tuple id=\"t1\"><status><basic>open</basic></status></tuple>\r\n"
                      "</presence>\r\n");
const sip::ComposedRow sdpType{"Content-Type", "application/sdp"};

RequestTemplate call(const char *name, const char *title, const char *summary, const QList<QByteArray> &then = {},
                     const char *behaviour = "call")
{
    return {.name = name,
            .group = "Call",
            .title = title,
            .summary = summary,
            .method = "INVITE",
            .behaviour = behaviour,
            .rows = {sdpType},
            .body = sdpOffer,
            .then = then};
}

RequestTemplate subscription(const char *name, const char *title, const char *summary, const QByteArray &package,
                             const QByteArray &type)
{
    return {.name = name,
            .group = "Event",
            .title = title,
            .summary = summary,
            .method = "SUBSCRIBE",
            .behaviour = "presence",
            .rows = {{"Event", package}, {"Accept", type}, {"Expires", "600"}}};
}

QList<RequestTemplate> serverTemplates()
{
    RequestTemplate kept{.name = "register-keep",
                         .group = "Server",
                         .title = QT_TRANSLATE_NOOP("core", "REGISTER, kept"),
                         .summary = QT_TRANSLATE_NOOP("core", "Stay registered for two minutes, refreshed in time, and leave"),
                         .method = "REGISTER",
                         .behaviour = "nextnonce",
                         .rows = {{"Expires", "60"}},
                         .keepFor = 2min,
                         .toOneself = true};
    return {{.name = "options",
             .group = "Server",
             .title = "OPTIONS",
             .summary = QT_TRANSLATE_NOOP("core", "Ask what the other side can do, or whether it is there"),
             .method = "OPTIONS"},
            {.name = "register",
             .group = "Server",
             .title = "REGISTER",
             .summary = QT_TRANSLATE_NOOP(
                 "core", "Tell a registrar where a user can be reached; a challenge is answered with the password"),
             .method = "REGISTER",
             .behaviour = "auth:SHA-256,auth",
             .rows = {{"Expires", "300"}},
             .toOneself = true},
            kept,
            {.name = "query",
             .group = "Server",
             .title = QT_TRANSLATE_NOOP("core", "REGISTER, query"),
             .summary = QT_TRANSLATE_NOOP("core", "Ask a registrar where a user can be reached, and change nothing"),
             .method = "REGISTER",
             .behaviour = "auth:SHA-256,auth",
             .toOneself = true,
             .asksOnly = true},
            {.name = "unregister",
             .group = "Server",
             .title = QT_TRANSLATE_NOOP("core", "REGISTER, remove all"),
             .summary = QT_TRANSLATE_NOOP("core", "Remove every binding of a user at a registrar"),
             .method = "REGISTER",
             .behaviour = "auth:SHA-256,auth",
             .rows = {{"Contact", "*"}, {"Expires", "0"}},
             .toOneself = true}};
}

QList<RequestTemplate> callTemplates()
{
    RequestTemplate lateOffer = call("ack", QT_TRANSLATE_NOOP("core", "INVITE without offer (ACK answers)"),
                                     QT_TRANSLATE_NOOP("core", "Let the other side offer; the ACK brings the answer"));
    lateOffer.rows.clear();
    lateOffer.body.clear();
    RequestTemplate cancelled =
        call("cancel", QT_TRANSLATE_NOOP("core", "INVITE and CANCEL"),
             QT_TRANSLATE_NOOP("core", "Call, let it ring for two seconds, and CANCEL"), {}, "ring:60000");
    cancelled.ringLimit = 2s;
    RequestTemplate limited =
        call("session-timer", QT_TRANSLATE_NOOP("core", "INVITE with session timer"),
             QT_TRANSLATE_NOOP("core", "A call that somebody has to refresh every 90 seconds"), {}, "session-timer:90");
    limited.rows << sip::ComposedRow{"Session-Expires", "90"};
    limited.hangUpAfter = 3min;
    return {
        call("invite", "INVITE", QT_TRANSLATE_NOOP("core", "Start a call with an audio offer, and hang up two seconds later"), {},
             "ok"),
        lateOffer,
        call("bye", QT_TRANSLATE_NOOP("core", "INVITE and BYE"),
             QT_TRANSLATE_NOOP("core", "Call, and hang up one second after the call was taken"), {"1s BYE"}),
        cancelled,
        call("prack", QT_TRANSLATE_NOOP("core", "INVITE with PRACK"),
             QT_TRANSLATE_NOOP("core", "Call somebody who rings reliably: PRACK acknowledges every ringing"), {}, "prack"),
        call("update", QT_TRANSLATE_NOOP("core", "INVITE and UPDATE"),
             QT_TRANSLATE_NOOP("core", "Call, hold and resume by UPDATE, and hang up"),
             {"500ms hold UPDATE", "500ms resume UPDATE", "500ms BYE"}),
        call("hold", QT_TRANSLATE_NOOP("core", "INVITE, hold and resume"),
             QT_TRANSLATE_NOOP("core", "Call, hold and resume by re-INVITE, and hang up"),
             {"500ms hold", "500ms resume", "500ms BYE"}),
        call("info", QT_TRANSLATE_NOOP("core", "INVITE and INFO (DTMF)"),
             QT_TRANSLATE_NOOP("core", "Call, press three keys by INFO, and hang up"),
             {"500ms dtmf 1", "100ms dtmf 2", "100ms dtmf #", "500ms BYE"}),
        call("transfer", QT_TRANSLATE_NOOP("core", "INVITE and REFER (transfer)"),
             QT_TRANSLATE_NOOP("core", "Call, hold, send the other side on to a third, and hang up"),
             {"500ms hold", "REFER | Refer-To: <sip:carol@example.com>", "2s BYE"}),
        limited,
        {.name = "refer",
         .group = "Call",
         .title = "REFER",
         .summary = QT_TRANSLATE_NOOP("core", "Ask the other side to call someone else, and follow how that goes"),
         .method = "REFER",
         .behaviour = "refer",
         .rows = {{"Refer-To", "<sip:carol@example.com>"}}},
    };
}

QList<RequestTemplate> eventTemplates()
{
    const RequestTemplate publication{
        .name = "publish",
        .group = "Event",
        .title = "PUBLISH",
        .summary = QT_TRANSLATE_NOOP("core", "Tell a server one's own state, here of presence"),
        .method = "PUBLISH",
        .behaviour = "presence",
        .rows = {{"Event", "presence"}, {"Expires", "600"}, {"Content-Type", "application/pidf+xml"}},
        .body = presence,
        .toOneself = true};
    RequestTemplate kept = publication;
    kept.name = "publish-keep";
    kept.title = QT_TRANSLATE_NOOP("core", "PUBLISH, kept");
    kept.summary = QT_TRANSLATE_NOOP("core", "Publish presence, refresh it in time for two minutes, and take it back");
    kept.rows[1].value = "60";
    kept.keepFor = 2min;
    RequestTemplate bindings =
        subscription("subscribe-reg", "SUBSCRIBE reg", QT_TRANSLATE_NOOP("core", "Ask who is registered as a user (RFC 3680)"),
                     "reg", "application/reginfo+xml");
    bindings.toOneself = true;
    return {
        {.name = "message",
         .group = "Message",
         .title = "MESSAGE",
         .summary = QT_TRANSLATE_NOOP("core", "Send a text message"),
         .method = "MESSAGE",
         .rows = {{"Content-Type", "text/plain"}},
         .body = "Hello"},
        subscription("subscribe", "SUBSCRIBE presence", QT_TRANSLATE_NOOP("core", "Ask to be told whether somebody is there"),
                     "presence", "application/pidf+xml"),
        subscription("subscribe-dialog", "SUBSCRIBE dialog",
                     QT_TRANSLATE_NOOP("core", "Ask to be told of somebody's calls, as a lamp on a phone shows them (RFC 4235)"),
                     "dialog", "application/dialog-info+xml"),
        subscription("subscribe-mwi", "SUBSCRIBE message-summary",
                     QT_TRANSLATE_NOOP("core", "Ask whether messages wait in a mailbox (RFC 3842)"), "message-summary",
                     "application/simple-message-summary"),
        bindings,
        {.name = "notify",
         .group = "Event",
         .title = "NOTIFY message-summary",
         .summary = QT_TRANSLATE_NOOP("core", "Tell a phone, unasked, that messages wait"),
         .method = "NOTIFY",
         .rows = {{"Event", "message-summary"},
                  {"Subscription-State", "active"},
                  {"Content-Type", "application/simple-message-summary"}},
         .body = "Messages-Waiting: yes\r\nVoice-Message: 2/8\r\n"},
        publication,
        kept};
}

bool isAboutWho(const sip::ComposedRow &row)
{
    const HeaderId id = sip::headerId(row.name);
    return id == HeaderId::From || id == HeaderId::To || id == HeaderId::Contact || id == HeaderId::Route;
}

bool hasContact(const QList<sip::ComposedRow> &rows)
{
    return std::any_of(rows.begin(), rows.end(),
                       [](const sip::ComposedRow &row) { return sip::headerId(row.name) == HeaderId::Contact; });
}

} // namespace

const QList<RequestTemplate> &requestTemplates()
{
    static const QList<RequestTemplate> all = serverTemplates() + callTemplates() + eventTemplates();
    return all;
}

const RequestTemplate *findTemplate(const QByteArray &name)
{
    const QList<RequestTemplate> &all = requestTemplates();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&name](const RequestTemplate &one) { return name == one.name; });
    return found == all.cend() ? nullptr : &*found;
}

sip::ComposedRequest fromTemplate(const RequestTemplate &chosen, const sip::ComposedRequest &current)
{
    sip::ComposedRequest request = current;
    request.name.clear();
    request.method = chosen.method;
    request.raw = false;
    request.rawBytes.clear();
    request.requestUri.clear();
    request.rows.clear();
    const bool noContact = chosen.asksOnly || sip::methodTraits(request.method).forbidsContact || hasContact(chosen.rows);
    for (const sip::ComposedRow &row : current.rows) {
        if (isAboutWho(row) && !(noContact && sip::headerId(row.name) == HeaderId::Contact))
            request.rows << row;
    }
    // Without one it would only ask (RFC 3261 10.2).
    if (request.method == "REGISTER" && !hasContact(request.rows) && !noContact)
        request.rows << sip::ComposedRow{"Contact", sip::localContact(request)};
    request.rows += chosen.rows;
    request.body = chosen.body;
    request.ringLimit = chosen.ringLimit;
    request.hangUpAfter = chosen.hangUpAfter;
    request.keepFor = chosen.keepFor;
    request.then.clear();
    for (const QByteArray &line : chosen.then)
        if (const auto next = parseNext(line))
            request.then << *next;
    request.answers.clear();
    return request;
}

sip::ComposedRequest templateForFile(const RequestTemplate &chosen)
{
    const QByteArray whom = chosen.toOneself ? "1001" : "1002";
    sip::ComposedRequest base;
    base.target = "sip:{{domain}};transport=udp";
    base.credentials = {{{}, "1001", "{{secret:pw1001}}", {}, {}}};
    base.rows = {{"From", "<sip:1001@{{domain}}>"}, {"To", "<sip:" + whom + "@{{domain}}>"}, {"Contact", "<sip:1001@{{local}}>"}};
    sip::ComposedRequest request = fromTemplate(chosen, base);
    request.name = QString::fromLatin1(chosen.title);
    const bool toServer = request.method == "REGISTER" || request.method == "OPTIONS";
    request.requestUri = toServer ? QByteArray("sip:{{domain}}") : "sip:" + whom + "@{{domain}}";
    return request;
}

} // namespace diag
