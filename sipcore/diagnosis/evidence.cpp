// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/evidence.h"

#include "flow/row_words.h"

#include <QHash>

namespace diag {
namespace {

constexpr qsizetype KeptRows = 8;
constexpr size_t RecentExchanges = 32;

QByteArray keyOf(QByteArrayView branch, QByteArrayView method)
{
    return branch.toByteArray() + ' ' + method.toByteArray();
}

void keep(QList<const LadderRow *> &rows, const LadderRow &row)
{
    if (rows.size() < KeptRows)
        rows.append(&row);
}

} // namespace

const sip::Message &Exchange::request() const
{
    return sent->event->as<sip::MessageSent>()->message;
}

const sip::Path &Exchange::path() const
{
    return sent->event->as<sip::MessageSent>()->path;
}

const sip::Message &Exchange::answer() const
{
    return final->event->as<sip::MessageReceived>()->message;
}

Evidence::Evidence(const Flow &of, const sip::ComposedRequest *submitted) : flow(of), request(submitted)
{
    QHash<QByteArray, size_t> byKey;
    QHash<sip::TransactionId, size_t> byTransaction;
    for (const LadderRow &row : flow.rows) {
        if (!row.event)
            continue;
        if (const auto *sent = row.event->as<sip::MessageSent>()) {
            const sip::Message &message = sent->message;
            // What was typed by hand need not be readable as a request, yet it is one that was sent.
            if (message.isResponse() || message.method() == "ACK")
                continue;
            const QByteArray key = keyOf(message.branch(), message.method());
            const auto known = byKey.constFind(key);
            if (known == byKey.cend()) {
                byKey.insert(key, exchanges.size());
                if (row.context.transaction)
                    byTransaction.insert(row.context.transaction, exchanges.size());
                exchanges.push_back({.sent = &row, .copies = 1, .lastCopy = &row});
            } else {
                Exchange &exchange = exchanges[*known];
                ++exchange.copies;
                exchange.lastCopy = &row;
            }
        } else if (const auto *received = row.event->as<sip::MessageReceived>()) {
            using Fate = sip::MessageReceived::Fate;
            const sip::Message &message = received->message;
            if (received->fate == Fate::Late || received->fate == Fate::Stray || received->fate == Fate::Dropped) {
                ++oddCount;
                keep(odd, row);
            }
            const auto known = byKey.constFind(keyOf(message.branch(), message.cseqMethod()));
            if (!message.isResponse() || known == byKey.cend())
                continue;
            Exchange &exchange = exchanges[*known];
            const bool isFinal = message.status() >= 200;
            if (received->fate == Fate::Late && isFinal && !exchange.late)
                exchange.late = &row;
            else if (received->fate == Fate::Delivered && isFinal && !exchange.final)
                exchange.final = &row;
            else if (received->fate == Fate::Delivered && !isFinal && !exchange.provisional)
                exchange.provisional = &row;
        } else if (row.event->as<sip::IcmpReceived>()) {
            keep(icmp, row);
        } else if (row.event->as<sip::LocalStatus>()) {
            local = &row;
        }
    }
    const QByteArrayView method =
        !flow.method.isEmpty() || exchanges.empty() ? QByteArrayView(flow.method) : exchanges.front().request().method();
    for (const Exchange &exchange : exchanges)
        if (exchange.request().method() == method)
            main = &exchange;
    if (!main && !exchanges.empty())
        main = &exchanges.back();
    if (local) {
        const auto at = byTransaction.constFind(local->context.transaction);
        localOf = at != byTransaction.cend() ? &exchanges[*at] : main;
    }
}

bool Evidence::isMain(const Exchange &exchange) const
{
    return main && exchange.request().method() == main->request().method();
}

std::span<const Exchange> Evidence::recent() const
{
    const std::span<const Exchange> all(exchanges);
    return all.last(std::min(all.size(), RecentExchanges));
}

const sip::Message *messageOf(const LadderRow &row)
{
    if (!row.event)
        return nullptr;
    if (const auto *sent = row.event->as<sip::MessageSent>())
        return &sent->message;
    if (const auto *received = row.event->as<sip::MessageReceived>())
        return &received->message;
    return nullptr;
}

const sip::LocalStatus *localStatusOf(const LadderRow &row)
{
    return row.event ? row.event->as<sip::LocalStatus>() : nullptr;
}

QString quote(QByteArrayView bytes)
{
    return QLatin1Char('"') + words::shown(bytes, 120) + QLatin1Char('"');
}

QString word(QByteArrayView bytes)
{
    return words::shown(bytes, 120);
}

QString statusText(const sip::Message &response)
{
    return words::startLine(response);
}

QString place(sip::Protocol protocol, const sip::Endpoint &remote)
{
    return QString::fromLatin1(sip::protocolName(protocol)) + QLatin1Char(':') + QString::fromLatin1(remote.text());
}

QString place(const sip::Path &path)
{
    return place(path.protocol, path.remote);
}

} // namespace diag
