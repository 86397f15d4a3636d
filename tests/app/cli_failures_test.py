#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that fail: status, origin, cause and exit code. Usage: cli_failures_test.py CLI [NAME-PART]"""
import pathlib
import re
import socket
import threading

from cli_runner import Practice, case, check, expect, main, rows, run, send_json


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
    return {cells[0]: (re.findall(r"\d{3}", cells[2]), re.findall(r"`([^`]+)`", cells[3]), re.findall(r"\d+", cells[4])) for cells in lines}


class Stream:
    """A TCP port that takes one connection and does with it what is wanted."""

    def __init__(self, act):
        self.act = act

    def __enter__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.thread = threading.Thread(target=self.serve)
        self.thread.start()
        return f"127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self):
        try:
            peer, _ = self.listener.accept()
        except OSError:
            return
        with peer:
            peer.recv(65535)
            self.act(peer)

    def __exit__(self, *_):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join()


@case
def the_ways_that_fail_end_as_the_help_says():
    table = promised()
    check(len(table) > 15, table)

    def ends(case_name, words, *options):
        result = send_json("--timers", "fast", *options)
        statuses, causes, exits = table[case_name]
        end = result["result"]
        check(str(end["status"]) in statuses and end["cause"] in causes and str(end["exit"]) in exits, case_name, end, table[case_name])
        texts = "\n".join(row["summary"] + " " + row.get("detail", "") for part in [*result["attempts"], result] for row in part["rows"])
        check(words in texts, case_name, "no row with", words, "in", texts)

    with Practice("ok", "--dns", "0") as server:
        def by_name(case_name, words, name):
            ends(case_name, words, "--resolver", server.dns, "OPTIONS", f"sip:{name}.practice.invalid")
        by_name("The name does not exist", "NXDOMAIN", "nxdomain")
        by_name("The DNS server fails, loops, or lies", "SERVFAIL", "servfail")
        by_name("The DNS server fails, loops, or lies", "circle", "cname-loop")
        ends("A MESSAGE too large for UDP", "", "MESSAGE", "udp:" + server.udp, "--body", "x" * 2000, "--header", "Content-Type: text/plain")
    ends("No DNS server answers, or can be asked", "cannot be reached", "--resolver", "127.0.0.1:1", "OPTIONS", "sip:example.invalid")
    with Practice("refuse") as server:
        ends("UDP, nothing listens there", "ICMP port unreachable", "OPTIONS", "udp:" + server.udp)
        ends("TCP, nothing listens there", "connection failed", "OPTIONS", "tcp:" + server.tcp)
    with Practice("silent") as server:
        ends("UDP, silence: a firewall drops, or nobody answers", "Timer F", "OPTIONS", "udp:" + server.udp)
        ends("UDP, silence: a firewall drops, or nobody answers", "Timer B", "INVITE", "udp:" + server.udp)
    with Stream(lambda peer: None) as address:
        ends("The connection is reset or closed before the answer", "closed by the peer", "OPTIONS", "tcp:" + address)
    with Stream(lambda peer: peer.sendall(b"SIP/2.0 400 Bad Request\r\n\r\n")) as address:
        ends("Something else than TLS answers there", "TLS handshake failed", "OPTIONS", "tls:" + address)
    with Stream(lambda peer: peer.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")) as address:
        ends("The WebSocket handshake is refused", "WebSocket refused", "OPTIONS", "ws:" + address)
    for variant in ("expired", "wrong-name", "unknown-ca"):
        with Practice("ok", "--tls", "0", "--tls-variant", variant) as server:
            address = re.search(r"tls:(\S+)", server.process.stdout.readline()).group(1)
            ends("The certificate is for somebody else, out of date, of an unknown CA", "refused by us", "OPTIONS", "tls:" + address)


main()
