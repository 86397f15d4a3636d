# SPDX-License-Identifier: GPL-3.0-or-later
"""The first minutes: start, practice server, what goes wrong at once, keyboard, colours."""
import subprocess

from window import check, find_row, free_port, scenario


TABS = ["Message", "Raw", "Digest", "Transaction", "Findings", "Attempts"]
FIELDS = ["Target", "From", "To", "Contact", "User name", "Password", "Body"]


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
def practice_with_other_values(w):
    """A behaviour with a number of one's own; what cannot be read is said."""
    w.command("Start with other values")
    panel = w.panel("Start the practice server")
    field = w.s.find("text", root=panel)
    w.s.type_into(field, "slow:-1")
    w.shot("asked")
    w.s.key("Return")
    w.s.wait(lambda: "slow wants a number" in w.every_text(), 5, "what is wrong")
    w.shot("wrong")
    w.command("Start with other values")
    w.s.type_into(w.s.find("text", root=w.panel("Start the practice server")), "code:404")
    w.s.key("Return")
    w.s.wait(lambda: "127.0.0.1" in w.s.text(w.s.find("text", "Target")), 10, "the address of the practice server")
    w.press("Send")
    w.wait_result("404", 1)


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


@scenario()
def about(w):
    """Help > About names versions and licences, copies them, and closes by Esc; What is new is a page of the help window."""
    w.command("About Viatrace")
    rows = []
    w.s.find("push button", "Copy")
    for name in ("Program", "Libraries", "Licence"):
        w.s.tab(name)
        w.shot(name.lower())
        if name == "Libraries":
            rows = w.s.table(w.s.find("table", "Libraries"))
    check(all(all(cell for cell in row) for row in rows) and any("OpenSSL" in row for row in rows), "the libraries: %r" % rows)
    w.s.key("alt+c")
    copied = w.s.wait(lambda: subprocess.run(["xclip", "-o", "-selection", "clipboard"], env=w.s.env, capture_output=True, text=True, timeout=10).stdout,
                      10, "a text on the clipboard")
    check("Built from: " in copied and "QCustomPlot: " in copied, copied)
    w.s.key("Escape")
    w.s.gone("push button", "Copy")
    w.command("Help: What is new")
    w.s.find("list item", "What is new")
    w.shot("new")
    w.s.key("Escape")
