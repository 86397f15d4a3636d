# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of viatrace-cli share: it is run as a user or a script runs it, the practice server too.

Loopback only, ports chosen by the system."""
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
EXAMPLES = SOURCE / "resources" / "examples"
CLI = sys.argv[1] if len(sys.argv) > 1 else ""
CASES = []
WAIT = 60       # a guard against hanging, never a measure

GOOD = ("OPTIONS sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1\r\nMax-Forwards: 70\r\n"
        "From: \"Alice\" <sip:alice@example.com>;tag=a\r\nTo: <sip:bob@example.com>\r\nCall-ID: 1@example.com\r\nCSeq: 1 OPTIONS\r\n"
        "Accept: application/sdp\r\nContent-Length: 0\r\n\r\n")


class Skipped(Exception):
    """Its text names the package that is missing."""


def case(function):
    CASES.append(function)
    return function


def clean(environment):
    """Ours without the secrets of whoever runs the tests."""
    return {k: v for k, v in os.environ.items() if not k.startswith("VIATRACE_SECRET_")} | environment


def run(*argv, stdin=None, timeout=WAIT, **environment):
    return subprocess.run([CLI, *map(str, argv)], input=stdin, stdin=subprocess.DEVNULL if stdin is None else None,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=timeout, env=clean(environment))


def start(*argv, **environment):
    """A run that goes on: output and signals are the caller's."""
    return subprocess.Popen([CLI, *map(str, argv)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
                            env=clean(environment))


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
        self.process = start("practice", "--behaviour", self.behaviour, *self.options)
        line = self.process.stdout.readline()
        match = re.search(r"udp:(\S+) tcp:(\S+)", line)
        if not match:
            self.process.kill()
            raise AssertionError(f"practice said {line!r} {self.process.communicate()[1]!r}")
        self.udp, self.tcp = match.groups()
        if "--dns" in self.options:
            self.dns = re.search(r"DNS server: (\S+),", self.process.stdout.readline()).group(1)
        if "--ws" in self.options:
            self.ws = re.search(r"ws:(\S+) ", self.process.stdout.readline()).group(1)
        if "--tls" in self.options:
            self.tls, self.authority = re.search(r"tls:(\S+) .*--ca (.*)", self.process.stdout.readline()).groups()
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        self.out, self.err = self.process.communicate(timeout=WAIT)
        check(self.process.returncode == 0, "practice ended with", self.process.returncode, self.err)


class Peer:
    """A plain UDP socket: the test sees the octets that arrive and says what is answered."""

    def __enter__(self):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.socket.settimeout(WAIT)
        self.port = self.socket.getsockname()[1]
        self.target = f"udp:127.0.0.1:{self.port}"
        return self

    def __exit__(self, *_):
        self.socket.close()

    def receive(self):
        """The next message as text; answers go to where it came from."""
        octets, self.sender = self.socket.recvfrom(65535)
        return octets.decode()

    def send(self, *lines):
        self.socket.sendto("\r\n".join([*lines, "Content-Length: 0", "", ""]).encode(), self.sender)

    def answer(self, request, status, *more, edit=lambda row: row):
        """Repeats what every answer repeats, with a tag in To. edit: changes each of these rows."""
        kept = [row for row in request.split("\r\n") if row.split(":")[0] in ("Via", "From", "To", "Call-ID", "CSeq")]
        kept = [row + ";tag=x" if row.startswith("To:") and ";tag=" not in row else row for row in kept]
        self.send(f"SIP/2.0 {status}", *[edit(row) for row in kept], *more)


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


def main():
    """Runs the cases of the file that calls it. Does not return: exit 0 all passed, 1 a failure, 2 no program was named."""
    if not CLI:
        print(sys.modules["__main__"].__doc__)
        sys.exit(2)
    part = sys.argv[2] if len(sys.argv) > 2 else ""
    passed = failed = skipped = 0
    for function in [c for c in CASES if part in c.__name__]:
        try:
            function()
            passed += 1
            print(f"PASS {function.__name__}")
        except Skipped as reason:
            skipped += 1
            print(f"SKIP {function.__name__}: {reason}")
        except Exception as error:      # one broken case must not hide the others
            failed += 1
            print(f"FAIL {function.__name__}: {type(error).__name__}: {error}")
        sys.stdout.flush()
    print(f"Totals: {passed} passed, {failed} failed, {skipped} skipped")
    sys.exit(1 if failed else 0)
