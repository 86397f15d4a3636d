# SPDX-License-Identifier: GPL-3.0-or-later
"""One peer, how it is asked, and what is expected of its answer."""
import json
import os
import pathlib
import socket
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# Where the ports of a group begin; it has ROOM of them. A group without peers of fixed ports has 0.
BASE = {"kamailio": 15060, "sipp": 15560, "rawpeer": 16060, "baresip": 16560, "dns": 17060, "openssl": 17560, "ws": 18060, "mtu": 0, "firewall": 0, "line": 0,
        "bad_names": 0, "bad_tls": 0, "bad_streams": 0, "bad_ws": 0}
PACKAGE = {"openssl": ("openssl", "openssl"), "kamailio": ("kamailio", "kamailio"), "ws": ("kamailio", "kamailio"), "sipp": ("sipp", "sip-tester"),
           "baresip": ("baresip", "baresip-core"), "dns": ("nsd", "nsd"), "mtu": ("ip", "iproute2"), "firewall": ("ip", "iproute2"), "line": ("ip", "iproute2"),
           "bad_tls": ("openssl", "openssl")}
ROOM, STEP, PLACES = 500, 4000, 4  # several checkouts may be tested at once; all below the ports that the system gives
CASES = []


def case(run):
    CASES.append(run)
    return run


def place(base):
    """Ports for one run of a group: the first place nobody else tests in, and what keeps it taken."""
    for first in range(base, base + PLACES * STEP, STEP):
        keeper = socket.socket()
        try:
            keeper.bind(("127.0.0.1", first + ROOM - 1))
            return first, keeper
        except OSError:
            keeper.close()
    raise AssertionError(f"{PLACES} others test here already")


class Bed:
    """One run of one group: where the peer is, and how to ask it something."""

    def __init__(self, cli, group):
        self.cli, self.group = cli, group
        self.base, self.keeper = place(BASE[group]) if BASE[group] else (0, None)
        self.stops = []
        self.run_dir = tempfile.mkdtemp(prefix=f"viatrace-{group}-")
        self.env = dict(os.environ, SIPBED_PORT=str(self.base), SIPBED_RUN=self.run_dir, VIATRACE_SECRET_ALICE="secret-alice", VIATRACE_SECRET_CAROL="secret-carol",
                        VIATRACE_SECRET_NOQOP="secret-noqop", VIATRACE_SECRET_COLON="a:b:c", VIATRACE_SECRET_UTF8="pässwörd")

    def latin1(self):
        """A file that is no UTF-8."""
        path = pathlib.Path(self.run_dir) / "latin1.txt"
        path.write_bytes("Gr\u00fc\u00dfe".encode("latin-1"))
        return str(path)

    def script(self, *argv, check=True, timeout=90):
        done = subprocess.run([str(HERE / argv[0]), *map(str, argv[1:])], env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=timeout)
        if check and done.returncode:
            raise AssertionError(f"{argv[0]} ended with {done.returncode}: {done.stdout.strip()[-600:]}")
        return done

    def start(self, peer, *argv):
        """Runs until stop()."""
        started = self.script(f"{peer}/start.sh", *argv, check=False)
        if started.returncode:
            raise (Skipped if started.returncode in (2, 77) else AssertionError)(f"{peer}: {started.stdout.strip()[-400:]}")
        self.stops.insert(0, f"{peer}/stop.sh")

    def stop(self):
        for script in self.stops:
            self.script(script, check=False)

    def send(self, method, target, *options, secret=None, timeout=60):
        env = dict(self.env)
        if secret is not None:
            env["VIATRACE_SECRET_ALICE"] = secret
        done = subprocess.run([self.cli, "send", "--json", *options, method, target], env=env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=timeout)
        try:
            answer = Answer(json.loads(done.stdout))
        except ValueError:
            raise AssertionError(f"no JSON (exit {done.returncode}): {done.stdout[:300]} {done.stderr[:300]}") from None
        if answer.result["exit"] != done.returncode:
            raise AssertionError(f"exit code {done.returncode}, JSON says {answer.result['exit']}")
        for secret_text in ("secret-alice", "secret-noqop", "a:b:c", "pässwörd"):
            if secret_text in done.stdout + done.stderr:
                raise AssertionError("a password is in the output")
        return answer


class Skipped(Exception):
    """This case needs something that is not there."""


class Answer:
    def __init__(self, data):
        self.data, self.result, self.attempts = data, data["result"], data["attempts"]

    def statuses(self):
        """The final or last status of every attempt's response rows, in order."""
        return [row["status"] for attempt in self.attempts for row in attempt["rows"] if row["kind"] in ("response", "local")
                and row["status"] >= 200 and row.get("method", attempt["method"]) == attempt["method"]]

    def summaries(self, *kinds):
        """What the rows of these kinds say, those of the attempts first, then those of the dialogs."""
        every = [row for attempt in self.attempts for row in attempt["rows"]] + self.data.get("rows", [])
        return [row["summary"] for row in every if row["kind"] in kinds]

    def shows(self, *wanted):
        """Each (kind, words) is a row; they come in this order, others may stand between them. Of several kinds: "tcp|ws"."""
        rows = sorted((row for part in [*self.attempts, self.data] for row in part["rows"]), key=lambda row: row["seq"])
        texts = [(row["kind"], f'{row["summary"]} {row.get("detail", "")}') for row in rows]
        left = iter(texts)
        for kind, words in wanted:
            if not any(has in kind.split("|") and words in text for has, text in left):
                raise AssertionError(f"no row {kind} with \"{words}\", or not in this order, in\n  " + "\n  ".join(f"{k}: {t[:200]}" for k, t in texts))
        return self

    def expect(self, status, exit_code, origin="wire", cause=None, attempts=None):
        problems = []
        for name, wanted in (("status", status), ("exit", exit_code), ("origin", origin), ("cause", cause)):
            if wanted is not None and self.result.get(name) != wanted:
                problems.append(f"{name} is {self.result.get(name)!r}, wanted {wanted!r}")
        if attempts is not None and len(self.attempts) != attempts:
            problems.append(f"{len(self.attempts)} attempts {[a['why'] for a in self.attempts]}, wanted {attempts}")
        if problems:
            raise AssertionError("; ".join(problems))
        return self


ALICE = ("--user", "alice")
OFFER = ("--body", "v=0\r\no=alice 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 49170 RTP/AVP 0 8\r\na=rtpmap:0 PCMU/8000\r\n")
