// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_report.h"

#include "base/path_mtu.h"
#include "cli/connection_report.h"
#include "cli/dns_report.h"
#include "cli/json_text.h"
#include "cli/message_file.h"
#include "cli/nat_report.h"
#include "flow/capabilities.h"
#include "flow/refused_offer.h"
#include "flow/registration.h"
#include "flow/row_words.h"
#include "message/lint.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

using cli::text; // beside those below

QString text(const sip::TransportAddress &address)
{
    return text(sip::protocolName(address.protocol)) + u':' + text(address.remote.text());
}

QString text(diag::Origin origin)
{
    return origin == diag::Origin::Wire ? u"wire"_s : u"local"_s;
}

QString timerDid(const sip::TimerEvent &timer)
{
    using What = sip::TimerEvent::What;
    return timer.what == What::Fired ? u"fired"_s : timer.what == What::Started ? u"started"_s : u"stopped"_s;
}

void addMessage(const diag::LadderRow &row, QJsonObject &out)
{
    const auto *sent = row.event->as<sip::MessageSent>();
    const auto *received = row.event->as<sip::MessageReceived>();
    if (!sent && !received)
        return;
    const sip::Message &message = sent ? sent->message : received->message;
    const sip::Path &path = sent ? sent->path : received->path;
    out[u"transport"_s] = text(sip::protocolName(path.protocol));
    out[u"size"_s] = message.wire().size();
    const QByteArrayView method = message.isRequest() ? message.method() : message.cseqMethod();
    if (!method.isEmpty())
        out[u"method"_s] = text(method);
    if (received)
        out[u"fate"_s] = text(received->fate);
    if (sent) {
        out[u"send"_s] = row.send;
        out[u"planned"_s] = row.planned;
        if (sent->mtu > 0) {
            out[u"mtu"_s] = sent->mtu;
            out[u"packets"_s] = sip::packetsOf(message.wire().size(), sent->mtu, path.remote.isIPv4());
        }
    }
}

/// One side of an m= line; null: it has no such line.
QJsonValue sideObject(int line, const QList<sip::SessionDescription::Format> &formats, sip::MediaDirection direction, int ptime,
                      const QByteArray &address)
{
    if (line == 0)
        return {};
    QJsonArray codecs;
    for (const sip::SessionDescription::Format &format : formats)
        codecs.append(text(format.encoding.isEmpty() ? format.id : format.encoding));
    QJsonObject out{{u"line"_s, line},
                    {u"codecs"_s, codecs},
                    {u"direction"_s, text(sip::directionName(direction))},
                    {u"address"_s, text(address)}};
    if (ptime)
        out[u"ptime"_s] = ptime;
    return out;
}

/// The table of offer and answer, one object for each m= line.
QJsonArray mediaArray(const QList<sip::NegotiatedMedia> &table)
{
    QJsonArray out;
    for (const sip::NegotiatedMedia &media : table)
        out.append(QJsonObject{
            {u"kind"_s, text(media.kind)},
            {u"offer"_s, sideObject(media.offerLine, media.offered, media.offerDirection, media.offerPtime, media.offerAddress)},
            {u"answer"_s,
             sideObject(media.answerLine, media.answered, media.answerDirection, media.answerPtime, media.answerAddress)},
            {u"agreed"_s, array(media.agreed)},
            {u"refused"_s, media.refused},
            {u"summary"_s, media.summary},
            {u"problems"_s, QJsonArray::fromStringList(media.problems)}});
    return out;
}

