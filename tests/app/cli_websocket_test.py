#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""WebSocket: how it is asked for, and what is said of it. Usage: cli_websocket_test.py CLI [NAME-PART]"""
import json

from cli_runner import Practice, case, check, expect, main, rows, run, send_json


def steps(report):
    return [row["ws"] for row in rows(report, "ws") if "ws" in row]


@case
def it_is_opened_as_it_is_asked_for():
    with Practice("auth:SHA-256", "--ws", "0") as server:
        argv = ["--ruri", "sip:practice.invalid", "--user", "1001", "REGISTER", f"ws:{server.ws}"]
        secret = {"VIATRACE_SECRET_1001": "s3cret", "VIATRACE_SECRET_SID": "sid=geheim"}
        report = send_json("--ws-path", "/ws", "--ws-origin", "https://example.com", "--ws-header", "Cookie: {{secret:sid}}", *argv, **secret)
        check(report["result"]["status"] == 200 and report["attempts"][0]["target"] == "ws:" + server.ws, report["result"])
        asked, answer = steps(report)[:2]
        for line in ("GET /ws HTTP/1.1", "Origin: https://example.com", "Cookie: sid=***", "Sec-WebSocket-Protocol: sip"):
            check(line + "\r\n" in asked["head"], line, asked)
        check(answer["http_status"] == 101 and answer["subprotocol"] == "sip" and answer["took_us"] > 0, answer)
        check("geheim" not in json.dumps(report))
        text = run("send", *argv, **secret).stdout
        check("WebSocket asked for (#1)" in text and "WebSocket open (#1)" in text, text)
        refused = send_json("--ws-protocol", "xmpp", *argv, **secret)
        check(refused["result"]["cause"] == "ws" and refused["result"]["exit"] == 13, refused["result"])
        check(refused["findings"][0]["rule"] == "ws.failed" and steps(refused)[-1]["http_status"] == 400, refused)


@case
def what_cannot_be_asked_for_is_wrong_usage():
    argv = ["OPTIONS", "ws:127.0.0.1:9"]
    for wrong in (["--ws-path", "ws"], ["--ws-header", "no colon"], ["--ws-header", "Cookie: sid=1"], ["--ws-header", "Upgrade: x"],
                  ["--ws-header", "X-Key: {{secret:absent}}"], ["--ws-proxy", "proxy.example.com:1"], ["--ws-ping", "often"], ["--ws-local", "here"]):
        check(not expect(run("send", *wrong, *argv), 64).stdout, wrong)


@case
def a_close_says_with_what():
    with Practice("ok", "--ws", "0", "--ws-variant", "close") as server:
        report = send_json("--ruri", "sip:practice.invalid", "OPTIONS", f"ws:{server.ws}")
        closed = [step for step in steps(report) if step["step"] == "close"]
        check(closed[0] == {"step": "close", "code": 1008, "meaning": "policy violation", "reason": "practice: no messages here"}, closed)
        check(report["result"]["cause"] == "ws" and report["findings"][0]["rule"] == "ws.closed", report)


main()
