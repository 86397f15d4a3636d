#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One request and its answer: what goes out, what comes back. Usage: cli_send_test.py CLI [NAME-PART]"""
import pathlib
import re
import tempfile

from cli_runner import WAIT, Peer, Practice, case, check, expect, main, rows, run, send_json, start


@case
def options_is_answered_over_udp_and_tcp():
    with Practice() as server:
        for target in (f"udp:{server.udp}", f"tcp:{server.tcp}", f"sip:{server.udp}"):
            report = send_json("OPTIONS", target)
            check(report["result"]["status"] == 200 and report["result"]["origin"] == "wire", report["result"])
            check(len(report["attempts"]) == 1 and report["attempts"][0]["sends"] == 1, report["attempts"])
            check(rows(report, "request")[0]["summary"].startswith("OPTIONS sip:"), rows(report, "request"))
        check(rows(send_json("OPTIONS", f"tcp:{server.tcp}"), "tcp"), "no tcp row")
    check("OPTIONS from 127.0.0.1:" in server.out, server.out)


@case
def register_from_the_command_line_binds_our_own_address():
    with Practice() as server:
        for target in (f"udp:{server.udp}", f"tcp:{server.tcp}"):
            done = expect(run("send", "--verbose", "--ruri", "sip:practice.invalid", "--user", "bob", "REGISTER", target), 0)
            check(re.search(r"A = 127\.0\.0\.1:\d+ \(us\)", done.stdout), done.stdout)
    with Peer() as peer:
        process = start("send", "--ruri", "sip:example.com", "--user", "bob", "REGISTER", peer.target)
        text = peer.receive()
        process.kill()
        process.communicate()
    check(f"Contact: <sip:bob@127.0.0.1:{peer.sender[1]}>\r\n" in text, text)
    check("To: <sip:bob@example.com>\r\n" in text and "From: <sip:bob@example.com>;tag=" in text, text)


@case
def local_is_our_own_address():
    with Practice("ok") as server:
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "a.via"
            file.write_text(f"target: udp:{server.udp}\n---\nOPTIONS sip:{{{{local}}}} SIP/2.0\n")
            report = send_json(file)
        request = rows(report, "request")[0]
        check(request["summary"] == f"OPTIONS sip:{request['from']}", request["summary"])


@case
def options_of_the_command_line_reach_the_wire():
    """A plain socket that looks at the bytes."""
    with Peer() as peer:
        process = start("send", "--quiet", "--ruri", "sip:bob@example.com", "--from", "sip:alice@example.com", "--to", "Bob <sip:bob@example.com>",
                        "--header", "Subject: one: two", "--header", "X-A: 1", "--header", "X-A: 2", "--body", "hällo", "MESSAGE", peer.target)
        text = peer.receive()
        rows_of = {}
        for line in text.split("\r\n\r\n")[0].split("\r\n")[1:]:
            name, _, value = line.partition(": ")
            rows_of.setdefault(name, []).append(value)
        peer.answer(text, "200 OK")
        process.communicate(timeout=WAIT)
    check(process.returncode == 0, "exit", process.returncode)
    check(text.startswith("MESSAGE sip:bob@example.com SIP/2.0\r\n"), text)
    check(rows_of["From"][0].startswith("<sip:alice@example.com>;tag="), rows_of)
    check(rows_of["To"] == ["Bob <sip:bob@example.com>"] and rows_of["Subject"] == ["one: two"] and rows_of["X-A"] == ["1", "2"], rows_of)
    check(text.endswith("\r\n\r\nhällo") and rows_of["Content-Length"] == ["6"], text)


@case
def headers_of_the_target_are_put_in_or_named():
    with Practice() as server:
        target = f"sip:{server.udp}?Subject=Hello%20you&Route=%3Csip:evil.example.com%3E"
        done = expect(run("send", "-v", "OPTIONS", target), 0, ["put in as the URI of the target asks: Subject",
                                                                "not taken from the URI of the target: Route", "RFC 3261 19.1.5"])
        check(f"OPTIONS sip:{server.udp} " in done.stdout, done.stdout)
    with Peer() as peer:
        process = start("send", "MESSAGE", f"sip:127.0.0.1:{peer.port}?Subject=Hello%20you&body=hi&From=%3Csip:evil%3E")
        text = peer.receive()
        peer.answer(text, "200 OK")
        process.communicate(timeout=WAIT)
    check("\r\nSubject: Hello you\r\n" in text and text.endswith("\r\n\r\nhi") and "evil" not in text, text)


main()
