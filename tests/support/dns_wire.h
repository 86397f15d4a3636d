// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/dns_facts.h"

#include <QtEndian>

/// DNS messages written by hand, so that a test controls every octet.
namespace dnswire {

inline QByteArray two(int value)
{
    QByteArray octets(2, '\0');
    qToBigEndian(quint16(value), octets.data());
    return octets;
}

inline QByteArray four(quint32 value)
{
    QByteArray octets(4, '\0');
    qToBigEndian(value, octets.data());
    return octets;
}

inline QByteArray name(const QByteArray &text)
{
    QByteArray octets;
    if (text != "." && !text.isEmpty())
        for (const QByteArray &label : text.split('.'))
            octets += char(label.size()) + label;
    return octets + '\0';
}

inline QByteArray string(const QByteArray &text)
{
    return char(text.size()) + text;
}

/// One resource record. \param data  without its length
inline QByteArray record(const QByteArray &owner, int type, quint32 ttl, const QByteArray &data)
{
    return name(owner) + two(type) + two(1) + four(ttl) + two(int(data.size())) + data;
}
inline QByteArray a(const QByteArray &owner, quint32 ttl, const QByteArray &address)
{
    QByteArray octets;
    for (const QByteArray &one : address.split('.'))
        octets += char(one.toInt());
    return record(owner, 1, ttl, octets);
}
inline QByteArray cname(const QByteArray &owner, quint32 ttl, const QByteArray &target)
{
    return record(owner, 5, ttl, name(target));
}
inline QByteArray srv(const QByteArray &owner, quint32 ttl, int priority, int weight, int port, const QByteArray &target)
{
    return record(owner, 33, ttl, two(priority) + two(weight) + two(port) + name(target));
}
inline QByteArray naptr(const QByteArray &owner, quint32 ttl, int order, int preference, const QByteArray &flags,
                        const QByteArray &service, const QByteArray &expression, const QByteArray &replacement)
{
    return record(owner, 35, ttl,
                  two(order) + two(preference) + string(flags) + string(service) + string(expression) + name(replacement));
}
inline QByteArray soa(const QByteArray &owner, quint32 ttl, quint32 minimum)
{
    return record(owner, 6, ttl,
                  name("ns.example.com") + name("host.example.com") + four(1) + four(2) + four(3) + four(4) + four(minimum));
}

inline constexpr int answer = 0x8180, truncated = 0x0200, formErr = 1, servFail = 2, nxDomain = 3, refused = 5;

/// A whole message to the question \a name, \a type. \param flags  with the response code
inline QByteArray message(int id, const QByteArray &question, int type, const QList<QByteArray> &answers,
                          const QList<QByteArray> &authorities = {}, int flags = answer)
{
    return two(id) + two(flags) + two(1) + two(int(answers.size())) + two(int(authorities.size())) + two(0) + name(question) +
           two(type) + two(1) + answers.join() + authorities.join();
}

/// What a query asks.
struct Query {
    int id = 0;
    QByteArray name;
    int type = 0;
};
inline Query read(const QByteArray &wire)
{
    Query query;
    query.id = qFromBigEndian<quint16>(wire.constData());
    qsizetype at = 12;
    while (at < wire.size() && wire[at] != 0) {
        query.name += (query.name.isEmpty() ? "" : ".") + wire.mid(at + 1, quint8(wire[at]));
        at += quint8(wire[at]) + 1;
    }
    query.type = qFromBigEndian<quint16>(wire.constData() + at + 1);
    return query;
}

} // namespace dnswire
