#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs viatrace-cli against software we did not write: kamailio, sipp, nsd, and a peer that controls every byte.

usage: peers_test.py CLI GROUP [NAME-PART]       GROUP: kamailio, sipp, rawpeer, openssl, baresip or dns

Starts the peer on loopback, sends with `viatrace-cli send --json`, and compares result, attempts and rows. The peers judge too:
kamailio by its answer, sipp and rawpeer by their verdict. Only processes started here are ended. Exit 0 all passed, 1 a failure,
77 skipped because a package is missing (the line says which)."""
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
BASE = {"kamailio": 15060, "sipp": 15560, "rawpeer": 16060, "baresip": 16560, "dns": 17060, "openssl": 17560}
PACKAGE = {"openssl": ("openssl", "openssl"), "kamailio": ("kamailio", "kamailio"), "sipp": ("sipp", "sip-tester"), "rawpeer": ("python3", "python3"),
           "baresip": ("baresip", "baresip-core"), "dns": ("nsd", "nsd")}
CASES = []


def case(group):
    def add(function):
        CASES.append((group, function))
        return function
    return add


class Bed:
    """One run of one group: where the peer is, and how to ask it something."""

    def __init__(self, cli, group):
        self.cli, self.group, self.base = cli, group, BASE[group]
        self.run_dir = tempfile.mkdtemp(prefix=f"viatrace-{group}-")
        self.env = dict(os.environ, SIPBED_PORT=str(self.base), SIPBED_RUN=self.run_dir, VIATRACE_SECRET_ALICE="secret-alice",
                        VIATRACE_SECRET_NOQOP="secret-noqop", VIATRACE_SECRET_COLON="a:b:c", VIATRACE_SECRET_UTF8="pässwörd")

    def script(self, *argv, check=True, timeout=90):
        done = subprocess.run([str(HERE / argv[0]), *map(str, argv[1:])], env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=timeout)
        if check and done.returncode:
            raise AssertionError(f"{argv[0]} ended with {done.returncode}: {done.stdout.strip()[-600:]}")
        return done

    def send(self, method, target, *options, secret=None, timeout=60):
        env = dict(self.env)
        if secret is not None:
            env["VIATRACE_SECRET_ALICE"] = secret
        done = subprocess.run([self.cli, "send", "--json", *options, method, target], env=env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=timeout)
        try:
            answer = Answer(json.loads(done.stdout))
        except ValueError:
            raise AssertionError(f"no JSON (exit {done.returncode}): {done.stdout[:300]} {done.stderr[:300]}") from None
        if answer.result["exit"] != done.returncode:
            raise AssertionError(f"exit code {done.returncode}, JSON says {answer.result['exit']}")
        for secret_text in ("secret-alice", "secret-noqop", "a:b:c", "pässwörd"):
            if secret_text in done.stdout + done.stderr:
                raise AssertionError("a password is in the output")
        return answer


class Skipped(Exception):
    """This case needs something that is not there."""


class Answer:
    def __init__(self, data):
        self.data, self.result, self.attempts = data, data["result"], data["attempts"]

    def statuses(self):
        """The final or last status of every attempt's response rows, in order."""
        return [row["status"] for attempt in self.attempts for row in attempt["rows"] if row["kind"] in ("response", "local")
                and row["status"] >= 200 and row.get("method", attempt["method"]) == attempt["method"]]

    def expect(self, status, exit_code, origin="wire", cause=None, attempts=None):
        problems = []
        for name, wanted in (("status", status), ("exit", exit_code), ("origin", origin), ("cause", cause)):
            if wanted is not None and self.result.get(name) != wanted:
                problems.append(f"{name} is {self.result.get(name)!r}, wanted {wanted!r}")
        if attempts is not None and len(self.attempts) != attempts:
            problems.append(f"{len(self.attempts)} attempts {[a['why'] for a in self.attempts]}, wanted {attempts}")
        if problems:
            raise AssertionError("; ".join(problems))
        return self


