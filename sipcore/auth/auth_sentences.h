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
/// What a Bearer challenge says about the token it wants, to hang on to a sentence; may be empty.
QString bearerTerms(const AuthDecision &decision);
/// \param chosen  the realm offered something else too
QString tokenSent(const AuthDecision &decision, const Credential &credential, bool chosen);
/// One line over answers nobody asked for; empty when there is none.
QString preemptive(const QList<AuthDecision> &decisions);
/// One line over all decisions.
QString summary(int status, const QList<OfferedChallenge> &all, bool retry);

} // namespace sip::sentences
