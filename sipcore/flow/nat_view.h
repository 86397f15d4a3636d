// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"

#include <optional>

namespace diag {

/// One thing that follows from comparing where we are with where we are seen.
struct NatVerdict {
    enum class Weight : quint8 { Fine, Note, Warning };
    const char *id = ""; ///< stable: "none", "address-translated", "port-translated", "rport-not-answered", ...
    Weight weight = Weight::Fine;
    QString text; ///< a sentence
    const char *rule = "";
};

/// What one exchange says about address translation on the way: our addresses beside those the server saw. Nothing is changed.
struct NatView {
    quint64 requestSeq = 0, answerSeq = 0;
    sip::Path path;    ///< of the request: our socket, and the server
    QByteArray sentBy; ///< of our Via, as sent
    bool rportAsked = false;
    QByteArray received; ///< of our Via in the answer; empty: not there
    int rport = -1;      ///< likewise; -1: not there, 0: not filled in
    std::optional<sip::Endpoint>
        seen{};                   ///< where the server saw us, with what it did not say as sent; nullopt: a Via names a host
    QByteArray contact{};         ///< URI we sent; empty: none
    QByteArray echoed{};          ///< REGISTER: the binding that is, or stands for, our Contact; empty: none
    QByteArray publicContact{};   ///< the value of Contact with the address the server saw; empty: it is that already, or unknown
    QList<NatVerdict> verdicts{}; ///< most important first; never empty
};

/// The newest answer to a request of ours that went through nobody else's Via. \return nullopt: there is none
std::optional<NatView> natView(const Flow &flow);

/// The same for people: the facts, then the verdicts.
QStringList natLines(const NatView &view);

} // namespace diag
