# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that are kept: what is sent in them, what comes in."""
import os
import re
import shutil
import subprocess
import time

from peer import Registrar
from window import Skipped, beside, bindings_table, check, find_row, free_port, scenario


def keep_a_call(w, behaviour="ok"):
    """A call to the practice server that is hung up by hand only; its ladder as a table."""
    w.practice(behaviour)
    w.template("INVITE")
    w.options(Hang_up_after=-1)
    w.press("Send")
    w.s.wait(w.history, 10, "a row of history")
    time.sleep(0.5)  # the ladder has taken the place of the welcome page
    w.open_table()
    w.wait_row("Session: audio PCMU/8000")
    check("running" in w.history()[0][1], "the call is not kept: %r" % w.history())


@scenario()
def call_by_hand(w):
    """A call from template to BYE: what the dialog is like, hold, resume, two keys by INFO."""
    keep_a_call(w)
    w.select("Session:")
    w.s.tab("Dialog")
    w.s.wait(lambda: "confirmed" in w.every_text(), 5, "the state of the dialog")
    w.shot("dialog")
    preview = w.next_in_dialog("INFO: press a key (DTMF)", shot="next")
    check("INFO sip:" in preview and ";tag=" in preview and "Signal=5" in preview, "no tags or no body:\n" + preview)
    w.wait_row("INFO sip:")
    w.next_in_dialog("INFO: press a key (DTMF)", body="Signal=#\nDuration=100\n")
    w.s.wait(lambda: sum("INFO sip:" in row for row in w.ladder()) == 2, 10, "two INFO in the ladder")
    w.next_in_dialog("Hold (re-INVITE)", shot="hold")
    w.wait_row("on hold")
    w.next_in_dialog("Resume (re-INVITE)")
    w.s.wait(lambda: sum("Session: audio" in row for row in w.ladder()) == 3, 10, "a third agreement")
    check("on hold" not in [row for row in w.ladder() if "Session: audio" in row][-1], "the call is not resumed")
    w.next_in_dialog("UPDATE")
    w.wait_row("UPDATE sip:")
    w.next_in_dialog("BYE", shot="bye")
    w.wait_result("200", 1)
    w.s.wait(lambda: "running" not in w.history()[0][1], 10, "the end of the call")
    w.wait_row("BYE sip:")
    w.close_panel("Next in dialog")
    w.shot("over")


@scenario()
def blind_transfer(w):
    """REFER inside a call: the NOTIFYs say how the referred call goes, and end by themselves."""
    keep_a_call(w, "refer")
    preview = w.next_in_dialog("REFER: transfer", shot="refer")
    check("Refer-To: <sip:carol@example.com>" in preview, "no Refer-To:\n" + preview)
    w.wait_row("202 Accepted")
    for progress in ("100 Trying", "180 Ringing", "200 OK"):
        w.wait_row("the referred request: " + progress)
    w.shot("progress")
    w.next_in_dialog("BYE")
    w.wait_result("200", 1)
    w.s.wait(lambda: "running" not in w.history()[0][1], 10, "the end of the call")
    w.close_panel("Next in dialog")
    w.shot("over")


def answer_with(w, status):
    """Answers what waits on the page Dialog."""
    field = next(o for o in w.s.find_all("text") if o.get_parent().get_role_name() == "combo box" and w.s.text(o)[:3].isdigit())
    w.s.click(field)
    w.s.key("ctrl+a")
    w.s.type(status)
    w.press("Answer")


@scenario()
def incoming_call(w):
    """Registered, and called by the command line: ringing and taking it by hand, hold, and BYE from here."""
    w.practice("ok")
    w.fill("From", "<sip:1001@practice.invalid>")
    w.template("REGISTER")
    w.options(Keep_for=-1, Answers="INVITE: by hand", Hang_up_after=-1)
    w.press("Send")
    w.s.wait(w.history, 10, "a row of history")
    w.s.tab("Bindings")
    contact = w.s.wait(lambda: bindings_table(w), 10, "the binding")[0][0]
    address = contact.split("@")[1].split(";")[0].split(">")[0]
    caller = subprocess.Popen([w.s.argv[0] + "-cli", "send", "--quiet", "--sdp", "PCMA", "--hang-up-after", "never", "INVITE",
                               "udp:" + address, "--ruri", "sip:1001@" + address, "--from", "sip:bob@127.0.0.1"],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        w.s.wait(lambda: len(w.history()) == 2, 10, "the call in the history")
        w.shot("comes-in")
        w.s.tab("Dialog")
        w.s.wait(lambda: w.s.find_all("push button", "Compose..."), 10, "a request that waits")
        w.open_table()
        w.wait_row("the call waits for your answer")
        answer_with(w, "183")
        w.wait_row("183 Session Progress")
        w.shot("rings")
        answer_with(w, "200")
        w.wait_row("Session: audio PCMA/8000")
        w.shot("taken")
        w.next_in_dialog("Hold (re-INVITE)")
        w.wait_row("on hold")
        w.next_in_dialog("BYE")
        w.wait_row("BYE sip:")
        said = caller.communicate(timeout=15)[0]
        check(caller.returncode == 0, "the caller left with %d: %s" % (caller.returncode, said))
    finally:
        if caller.poll() is None:
            caller.kill()
            caller.wait()
    w.close_panel("Next in dialog")
    w.shot("over")


@scenario()
def hung_up_by_the_peer(w):
    """sipp takes a call and hangs up; a second BYE finds no dialog any more. sipp judges."""
    if not shutil.which("sipp"):
        raise Skipped("needs the package sip-tester")
    port, run = free_port(), beside("../peers/sipp/run.sh")
    env = dict(os.environ, SIPBED_RUN=w.s.tmp)
    subprocess.run([run, "-b", "uas-bye", str(port)], env=env, check=True, stdout=subprocess.DEVNULL)
    try:
        w.fill("Target", "udp:127.0.0.1:%d" % port)
        w.template("INVITE")
        w.options(Hang_up_after=-1)
        w.press("Send")
        w.wait_result("200", 1)
        verdict = subprocess.run([run, "-r", "-T", "10", "uas-bye"], env=env, stdout=subprocess.PIPE, text=True)
        check(verdict.returncode == 0, verdict.stdout)
    finally:
        subprocess.run([run, "-s", "uas-bye"], env=env, stdout=subprocess.DEVNULL)
    w.open_table()
    w.wait_row("BYE sip:")
    w.shot("over")


@scenario(beside("kept-registration.via"))
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


@scenario(beside("bare-call.via"))
def session_builder(w):
    """A description by choice: two codecs, edited by hand, agreed, hung up; then one codec that nobody takes, and its line named."""
    w.practice("ok")  # call:10 would hang up by itself

    def builder():
        panel = w.s.wait(lambda: next((one for one in w.s.windows() if one.get_name() == "Session description"), None), 10,
                         "the builder")
        written = w.s.find("text", "As it will be written", root=panel)
        w.s.wait(lambda: "m=audio" in w.s.text(written), 5, "a description")
        return panel, written

    def codec(panel, name, *keys):
        w.s.click(w.s.find("list item", re.compile("^" + re.escape(name)), root=panel))
        w.s.key(*keys)

    w.command("Session description")
    panel, written = builder()
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
    w.s.click(w.into_view(body))
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

    w.s.click(w.into_view(w.s.find("push button", "Session description...", showing=False)))
    panel, written = builder()
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
