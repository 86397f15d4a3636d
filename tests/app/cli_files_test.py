#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Request files, messages and templates: what is wrong in them is named with its place. Usage: cli_files_test.py CLI [NAME-PART]"""
import json
import pathlib
import re
import tempfile

from cli_runner import EXAMPLES, GOOD, Practice, case, check, expect, main, run


@case
def wrong_request_files_are_named_with_line_and_column():
    with tempfile.TemporaryDirectory() as folder:
        bad = pathlib.Path(folder) / "bad.via"
        bad.write_text("name: x\ntarget: sip:{{domian}}\n---\nOPTIONS sip:a SIP/2.0\n")
        expect(run("send", "--set", "domain=x", bad), 64, err=f"{bad}:2:13: unknown variable {{{{domian}}}}; did you mean {{{{domain}}}}?")
        bad.write_text("traget: sip:a\n---\nOPTIONS sip:a SIP/2.0\n")
        expect(run("send", bad), 64, err=[f"{bad}:1:1: unknown setting", "did you mean target?"])
        expect(run("lint", bad), 64, err=f"{bad}:1:1: unknown setting")
        bad.write_bytes(b"---\nOPTIONS sip:a SIP/2.0\nSubject: \xff\n")
        expect(run("send", bad), 64, err=f"{bad}:3:10: the file is not UTF-8")
        bad.write_text("auth: { user: a, password: s3cret }\n---\nOPTIONS sip:a SIP/2.0\n")
        done = expect(run("send", bad), 64, err="does not belong in a file")
        check("s3cret" not in done.stderr + done.stdout, "the password is in the output")
        expect(run("send", pathlib.Path(folder) / "none.via"), 64, err="cannot be read")
        expect(run("send", folder), 64, err="cannot be read")
        expect(run("show", folder), 64, err="cannot be read")
        with open(bad, "wb") as large:
            large.truncate(16 * 1024 * 1024 + 1)
        expect(run("send", bad), 64, err="larger than 16 MiB")
        expect(run("lint", bad), 64, err="larger than 16 MiB")


@case
def a_secret_that_is_not_there_is_named():
    expect(run("send", "--set", "domain=127.0.0.1", EXAMPLES / "register.via"), 64, err=["register.via:6:", "VIATRACE_SECRET_PW1001"])


@case
def lint_finds_errors_with_their_place():
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "message.txt"
        file.write_bytes(GOOD.encode())
        expect(run("lint", file), 0)
        file.write_bytes(GOOD.replace("CSeq: 1 OPTIONS", "CSeq: x OPTIONS").encode())
        done = expect(run("lint", file), 20)
        check(re.search(rf"^{re.escape(str(file))}:7:\d+: error: .*RFC 3261", done.stdout, re.M), done.stdout)
        report = json.loads(expect(run("lint", "--json", file), 20).stdout)
        check(report["schema"] == "viatrace/1" and report["exit"] == 20 and report["verdict"] != "good", report)
        check(any(f["line"] == 7 and f["severity"] == "error" for f in report["findings"]), report["findings"])
        file.write_text(GOOD.replace("\r\n", "\n"))      # as an editor saves it
        expect(run("lint", file), 0)
        expect(run("lint", "-", stdin=GOOD), 0)


@case
def show_takes_a_message_apart():
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "message.txt"
        file.write_bytes(GOOD.encode())
        expect(run("show", file), 0, ["Request: OPTIONS sip:bob@example.com SIP/2.0", "user: bob", ";branch: z9hG4bK1", "name: Alice"])
        file.write_bytes(b"\x00\x01\x1b[2Jnot SIP at all\r\n")
        done = expect(run("show", file), 0, "Not a SIP message")
        check("\x1b" not in done.stdout, "an escape sequence of the file reaches the terminal")
        file.write_bytes(b"")
        expect(run("show", file), 0, "Not a SIP message")


@case
def every_example_can_be_shown_and_has_no_errors():
    files = sorted(EXAMPLES.glob("*.via"))
    check(len(files) >= 5, files)
    for file in files:
        expect(run("show", file), 0, "Request: ")
        expect(run("lint", file), 0)


@case
def templates_are_listed_and_are_request_files():
    names = re.findall(r"^(\S+)$", expect(run("template"), 0, ["transfer", "subscribe-dialog"]).stdout, re.M)
    check(len(names) > 20, names)
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "a.via"
        for name in names:
            file.write_text(expect(run("template", name), 0).stdout)
            expect(run("show", "--set", "domain=127.0.0.1:5070", file), 0, "Request: ")
        with Practice("auth:SHA-256,auth") as server:
            file.write_text(run("template", "register").stdout)
            expect(run("send", "--set", f"domain={server.udp}", file, VIATRACE_SECRET_PW1001="s3cret"), 0, "Result: 200")


@case
def examples_run_against_the_practice_server():
    for behaviour, names in (("auth:SHA-256,auth", ("register", "invite", "message", "subscribe")), ("ok", ("options",))):
        with Practice(behaviour) as server:
            for name in names:
                address = server.tcp if name == "message" else server.udp
                done = run("send", "--set", f"domain={address}", EXAMPLES / f"{name}.via", VIATRACE_SECRET_PW1001="s3cret")
                expect(done, 0, "Result: 20")       # 202 for MESSAGE


main()
