#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice server and the demonstration. Usage: cli_practice_test.py CLI [NAME-PART]"""
import re

from cli_runner import Practice, case, check, expect, main, run


@case
def practice_lists_its_behaviours_and_names_a_port_in_use():
    expect(run("practice", "--list"), 0, ["auth:<alg>", "silent", "big-drop"])
    expect(run("practice", "--behaviour", "dance"), 64, err="auth")
    with Practice() as server:
        done = run("practice", "--udp", server.udp.rsplit(":", 1)[1])
        check(done.returncode == 13 and done.stderr, done.returncode, done.stderr)
    with Practice("auth:MD5", "--account", "x:y:z@r@example.com") as server:
        pass


@case
def practice_prints_its_own_requests_like_those_that_come():
    with Practice("call:1") as server:
        expect(run("send", "--hang-up-after", "never", "INVITE", f"udp:{server.udp}"), 0, "Result: 200 OK")
    check(re.search(r"^INVITE from 127\.0\.0\.1:\d+: answered 200$", server.out, re.M), server.out)
    check(re.search(r"^BYE to 127\.0\.0\.1:\d+: answered 200$", server.out, re.M), server.out)
    with Practice("call:1", "--quiet") as server:
        expect(run("send", "--hang-up-after", "never", "INVITE", f"udp:{server.udp}"), 0)
    check("BYE" not in server.out, server.out)


@case
def the_demonstration_goes_as_it_should():
    done = expect(run("demo"), 0, ["401", "Challenge answered", "Result: 200 OK", "Timer F fired", "Result: 408 Request Timeout (local, timer-f)", "That was it."])
    check("s3cret" not in done.stdout)


main()
