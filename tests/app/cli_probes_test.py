#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sweep, trace, and requests that are too large for UDP. Usage: cli_probes_test.py CLI [NAME-PART]"""
import json
import pathlib
import signal
import tempfile
import time

from cli_runner import WAIT, Peer, Practice, case, check, expect, main, rows, run, send_json, start


RAW = """target: udp:127.0.0.1:5070
raw: true
---
OPTIONS sip:127.0.0.1 SIP/2.0
Via: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK1

"""


def probe(command, *argv, code=0):
    done = run(command, "--json", *argv)
    check(done.returncode == code, f"exit {done.returncode}, wanted {code}:", done.stdout[-600:], done.stderr)
    report = json.loads(done.stdout)
    check(report["schema"] == "viatrace/1" and report["kind"] == command, report)
    return report


@case
def a_sweep_finds_what_is_dropped_to_the_octet():
    with Practice("big-drop:1300") as server:
        began = time.monotonic()
        report = probe("sweep", "--min", 600, "--max", 3000, f"sip:{server.udp}")
        check(time.monotonic() - began < 20, "too slow")
    check(report["udp"]["last_good"] == 1300 and report["udp"]["first_bad"] == 1301 and report["udp"]["cause"] == "lost-above", report)
    check(report["tcp"]["last_good"] == 3000 and report["tcp"]["cause"] == "none" and report["requests"] <= 40, report)


@case
def the_sizes_are_those_that_arrive():
    with Peer() as peer:
        process = start("sweep", "--json", "--over", "udp", "--from", "500", "--to", "900", "--step", "100", f"sip:127.0.0.1:{peer.port}")
        arrived = []
        for _ in range(5):
            request = peer.receive()
            arrived.append(len(request))
            peer.answer(request, "404 Not Found")
        out, _ = process.communicate(timeout=WAIT)
    check(arrived == [500, 600, 700, 800, 900], arrived)
    report = json.loads(out)
    check([size["octets"] for size in report["udp"]["sizes"]] == arrived and all(size["status"] == 404 for size in report["udp"]["sizes"]), report)


@case
def a_sweep_finds_what_is_refused_and_writes_its_report():
    with Practice("limit:1000") as server, tempfile.TemporaryDirectory() as folder:
        page, data = pathlib.Path(folder) / "sizes.md", pathlib.Path(folder) / "sizes.json"
        done = expect(run("sweep", "--pad", "body", "--report", page, f"sip:{server.udp}"), 0,
                      ["UDP     600 octets: 200 OK", "1001 octets: 513 Message Too Large", "The server refuses 1001 octets over UDP", "over TCP"])
        check("Raise the limit of the server" in done.stdout, done.stdout)
        text = page.read_text()
        check("| 1001 | 513 Message Too Large |" in text and "## The first size that did not" in text and "OPTIONS sip:" in text, text)
        whole = pathlib.Path(folder) / "sizes.html"
        expect(run("sweep", "--over", "udp", "--report", whole, f"sip:{server.udp}"), 0)
        text = whole.read_text()
        check("<svg" in text and "UDP 1000 passes" in text and "The request, 1001 octets" in text and "OPTIONS sip:" in text, text)
        check(not any(word in text for word in ("<script", "http://", "https://", "src=")), "it loads something")
        probe("sweep", "--over", "tcp", "--report", data, f"sip:{server.udp}")
        check(json.loads(data.read_text())["tcp"]["first_bad"] == 1001, data.read_text())
        expect(run("sweep", "--report", pathlib.Path(folder) / "none" / "x.md", "--over", "tcp", f"sip:{server.udp}"), 17, err="no such folder")
        check("octets" not in run("trace", "--report", folder, f"sip:{server.udp}").stdout, "sent before the report was looked at")


@case
def a_sweep_that_measures_nothing_says_why():
    with Practice("silent") as server:
        report = probe("sweep", "--wait", "200ms", f"sip:{server.udp}", code=12)
        check(report["udp"]["cause"] == "nothing-answers", report)
    with Practice("refuse") as server:
        check(probe("sweep", f"sip:{server.udp}", code=13)["udp"]["cause"] == "unreachable")
    with Practice("ok", "--dns", "0") as server:
        probe("sweep", "--resolver", server.dns, "sip:nxdomain.practice.invalid", code=15)
        probe("trace", "--resolver", server.dns, "sip:nxdomain.practice.invalid", code=15)


@case
def a_trace_shows_the_hops():
    with Practice("hops:3") as server:
        report = probe("trace", f"sip:{server.udp}")
        check([hop["status"] for hop in report["hops"]] == [483, 483, 483, 200] and report["end"] == "reached", report)
        check([place["kind"] for place in report["path"]] == ["us", "proxy", "proxy", "proxy", "target"], report)
        check(report["hops"][2]["via"][0] == "hop2.practice.invalid" and report["hops"][2]["arrived_with"] == 0, report)
        check(report["hops"][3]["record_route"][0] == "sip:hop3.practice.invalid;lr", report)
        done = expect(run("trace", "--allow-calls", "MESSAGE", f"tcp:{server.tcp}"), 0, ["483 Too Many Hops", "hop2.practice.invalid", "behind 3 hops."])
        check(done.stdout.count("483 Too Many Hops") == 3, done.stdout)
        check(len(probe("trace", "--last", 1, f"sip:{server.udp}", code=10)["hops"]) == 2)
    with Practice("ok") as server:
        report = probe("trace", f"sip:{server.udp}")
        check("does not look at Max-Forwards" in report["hops"][0]["remarks"][0], report)
    with Practice("code:482") as server:
        check(probe("trace", f"sip:{server.udp}", code=10)["end"] == "loop")
    with Practice("silent") as server:
        check(probe("trace", "--wait", "200ms", f"sip:{server.udp}", code=12)["end"] == "silent")
        check(probe("trace", "--wait", "300ms", "--limit", "100ms", f"sip:{server.udp}", code=12)["end"] == "time")
        check(probe("trace", "--wait", "100ms", "--last", "1", f"sip:{server.udp}", code=12)["end"] == "limit")
    with Practice("refuse") as server:
        check(probe("trace", f"sip:{server.udp}", code=13)["end"] == "unreachable")


