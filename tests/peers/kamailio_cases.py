# SPDX-License-Identifier: GPL-3.0-or-later
"""kamailio: registrar, proxy and presence server."""
import json
import shutil
import subprocess
import time

from asking import TRUST, kamailio_case
from bed import ALICE, OFFER, Answer, Skipped, case


def start(bed):
    bed.start("kamailio")


for over in ("udp", "tcp"):
    kamailio_case(f"OPTIONS over {over}", "OPTIONS", "ok", 200, 0, transport=over, attempts=1)
    kamailio_case(f"REGISTER MD5 over {over}", "REGISTER", "sip:test.invalid", 200, 0, *ALICE, transport=over, attempts=2)
    kamailio_case(f"REGISTER SHA-256 over {over}", "REGISTER", "sip:test.invalid", 200, 0, *ALICE, transport=over, port=20, attempts=2)
    kamailio_case(f"MESSAGE with MD5 over {over}", "MESSAGE", "p407.ok", 200, 0, *ALICE, "--body", "hello", transport=over, attempts=2)
    kamailio_case(f"MESSAGE with SHA-256 auth-int over {over}", "MESSAGE", "c401-sha256-int.ok", 200, 0, *ALICE, "--body", "body to protect",
                  transport=over, attempts=2)
    kamailio_case(f"407 then 401 over {over}", "OPTIONS", "p407.hop.w401.ok", 200, 0, *ALICE, transport=over, attempts=3)
kamailio_case("OPTIONS over udp to ::1", "OPTIONS", "ok", 200, 0, target_host="[::1]", attempts=1)
kamailio_case("OPTIONS over tcp to ::1", "OPTIONS", "ok", 200, 0, transport="tcp", target_host="[::1]", attempts=1)
for algorithm in ("md5", "md5sess", "sha256", "sha256sess", "list"):
    for qop in ("noqop", "auth", "int", "both"):
        if qop == "noqop" and algorithm.endswith("sess"):
            continue
        kamailio_case(f"digest {algorithm} {qop}", "MESSAGE", f"c401-{algorithm}-{qop}.ok", 200, 0, *ALICE, "--body", "body to protect", attempts=2)
kamailio_case("REGISTER without qop", "REGISTER", "sip:test.invalid", 200, 0, "--user", "noqop", attempts=2)
kamailio_case("password with colons", "REGISTER", "sip:test.invalid", 200, 0, "--user", "colon", attempts=2)
kamailio_case("password in UTF-8", "REGISTER", "sip:test.invalid", 200, 0, "--user", "utf8", attempts=2)
kamailio_case("challenge without algorithm", "REGISTER", "sip:test.invalid", 200, 0, *ALICE, port=10, attempts=2)
kamailio_case("two algorithms offered", "REGISTER", "sip:dual.test.invalid", 200, 0, *ALICE, port=20, attempts=2)
kamailio_case("two algorithms, MD5 first", "REGISTER", "sip:dualmd5first.test.invalid", 200, 0, *ALICE, port=20, attempts=2)
kamailio_case("two realms in one 401", "INVITE", "forkauth", 486, 10, *ALICE, attempts=2)
kamailio_case("401 and 407 merged", "INVITE", "forkauth-mixed", 486, 10, *ALICE, attempts=2)
kamailio_case("stale nonce once", "OPTIONS", "p407stale.ok", 200, 0, *ALICE, attempts=3)
kamailio_case("never satisfied stops", "OPTIONS", "w401never.ok", 401, 11, *ALICE)
kamailio_case("wrong password: challenged again", "OPTIONS", "w401.ok", 401, 11, *ALICE, secret="no", attempts=2)
kamailio_case("wrong password: 403", "OPTIONS", "p407403.ok", 403, 11, *ALICE, secret="no", attempts=2)
kamailio_case("no credential", "OPTIONS", "w401.ok", 401, 11, attempts=1)
kamailio_case("INVITE challenged and busy over tcp", "INVITE", "p407.hop.w401.code-486", 486, 10, *ALICE, transport="tcp", attempts=3)
kamailio_case("silent route, fast timers", "OPTIONS", "silent", 408, 12, "--timers", "fast", origin="local", cause="timer-f", attempts=1)
kamailio_case("silent INVITE, fast timers", "INVITE", "silent", 408, 12, "--timers", "fast", origin="local", cause="timer-b", attempts=1)
for code in (400, 403, 404, 405, 408, 410, 415, 416, 420, 423, 480, 481, 484, 486, 488, 500, 501, 503, 600, 603, 606):
    kamailio_case(f"status {code}", "OPTIONS", f"code-{code}", code, 10, attempts=2 if code == 423 else 1)
