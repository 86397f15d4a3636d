#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A bad line between two interfaces, packet by packet: delay, loss, copies, another order. Needs no kernel module, but CAP_NET_RAW.

  line.py NEAR FAR [--delay MS] [--loss PERCENT] [--duplicate PERCENT] [--reorder PERCENT] [--seed N]
  line.py --whole INTERFACE ...     have the system finish checksums and cut segments itself, as a cable needs it

Each way has the delay and dice of its own; the same seed and the same traffic meet the same fate again. Only UDP and TCP are hit: what
the system says by itself (ARP, ICMP) would use up throws at times of its own.
What is reordered waits 40 ms more than the others. Prints "ready"."""
import argparse
import ctypes
import fcntl
import heapq
import random
import select
import signal
import socket
import struct
import time

EVERY_PROTOCOL, IPV4, IPV6 = 3, 0x0800, 0x86dd
SIOCETHTOOL, OFFLOADS = 0x8946, (0x17, 0x1f, 0x24)  # transmit checksums, TCP segmentation, generic segmentation
HELD_BACK = 0.04
UDP, TCP = 17, 6


def is_hit(frame):
    kind = struct.unpack("!H", frame[12:14])[0]
    return kind in (IPV4, IPV6) and frame[14 + (9 if kind == IPV4 else 6)] in (UDP, TCP)


def without_offloads(interface):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        for command in OFFLOADS:
            wanted = ctypes.create_string_buffer(struct.pack("II", command, 0))
            fcntl.ioctl(any_socket, SIOCETHTOOL, struct.pack("16sP", interface.encode(), ctypes.addressof(wanted)))


def opened(interface):
    end = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(EVERY_PROTOCOL))
    end.bind((interface, 0))
    return end


class Line:
    def __init__(self, options):
        self.options, self.dice = options, {}
        self.waiting, self.number = [], 0

    def take(self, frame, onto):
        if not is_hit(frame):
            self.later(frame, onto, 0)
            return
        dice = self.dice.setdefault(onto, random.Random(f"{self.options.seed} {len(self.dice)}"))
        loss, copy, order = (dice.random() * 100 for _ in range(3))
        if loss < self.options.loss:
            return
        held = HELD_BACK if order < self.options.reorder else 0
        for _ in range(2 if copy < self.options.duplicate else 1):
            self.later(frame, onto, self.options.delay / 1000 + held)

    def later(self, frame, onto, seconds):
        self.number += 1
        heapq.heappush(self.waiting, (time.monotonic() + seconds, self.number, frame, onto))

    def deliver(self):
        """Sends what is due. Returns how long the next one waits."""
        while self.waiting and self.waiting[0][0] <= time.monotonic():
            _, _, frame, onto = heapq.heappop(self.waiting)
            try:
                onto.send(frame)
            except OSError:
                pass  # larger than the interface takes: a line loses that without a word
        return max(0, self.waiting[0][0] - time.monotonic()) if self.waiting else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("interfaces", nargs="+")
    parser.add_argument("--whole", action="store_true")
    for option in ("delay", "loss", "duplicate", "reorder"):
        parser.add_argument("--" + option, type=float, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.whole:
        for interface in options.interfaces:
            without_offloads(interface)
        return
    near, far = (opened(interface) for interface in options.interfaces)
    line, ended = Line(options), []
    signal.signal(signal.SIGTERM, lambda *_: ended.append(True))
    print("ready", flush=True)
    while not ended:
        for end in select.select([near, far], [], [], line.deliver())[0]:
            try:
                frame, where = end.recvfrom(65535)
            except OSError:
                return  # the interfaces went: the path is taken down
            if where[2] != socket.PACKET_OUTGOING:
                line.take(frame, far if end is near else near)


main()
