#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Credentials: from where they come, how they are used, and that no output shows them. Usage: cli_auth_test.py CLI [NAME-PART]"""
import json
import os
import pty
import select
import subprocess
import time

from cli_runner import CLI, WAIT, Practice, case, check, expect, main, rows, run, send_json


@case
def register_with_digest_and_no_password_in_any_output():
    with Practice("auth:SHA-256,auth") as server:
        argv = ["--ruri", "sip:practice.invalid", "--user", "1001", "REGISTER", f"udp:{server.udp}"]
        report = send_json(*argv, VIATRACE_SECRET_1001="s3cret")
        check(report["result"] == {"status": 200, "reason": "OK", "origin": "wire", "exit": 0}, report["result"])
        check([a["why"] for a in report["attempts"]] == ["initial", "challenge"], report["attempts"])
        check(rows(report, "auth")[0]["answered"] is True, rows(report, "auth"))
        check("s3cret" not in json.dumps(report))
        done = expect(run("send", "--verbose", *argv, VIATRACE_SECRET_1001="s3cret"), 0, ["401", "200 OK", "Result: 200 OK, 2 attempts"])
        check("s3cret" not in done.stdout + done.stderr)
        expect(run("send", "--password-stdin", *argv, stdin="s3cret\n"), 0, "Result: 200 OK")


@case
def register_with_aka_and_no_key_in_any_output():
    k, op = "465b5ce8b199b49faa5f0a2ee238a6bc", "cdc202d5123e20f62b6d676ac72cb318"
    with Practice("aka") as server:
        argv = ["--ruri", "sip:practice.invalid", "--user", "1001", "--aka", "REGISTER", f"udp:{server.udp}"]
        report = send_json(*argv, VIATRACE_SECRET_1001_K=k, VIATRACE_SECRET_1001_OP=op)
        check(report["result"]["status"] == 200, report["result"])
        check(k not in json.dumps(report) and op not in json.dumps(report))
        argv[2:2] = ["--aka-sqn", "000000001000"]
        report = send_json(*argv, VIATRACE_SECRET_1001_K=k, VIATRACE_SECRET_1001_OP=op)
        check(len(report["attempts"]) == 3 and report["result"]["status"] == 200, report["result"])
        done = expect(run("send", *argv, VIATRACE_SECRET_1001_K="465b", VIATRACE_SECRET_1001_OP=op), 64, [])
        check("K has 16 octets" in done.stderr, done.stderr)


@case
def a_token_does_not_travel_in_the_open_and_anonymous_is_a_choice():
    expect(run("send", "--bearer", "--anonymous", "OPTIONS", "sip:127.0.0.1"), 64, [])
    done = expect(run("send", "--bearer", "OPTIONS", "sip:127.0.0.1"), 64, [])
    check("no access token" in done.stderr, done.stderr)
    with Practice("auth:MD5,auth") as server:
        argv = ["--ruri", "sip:practice.invalid", "REGISTER", f"udp:{server.udp}"]
        report = send_json("--anonymous", *argv)
        check(report["result"]["status"] == 401, report["result"])
        check("anonymous" in json.dumps(rows(report, "auth")), rows(report, "auth"))


@case
def a_password_is_asked_for_on_a_terminal_without_echo():
    with Practice("auth:SHA-256,auth") as server:
        master, slave = pty.openpty()
        process = subprocess.Popen([CLI, "send", "--quiet", "--ruri", "sip:practice.invalid", "--user", "1001", "REGISTER", f"udp:{server.udp}"],
                                   stdin=slave, stdout=slave, stderr=slave, close_fds=True)
        os.close(slave)
        seen, answered, end = b"", False, time.monotonic() + WAIT
        while time.monotonic() < end:
            if not select.select([master], [], [], 1)[0]:
                continue
            try:
                part = os.read(master, 4096)
            except OSError:
                break
            if not part:
                break
            seen += part
            if b"Password of 1001" in seen and not answered:
                answered = True
                time.sleep(0.2)
                os.write(master, b"s3cret\n")
        code = process.wait(timeout=WAIT)
        os.close(master)
    check(answered and code == 0 and b"200 OK" in seen, code, seen)
    check(b"s3cret" not in seen, "the password was echoed")


@case
def a_wrong_password_is_exit_11():
    with Practice("auth:SHA-256,auth") as server:
        argv = ["--ruri", "sip:practice.invalid", "--user", "1001", "REGISTER", f"udp:{server.udp}"]
        report = send_json(*argv, VIATRACE_SECRET_1001="wrong")
        check(report["result"]["status"] == 401 and report["result"]["exit"] == 11, report["result"])
        check(len(report["attempts"]) == 2, "attempts", len(report["attempts"]))
        check(report["findings"], "no finding says why")
        without = send_json(*argv)
        check(without["result"]["exit"] == 11 and len(without["attempts"]) == 1, without["result"])
        expect(run("send", *argv, VIATRACE_SECRET_1001="wrong"), 11, ["Result: 401", "Why: "])


@case
def a_403_is_a_rejection_unless_it_follows_a_challenge():
    with Practice("acl-403") as server:
        check(send_json("OPTIONS", f"udp:{server.udp}")["result"]["exit"] == 10)
    with Practice("auth-403") as server:
        report = send_json("--ruri", "sip:practice.invalid", "--user", "1001", "REGISTER", f"udp:{server.udp}", VIATRACE_SECRET_1001="wrong")
        check((report["result"]["status"], report["result"]["exit"]) == (403, 11), report["result"])


main()