kamailio_case("INVITE 486 is acknowledged", "INVITE", "code-486", 486, 10, attempts=1)
kamailio_case("redirect is shown", "OPTIONS", "redir", 302, 10, attempts=1)
kamailio_case("redirections are followed: busy, then the other", "OPTIONS", "redir", 200, 0, "--follow-redirects")
kamailio_case("a redirection that loops ends", "OPTIONS", "redir-loop", 302, 10, "--follow-redirects")
kamailio_case("two that redirect to each other end", "OPTIONS", "redir-pingpong", 302, 10, "--follow-redirects")
kamailio_case("a redirection to tcp", "OPTIONS", "redir-tcp", 200, 0, "--follow-redirects")
kamailio_case("503 with Retry-After", "OPTIONS", "ra-30", 503, 10, attempts=1)
kamailio_case("timer in Supported, 100rel too: not 421", "INVITE", "reqext.code-486", 486, 10)
kamailio_case("answer of 40,000 octets over udp", "OPTIONS", "big-40000", 200, 0)
kamailio_case("answer of 40,000 octets over tcp", "OPTIONS", "big-40000", 200, 0, transport="tcp")
for word in ("trying", "ringing", "progress"):
    kamailio_case(f"CANCEL after {word}", "INVITE", word, 487, 10, "--ring-limit", "500ms")
kamailio_case("forked INVITE is cancelled", "INVITE", "fork", None, 10, "--ring-limit", "500ms")
kamailio_case("forked: of three refusals the best", "INVITE", "forkbest", 404, 10, attempts=1)
kamailio_case("forked: 603 of one ends it for all", "INVITE", "fork603", 603, 10, attempts=1)
kamailio_case("INVITE redirected: busy, then the other", "INVITE", "redir", 488, 10, "--follow-redirects")


