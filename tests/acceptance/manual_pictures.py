#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures of the manual and the README anew, from the real window, in light and dark.

  manual_pictures.py VIATRACE [resources/help/images]"""
import os
import subprocess
import sys
import time

from window import Window, find_row, free_port


def take(program, folder, style):
    from drive import Session

    def picture(name):
        path = os.path.join(folder, "%s-%s.png" % (name, style))
        w.s.xdo("mousemove", 1, 1)  # nothing is under it
        time.sleep(0.3)
        w.s.screenshot(path, next(window for window in w.s.windows() if "Viatrace" in (window.get_name() or "")))
        # Few colours: a third of the size, and nobody sees it.
        subprocess.run(["convert", path, "-strip", "-dither", "None", "-colors", "200", "png8:" + path], check=True)

    def select(*words):
        """A row of the table twin is the same row of the ladder."""
        w.open_table()
        w.s.click_cell(w.s.find("table", "Ladder table"), find_row(w.ladder(), *words), 3)
        w.s.click(next(o for o in w.s.find_all(None, "Ladder") if o.get_role_name() in ("push button", "toggle button", "check box")))

    with Session([program, "--style", style], size=(1540, 980)) as session:
        w = Window(session, folder, style)
        w.s.find("push button", "Try it on the practice server")
        picture("first-start")
        w.press("Try it on the practice server")
        w.wait_result("200", 1)
        select("401")
        w.s.tab("Digest")
        picture("registered")
        w.command("Start: silent")
        w.command("Welcome page")
        w.press("Watch a timeout")
        w.wait_result("408", 2)
        select("408")
        picture("timeout")
        w.fill("Target", "sip:127.0.0.1:%d" % free_port())
        w.press("Send")
        w.wait_result("503", 3)
        select("503")
        picture("refused")
        w.practice("ok")
        w.template("INVITE")
        w.options(Hang_up_after=-1)
        w.press("Send")
        w.open_table()
        w.wait_row("Session:")
        w.next_in_dialog("Hold (re-INVITE)")
        w.close_panel("Next in dialog")
        select("on hold")
        w.s.tab("Dialog")
        picture("call")
        w.command("Cancel what is running")
        w.wait_result("200", 4)


def main():
    if len(sys.argv) == 4:
        take(*sys.argv[1:])
        return 0
    if len(sys.argv) not in (2, 3):
        print(__doc__)
        return 64
    program = os.path.abspath(sys.argv[1])
    folder = os.path.abspath(sys.argv[2] if len(sys.argv) == 3 else "resources/help/images")
    os.makedirs(folder, exist_ok=True)
    for style in ("light", "dark"):  # a process each: libatspi keeps to the first bus it meets
        subprocess.run([sys.executable, "-B", os.path.abspath(__file__), program, folder, style], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
