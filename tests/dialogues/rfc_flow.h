// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/headers.h"
#include "message/parser.h"
#include "support/shared_data.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

/// One message of a call flow as its RFC prints it, but for what RfcFlow::replace changes.
struct RfcMessage {
    QByteArray id, from = {}, to = {}; ///< from and to: as the flow names its participants; may be empty
    bool ours = false;                 ///< sent by the participant that is played by our user agent
    bool resend = false;
    bool whole = true; ///< false: the RFC prints a part of it only
    sip::Message message = {};
};

/// Which flow of ../shared/data/rfc-flows.json, and who we are in it.
struct RfcFlow {
    QByteArray rfc, section;
    QByteArray us; ///< empty, where the RFC names nobody: who sends the first message, told by its tag
    /// "SECTION ID" each, in the order to be played; empty: all that this participant sends and receives. Where the RFC does not
    /// number the messages of a section, 1 is the first.
    QList<QByteArray> only;
    /// In start line and header rows, one after the other: hosts and placeholders become addresses and values.
    QList<std::pair<QByteArray, QByteArray>> replace;
};

inline sip::Message replacedIn(const QByteArray &raw, const RfcFlow &flow)
{
    const qsizetype end = raw.indexOf("\r\n\r\n") + 2;
    QByteArray head = raw.first(end);
    for (const auto &[name, value] : flow.replace)
        head.replace(name, value);
    return sip::parseMessage(head + raw.sliced(end), sip::Framing::Composed);
}

inline QJsonArray rfcFlows()
{
    return QJsonDocument::fromJson(sharedFile(QStringLiteral("rfc-flows.json")))[QLatin1String("flows")].toArray();
}

inline QList<QByteArray> rfcSections(const QByteArray &rfc)
{
    QList<QByteArray> sections;
    for (const QJsonValue one : rfcFlows())
        if (one[QLatin1String("rfc")].toString().toLatin1() == rfc)
            sections << one[QLatin1String("section")].toString().toLatin1();
    return sections;
}

/// Everything the RFC of \a flow prints, by "SECTION ID". \param order  the keys as printed
inline QMap<QByteArray, RfcMessage> rfcMessages(const RfcFlow &flow, QList<QByteArray> *order = nullptr)
{
    QMap<QByteArray, RfcMessage> all;
    for (const QJsonValue one : rfcFlows()) {
        if (one[QLatin1String("rfc")].toString().toLatin1() != flow.rfc)
            continue;
        const QByteArray section = one[QLatin1String("section")].toString().toLatin1();
        int number = 0;
        for (const QJsonValue value : one[QLatin1String("messages")].toArray()) {
            ++number;
            const auto text = [&value](const char *key) { return value[QLatin1String(key)].toString().toUtf8(); };
            RfcMessage message{.id = text("id"), .from = text("from"), .to = text("to")};
            message.resend = value[QLatin1String("retransmission_of")].isString();
            message.whole = value[QLatin1String("complete")].toBool();
            if (message.id.isEmpty())
                message.id = QByteArray::number(number);
            message.message = replacedIn(text("raw"), flow);
            all.insert(section + ' ' + message.id, message);
            if (order)
                order->append(section + ' ' + message.id);
        }
    }
    return all;
}

/// What our participant sends and receives.
inline QList<RfcMessage> rfcLeg(const RfcFlow &flow)
{
    QList<QByteArray> printed;
    const QMap<QByteArray, RfcMessage> all = rfcMessages(flow, &printed);
    QList<RfcMessage> leg;
    if (!flow.only.isEmpty()) {
        for (const QByteArray &key : flow.only)
            leg << all.value(key);
    } else {
        for (const QByteArray &key : std::as_const(printed))
            if (const RfcMessage one = all.value(key);
                key.startsWith(flow.section + ' ') && (one.from == flow.us || one.to == flow.us))
                leg << one;
    }
    const QByteArray tag = leg.isEmpty() ? QByteArray() : leg.first().message.fromTag().toByteArray();
    for (RfcMessage &one : leg)
        one.ours = flow.us.isEmpty() ? one.message.isRequest() == (one.message.fromTag() == tag) : one.from == flow.us;
    return leg;
}

