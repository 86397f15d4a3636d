# SPDX-License-Identifier: GPL-3.0-or-later
"""The way to the server: names, certificates, address translation."""
import os
import re
import signal
import subprocess

from window import beside, check, scenario


class Practice:
    """The practice server as a program of its own, with a DNS server or TLS, which the window does not start."""

    def __init__(self, w, *options):
        self.program, self.options, self.env = os.path.join(os.path.dirname(w.s.argv[0]), "viatrace-cli"), options, w.s.env

    def __enter__(self):
        self.process = subprocess.Popen([self.program, "practice", *self.options], stdout=subprocess.PIPE, text=True, env=self.env)
        self.said = ""
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=15)

    def find(self, pattern):
        """In what it says, line by line, until it stands there."""
        while not re.search(pattern, self.said):
            line = self.process.stdout.readline()
            check(line, "the practice server did not say %s but\n%s" % (pattern, self.said))
            self.said += line
        return re.search(pattern, self.said).group(1)


def open_section(w, title):
    """Opens a folded group of the page Options."""
    w.s.tab("Options")
    head = next(o for o in w.s.find_all(None, re.compile("^" + title + ": "), showing=False)
                if o.get_role_name() in ("push button", "toggle button", "check box"))
    w.s.click(w.into_view(head))


def fill_option(w, field, text):
    edit = w.s.wait(lambda: next((o for o in w.s.find_all("text", field, showing=False)), None), 5, "the field " + field)
    w.s.click(w.into_view(edit))
    w.s.key("ctrl+a")
    w.s.type(text)


def road(w):
    """The lines of the tree of names and targets, long ones put together again."""
    tree = next(o for o in w.s.find_all(None, "How the server was found") if o.get_role_name() in ("tree", "tree table", "table"))
    return [" ".join(" ".join(cells).split()) for cells in w.s.table(tree)]


@scenario(beside("fast-options.via"))
def names_and_a_drill(w):
    """A name looked up at the practice name server; one target ticked, taken for dead, and what that cost."""
    with Practice(w, "--dns", "0") as server:
        dns = server.find(r"DNS server: (\S+),")
        open_section(w, "Names and targets")
        fill_option(w, "DNS server", dns)
        w.shot("fields")
        w.s.tab("Form")
        w.fill("Target", "sip:ok.practice.invalid")
        w.press("Send")
        w.wait_result("200", 1)
        w.open_table()
        w.select("ok.practice.invalid", "targets")
        lines = w.s.wait(lambda: road(w), 10, "the tree")
        check(any("SRV _sip._udp.ok.practice.invalid: 1 record" in line for line in lines), "no SRV answer in\n  " + "\n  ".join(lines))
        first = next((n for n, line in enumerate(lines) if line.startswith("1. ") and "answered" in line), None)
        check(first is not None, "no first target in\n  " + "\n  ".join(lines))
        w.shot("tree")
        tree = next(o for o in w.s.find_all(None, "How the server was found") if o.get_role_name() in ("tree", "tree table", "table"))
        w.s.click(w.into_view(w.s.cell(tree, first, 0)))
        w.s.key("space")
        w.s.click(w.into_view(w.s.find("push button", "Drill: take the ticked for dead", showing=False)))
        w.s.wait(lambda: "A drill: Send takes" in w.every_text(), 5, "a word about what Send will do")
        check(len(w.history()) == 1, "the drill went out before Send")
        w.press("Send")
        w.wait_result("200", 2, 30)
        w.select("ok.practice.invalid", "targets")
        w.s.wait(lambda: any("taken for dead" in line and "Timer F" in line for line in road(w)), 10, "the dead target in the tree")
        said = w.s.wait(lambda: next((o.get_name() for o in w.s.find_all("label", re.compile("^Drill: "), showing=False)), ""), 5, "what it cost")
        check("The detour took 3" in said and "answered" in said, said)
        w.shot("drill")


def certificate(w, variant, text, result):
    with Practice(w, "--tls", "0", "--tls-variant", variant) as server:
        port = server.find(r"tls:127\.0\.0\.1:(\d+)")
        authority = server.find(r"(\S+\.pem)")
        open_section(w, "TLS")
        fill_option(w, "Trusted CAs", authority)
        w.shot("fields")
        w.s.tab("Form")
        w.fill("Target", "sips:1001@127.0.0.1:" + port)
        w.press("Send")
        w.wait_result(result, 1)
        w.open_table()
        w.select("TLS", "(#")
        w.s.tab("Path")
        w.s.wait(lambda: text in w.every_text(), 10, "%r on the page Path" % text)
        w.shot("verdict")


@scenario(beside("fast-options.via"))
def certificate_good(w):
    """A good certificate: every check passed, 200."""
    certificate(w, "good", "passed", "200")


@scenario(beside("fast-options.via"))
def certificate_wrong_name(w):
    """A certificate for somebody else: the check that failed, and nothing sent."""
    certificate(w, "wrong-name", "failed: ", "503")


@scenario(beside("fast-options.via"))
def certificate_expired(w):
    """An expired certificate: since when, and nothing sent."""
    certificate(w, "expired", "the certificate ended on", "503")


@scenario()
def translated_address(w):
    """Behind a NAT: verdicts, and the public address in Contact by a click, to be looked at and sent."""
    w.practice("nat")
    w.template("REGISTER")
    w.press("Send")
    w.wait_result("200", 1)
    w.s.tab("Path")
    w.s.wait(lambda: "The address is translated" in w.every_text(), 10, "the verdict")
    w.shot("verdicts")
    w.s.click(w.into_view(w.s.find("push button", "Use 203.0.113.77:40000 in Contact", showing=False)))
    contact = w.s.find("text", "Contact")
    w.s.wait(lambda: "203.0.113.77:40000" in w.s.text(contact), 5, "the public address in Contact")
    check(len(w.history()) == 1, "it went out before Send")
    w.shot("composed")


@scenario(beside("fast-options.via"))
def websocket(w):
    """A request over a WebSocket: the handshake as rows, and what it came to on the page Path."""
    with Practice(w, "--ws", "0") as server:
        w.fill("Target", "ws:127.0.0.1:" + server.find(r"ws:127\.0\.0\.1:(\d+)"))
        w.press("Send")
        w.wait_result("200", 1)
        w.shot("ladder")
        w.open_table()
        w.select("WebSocket", "(#")
        w.s.tab("Path")
        w.s.wait(lambda: "WebSocket" in w.every_text() and "opened by us" in w.every_text(), 10, "the connection on the page Path")
        w.shot("path")


@scenario()
def kept_alive(w):
    """A registration whose flow is kept alive at a server that does not answer pings: the flow failed, and goes over a new one."""
    w.practice("no-pong")
    w.template("REGISTER")
    w.options(Keep_for=-1)
    w.s.choose(w.s.find("combo box", "auto"), "tcp")
    w.s.tab("Options")
    w.s.choose(w.into_view(w.s.find("combo box", "When the answer asks for it", showing=False)), "In any case")
    w.options(Ping_at_least_every=1)
    w.press("Send")
    w.s.wait(w.history, 10, "a row of history")
    w.open_table()
    w.wait_row("is kept alive")
    w.wait_row("keep-alive not answered", timeout=20)
    w.wait_row("sent once more over a new flow")
    w.shot("lost")
    w.s.tab("Findings")
    w.shot("why")