void addSession(const diag::Flow &flow, const diag::LadderRow &row, QJsonObject &out)
{
    const auto by = [](bool us) { return us ? u"us"_s : u"peer"_s; };
    if (const auto *agreed = row.event->as<sip::SessionAgreed>())
        out[u"session"_s] =
            QJsonObject{{u"offered_by"_s, by(agreed->offeredByUs)},
                        {u"media"_s, mediaArray(sip::negotiated(sip::SessionDescription::parse(agreed->offer),
                                                                sip::SessionDescription::parse(agreed->answer)))}};
    const auto refused = diag::refusedOffer(flow.rows, *row.event);
    if (!refused)
        return;
    QJsonArray reasons;
    for (const sip::OfferRefusal &one : refused->why) {
        QJsonArray lines;
        for (const int line : one.lines)
            lines.append(line);
        reasons.append(QJsonObject{{u"lines"_s, lines}, {u"text"_s, one.text}});
    }
    out[u"refused_offer"_s] = QJsonObject{{u"row"_s, qint64(refused->offerSeq)},
                                          {u"offered_by"_s, by(refused->offeredByUs)},
                                          {u"reasons"_s, reasons},
                                          {u"media"_s, mediaArray(refused->table())}};
}

QJsonObject rowObject(const diag::Flow &flow, const diag::LadderRow &row)
{
    QJsonObject out;
    out[u"seq"_s] = qint64(row.seq);
    out[u"kind"_s] = text(diag::kindName(row.kind));
    out[u"at_us"_s] = qint64((row.at - flow.firstAt).count());
    out[u"wall_us"_s] = row.wallUs;
    if (row.toLane >= 0) {
        out[u"from"_s] = text(flow.lanes[row.fromLane].endpoint.text());
        out[u"to"_s] = text(flow.lanes[row.toLane].endpoint.text());
    }
    out[u"origin"_s] = text(row.origin);
    if (row.status)
        out[u"status"_s] = row.status;
    if (row.cause != sip::LocalCause::None)
        out[u"cause"_s] = text(sip::causeName(row.cause));
    if (const auto *timer = row.event->as<sip::TimerEvent>()) {
        out[u"timer"_s] = QString(QChar::fromLatin1(timer->name));
        out[u"what"_s] = timerDid(*timer);
    }
    addMessage(row, out);
    if (const auto *icmp = row.event->as<sip::IcmpReceived>(); icmp && icmp->error.pathMtu > 0)
        out[u"mtu"_s] = icmp->error.pathMtu;
    if (const auto *auth = row.event->as<sip::AuthPlanned>())
        out[auth->preemptive ? u"preemptive"_s : u"answered"_s] = auth->preemptive || auth->willRetry;
    addDns(*row.event, out);
    addConnection(*row.event, out);
    addSession(flow, row, out);
    out[u"summary"_s] = row.label;
    if (!row.detail.isEmpty())
        out[u"detail"_s] = row.detail;
    if (row.minor)
        out[u"minor"_s] = true;
    return out;
}

/// The rows of one attempt; 0: those that belong to none, or to one that was never made.
QJsonArray rows(const diag::Flow &flow, quint32 attempt)
{
    const auto made = [&flow](quint32 number) {
        return std::any_of(flow.attempts.cbegin(), flow.attempts.cend(),
                           [number](const diag::AttemptInfo &one) { return one.number == number; });
    };
    QJsonArray out;
    for (const diag::LadderRow &row : flow.rows) {
        if (row.context.attempt == attempt || (attempt == 0 && !made(row.context.attempt)))
            out.append(rowObject(flow, row));
    }
    return out;
}

QJsonObject attemptObject(const diag::Flow &flow, const diag::AttemptInfo &attempt)
{
    QJsonObject out{{u"n"_s, qint64(attempt.number)},     {u"why"_s, text(attempt.why)},
                    {u"method"_s, text(attempt.method)},  {u"ruri"_s, text(attempt.requestUri)},
                    {u"target"_s, text(attempt.target)},  {u"branch"_s, text(attempt.branch)},
                    {u"call_id"_s, text(attempt.callId)}, {u"sends"_s, attempt.sends}};
    if (attempt.status) {
        out[u"status"_s] = attempt.status;
        out[u"origin"_s] = text(attempt.origin);
    }
    out[u"rows"_s] = rows(flow, attempt.number);
    return out;
}

QString severity(diag::Finding::Severity value)
{
    using Severity = diag::Finding::Severity;
    return value == Severity::Error ? u"error"_s : value == Severity::Warning ? u"warning"_s : u"info"_s;
}

