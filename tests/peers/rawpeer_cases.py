# SPDX-License-Identifier: GPL-3.0-or-later
"""rawpeer: bytes that sipp cannot send."""
from bed import case


def raw_case(behaviour, method, transport, status, exit_code, *options, origin="wire", parameters=(), judged=True):
    def run(bed):
        port = bed.base + 110
        bed.script("rawpeer/run.sh", "-b", "-t", transport, "-p", port, behaviour, *parameters)
        try:
            bed.send(method, f"{transport}:127.0.0.1:{port}", "--ruri", f"sip:x@127.0.0.1:{port}", *options).expect(status, exit_code, origin)
            if judged:
                bed.script("rawpeer/run.sh", "-r")
        finally:
            bed.script("rawpeer/run.sh", "-s", check=False)
    run.__name__ = f"{behaviour} {method} {transport}"
    case(run)


raw_case("plain", "INVITE", "udp", 486, 10)
raw_case("plain", "INVITE", "tcp", 486, 10)
raw_case("plain", "OPTIONS", "udp", 200, 0)
raw_case("drip", "INVITE", "tcp", 486, 10)
raw_case("split", "INVITE", "tcp", 486, 10)
raw_case("split", "OPTIONS", "tcp", 200, 0)
raw_case("pipelined", "INVITE", "tcp", 486, 10)
raw_case("big-udp", "INVITE", "udp", 486, 10)
raw_case("big-stream", "INVITE", "tcp", 486, 10)
raw_case("stall", "OPTIONS", "tcp", 408, 12, "--timers", "fast", origin="local", parameters=("seconds=5",), judged=False)
raw_case("icmp", "OPTIONS", "udp", 503, 13, origin="local", parameters=("seconds=1",), judged=False)
