#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl-C. Usage: cli_interrupt_test.py CLI [NAME-PART]"""
import signal
import subprocess
import time

from cli_runner import WAIT, Peer, Practice, case, check, main, start


@case
def ctrl_c_cancels_and_again_gives_up():
    with Practice("ring:60000") as server:
        process = start("send", "INVITE", f"udp:{server.udp}")
        while "180" not in (line := process.stdout.readline()):
            check(line, "no 180 before the end")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=WAIT)
        check(process.returncode == 10 and "487" in out and "cancelling" in err, process.returncode, out, err)
    with Practice("silent") as server:
        process = start("send", "OPTIONS", f"udp:{server.udp}")
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
        process.communicate(timeout=WAIT)
        check(process.returncode == 16, "exit", process.returncode)


@case
def ctrl_c_removes_what_is_kept_or_leaves_it():
    def kept(server, *options):
        process = start("send", "REGISTER", f"udp:{server}", "--user", "1001", "--keep-for", "never", *options, VIATRACE_SECRET_1001="s3cret")
        while "ours for" not in (line := process.stdout.readline()):
            check(line, "no binding before the end")
        return process

    def end(process):
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=WAIT)
        check(process.returncode == 0, process.returncode, out, err)
        return out, time.monotonic() - began

    with Practice("ok") as server:
        out, _ = end(kept(server.udp))
        check(out.count("REGISTER sip:") == 1 and "Bindings of" in out and ": none" in out, out)
        out, _ = end(kept(server.udp, "--on-exit", "leave"))
        check("REGISTER sip:" not in out and "left at the server, as set" in out and "(ours)" in out, out)
    with Peer() as deaf:     # takes the binding, and nothing after it
        process = start("send", "REGISTER", deaf.target, "--keep-for", "never")
        request = deaf.receive()
        contact = next(row for row in request.split("\r\n") if row.startswith("Contact:"))
        deaf.answer(request, "200 OK", contact + ";expires=600")
        while "ours for" not in (line := process.stdout.readline()):
            check(line, "no binding before the end")
        out, took = end(process)
        check("not removed: no answer within 2000 ms" in out and took < 10, took, out)


main()
