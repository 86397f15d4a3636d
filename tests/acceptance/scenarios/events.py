# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions and events."""
import time

from peer import Server
from window import check, scenario


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


@scenario()
def message(w):
    """A MESSAGE: kept for who is not there, delivered to who is."""
    w.practice("ok")
    w.template("MESSAGE")
    body = w.s.find("text", "Body")
    check(w.s.text(body) == "Hello", "the template says %r" % w.s.text(body))
    w.fill("Body", "Lunch at one?")
    w.press("Send")
    w.wait_result("202", 1)
    w.open_table()
    w.select("MESSAGE sip:")
    w.s.tab("Raw")
    sent = "\n".join(w.s.text(o) for o in w.s.find_all("text", "Raw message"))
    check("Lunch at one?" in sent and "Content-Type: text/plain" in sent, "sent otherwise:\n" + sent)
    w.shot("sent")


@scenario()
def subscription(w):
    """A subscription to presence: the NOTIFYs, a refresh, and the end by un-SUBSCRIBE."""
    w.practice("presence")
    w.template("SUBSCRIBE presence")
    w.options(Hang_up_after=-1)
    w.press("Send")
    w.s.wait(w.history, 10, "a row of history")
    time.sleep(0.5)
    w.open_table()
    w.wait_row("NOTIFY sip:", "active")
    check("running" in w.history()[0][1], "the subscription does not last: %r" % w.history())
    w.shot("active")
    w.select("NOTIFY sip:")
    w.s.tab("Dialog")
    w.shot("dialog")
    w.next_in_dialog("Refresh the subscription", shot="refresh")
    w.s.wait(lambda: sum("NOTIFY sip:" in row for row in w.ladder()) == 2, 10, "the NOTIFY after the refresh")
    w.next_in_dialog("End the subscription", shot="end")
    w.wait_row("NOTIFY sip:", "terminated")
    w.wait_row("the subscription is over, as asked")
    w.s.wait(lambda: "running" not in w.history()[0][1], 10, "the end of the subscription")
    w.close_panel("Next in dialog")
    w.shot("over")


@scenario()
def publication(w):
    """A publication that is kept: its entity tag goes along with the refresh, 412 makes it anew, Cancel takes it back."""
    with Server() as server:
        w.template("PUBLISH, kept")
        w.fill("Target", "udp:127.0.0.1:%d" % server.port)
        w.press("Send")
        server.answer(server.receive("PUBLISH"), "200 OK", "SIP-ETag: first", "Expires: 3")
        refresh = server.receive("PUBLISH")
        check("SIP-If-Match: first" in refresh and "<presence" not in refresh, "the refresh is\n" + refresh)
        server.answer(refresh, "412 Conditional Request Failed")
        anew = server.receive("PUBLISH")
        check("SIP-If-Match" not in anew and "<presence" in anew, "after the 412 came\n" + anew)
        server.answer(anew, "200 OK", "SIP-ETag: second", "Expires: 600")
        time.sleep(0.5)
        w.open_table()
        w.wait_row("412")
        w.shot("kept")
        w.press("Cancel")
        removal = server.receive("PUBLISH")
        check("SIP-If-Match: second" in removal and "Expires: 0" in removal, "the removal is\n" + removal)
        server.answer(removal, "200 OK", "SIP-ETag: third", "Expires: 0")
        w.s.wait(lambda: "running" not in w.history()[0][1], 10, "the end of the publication")
        w.shot("over")