# ---- kamailio: registrar and proxy ------------------------------------------------------------------------------------------------

def kamailio_case(name, method, user_part, status, exit_code, *options, transport="udp", port=0, target_host="127.0.0.1", attempts=None, origin="wire",
                  cause=None, secret=None):
    def run(bed):
        where = f"{transport}:{target_host}:{bed.base + port}"
        ruri = user_part if user_part.startswith("sip:") else f"sip:{user_part}@127.0.0.1"
        options_here = [option.replace("{certs}", f"{bed.run_dir}/certs") for option in options]
        bed.send(method, where, "--ruri", ruri, *options_here, secret=secret).expect(status, exit_code, origin, cause, attempts)
    run.__name__ = name
    case("kamailio")(run)


ALICE = ("--user", "alice")
OFFER = ("--body", "v=0\r\no=alice 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 49170 RTP/AVP 0 8\r\na=rtpmap:0 PCMU/8000\r\n")
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


# TLS: the certificate of the bed is for test.invalid, 127.0.0.1 and ::1.
TRUST = ("--ca", "{certs}/ca.pem")
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


@case("kamailio")
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


@case("kamailio")
def sips_goes_over_tls_to_5061(bed):
    answer = bed.send("REGISTER", "sips:test.invalid;maddr=127.0.0.1", "--ca", f"{bed.run_dir}/certs/ca.pem", *ALICE, "--timers", "fast")
    if answer.result["exit"] not in (13, 14):   # nothing listens on 5061; the way is what counts
        raise AssertionError(f"{answer.result}")
    if answer.attempts[0]["target"] != "tls:127.0.0.1:5061":
        raise AssertionError(f"went to {answer.attempts[0]['target']}")


@case("kamailio")
def registration_is_in_the_registrar(bed):
    bed.send("REGISTER", f"udp:127.0.0.1:{bed.base}", "--ruri", "sip:test.invalid", *ALICE, "--header", "Expires: 60").expect(200, 0)
    dump = subprocess.run(["kamcmd", "-s", f"unix:{bed.run_dir}/kamailio/core.ctl", "ul.dump"], capture_output=True, text=True, timeout=20)
    if "alice" not in dump.stdout:
        raise AssertionError(f"no binding of alice: {dump.stdout[-300:]} {dump.stderr[-300:]}")


@case("kamailio")
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


@case("kamailio")
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


@case("kamailio")
def a_publication_is_refreshed_and_removed(bed):
    answer = bed.send("PUBLISH", f"udp:127.0.0.1:{bed.base}", "--ruri", "sip:alice@test.invalid", *ALICE, "--header", "Event: presence", "--header",
                      "Expires: 8", "--header", "Content-Type: application/pidf+xml", "--body",
                      '<?xml version="1.0"?><presence xmlns="urn:ietf:params:xml:ns:pidf" entity="sip:alice@test.invalid"><tuple id="a"><status><basic>open'
                      "</basic></status></tuple></presence>", "--keep-for", "6s")
    answer.expect(200, 0)
    whys = [attempt["why"] for attempt in answer.attempts]
    if "refresh" not in whys or whys[-1] != "remove":
        raise AssertionError(f"attempts are {whys}")


@case("kamailio")
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


# ---- sipp: scripted called sides that judge the caller ------------------------------------------------------------------------------

def sipp_case(scenario, method, status, exit_code, *options, transport="udp", secret=None, bed_options=()):
    def run(bed):
        bed.script("sipp/run.sh", "-b", "-t", transport, *bed_options, scenario, bed.base + 100)
        try:
            where = f"{transport}:127.0.0.1:{bed.base + 100}"
            bed.send(method, where, "--ruri", f"sip:x@127.0.0.1:{bed.base + 100}", *options, secret=secret).expect(status, exit_code)
            bed.script("sipp/run.sh", "-r", scenario)
        finally:
            bed.script("sipp/run.sh", "-s", scenario, check=False)
    run.__name__ = f"{scenario} {method} {transport}"
    case("sipp")(run)


