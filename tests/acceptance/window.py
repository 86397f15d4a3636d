# SPDX-License-Identifier: GPL-3.0-or-later
"""What scenarios say to the window, on top of the session that drives it."""
import os
import socket
import time

SCENARIOS = {}


class Failed(AssertionError):
    pass


class Skipped(Exception):
    """What a scenario needs beside the window is not there."""


def scenario(*arguments):
    """Registers a scenario; `arguments` are those of the program."""
    def register(function):
        SCENARIOS[function.__name__] = (function, list(arguments))
        return function
    return register


def beside(name):
    """A file of this folder."""
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), name)


def check(condition, said):
    if not condition:
        raise Failed(said)


class Window:
    """What scenarios say, on top of Session."""

    def __init__(self, session, shots, name):
        self.s, self.shots, self.name = session, shots, name

    def shot(self, what):
        time.sleep(0.3)  # the last frame is on the screen
        return self.s.screenshot(os.path.join(self.shots, "%s-%s.png" % (self.name, what)))

    def press(self, button):
        self.s.click(self.into_view(self.s.find("push button", button)))

    def fill(self, field, text):
        self.s.type_into(self.into_view(self.s.find("text", field)), text)

    def fill_secret(self, field, text, root=None):
        """A field that shows dots: what was typed cannot be read back."""
        secret = self.s.find("password text", field, root)
        self.s.click(secret)
        self.s.wait(lambda: self.s.focused(secret), 10, "the focus in " + field)
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

    def practice(self, behaviour):
        """Starts the practice server; the target is its address then."""
        target = self.s.find("text", "Target")
        before = self.s.text(target)
        self.command("Start: " + behaviour)
        self.s.wait(lambda: "127.0.0.1" in self.s.text(target) and self.s.text(target) != before, 10, "the address of the practice server")

    def template(self, title):
        self.command("template: " + title)

    def options(self, **values):
        """Fills fields of the page Options: underscores are blanks. A number is a spin box, a text lines, True a box to tick."""
        self.s.tab("Options")
        for name, value in values.items():
            label = name.replace("_", " ")
            if value is True:
                self.s.click(self.into_view(self.s.find("check box", label, showing=False)))
            elif isinstance(value, str):
                self.s.click(self.into_view(self.s.find("text", label, showing=False)))
                self.s.key("ctrl+a")
                self.s.type(value)
            else:
                spin = self.into_view(self.s.find("spin button", label, showing=False))
                self.s.click(spin)
                self.s.key("ctrl+a")
                self.s.type(str(value))
                self.s.key("Tab")
        self.s.tab("Form")

    def into_view(self, widget):
        """Turns the mouse wheel over the page that holds it, when there is one: what is scrolled away counts as shown."""
        area = widget.get_parent()
        while area is not None and area.get_parent() is not None and area.get_parent().get_role_name() != "layered pane":
            area = area.get_parent()
        if area is None or area.get_parent() is None:
            return widget
        x, y, width, height = self.s.rect(area)
        for _ in range(60):
            top, size = self.s.rect(widget)[1], self.s.rect(widget)[3]
            if y <= top and top + size <= y + height:
                break
            self.s.xdo("mousemove", x + 12, y + height // 2, "click", 5 if top > y else 4)
            time.sleep(0.05)
        return widget

    def add_header(self, name, value):
        self.press("Add header")
        self.s.type(name)
        self.s.key("Tab")
        self.s.type(value)
        self.s.key("Return")

    def edit_header(self, name, value):
        """Another value in a row of the table of headers."""
        table = self.into_view(self.s.find("table", "Headers", showing=False))
        row, column = next((r, c) for r, cells in enumerate(self.s.table(table)) for c, text in enumerate(cells) if text == name)
        self.s.click_cell(table, row, column + 1, count=2)
        self.s.key("ctrl+a")
        self.s.type(value)
        self.s.key("Return")

    def wait_row(self, *words, timeout=15):
        """Until a row of the ladder has all of them; its number."""
        def look():
            return next((number + 1 for number, row in enumerate(self.ladder()) if all(word in row for word in words)), 0)
        try:
            return self.s.wait(look, timeout) - 1
        except AssertionError:
            raise Failed("no row with %s in\n  %s" % (" and ".join(words), "\n  ".join(self.ladder())))

    def select(self, *words):
        self.s.click_cell(self.s.find("table", "Ladder table"), self.wait_row(*words), 3)

    def panel(self, title):
        return self.s.wait(lambda: next((o for o in self.s.windows() if title in (o.get_name() or "")), None), 10, "the panel " + title)

    def next_in_dialog(self, preset, rows=None, body=None, shot=None):
        """Composes the next request of the dialog from a preset, and sends it; `rows`, `body`: instead of the preset's."""
        if not any("Next in dialog" in (o.get_name() or "") for o in self.s.windows()):
            self.s.key("ctrl+d")
        panel = self.panel("Next in dialog")
        combo = self.s.find_all("combo box", root=panel)[0]
        if combo.get_name() != preset:
            self.s.choose(combo, preset)
        for field, text in (("Header rows", rows), ("Body", body)):
            if text is not None:
                self.s.click(self.s.find("text", field, root=panel))
                self.s.key("ctrl+a")
                self.s.type(text)
        if shot:
            self.shot(shot)
        preview = self.s.text(self.s.find("text", "As it will be sent", root=panel))
        self.s.click(self.s.find("push button", "Send", root=panel))
        return preview

    def close_panel(self, title):
        self.s.click(self.s.find("push button", "Close", root=self.panel(title)))

    def open_table(self):
        """The ladder as a table: the same rows, for those who cannot see the picture."""
        button = self.s.wait(lambda: next((o for o in self.s.find_all(None, "Table")
                                           if o.get_role_name() in ("push button", "toggle button", "check box")), None), 10,
                             "the button Table")
        self.s.click(button)
        return self.s.find("table", "Ladder table")

    def ladder(self):
        """What the rows say to who cannot see them: kind, words, from, to, details, all in one column."""
        return [cells[0] for cells in self.s.table(self.s.find("table", "Ladder table"), first=3, cols=4)]

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


def bindings_table(w):
    table = next(o for o in w.s.find_all(None, "Bindings") if "table" in o.get_role_name() or o.get_role_name() == "tree")
    return w.s.table(table)


def free_port():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def find_row(rows, *words):
    for number, row in enumerate(rows):
        if all(word in row for word in words):
            return number
    raise Failed("no row with %s in\n  %s" % (" and ".join(words), "\n  ".join(rows)))