kamailio_case("OPTIONS over tls", "OPTIONS", "ok", 200, 0, *TRUST, transport="tls", port=1, attempts=1)
kamailio_case("OPTIONS over tls to ::1", "OPTIONS", "ok", 200, 0, *TRUST, transport="tls", port=1, target_host="[::1]", attempts=1)
kamailio_case("OPTIONS over tls, the domain by name", "OPTIONS", "ok", 200, 0, *TRUST, "--tls-name", "test.invalid", transport="tls", port=1, attempts=1)
kamailio_case("REGISTER MD5 over tls", "REGISTER", "sip:test.invalid", 200, 0, *ALICE, *TRUST, transport="tls", port=1, attempts=2)
kamailio_case("MESSAGE with MD5 over tls", "MESSAGE", "p407.ok", 200, 0, *ALICE, *TRUST, "--body", "hello", transport="tls", port=1, attempts=2)
kamailio_case("answer of 40,000 octets over tls", "OPTIONS", "big-40000", 200, 0, *TRUST, transport="tls", port=1)
kamailio_case("CANCEL over tls", "INVITE", "ringing", 487, 10, *TRUST, "--ring-limit", "500ms", transport="tls", port=1)
kamailio_case("tls: the CA is not known", "OPTIONS", "ok", 503, 14, transport="tls", port=1, origin="local", cause="tls")
kamailio_case("tls: another name", "OPTIONS", "ok", 503, 14, *TRUST, "--tls-name", "other.invalid", transport="tls", port=1, origin="local", cause="tls")
kamailio_case("tls: sent despite another name", "OPTIONS", "ok", 200, 0, *TRUST, "--tls-name", "other.invalid", "--despite-failed-check", transport="tls", port=1)
kamailio_case("tls: no client certificate", "OPTIONS", "ok", 503, 14, *TRUST, transport="tls", port=4, origin="local", cause="tls")
kamailio_case("tls: with a client certificate", "OPTIONS", "ok", 200, 0, *TRUST, "--cert", "{certs}/client.pem", "--key", "{certs}/client.key", transport="tls", port=4)
kamailio_case("tls: expired", "OPTIONS", "ok", 503, 14, *TRUST, transport="tls", port=5, origin="local", cause="tls")
kamailio_case("tls: of an unknown CA", "OPTIONS", "ok", 503, 14, *TRUST, transport="tls", port=6, origin="local", cause="tls")
kamailio_case("tls: RSA and 1.2 only", "OPTIONS", "ok", 200, 0, *TRUST, transport="tls", port=7)
kamailio_case("tls: 1.2 only, and 1.3 is asked for", "OPTIONS", "ok", 503, 14, *TRUST, "--tls-least", "1.3", transport="tls", port=7, origin="local", cause="tls")


def verdict(answer):
    found = [row["tls"] for attempt in answer.attempts for row in attempt["rows"] if "tls" in row]
    if len(found) != 1:
        raise AssertionError(f"{len(found)} verdicts")
    return found[0]


@case
def tls_verdict_tells_it_all(bed):
    where, ca = f"tls:127.0.0.1:{bed.base + 1}", f"{bed.run_dir}/certs/ca.pem"
    good = verdict(bed.send("OPTIONS", where, "--ruri", "sip:ok@127.0.0.1", "--ca", ca).expect(200, 0))
    if good["outcome"] != "trusted" or not good["version"].startswith("TLS 1.") or good["chain"][0]["uris"] != ["sip:test.invalid"]:
        raise AssertionError(f"verdict {good}")
    pinned = verdict(bed.send("OPTIONS", where, "--ruri", "sip:ok@127.0.0.1", "--tls-pin", good["chain"][0]["sha256"]).expect(200, 0))
    if pinned["outcome"] != "trusted by pin":
        raise AssertionError(f"verdict {pinned}")
    expired = verdict(bed.send("OPTIONS", f"tls:127.0.0.1:{bed.base + 5}", "--ca", ca).expect(503, 14, "local", "tls"))
    failed = [check["check"] for check in expired["checks"] if not check["passed"]]
    if failed != ["dates"] or expired["alert_text"].split(":")[0] != "certificate expired" or expired["alert_from"] != "us":
        raise AssertionError(f"verdict {expired}")


@case
def sips_goes_over_tls_to_5061(bed):
    answer = bed.send("REGISTER", "sips:test.invalid;maddr=127.0.0.1", "--ca", f"{bed.run_dir}/certs/ca.pem", *ALICE, "--timers", "fast")
    if answer.result["exit"] not in (13, 14):   # nothing listens on 5061; the way is what counts
        raise AssertionError(f"{answer.result}")
    if answer.attempts[0]["target"] != "tls:127.0.0.1:5061":
        raise AssertionError(f"went to {answer.attempts[0]['target']}")


@case
def registration_is_in_the_registrar(bed):
    bed.send("REGISTER", f"udp:127.0.0.1:{bed.base}", "--ruri", "sip:test.invalid", *ALICE, "--header", "Expires: 60").expect(200, 0)
    dump = subprocess.run(["kamcmd", "-s", f"unix:{bed.run_dir}/kamailio/core.ctl", "ul.dump"], capture_output=True, text=True, timeout=20)
    if "alice" not in dump.stdout:
        raise AssertionError(f"no binding of alice: {dump.stdout[-300:]} {dump.stderr[-300:]}")