QJsonArray findings(const QList<diag::Finding> &all)
{
    QJsonArray out;
    for (const diag::Finding &finding : all) {
        QJsonArray evidence;
        for (const quint64 seq : finding.rows)
            evidence.append(qint64(seq));
        QJsonObject one{{u"rule"_s, text(finding.rule)},
                        {u"severity"_s, severity(finding.severity)},
                        {u"text"_s, finding.text},
                        {u"rows"_s, evidence}};
        if (finding.fix)
            one[u"fix"_s] = finding.fix->label;
        out.append(one);
    }
    return out;
}

QJsonObject registrationObject(const diag::Registration &registration)
{
    QJsonArray bindings;
    for (const diag::Binding &binding : registration.bindings) {
        QJsonObject one{{u"uri"_s, text(binding.uri)}, {u"ours"_s, binding.ours}};
        if (binding.expires >= 0)
            one[u"expires"_s] = binding.expires;
        const auto add = [&one](const QString &name, const QByteArray &value) {
            if (!value.isEmpty())
                one[name] = text(value);
        };
        add(u"q"_s, binding.q);
        add(u"instance"_s, binding.instance);
        add(u"reg_id"_s, binding.regId);
        add(u"pub_gruu"_s, binding.pubGruu);
        add(u"temp_gruu"_s, binding.tempGruu);
        bindings.append(one);
    }
    return {{u"aor"_s, text(registration.addressOfRecord)},
            {u"row"_s, qint64(registration.seq)},
            {u"bindings"_s, bindings},
            {u"path"_s, array(registration.path)},
            {u"service_route"_s, array(registration.serviceRoute)},
            {u"associated_uris"_s, array(registration.associatedUris)}};
}

QJsonObject dialogObject(const diag::DialogInfo &dialog)
{
    const sip::DialogFacts &facts = dialog.facts;
    QJsonObject out{{u"state"_s, QString::fromLatin1(stateName(facts.state)).toLower()},
                    {u"method"_s, text(dialog.method)},
                    {u"call_id"_s, text(facts.callId)},
                    {u"local_tag"_s, text(facts.localTag)},
                    {u"remote_tag"_s, text(facts.remoteTag)},
                    {u"local_cseq"_s, qint64(facts.localSequence)},
                    {u"remote_cseq"_s, facts.remoteSequence < 0 ? QJsonValue() : QJsonValue(facts.remoteSequence)},
                    {u"route_set"_s, array(facts.routeSet)},
                    {u"remote_target"_s, text(facts.remoteTarget)},
                    {u"target_source"_s, facts.targetSource},
                    {u"secure"_s, facts.secure}};
    if (!dialog.answer.isEmpty())
        out[u"media"_s] = mediaArray(
            sip::negotiated(sip::SessionDescription::parse(dialog.offer), sip::SessionDescription::parse(dialog.answer)));
    return out;
}

QJsonArray dialogs(const diag::Flow &flow)
{
    QJsonArray out;
    for (const diag::DialogInfo &dialog : flow.dialogs)
        out.append(dialogObject(dialog));
    return out;
}

/// A kind of row that is not stated is null, an empty one an empty list.
QJsonObject capabilitiesObject(const diag::Capabilities &capabilities)
{
    QJsonObject out{
        {u"status"_s, capabilities.status}, {u"method"_s, text(capabilities.method)}, {u"row"_s, qint64(capabilities.seq)}};
    QJsonObject headers;
    for (const diag::Capability &one : capabilities.headers)
        headers[text(one.name)] = one.stated ? QJsonValue(array(one.values)) : QJsonValue();
    out[u"headers"_s] = headers;
    QJsonArray media;
    for (const sip::SessionDescription::Media &one : capabilities.media) {
        QJsonArray codecs;
        for (const sip::SessionDescription::Format &format : one.formats)
            codecs.append(text(format.encoding.isEmpty() ? format.id : format.encoding));
        media.append(QJsonObject{{u"kind"_s, text(one.kind)}, {u"codecs"_s, codecs}});
    }
    if (capabilities.hasDescription)
        out[u"media"_s] = media;
    return out;
}

} // namespace

