// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/auth_planner.h"
#include "auth/challenge_list.h"

// What the planner says, in the words of the people who read it. No sentence ends in a full stop.
namespace sip::sentences {

QString shown(const QByteArray &text); ///< in double quotes

/// \param realm   all challenges of this header kind and realm with a known algorithm, \a chosen among them
/// \param cause  why it is answered again; empty: it is the first time
QString answered(const OfferedChallenge &chosen, const Credential &credential, const QList<OfferedChallenge *> &realm,
                 AuthPolicy::Choice choice, const QString &cause);
QString rejected(const DigestChallenge &challenge, const Credential &credential, const AuthPolicy &policy);
/// One line over all decisions.
QString summary(int status, const QList<OfferedChallenge> &all, bool retry);

/// "example.com", "a and b"
QString realms(const QList<AuthDecision> &decisions);

} // namespace sip::sentences
