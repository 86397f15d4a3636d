// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fake_dns.h"
#include "support/simulated_run.h"

using namespace std::chrono_literals;

/// A user agent with a resolver: example.com has three servers over UDP, the last of them over TCP too.
struct NamedRun : SimulatedRun {
    FakeDns dns{clock};
    QHash<QByteArray, std::function<void(const FakeTransport::Sent &)>> servers; ///< what each host does; none: silence

    NamedRun()
    {
        core.setResolver(&dns);
        dns.delay = 20ms;
        dns.srv("_sip._udp.example.com", 10, 1, 5060, "one.example.com");
        dns.srv("_sip._udp.example.com", 20, 1, 5070, "two.example.com");
        dns.srv("_sip._udp.example.com", 30, 1, 5060, "three.example.com");
        dns.srv("_sip._tcp.example.com", 10, 1, 5080, "three.example.com");
        dns.a("one.example.com", "192.0.2.1");
        dns.a("two.example.com", "192.0.2.2");
        dns.a("three.example.com", "192.0.2.3");
        network.peer = [this](const FakeTransport::Sent &one) {
            if (const auto serve = servers.value(one.target.remote.hostText()))
                serve(one);
        };
    }
    ~NamedRun() { clients.clear(); }

    std::function<void(const FakeTransport::Sent &)> answers(int status)
    {
        return [this, status](const FakeTransport::Sent &one) {
            if (one.message.method() != "ACK")
                network.answer(one, status);
        };
    }
    static sip::ComposedRequest to(const QByteArray &target, const QByteArray &method = "OPTIONS")
    {
        sip::ComposedRequest request = compose(method, target);
        request.requestUri.clear();
        return request;
    }
    /// The first copy to each target, in order.
    QByteArrayList ways() const
    {
        QByteArrayList list;
        for (const FakeTransport::Sent &one : network.sent)
            if (one.number == 1 && one.message.method() != "ACK")
                list << sip::protocolName(one.target.protocol).toByteArray() + ':' + one.target.remote.text();
        return list;
    }
    QList<QByteArray> whys() const
    {
        QList<QByteArray> list;
        for (const auto &one : clients.front()->attempts())
            list << one.why;
        return list;
    }
    bool says(const QString &words, const char *rule = nullptr) const
    {
        const QList<sip::Note> notes = events<sip::Note>();
        return std::any_of(notes.cbegin(), notes.cend(), [&](const sip::Note &one) {
            return one.text.contains(words) && (!rule || qstrcmp(one.rule, rule) == 0);
        });
    }
};