QJsonObject sendReport(const SendOutcome &outcome)
{
    const diag::Flow &flow = outcome.flow;
    QJsonObject result{{u"status"_s, flow.status},
                       {u"reason"_s, text(flow.reason)},
                       {u"origin"_s, text(flow.status ? flow.origin() : diag::Origin::Local)},
                       {u"exit"_s, int(outcome.exit)}};
    if (flow.cause != sip::LocalCause::None)
        result[u"cause"_s] = text(sip::causeName(flow.cause));
    QJsonArray attempts;
    for (const diag::AttemptInfo &attempt : flow.attempts)
        attempts.append(attemptObject(flow, attempt));
    QJsonObject report{
        {u"schema"_s, u"viatrace/1"_s},
        {u"request"_s, QJsonObject{{u"name"_s, flow.name}, {u"method"_s, text(flow.method)}, {u"target"_s, text(flow.target)}}},
        {u"result"_s, result},
        {u"attempts"_s, attempts},
        {u"rows"_s, rows(flow, 0)},
        {u"findings"_s, findings(outcome.findings)}};
    if (!flow.dialogs.isEmpty())
        report[u"dialogs"_s] = dialogs(flow);
    if (const auto registration = diag::registrationOf(flow))
        report[u"registration"_s] = registrationObject(*registration);
    if (const auto capabilities = diag::capabilitiesOf(flow))
        report[u"capabilities"_s] = capabilitiesObject(*capabilities);
    if (const auto nat = diag::natView(flow))
        report[u"nat"_s] = natObject(*nat);
    QJsonArray incoming;
    for (const diag::Flow &call : outcome.incoming) {
        QJsonArray sent;
        for (const diag::AttemptInfo &attempt : call.attempts)
            sent.append(attemptObject(call, attempt));
        incoming.append(QJsonObject{{u"method"_s, text(call.method)},
                                    {u"status"_s, call.status},
                                    {u"attempts"_s, sent},
                                    {u"rows"_s, rows(call, 0)},
                                    {u"dialogs"_s, dialogs(call)}});
    }
    if (!incoming.isEmpty())
        report[u"incoming"_s] = incoming;
    QJsonArray others;
    for (const diag::LadderRow &row : outcome.others.rows) {
        if (!row.minor)
            others.append(rowObject(outcome.others, row));
    }
    if (!others.isEmpty())
        report[u"other_traffic"_s] = others;
    if (flow.droppedRows) {
        report[u"dropped_rows"_s] = qint64(flow.droppedRows);
        report[u"dropped_octets"_s] = qint64(flow.droppedOctets);
    }
    return report;
}

QJsonObject messageReport(const QString &file, const sip::Message &message, const QList<sip::LintMark> &marks)
{
    QJsonArray out;
    for (const sip::LintMark &mark : marks) {
        const LineColumn place = placeOf(message.wire(), mark.offset);
        out.append(QJsonObject{{u"rule"_s, QString::fromLatin1(mark.rule)},
                               {u"severity"_s, severityName(mark.severity)},
                               {u"text"_s, mark.text},
                               {u"line"_s, place.line},
                               {u"column"_s, place.column},
                               {u"offset"_s, qint64(mark.offset)},
                               {u"length"_s, qint64(mark.length)}});
    }
    const sip::Verdict verdict = sip::verdict(message, marks);
    return {{u"schema"_s, u"viatrace/1"_s},
            {u"file"_s, file},
            {u"start_line"_s, text(message.startLine())},
            {u"verdict"_s, verdict == sip::Verdict::Good     ? u"good"_s
                           : verdict == sip::Verdict::Flawed ? u"flawed"_s
                                                             : u"unusable"_s},
            {u"findings"_s, out}};
}

} // namespace cli
