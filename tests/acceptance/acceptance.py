#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Acceptance of the window, as a user meets it: real keys and clicks on a screen of its own.

  acceptance.py VIATRACE [--shots DIR] [SCENARIO...]
  acceptance.py --list

Every scenario is a function, has its own X server, session bus and home folder, and leaves pictures in DIR. Exit 0: all passed,
1: some failed, 77: a package is missing (it is named)."""
import argparse
import hashlib
import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
# What a scenario cannot do without, and the Debian package that has it.
PROGRAMS = {"Xvfb": "xvfb", "openbox": "openbox", "dbus-daemon": "dbus", "xdotool": "xdotool", "import": "imagemagick",
            "convert": "imagemagick"}
# Of the accounts of the practice server (practice_server.h).
PRACTICE_K, PRACTICE_OP = "465b5ce8b199b49faa5f0a2ee238a6bc", "cdc202d5123e20f62b6d676ac72cb318"
TABS = ["Message", "Raw", "Digest", "Transaction", "Findings", "Attempts"]
FIELDS = ["Target", "From", "To", "Contact", "User name", "Password", "Body"]
SCENARIOS = {}


class Failed(AssertionError):
    pass


def scenario(*arguments):
    """Registers a scenario; `arguments` are those of the program."""
    def register(function):
        SCENARIOS[function.__name__] = (function, list(arguments))
        return function
    return register


def check(condition, said):
    if not condition:
        raise Failed(said)


def missing_packages():
    lost = {package for program, package in PROGRAMS.items() if not shutil.which(program)}
    if importlib.util.find_spec("gi") is None:
        lost.add("python3-gi")
    else:
        import gi
        try:
            gi.require_version("Atspi", "2.0")
        except ValueError:
            lost.add("gir1.2-atspi-2.0")
    return sorted(lost)


class Window:
    """What scenarios say, on top of Session."""

    def __init__(self, session, shots, name):
        self.s, self.shots, self.name = session, shots, name

    def shot(self, what):
        time.sleep(0.3)  # the last frame is on the screen
        return self.s.screenshot(os.path.join(self.shots, "%s-%s.png" % (self.name, what)))

    def press(self, button):
        self.s.click(self.s.find("push button", button))

    def fill(self, field, text):
        self.s.type_into(self.s.find("text", field), text)

    def fill_secret(self, field, text, root=None):
        """A field that shows dots: what was typed cannot be read back."""
        self.s.click(self.s.find("password text", field, root))
        self.s.key("ctrl+a")
        self.s.type(text)

    def choose_kind(self, label):
        self.s.choose(self.s.labelled("Credential", "combo box"), label)

    def command(self, name):
        """Runs a command through the palette: keyboard only."""
        self.s.key("ctrl+k")
        self.s.find("text", "Command")
        self.s.type(name)
        self.s.wait(lambda: self.s.find_all("list item"), 5, "a command that reads %r" % name)
        self.s.key("Return")
        self.s.gone("text", "Command")

    def open_table(self):
        """The ladder as a table: the same rows, for those who cannot see the picture."""
        button = self.s.wait(lambda: next((o for o in self.s.find_all(None, "Table")
                                           if o.get_role_name() in ("push button", "toggle button", "check box")), None), 10,
                             "the button Table")
        self.s.click(button)
        return self.s.find("table", "Ladder table")

    def ladder(self):
        return [" | ".join(cells) for cells in self.s.table(self.s.find("table", "Ladder table"))]

    def history(self):
        """Newest first: (request, result)."""
        return [(cells[1], cells[2]) for cells in self.s.table(self.s.find("table", "History"))]

    def wait_result(self, text, rows=None, timeout=20):
        def look():
            shown = self.history()
            return shown and text in shown[0][1] and (rows is None or len(shown) == rows) and shown
        try:
            return self.s.wait(look, timeout)
        except AssertionError:
            raise Failed("no result %r in the history, there is %r" % (text, self.history()))

    def every_text(self):
        return "\n".join(filter(None, (o.get_name() for o in self.s.find_all())))


def free_port():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def find_row(rows, *words):
    for number, row in enumerate(rows):
        if all(word in row for word in words):
            return number
    raise Failed("no row with %s in\n  %s" % (" and ".join(words), "\n  ".join(rows)))


@scenario()
def first_start(w):
    """A fresh start shows what can be done, and every field has a name."""
    check(any("Viatrace" in (o.get_name() or "") for o in w.s.windows()), "no window is called Viatrace")
    for button in ("Try it on the practice server", "Watch a timeout", "Send to my server", "Send"):
        check(w.s.enabled(w.s.find("push button", button)), "%s cannot be pressed" % button)
    for field in FIELDS:
        w.s.wait(lambda: [o for o in w.s.find_all(None, field, showing=False)
                          if o.get_role_name() in ("text", "password text")], 5, "the field %s" % field)
    w.shot("welcome")
    check(not w.history(), "the history is not empty at first")


@scenario()
def practice_register(w):
    """REGISTER at the practice server: challenge, digest, 200; all of it readable in the table."""
    w.press("Try it on the practice server")
    w.wait_result("200")
    w.shot("ladder")
    w.open_table()
    rows = w.ladder()
    first = find_row(rows, "REGISTER sip:")
    challenge = find_row(rows, "401 Unauthorized")
    answer = find_row(rows, "200 OK")
    check(first < challenge < answer, "the rows are not in order:\n" + "\n".join(rows))
    find_row(rows, "SHA-256")
    find_row(rows, "1001")
    check(sum("REGISTER sip:" in row for row in rows) == 2, "not two requests:\n" + "\n".join(rows))
    w.shot("table")
    tabs = [o.get_name() for o in w.s.find_all("page tab") if o.get_component_iface()]  # hidden ones have none
    check(all(tab in tabs for tab in TABS), "inspector tabs: %r" % tabs)
    w.s.click_cell(w.s.find("table", "Ladder table"), challenge, 3)
    for tab in TABS:
        w.s.click(w.s.find("page tab", tab))
        w.shot(tab.lower())
    w.s.click_cell(w.s.find("table", "Ladder table"), answer, 3)
    w.s.click(w.s.find("page tab", "Raw"))
    raw = "\n".join(w.s.text(o) for o in w.s.find_all("text", "Raw message"))
    check("Contact:" in raw and "expires=300" in raw, "the answer has no binding, so nobody is registered:\n" + raw)
    check("s3cret" not in w.every_text(), "the password can be read in the window")


@scenario()
def timeout(w):
    """A server that never answers: eleven sends, then a 408 that says it is local."""
    w.press("Watch a timeout")
    w.s.wait(lambda: w.history(), 10, "a row of history")
    check("running" in w.history()[0][1], "not running: %r" % w.history())
    w.wait_result("408")
    check("local" in w.history()[0][1], "the 408 does not say that it is local: %r" % w.history())
    w.shot("ladder")
    w.open_table()
    rows = w.ladder()
    sends = [row for row in rows if "OPTIONS sip:" in row]
    check(len(sends) == 11, "%d sends, not 11:\n%s" % (len(sends), "\n".join(rows)))
    check(find_row(rows, "408 Request Timeout") > find_row(rows, "Timer F"), "the 408 stands before Timer F")
    w.shot("table")


@scenario()
def refused_port(w):
    """Nothing listens: a local 503 at once, with a reason a person understands."""
    w.fill("Target", "sip:127.0.0.1:%d" % free_port())
    w.press("Send")
    w.wait_result("503")
    check("local" in w.history()[0][1], "the 503 does not say that it is local: %r" % w.history())
    w.open_table()
    find_row(w.ladder(), "503 Service Unavailable")
    w.shot("table")
    check("nothing listens" in w.every_text() + "\n".join(w.ladder()), "no word about why:\n" + w.every_text())


@scenario()
def resend_and_edit(w):
    """The same request again, and again with one change."""
    w.command("Start: ok")
    w.s.wait(lambda: "127.0.0.1" in w.s.text(w.s.find("text", "Target")), 10, "the address of the practice server")
    w.press("Send")
    w.wait_result("200", 1)
    w.press("Resend")
    w.wait_result("200", 2)
    w.press("Edit and resend")
    w.fill("To", "<sip:bob@example.com>")
    w.press("Send")
    w.wait_result("200", 3)
    w.open_table()
    w.s.click_cell(w.s.find("table", "Ladder table"), find_row(w.ladder(), "OPTIONS sip:"), 3)
    w.s.tab("Raw")
    texts = [w.s.text(o) for o in w.s.find_all("text", "Raw message")]
    check(any("bob@example.com" in text for text in texts), "the change is not in what was sent:\n" + "\n".join(texts))
    w.shot("edited")


@scenario()
def keyboard_only(w):
    """Start a server, send, cancel: no mouse."""
    w.command("Start: ok")
    w.s.wait(lambda: "127.0.0.1" in w.s.text(w.s.find("text", "Target")), 10, "the address of the practice server")
    w.s.key("ctrl+Return")
    w.wait_result("200", 1)
    w.command("Start: silent")
    w.s.key("ctrl+Return")
    w.s.wait(lambda: len(w.history()) == 2, 10, "a second row of history")
    check("running" in w.history()[0][1], "the silent server answered: %r" % w.history())
    w.shot("running")
    w.s.key("Escape")
    w.s.wait(lambda: "running" not in w.history()[0][1], 10, "Esc to end what runs")
    w.s.key("ctrl+l")
    target = w.s.find("text", "Target")
    w.s.wait(lambda: w.s.state(target, "FOCUSED"), 5, "Ctrl+L to focus Target")
    w.s.key("F1")
    w.s.find(None, "Help text")
    w.shot("help")


@scenario(os.path.join(os.path.dirname(os.path.abspath(__file__)), "kept-call.via"))
def next_in_dialog(w):
    """A call that is kept: what the dialog is like, an INFO, hold, BYE."""
    w.command("Start: ok")
    w.s.wait(lambda: "127.0.0.1" in w.s.text(w.s.find("text", "Target")), 10, "the address of the practice server")
    w.press("Send")
    w.s.wait(w.history, 10, "a row of history")
    time.sleep(0.5)  # the ladder has taken the place of the welcome page
    w.open_table()
    w.s.wait(lambda: any("Session: audio PCMU/8000" in row for row in w.ladder()), 10, "the session that was agreed")
    check("running" in w.history()[0][1], "the call is not kept: %r" % w.history())
    w.s.click_cell(w.s.find("table", "Ladder table"), find_row(w.ladder(), "Session:"), 3)
    check("confirmed" in w.every_text(), "the state of the dialog is not shown:\n" + w.every_text())
    w.shot("dialog")
    w.s.key("ctrl+d")
    preview = w.s.find("text", "As it will be sent")
    w.s.wait(lambda: "INFO sip:practice@127.0.0.1" in w.s.text(preview), 10, "the INFO as it will be sent")
    check(";tag=" in w.s.text(preview) and "Signal=5" in w.s.text(preview), "no tags or no body:\n" + w.s.text(preview))
    w.shot("next")
    panel = next(window for window in w.s.windows() if "Next in dialog" in (window.get_name() or ""))
    send = w.s.find("push button", "Send", root=panel)
    w.s.click(send)
    w.s.wait(lambda: any("INFO sip:practice" in row for row in w.ladder()), 10, "the INFO in the ladder")
    preset = w.s.find("combo box", "INFO: press a key (DTMF)", root=panel)
    w.s.choose(preset, "Hold (re-INVITE)")
    w.shot("hold")
    w.s.click(send)
    w.s.wait(lambda: any("on hold" in row for row in w.ladder()), 10, "the session on hold")
    w.s.choose(preset, "BYE")
    w.s.click(send)
    w.wait_result("200", 1)
    w.s.wait(lambda: "running" not in w.history()[0][1], 10, "the end of the call")
    w.shot("over")


@scenario(os.path.join(os.path.dirname(os.path.abspath(__file__)), "bare-call.via"))
def session_builder(w):
    """A description by choice: two codecs, edited by hand, agreed, hung up; then one codec that nobody takes, and its line named."""
    w.command("Start: ok")  # call:10 would hang up by itself
    w.s.wait(lambda: "127.0.0.1" in w.s.text(w.s.find("text", "Target")), 10, "the address of the practice server")

    def build(name):
        w.press("Session description...")
        panel = w.s.wait(lambda: next((one for one in w.s.windows() if one.get_name() == "Session description"), None), 10,
                         "the builder")
        written = w.s.find("text", "As it will be written", root=panel)
        w.s.wait(lambda: "m=audio" in w.s.text(written), 5, "a description")
        return panel, written

    def codec(panel, name, *keys):
        w.s.click(w.s.find("list item", re.compile("^" + re.escape(name)), root=panel))
        w.s.key(*keys)

    panel, written = build("first")
    codec(panel, "telephone-event", "space")
    codec(panel, "PCMA/8000", "alt+Up")
    w.s.wait(lambda: "m=audio 9 RTP/AVP 8 0\n" in w.s.text(written), 5, "PCMA before PCMU")
    w.shot("build")
    port = w.s.find("text", "Media port", root=panel)
    w.s.type_into(port, "70000")
    w.s.wait(lambda: "A port is a number from 0 to 65535." in w.every_text(), 5, "a word about the port")
    check(not w.s.enabled(w.s.find("push button", "Write into the body", root=panel)), "a wrong port can be written")
    w.shot("wrong")
    w.s.type_into(port, "4000")
    w.s.click(w.s.find("push button", "Write into the body", root=panel))
    body = w.s.find("text", "Body")
    w.s.wait(lambda: "m=audio 4000 RTP/AVP 8 0" in w.s.text(body), 5, "the description in the body")
    w.s.click(body)
    w.s.key("ctrl+End")
    w.s.type("a=x-by-hand:1")
    w.shot("edited")
    w.press("Send")
    w.s.wait(w.history, 10, "a row of history")
    time.sleep(0.5)  # the ladder has taken the place of the welcome page
    w.open_table()
    w.s.wait(lambda: any("Session: audio PCMA/8000" in row for row in w.ladder()), 10, "the session that was agreed")
    w.s.click_cell(w.s.find("table", "Ladder table"), find_row(w.ladder(), "Session:"), 3)
    w.s.wait(lambda: "audio: PCMA/8000" in w.every_text(), 5, "the table of offer and answer")
    w.shot("agreed")
    w.press("Hang up")
    w.s.wait(lambda: "running" not in w.history()[0][1], 10, "the end of the call")

    panel, written = build("again")
    check("a=x-by-hand:1" in w.s.text(written), "what was typed is lost:\n" + w.s.text(written))
    codec(panel, "PCMA/8000", "space")
    codec(panel, "PCMU/8000", "space")
    codec(panel, "opus/48000/2", "space")
    w.s.click(w.s.find("push button", "Write into the body", root=panel))
    w.press("Send")
    w.wait_result("488", 2)
    w.s.wait(lambda: any("line 6 of the offer" in row for row in w.ladder()), 10, "the line that made the 488")
    w.s.tab("Dialog")
    w.s.wait(lambda: "Refused offer" in w.every_text(), 5, "the refused offer")
    w.shot("refused")


@scenario()
def credential_prompt(w):
    """No credential: the window asks for it over the ladder, by keyboard; sent again with it, once per flow."""
    w.command("Start: auth:")
    w.s.wait(lambda: "127.0.0.1" in w.s.text(w.s.find("text", "Target")), 10, "the address of the practice server")
    w.fill("From", "<sip:1001@practice.invalid>")
    w.press("Send")
    w.wait_result("401", 1)
    question = 'Realm "practice.invalid" asks for a user name and password (SHA-256 offered)'
    w.s.find("label", question)
    check(len(w.s.windows()) == 1, "the question is a window of its own")
    w.shot("asked")
    w.s.key("ctrl+g")  # the user name is known from From: the cursor is in the password
    bar = w.s.find(None, "Credentials asked for")
    w.s.wait(lambda: w.s.state(w.s.find("password text", "Password", bar), "FOCUSED"), 5, "Ctrl+G to focus the password")
    w.s.key("Return")
    w.s.find("label", "Password is missing.")
    w.shot("missing")
    w.s.type("s3cret")
    w.s.key("Return")
    w.wait_result("200", 2)
    w.s.gone("label", question)
    fields = [w.s.text(o) for o in w.s.find_all("text", "Realm")]
    check(fields == ["practice.invalid"], "the composer has not kept the realm: %r" % fields)
    w.shot("accepted")
    check("s3cret" not in w.every_text(), "the password can be read in the window")
    w.command("New request")
    w.command("Start: proxy407")
    time.sleep(0.5)
    w.press("Send")
    w.wait_result("407", 3)
    w.s.find(None, "Credentials asked for")
    w.s.key("ctrl+g", "Escape")
    w.s.gone(None, "Credentials asked for")
    w.shot("not-now")


@scenario()
def credential_realms(w):
    """Two realms ask in one answer: both questions in one bar, both credentials in the composer."""
    w.command("Start: two-realms")
    w.s.wait(lambda: "127.0.0.1" in w.s.text(w.s.find("text", "Target")), 10, "the address of the practice server")
    w.press("Send")
    w.wait_result("401", 1)
    w.s.find("label", 'Realm "practice.invalid" asks for a user name and password (MD5 offered)')
    w.s.find("label", 'Proxy realm "proxy.practice.invalid" asks for a user name and password (MD5 offered)')
    w.shot("asked")
    bar = w.s.find(None, "Credentials asked for")
    for user in w.s.find_all("text", "User name", bar):
        w.s.type_into(user, "1001")
    for secret in w.s.find_all("password text", "Password", bar):
        w.s.click(secret)
        w.s.type("s3cret")
    w.press("Send again")
    w.wait_result("200", 2)
    w.shot("accepted")
    rows = [o.get_name() for o in w.s.find_all("list item", root=w.s.find("list", "Credentials"))]
    check(rows == ["1001 for practice.invalid", "1001 for proxy.practice.invalid"], "the list of credentials: %r" % rows)


@scenario()
def credential_aka(w):
    """AKA by keyboard: a key that is too short is named, the right one answers; no key can be read."""
    w.command("Start: aka")
    w.s.wait(lambda: "127.0.0.1" in w.s.text(w.s.find("text", "Target")), 10, "the address of the practice server")
    w.choose_kind("AKA keys")
    w.fill("User name", "1001")
    w.fill_secret("K", PRACTICE_K[:-2])
    w.s.key("Tab", "Down", "Tab")  # OP, not OPc
    w.s.type(PRACTICE_OP)
    w.s.find("label", "K has 16 octets, which is 32 hex digits; 30 are given.")
    w.shot("wrong")
    w.fill_secret("K", PRACTICE_K)
    w.s.gone("label", "K has 16 octets, which is 32 hex digits; 30 are given.")
    w.press("Send")
    w.wait_result("200", 1)
    w.shot("accepted")
    w.open_table()
    find_row(w.ladder(), "AKAv2-MD5")
    check(PRACTICE_K not in w.every_text(), "K can be read in the window")


@scenario()
def credential_ha1(w):
    """Two credentials: the one for another realm is not given away, the HA1 for this one answers."""
    w.command("Start: auth:")
    w.s.wait(lambda: "127.0.0.1" in w.s.text(w.s.find("text", "Target")), 10, "the address of the practice server")
    w.fill("User name", "1002")
    w.fill("Realm", "elsewhere.example")
    w.press("Add a credential")
    w.choose_kind("Password hash (HA1)")
    w.fill("User name", "1001")
    w.fill_secret("HA1", hashlib.sha256(b"1001:practice.invalid:s3cret").hexdigest())
    w.s.find("label", re.compile("^HA1 has 32 hex digits for MD5"))
    w.s.key("Tab", "Down")  # the algorithm, which the form scrolls to
    w.s.find("label", re.compile("^Realm is missing"))
    w.shot("without-realm")
    w.s.key("Tab")
    w.s.type("practice.invalid")
    w.press("Send")
    w.wait_result("200", 1)
    w.shot("accepted")
    rows = [o.get_name() for o in w.s.find_all("list item", root=w.s.find("list", "Credentials"))]
    check(rows == ["1002 for elsewhere.example", "1001 for practice.invalid"], "the list of credentials: %r" % rows)


def bindings_table(w):
    table = next(o for o in w.s.find_all(None, "Bindings") if "table" in o.get_role_name() or o.get_role_name() == "tree")
    return w.s.table(table)


@scenario()
def bindings(w):
    """What the registrar keeps, counted down; a query and a removal are composed first and then sent."""
    w.press("Try it on the practice server")
    w.wait_result("200", 1)
    w.s.tab("Bindings")
    rows = w.s.wait(lambda: bindings_table(w), 10, "the table of bindings")
    check(len(rows) == 1 and "sip:1001@127.0.0.1" in rows[0][0] and "ours" in rows[0], "the bindings are %r" % rows)
    left = rows[0][2]
    check(left.startswith("in 4:") or left == "in 5:00", "300 s were granted, and %r is left" % left)
    w.shot("registered")
    w.s.wait(lambda: bindings_table(w)[0][2] != left, 10, "the time left to go down")
    w.press("Query")
    w.s.wait(lambda: "asks the registrar" in w.every_text(), 5, "a word about what Send will do")
    check(len(w.history()) == 1, "the query went out before Send")
    w.shot("query-composed")
    w.press("Send")
    w.wait_result("200", 2)
    w.s.wait(lambda: len(bindings_table(w)) == 1, 10, "the answer to the query")
    w.press("Remove this binding")
    w.s.wait(lambda: "Send removes the binding" in w.every_text(), 5, "a word about what Send will do")
    w.press("Send")
    w.wait_result("200", 3)
    w.s.wait(lambda: "0 binding" in w.every_text(), 10, "no binding to be left")
    w.shot("removed")


@scenario()
def capabilities(w):
    """An OPTIONS, what its answer says, and what it does not say."""
    w.command("Start: ok")
    w.s.wait(lambda: "127.0.0.1" in w.s.text(w.s.find("text", "Target")), 10, "the address of the practice server")
    w.press("Send")
    w.wait_result("200", 1)
    w.s.tab("Capabilities")
    w.s.wait(lambda: "Methods: INVITE yes" in w.every_text(), 10, "the methods that Allow names")
    said = w.every_text()
    check("Accept-Encoding: not stated" in said, "silence about Accept-Encoding is not said:\n" + said)
    w.shot("options")
    tabs = [o.get_name() for o in w.s.find_all("page tab") if o.get_component_iface()]
    check("Capabilities" in tabs and "Bindings" not in tabs, "the pages of an OPTIONS are %r" % tabs)


class Registrar:
    """A socket that takes a registration, and calls who registered."""

    SDP = ("v=0\r\no=- 5 5 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8 96\r\n"
           "a=rtpmap:96 opus/48000/2\r\n")

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

    def accept(self, request):
        rows = [row for row in request.split("\r\n") if row.split(":")[0] in ("Via", "From", "To", "Call-ID", "CSeq", "Contact")]
        over = "Expires: 0" in request
        rows = [row + ";tag=r" if row.startswith("To:") else row + ";expires=600" if row.startswith("Contact:") else row
                for row in rows if not (over and row.startswith("Contact:"))]
        self.send("SIP/2.0 200 OK\r\n" + "\r\n".join(rows) + "\r\nContent-Length: 0\r\n\r\n")

    def send(self, text):
        self.socket.sendto(text.encode(), self.client)

    def ask(self, method, cseq, to="", body=""):
        self.send("%s sip:1001@127.0.0.1:%d SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:%d;branch=z9hG4bK%s%d\r\nMax-Forwards: 70\r\n"
                  "From: <sip:bob@127.0.0.1>;tag=bt\r\nTo: <sip:1001@127.0.0.1>%s\r\nCall-ID: call@127.0.0.1\r\nCSeq: %d %s\r\n"
                  "Contact: <sip:bob@127.0.0.1:%d>\r\n%sContent-Length: %d\r\n\r\n%s"
                  % (method, self.client[1], self.port, method, cseq, to, cseq, method, self.port,
                     "Content-Type: application/sdp\r\n" if body else "", len(body), body))


KEPT_REGISTRATION = os.path.join(HERE, "kept-registration.via")


@scenario(KEPT_REGISTRATION)
def answer_by_hand(w):
    """A call comes in to a registration that is kept: the answer is composed with rows and a body, and goes out so."""
    with Registrar() as registrar:
        w.fill("Target", "udp:127.0.0.1:%d" % registrar.port)
        w.press("Send")
        registrar.accept(registrar.receive("REGISTER"))
        w.s.wait(lambda: w.history(), 10, "a row of history")
        registrar.ask("INVITE", 1, body=Registrar.SDP)
        tag = registrar.receive("SIP/2.0 180").split("To: ")[1].split("\r\n")[0].split(">")[1]
        w.s.wait(lambda: len(w.history()) == 2, 10, "the call in the history")
        w.s.tab("Dialog")
        w.s.wait(lambda: w.s.find_all("push button", "Compose..."), 10, "a request that waits")
        w.shot("waits")
        w.press("Compose...")
        preview = w.s.find("text", "As it will be sent")
        w.s.wait(lambda: "SIP/2.0 200 OK" in w.s.text(preview), 10, "the answer as it will be sent")
        check("m=audio 9 RTP/AVP 8" in w.s.text(preview), "no answer to the offer:\n" + w.s.text(preview))
        w.shot("compose")
        panel = next(window for window in w.s.windows() if "Answer by hand" in (window.get_name() or ""))
        rows = w.s.find("text", "Header rows", root=panel)
        w.s.click(rows)
        w.s.key("ctrl+End")
        w.s.type("\nX-Answered: by hand")
        w.s.wait(lambda: "X-Answered: by hand" in w.s.text(preview), 5, "the row in the preview")
        w.shot("composed")
        w.s.click(w.s.find("push button", "Send", root=panel))
        answer = registrar.receive("SIP/2.0 200")
        check("X-Answered: by hand" in answer and "m=audio 9 RTP/AVP 8" in answer, "the answer went out otherwise:\n" + answer)
        registrar.ask("ACK", 1, to=tag)
        w.s.wait(lambda: "no longer waits" in w.every_text(), 10, "a word that it is answered")
        registrar.ask("BYE", 2, to=tag)
        registrar.receive("SIP/2.0 200")
        w.s.click(w.s.find("push button", "Close", root=panel))
        w.shot("over")
        w.s.key("ctrl+q")
        removal = registrar.receive("REGISTER")
        check("Expires: 0" in removal, "the window closes without un-registering:\n" + removal)
        registrar.accept(removal)


@scenario(KEPT_REGISTRATION)
def close_without_answer(w):
    """The registrar is gone: the window says what it waits for, and closes after two seconds."""
    with Registrar() as registrar:
        w.fill("Target", "udp:127.0.0.1:%d" % registrar.port)
        w.press("Send")
        registrar.accept(registrar.receive("REGISTER"))
        w.s.wait(lambda: "ours for 600 s" in w.every_text() or len(w.history()) == 1, 10, "the registration")
        w.s.tab("Bindings")
        w.s.wait(lambda: w.s.find_all("push button", "Un-register"), 10, "the registration to be kept")
        w.shot("kept")
        began = time.time()
        w.s.key("ctrl+q")
        check("Expires: 0" in registrar.receive("REGISTER"), "no removal")
        w.shot("closing")
        check(w.s.app_proc.wait(10) == 0, "the program left with an error")
        check(1.5 < time.time() - began < 6, "it took %.1f s" % (time.time() - began))


@scenario("--style", "dark")
def colours(w):
    """Dark at start, light by command, and back; the picture really changes."""
    w.press("Try it on the practice server")
    w.wait_result("200")
    dark = brightness(w.shot("dark"))
    w.command("Colours: Light")
    light = brightness(w.shot("light"))
    w.command("Colours: Dark")
    again = brightness(w.shot("dark-again"))
    check(dark < 0.4 < 0.6 < light, "brightness dark %.2f, light %.2f" % (dark, light))
    check(abs(dark - again) < 0.05, "dark is %.2f, then %.2f" % (dark, again))


def brightness(picture):
    return float(subprocess.run(["convert", picture, "-colorspace", "Gray", "-format", "%[fx:mean]", "info:"],
                                check=True, stdout=subprocess.PIPE).stdout)


def run_one(program, name, shots):
    from drive import Session
    function, arguments = SCENARIOS[name]
    os.environ["DRIVE_FAIL_SHOT"] = os.path.join(shots, name + "-failure.png")
    with Session([program] + arguments, logdir=os.path.join(shots, name + "-logs")) as session:
        function(Window(session, shots, name))
        if session.alive():
            session.key("ctrl+q")
        try:
            left = session.app_proc.wait(10)
        except subprocess.TimeoutExpired:
            raise Failed("Ctrl+Q does not end the program")
        check(left == 0, "the program left with %d\n%s" % (left, session.log()[-3000:]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", nargs="?")
    parser.add_argument("scenarios", nargs="*")
    parser.add_argument("--shots", default="acceptance-shots")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.list or not options.program:
        for name, (function, _) in SCENARIOS.items():
            print("%-20s %s" % (name, function.__doc__))
        return 0 if options.list else 64
    lost = missing_packages()
    if lost:
        print("skipped: needs the packages " + " ".join(lost))
        print("Totals: 0 passed, 0 failed, %d skipped" % len(SCENARIOS))
        return 77
    program, shots = os.path.abspath(options.program), os.path.abspath(options.shots)
    os.makedirs(shots, exist_ok=True)
    names = options.scenarios or list(SCENARIOS)
    for name in names:
        if name not in SCENARIOS:
            print("no scenario %s; --list shows them" % name)
            return 64
    if options.one:
        run_one(program, names[0], shots)
        return 0
    failed = 0
    for name in names:  # a process each: libatspi keeps to the first bus it meets
        began = time.time()
        run = subprocess.run([sys.executable, "-B", os.path.abspath(__file__), program, name, "--one", "--shots", shots],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=240)
        print("%s: %s (%.1f s)" % ("PASS  " if run.returncode == 0 else "FAIL! ", name, time.time() - began), flush=True)
        if run.returncode != 0:
            failed += 1
            print(run.stdout.decode(errors="replace"), flush=True)
    print("Totals: %d passed, %d failed, 0 skipped" % (len(names) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
