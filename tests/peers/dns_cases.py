# SPDX-License-Identifier: GPL-3.0-or-later
"""dns: the road by RFC 3263 through nsd, kamailio at its end."""
import time

from bed import case


def start(bed):
    bed.start("dns", bed.base + 53)
    bed.start("kamailio")


def by_name(bed, target, *options, method="OPTIONS", user="ok", resolver=None):
    return bed.send(method, target, "--ruri", f"sip:{user}@127.0.0.1", "--resolver", resolver or f"127.0.0.1:{bed.base + 53}", *options)


def dns_rows(answer):
    return [row for attempt in [*answer.attempts, answer.data] for row in attempt["rows"] if row["kind"] == "dns"]


def road(answer):
    return [row for row in dns_rows(answer) if "targets" in row][0]


def asked(answer, what):
    """The row of the answer to a question such as "SRV _sip._udp.test.invalid"."""
    return [row for row in dns_rows(answer) if "result" in row and "{type} {name}".format(**row["question"]) == what][0]


def wanted(what, value, right):
    if value != right:
        raise AssertionError(f"{what} is {value!r}, wanted {right!r}")


def dns_case(name, target, ports, *options, status=200, exit_code=0, over="udp", host="127.0.0.1", check=None, **more):
    """ports: of the attempts in order, beside the base"""
    def run(bed):
        def filled(text):
            return text.replace("BASE", str(bed.base)).replace("DEAD", str(bed.base + 90))
        answer = by_name(bed, filled(target), *map(filled, options)).expect(status, exit_code, **more)
        wanted("the way", [a["target"] for a in answer.attempts], [f"{over}:{host}:{bed.base + port}" for port in ports])
        if check:
            check(bed, answer)
    run.__name__ = name
    case(run)


def rules(*ids):
    def check(_, answer):
        missing = set(ids) - {one["rule"] for one in road(answer)["decisions"]}
        if missing:
            raise AssertionError(f"no decision by {missing}: {road(answer)['decisions']}")
    return check


def naptr_facts(bed, answer):
    rules("R3263.4.1-3")(bed, answer)
    row = asked(answer, "NAPTR test.invalid")
    wanted("records", len(row["records"]), 3)
    wanted("server", row["server"], f"127.0.0.1:{bed.base + 53}")
    if not 0 < row["ttl"] <= 60 or row["took_us"] <= 0 or row["rcode"] != 0:
        raise AssertionError(f"TTL, time or code: {row}")


def big_facts(bed, answer):
    row = asked(answer, "SRV _sip._udp.big.test.invalid")
    wanted("records", len(row["records"]), 60)
    wanted("cut off, then TCP", (row.get("truncated"), row.get("tcp"), row["tries"]), (True, True, 2))


def alias_facts(_, answer):
    wanted("aliases", [one["data"] for one in asked(answer, "A alias2.test.invalid")["aliases"]], ["alias.test.invalid", "hostonly.test.invalid"])


def failed_over(_, answer):
    wanted("why", [a["why"] for a in answer.attempts], ["initial", "failover"])


def three_by_weight(bed, answer):
    ports = sorted(int(one["target"].rsplit(":", 1)[1]) - bed.base for one in road(answer)["targets"])
    wanted("targets", ports, [0, 10, 20])


@case
def naptr_decides(bed):
    """TLS first, as the zone wants: its certificate is of a CA that nobody trusts here, and so TCP comes after it."""
    answer = by_name(bed, "sip:test.invalid").expect(200, 0)
    way = [a["target"] for a in answer.attempts]
    wanted("the way", (way[-1], all(one.startswith("tls:") for one in way[:-1])), (f"tcp:127.0.0.1:{bed.base}", True))
    naptr_facts(bed, answer)


dns_case("NAPTR preference and foreign services", "sip:pref.test.invalid", [0], over="tcp", attempts=1, check=rules("R3263.4.1-3", "R3263.4.1-5"))
dns_case("only UDP by NAPTR", "sip:udponly.test.invalid", [0], attempts=1)
dns_case("no NAPTR but SRV", "sip:nonaptr.test.invalid", [0], check=rules("R3263.4.1-6"), attempts=1)
dns_case("a given transport", "sip:nonaptr.test.invalid;transport=tcp", [0], over="tcp", check=rules("R3263.4.1-1"))
dns_case("a given port", "udp:both.test.invalid:BASE", [0], check=rules("R3263.4.2-1"))
dns_case("IPv6 first by choice", "udp:both.test.invalid:BASE", [0], "--families", "ipv6-first", host="[::1]")
dns_case("IPv6 only has it", "udp:v6only.test.invalid:BASE", [0], host="[::1]")
dns_case("a chain of aliases", "udp:alias2.test.invalid:BASE", [0], check=alias_facts)
dns_case("maddr is looked up", "sip:nosuch.test.invalid:BASE;maddr=both.test.invalid", [0], check=rules("R3263.4-1"))
dns_case("the dead first target", "sip:deadfirst.test.invalid", [90, 0], check=failed_over)
dns_case("the dead first target over tcp", "sip:deadfirst.test.invalid;transport=tcp", [90, 0], over="tcp", check=failed_over)
dns_case("a target without address", "sip:noaddr.test.invalid", [0])
dns_case("all dead", "sip:alldead.test.invalid", [90], status=503, exit_code=13, origin="local")
dns_case("a cut off answer", "sip:big.test.invalid;transport=udp", [0], check=big_facts)
dns_case("pinned", "sip:deadfirst.test.invalid", [0], "--pin", "udp:127.0.0.1:BASE", check=rules("R3263.4.3-3"))
dns_case("pinned to the dead", "sip:deadfirst.test.invalid", [90], "--pin", "udp:sip4.test.invalid:DEAD", status=503, exit_code=13, origin="local")
for name, problem in (("nosuch.test.invalid", "NXDOMAIN"), ("nodata.test.invalid", "no address"), ("none.test.invalid", "declared not to be there"),
                      ("loop1.test.invalid", "circle"), ("sip.servfail.invalid", "SERVFAIL"), ("example.org", "REFUSED")):
    def says(_, answer, problem=problem):
        if problem not in road(answer)["problem"]:
            raise AssertionError(f"the problem is {road(answer)['problem']!r}")
    dns_case(f"nowhere: {name}", f"sip:{name}", [], status=503, exit_code=15, origin="local", cause="dns", check=says)


@case
def three_servers_by_weight(bed):
    answer = by_name(bed, "sip:weights.test.invalid").expect(None, None)
    three_by_weight(bed, answer)


@case
def a_drill_with_fast_timers(bed):
    answer = by_name(bed, "udp:both.test.invalid:" + str(bed.base), "--pretend-dead", "127.0.0.1", "--timers", "t1=20ms").expect(200, 0)
    wanted("the way", [(a["target"], a["sends"], a["why"]) for a in answer.attempts],
           [(f"udp:127.0.0.1:{bed.base}", 0, "initial"), (f"udp:[::1]:{bed.base}", 1, "failover")])


@case
def a_resolver_that_is_not_there(bed):
    begun = time.monotonic()
    by_name(bed, "sip:test.invalid", resolver=f"127.0.0.1:{bed.base + 54}").expect(503, 15, "local", "dns")
    if time.monotonic() - begun > 5:
        raise AssertionError("that took long")


@case
def a_call_by_name(bed):
    by_name(bed, "sip:nonaptr.test.invalid", method="INVITE", user="code-486").expect(486, 10)
