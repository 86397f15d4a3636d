# SPDX-License-Identifier: GPL-3.0-or-later
"""TCP peers that drip, stop, never read, or break off in the middle."""
import socket
import threading
import time

from bed import case
from misbehaving import PATIENCE, Stream, answer, drip, request, reset, until_it_goes

SIDE_BY_SIDE = 8


def stream(what, act, status, exit_code, cause, *rows, options=(), method="OPTIONS", receive_buffer=None):
    def run(bed):
        with Stream(act, receive_buffer=receive_buffer) as server:
            bed.send(method, f"tcp:{server.address}", "--timers", "fast", *options).expect(status, exit_code, "local" if cause else "wire", cause).shows(("tcp", "connected"), *rows)
    run.__name__ = what
    case(run)


def whole(connection, body=b"0123456789" * 10):
    return answer(request(connection), body=body)


RESET = (503, 13, "reset")
SILENT = (408, 12, "timer-f")
stream("dripped", lambda peer: (drip(peer, whole(peer)), until_it_goes(peer)), 200, 0, None, ("request", "OPTIONS"), ("response", "200"))
stream("dripped too slowly", lambda peer: drip(peer, whole(peer), 0.2), *SILENT, ("request", "OPTIONS"), ("timer", "Timer F"), ("local", "408"))
stream("reset before the answer", lambda peer: (request(peer), reset(peer)), *RESET, ("request", "OPTIONS"), ("tcp", "reset"), ("local", "503"))
stream("reset in the middle of the answer", lambda peer: (peer.sendall(whole(peer)[:80]), time.sleep(0.1), reset(peer)), *RESET,
       ("request", "OPTIONS"), ("tcp", "reset"), ("local", "503"))
stream("closed in the middle of the head", lambda peer: peer.sendall(whole(peer)[:80]), *RESET, ("request", "OPTIONS"), ("tcp", "closed by the peer"), ("local", "503"))
stream("closed in the middle of the body", lambda peer: peer.sendall(whole(peer)[:-5]), *RESET, ("request", "OPTIONS"), ("response|note", "only 95 came"), ("tcp", "closed by the peer"),
       ("local", "503"))
stream("half closed at once", lambda peer: (peer.shutdown(socket.SHUT_WR), until_it_goes(peer)), *RESET, ("tcp", "closed by the peer"), ("local", "503"))
stream("half closed behind the answer", lambda peer: (peer.sendall(whole(peer)), peer.shutdown(socket.SHUT_WR), until_it_goes(peer)), 200, 0, None, ("response", "200"))
stream("half an answer, and silence", lambda peer: (peer.sendall(whole(peer)[:-5]), until_it_goes(peer)), *SILENT, ("request", "OPTIONS"), ("local", "408"))
# Where a message ends cannot be told then: what came counts, the connection is closed.
stream("no length", lambda peer: (peer.sendall(whole(peer).replace(b"Content-Length", b"X-Length")), until_it_goes(peer)), 200, 0, None, ("request", "OPTIONS"),
       ("response", "200"), ("tcp", "closed by us"))
stream("a length that lies", lambda peer: (peer.sendall(whole(peer).replace(b"Content-Length: 100", b"Content-Length: 99999999999")), until_it_goes(peer)), *RESET,
       ("tcp", "closed by us"), ("local", "503"))
stream("a negative length", lambda peer: (peer.sendall(whole(peer).replace(b"Content-Length: 100", b"Content-Length: -1")), until_it_goes(peer)), 200, 0, None,
       ("response", "200"), ("tcp", "closed by us"))
stream("a head without an end", lambda peer: (request(peer), peer.sendall(b"SIP/2.0 200 OK\r\n" + b"X-More: x\r\n" * 20000), until_it_goes(peer)), *RESET,
       ("tcp", "closed by us"), ("local", "503"))
stream("HTTP", lambda peer: (request(peer), peer.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), until_it_goes(peer)), None, None, "timer-f",
       ("request", "OPTIONS"), ("response|note|tcp", ""), ("local", ""))
stream("noise", lambda peer: (request(peer), peer.sendall(b"\xff\x00\x80" * 40000), until_it_goes(peer)), *RESET, ("tcp", "closed by us"), ("local", "503"))


@case
def never_reads(bed):
    """A request of many megabytes to a peer that takes none of them: the transaction ends, with what was sent in sight."""
    waited = threading.Event()
    body = f"{bed.run_dir}/large.bin"
    with open(body, "wb") as file:
        file.write(b"x" * 12_000_000)
    with Stream(lambda _: waited.wait(PATIENCE), receive_buffer=4096) as server:
        try:
            bed.send("MESSAGE", f"tcp:{server.address}", "--timers", "fast", "--body-file", body, "--header", "Content-Type: application/octet-stream").expect(
                408, 12, "local", "timer-f").shows(("tcp", "connected"), ("request", "MESSAGE"), ("timer", "Timer F"), ("local", "408"))
        finally:
            waited.set()
