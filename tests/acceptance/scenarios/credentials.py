# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of credential, given before or when it is asked for."""
import hashlib
import re
import time

from window import check, find_row, scenario


# Of the accounts of the practice server (practice_server.h).
PRACTICE_K, PRACTICE_OP = "465b5ce8b199b49faa5f0a2ee238a6bc", "cdc202d5123e20f62b6d676ac72cb318"


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