@case
def the_service_route_and_outbound_of_a_registration_are_seen(bed):
    contact = 'Contact: <sip:alice@{{local}};ob>;reg-id=1;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000000000001>"'
    answer = bed.send("REGISTER", f"udp:127.0.0.1:{bed.base}", "--ruri", "sip:test.invalid", *ALICE, "--header", contact, "--header", "Expires: 60",
                      "--header", "Supported: path, outbound, gruu, timer")
    answer.expect(200, 0)
    registration = answer.data.get("registration", {})
    if not registration.get("service_route"):
        raise AssertionError(f"no Service-Route: {registration}")
    ours = [binding for binding in registration.get("bindings", []) if binding["ours"]]
    if not ours or ours[0].get("reg_id") != "1" or not ours[0].get("pub_gruu"):
        raise AssertionError(f"no binding of ours with reg-id and GRUU: {registration}")
    if "reached over this flow (outbound)" not in json.dumps(answer.data):
        raise AssertionError("nothing is said about the flow")


def kept(bed, over, *options):
    """A registration of alice that is kept for some seconds. Gives the answer, and what its keep-alives came to"""
    # The registrar takes five bindings of one user, and other cases have left theirs.
    bed.send("REGISTER", f"{over}:127.0.0.1:{bed.base}", "--ruri", "sip:test.invalid", *ALICE, "--header", "Contact: *", "--header",
             "Expires: 0").expect(200, 0)
    answer = bed.send("REGISTER", f"{over}:127.0.0.1:{bed.base}", "--ruri", "sip:test.invalid", *ALICE, "--keep-for", "4s", *options)
    answer.expect(200, 0)
    rows = [row for attempt in [answer.data, *answer.attempts] for row in attempt["rows"]]
    return answer, [row["keep_alive"] for row in rows if "keep_alive" in row]


@case
def pings_over_tcp_are_answered(bed):
    _, steps = kept(bed, "tcp", "--keep-alive", "1")
    if [(step["by"], step["step"]) for step in steps[:4]] != [("crlf", "ping"), ("crlf", "pong")] * 2 or not steps[1].get("round_trip_us"):
        raise AssertionError(f"keep-alives: {steps}")


@case
def stun_on_the_port_of_sip_is_answered(bed):
    _, steps = kept(bed, "udp", "--keep-alive", "1")
    pongs = [step for step in steps if step["by"] == "stun" and step["step"] == "pong"]
    if len(pongs) < 2 or not all(step.get("mapped", "").startswith("127.0.0.1:") for step in pongs):
        raise AssertionError(f"keep-alives: {steps}")


@case
def a_flow_timer_of_the_registrar_is_followed(bed):
    contact = 'Contact: <sip:alice@{{local}};ob>;reg-id=1;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000000000001>"'
    answer, _ = kept(bed, "tcp", "--header", contact, "--header", "Supported: path, outbound, gruu, timer")
    if "is kept alive: a ping every 20 to 25 s, as Flow-Timer asks" not in json.dumps(answer.data):
        raise AssertionError("the flow is not kept as the registrar asks")


@case
def a_call_over_two_hops_follows_the_route_set(bed):
    """Both proxies record the route and ask for credentials: ACK, re-INVITE and BYE pass them to the called side, which is sipp."""
    if not shutil.which("sipp"):
        raise Skipped("package sip-tester missing")
    bed.script("sipp/run.sh", "-b", "uas-basic", bed.base + 100)
    try:
        answer = bed.send("INVITE", f"udp:127.0.0.1:{bed.base}", "--ruri", f"sip:p407.rr.hop.w401.rr.fwd-{bed.base + 100}@127.0.0.1", *ALICE, *OFFER,
                          "--hang-up-after", "300ms")
        answer.expect(200, 0)
        if [a["method"] for a in answer.attempts] != ["INVITE", "INVITE", "INVITE", "BYE"] or answer.attempts[-1].get("status") != 200:
            raise AssertionError(f"attempts are {[(a['method'], a.get('status')) for a in answer.attempts]}")
        bed.script("sipp/run.sh", "-r", "uas-basic")
    finally:
        bed.script("sipp/run.sh", "-s", "uas-basic", check=False)


