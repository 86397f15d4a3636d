# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers that do one wrong thing, in a thread of the test: a stream of octets, and a name server."""
import base64
import hashlib
import socket
import ssl
import struct
import threading
import time

PATIENCE = 20  # a guard against hanging, never a measure


class Stream:
    """A TCP port; act(connection) is done with each connection that comes, and what it leaves open is closed behind it."""

    def __init__(self, act, certificate=None, receive_buffer=None):
        self.act, self.problem = act, None
        self.listener = socket.socket()
        if receive_buffer:
            self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.listener.bind(("127.0.0.1", 0))
        self.listener.listen()
        self.address = f"127.0.0.1:{self.listener.getsockname()[1]}"
        self.context = None
        if certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(certificate, certificate.replace(".pem", ".key"))

    def __enter__(self):
        self.thread = threading.Thread(target=self.serve)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join()

    def serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            connection.settimeout(PATIENCE)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            try:
                if self.context:
                    connection = self.context.wrap_socket(connection, server_side=True)
                self.act(connection)
            except OSError:
                pass  # the other side went away: what it says about it is what is looked at
            connection.close()


def request(connection):
    """The next request as text."""
    octets = b""
    while b"\r\n\r\n" not in octets:
        more = connection.recv(65535)
        if not more:
            raise ConnectionError("closed before a request was whole")
        octets += more
    return octets.decode("utf-8", "replace")


def answer(asked, status="200 OK", body=b""):
    kept = [row for row in asked.split("\r\n") if row.split(":")[0] in ("Via", "From", "To", "Call-ID", "CSeq")]
    kept = [row + ";tag=x" if row.startswith("To:") else row for row in kept]
    return "\r\n".join([f"SIP/2.0 {status}", *kept, f"Content-Length: {len(body)}", "", ""]).encode() + body


def reset(connection):
    """Ends with RST instead of FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def until_it_goes(connection):
    """Reads what comes until the other side ends."""
    while connection.recv(65535):
        pass


def websocket(connection):
    """Answers the handshake as it should be; what follows is frames."""
    head = request(connection)
    key = [row.split(": ")[1] for row in head.split("\r\n") if row.lower().startswith("sec-websocket-key")][0]
    proof = base64.b64encode(hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()).decode()
    connection.sendall(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: sip\r\n"
                        f"Sec-WebSocket-Accept: {proof}\r\n\r\n").encode())


def frame(opcode, data=b"", fin=True, flags=0, mask=None, length=None):
    """\\p length: what it claims instead of its size"""
    size = len(data) if length is None else length
    head = bytes([(0x80 if fin else 0) | flags | opcode])
    marked = 0x80 if mask else 0
    head += bytes([marked | size]) if size < 126 else bytes([marked | 126]) + struct.pack("!H", size) if size < 65536 else bytes(
        [marked | 127]) + struct.pack("!Q", size)
    return head + ((mask + bytes(octet ^ mask[n % 4] for n, octet in enumerate(data))) if mask else data)


def received(connection):
    """The payload of the next frame with data in it, as text."""
    def exactly(count):
        octets = b""
        while len(octets) < count:
            more = connection.recv(count - len(octets))
            if not more:
                raise ConnectionError("closed inside a frame")
            octets += more
        return octets
    while True:
        first, second = exactly(2)
        size = second & 0x7f
        if size > 125:
            size = int.from_bytes(exactly(2 if size == 126 else 8), "big")
        mask = exactly(4)
        data = bytes(octet ^ mask[n % 4] for n, octet in enumerate(exactly(size)))
        if first & 15 in (1, 2):
            return data.decode()


def name(text):
    return b"".join(bytes([len(part)]) + part.encode() for part in text.split(".") if part) + b"\0"


def record(owner, kind, data, ttl=60):
    return (owner if isinstance(owner, bytes) else name(owner)) + struct.pack("!HHIH", kind, 1, ttl, len(data)) + data


class Query:
    def __init__(self, octets):
        self.octets, at, parts = octets, 12, []
        self.id = octets[:2]
        while octets[at]:
            parts.append(octets[at + 1:at + 1 + octets[at]].decode())
            at += 1 + octets[at]
        self.name, self.kind = ".".join(parts), struct.unpack("!H", octets[at + 1:at + 3])[0]
        self.question = octets[12:at + 5]

    def reply(self, *records, flags=0x8580, question=None, count=None, number=None):
        counts = struct.pack("!HHHH", 1, len(records) if count is None else count, 0, 0)
        return (number or self.id) + struct.pack("!H", flags) + counts + (question or self.question) + b"".join(records)


class NameServer:
    """A DNS server on one port of UDP and TCP; answer(query, tcp) gives the octets of the answer, or None."""

    def __init__(self, answer_to):
        self.answer_to, self.ended, self.asked = answer_to, False, []
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.bind(("127.0.0.1", 0))
        self.tcp = socket.create_server(self.udp.getsockname())
        self.address = f"127.0.0.1:{self.udp.getsockname()[1]}"
        for one in (self.udp, self.tcp):
            one.settimeout(0.05)
        self.threads = [threading.Thread(target=self.serve_udp), threading.Thread(target=self.serve_tcp)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.ended = True
        for thread in self.threads:
            thread.join()
        self.udp.close()
        self.tcp.close()

    def reply(self, octets, tcp):
        query = Query(octets)
        self.asked.append((query.kind, query.name))
        return self.answer_to(query, tcp)

    def serve_udp(self):
        while not self.ended:
            try:
                octets, sender = self.udp.recvfrom(65535)
            except OSError:
                continue
            out = self.reply(octets, False)
            if out is not None:
                self.udp.sendto(out, sender)

    def serve_tcp(self):
        while not self.ended:
            try:
                connection, _ = self.tcp.accept()
            except OSError:
                continue
            with connection:
                connection.settimeout(PATIENCE)
                try:
                    while not self.ended:  # one question after the other on one connection
                        size = struct.unpack("!H", connection.recv(2))[0]
                        out = self.reply(connection.recv(size), True)
                        if out is not None:
                            connection.sendall(struct.pack("!H", len(out)) + out)
                except (OSError, struct.error):
                    pass


def drip(connection, octets, pause=0.001):
    for octet in octets:
        connection.sendall(bytes([octet]))
        time.sleep(pause)
