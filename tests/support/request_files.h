// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/request_file.h"

#include <tuple>

// Request files in tests, with an environment that knows some values and secrets.
namespace request_files {

using namespace Qt::StringLiterals;

inline diag::Environment environment()
{
    diag::Environment e;
    e.values = {{u"domain"_s, u"example.com"_s}, {u"user"_s, u"alice"_s}};
    e.secret = [](const QString &name) -> std::optional<QString> {
        if (name == u"pw1001")
            return u"s3cret"_s;
        if (name == u"k"_s || name == u"opc"_s)
            return u"465b5ce8b199b49faa5f0a2ee238a6bc"_s;
        return std::nullopt;
    };
    return e;
}

inline sip::Expected<sip::ComposedRequest, diag::FileError> parse(const QByteArray &text)
{
    const diag::Environment e = environment();
    return diag::parseRequestFile(text, u"a.via"_s, e);
}

inline sip::Expected<sip::ComposedRequest, diag::FileError> parseKept(const QByteArray &text)
{
    diag::Environment e = environment();
    e.keepVariables = true;
    return diag::parseRequestFile(text, u"a.via"_s, e);
}

inline bool same(const sip::ComposedRequest &a, const sip::ComposedRequest &b)
{
    const auto tied = [](const sip::ComposedRequest &r) {
        return std::tie(r.name, r.method, r.target, r.requestUri, r.rows, r.body, r.raw, r.rawBytes, r.timers, r.transport,
                        r.road.resolver, r.road.families, r.road.pin, r.road.pretendDead, r.forceUdp, r.compactHeaders,
                        r.maxRetries, r.ringLimit, r.hangUpAfter, r.forceCancel, r.then, r.answers, r.keepFor, r.keepAlive,
                        r.removeOnExit, r.followRedirects, r.authPolicy.choice, r.authPolicy.scheme, r.authPolicy.preemptive,
                        r.authPolicy.maxStale, r.authPolicy.maxAnswers, r.authPolicy.preferAuthInt, r.authPolicy.uriOverride);
    };
    return tied(a) == tied(b) && a.credentials == b.credentials && a.tls == b.tls && a.ws == b.ws;
}

} // namespace request_files
