#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that fail: status, origin, cause and exit code. Usage: cli_failures_test.py CLI [NAME-PART]"""
from cli_runner import Practice, case, check, expect, main, rows, run, send_json


@case
def silence_ends_in_a_local_408():
    with Practice("silent") as server:
        report = send_json("--timers", "fast", "OPTIONS", f"udp:{server.udp}")
        check(report["result"] == {"status": 408, "reason": "Request Timeout", "origin": "local", "cause": "timer-f", "exit": 12}, report["result"])
        check(report["attempts"][0]["sends"] == 11, report["attempts"][0]["sends"])
        check([r["send"] for r in rows(report, "request")] == list(range(1, 12)))
        local = rows(report, "local")
        check(len(local) == 1 and local[0]["origin"] == "local" and local[0]["cause"] == "timer-f", local)
        check([r["timer"] for r in rows(report, "timer") if r["what"] == "fired"] == ["E"] * 10 + ["F"])
        done = expect(run("send", "--timers", "fast", "OPTIONS", f"udp:{server.udp}"), 12, ["copy 11/11", "local, timer-f", "Result: 408 Request Timeout (local, timer-f)"])
        check("\x1b" not in done.stdout, "colours without a terminal")


@case
def a_refused_port_is_a_local_503():
    with Practice("refuse") as server:
        for target in (f"udp:{server.udp}", f"tcp:{server.udp}"):
            report = send_json("OPTIONS", target)
            result = report["result"]
            check((result["status"], result["origin"], result["exit"]) == (503, "local", 13), target, result)
            icmp = [row for row in report["attempts"][0]["rows"] if row["summary"].startswith("ICMP")]
            check(len(icmp) == (1 if target.startswith("udp") else 0), "one row for one ICMP message", icmp)
            check(result["cause"] in ("refused", "icmp"), target, result)


@case
def rejections_are_exit_10():
    with Practice("busy") as server:
        report = send_json("INVITE", f"udp:{server.udp}")
        check((report["result"]["status"], report["result"]["exit"]) == (486, 10), report["result"])
        check(any(r["summary"].startswith("ACK ") for r in rows(report, "request")), "no ACK")
    with Practice("code:503") as server:
        check(send_json("OPTIONS", f"udp:{server.udp}")["result"]["exit"] == 10)
    with Practice("redirect") as server:
        result = send_json("INVITE", f"udp:{server.udp}")["result"]
        check(result["status"] // 100 == 3 and result["exit"] == 10, result)


main()
