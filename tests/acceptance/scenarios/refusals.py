# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers that ask for something else: what is done by itself, and what by one click."""
from window import check, scenario


@scenario()
def redirect(w):
    """A 302 is shown; followed only when that is asked for."""
    w.practice("redirect")
    w.template("INVITE")
    w.press("Send")
    w.wait_result("302", 1)
    w.open_table()
    w.wait_row("302 Moved Temporarily")
    w.shot("shown")
    w.options(Follow_redirections=True)
    w.press("Send")
    w.wait_result("200", 2)
    w.wait_row("INVITE sip:moved@")
    w.shot("followed")


@scenario()
def interval_too_brief(w):
    """423 to a SUBSCRIBE: sent again with the interval that was asked for."""
    w.practice("presence")
    w.template("SUBSCRIBE presence")
    w.edit_header("Expires", "5")
    w.press("Send")
    w.wait_result("200", 1)
    w.open_table()
    refused = w.wait_row("423 Interval Too Brief")
    again = w.wait_row("again with Expires 60")
    check(again > refused, "the reason stands before the refusal")
    w.shot("again")


@scenario()
def session_interval_too_small(w):
    """422 to an INVITE: called again with the session interval that was asked for."""
    w.practice("session-timer:90,uac")
    w.template("INVITE")
    w.add_header("Session-Expires", "30")
    w.press("Send")
    w.wait_result("200", 1)
    w.open_table()
    w.wait_row("422 Session Interval Too Small")
    w.wait_row("again with Session-Expires 90")
    w.shot("again")


@scenario()
def bad_extension(w):
    """420: one click sends it without what the server does not know."""
    w.practice("ok")
    w.template("INVITE")
    w.add_header("Require", "teleport")
    w.press("Send")
    w.wait_result("420", 1)
    w.shot("refused")
    w.press("Retry without teleport")
    w.wait_result("200", 2)
    w.shot("accepted")


@scenario()
def unsupported_media(w):
    """415: one click sends it without the body."""
    w.practice("ok")
    w.template("INVITE")
    w.edit_header("Content-Type", "text/plain")
    w.press("Send")
    w.wait_result("415", 1)
    w.s.tab("Capabilities")
    w.s.wait(lambda: "application/sdp" in w.every_text(), 5, "what is accepted instead")
    w.shot("refused")
    w.press("Retry without the body")
    w.wait_result("200", 2)
    w.shot("accepted")
