// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "request/composed_request.h"

#include <optional>

namespace sip {

/// What the builder cannot know from the composed request.
struct BuildFacts {
    Protocol protocol = Protocol::Udp;
    Endpoint local;                     ///< for Via sent-by and Contact
    QByteArray branch, fromTag, callId; ///< empty ones are drawn from random
    quint32 cseq = 1;
    QByteArray host = {}; ///< named in Via and Contact instead of local; empty: local
    QByteArray hostPort() const;
};

/// The complete first request (RFC 3261 8.1.1): the user's rows as they are, the missing ones filled in, in customary order.
/// A row the user gave is never changed except: a From without tag gets one, a Via or CSeq of the user is kept and marked by
/// lint. raw requests come back byte for byte. \param filled  if not null, receives the names of the rows that were filled in
/// (shown as such before sending)
Message buildRequest(const ComposedRequest &request, const BuildFacts &facts, Random &random,
                     QList<QByteArray> *filled = nullptr);

/// The same bytes with placeholders of the right length ("z9hG4bK...") for what is only known when sending: for the raw pane and
/// the exact octet count. \param local  where it will be sent from; its port must be known for the count to be exact
Message previewRequest(const ComposedRequest &request, const Endpoint &local, Protocol protocol,
                       QList<QByteArray> *filled = nullptr);

/// A new attempt of the same intent (R8.1.3.5-6, R22.2-2, R22.2-3): \a previous with CSeq + 1, a new top Via branch, and the
/// (Proxy-)Authorization rows replaced by those of \a plan. Every other octet stays.
/// \param cseq  the number the dialog of \a previous gives (R12.2.1.1-2); nullopt: CSeq + 1
Message buildRetry(const Message &previous, const QByteArray &branch, const AuthPlan &plan,
                   std::optional<quint32> cseq = std::nullopt);

/// \a request for another way than the one it was built for: our Via, with the branch it has, and our Contact for it. Rows that
/// \a composed gives itself stay. \param facts  of the way: protocol, local and host
Message readdressed(const Message &request, const ComposedRequest &composed, const BuildFacts &facts);

/// \a request with the (Proxy-)Authorization rows of \a plan in place of its own; every other octet stays.
Message withCredentials(const Message &request, const AuthPlan &plan);

/// CANCEL for an INVITE as sent (9.1: R9.1-2 to R9.1-6). \param reason  a Reason value, empty: none
Message buildCancel(const Message &invite, const QByteArray &reason);

/// ACK to a non-2xx final (17.1.1.3): from the INVITE as sent and the To of the response.
Message buildAckNon2xx(const Message &invite, const Message &response);

QByteArray newBranch(Random &random);    ///< magic cookie and 100 random bits (R8.1.1.7-2)
QByteArray newTag(Random &random);       ///< 50 bits (R19.3-1)
QByteArray newCallId(Random &random);    ///< 100 bits (R8.1.1.4-2)
QByteArray newLocalName(Random &random); ///< a host nobody can look up, for who can only be reached by what he opened (R7118-1)

inline const QList<QByteArray> supportedOptions{"100rel",
                                                "timer"}; ///< option tags of the extensions we speak as a client, lower case

/// What is known about a method: data, not a class per method.
struct MethodTraits {
    QByteArrayView name;
    bool invite = false;
    bool needsContact = false;    ///< exactly one, filled in (R8.1.1.8-1)
    bool refreshesTarget = false; ///< in a dialog, its Contact and that of its 2xx are the new targets (12.2)
    bool forbidsContact = false;  ///< MESSAGE (R3428.4-1)
    bool createsDialog = false;
    bool leavesState = false;  ///< what its 2xx grants expires and may be refreshed (RFC 3261 10, RFC 3903)
    bool subscribes = false;   ///< NOTIFYs follow (RFC 6665, RFC 3515)
    bool inDialogOnly = false; ///< BYE, PRACK, UPDATE, INFO: allowed outside with a mark
    bool cancellable = false;
    const char *oneAtATime = nullptr; ///< the rule, if a second one to the same URI waits for the answer to the first
};
const MethodTraits &methodTraits(QByteArrayView method); ///< unknown methods: all false

} // namespace sip
