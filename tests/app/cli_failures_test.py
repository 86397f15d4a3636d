#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that fail: status, origin, cause and exit code. Usage: cli_failures_test.py CLI [NAME-PART]"""
import concurrent.futures
import json
import pathlib
import re
import socket
import subprocess
import sys

from cli_runner import CLI, WAIT, Practice, case, check, check_schema, expect, main, rows, run, send_json

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "peers"))
from misbehaving import Stream, frame, received, request, until_it_goes, websocket  # noqa: E402


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


HELP = pathlib.Path(__file__).parent.parent.parent / "resources/help/path.md"


def promised():
    """The table of ways that fail: case to (statuses, causes, exit codes)."""
    table = HELP.read_text().split("## When the way fails")[1]
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("| ")][1:]
    return {cells[0]: (re.findall(r"\d{3}", cells[2]), re.findall(r"`([^`]+)`", cells[3]) or ["none"], re.findall(r"\d+", cells[4])) for cells in lines}


class FullBacklog:
    """A TCP port that takes no connection any more: who asks for one hears nothing."""

    def __enter__(self):
        self.listener = socket.socket()
        self.listener.bind(("127.0.0.1", 0))
        self.listener.listen(0)
        self.waiting = [socket.socket() for _ in range(3)]
        for one in self.waiting:
            one.setblocking(False)
            one.connect_ex(self.listener.getsockname())
        return f"127.0.0.1:{self.listener.getsockname()[1]}"

    def __exit__(self, *_):
        for one in (self.listener, *self.waiting):
            one.close()


def ends(promise, words, *options, timers="fast", program=None):
    """One request, compared with its line of the table. \p words: of a row; \p program: what runs viatrace-cli, if not we"""
    statuses, causes, exits = promised()[promise]
    argv = ["--json", "--timers", timers, *options]
    done = subprocess.run([*program, CLI, "send", *argv], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=WAIT) if program else run("send", *argv)
    if program and done.returncode == 77:
        print(f"     skipped: {promise}: {done.stdout.strip()}")
        return promise
    result = json.loads(done.stdout)
    check_schema(result)
    end = result["result"]
    check(end["exit"] == done.returncode, end)
    check(not statuses or (str(end["status"]) in statuses and end.get("cause", "none") in causes and str(end["exit"]) in exits
                           and end["origin"] == ("wire" if causes == ["none"] else "local")), promise, end, promised()[promise])
    texts = "\n".join(row["summary"] + " " + row.get("detail", "") for part in [*result["attempts"], result] for row in part["rows"])
    check(words in texts, promise, "no row with", words, "in", texts)
    return promise


def at_practice(promise, words, behaviour, *options, over="udp", method="OPTIONS"):
    with Practice(behaviour) as server:
        return ends(promise, words, method, f"{over}:{getattr(server, over)}", *options)


def by_name(promise, words, name, behaviour="ok"):
    with Practice(behaviour, "--dns", "0") as server:
        return ends(promise, words, "--resolver", server.dns, "OPTIONS", f"sip:{name}.practice.invalid")


def at_stream(promise, words, act, *options, over="tcp", timers="fast"):
    with Stream(act) as server:
        return ends(promise, words, "OPTIONS", f"{over}:{server.address}", *options, timers=timers)


def at_tls(promise, words, variant, *options):
    with Practice("ok", "--tls", "0", "--tls-variant", variant) as server:
        return ends(promise, words, "OPTIONS", "tls:" + server.tls, *[server.authority if option == "CA" else option for option in options])


def at_full_backlog(promise, words, timers):
    with FullBacklog() as address:
        return ends(promise, words, "OPTIONS", "tcp:" + address, timers=timers)


def on_path(promise, words, kind, target):
    return ends(promise, words, "OPTIONS", target, program=[str(PATH), kind, "--"])


def first(octets):
    """Sends them once something was asked, and stays."""
    return lambda peer: (peer.recv(65535), peer.sendall(octets), until_it_goes(peer))


def broken_websocket(peer):
    websocket(peer)
    received(peer)
    peer.sendall(frame(5))
    until_it_goes(peer)


