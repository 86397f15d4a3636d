// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/option_checks.h"

#include "cli/request_options.h"
#include "message/headers.h"
#include "request/setting_checks.h"
#include "request/target.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// A query is a REGISTER that binds nothing.
Failure checkQuery(const RequestOptions &options, const sip::ComposedRequest &request)
{
    if (!options.query)
        return std::nullopt;
    if (request.method != "REGISTER")
        return u"--query asks a registrar for bindings: it goes with REGISTER only"_s;
    if (!options.keepFor.empty() || !options.onExit.empty() || !options.answers.empty())
        return u"--query changes nothing, so that there is nothing to keep, to remove or to be called at; leave one of the two out"_s;
    const bool hasContact = std::any_of(request.rows.cbegin(), request.rows.cend(), [](const sip::ComposedRow &row) {
        return !row.muted && sip::headerId(row.name) == sip::HeaderId::Contact;
    });
    if (hasContact)
        return u"--query is a REGISTER without Contact; leave --query or the Contact out"_s;
    return std::nullopt;
}

} // namespace

Failure checkCredentials(const RequestOptions &options, const sip::ComposedRequest &request)
{
    const bool fromFile = options.what.size() == 1;
    const bool named = !options.user.empty() || !options.authUser.empty();
    const bool any = named || options.bearer || options.anonymous || !request.credentials.isEmpty();
    struct Needs {
        const char *option;
        bool given;
    };
    if (!options.realm.empty() && !named && !options.bearer && !options.anonymous)
        return u"--realm says for which realm a credential is: give one too, with --user, --auth-user, --bearer or --anonymous"_s;
    for (const Needs &one :
         {Needs{"--digest-uri", !options.digestUri.empty()}, Needs{"--auth-choice", !options.authChoice.empty()},
          Needs{"--auth-scheme", !options.authScheme.empty()}, Needs{"--auth-int", options.authInt}})
        if (one.given && !any)
            return u"%1 decides how a challenge is answered: give a credential too, e.g. with --user"_s.arg(
                QLatin1String(one.option));
    if (!fromFile && options.authScheme == "bearer" && !options.bearer)
        return u"--auth-scheme bearer needs --bearer, an access token to answer with"_s;
    if (options.authScheme == "digest" && options.bearer)
        return u"--auth-scheme digest would never use the token of --bearer; leave one of the two out"_s;
    if (!options.digestUri.empty() && options.bearer)
        return u"--digest-uri is of Digest, and --bearer answers without one; leave one of the two out"_s;
    if (options.anonymous && !options.authUser.empty())
        return u"--anonymous answers as user anonymous, --auth-user as another; leave one of the two out"_s;
    if (options.passwordFromStdin && options.anonymous)
        return u"--anonymous answers with an empty password: --password-stdin has none to give"_s;
    if (options.passwordFromStdin && !fromFile && !named && !options.bearer)
        return u"--password-stdin: say whose password it is, with --user or --auth-user"_s;
    return std::nullopt;
}

Failure checkUse(const RequestOptions &options, const sip::ComposedRequest &request)
{
    if (Failure failure = checkQuery(options, request))
        return failure;
    using Setting = sip::RequestSetting;
    struct Given {
        Setting setting;
        bool given;
    };
    for (const Given &one :
         {Given{Setting::RingLimit, !options.ringLimit.empty()}, Given{Setting::HangUpAfter, !options.hangUpAfter.empty()},
          Given{Setting::KeepFor, !options.keepFor.empty()}, Given{Setting::OnExit, !options.onExit.empty()},
          Given{Setting::Then, !options.then.empty()}, Given{Setting::Answers, !options.answers.empty()},
          Given{Setting::ForceUdp, options.forceUdp}, Given{Setting::KeepAlive, !options.keepAlive.empty()}}) {
        const QString why = one.given ? sip::objection(request, one.setting) : QString();
        const QString name = one.setting == Setting::Answers ? u"answer"_s : QString::fromLatin1(sip::settingName(one.setting));
        if (!why.isEmpty())
            return u"--%1: %2"_s.arg(name, why);
    }
    for (const sip::CannedAnswer &answer : request.answers)
        if (answer.steps.isEmpty())
            return u"--answer: nobody can answer by hand here; give a status, e.g. \"%1: 180, 2s 200\""_s.arg(
                QString::fromUtf8(answer.method));
    if (const auto hop = sip::nextHop(request); !hop)
        return hop.error().detail;
    return std::nullopt;
}

} // namespace cli
