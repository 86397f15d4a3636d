#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""registrar.py ADDRESS CERTIFICATES: the domain test.invalid at one address, until it is ended: DNS on port 53 of UDP with NAPTR, SRV and A,
and a registrar over TLS on port 5061 that wants a digest and takes any. Prints "ready"."""
import pathlib
import socket
import ssl
import struct
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from misbehaving import Query, answer, name, record, request  # noqa: E402

A, SRV, NAPTR = 1, 33, 35
CHALLENGE = 'WWW-Authenticate: Digest realm="test.invalid", nonce="n", algorithm=SHA-256, qop="auth"'


def names(address, server):
    zone = {("test.invalid", NAPTR): struct.pack("!HH", 10, 10) + b"\x01s\x08SIPS+D2T\x00" + name("_sips._tcp.test.invalid"),
            ("_sips._tcp.test.invalid", SRV): struct.pack("!HHH", 10, 10, 5061) + name("sip.test.invalid"),
            ("sip.test.invalid", A): socket.inet_aton(address)}
    while True:
        octets, sender = server.recvfrom(65535)
        query = Query(octets)
        data = zone.get((query.name.lower(), query.kind))
        server.sendto(query.reply(*[record(query.name, query.kind, data)] if data else []), sender)


def serve(connection):
    try:
        with connection:
            while True:
                asked = request(connection)
                reply = answer(asked) if "\r\nAuthorization:" in asked else answer(asked, "401 Unauthorized").replace(
                    b"\r\nContent-Length", f"\r\n{CHALLENGE}\r\nContent-Length".encode())
                connection.sendall(reply)
    except OSError:
        pass


def main():
    address, certificates = sys.argv[1:]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{certificates}/server.pem", f"{certificates}/server.key")
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.bind((address, 53))
    listener = socket.create_server((address, 5061))
    threading.Thread(target=names, args=(address, udp), daemon=True).start()
    print("ready", flush=True)
    while True:
        connection, _ = listener.accept()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=lambda one=connection: serve(context.wrap_socket(one, server_side=True)), daemon=True).start()


main()