@case
def a_forked_call_has_a_dialog_for_each_place(bed):
    """Both ring, one answers, the proxy cancels the other; both called sides are sipp and judge."""
    if not shutil.which("sipp"):
        raise Skipped("package sip-tester missing")
    takes, rings = bed.base + 100, bed.base + 150
    bed.script("sipp/run.sh", "-b", "uas-basic", takes)
    bed.script("sipp/run.sh", "-b", "uas-cancel", rings)
    try:
        answer = bed.send("INVITE", f"udp:127.0.0.1:{bed.base}", "--ruri", f"sip:rr.fork-{takes}-{rings}@127.0.0.1", *OFFER, "--hang-up-after", "500ms")
        answer.expect(200, 0)
        for scenario in ("uas-basic", "uas-cancel"):
            bed.script("sipp/run.sh", "-r", scenario)
        dialogs = [row for row in answer.summaries("note") if row.startswith("dialog:")]
        if dialogs.count("dialog: Early") != 2 or dialogs.count("dialog: Early to Confirmed") != 1:
            raise AssertionError(f"dialogs: {dialogs}")
        if [a["method"] for a in answer.attempts] != ["INVITE", "BYE"]:
            raise AssertionError(f"attempts are {[a['method'] for a in answer.attempts]}")
    finally:
        for scenario in ("uas-basic", "uas-cancel"):
            bed.script("sipp/run.sh", "-s", scenario, check=False)


