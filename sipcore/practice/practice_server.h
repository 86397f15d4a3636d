// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/expected.h"
#include "timing/timer_values.h"

#include <QList>
#include <QObject>

#include <memory>
#include <optional>

namespace diag {

/// One way the practice server can behave. The list is the documentation: menus, --help and tests are made from it.
struct PracticeBehaviour {
    const char *name;       ///< "auth"
    const char *syntax;     ///< "auth:<alg>[,qop][,realm]"
    const char *example;    ///< "auth:SHA-256,auth"
    const char *summary;    ///< one sentence
    bool leadsAway = false; ///< what the caller sends next goes off this machine
};
const QList<PracticeBehaviour> &practiceBehaviours();

/// Keys of the practice accounts: test set 1 of 3GPP TS 35.208, known to everybody.
inline constexpr char practiceK[] = "465b5ce8b199b49faa5f0a2ee238a6bc";
inline constexpr char practiceOp[] = "cdc202d5123e20f62b6d676ac72cb318";

struct PracticeSettings {
    QByteArray behaviour = "ok";
    quint16 udpPort = 0, tcpPort = 0; ///< 0: any free; both 0: the same free number for both
    bool ipv6 = true;                 ///< also on ::1 when the machine has it
    bool tls = false;                 ///< also over TLS
    quint16 tlsPort = 0;              ///< 0: any free
    QByteArray tlsVariant = "good";   ///< of practiceTlsVariants()
    std::optional<quint16> wsPort = std::nullopt,
                           wssPort = std::nullopt; ///< also over WebSocket, and over TLS as above; 0: any free
    QByteArray wsVariant = "good";                 ///< of practiceWsVariants()
    QString certificateFolder = {};                ///< empty: practiceCertificateFolder()
    std::optional<quint16> dnsPort = std::nullopt; ///< also a DNS server for practice.invalid, see practiceNames(); 0: any free
    struct Account {
        QByteArray user, password, realm;
        QByteArray k = {}, op = {}; ///< hex, for the behaviour "aka"; empty: practiceK and practiceOp
    };
    sip::TimerValues timers = sip::TimerValues::rfc(); ///< of all its transactions; a client chooses its own
    QList<Account>
        accounts; ///< empty: 1001 and 1002, password s3cret, realm practice.invalid; the first one's realm is asked for
};

/// The built-in loopback peer: binds 127.0.0.1 and ::1 only, really checks digests with its own arithmetic, keeps bindings.
/// Lives on the thread it was moved to; all slots and signals carry values. stop() before that thread's event loop ends: sockets
/// are deleted from it.
class PracticeServer final : public QObject {
    Q_OBJECT
public:
    explicit PracticeServer(QObject *parent = nullptr);
    ~PracticeServer() override;

    /// \return the address it listens on (127.0.0.1 and the port; "refuse" returns a port with nothing behind);
    ///         Code::Syntax for an unknown behaviour (names the known ones) or keys that are not hex of their length, Code::Io
    ///         for a port in use
    sip::Expected<sip::Endpoint> start(const PracticeSettings &settings);
    /// While running; going to "refuse" and back keeps the ports and forgets the bindings. Code::Syntax, Code::Io as above.
    sip::Expected<bool> setBehaviour(const QByteArray &behaviour);
    void stop();
    sip::Endpoint tcpEndpoint() const;
    sip::Endpoint dnsEndpoint() const;                     ///< port 0: there is no DNS server
    sip::Endpoint tlsEndpoint() const;                     ///< port 0: it does no TLS
    sip::Endpoint wsEndpoint() const, wssEndpoint() const; ///< port 0: it has none
    int bindingCount() const;                              ///< REGISTERed contacts now

Q_SIGNALS:
    /// One request that was dealt with; comes from the event loop. \param from  "127.0.0.1:40312"
    /// \param answered  the final status; 0: silence. An ACK is not reported unless it was lost on purpose.
    void requestSeen(const QByteArray &method, const QByteArray &from, int answered); ///< answered 0: silence
    /// One request of the server itself, in a dialog, when its final answer came. \param answered  0: none came
    void requestSent(const QByteArray &method, const QByteArray &to, int answered);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace diag
