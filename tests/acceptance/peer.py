# SPDX-License-Identifier: GPL-3.0-or-later
"""A server whose every word a scenario says."""
import socket


class Server:
    """A socket that receives and answers."""

    def __enter__(self):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.socket.settimeout(15)
        self.port = self.socket.getsockname()[1]
        return self

    def __exit__(self, *_):
        self.socket.close()

    def receive(self, start):
        """The next message that begins so, and what came before it goes unnoticed."""
        while True:
            data, self.client = self.socket.recvfrom(65535)
            text = data.decode()
            if text.startswith(start):
                return text

    def answer(self, request, status, *more):
        """With the rows that every answer repeats, and `more`."""
        rows = [row for row in request.split("\r\n") if row.split(":")[0] in ("Via", "From", "To", "Call-ID", "CSeq")]
        rows = [row + ";tag=r" if row.startswith("To:") and "tag=" not in row else row for row in rows]
        self.send("\r\n".join(["SIP/2.0 " + status, *rows, *more]) + "\r\nContent-Length: 0\r\n\r\n")

    def send(self, text):
        self.socket.sendto(text.encode(), self.client)


class Registrar(Server):
    """Takes a registration, and calls who registered."""

    SDP = ("v=0\r\no=- 5 5 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8 96\r\n"
           "a=rtpmap:96 opus/48000/2\r\n")

    def accept(self, request):
        contacts = [row + ";expires=600" for row in request.split("\r\n") if row.startswith("Contact:") and "Expires: 0" not in request]
        self.answer(request, "200 OK", *contacts)

    def ask(self, method, cseq, to="", body=""):
        self.send("%s sip:1001@127.0.0.1:%d SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:%d;branch=z9hG4bK%s%d\r\nMax-Forwards: 70\r\n"
                  "From: <sip:bob@127.0.0.1>;tag=bt\r\nTo: <sip:1001@127.0.0.1>%s\r\nCall-ID: call@127.0.0.1\r\nCSeq: %d %s\r\n"
                  "Contact: <sip:bob@127.0.0.1:%d>\r\n%sContent-Length: %d\r\n\r\n%s"
                  % (method, self.client[1], self.port, method, cseq, to, cseq, method, self.port,
                     "Content-Type: application/sdp\r\n" if body else "", len(body), body))
