// SPDX-License-Identifier: GPL-3.0-or-later
// Uri: byte-exact round trip, edits that stay readable, equivalence that is reflexive and symmetric.
#include "fuzz.h"
#include "message/uri.h"

using namespace sip;

void fuzz(const QByteArray &input)
{
    const qsizetype cut = input.indexOf('\n');
    const Expected<Uri> first = Uri::parse(cut < 0 ? input : input.first(cut));
    if (!first) {
        const Error &error = first.error();
        require(error.offset >= 0 && error.offset <= input.size() && *error.rule && !error.detail.isEmpty(),
                "errors have a place, a rule and a text");
        return;
    }
    require(first->toBytes() == (cut < 0 ? input : input.first(cut)), "what was read is written back");
    require(first->isEquivalent(*first), "a URI is equivalent to itself");
    if (cut >= 0)
        if (const Expected<Uri> second = Uri::parse(input.sliced(cut + 1)))
            require(first->isEquivalent(*second) == second->isEquivalent(*first), "equivalence is symmetric");
    if (!first->isSip())
        return;

    Uri edited = *first;
    edited.setParam("fuzzed", "1");
    const Expected<Uri> again = Uri::parse(edited.toBytes());
    require(bool(again), "an edited URI can be read");
    require(again->user() == first->user() && again->host() == first->host() && again->port() == first->port() &&
                again->params() == edited.params() && again->headers() == first->headers(),
            "an edit changes nothing else");
    edited.removeParam("fuzzed");
    edited.clearHeaders();
    edited.setHost("example.com", 5070);
    require(Uri::parse(edited.toBytes())->port() == 5070, "the port is written");
}
