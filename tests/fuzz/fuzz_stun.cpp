// SPDX-License-Identifier: GPL-3.0-or-later
// readStun(): any octets end as a Binding within the limits or as an error with words; what was read is written and read again.
#include "fuzz.h"
#include "transport/stun_binding.h"

using namespace sip;

void fuzz(const QByteArray &input)
{
    const auto read = readStun(input);
    if (!read) {
        require(!read.error().detail.isEmpty(), "an error has words");
        return;
    }
    require(isStun(input), "what is read is STUN");
    require(read->id.size() == StunBinding::IdSize && read->unknown.size() <= 8, "it is bounded");
    require((read->kind != StunBinding::Kind::Success) || read->mapped, "a success names an address");
    require((read->kind != StunBinding::Kind::Error) || (read->errorCode >= 300 && read->errorCode < 700), "an error has a code");
    StunBinding ours = *read;
    ours.unknown.clear(); // of a request they are not written
    const auto again = readStun(writeStun(ours));
    require(again && again->kind == ours.kind && again->id == ours.id, "what is written can be read");
    require(ours.kind != StunBinding::Kind::Success || *again->mapped == *ours.mapped, "the address stays");
}
