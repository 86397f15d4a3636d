# SPDX-License-Identifier: GPL-3.0-or-later
"""Name servers that lie: each ends as rows and a local 503 of the cause dns."""
import struct

from bed import case
from misbehaving import NameServer, name, record

SIDE_BY_SIDE = 8

A, CNAME, AAAA, SRV, NAPTR = 1, 5, 28, 33, 35
ADDRESS = bytes([192, 0, 2, 66])


def lie(what, answer_to, *rows, status=503, exit_code=15, cause="dns", target="sip:example.com"):
    def run(bed):
        with NameServer(answer_to) as server:
            answer = bed.send("OPTIONS", target, "--resolver", server.address, "--timers", "fast").expect(status, exit_code, "local", cause, 0 if cause == "dns" else None)
            answer.shows(*rows)
            if len(server.asked) > 120:
                raise AssertionError(f"{len(server.asked)} questions")
    run.__name__ = what
    case(run)


UNUSABLE, ADDRESSES_ONLY = ("dns", "an answer that cannot be used"), "udp:example.com:9"  # one round of waiting instead of three
lie("another name in the question", lambda query, tcp: query.reply(record("other.example", A, ADDRESS), question=name("other.example") + query.question[-4:]),
    ("dns", "no answer from"), ("dns", "nowhere to send"), target=ADDRESSES_ONLY)
lie("records of other names", lambda query, tcp: query.reply(record("other.example", query.kind, ADDRESS)), UNUSABLE, ("dns", "nowhere to send"))
lie("another number", lambda query, tcp: query.reply(number=bytes([query.id[0] ^ 1, query.id[1]])), ("dns", "no answer from"), ("dns", "nowhere to send"), target=ADDRESSES_ONLY)
lie("noise", lambda query, tcp: query.id + b"\xff" * 300, ("dns", ""), ("dns", "nowhere to send"), target=ADDRESSES_ONLY)
lie("a header and no more", lambda query, tcp: query.reply()[:12], ("dns", ""), ("dns", "nowhere to send"), target=ADDRESSES_ONLY)
lie("more records counted than there are", lambda query, tcp: query.reply(count=500), UNUSABLE, ("dns", "nowhere to send"))
lie("a length behind the end", lambda query, tcp: query.reply(name(query.name) + struct.pack("!HHIH", query.kind, 1, 60, 60000)), UNUSABLE, ("dns", "nowhere to send"))
lie("compression in a circle", lambda query, tcp: query.reply(record(struct.pack("!H", 0xc000 | len(query.reply())), query.kind, ADDRESS)), UNUSABLE, ("dns", "nowhere to send"))
lie("an address of five octets", lambda query, tcp: query.reply(record(query.name, query.kind, ADDRESS + b"\0")), UNUSABLE, ("dns", "nowhere to send"))
lie("the question as an answer", lambda query, tcp: query.octets, ("dns", ""), ("dns", "nowhere to send"), target=ADDRESSES_ONLY)
lie("aliases in a circle", lambda query, tcp: query.reply(record(query.name, CNAME, name("b.example.com" if query.name == "example.com" else "example.com"))),
    ("dns", "circle"), ("dns", "nowhere to send"))
lie("aliases without an end", lambda query, tcp: query.reply(record(query.name, CNAME, name(f"n{len(query.name)}." + query.name))), ("dns", "circle"),
    ("dns", "nowhere to send"))
lie("cut off, and TCP is silent", lambda query, tcp: None if tcp else query.reply(flags=0x8780), ("dns", "no answer"), ("dns", "nowhere to send"), target=ADDRESSES_ONLY)
lie("cut off over TCP too", lambda query, tcp: query.reply(flags=0x8780), ("dns", ""), ("dns", "nowhere to send"))


def services(number):
    """SRV records, as many as asked for; what they lead to does not exist."""
    def answer_to(query, tcp):
        if query.kind != SRV or not query.name.startswith("_sip._udp"):
            return query.reply()
        if not tcp:
            return query.reply(flags=0x8780)
        return query.reply(*[record(query.question[:-4], SRV, struct.pack("!HHH", 1, 1, 5060) + name(f"h{n}.example.com")) for n in range(number)])
    return answer_to


lie("64 kB of services", services(1000), ("dns", "100 records"), ("dns", "the first 10 of 100 records are used"))
lie("an NAPTR of another service and a text that is no UTF-8",
    lambda query, tcp: query.reply(record(query.name, NAPTR, struct.pack("!HH", 1, 1) + b"\x01s\x07\xff\xfe\xfd\x1b[2J\x00" + name("_x.example.com")))
    if query.kind == NAPTR else query.reply(), ("dns", "NAPTR"), ("dns", "nowhere to send"))


@case
def an_address_that_is_everybodys(bed):
    """0.0.0.0, broadcast or multicast as an address of a server leads nowhere, with a word."""
    for octets in (bytes(4), b"\xff" * 4):
        with NameServer(lambda query, tcp, octets=octets: query.reply(record(query.name, A, octets)) if query.kind == A else query.reply()) as server:
            answer = bed.send("OPTIONS", "udp:example.com:9", "--resolver", server.address, "--timers", "fast")
            if answer.result["origin"] != "local" or answer.result["exit"] not in (12, 13, 15):
                raise AssertionError(f"{answer.result}")
