# SPDX-License-Identifier: GPL-3.0-or-later
"""The tools that send many requests to learn one thing."""
from window import check, scenario


def start(w, title):
    panel = w.panel(title)
    w.s.click(w.s.find("push button", "Start", root=panel))
    return panel


def wait_words(w, panel, words, timeout=30):
    w.s.wait(lambda: any(words in (o.get_name() or "") for o in w.s.find_all("label", root=panel)), timeout, "the words %r" % words)


def table(w, panel, name):
    return w.s.table(w.s.find("table", name, root=panel))


@scenario()
def sweep(w):
    """MTU sweep: a server that drops what is larger than 1300 octets is found out to the octet."""
    w.practice("big-drop:1300")
    w.s.key("ctrl+m")
    panel = start(w, "MTU sweep")
    w.s.wait(lambda: len(table(w, panel, "Sizes tried")) >= 2, 20, "the first sizes")
    w.shot("running")
    wait_words(w, panel, "lost from 1301 on", 60)
    rows = table(w, panel, "Sizes tried")
    check(["UDP", "1300"] in [row[:2] for row in rows] and any(row[:3] == ["UDP", "1301", "lost"] for row in rows), rows)
    check(any(row[:2] == ["TCP", "3000"] and "200" in row[2] for row in rows), rows)
    w.shot("done")
    check(not w.history(), "what a sweep sends stands in the history")


@scenario()
def sweep_cured(w):
    """What is lost for its size: found out, and the request in the composer sent over TCP by one click and Send."""
    w.practice("big-drop:1300")
    w.s.tab("Form")
    w.add_header("X-Padding", "x" * 1200)
    w.s.wait(lambda: "stays on UDP" in w.every_text() or "octets: over 1300" in w.every_text(), 5, "the size meter over 1300")
    w.s.key("ctrl+m")
    panel = start(w, "MTU sweep")
    wait_words(w, panel, "lost from 1301 on", 60)
    w.shot("offered")
    check(w.s.find("push button", "Without X- headers", root=panel), "no button to leave the padding out")
    w.s.click(w.s.find("push button", "Over TCP", root=panel))
    w.s.wait(lambda: "One change against lost sizes: Over TCP" in w.every_text(), 5, "the word about the change")
    w.s.key("Escape")
    check(not w.history(), "the cure was sent by itself")
    w.press("Send")
    w.wait_result("200", 1)
    w.open_table()
    w.wait_row("TCP connected")
    w.shot("cured")


@scenario("--style", "dark")
def sweep_refused(w):
    """A server that says what is too large; the chart in dark colours."""
    w.practice("limit:1300")
    w.s.key("ctrl+m")
    panel = start(w, "MTU sweep")
    wait_words(w, panel, "The server refuses 1301 octets", 60)
    w.shot("done")


@scenario()
def sweep_stopped(w):
    """Escape stops a sweep at once, and only then closes its window."""
    w.practice("silent")
    w.s.key("ctrl+m")
    panel = start(w, "MTU sweep")
    w.s.wait(lambda: w.s.enabled(w.s.find("push button", "Stop", root=panel)), 5, "a sweep that runs")
    w.s.key("Escape")
    wait_words(w, panel, "Not finished: stopped", 3)


@scenario()
def path(w):
    """Path of a request: three proxies before the server, as picture and table."""
    w.practice("hops:3")
    w.s.key("ctrl+p")
    panel = start(w, "Path of a request")
    wait_words(w, panel, "200 OK behind 3 hops")
    rows = table(w, panel, "Hops")
    check([row[1] for row in rows] == ["483 Too Many Hops"] * 3 + ["200 OK"], rows)
    check("hop2.practice.invalid" in rows[1][5], rows)
    picture = w.s.wait(lambda: next((o for o in w.s.find_all(root=panel) if (o.get_name() or "").startswith("Path: us")), None), 5, "the picture")
    check("hop 3, hop3.practice.invalid, 483" in picture.get_name(), picture.get_name())
    w.shot("reached")


@scenario("--style", "dark")
def path_dark(w):
    """The same in dark colours."""
    w.practice("hops:3")
    w.s.key("ctrl+p")
    panel = start(w, "Path of a request")
    wait_words(w, panel, "200 OK behind 3 hops")
    w.shot("reached")
