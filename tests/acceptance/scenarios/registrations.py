# SPDX-License-Identifier: GPL-3.0-or-later
"""What a registrar keeps, and how it is left."""
import time

from peer import Registrar
from window import beside, bindings_table, check, scenario


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


@scenario(beside("kept-registration.via"))
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