sipp_case("uas-basic", "INVITE", 200, 0, "--hang-up-after", "500ms")
sipp_case("uas-basic", "INVITE", 200, 0, "--hang-up-after", "500ms", transport="tcp")
sipp_case("uas-late-first-answer", "INVITE", 486, 10)
sipp_case("uas-100-then-nothing", "INVITE", 487, 10, "--ring-limit", "1s")
sipp_case("uas-cancel", "INVITE", 487, 10, "--ring-limit", "1s")
sipp_case("uas-record-route", "INVITE", 200, 0, "--hang-up-after", "500ms")
sipp_case("uas-auth-md5", "INVITE", 200, 0, *ALICE, "--hang-up-after", "500ms")
sipp_case("uas-auth-md5", "INVITE", 200, 0, *ALICE, "--hang-up-after", "500ms", transport="tcp")
sipp_case("uas-auth-int", "MESSAGE", 200, 0, *ALICE, "--body", "hello")
sipp_case("uas-auth-stale", "MESSAGE", 200, 0, *ALICE, "--body", "hello")
sipp_case("uas-auth-sha256-md5", "MESSAGE", 200, 0, *ALICE, "--body", "hello")
sipp_case("uas-auth-endless", "REGISTER", 401, 11, *ALICE)
sipp_case("uas-auth-407-401", "INVITE", 200, 0, *ALICE, "--hang-up-after", "500ms")
sipp_case("uas-503-retry-after", "INVITE", 503, 10)
sipp_case("uas-183-prack", "INVITE", 200, 0, *OFFER, "--hang-up-after", "200ms")
sipp_case("uas-early-media", "INVITE", 200, 0, *OFFER, "--hang-up-after", "200ms")
sipp_case("uas-reinvite", "INVITE", 200, 0, *OFFER, "--hang-up-after", "never")
sipp_case("uas-refer-notify", "REFER", 202, 0, "--header", "Refer-To: <sip:carol@example.com>")
sipp_case("uas-options", "OPTIONS", 200, 0)
sipp_case("uas-options", "OPTIONS", 200, 0, transport="tcp")
sipp_case("uas-register-404", "REGISTER", 404, 10)


# ---- rawpeer: bytes that sipp cannot send --------------------------------------------------------------------------------------------

def raw_case(behaviour, method, transport, status, exit_code, *options, origin="wire", parameters=(), judged=True):
    def run(bed):
        port = bed.base + 110
        bed.script("rawpeer/run.sh", "-b", "-t", transport, "-p", port, behaviour, *parameters)
        try:
            bed.send(method, f"{transport}:127.0.0.1:{port}", "--ruri", f"sip:x@127.0.0.1:{port}", *options).expect(status, exit_code, origin)
            if judged:
                bed.script("rawpeer/run.sh", "-r")
        finally:
            bed.script("rawpeer/run.sh", "-s", check=False)
    run.__name__ = f"{behaviour} {method} {transport}"
    case("rawpeer")(run)


raw_case("plain", "INVITE", "udp", 486, 10)
raw_case("plain", "INVITE", "tcp", 486, 10)
raw_case("plain", "OPTIONS", "udp", 200, 0)
raw_case("drip", "INVITE", "tcp", 486, 10)
raw_case("split", "INVITE", "tcp", 486, 10)
raw_case("split", "OPTIONS", "tcp", 200, 0)
raw_case("pipelined", "INVITE", "tcp", 486, 10)
raw_case("big-udp", "INVITE", "udp", 486, 10)
raw_case("big-stream", "INVITE", "tcp", 486, 10)
raw_case("stall", "OPTIONS", "tcp", 408, 12, "--timers", "fast", origin="local", parameters=("seconds=5",), judged=False)
raw_case("icmp", "OPTIONS", "udp", 503, 13, origin="local", parameters=("seconds=1",), judged=False)


# ---- openssl s_server: certificates and handshakes that kamailio does not do -----------------------------------------------------------

