// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <random>
#include <vector>

/// A mix of twelve everyday messages, 547 to 1,300 octets, with identifiers that differ: what a signalling tool reads all day.
class MessageCorpus {
public:
    static std::vector<QByteArray> make(int variants)
    {
        MessageCorpus corpus;
        for (int i = 0; i < variants; ++i)
            corpus.addOneOfEach();
        // Shuffled, so that the branch predictor cannot learn the order.
        std::shuffle(corpus.m_all.begin(), corpus.m_all.end(), corpus.m_random);
        return corpus.m_all;
    }

private:
    QByteArray hex(int digits)
    {
        QByteArray out;
        while (out.size() < digits)
            out += "0123456789abcdef"[m_random() % 16];
        return out;
    }
    QByteArray number(unsigned below) { return QByteArray::number(uint(m_random() % below)); }
    QByteArray address() { return "192.0.2." + number(255); }
    QByteArray via() { return "Via: SIP/2.0/UDP " + address() + ":5060;branch=z9hG4bK" + hex(20) + ";rport\r\n"; }
    QByteArray sdp()
    {
        const QByteArray host = address();
        return "v=0\r\no=alice " + number(99999999) + " 1 IN IP4 " + host + "\r\ns=call\r\nc=IN IP4 " + host +
               "\r\nt=0 0\r\nm=audio " + number(65000) +
               " RTP/AVP 8 0 9 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:9 G722/8000\r\n"
               "a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-16\r\na=ptime:20\r\na=sendrecv\r\n";
    }
    QByteArray credentials(const QByteArray &uri)
    {
        return "Digest username=\"alice\", realm=\"example.com\", nonce=\"" + hex(32) + "\", uri=\"" + uri + "\", response=\"" +
               hex(32) + "\", algorithm=MD5, cnonce=\"" + hex(8) + "\", opaque=\"" + hex(16) + "\", qop=auth, nc=00000001\r\n";
    }
    void add(const QByteArray &head, const QByteArray &body = {}, const QByteArray &type = {})
    {
        m_all.push_back(head + (type.isEmpty() ? QByteArray() : "Content-Type: " + type + "\r\n") +
                        "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    void addOneOfEach()
    {
        const QByteArray allow = "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE, REFER, NOTIFY, INFO, MESSAGE\r\n";
        const QByteArray agent = "User-Agent: ExamplePhone/4.2 (build 5031)\r\n";
        const QByteArray forwards = "Max-Forwards: 70\r\n";
        const QByteArray from = "From: \"Alice A\" <sip:alice@example.com>;tag=" + hex(10) + "\r\n";
        const QByteArray fresh = "To: <sip:bob@example.com;user=phone>\r\n";
        const QByteArray to = "To: <sip:bob@example.com;user=phone>;tag=" + hex(10) + "\r\n";
        const QByteArray id = "Call-ID: " + hex(32) + '@' + address() + "\r\n";
        const QByteArray contact = "Contact: <sip:alice@" + address() + ":5060;transport=udp>\r\n";
        const auto cseq = [this](const char *method) { return "CSeq: " + number(9999) + ' ' + method + "\r\n"; };
        add("INVITE sip:bob@example.com;user=phone SIP/2.0\r\n" + via() + forwards + from + fresh + id + cseq("INVITE") +
                contact + allow + "Supported: replaces, 100rel, timer, outbound\r\nSession-Expires: 1800\r\nMin-SE: 90\r\n" +
                agent,
            sdp(), "application/sdp");
        add("SIP/2.0 200 OK\r\n" + via() + "Record-Route: <sip:192.0.2.1;lr;did=" + hex(6) + ">\r\n" + from + to + id +
                cseq("INVITE") + contact + allow + "Supported: timer\r\nRequire: timer\r\nServer: ExampleGW/9.1\r\n",
            sdp(), "application/sdp");
        add("REGISTER sip:example.com SIP/2.0\r\n" + via() + forwards + from + fresh + id + cseq("REGISTER") +
            "Contact: <sip:alice@192.0.2.4:5060>;expires=3600;+sip.instance=\"<urn:uuid:" + hex(32) + ">\";reg-id=1\r\n" +
            "Authorization: " + credentials("sip:example.com") + "Supported: path, outbound, gruu\r\n" + allow + agent);
        add("SIP/2.0 401 Unauthorized\r\n" + via() + from + to + id + cseq("REGISTER") +
            "WWW-Authenticate: Digest realm=\"example.com\", nonce=\"" + hex(40) + "\", algorithm=MD5, qop=\"auth\"\r\n" +
            "Server: ExampleProxy (3.4.1 (x86_64/linux))\r\n");
        add("MESSAGE sip:bob@example.com SIP/2.0\r\n" + via() + forwards + from + fresh + id + cseq("MESSAGE") + agent +
                "Date: Fri, 07 Jun 2024 10:20:30 GMT\r\n",
            "A short page-mode message " + hex(24), "text/plain;charset=UTF-8");
        add("NOTIFY sip:bob@192.0.2.9:5060 SIP/2.0\r\n" + via() + via() + "Max-Forwards: 69\r\n" + from + to + id +
                cseq("NOTIFY") + contact + "Event: presence;id=81\r\nSubscription-State: active;expires=599\r\n" + agent,
            "<?xml version=\"1.0\"?><presence entity=\"" + hex(300) + "\"/>", "application/pidf+xml");
        add("INVITE sip:bob@192.0.2.9 SIP/2.0\r\nv: SIP/2.0/TCP 192.0.2.8:5060;branch=z9hG4bK" + hex(12) + "\r\n" + forwards +
                "f: <sip:alice@example.com>;tag=" + hex(8) + "\r\nt: <sip:bob@example.com>\r\ni: " + hex(30) + "\r\n" +
                cseq("INVITE") + "m: <sip:alice@192.0.2.8;transport=tcp>\r\nk: timer, 100rel\r\ns: project call\r\n",
            sdp(), "application/sdp");
        add("OPTIONS sip:bob@192.0.2.9 SIP/2.0\r\nVia: SIP/2.0/UDP\r\n 192.0.2.8:5060\r\n ;branch=z9hG4bK" + hex(16) +
            "\r\n\t;rport\r\n" + forwards + "From: \"Folded\r\n Name\" <sip:alice@example.com>\r\n ;tag=" + hex(8) + "\r\n" +
            fresh + id + "CSeq:  5\r\n  OPTIONS\r\n" + contact + "Accept: application/sdp,\r\n text/plain\r\n" + agent +
            "Subject: a long subject that\r\n  continues on\r\n  three lines\r\n");
        add("SIP/2.0 180 Ringing\r\n" + via() + via() + via() + via() + via() + "Record-Route: <sip:192.0.2.2;lr>\r\n" +
            "Record-Route: <sip:192.0.2.3;lr>\r\n" + from + to + id + cseq("INVITE") + contact +
            "Require: 100rel\r\nRSeq: 7\r\n" + allow);
        add("ACK sip:bob@192.0.2.9:5080 SIP/2.0\r\n" + via() + "Route: <sip:192.0.2.2;lr;did=" + hex(6) + ">\r\n" + forwards +
            from + to + id + cseq("ACK") + agent);
        add("BYE sip:bob@192.0.2.9:5080 SIP/2.0\r\n" + via() + "Route: <sip:192.0.2.2;lr>\r\n" + forwards + from + to + id +
            cseq("BYE") + "Proxy-Authorization: " + credentials("sip:bob@192.0.2.9:5080") +
            "Reason: Q.850;cause=16;text=\"Normal call clearing\"\r\nX-Stat: PS=" + number(9999) + ",OS=" + number(9999) +
            "\r\n" + agent);
        add("SUBSCRIBE sip:bob@example.com SIP/2.0\r\n" + via() + forwards + from + fresh + id + cseq("SUBSCRIBE") + contact +
            "Event: dialog\r\nAccept: application/dialog-info+xml, multipart/related\r\nExpires: 600\r\n" +
            "P-Asserted-Identity: <sip:alice@example.com>\r\nP-Access-Network-Info: IEEE-802.11\r\n" + agent);
    }

    std::mt19937 m_random{20240607};
    std::vector<QByteArray> m_all;
};
