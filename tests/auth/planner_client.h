// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/auth_planner.h"
#include "message/message_draft.h"
#include "message/parser.h"

// What the tests of the planner share: challenges, credentials, and a client in small.
namespace planner {

using namespace sip;

inline const QByteArray md5A = "WWW-Authenticate: Digest realm=\"a\", nonce=\"n1\", qop=\"auth\"";
inline const QByteArray shaA = "WWW-Authenticate: Digest realm=\"a\", nonce=\"n2\", algorithm=SHA-256, qop=\"auth\"";
inline const QByteArray proxyB = "Proxy-Authenticate: Digest realm=\"b\", nonce=\"p1\", qop=\"auth\"";

inline Credential credential(const QByteArray &realm, const QByteArray &username = "alice", const QByteArray &password = "secret")
{
    Credential c;
    c.realm = realm;
    c.username = username;
    c.password = password;
    return c;
}

/// 3GPP test set 1 (TS 35.208): K and OP with the SQN that its AUTN is above.
inline Credential subscriber(const QByteArray &realm)
{
    Credential c = credential(realm, "alice", {});
    c.subscriber.k = "465b5ce8b199b49faa5f0a2ee238a6bc";
    c.subscriber.op = "cdc202d5123e20f62b6d676ac72cb318";
    return c;
}
inline const QByteArray testSetNonce =
    "I1U8vpY3qJ0hiuZNrke/NVXzKLQ1d7m5Sp/6w1Tfr7M="; ///< RAND and AUTN of that set, SQN ff9bb4d0b607

inline Credential token(const QByteArray &realm, const QByteArray &value)
{
    Credential c;
    c.realm = realm;
    c.token = value;
    return c;
}

inline Message requestOf(const QByteArray &method = "OPTIONS", const QByteArray &body = {},
                         const QByteArray &uri = "sip:bob@Example.COM;transport=udp")
{
    return parseMessage(method + ' ' + uri +
                        " SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKa\r\nFrom: <sip:alice@example.com>;tag=1\r\n"
                        "To: <sip:bob@example.com>\r\nCall-ID: c\r\nCSeq: 1 " +
                        method + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

inline Message responseOf(const QList<QByteArray> &rows, int status = 401)
{
    return parseMessage("SIP/2.0 " + QByteArray::number(status) + " Challenge\r\n" + rows.join("\r\n") + "\r\n\r\n");
}

inline QByteArray directive(const AuthPlan::Row &row, const char *name)
{
    const auto values = parseAuth(row.value);
    const AuthParam *param = values && !values->isEmpty() ? values->first().find(name) : nullptr;
    return param ? param->value : QByteArray();
}

/// What the server would compute, from the words on the wire and the password alone.
inline bool isRight(const AuthPlan::Row &row, const Message &request, const QByteArray &username, const QByteArray &password,
                    const QByteArray &sessionCnonce = {})
{
    const auto values = parseAuth(row.value);
    const auto sent = digestCredentials(values->first());
    if (!sent)
        return false;
    DigestInput input = sent->input;
    input.username = username;
    input.password = password;
    input.method = request.method().toByteArray();
    input.body = request.body().toByteArray();
    input.sessionCnonce = sessionCnonce;
    return computeDigest(input).response == sent->response;
}

/// A client in small: keeps credentials, history and the request last sent.
struct Client {
    Message request = requestOf();
    QList<Credential> credentials{credential("a"), credential("b", "alice", "other secret")};
    AuthPolicy policy;
    AuthHistory history;
    SeededRandom random{1};
    Protocol protocol = Protocol::Udp;

    AuthPlan challenge(const QList<QByteArray> &rows, int status = 401)
    {
        AuthPlan plan = planAuthentication(responseOf(rows, status), request, credentials, policy, history, random, protocol);
        history = plan.history;
        if (!plan.retry)
            return plan;
        MessageDraft draft = MessageDraft::from(request);
        draft.remove(HeaderId::Authorization);
        draft.remove(HeaderId::ProxyAuthorization);
        for (const AuthPlan::Row &row : plan.rows)
            draft.append(row.header, row.value);
        request = draft.toMessage();
        return plan;
    }
};

} // namespace planner
