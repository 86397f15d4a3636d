#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""answering.py ADDRESS PORT: answers every SIP request with 200, over UDP and TCP, until it is ended. Prints "ready"."""
import selectors
import socket
import sys

KEPT = ("via", "from", "to", "call-id", "cseq")


def answer(request):
    rows = [row for row in request.split("\r\n\r\n", 1)[0].split("\r\n")[1:] if row.split(":", 1)[0].lower() in KEPT]
    rows = [row + ";tag=x" if row.lower().startswith("to:") and ";tag=" not in row else row for row in rows]
    return "\r\n".join(["SIP/2.0 200 OK", *rows, "Content-Length: 0", "", ""]).encode()


def main():
    where = (sys.argv[1], int(sys.argv[2]))
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.bind(where)
    tcp = socket.create_server(where)
    ready = selectors.DefaultSelector()
    ready.register(udp, selectors.EVENT_READ)
    ready.register(tcp, selectors.EVENT_READ)
    waiting = {}
    print("ready", flush=True)
    while True:
        for key, _ in ready.select():
            if key.fileobj is udp:
                octets, sender = udp.recvfrom(65535)
                if octets.strip():
                    udp.sendto(answer(octets.decode()), sender)
            elif key.fileobj is tcp:
                connection, _ = tcp.accept()
                ready.register(connection, selectors.EVENT_READ)
                waiting[connection] = b""
            else:
                try:
                    octets = key.fileobj.recv(65535)
                except ConnectionError:
                    octets = b""
                if not octets:
                    ready.unregister(key.fileobj)
                    key.fileobj.close()
                    continue
                waiting[key.fileobj] += octets
                while b"\r\n\r\n" in waiting[key.fileobj]:  # requests with a body are not sent here
                    request, waiting[key.fileobj] = waiting[key.fileobj].split(b"\r\n\r\n", 1)
                    key.fileobj.sendall(answer(request.decode() + "\r\n\r\n"))


main()