/// What is compared of the messages that one side sent, in order.
class RfcFacts {
public:
    using Map = QMap<QByteArray, QByteArray>;
    Map of(const sip::Message &message)
    {
        using sip::HeaderId;
        Map facts{{"From", address(message.value(HeaderId::From))}, {"To", address(message.value(HeaderId::To))}};
        const auto add = [&facts](const QByteArray &name, const QByteArray &value) {
            if (!value.isEmpty())
                facts.insert(name, value);
        };
        QByteArray contact = message.contactUri().toByteArray();
        if (message.value(HeaderId::Contact).trimmed() == "*")
            contact = "*";
        add("Contact", contact);
        add("Content-Type", message.body().isEmpty() ? QByteArray() : message.value(HeaderId::ContentType));
        if (message.isResponse()) {
            for (const QByteArray &row : message.values(HeaderId::Via))
                facts["Via"] += sip::parseVia(row)->branch() + ' ';
            facts["CSeq"] = message.value(HeaderId::CSeq);
            add("Record-Route", list(message, HeaderId::RecordRoute));
            return facts;
        }
        facts["Request-URI"] = message.requestUri().toByteArray();
        add("Max-Forwards", message.value(HeaderId::MaxForwards));
        add("Route", list(message, HeaderId::Route));
        for (const HeaderId id : {HeaderId::Authorization, HeaderId::ProxyAuthorization})
            add(sip::headerName(id).toByteArray(), credentials(message.value(id)));
        for (const HeaderId id : {HeaderId::Expires, HeaderId::Event, HeaderId::ReferTo, HeaderId::ReferredBy})
            add(sip::headerName(id).toByteArray(), message.value(id));
        // Numbers in place of what everybody draws anew: the same one for the same text.
        const QByteArray callId = message.callId().toByteArray();
        facts["Call-ID"] = number(m_callIds, callId);
        if (const auto via = sip::parseVia(message.value(HeaderId::Via))) {
            facts["Via"] = via->transport;
            facts["branch"] = number(m_branches, via->branch());
        }
        if (!m_firstCSeq.contains(callId))
            m_firstCSeq.insert(callId, message.cseqNumber());
        facts["CSeq"] = "first + " + QByteArray::number(message.cseqNumber() - m_firstCSeq.value(callId)) + ' ' +
                        message.cseqMethod().toByteArray();
        return facts;
    }

    /// "Route: <sip:a;lr> instead of nothing", one for each fact that differs. \param whole  false: \a theirs does not say all
    static QList<QByteArray> differences(const Map &ours, const Map &theirs, bool whole)
    {
        Map names = ours;
        names.insert(theirs);
        QList<QByteArray> all;
        for (auto i = names.cbegin(); i != names.cend(); ++i)
            if (ours.value(i.key()) != theirs.value(i.key()) && (whole || theirs.contains(i.key())))
                all << i.key() + ": " + ours.value(i.key(), "nothing") + " instead of " + theirs.value(i.key(), "nothing");
        return all;
    }

private:
    static QByteArray address(const QByteArray &value)
    {
        const auto parsed = sip::parseNameAddr(value);
        return parsed ? parsed->uri.toBytes() + (parsed->tag().isEmpty() ? "" : " with tag") : value;
    }
    static QByteArray list(const sip::Message &message, sip::HeaderId id)
    {
        QList<QByteArray> all;
        for (const QByteArray &row : message.values(id))
            all += sip::splitList(row);
        return all.join(", ");
    }
    static QByteArray credentials(const QByteArray &value)
    {
        const auto parsed = sip::parseAuth(value);
        if (value.isEmpty() || !parsed)
            return value;
        QByteArray text = parsed->first().scheme;
        for (const char *name : {"username", "realm", "uri", "opaque"})
            if (const sip::AuthParam *const param = parsed->first().find(name))
                text += ' ' + param->name + '=' + param->value;
        return text;
    }
    static QByteArray number(QList<QByteArray> &known, const QByteArray &text)
    {
        if (!known.contains(text))
            known << text;
        return '#' + QByteArray::number(known.indexOf(text) + 1);
    }

    QList<QByteArray> m_callIds, m_branches;
    QHash<QByteArray, qint64> m_firstCSeq; ///< by Call-ID
};