@case
def a_watcher_is_told_of_a_publication(bed):
    where, who = f"udp:127.0.0.1:{bed.base}", "sip:carol@test.invalid"
    event = ("--header", "Event: presence")
    watch = subprocess.Popen([bed.cli, "send", "--json", "--user", "alice", "--ruri", who, *event, "--header", "Accept: application/pidf+xml", "--header",
                              "Expires: 600", "--hang-up-after", "3s", "SUBSCRIBE", where], env=bed.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    time.sleep(1)
    try:
        bed.send("PUBLISH", where, "--ruri", who, "--user", "carol", *event, "--header", "Expires: 60", "--header", "Content-Type: application/pidf+xml",
                 "--body", f'<?xml version="1.0"?><presence xmlns="urn:ietf:params:xml:ns:pidf" entity="{who}"><tuple id="a"><status><basic>open'
                 "</basic></status></tuple></presence>").expect(200, 0)
    finally:
        seen = watch.communicate(timeout=20)[0]
    answer = Answer(json.loads(seen)).expect(200, 0)
    told = [row for row in answer.summaries("request") if row.startswith("NOTIFY")]
    if len(told) != 3 or answer.attempts[-1]["why"] != "unsubscribe":   # at once, of the publication, the last
        raise AssertionError(f"NOTIFYs: {told}, the last request: {answer.attempts[-1]['why']}")


@case
def a_publication_is_refreshed_and_removed(bed):
    answer = bed.send("PUBLISH", f"udp:127.0.0.1:{bed.base}", "--ruri", "sip:alice@test.invalid", *ALICE, "--header", "Event: presence", "--header",
                      "Expires: 8", "--header", "Content-Type: application/pidf+xml", "--body",
                      '<?xml version="1.0"?><presence xmlns="urn:ietf:params:xml:ns:pidf" entity="sip:alice@test.invalid"><tuple id="a"><status><basic>open'
                      "</basic></status></tuple></presence>", "--keep-for", "6s")
    answer.expect(200, 0)
    whys = [attempt["why"] for attempt in answer.attempts]
    if "refresh" not in whys or whys[-1] != "remove":
        raise AssertionError(f"attempts are {whys}")


@case
def refused_port_is_a_local_503_at_once(bed):
    answer = bed.send("OPTIONS", f"udp:127.0.0.1:{bed.base + 45}").expect(503, 13, "local", attempts=1)
    if answer.result["cause"] not in ("refused", "icmp"):
        raise AssertionError(f"cause {answer.result['cause']}")
    last = max(row["at_us"] for attempt in answer.attempts for row in attempt["rows"])
    first = min(row["at_us"] for attempt in answer.attempts for row in attempt["rows"])
    if last - first > 400_000:          # before Timer E at 500 ms: not a matter of waiting
        raise AssertionError(f"it took {last - first} us")


for event_case in ("presence",):
    kamailio_case(f"SUBSCRIBE {event_case} with its NOTIFY", "SUBSCRIBE", "sip:bob@test.invalid", 200, 0, *ALICE, "--header", "Event: presence", "--header",
                  "Expires: 600", "--header", "Accept: application/pidf+xml", "--hang-up-after", "200ms")


def probe(bed, command, user_part, *options):
    done = subprocess.run([bed.cli, command, "--json", *options, f"sip:{user_part}@127.0.0.1:{bed.base}"], env=bed.env, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60)
    return done.returncode, json.loads(done.stdout)


@case
def the_path_over_two_proxies(bed):
    code, report = probe(bed, "trace", "rr.hop.ok")
    statuses = [hop["status"] for hop in report["hops"]]
    assert code == 0 and report["end"] == "reached" and statuses == [483, 483, 483, 200], report
    assert [hop["software"] for hop in report["hops"]] == ["sipbed-core", "sipbed-home", "sipbed-core", "sipbed-core"], report
    assert all(hop["from"] == f"127.0.0.1:{bed.base}" for hop in report["hops"]), report
    assert any(hop.get("rport") for hop in report["hops"]), report


@case
def the_path_to_a_proxy_that_is_the_target(bed):
    code, report = probe(bed, "trace", "ok")
    assert code == 0 and [hop["status"] for hop in report["hops"]] == [483, 200], report


@case
def the_path_ends_where_nobody_answers(bed):
    code, report = probe(bed, "trace", "silent", "--wait", "300ms")
    assert code == 12 and report["end"] == "silent" and [hop["kind"] for hop in report["hops"]] == ["hop", "silent", "silent", "silent"], report


@case
def every_size_passes_on_loopback(bed):
    code, report = probe(bed, "sweep", "ok", "--to", "15000")
    assert code == 0, report
    for over in ("udp", "tcp"):
        assert report[over]["cause"] == "none" and report[over]["last_good"] == 15000 and "first_bad" not in report[over], report


@case
def a_large_request_leaves_udp_for_tcp(bed):
    padding = ["--header", "X-Padding: " + "x" * 1300]
    answer = bed.send("OPTIONS", f"sip:ok@127.0.0.1:{bed.base}", *padding).expect(200, 0)
    sent = [row for attempt in answer.attempts for row in attempt["rows"] if row["kind"] == "request"]
    assert [row["transport"] for row in sent] == ["tcp"], sent
    assert any("TCP instead of UDP" in note for note in answer.summaries("note")), answer.summaries("note")
    answer = bed.send("OPTIONS", f"sip:ok@127.0.0.1:{bed.base}", *padding, "--force-udp").expect(200, 0)
    sent = [row for attempt in answer.attempts for row in attempt["rows"] if row["kind"] == "request"]
    assert [row["transport"] for row in sent] == ["udp"], sent
    assert any("stay on UDP as you asked" in note for note in answer.summaries("note")), answer.summaries("note")
