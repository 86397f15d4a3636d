# SPDX-License-Identifier: GPL-3.0-or-later
"""An installed package, used for the first time: menu, practice server, Send, ladder."""
from window import check, find_row, scenario


@scenario()
def installed(w):
    """From the menus to a ladder, and what Help shows."""
    w.shot("welcome")
    w.s.menu("Practice", "Start: ok")
    w.s.wait(lambda: "127.0.0.1" in w.s.text(w.s.find("text", "Target")), 10, "the address of the practice server")
    w.press("Send")
    w.wait_result("200", 1)
    w.shot("ladder")
    w.open_table()
    rows = w.ladder()
    check(find_row(rows, "OPTIONS sip:") < find_row(rows, "200 OK"), "the rows are not in order:\n" + "\n".join(rows))
    w.s.menu("Help", "About Viatrace")
    about = w.panel("About Viatrace")
    w.shot("about")
    w.s.click(w.s.find("push button", "Close", root=about))
    w.s.wait(lambda: len(w.s.windows()) == 1, 5, "the box About to go away")
