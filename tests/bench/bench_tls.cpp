// SPDX-License-Identifier: GPL-3.0-or-later
// What a TLS handshake costs with everything that is looked at, beside the same one of OpenSSL alone; and what 2,000 open
// connections hold.
#include "bench/process_figures.h"
#include "support/test_certificates.h"
#include "transport/tls_session.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <openssl/ssl.h>
#include <vector>

using namespace sip;

namespace {

/// Both ends in this process.
struct Ends {
    Ends(const std::shared_ptr<const TlsContext> &forClient, const std::shared_ptr<const TlsContext> &forServer)
        : client(forClient, "example.com"), server(forServer, {})
    {
        client.start();
        while (client.state() == TlsSession::State::Handshake || server.state() == TlsSession::State::Handshake) {
            server.feed(client.takeOutput());
            client.feed(server.takeOutput());
        }
    }
    TlsSession client, server;
};

/// The same with OpenSSL's own checks of chain and name.
bool bare(SSL_CTX *forClient, SSL_CTX *forServer)
{
    BIO *left = nullptr, *right = nullptr;
    BIO_new_bio_pair(&left, 0, &right, 0);
    SSL *const client = SSL_new(forClient), *const server = SSL_new(forServer);
    SSL_set_bio(client, left, left);
    SSL_set_bio(server, right, right);
    SSL_set_connect_state(client);
    SSL_set_accept_state(server);
    SSL_set_tlsext_host_name(client, "example.com");
    SSL_set1_host(client, "example.com");
    bool done = false;
    for (int turn = 0; turn < 10 && !done; ++turn) {
        const int there = SSL_do_handshake(client), back = SSL_do_handshake(server);
        done = there == 1 && back == 1;
    }
    SSL_free(client);
    SSL_free(server);
    return done;
}

std::shared_ptr<const TlsContext> made(const TlsSettings &settings, TlsContext::Role role)
{
    const auto context = TlsContext::make(settings, role);
    if (!context)
        qFatal("%s", qPrintable(context.error().detail));
    return *context;
}

} // namespace

int main()
{
    constexpr int handshakes = 1000, rounds = 5, held = 2000;
    const TestCertificates certificates;
    const TlsSettings server = certificates.named({"DNS:example.com"});
    const auto forClient = made(certificates.trusting(), TlsContext::Role::Client);
    const auto forServer = made(server, TlsContext::Role::Server);

    SSL_CTX *const bareClient = SSL_CTX_new(TLS_client_method()), *const bareServer = SSL_CTX_new(TLS_server_method());
    SSL_CTX_load_verify_file(bareClient, QFile::encodeName(certificates.ca).constData());
    SSL_CTX_set_verify(bareClient, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_use_certificate_chain_file(bareServer, QFile::encodeName(server.certificateFile).constData());
    SSL_CTX_use_PrivateKey_file(bareServer, QFile::encodeName(server.certificateFile).constData(), SSL_FILETYPE_PEM);

    double ours = 1e9, theirs = 1e9; // the best round of each
    for (int round = 0; round < rounds; ++round) {
        double began = cpuSeconds(RUSAGE_SELF);
        for (int i = 0; i < handshakes; ++i)
            if (Ends(forClient, forServer).client.state() != TlsSession::State::Open)
                qFatal("no handshake");
        ours = std::min(ours, cpuSeconds(RUSAGE_SELF) - began);
        began = cpuSeconds(RUSAGE_SELF);
        for (int i = 0; i < handshakes; ++i)
            if (!bare(bareClient, bareServer))
                qFatal("no bare handshake");
        theirs = std::min(theirs, cpuSeconds(RUSAGE_SELF) - began);
    }
    std::printf("handshakes a second, both ends on one core: %.0f, OpenSSL alone %.0f\n", handshakes / ours, handshakes / theirs);
    std::printf("RATIO tls.handshake_vs_openssl %.2f\n", ours / theirs);

    const qint64 before = heapBytes();
    std::vector<std::unique_ptr<Ends>> open;
    for (int i = 0; i < held; ++i)
        open.push_back(std::make_unique<Ends>(forClient, forServer));
    std::printf("%d connections: %.1f KiB for each (both ends)\n", held, double(heapBytes() - before) / held / 1024);
    SSL_CTX_free(bareClient);
    SSL_CTX_free(bareServer);
}
