# SPDX-License-Identifier: GPL-3.0-or-later
"""TLS with garbage in it, at every moment of a connection."""
import os
import socket
import struct
import time

from bed import case
from misbehaving import PATIENCE, Stream, answer, drip, request, reset, until_it_goes

SIDE_BY_SIDE = 8


def start(bed):
    bed.script("certs/make-certs.sh")


def in_handshake(what, act, *rows, status=503, exit_code=14, cause="tls", within=PATIENCE):
    """act: once the ClientHello is there"""
    def run(bed):
        def after_hello(connection):
            connection.recv(65535)
            act(connection)
        with Stream(after_hello) as server:
            begun = time.monotonic()
            bed.send("OPTIONS", f"tls:{server.address}", "--timers", "fast").expect(status, exit_code, "local", cause).shows(("tcp", "connected"), *rows)
            if time.monotonic() - begun > within:
                raise AssertionError("that took long")
    run.__name__ = what
    case(run)


def after_handshake(what, act, *rows, status=503, exit_code=13, cause="reset"):
    """act: once TLS is there, with a request in it"""
    def run(bed):
        with Stream(act, f"{bed.run_dir}/certs/server.pem") as server:
            bed.send("OPTIONS", f"tls:{server.address}", "--ca", f"{bed.run_dir}/certs/ca.pem", "--timers", "fast").expect(
                status, exit_code, "wire" if cause is None else "local", cause).shows(("tls", "agreed"), *rows)
    run.__name__ = what
    case(run)


def beneath(connection):
    """The same connection without TLS."""
    return socket.socket(fileno=os.dup(connection.fileno()))


def handshake_record(kind, body, version=0x0303):
    return struct.pack("!BHH", kind, version, len(body)) + body


failed = ("tls", "TLS handshake failed")
in_handshake("SIP in the clear", lambda peer: peer.sendall(b"SIP/2.0 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), failed, ("local", "503"))
in_handshake("noise", lambda peer: peer.sendall(bytes(range(256)) * 64), failed, ("local", "503"))
in_handshake("zeros", lambda peer: peer.sendall(bytes(70000)), failed, ("local", "503"))
in_handshake("a record larger than there are", lambda peer: (peer.sendall(b"\x16\x03\x03\xff\xff" + bytes(66000)), until_it_goes(peer)), failed, ("local", "503"))
in_handshake("a ServerHello of noise", lambda peer: peer.sendall(handshake_record(22, b"\x02\x00\x00\x40" + b"\xa5" * 64)), failed, ("local", "503"))
in_handshake("a ServerHello that never ends", lambda peer: (peer.sendall(handshake_record(22, b"\x02\xff\xff\xff" + bytes(16000)) * 2), until_it_goes(peer)), failed,
             ("local", "503"))
in_handshake("an alert", lambda peer: peer.sendall(handshake_record(21, b"\x02\x28")), ("tls", "handshake failure"), ("local", "503"))
in_handshake("an alert nobody knows", lambda peer: peer.sendall(handshake_record(21, b"\x02\xfe")), failed, ("local", "503"))
in_handshake("data before the handshake", lambda peer: peer.sendall(handshake_record(23, b"SIP/2.0 200 OK\r\n\r\n")), failed, ("local", "503"))
in_handshake("half a record, and the end", lambda peer: peer.sendall(b"\x16\x03\x03\x01"), ("tls", "closed the connection in the middle"), ("local", "503"))
in_handshake("reset", reset, ("tls", "reset the connection in the middle"), ("local", "503"))
in_handshake("half a record, and silence", lambda peer: (peer.sendall(b"\x16\x03\x03\x01"), until_it_goes(peer)), ("timer", "Timer F"), ("local", "408"), status=408, exit_code=12,
             cause="timer-f")

after_handshake("answered octet by octet", lambda peer: (drip(peer, answer(request(peer))), until_it_goes(peer)), ("request", "OPTIONS"), ("response", "200"), status=200, exit_code=0,
                cause=None)
after_handshake("noise below TLS", lambda peer: (request(peer), beneath(peer).sendall(b"\xff" * 200), until_it_goes(peer)), ("request", "OPTIONS"), ("tls", "no TLS any more"), ("local", "503"), exit_code=14,
                cause="tls")
after_handshake("noise inside TLS", lambda peer: (request(peer), peer.sendall(b"\xff\x00" * 40000), until_it_goes(peer)), ("request", "OPTIONS"), ("tls", "closed by us"),
                ("local", "503"))
after_handshake("closed without a word", request, ("request", "OPTIONS"), ("tls", "closed by the peer"), ("local", "503"))
after_handshake("half an answer, and the end", lambda peer: peer.sendall(answer(request(peer), body=b"x" * 100)[:-50]), ("request", "OPTIONS"), ("response|note", "only 50 came"),
                ("local", "503"))
after_handshake("half an answer, and silence", lambda peer: (peer.sendall(answer(request(peer))[:60]), until_it_goes(peer)), ("request", "OPTIONS"), ("local", "408"), status=408,
                exit_code=12, cause="timer-f")
