// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/templates.h"

#include "request/local_placeholder.h"
#include "request/request_builder.h"

#include <algorithm>

namespace ui {

namespace {

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

bool isAboutWho(const sip::ComposedRow &row)
{
    const HeaderId id = sip::headerId(row.name);
    return id == HeaderId::From || id == HeaderId::To || id == HeaderId::Contact || id == HeaderId::Route;
}

} // namespace

const QList<RequestTemplate> &requestTemplates()
{
    static const QList<RequestTemplate> all = {
        {"OPTIONS", "Ask what the other side can do, or whether it is there", {}, {}},
        {"REGISTER", "Tell a registrar where a user can be reached", {{"Expires", "300"}}, {}},
        {"INVITE", "Start a call, with an audio offer", {{"Content-Type", "application/sdp"}}, sdpOffer},
        {"MESSAGE", "Send a text message", {{"Content-Type", "text/plain"}}, "Hello"},
        {"SUBSCRIBE", "Ask to be told about changes, here of presence", {{"Event", "presence"}, {"Expires", "600"}}, {}},
        {"PUBLISH",
         "Tell a server one's own state, here of presence",
         {{"Event", "presence"}, {"Expires", "600"}, {"Content-Type", "application/pidf+xml"}},
         "<?xml version=\"1.0\"?>\r\n"
         "<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" entity=\"sip:alice@example.com\">\r\n"
         "  <tuple id=\"t1\"><status><basic>open</basic></status></tuple>\r\n"
         "</presence>\r\n"},
        {"NOTIFY", "Tell a subscriber about a change", {{"Event", "presence"}, {"Subscription-State", "active;expires=600"}}, {}},
        {"INFO",
         "Send something inside a call, here one key",
         {{"Content-Type", "application/dtmf-relay"}},
         "Signal=1\r\nDuration=160\r\n"},
        {"REFER", "Ask the other side to call someone else", {{"Refer-To", "<sip:carol@example.com>"}}, {}},
        {"UPDATE", "Change a call that is being set up", {}, {}},
        {"PRACK", "Acknowledge a provisional answer", {{"RAck", "1 1 INVITE"}}, {}},
        {"BYE", "End a call", {}, {}},
    };
    return all;
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
    const bool noContact = sip::methodTraits(request.method).forbidsContact;
    for (const sip::ComposedRow &row : current.rows) {
        if (isAboutWho(row) && !(noContact && sip::headerId(row.name) == HeaderId::Contact))
            request.rows << row;
    }
    const bool hasContact = std::any_of(request.rows.begin(), request.rows.end(),
                                        [](const sip::ComposedRow &row) { return sip::headerId(row.name) == HeaderId::Contact; });
    if (request.method == "REGISTER" && !hasContact) // without one it would only ask (RFC 3261 10.2)
        request.rows << sip::ComposedRow{"Contact", sip::localContact(request)};
    request.rows += chosen.rows;
    request.body = chosen.body;
    return request;
}

} // namespace ui
