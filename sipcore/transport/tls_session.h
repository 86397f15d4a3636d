// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/tls_facts.h"
#include "transport/sip_identity.h"
#include "transport/tls_context.h"
#include "transport/tls_words.h"

struct ssl_st;
struct ssl_ctx_st;
struct bio_st;
struct x509_store_ctx_st;

namespace sip {

/// One side of one TLS connection without a socket: octets of the wire in and out, octets of SIP out and in. Checks the peer's
/// certificate inside the handshake, so that it is ended, with the alert that says why, before anything of SIP is sent.
class TlsSession {
public:
    enum class State : quint8 {
        Handshake,
        Open,
        Closed, ///< by the peer, in good order
        Failed, ///< see verdict().problem, and problem()
    };

    /// \param domain  what the peer's certificate is to be for; as a server empty
    TlsSession(std::shared_ptr<const TlsContext> context, const QByteArray &domain, NameRule rule = NameRule::Sip);
    ~TlsSession();
    TlsSession(const TlsSession &) = delete;
    TlsSession &operator=(const TlsSession &) = delete;

    void start();                        ///< as a client: the first octets are to be taken
    void feed(QByteArrayView octets);    ///< came from the peer
    QByteArray takeOutput();             ///< to be sent to the peer
    QByteArray takePlain();              ///< what the peer sent, decrypted
    void write(const QByteArray &plain); ///< only when Open
    void close();                        ///< says goodbye to the peer, once
    /// The connection ended, or time was up, in the middle of the handshake.
    void giveUp(const QString &problem);

    State state() const { return m_state; }
    const TlsContext &context() const { return *m_context; }
    const QByteArray &domain() const { return m_verdict.domain; }
    /// Of the handshake; path and duration are for the owner to fill in. Complete once the handshake is over.
    const TlsVerdict &verdict() const { return m_verdict; }
    const QString &problem() const { return m_problem; } ///< why it failed, a sentence about "the peer"
    bool isGoodFor(const QByteArray &domain) const;      ///< is the peer's certificate one of this domain too?

    static void prepare(ssl_ctx_st *context); ///< the callbacks a session needs

private:
    static TlsSession *of(const ssl_st *ssl);
    void advance();
    void handshakeDone();
    void fail();
    bool verify(x509_store_ctx_st *store);
    void weigh();
    bool readStaple();
    void noteAlert(int alert, bool byPeer);

    const std::shared_ptr<const TlsContext> m_context;
    const QByteArray m_applications; ///< for ALPN, as on the wire; empty: not used
    const NameRule m_names;
    ssl_st *m_ssl;
    bio_st *m_in, *m_out; ///< owned by m_ssl
    State m_state = State::Handshake;
    TlsVerdict m_verdict;
    QString m_problem;
    QByteArray m_plain;
    QList<ChainFlaw> m_flaws;
    bool m_said = false; ///< goodbye
};

} // namespace sip
