# SPDX-License-Identifier: GPL-3.0-or-later
"""rawpeer: bytes that sipp cannot send."""
from asking import raw_case

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
