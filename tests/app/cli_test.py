#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs viatrace-cli as a user or a script does: output, JSON, exit codes, files that are wrong, the practice server.

usage: cli_test.py CLI [NAME-PART]

Loopback only, ports chosen by the system. Exit 0 all passed, 1 a failure."""
import json
import os
import pathlib
import pty
import re
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
EXAMPLES = SOURCE / "resources" / "examples"
CLI = ""
CASES = []
WAIT = 60       # a guard against hanging, never a measure


def case(function):
    CASES.append(function)
    return function


def run(*argv, stdin=None, timeout=WAIT, **environment):
    env = {k: v for k, v in os.environ.items() if not k.startswith("VIATRACE_SECRET_")} | environment
    return subprocess.run([CLI, *map(str, argv)], input=stdin, stdin=subprocess.DEVNULL if stdin is None else None,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=timeout, env=env)


def check(condition, *what):
    if not condition:
        raise AssertionError(" ".join(str(w) for w in what))


def expect(done, code, out="", err=""):
    check(done.returncode == code, f"exit {done.returncode}, wanted {code}:", done.stdout[-400:], done.stderr[-400:])
    for word in [out] if isinstance(out, str) else out:
        check(word in done.stdout, f"{word!r} is not in standard output:", done.stdout[-1500:])
    for word in [err] if isinstance(err, str) else err:
        check(word in done.stderr, f"{word!r} is not in standard error:", done.stderr[-600:])
    return done


class Practice:
    """The practice server as its own process."""

    def __init__(self, behaviour="ok", *options):
        self.behaviour, self.options = behaviour, options

    def __enter__(self):
        self.process = subprocess.Popen([CLI, "practice", "--behaviour", self.behaviour, *self.options], stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        match = re.search(r"udp:(\S+) tcp:(\S+)", line)
        if not match:
            self.process.kill()
            raise AssertionError(f"practice said {line!r} {self.process.communicate()[1]!r}")
        self.udp, self.tcp = match.groups()
        if "--dns" in self.options:
            self.dns = re.search(r"DNS server: (\S+),", self.process.stdout.readline()).group(1)
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        self.out, self.err = self.process.communicate(timeout=WAIT)
        check(self.process.returncode == 0, "practice ended with", self.process.returncode, self.err)


def send_json(*argv, **environment):
    done = run("send", "--json", *argv, **environment)
    report = json.loads(done.stdout)
    check(report["result"]["exit"] == done.returncode, "exit code", done.returncode, "but JSON says", report["result"])
    check_schema(report)
    return report


KINDS = {"request", "response", "dns", "tcp", "tls", "ws", "auth", "timer", "local", "note"}


def check_schema(report):
    """Decisions of the product: field names of viatrace/1."""
    check(report["schema"] == "viatrace/1")
    result = report["result"]
    check(isinstance(result["status"], int) and isinstance(result["reason"], str) and result["origin"] in ("wire", "local"), result)
    check(("cause" in result) == (result["origin"] == "local" and result["status"] != 0), result)
    seqs = set()
    for attempt in report["attempts"]:
        for key, kind in (("n", int), ("why", str), ("method", str), ("target", str), ("branch", str), ("sends", int), ("rows", list)):
            check(isinstance(attempt[key], kind), key, attempt)
    for row in report["rows"] + [row for attempt in report["attempts"] for row in attempt["rows"]]:
        check(row["kind"] in KINDS and isinstance(row["at_us"], int) and row["origin"] in ("wire", "local"), row)
        check(row["kind"] not in ("request", "response") or ("from" in row and "to" in row and "summary" in row), row)
        check(row["kind"] != "timer" or (row["what"] in ("fired", "started", "stopped") and len(row["timer"]) == 1), row)
        check(row["seq"] not in seqs, "row twice", row)
        seqs.add(row["seq"])
    for finding in report["findings"]:
        check(finding["rule"] and finding["text"] and finding["severity"] in ("info", "warning", "error"), finding)
        check(set(finding["rows"]) <= seqs, "evidence that is no row", finding)


def rows(report, kind):
    return [row for attempt in report["attempts"] for row in attempt["rows"] if row["kind"] == kind]


# ---- help, version, usage ----------------------------------------------------------------------------------------------------------

@case
def help_names_commands_examples_and_exit_codes():
    done = expect(run("--help"), 0, ["send", "practice", "lint", "show", "template", "demo", "Examples:", "Exit codes:"])
    check(not done.stderr, done.stderr)
    for command in ("send", "practice", "lint", "show", "template", "demo"):
        expect(run(command, "--help"), 0, "Exit codes:")
    expect(run("send", "--help"), 0, ["--ruri", "--user", "--password-stdin", "--timers", "--json", "VIATRACE_SECRET_"])


@case
def the_manual_names_every_option():
    manual = (SOURCE / "resources" / "help" / "cli.md").read_text(encoding="utf-8")
    for command in ("send", "practice", "lint", "show", "template", "demo"):
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", run(command, "--help").stdout):
            check(option == "--help" or option in manual, f"{command} {option} is not in resources/help/cli.md")


@case
def version():
    done = expect(run("--version"), 0)
    check(re.fullmatch(r"viatrace-cli \d+\.\d+\.\d+\n", done.stdout), done.stdout)


@case
def wrong_usage_is_64_and_leaves_standard_output_empty():
    for argv in ([], ["fly"], ["send"], ["send", "--timers", "quick", "OPTIONS", "sip:127.0.0.1"], ["send", "A", "B", "C"],
                 ["send", "--header", "no colon", "OPTIONS", "sip:127.0.0.1"], ["send", "--ring-limit", "5", "INVITE", "sip:127.0.0.1"],
                 ["send", "--body", "x", "--body-file", "y", "MESSAGE", "sip:127.0.0.1"], ["send", "O(", "sip:127.0.0.1"],
                 ["send", "--body-file", "/nowhere/x", "MESSAGE", "sip:127.0.0.1"], ["send", "--json", "--mermaid", "OPTIONS", "sip:127.0.0.1"],
                 ["practice", "--behaviour", "dance"], ["practice", "--port", "70000"], ["practice", "--account", "x"], ["practice", "--timers", "t1=x"], ["lint"], ["show"],
                 ["template", "dance"]):
        done = run(*argv)
        check(done.returncode == 64, argv, "ended with", done.returncode)
        check(done.stderr.strip(), argv, "says nothing")
        check(not done.stdout, argv, "printed", done.stdout)


@case
def no_password_option_exists():
    check(run("send", "--password", "x", "OPTIONS", "sip:127.0.0.1").returncode == 64)
    check("--password " not in run("send", "--help").stdout)


# ---- files -------------------------------------------------------------------------------------------------------------------------

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


GOOD = ("OPTIONS sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1\r\nMax-Forwards: 70\r\n"
        "From: \"Alice\" <sip:alice@example.com>;tag=a\r\nTo: <sip:bob@example.com>\r\nCall-ID: 1@example.com\r\nCSeq: 1 OPTIONS\r\n"
        "Accept: application/sdp\r\nContent-Length: 0\r\n\r\n")


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
def a_reader_that_goes_away_does_no_harm():
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "big.txt"
        file.write_bytes((GOOD[:-2] + "".join(f"X-{i}: {'x' * 400}\r\n" for i in range(900)) + "\r\n").encode())
        process = subprocess.Popen([CLI, "show", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.read(10)
        process.stdout.close()
        error = process.stderr.read()
        check(process.wait(timeout=WAIT) == 0, "ended with", process.returncode, error)


# ---- sending -----------------------------------------------------------------------------------------------------------------------

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
def register_from_the_command_line_binds_our_own_address():
    with Practice() as server:
        for target in (f"udp:{server.udp}", f"tcp:{server.tcp}"):
            done = expect(run("send", "--verbose", "--ruri", "sip:practice.invalid", "--user", "bob", "REGISTER", target), 0)
            check(re.search(r"A = 127\.0\.0\.1:\d+ \(us\)", done.stdout), done.stdout)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
        peer.bind(("127.0.0.1", 0))
        peer.settimeout(WAIT)
        process = subprocess.Popen([CLI, "send", "--ruri", "sip:example.com", "--user", "bob", "REGISTER",
                                    f"udp:127.0.0.1:{peer.getsockname()[1]}"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        data, sender = peer.recvfrom(65536)
        process.kill()
        process.communicate()
    text = data.decode()
    check(f"Contact: <sip:bob@127.0.0.1:{sender[1]}>\r\n" in text, text)
    check("To: <sip:bob@example.com>\r\n" in text and "From: <sip:bob@example.com>;tag=" in text, text)


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
def what_follows_in_the_dialog_counts_for_the_exit_code():
    with Practice("call") as server:
        target = f"udp:{server.udp}"
        kept = ["--hang-up-after", "never"]
        good = send_json(*kept, "--then", "INFO || x", "--then", "hold", "--then", "BYE", "INVITE", target)
        check(good["result"]["exit"] == 0, good["result"])
        check([a["method"] for a in good["attempts"]] == ["INVITE", "INFO", "INVITE", "BYE"], good["attempts"])
        bad = send_json(*kept, "--then", "FOO", "--then", "BYE", "INVITE", target)
        check((bad["result"]["status"], bad["result"]["exit"]) == (200, 10), bad["result"])
        wrong = subprocess.run([CLI, "send", "--then", "RE INVITE", "INVITE", target], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=20)
        check(wrong.returncode == 64 and "--then" in wrong.stderr, wrong.stderr)


@case
def a_name_without_a_dns_server_is_exit_15():
    report = send_json("--resolver", "127.0.0.1:1", "OPTIONS", "sip:example.com")
    result = report["result"]
    check((result["status"], result["origin"], result["cause"], result["exit"]) == (503, "local", "dns", 15), result)
    check("127.0.0.1:1 cannot be reached" in json.dumps(report["rows"]), "no row says why")
    wrong = run("send", "--resolver", "dns.example.com", "OPTIONS", "sip:example.com")
    check(wrong.returncode == 64 and "--resolver" in wrong.stderr, wrong.stderr)


def dns_rows(report):
    return [row for part in [*report["attempts"], report] for row in part["rows"] if row["kind"] == "dns"]


@case
def names_lead_to_the_practice_server():
    with Practice("ok", "--dns", "0") as server:
        def by_name(name, *options):
            return send_json("--resolver", server.dns, *options, "OPTIONS", f"sip:{name}.practice.invalid")
        good = by_name("ok")
        check(good["result"]["status"] == 200 and good["attempts"][0]["target"] == "udp:" + server.udp, good["result"])
        plan = [row for row in dns_rows(good) if "targets" in row]
        check(len(plan) == 1 and all(t["why"] and t["ttl"] == 5 for t in plan[0]["targets"]), plan)
        check({"R3263.4.1-6"} <= {d["rule"] for d in plan[0]["decisions"]}, plan)
        check(all(row["server"] == server.dns for row in dns_rows(good) if "result" in row), dns_rows(good))
        check("SRV _sip._udp.ok.practice.invalid: 1 record" in run("send", "--resolver", server.dns, "OPTIONS", "sip:ok.practice.invalid").stdout)
        over = by_name("srv-dead-first", "--pin", "udp:sip.practice.invalid")
        check([a["why"] for a in over["attempts"]] == ["initial"] + ["failover"] * (len(over["attempts"]) - 1) and len(over["attempts"]) > 1, over)
        check(over["result"]["status"] == 200 and over["attempts"][0]["target"] == "udp:127.0.0.1:1", over["attempts"])
        check(by_name("ok", "--pin", "tcp:127.0.0.1")["attempts"][0]["target"] == "tcp:" + server.tcp)
        check(by_name("ok", "--pin", "192.0.2.1")["result"]["exit"] == 15)
        drill = by_name("ok", "--families", "ipv4", "--pretend-dead", "udp:127.0.0.1", "--timers", "t1=5ms")
        check([(a["target"], a["sends"]) for a in drill["attempts"]] == [("udp:" + server.udp, 0), ("tcp:" + server.tcp, 1)], drill["attempts"])
        for name, words in (("nxdomain", "NXDOMAIN"), ("servfail", "SERVFAIL"), ("cname-loop", "circle")):
            bad = by_name(name)
            check(bad["result"]["exit"] == 15 and words in json.dumps(bad["rows"]), name, bad["rows"])
        cut = by_name("truncated", "--families", "ipv4")
        check(cut["result"]["status"] == 200 and any(row.get("truncated") and row.get("tcp") for row in dns_rows(cut)), dns_rows(cut))
        check(by_name("slow", "--families", "ipv4")["result"]["status"] == 200)


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


@case
def a_call_is_taken_and_hung_up():
    with Practice("ok") as server:
        report = send_json("--hang-up-after", "0", "INVITE", f"udp:{server.udp}")
        check(report["result"]["status"] == 200, report["result"])
        summaries = [row["summary"].split(" ")[0] for attempt in report["attempts"] for row in attempt["rows"] if row["kind"] == "request"]
        check({"INVITE", "ACK", "BYE"} <= set(summaries), summaries)


@case
def codecs_become_an_offer():
    with Practice("call") as server:
        target = f"udp:{server.udp}"
        report = send_json("--sdp", "PCMA, telephone-event/8000 0-16", "INVITE", target)
        check(report["result"]["exit"] == 0, report["result"])
        check("Session: audio PCMA/8000" in json.dumps(report) and "offered by us" in json.dumps(report), report["attempts"])
        hand = subprocess.run([CLI, "send", "--answer", "INVITE: by hand", "INVITE", target], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=20)
        check(hand.returncode == 64 and "by hand" in hand.stderr, hand.stderr)
        wrong = subprocess.run([CLI, "send", "--sdp", "PC MA,G.711/x", "INVITE", target], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=20)
        check(wrong.returncode == 64 and "--sdp" in wrong.stderr, wrong.stderr)


@case
def the_ring_limit_cancels():
    with Practice("ring:60000") as server:
        report = send_json("--ring-limit", "200ms", "INVITE", f"udp:{server.udp}")
        check((report["result"]["status"], report["result"]["exit"]) == (487, 10), report["result"])


@case
def examples_run_against_the_practice_server():
    for behaviour, names in (("auth:SHA-256,auth", ("register", "invite", "message", "subscribe")), ("ok", ("options",))):
        with Practice(behaviour) as server:
            for name in names:
                address = server.tcp if name == "message" else server.udp
                done = run("send", "--set", f"domain={address}", EXAMPLES / f"{name}.via", VIATRACE_SECRET_PW1001="s3cret")
                expect(done, 0, "Result: 20")       # 202 for MESSAGE


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
def options_of_the_command_line_reach_the_wire():
    """A plain socket that looks at the bytes."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
        peer.bind(("127.0.0.1", 0))
        peer.settimeout(WAIT)
        process = subprocess.Popen([CLI, "send", "--quiet", "--ruri", "sip:bob@example.com", "--from", "sip:alice@example.com", "--to",
                                    "Bob <sip:bob@example.com>", "--header", "Subject: one: two", "--header", "X-A: 1", "--header", "X-A: 2",
                                    "--body", "hällo", "MESSAGE", f"udp:127.0.0.1:{peer.getsockname()[1]}"],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        data, sender = peer.recvfrom(65536)
        text = data.decode()
        rows_of = {}
        for line in text.split("\r\n\r\n")[0].split("\r\n")[1:]:
            name, _, value = line.partition(": ")
            rows_of.setdefault(name, []).append(value)
        answer = ["SIP/2.0 200 OK"] + [f"{n}: {rows_of[n][0]}{';tag=x' if n == 'To' else ''}" for n in ("Via", "From", "To", "Call-ID", "CSeq")]
        peer.sendto(("\r\n".join(answer) + "\r\nContent-Length: 0\r\n\r\n").encode(), sender)
        process.communicate(timeout=WAIT)
    check(process.returncode == 0, "exit", process.returncode)
    check(text.startswith("MESSAGE sip:bob@example.com SIP/2.0\r\n"), text)
    check(rows_of["From"][0].startswith("<sip:alice@example.com>;tag="), rows_of)
    check(rows_of["To"] == ["Bob <sip:bob@example.com>"] and rows_of["Subject"] == ["one: two"] and rows_of["X-A"] == ["1", "2"], rows_of)
    check(text.endswith("\r\n\r\nhällo") and rows_of["Content-Length"] == ["6"], text)


@case
def ctrl_c_cancels_and_again_gives_up():
    with Practice("ring:60000") as server:
        process = subprocess.Popen([CLI, "send", "INVITE", f"udp:{server.udp}"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   stdin=subprocess.DEVNULL, text=True)
        while "180" not in (line := process.stdout.readline()):
            check(line, "no 180 before the end")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=WAIT)
        check(process.returncode == 10 and "487" in out and "cancelling" in err, process.returncode, out, err)
    with Practice("silent") as server:
        process = subprocess.Popen([CLI, "send", "OPTIONS", f"udp:{server.udp}"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   stdin=subprocess.DEVNULL, text=True)
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
        process.communicate(timeout=WAIT)
        check(process.returncode == 16, "exit", process.returncode)


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
        told = json.loads(expect(run("send", "--json", "OPTIONS", f"udp:{server.udp}"), 0).stdout)["capabilities"]
        check("INVITE" in told["headers"]["Allow"] and told["headers"]["Accept-Encoding"] is None, told)


@case
def ctrl_c_removes_what_is_kept_or_leaves_it():
    def kept(server, *options):
        process = subprocess.Popen([CLI, "send", "REGISTER", f"udp:{server}", "--user", "1001", "--keep-for", "never", *options],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
                                   env=os.environ | {"VIATRACE_SECRET_1001": "s3cret"})
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
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as deaf:     # takes the binding, and nothing after it
        deaf.bind(("127.0.0.1", 0))
        deaf.settimeout(WAIT)
        process = subprocess.Popen([CLI, "send", "REGISTER", f"udp:127.0.0.1:{deaf.getsockname()[1]}", "--keep-for", "never"],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
        text, sender = deaf.recvfrom(65535)
        rows = [r for r in text.decode().split("\r\n") if r.split(":")[0] in ("Via", "From", "To", "Call-ID", "CSeq", "Contact")]
        rows = [r + ";tag=x" if r.startswith("To:") else r + ";expires=600" if r.startswith("Contact:") else r for r in rows]
        deaf.sendto(("SIP/2.0 200 OK\r\n" + "\r\n".join(rows) + "\r\nContent-Length: 0\r\n\r\n").encode(), sender)
        while "ours for" not in (line := process.stdout.readline()):
            check(line, "no binding before the end")
        out, took = end(process)
        check("not removed: no answer within 2000 ms" in out and took < 10, took, out)


@case
def rows_are_printed_while_they_happen():
    with Practice("silent") as server:
        process = subprocess.Popen([CLI, "send", "OPTIONS", f"udp:{server.udp}"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   stdin=subprocess.DEVNULL, text=True)
        lines = [process.stdout.readline() for _ in range(3)]       # long before the 32 s are over
        check(process.poll() is None and "OPTIONS sip:" in lines[2], lines)
        process.kill()
        process.communicate()


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
def the_demonstration_goes_as_it_should():
    done = expect(run("demo"), 0, ["401", "Challenge answered", "Result: 200 OK", "Timer F fired", "Result: 408 Request Timeout (local, timer-f)", "That was it."])
    check("s3cret" not in done.stdout)


def main():
    global CLI
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    CLI = sys.argv[1]
    part = sys.argv[2] if len(sys.argv) > 2 else ""
    passed = failed = 0
    for function in [c for c in CASES if part in c.__name__]:
        try:
            function()
            passed += 1
            print(f"PASS {function.__name__}")
        except Exception as error:      # one broken case must not hide the others
            failed += 1
            print(f"FAIL {function.__name__}: {type(error).__name__}: {error}")
        sys.stdout.flush()
    print(f"Totals: {passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