PATH = pathlib.Path(__file__).parent.parent / "peers/path/path.sh"
FAR = "198.51.100.2:5060"
LIES, SILENT_DNS = "The DNS server fails, loops, or lies", "No DNS server answers, or can be asked"
SILENCE, STREAM_SILENCE = "UDP, silence: a firewall drops, or nobody answers", "TCP, silence while connecting"
CUT, CERTIFICATE = "The connection is reset or closed before the answer", "The certificate is for somebody else, out of date, of an unknown CA, or weak"
NO_SIP, NO_TLS = "What comes over the connection cannot be cut into messages", "Something else than TLS answers there"
SAYS_NOTHING = "The peer takes the connection and says nothing in the handshake"
WAYS = (
    (by_name, "The name does not exist", "NXDOMAIN", "nxdomain"),
    (by_name, LIES, "SERVFAIL", "servfail"),
    (by_name, LIES, "circle", "cname-loop"),
    (ends, SILENT_DNS, "cannot be reached", "--resolver", "127.0.0.1:1", "OPTIONS", "sip:example.invalid"),
    (ends, "The target that was pinned is not among those found", "pinned", "--pin", "udp:192.0.2.7", "OPTIONS", "udp:127.0.0.1:9"),
    (ends, "Every target is taken for dead", "taken for dead", "--pretend-dead", "127.0.0.1", "OPTIONS", "udp:127.0.0.1:9"),
    (at_practice, "UDP, nothing listens there", "ICMP port unreachable", "refuse"),
    (on_path, "UDP, a firewall rejects", "prohibited", "rejected", "udp:" + FAR),
    (at_practice, SILENCE, "Timer F", "silent"),
    (lambda *case: at_practice(*case, method="INVITE"), SILENCE, "Timer B", "silent"),
    (lambda *case: at_practice(*case, over="tcp"), "TCP, nothing listens there", "connection failed", "refuse"),
    (at_full_backlog, STREAM_SILENCE, "Timer F", "fast"),
    (at_full_backlog, STREAM_SILENCE, "does not answer", "rfc"),
    (on_path, "No way leads there, or a firewall rejects TCP", "connection failed", "rejected", "tcp:" + FAR),
    (on_path, "No way leads there, or a firewall rejects TCP", "host unreachable", "no-host", "udp:" + FAR),
    (at_stream, CUT, "closed by the peer", request),
    (at_stream, NO_SIP, "closed by us", first(b"\xff" * 80_000)),
    (at_tls, CERTIFICATE, "refused by us", "expired"),
    (at_tls, CERTIFICATE, "refused by us", "wrong-name"),
    (at_tls, CERTIFICATE, "refused by us", "unknown-ca"),
    (at_tls, CERTIFICATE, "refused by us", "missing-intermediate", "--ca", "CA"),
    (at_tls, "The server ends the handshake", "alert", "client-cert", "--ca", "CA"),
    (ends, "Our own certificate or key cannot be used", "cannot be used", "--cert", "/nowhere.pem", "OPTIONS", "tls:127.0.0.1:9"),
    (lambda *case: at_stream(*case, over="tls"), NO_TLS, "TLS handshake failed", first(b"SIP/2.0 400 Bad Request\r\n\r\n")),
    (lambda *case: at_stream(*case, over="tls"), SAYS_NOTHING, "Timer F", until_it_goes),
    (lambda *case: at_stream(*case, over="tls", timers="rfc"), SAYS_NOTHING, "within 10 s", until_it_goes),
    (lambda *case: at_stream(*case, over="ws", timers="rfc"), SAYS_NOTHING, "within 10 s", until_it_goes),
    (lambda *case: at_stream(*case, over="ws"), "The WebSocket handshake is refused", "WebSocket refused",
     first(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")),
    (lambda *case: at_stream(*case, over="ws"), "The WebSocket is closed or breaks its rules before the answer", "1002", broken_websocket),
    (lambda *case: at_practice(*case, "--body", "x" * 2000, "--header", "Content-Type: text/plain", method="MESSAGE"), "A MESSAGE too large for UDP", "", "ok"),
    (by_name, "Every target of a name failed", "ICMP port unreachable", "srv-dead-first", "refuse"),
    (at_practice, "The server answers 503, and no other target is left", "503", "code:503"),
)


@case
def the_ways_that_fail_end_as_the_help_says():
    """Side by side: most of it is waiting."""
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        seen = set(pool.map(lambda way: way[0](*way[1:]), WAYS))
    missing = set(promised()) - seen
    check(not missing, "nothing shows", missing)


main()