@case
def a_trace_over_tls_trusts_who_it_is_told_to():
    with Practice("hops:2", "--tls", "0") as server:
        check(len(probe("trace", "--ca", server.authority, f"tls:{server.tls}")["hops"]) == 3)
        check(probe("trace", f"tls:{server.tls}", code=14)["end"] == "unreachable")


@case
def what_cannot_be_meant_is_refused():
    for argv, word in ((["sweep", "--from", "900", "--to", "800", "sip:127.0.0.1"], "--from"),
                       (["sweep", "--over", "udp,sctp", "sip:127.0.0.1"], "sctp"),
                       (["sweep", "INVITE", "sip:127.0.0.1"], "--allow-calls"),
                       (["trace", "INVITE", "sip:127.0.0.1"], "--allow-calls"),
                       (["trace", "MESSAGE", "sip:127.0.0.1"], "--allow-calls"),
                       (["sweep", "tls:127.0.0.1:5061"], "UDP and TCP"),
                       (["sweep", "sips:127.0.0.1"], "UDP and TCP"),
                       (["sweep", "sip:127.0.0.1;transport=ws"], "UDP and TCP"),
                       (["sweep", "--to", "700", "--header", "Subject: " + "x" * 700, "sip:127.0.0.1"], "largest size, 700"),
                       (["trace", "--header", "Max-Forwards: 3", "sip:127.0.0.1"], "--first"),
                       (["trace", "--limit", "0s", "sip:127.0.0.1"], "--limit"),
                       (["sweep", "--wait", "0s", "sip:127.0.0.1"], "--wait"),
                       (["trace", "ACK", "sip:127.0.0.1"], "never answered"),
                       (["trace", "--first", "9", "--last", "3", "sip:127.0.0.1"], "--first"),
                       (["sweep", "--report", "x.pdf", "sip:127.0.0.1"], ".html"),
                       (["trace", "--report", "x.html", "sip:127.0.0.1"], ".md"),
                       (["sweep", "--wait", "soon", "sip:127.0.0.1"], "--wait"),
                       (["trace", "nowhere.via"], "nowhere.via")):
        expect(run(*argv), 64, err=word)
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "typed.via"
        file.write_text(RAW)
        for command in "sweep", "trace":
            expect(run(command, file), 64, err="sent as typed")
    expect(run("sweep", "--help"), 0, ["Exit codes", "--bisect"])


@case
def a_register_that_is_swept_binds_nothing():
    with Peer() as peer:
        process = start("trace", "--json", "REGISTER", f"sip:127.0.0.1:{peer.port}")
        request = peer.receive()
        peer.answer(request, "200 OK")
        process.communicate(timeout=WAIT)
    check("contact:" not in request.lower(), request)


@case
def a_call_that_is_traced_on_purpose_is_hung_up():
    with Practice("ok") as server:
        check(probe("trace", "--allow-calls", "INVITE", f"sip:{server.udp}")["hops"][0]["status"] == 200)
    check("BYE from" in server.out, server.out)


@case
def ctrl_c_prints_what_was_found_so_far():
    with Practice("slow:300") as server:
        process = start("sweep", "--step", "10", f"sip:{server.udp}")
        while "octets: 200" not in (line := process.stdout.readline()):
            check(line, "no size before the end")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=5)
    check(process.returncode == 16 and "Not finished: stopped." in out, process.returncode, out, err)


@case
def a_large_request_leaves_udp_and_says_so():
    padding = ("--header", "X-Padding: " + "x" * 1300)
    with Practice("ok") as server:
        report = send_json("OPTIONS", f"sip:{server.udp}", *padding)
        check([row["transport"] for row in rows(report, "request")] == ["tcp"], rows(report, "request"))
        check(any("TCP instead of UDP" in row["summary"] for row in report["rows"]), report["rows"])
        for target in (f"udp:{server.udp}", f"sip:{server.udp};transport=udp"):
            report = send_json("OPTIONS", target, *padding)
            check([row["transport"] for row in rows(report, "request")] == ["udp"], rows(report, "request"))
            check(any("RFC 3261 wants TCP" in row["summary"] for row in report["rows"]), report["rows"])
            check(rows(report, "request")[0]["packets"] == 1 and rows(report, "request")[0]["mtu"] > 1500, rows(report, "request"))


@case
def refused_by_tcp_a_large_request_comes_back_to_udp():
    with Peer() as peer:
        process = start("send", "--json", "OPTIONS", f"sip:127.0.0.1:{peer.port}", "--header", "X-Padding: " + "x" * 1300)
        peer.answer(peer.receive(), "200 OK")
        out, _ = process.communicate(timeout=WAIT)
    report = json.loads(out)
    check(report["result"]["status"] == 200 and [a["why"] for a in report["attempts"]] == ["initial", "back to udp"], report)
    check([row["transport"] for row in rows(report, "request")][-1] == "udp", rows(report, "request"))
    check(any("back to UDP" in row["summary"] for row in rows(report, "note")), rows(report, "note"))


main()
