#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is printed, when, and what becomes of it when nobody can take it. Usage: cli_output_test.py CLI [NAME-PART]"""
import json
import os
import pathlib
import re
import subprocess
import tempfile

from cli_runner import CLI, GOOD, WAIT, Peer, Practice, case, check, expect, main, run, send_json, start


@case
def kinds_of_rows_fold_and_what_follows_is_the_request():
    with Practice("ok") as server:
        done = expect(run("send", "--fold", "dns,tcp", "OPTIONS", f"tcp:{server.udp}"), 0, ["200 OK"])
        check("TCP connecting" not in done.stdout, done.stdout)


@case
def a_reader_that_goes_away_does_no_harm():
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "big.txt"
        file.write_bytes((GOOD[:-2] + "".join(f"X-{i}: {'x' * 400}\r\n" for i in range(900)) + "\r\n").encode())
        process = subprocess.Popen([CLI, "show", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.read(10)
        process.stdout.close()
        error = process.stderr.read()
        check(process.wait(timeout=WAIT) == 0, "ended with", process.returncode, error)


@case
def what_cannot_be_written_is_no_success():
    with Practice() as server, tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "message.txt"
        file.write_bytes(GOOD.encode())
        for argv in (["show", file], ["show", "--json", file], ["lint", file], ["template"], ["send", "OPTIONS", f"udp:{server.udp}"],
                     ["send", "--json", "OPTIONS", f"udp:{server.udp}"], ["send", "-q", "OPTIONS", f"udp:{server.udp}"], ["--help"], ["send", "--help"]):
            with open("/dev/full", "w") as full:
                done = subprocess.run([CLI, *map(str, argv)], stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, text=True, timeout=WAIT)
            check(done.returncode == 17, argv, "ended with", done.returncode, done.stderr)
            check(done.stderr.count("standard output cannot be written: No space left on device") == 1, argv, done.stderr)


@case
def a_reader_that_goes_away_changes_no_exit_code():
    with Practice() as server:
        for argv, code in ((["send", "OPTIONS", f"udp:{server.udp}"], 0), (["send", "-v", "BYE", f"udp:{server.udp}"], None), (["template"], 0)):
            whole = run(*argv).returncode
            check(code in (None, whole), argv, whole)
            reader, writer = os.pipe()
            process = subprocess.Popen([CLI, *argv], stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.PIPE, text=True)
            os.close(reader)
            os.close(writer)
            error = process.communicate(timeout=WAIT)[1]
            check(process.returncode == whole and not error, argv, process.returncode, whole, error)


@case
def rows_are_printed_while_they_happen():
    with Practice("silent") as server:
        process = start("send", "OPTIONS", f"udp:{server.udp}")
        lines = [process.stdout.readline() for _ in range(3)]       # long before the 32 s are over
        check(process.poll() is None and "OPTIONS sip:" in lines[2], lines)
        process.kill()
        process.communicate()


@case
def mermaid_is_a_diagram_and_nothing_else():
    with Practice("ok") as server:
        done = expect(run("send", "--mermaid", "OPTIONS", f"udp:{server.udp}"), 0, ["participant A as 127.0.0.1:", "A->>B: OPTIONS", "B->>A: 200 OK"])
        check(done.stdout.startswith("sequenceDiagram\n"), done.stdout[:100])


@case
def quiet_prints_the_result_only():
    with Practice("ok") as server:
        done = expect(run("send", "--quiet", "OPTIONS", f"udp:{server.udp}"), 0)
        check(done.stdout.strip() == "Result: 200 OK", done.stdout)


@case
def bindings_and_capabilities_are_reported():
    with Practice("ok") as server:
        expect(run("send", "REGISTER", f"udp:{server.udp}", "--user", "1001", "--header", "Contact: <sip:1001@192.0.2.9>;q=0.5",
                   VIATRACE_SECRET_1001="s3cret"), 0, ["(ours), expires in", "q 0.5"])
        query = run("send", "--json", "REGISTER", f"udp:{server.udp}", "--user", "1001", "--header", "Contact: <sip:1001@192.0.2.10>",
                    VIATRACE_SECRET_1001="s3cret")
        registration = json.loads(expect(query, 0).stdout)["registration"]
        check([(b["uri"], b["ours"]) for b in registration["bindings"]] ==
              [("sip:1001@192.0.2.9", False), ("sip:1001@192.0.2.10", True)], registration)
        check(registration["bindings"][0]["q"] == "0.5" and 0 < registration["bindings"][1]["expires"] <= 3600, registration)
        expect(run("send", "OPTIONS", f"udp:{server.udp}"), 0, ["What the answer says (200 to OPTIONS):", "  Allow: INVITE",
                                                                  "  Accept-Encoding: not stated, counts as identity"])
        asked = json.loads(expect(run("send", "--json", "--query", "REGISTER", f"udp:{server.udp}", "--user", "1001", VIATRACE_SECRET_1001="s3cret"), 0).stdout)
        check(len(asked["registration"]["bindings"]) == 2, asked)
        for wrong in (["OPTIONS"], ["REGISTER", "--keep-for", "1s"], ["REGISTER", "--header", "Contact: <sip:x@192.0.2.9>"]):
            expect(run("send", "--query", *wrong, f"udp:{server.udp}"), 64, err="--query")
        told = json.loads(expect(run("send", "--json", "OPTIONS", f"udp:{server.udp}"), 0).stdout)["capabilities"]
        check("INVITE" in told["headers"]["Allow"] and told["headers"]["Accept-Encoding"] is None, told)


@case
def dialogs_are_reported_as_they_stood_at_the_end():
    with Practice("fork:2") as server:
        told = send_json("INVITE", f"udp:{server.udp}", "--sdp", "PCMU", "--hang-up-after", "100ms")["dialogs"]
        check(len(told) == 2 and len({one["remote_tag"] for one in told}) == 2, told)
        check({one["state"] for one in told} == {"terminated"} and all(one["call_id"] and one["local_tag"] for one in told), told)
        check(told[0]["local_cseq"] == 2 and told[0]["remote_cseq"] is None and told[0]["route_set"] == [], told)
        check(told[0]["target_source"].startswith("Contact of the"), told)
        check(told[0]["media"][0]["agreed"] == ["PCMU/8000"] and told[0]["media"][0]["offer"]["direction"] == "sendrecv", told)
        text = run("send", "-v", "INVITE", f"udp:{server.udp}", "--sdp", "PCMU", "--hang-up-after", "100ms")
        expect(text, 0, ["Dialog of this INVITE: terminated", "  tags          ours ", "  CSeq          ours 2, the peer's none", "  route set     empty",
                         "  goes to       sip:"])


@case
def what_belongs_to_no_request_is_counted_and_shown_with_v():
    def busy(*options):
        with Peer() as peer:
            process = start("send", *options, "INVITE", peer.target)
            invite = peer.receive()
            peer.answer(invite, "180 Ringing", edit=lambda row: row.replace("z9hG4bK", "z9hG4bKstranger"))
            peer.send("BYE sip:us@127.0.0.1 SIP/2.0", f"Via: SIP/2.0/UDP 127.0.0.1:{peer.port};branch=z9hG4bK9", "From: <sip:x@example.com>;tag=x",
                      "To: <sip:us@example.com>;tag=y", "Call-ID: 9@example.com", "CSeq: 1 BYE")
            peer.receive()                                      # its 481
            peer.answer(invite, "486 Busy Here")
            out, err = process.communicate(timeout=WAIT)
        check(process.returncode == 10, process.returncode, out, err)
        return out
    out = busy()
    check(out.endswith("\n3 other messages, not of this request; -v shows them\n"), out)
    check("stray" not in out and "BYE" not in out, out)
    out = busy("-v")
    rows = out.split("\n3 other messages, not of this request:\n")[1].splitlines()
    check(re.fullmatch(r"  A = 127\.0\.0\.1:\d+ \(us\)", rows[0]) and rows[1].startswith("  B = 127.0.0.1:"), rows)
    for words in ("A <-- B  180 Ringing .*stray, no request of ours", "A <-- B  BYE sip:us@127.0.0.1", "A --> B  481 Call/Transaction Does Not Exist"):
        check(any(re.search(words, row) for row in rows), words, rows)
    check("other message" not in busy("-q"), "a count with --quiet")
    with Practice() as server:
        check("other message" not in expect(run("send", "-v", "OPTIONS", f"udp:{server.udp}"), 0).stdout, "there is none")


main()
