#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls, and what follows in their dialog. Usage: cli_calls_test.py CLI [NAME-PART]"""
import json

from cli_runner import Peer, Practice, case, check, main, rows, run, send_json, start


@case
def a_call_is_taken_and_hung_up():
    with Practice("ok") as server:
        report = send_json("--hang-up-after", "0", "INVITE", f"udp:{server.udp}")
        check(report["result"]["status"] == 200, report["result"])
        summaries = [row["summary"].split(" ")[0] for attempt in report["attempts"] for row in attempt["rows"] if row["kind"] == "request"]
        check({"INVITE", "ACK", "BYE"} <= set(summaries), summaries)


@case
def what_follows_in_the_dialog_counts_for_the_exit_code():
    with Practice("call") as server:
        target = f"udp:{server.udp}"
        kept = ["--hang-up-after", "never"]
        good = send_json(*kept, "--then", "INFO || x", "--then", "hold", "--then", "BYE", "INVITE", target)
        check(good["result"]["exit"] == 0, good["result"])
        check([a["method"] for a in good["attempts"]] == ["INVITE", "INFO", "INVITE", "BYE"], good["attempts"])
        bad = send_json(*kept, "--then", "FOO", "--then", "BYE", "INVITE", target)
        check((bad["result"]["status"], bad["result"]["exit"]) == (200, 10), bad["result"])
        wrong = run("send", "--then", "RE INVITE", "INVITE", target)
        check(wrong.returncode == 64 and "--then" in wrong.stderr, wrong.stderr)


@case
def codecs_become_an_offer():
    with Practice("call") as server:
        target = f"udp:{server.udp}"
        report = send_json("--sdp", "PCMA, telephone-event/8000 0-16", "INVITE", target)
        check(report["result"]["exit"] == 0, report["result"])
        check("Session: audio PCMA/8000" in json.dumps(report) and "offered by us" in json.dumps(report), report["attempts"])
        hand = run("send", "--answer", "INVITE: by hand", "INVITE", target)
        check(hand.returncode == 64 and "by hand" in hand.stderr, hand.stderr)
        wrong = run("send", "--sdp", "PC MA,G.711/x", "INVITE", target)
        check(wrong.returncode == 64 and "--sdp" in wrong.stderr, wrong.stderr)


@case
def the_ring_limit_cancels():
    with Practice("ring:60000") as server:
        report = send_json("--ring-limit", "200ms", "INVITE", f"udp:{server.udp}")
        check((report["result"]["status"], report["result"]["exit"]) == (487, 10), report["result"])


@case
def a_contact_that_leads_elsewhere_is_warned_about():
    with Peer() as peer:
        process = start("send", "--hang-up-after", "never", "--then", "BYE", "INVITE", peer.target)
        invite = peer.receive()
        peer.answer(invite, "200 OK", f"Contact: <sip:bob@127.0.0.1:{peer.port};transport=tcp>")
        out = ""
        while "goes over TCP" not in out:
            line = process.stdout.readline()
            check(line, "no warning before the end", out)
            out += line
        process.kill()
        process.communicate()
    check("the dialog began over UDP, and what follows goes over TCP, as the peer's Contact of the 200 to INVITE says" in out, out)


main()
