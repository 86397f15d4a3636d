# SPDX-License-Identifier: GPL-3.0-or-later
"""WebSocket servers that break its rules, or bend them."""

from bed import case
from misbehaving import Stream, answer, drip, frame, received, request, reset, until_it_goes, websocket

SIDE_BY_SIDE = 8

TEXT, BINARY, MORE, CLOSE, PING = 1, 2, 0, 8, 9


def opened(what, act, status, exit_code, cause, *rows):
    """act(connection, asked): once the request came in its frame"""
    def run(bed):
        def serve(connection):
            websocket(connection)
            act(connection, received(connection))
        with Stream(serve) as server:
            silence = ["--timers", "fast"] if status == 408 else []
            bed.send("OPTIONS", f"ws:{server.address}", *silence).expect(status, exit_code, "local" if cause else "wire", cause).shows(
                ("tcp", "connected"), ("ws", "GET /"), ("ws", "101"), ("request", "OPTIONS"), *rows)
    run.__name__ = what
    case(run)


def sent(*frames):
    def act(peer, asked):
        for one in frames:
            peer.sendall(one(asked) if callable(one) else one)
        until_it_goes(peer)
    return act


def pieces(asked):
    """The answer, cut into frames of seven octets with a Ping between all of them."""
    octets = answer(asked)
    parts = [octets[at:at + 7] for at in range(0, len(octets), 7)]
    return b"".join(frame(MORE if n else TEXT, part, fin=n == len(parts) - 1) + frame(PING, b"?") for n, part in enumerate(parts))


GOOD, BROKEN, GONE = (200, 0, None), (503, 13, "ws"), (503, 13, "reset")
opened("in pieces", sent(pieces), *GOOD, ("response", "200"))
opened("octet by octet", lambda peer, asked: (drip(peer, frame(TEXT, answer(asked))), until_it_goes(peer)), *GOOD, ("response", "200"))
opened("binary", sent(lambda asked: frame(BINARY, answer(asked))), *GOOD, ("response", "200"))
opened("binary in pieces", sent(lambda asked: frame(BINARY, answer(asked)[:30], fin=False) + frame(MORE, answer(asked)[30:])), *GOOD, ("response", "200"))
opened("two answers in one message", sent(lambda asked: frame(TEXT, answer(asked) + answer(asked))), *GOOD, ("response", "200"))
opened("too large", sent(frame(BINARY, length=1 << 40)), *BROKEN, ("ws|tcp", "1009"), ("local", "503"))
opened("too large in pieces", sent(frame(TEXT, b"x" * 60000, fin=False), *[frame(MORE, b"x" * 65000, fin=False)] * 300), *BROKEN, ("ws|tcp", "1009"), ("local", "503"))
opened("closed without reason", sent(frame(CLOSE)), *BROKEN, ("ws|tcp", "without a code"), ("local", "503"))
opened("closed with a reason", sent(frame(CLOSE, b"\x03\xe9restart")), *BROKEN, ("ws|tcp", "restart"), ("local", "503"))
opened("closed with a code that is none", sent(frame(CLOSE, b"\x03\xed")), *BROKEN, ("ws|tcp", "1002"), ("local", "503"))
opened("a Close of one octet", sent(frame(CLOSE, b"\x03")), *BROKEN, ("ws|tcp", "1002"), ("local", "503"))
opened("a reason that is no UTF-8", sent(frame(CLOSE, b"\x03\xe8\xff\xff")), *BROKEN, ("ws|tcp", "100"), ("local", "503"))
opened("the connection ends without a Close", lambda peer, asked: None, *GONE, ("tcp|ws", "without a Close"), ("local", "503"))
opened("reset", lambda peer, asked: reset(peer), *GONE, ("tcp|ws", "reset"), ("local", "503"))
opened("reset in the middle of a frame", lambda peer, asked: (peer.sendall(frame(TEXT, answer(asked))[:50]), reset(peer)), *GONE, ("tcp|ws", "reset"), ("local", "503"))
opened("masked", sent(frame(TEXT, b"a", mask=b"1234")), *BROKEN, ("ws|tcp", "1002"), ("local", "503"))
opened("reserved bits", sent(frame(TEXT, b"a", flags=0x40)), *BROKEN, ("ws|tcp", "1002"), ("local", "503"))
opened("an unknown kind", sent(frame(5)), *BROKEN, ("ws|tcp", "1002"), ("local", "503"))
opened("a piece of nothing", sent(frame(MORE, b"a")), *BROKEN, ("ws|tcp", "1002"), ("local", "503"))
opened("a Ping in pieces", sent(frame(PING, b"a", fin=False)), *BROKEN, ("ws|tcp", "1002"), ("local", "503"))
opened("a Ping of 126 octets", sent(frame(PING, b"a" * 126)), *BROKEN, ("ws|tcp", "1002"), ("local", "503"))
opened("text that is no UTF-8", sent(frame(TEXT, b"\xff\xff")), *BROKEN, ("ws|tcp", "1007"), ("local", "503"))
opened("half a message, and silence", sent(frame(TEXT, b"SIP/2.0 200 OK\r\n", fin=False)), 408, 12, "timer-f", ("timer", "Timer F"), ("local", "408"))
opened("noise instead of SIP", sent(frame(BINARY, bytes(range(256)))), 408, 12, "timer-f", ("local", "408"))
opened("an empty message", sent(frame(TEXT)), 408, 12, "timer-f", ("local", "408"))


def handshake(what, act, status, exit_code, cause, *rows):
    def run(bed):
        with Stream(lambda connection: (request(connection), act(connection))) as server:
            bed.send("OPTIONS", f"ws:{server.address}", "--timers", "fast").expect(status, exit_code, "local", cause).shows(("tcp", "connected"), ("ws", "GET /"), *rows)
    run.__name__ = what
    case(run)


handshake("refused", lambda peer: peer.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"), *BROKEN, ("ws", "WebSocket refused"), ("local", "503"))
handshake("not the proof that was asked for", lambda peer: peer.sendall(
    b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: sip\r\nSec-WebSocket-Accept: x\r\n\r\n"), *BROKEN,
          ("ws", "Sec-WebSocket-Accept"), ("local", "503"))
handshake("a head without an end", lambda peer: (peer.sendall(b"HTTP/1.1 101 x\r\n" + b"X: y\r\n" * 10000), until_it_goes(peer)), *BROKEN, ("ws", "16384"), ("local", "503"))
handshake("the end instead of an answer", lambda peer: None, *BROKEN, ("ws", "closed the connection in the middle"), ("local", "503"))
handshake("silence", lambda peer: until_it_goes(peer), 408, 12, "timer-f", ("timer", "Timer F"), ("local", "408"))
