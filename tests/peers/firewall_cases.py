# SPDX-License-Identifier: GPL-3.0-or-later
"""Firewalls that reject and that drop, and ways that do not lead there: rows, local status, cause and exit code of each."""
import time

from bed import case
from path_run import TARGET, send_on_path

SIDE_BY_SIDE = 4
HOST = "198.51.100.2:5060"


def blocked(what, kind, target, status, exit_code, cause, *rows, method="OPTIONS", quick=True, options=()):
    def run(bed):
        begun = time.monotonic()
        timers = "rfc" if quick else "fast" # a timer that is waited for cannot be mistaken for a busy machine
        send_on_path(bed, kind, "--timers", timers, *options, method, target).expect(status, exit_code, "local", cause).shows(*rows)
        if quick and time.monotonic() - begun > 25:
            raise AssertionError("it waited for a timer, although the network had said no")
    run.__name__ = what
    case(run)


blocked("rejected by a router, UDP", "rejected", f"udp:{HOST}", 503, 13, "icmp", ("request", "OPTIONS"), ("note", "192.0.2.254"), ("local", "503"))
blocked("rejected by a router, INVITE", "rejected", f"udp:{HOST}", 503, 13, "icmp", ("request", "INVITE"), ("note", "192.0.2.254"), ("local", "503"), method="INVITE")
blocked("rejected by a router, TCP", "rejected", f"tcp:{HOST}", 503, 13, "unreachable", ("tcp", "connecting"), ("tcp", "failed"), ("local", "503"))
blocked("rejected by a router, TLS", "rejected", f"tls:{HOST}", 503, 13, "unreachable", ("tcp", "connecting"), ("tcp", "failed"), ("local", "503"))
blocked("rejected by the server's own firewall, UDP", "reset", f"udp:{HOST}", 503, 13, "icmp", ("request", "OPTIONS"), ("note", "198.51.100.2"), ("local", "503"))
blocked("rejected by the server's own firewall, TCP", "reset", f"tcp:{HOST}", 503, 13, "refused", ("tcp", "connecting"), ("tcp", "failed"), ("local", "503"))
blocked("dropped, UDP", "dropped", f"udp:{HOST}", 408, 12, "timer-f", ("request", "OPTIONS"), ("timer", "Timer E"), ("timer", "Timer F"), ("local", "408"), quick=False)
blocked("dropped, INVITE", "dropped", f"udp:{HOST}", 408, 12, "timer-b", ("request", "INVITE"), ("timer", "Timer A"), ("timer", "Timer B"), ("local", "408"), method="INVITE",
        quick=False)
blocked("dropped, TCP", "dropped", f"tcp:{HOST}", 408, 12, "timer-f", ("tcp", "connecting"), ("timer", "Timer F"), ("local", "408"), quick=False)
blocked("no such host behind the router, UDP", "no-host", f"udp:{HOST}", 503, 13, "unreachable", ("request", "OPTIONS"), ("note", "host unreachable"), ("local", "503"))
blocked("no such host behind the router, TCP", "no-host", f"tcp:{HOST}", 503, 13, "unreachable", ("tcp", "connecting"), ("tcp", "failed"), ("local", "503"))
blocked("no such network behind the router, UDP", "no-net", f"udp:{HOST}", 503, 13, "unreachable", ("request", "OPTIONS"), ("note", "network unreachable"), ("local", "503"))
blocked("no such network behind the router, TCP", "no-net", f"tcp:{HOST}", 503, 13, "unreachable", ("tcp", "connecting"), ("tcp", "failed"), ("local", "503"))
blocked("no server on that port", "icmp", "udp:198.51.100.2:5999", 503, 13, "refused", ("request", "OPTIONS"), ("note", "port unreachable"), ("local", "503"))
blocked("no server on that port, TCP", "icmp", "tcp:198.51.100.2:5999", 503, 13, "refused", ("tcp", "connecting"), ("tcp", "failed"), ("local", "503"))
blocked("no way out of this machine", "icmp", "udp:[2001:db8::1]:5060", 503, 13, "unreachable", ("local", "503"))
blocked("the DNS server is behind the firewall", "dropped", "udp:example.com:5060", 503, 15, "dns", ("dns", "no answer from 198.51.100.2:5060"), ("dns", "nowhere to send"),
        ("local", "503"), quick=False, options=("--resolver", "198.51.100.2:5060"))


@case
def a_large_request_falls_back_to_udp_when_tcp_is_rejected(bed):
    answer = send_on_path(bed, "reset", "--timers", "fast", "--header", "X-Padding: " + "x" * 1400, "OPTIONS", TARGET).expect(503, 13, "local", "icmp")
    answer.shows(("note", "TCP instead of UDP"), ("tcp", "failed"), ("note", "back to UDP"), ("request", "OPTIONS"), ("local", "503"))