def ask_openssl(bed, server, exit_code, options=(), outcome=None, says=""):
    """\p server: options of s_server, {certs} and {run} replaced; it never answers, so that what was let in ends with the timer (exit 12)."""
    def here(text):
        return text.replace("{certs}", f"{bed.run_dir}/certs").replace("{run}", bed.run_dir)
    port = bed.base + 60
    peer = subprocess.Popen(["openssl", "s_server", "-accept", f"127.0.0.1:{port}", "-quiet", *map(here, server)], stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        wait_for_port(port)
        answer = bed.send("OPTIONS", f"tls:127.0.0.1:{port}", "--ca", f"{bed.run_dir}/certs/ca.pem", "--timers", "fast", *map(here, options))
    finally:
        peer.kill()
        received = peer.communicate()[0]
    if answer.result["exit"] != exit_code:
        raise AssertionError(f"exit {answer.result}")
    last = [row["tls"] for attempt in answer.attempts for row in attempt["rows"] if "tls" in row][-1]
    if outcome and last["outcome"] != outcome:
        raise AssertionError(f"verdict {last}")
    if says not in json.dumps(answer.data):
        raise AssertionError(f"\"{says}\" is not said: {last}")
    if exit_code == 14 and b"OPTIONS sip" in received:
        raise AssertionError("something was sent after a failed check")


def openssl_case(name, server, exit_code, *options, outcome=None, says=""):
    def run(bed):
        ask_openssl(bed, server, exit_code, options, outcome, says)
    run.__name__ = f"s_server: {name}"
    case("openssl")(run)


def wait_for_port(port):
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nothing listens on {port}")


GOOD = ("-cert", "{certs}/server.pem", "-key", "{certs}/server.key")
openssl_case("good", GOOD, 12, outcome="trusted")
openssl_case("SIP URI alone", ("-cert", "{certs}/server-uri.pem", "-key", "{certs}/server-uri.key"), 12, "--tls-name", "test.invalid", outcome="trusted")
openssl_case("a DNS name beside a SIP URI does not count", GOOD, 14, "--tls-name", "sip.test.invalid", outcome="refused", says="RFC 5922 7.1")
openssl_case("expired", ("-cert", "{certs}/expired.pem", "-key", "{certs}/expired.key"), 14, outcome="refused", says="ended on 2021-01-01")
openssl_case("unknown CA", ("-cert", "{certs}/unknown.pem", "-key", "{certs}/unknown.key"), 14, outcome="refused", says="leaves out an intermediate")
openssl_case("unknown CA in the chain", ("-cert", "{certs}/unknown.pem", "-key", "{certs}/unknown.key", "-cert_chain", "{certs}/other-ca.pem"), 14, outcome="refused",
             says="Some other CA is not trusted here")
openssl_case("ALPN", (*GOOD, "-alpn", "sip/2"), 12, "--alpn", "sip/2", outcome="trusted", says='"alpn": "sip/2"')
openssl_case("TLS 1.1 only", (*GOOD, "-tls1_1", "-cipher", "DEFAULT:@SECLEVEL=0"), 14, outcome="failed", says="version")
openssl_case("TLS 1.1 for diagnosis", (*GOOD, "-tls1_1", "-cipher", "DEFAULT:@SECLEVEL=0"), 12, "--tls-least", "1.0", outcome="trusted", says="TLS 1.1")
openssl_case("client certificate demanded, TLS 1.2", (*GOOD, "-tls1_2", "-Verify", "1", "-verify_return_error", "-CAfile", "{certs}/ca.pem"), 14, outcome="failed",
             says="handshake failure")
openssl_case("client certificate shown", (*GOOD, "-Verify", "1", "-verify_return_error", "-CAfile", "{certs}/ca.pem"), 12, "--cert", "{certs}/client.pem", "--key",
             "{certs}/client.key", outcome="trusted", says='"client_certificate": "shown"')
openssl_case("another cipher of TLS 1.2", (*GOOD, "-tls1_2", "-cipher", "ECDHE-ECDSA-CHACHA20-POLY1305"), 12, outcome="trusted", says="CHACHA20")
openssl_case("no cipher in common", (*GOOD, "-tls1_2", "-cipher", "NULL:@SECLEVEL=0"), 14, outcome="failed", says="alert")


def staple(bed, state):
    """An OCSP answer of the CA about server.pem. \p state: V good, R revoked"""
    certs = f"{bed.run_dir}/certs"

    def openssl(*argv):
        return subprocess.run(["openssl", *argv], check=True, capture_output=True, text=True).stdout
    serial = openssl("x509", "-in", f"{certs}/server.pem", "-noout", "-serial").strip().split("=")[1]
    index = pathlib.Path(bed.run_dir) / f"index-{state}.txt"
    index.write_text("\t".join([state, "400101000000Z", "260101000000Z,keyCompromise" if state == "R" else "", serial, "unknown", "/CN=sip.test.invalid"]) + "\n")
    request, response = f"{bed.run_dir}/request.der", f"{bed.run_dir}/staple-{state}.der"
    openssl("ocsp", "-issuer", f"{certs}/ca.pem", "-cert", f"{certs}/server.pem", "-no_nonce", "-reqout", request)
    openssl("ocsp", "-index", str(index), "-CA", f"{certs}/ca.pem", "-rsigner", f"{certs}/ca.pem", "-rkey", f"{certs}/ca.key", "-reqin", request, "-respout", response,
            "-ndays", "1")
    return response


def staple_case(state, exit_code, outcome, status):
    def run(bed):
        ask_openssl(bed, (*GOOD, "-status_file", staple(bed, state)), exit_code, outcome=outcome, says=f'"status": "{status}"')
    run.__name__ = f"OCSP staple: {status}"
    case("openssl")(run)


staple_case("V", 12, "trusted", "good")
staple_case("R", 14, "refused", "revoked")


@case("openssl")
def key_log_opens_the_capture(bed):
    log = f"{bed.run_dir}/keys"
    peer = subprocess.Popen(["openssl", "s_server", "-accept", f"127.0.0.1:{bed.base + 60}", "-quiet", "-cert", f"{bed.run_dir}/certs/server.pem", "-key",
                             f"{bed.run_dir}/certs/server.key"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for_port(bed.base + 60)
        bed.send("OPTIONS", f"tls:127.0.0.1:{bed.base + 60}", "--ca", f"{bed.run_dir}/certs/ca.pem", "--timers", "fast", "--key-log", log)
    finally:
        peer.kill()
        peer.wait()
    if os.stat(log).st_mode & 0o777 != 0o600 or "CLIENT_TRAFFIC_SECRET_0" not in pathlib.Path(log).read_text():
        raise AssertionError("no key log for one pair of eyes")


# ---- baresip: a user agent that talks, behind kamailio or not --------------------------------------------------------------------------

def rows(answer, kind, word):
    return [row for attempt in answer.attempts for row in attempt["rows"] if row["kind"] == kind and word in row["summary"]] + \
           [row for row in answer.data.get("rows", []) if row["kind"] == kind and word in row["summary"]]


@case("baresip")
def call_with_everything(bed):
    """Through kamailio with authentication: hold, resume, DTMF by INFO, BYE."""
    answer = bed.send("INVITE", f"udp:127.0.0.1:{bed.base}", "--ruri", "sip:p407.rr.bob@test.invalid", *ALICE, *OFFER, "--then", "300ms hold", "--then",
                      "300ms resume", "--then", "dtmf 5", "--then", "BYE", "--hang-up-after", "never")
    answer.expect(200, 0)
    methods = [attempt["method"] for attempt in answer.attempts]
    if [m for m in methods if m != "INVITE"] != ["INFO", "BYE"] or methods.count("INVITE") < 4:
        raise AssertionError(f"attempts are {methods}")
    bad = [(a["method"], a.get("status")) for a in answer.attempts if a.get("status") not in (200, 401, 407)]
    if bad:
        raise AssertionError(f"not accepted: {bad}")
    if "on hold" not in json.dumps(answer.data):
        raise AssertionError("no session on hold in the rows")


@case("baresip")
def a_call_from_baresip_is_taken(bed):
    """A registration that is kept takes calls: baresip calls us through kamailio."""
    dial = f"sleep 1.5; {HERE}/baresip/ctl.py {bed.base + 65} 'dial sip:alice@127.0.0.1:{bed.base}' =2 hangup"
    calling = subprocess.Popen(["sh", "-c", dial], env=bed.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        answer = bed.send("REGISTER", f"udp:127.0.0.1:{bed.base}", "--ruri", "sip:test.invalid", *ALICE, "--keep-for", "6s", "--hang-up-after", "never",
                          "--answer", "INVITE: 180, 300ms 200")
    finally:
        calling.wait(20)
    answer.expect(200, 0)
    calls = answer.data.get("incoming", [])
    if [call["status"] for call in calls] != [200]:
        raise AssertionError(f"calls that came in: {[(c['method'], c['status']) for c in calls]}")
    if "Session: audio" not in json.dumps(calls) or not any(row["summary"].startswith("BYE") for row in calls[0]["rows"]):
        raise AssertionError("no session, or no BYE of the peer")


@case("baresip")
def ringing_for_nobody_is_cancelled(bed):
    bed.send("INVITE", f"udp:127.0.0.1:{bed.base + 60}", "--ruri", f"sip:manual@127.0.0.1:{bed.base + 60}", *OFFER, "--ring-limit", "1s").expect(487, 10)


@case("baresip")
def an_offer_without_a_common_codec(bed):
    offer = ("--body", OFFER[1].replace("RTP/AVP 0 8", "RTP/AVP 18").replace("a=rtpmap:0 PCMU/8000", "a=rtpmap:18 G729/8000"))
    bed.send("INVITE", f"udp:127.0.0.1:{bed.base + 60}", "--ruri", f"sip:auto@127.0.0.1:{bed.base + 60}", *offer).expect(488, 10)


@case("baresip")
def without_an_offer_of_ours(bed):
    answer = bed.send("INVITE", f"tcp:127.0.0.1:{bed.base + 60}", "--ruri", f"sip:auto@127.0.0.1:{bed.base + 60};transport=tcp", "--hang-up-after", "300ms")
    answer.expect(200, 0)
    if "offered by the peer" not in json.dumps(answer.data):
        raise AssertionError("no session was agreed")


# ---- dns: the road by RFC 3263 through nsd, kamailio at its end ----------------------------------------------------------------------

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
        answer = by_name(bed, target.replace("BASE", str(bed.base)), *[o.replace("BASE", str(bed.base)) for o in options]).expect(status, exit_code, **more)
        wanted("the way", [a["target"] for a in answer.attempts], [f"{over}:{host}:{bed.base + port}" for port in ports])
        if check:
            check(bed, answer)
    run.__name__ = name
    case("dns")(run)


def rules(*ids):
    def check(_, answer):
        missing = set(ids) - {one["rule"] for one in road(answer)["decisions"]}
        if missing:
            raise AssertionError(f"no decision by {missing}: {road(answer)['decisions']}")
    return check


def naptr_facts(bed, answer):
    rules("R3263.4.1-3", "R3263.4.1-5")(bed, answer)
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


dns_case("NAPTR decides", "sip:test.invalid", [0], over="tcp", check=naptr_facts, attempts=1)
dns_case("NAPTR preference and foreign services", "sip:pref.test.invalid", [0], over="tcp", attempts=1)
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
dns_case("pinned to the dead", "sip:deadfirst.test.invalid", [90], "--pin", "udp:sip4.test.invalid:17150", status=503, exit_code=13, origin="local")
for name, problem in (("nosuch.test.invalid", "NXDOMAIN"), ("nodata.test.invalid", "no address"), ("none.test.invalid", "declared not to be there"),
                      ("loop1.test.invalid", "circle"), ("sip.servfail.invalid", "SERVFAIL"), ("example.org", "REFUSED")):
    def says(_, answer, problem=problem):
        if problem not in road(answer)["problem"]:
            raise AssertionError(f"the problem is {road(answer)['problem']!r}")
    dns_case(f"nowhere: {name}", f"sip:{name}", [], status=503, exit_code=15, origin="local", cause="dns", check=says)


@case("dns")
def three_servers_by_weight(bed):
    answer = by_name(bed, "sip:weights.test.invalid").expect(None, None)
    three_by_weight(bed, answer)


@case("dns")
def a_drill_with_fast_timers(bed):
    answer = by_name(bed, "udp:both.test.invalid:" + str(bed.base), "--pretend-dead", "127.0.0.1", "--timers", "t1=20ms").expect(200, 0)
    wanted("the way", [(a["target"], a["sends"], a["why"]) for a in answer.attempts],
           [(f"udp:127.0.0.1:{bed.base}", 0, "initial"), (f"udp:[::1]:{bed.base}", 1, "failover")])


@case("dns")
def a_resolver_that_is_not_there(bed):
    begun = time.monotonic()
    by_name(bed, "sip:test.invalid", resolver=f"127.0.0.1:{bed.base + 54}").expect(503, 15, "local", "dns")
    if time.monotonic() - begun > 5:
        raise AssertionError("that took long")


@case("dns")
def a_call_by_name(bed):
    by_name(bed, "sip:nonaptr.test.invalid", method="INVITE", user="code-486").expect(486, 10)


def main():
    if len(sys.argv) < 3 or sys.argv[2] not in BASE:
        print(__doc__)
        return 2
    cli, group, part = sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else ""
    command, package = PACKAGE[group]
    if not shutil.which(command, path=os.environ.get("PATH", "") + ":/usr/sbin"):
        print(f"SKIP {group}: package {package} missing")
        return 77
    bed = Bed(cli, group)
    passed = failed = skipped = 0
    try:
        if group == "baresip":
            for started in (bed.script("kamailio/start.sh", bed.base, check=False), bed.script("baresip/start.sh", "-r", check=False)):
                if started.returncode:
                    print(f"{'SKIP' if started.returncode in (2, 77) else 'FAIL'} baresip: {started.stdout.strip()[-400:]}")
                    return 77 if started.returncode in (2, 77) else 1
            time.sleep(1)  # bob registers
        if group == "dns":
            started = bed.script("dns/start.sh", bed.base + 53, check=False)
            if started.returncode:
                print(f"{'SKIP' if started.returncode in (2, 77) else 'FAIL'} dns: {started.stdout.strip()[-400:]}")
                return 77 if started.returncode in (2, 77) else 1
        if group == "openssl":
            bed.script("certs/make-certs.sh")
        if group in ("kamailio", "dns"):
            started = bed.script("kamailio/start.sh", bed.base, check=False)
            if started.returncode:
                print(f"{'SKIP' if started.returncode in (2, 77) else 'FAIL'} {group}: {started.stdout.strip()[-400:]}")
                return 77 if started.returncode in (2, 77) else 1
        for _, run in [c for c in CASES if c[0] == group and part in c[1].__name__]:
            try:
                run(bed)
                passed += 1
                print(f"PASS {run.__name__}")
            except Skipped as reason:
                skipped += 1
                print(f"SKIP {run.__name__}: skipped: {reason}")
            except (AssertionError, KeyError, subprocess.TimeoutExpired) as error:
                failed += 1
                print(f"FAIL {run.__name__}: {error}")
            sys.stdout.flush()
    finally:
        if group == "baresip":
            bed.script("baresip/stop.sh", check=False)
        if group == "dns":
            bed.script("dns/stop.sh", check=False)
        if group in ("kamailio", "baresip", "dns"):
            bed.script("kamailio/stop.sh", check=False)
        if not failed:
            shutil.rmtree(bed.run_dir, ignore_errors=True)
    print(f"Totals: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
