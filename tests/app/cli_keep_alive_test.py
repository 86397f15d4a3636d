#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Flows that are kept alive. Usage: cli_keep_alive_test.py CLI [NAME-PART]"""
from cli_runner import Practice, case, check, expect, main, run, send_json

REGISTER = ("--keep-for", "3s", "--header", 'Contact: <sip:1001@{{local}}>;reg-id=1;+sip.instance="<urn:uuid:1>"', "REGISTER")


def steps(report, key="keep_alive"):
    return [row[key] for attempt in [report, *report["attempts"]] for row in attempt["rows"] if key in row]


@case
def pings_and_answers_are_rows():
    with Practice("ok", "--ws", "0") as server:
        crlf = steps(send_json("--keep-alive", "1", *REGISTER, f"tcp:{server.tcp}"))
        check([step["step"] for step in crlf[:4]] == ["ping", "pong"] * 2 and crlf[0]["by"] == "crlf", crlf)
        check(crlf[1]["round_trip_us"] > 0, crlf)
        stun = steps(send_json("--keep-alive", "1", *REGISTER, f"udp:{server.udp}"))
        check(stun[1]["by"] == "stun" and stun[1]["step"] == "pong" and stun[1]["mapped"].startswith("127.0.0.1:"), stun)
        frames = [step for step in steps(send_json("--keep-alive", "1", *REGISTER, f"ws:{server.ws}"), "ws") if step["step"] in ("ping", "pong")]
        check([step["step"] for step in frames[:2]] == ["ping", "pong"] and frames[1]["round_trip_us"] > 0, frames)
        text = expect(run("send", "--keep-alive", "1", *REGISTER, f"tcp:{server.tcp}"), 0, "is kept alive: a ping every 0.8 to 1 s, as set").stdout
        check("keep-alive (#" not in text, text)     # folded away
        expect(run("send", "-v", "--keep-alive", "1", *REGISTER, f"tcp:{server.tcp}"), 0, ["keep-alive (#1)", "keep-alive answered (#1)"])


@case
def the_answer_decides_unless_it_is_set():
    with Practice("flow-timer:1") as server:
        check(steps(send_json(*REGISTER, f"tcp:{server.tcp}")), "no pings, although Flow-Timer asks for them")
        check(not steps(send_json("--keep-alive", "off", *REGISTER, f"tcp:{server.tcp}")), "pings, although they are off")
    with Practice("ok") as server:
        check(not steps(send_json(*REGISTER, f"tcp:{server.tcp}")), "pings that nobody asked for")
        expect(run("send", "--keep-alive", "ask", *REGISTER, f"udp:{server.udp}"), 0, 'is kept alive: a ping every 24 to 29 s, as "keep" in our Via asks')


@case
def what_cannot_be_kept_is_wrong_usage():
    for wrong, word in ((["--keep-alive", "often", "OPTIONS"], "off, auto, ask or seconds"), (["--keep-alive", "0", "INVITE"], "1 to 86400"),
                        (["--keep-alive", "30", "OPTIONS"], "nothing of OPTIONS lasts"), (["--keep-alive", "30", "REGISTER"], "keep-for")):
        expect(run("send", *wrong, "udp:127.0.0.1:9"), 64, err=word)


main()
