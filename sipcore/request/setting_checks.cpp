// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/setting_checks.h"

#include "base/words.h"
#include "message/headers.h"
#include "message/parser.h"
#include "request/request_builder.h"
#include "request/target.h"

#include <algorithm>

namespace sip {

namespace {

using Setting = RequestSetting;

QByteArray methodOf(const ComposedRequest &request)
{
    return request.raw ? parseMessage(request.rawBytes, Framing::Composed).method().toByteArray() : request.method;
}

/// A REGISTER without Contact asks, one with "*" removes: neither leaves anything (10.2.1, 10.2.2).
bool bindsNothing(const ComposedRequest &request)
{
    return !request.raw && std::none_of(request.rows.cbegin(), request.rows.cend(), [](const ComposedRow &row) {
        return !row.muted && headerId(row.name) == HeaderId::Contact && row.value.trimmed() != "*";
    });
}

bool isUsual(const ComposedRequest &request, Setting setting)
{
    const ComposedRequest usual;
    switch (setting) {
    case Setting::RingLimit: return request.ringLimit == usual.ringLimit;
    case Setting::HangUpAfter: return request.hangUpAfter == usual.hangUpAfter;
    case Setting::KeepFor: return request.keepFor == usual.keepFor;
    case Setting::OnExit: return request.removeOnExit;
    case Setting::Then: return request.then.isEmpty();
    case Setting::Answers: return request.answers.isEmpty();
    case Setting::ForceUdp: return !request.forceUdp;
    case Setting::KeepAlive: return request.keepAlive == usual.keepAlive || request.keepAlive.when == KeepAliveSetting::When::Off;
    }
    return true;
}

QString keepObjection(const ComposedRequest &request, const QByteArray &method)
{
    if (!methodTraits(method).leavesState)
        return Words::tr("only what REGISTER and PUBLISH leave at a server can be kept; leave it out for %1")
            .arg(QString::fromUtf8(method));
    if (method == "REGISTER" && bindsNothing(request))
        return Words::tr("this REGISTER binds nothing that could be kept; give it a Contact");
    return {};
}

/// A flow is kept for what lasts.
QString aliveObjection(const ComposedRequest &request, const QByteArray &method, bool kept)
{
    const MethodTraits &traits = methodTraits(method);
    if (traits.leavesState && !kept)
        return Words::tr("%1 needs its flow only while it is kept; it goes with keep-for").arg(QString::fromUtf8(method));
    if (!traits.leavesState && !traits.createsDialog)
        return Words::tr("nothing of %1 lasts that would need its flow; leave it out").arg(QString::fromUtf8(method));
    if (request.raw && request.keepAlive.when == KeepAliveSetting::When::Ask)
        return Words::tr("bytes are sent as typed: write \";keep\" into their Via instead");
    return {};
}

QString udpObjection(const ComposedRequest &request)
{
    const auto hop = nextHop(request);
    if (!hop || hop->isName() || hop->address.protocol == Protocol::Udp)
        return {};
    return Words::tr("the request goes over %1 (%2); leave one of the two out")
        .arg(QString::fromLatin1(viaName(hop->address.protocol)), hop->why);
}

} // namespace

QByteArrayView settingName(RequestSetting setting)
{
    switch (setting) {
    case Setting::RingLimit: return "ring-limit";
    case Setting::HangUpAfter: return "hang-up-after";
    case Setting::KeepFor: return "keep-for";
    case Setting::OnExit: return "on-exit";
    case Setting::Then: return "then";
    case Setting::Answers: return "answers";
    case Setting::ForceUdp: return "force-udp";
    case Setting::KeepAlive: return "keep-alive";
    }
    return {};
}

QString objection(const ComposedRequest &request, RequestSetting setting)
{
    const QByteArray method = methodOf(request);
    if (method.isEmpty() || method.contains("{{"))
        return {};
    const QString shown = QString::fromUtf8(method);
    const bool dialog = methodTraits(method).createsDialog;
    const bool kept = request.keepFor != Instant::zero() && keepObjection(request, method).isEmpty();
    switch (setting) {
    case Setting::RingLimit:
        return method == "INVITE" ? QString() : Words::tr("only an INVITE rings; leave it out for %1").arg(shown);
    case Setting::HangUpAfter: // what a REFER watches ends with the request that was referred
        return method == "INVITE" || method == "SUBSCRIBE" || (method == "REGISTER" && kept && !request.answers.isEmpty())
                   ? QString()
                   : Words::tr("only a call or a subscription can be hung up; leave it out for %1").arg(shown);
    case Setting::KeepFor: return keepObjection(request, method);
    case Setting::OnExit:
        return kept ? QString() : Words::tr("nothing is kept that could be removed or left; it goes with keep-for");
    case Setting::Then:
        return dialog ? QString() : Words::tr("%1 makes no dialog in which anything could follow; leave it out").arg(shown);
    case Setting::Answers:
        if (dialog || (method == "REGISTER" && kept))
            return {};
        return method == "REGISTER" ? Words::tr("REGISTER takes calls only while it is kept; it goes with keep-for")
                                    : Words::tr("%1 makes no dialog in which the peer could ask; leave it out").arg(shown);
    case Setting::ForceUdp: return udpObjection(request);
    case Setting::KeepAlive: return aliveObjection(request, method, kept);
    }
    return {};
}

QList<RequestSetting> uselessSettings(const ComposedRequest &request)
{
    QList<RequestSetting> all;
    for (const Setting setting : {Setting::RingLimit, Setting::HangUpAfter, Setting::KeepFor, Setting::OnExit, Setting::Then,
                                  Setting::Answers, Setting::ForceUdp, Setting::KeepAlive})
        if (!isUsual(request, setting) && !objection(request, setting).isEmpty())
            all << setting;
    return all;
}

} // namespace sip
