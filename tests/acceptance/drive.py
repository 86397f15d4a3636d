#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""drive.py - drive a real Qt window from outside, as a user would.

Needs (Debian 12): xvfb openbox dbus at-spi2-core python3-gi gir1.2-atspi-2.0 xdotool xclip imagemagick
Run with /usr/bin/python3 (a pyenv/venv python has no 'gi').

    from drive import Session
    with Session(["./viatrace", "--theme", "dark"]) as s:
        s.type_into(s.find("text", "Target URI"), "sip:bob@example.net")
        s.click(s.find("push button", "Send OPTIONS"))
        s.wait(lambda: len(s.table(s.find("table", "Messages"))) == 1)
        s.screenshot("out.png")

Finds by AT-SPI (role name, accessible name); acts with real X events (xdotool/XTEST), so a
disabled, hidden or covered widget does not react, exactly as for a user. Every process is a
child of this one and is stopped by its own pid.
"""
import os, re, select, shutil, signal, subprocess, sys, tempfile, time


class NotFound(AssertionError):
    pass


class Session:
    def __init__(self, argv, env=None, size=(1400, 900), wm=True, timeout=15.0, app_name=None,
                 isolate_home=True, cwd=None, logdir=None, scale=None):
        self.argv, self.size, self.timeout = list(argv), size, timeout
        self.procs, self.app = [], None
        try:
            self._start(env, size, wm, app_name, isolate_home, cwd, logdir, scale)
        except BaseException:
            self.close()
            raise

    def _start(self, env, size, wm, app_name, isolate_home, cwd, logdir, scale):
        self.tmp = tempfile.mkdtemp(prefix="drive-")
        self.logdir = logdir or self.tmp
        os.makedirs(self.logdir, exist_ok=True)
        e = dict(os.environ)
        for k in ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "QT_QPA_PLATFORM", "QT_ACCESSIBILITY", "SESSION_MANAGER"):
            e.pop(k, None)
        run = os.path.join(self.tmp, "run")
        os.mkdir(run, 0o700)
        e.update(XDG_RUNTIME_DIR=run, LC_ALL=e.get("DRIVE_LANG", "C.UTF-8"), QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
                 QT_QPA_PLATFORM="xcb", NO_AT_BRIDGE="0", GIO_USE_VFS="local", GSETTINGS_BACKEND="memory")
        if scale:
            e["QT_SCALE_FACTOR"] = str(scale)
        self.scale = float(scale or 1)
        if isolate_home:  # settings, cache and history of the tester stay out of it
            home = os.path.join(self.tmp, "home")
            os.mkdir(home)
            e.update(HOME=home, XDG_CONFIG_HOME=home + "/.config", XDG_DATA_HOME=home + "/.local/share",
                     XDG_CACHE_HOME=home + "/.cache", XDG_STATE_HOME=home + "/.local/state")
        # --- X server: it picks a free display itself
        r, w = os.pipe()
        self._spawn("xvfb", ["Xvfb", "-displayfd", str(w), "-screen", "0", "%dx%dx24" % size, "-nolisten", "tcp", "-noreset"], e, pass_fds=(w,))
        os.close(w)
        e["DISPLAY"] = ":" + self._readline(r, 15).strip()
        # --- session bus (not dbus-run-session, so that this process shares the bus)
        r, w = os.pipe()
        self._spawn("dbus", ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=%d" % w], e, pass_fds=(w,))
        os.close(w)
        e["DBUS_SESSION_BUS_ADDRESS"] = self._readline(r, 15).strip()
        if wm and shutil.which("openbox"):
            self._spawn("openbox", ["openbox", "--sm-disable"], e)
        self.env = dict(e, **(env or {}))
        # libatspi reads these once, on first use, in this process: one Session per process
        for k in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            os.environ[k] = e[k]
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self.A = Atspi
        Atspi.init()
        self.app_proc = self._spawn("app", self.argv, self.env, cwd=cwd)
        self.app = self.wait(lambda: self._find_app(app_name), what="application on the AT-SPI bus")
        self.wait(lambda: self.windows(), what="a top-level window")

    # ---- processes
    def _spawn(self, name, argv, env, **kw):
        log = open(os.path.join(self.logdir, name + ".log"), "wb")
        p = subprocess.Popen(argv, env=env, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, **kw)
        self.procs.append((name, p))
        return p

    @staticmethod
    def _readline(fd, timeout):
        out, end = b"", time.time() + timeout
        while not out.endswith(b"\n"):
            if not select.select([fd], [], [], max(0, end - time.time()))[0]:
                raise TimeoutError("server did not start")
            c = os.read(fd, 1)
            if not c:
                raise RuntimeError("server died on start")
            out += c
        os.close(fd)
        return out.decode()

    def close(self):
        """Stop everything; returns the app's exit status (negative: signal, None: it had to be killed)."""
        rc = self.app_proc.poll() if hasattr(self, "app_proc") else None
        for name, p in reversed(self.procs):
            if p.poll() is None:
                p.send_signal(signal.SIGTERM)
                try:
                    p.wait(5)
                except subprocess.TimeoutExpired:
                    p.kill()
                    p.wait()
        if self.logdir != self.tmp or not os.environ.get("DRIVE_KEEP"):
            shutil.rmtree(self.tmp, ignore_errors=True)
        return rc

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        if exc[0] and not os.environ.get("DRIVE_QUIET"):
            try:
                print("\n".join(self.dump()[:120]), file=sys.stderr)
                self.screenshot(os.environ.get("DRIVE_FAIL_SHOT", "drive-failure.png"))
            except Exception:
                pass
        self.close()

    def log(self):
        return open(os.path.join(self.logdir, "app.log"), errors="replace").read()

    def alive(self):
        return self.app_proc.poll() is None

    # ---- finding
    def wait(self, fn, timeout=None, what=None, every=0.05):
        end, last = time.time() + (timeout or self.timeout), None
        while True:
            try:
                v = fn()
                if v:
                    return v
            except Exception as x:  # a vanished object is a GLib.Error: look again
                last = x
            if getattr(self, "app_proc", None) and self.app_proc.poll() is not None:
                raise RuntimeError("the app ended with %s\n%s" % (self.app_proc.returncode, self.log()[-2000:]))
            if time.time() > end:
                raise NotFound("not within %.1f s: %s%s" % (timeout or self.timeout, what or fn, (" (last: %r)" % last) if last else ""))
            time.sleep(every)

    def _find_app(self, name):
        d = self.A.get_desktop(0)
        d.clear_cache()
        for i in range(d.get_child_count()):
            a = d.get_child_at_index(i)
            if a and (a.get_process_id() == self.app_proc.pid or (name and a.get_name() == name)):
                return a
        return None

    def windows(self):
        self.app.clear_cache()
        return [w for w in (self.app.get_child_at_index(i) for i in range(self.app.get_child_count())) if w and self.state(w, "SHOWING")]

    def state(self, o, name):
        return o.get_state_set().contains(getattr(self.A.StateType, name))

    def walk(self, root=None, showing=True, depth=60, into_tables=False):
        stack = [(root, 0)] if root else [(w, 0) for w in reversed(self.windows())]
        while stack:
            o, d = stack.pop()
            try:
                if showing and d and not self.state(o, "SHOWING") and o.get_role_name() not in ("menu item", "menu"):
                    continue
                yield o, d
                if d >= depth or (not into_tables and o.get_role_name() in ("table", "tree", "tree table")):
                    continue
                kids = [o.get_child_at_index(i) for i in range(min(o.get_child_count(), 500))]
                stack.extend((k, d + 1) for k in reversed(kids) if k)
            except Exception:
                continue

    def find_all(self, role=None, name=None, root=None, showing=True, into_tables=False):
        def hit(o):
            if role and o.get_role_name() != role:
                return False
            n = o.get_name() or ""
            return name is None or (bool(name.search(n)) if hasattr(name, "search") else n == name)
        if root is not None:
            root.clear_cache()
        else:
            self.app.clear_cache()
        return [o for o, _ in self.walk(root, showing, into_tables=into_tables) if hit(o)]

    def find(self, role=None, name=None, root=None, nth=0, timeout=None, showing=True, into_tables=False):
        return self.wait(lambda: (self.find_all(role, name, root, showing, into_tables) + [None] * (nth + 1))[nth] or None,
                         timeout, "role=%r name=%r nth=%d" % (role, getattr(name, "pattern", name), nth))

    def labelled(self, label, role=None, timeout=None):
        """The widget whose QLabel buddy reads `label` (Qt gives combo boxes their current text as name)."""
        def look():
            for o in self.find_all(role):
                for r in o.get_relation_set() or []:
                    if r.get_relation_type() == self.A.RelationType.LABELLED_BY and any(
                            (r.get_target(i).get_name() or "") == label for i in range(r.get_n_targets())):
                        return o
        return self.wait(look, timeout, "%s labelled %r" % (role or "widget", label))

    def gone(self, role=None, name=None, timeout=None):
        return self.wait(lambda: not self.find_all(role, name), timeout, "%r %r to go away" % (role, name))

    def dump(self, root=None, showing=True, into_tables=False):
        return ["%s%s %r%s" % ("  " * d, o.get_role_name(), o.get_name(), "" if self.state(o, "ENABLED") else " [disabled]")
                for o, d in self.walk(root, showing, into_tables=into_tables)]

    # ---- reading
    def rect(self, o):
        e = o.get_component_iface().get_extents(self.A.CoordType.SCREEN)
        k = self.scale  # Qt tells AT-SPI device-independent pixels
        return (e.x, e.y, e.width, e.height) if k == 1 else tuple(round(v * k) for v in (e.x, e.y, e.width, e.height))

    def text(self, o):
        """Text of a line edit, editor, label, combo box, status bar..."""
        o.clear_cache()
        t = o.get_text_iface()
        if t:
            return self.A.Text.get_text(o, 0, self.A.Text.get_character_count(o))
        return o.get_name()

    def value(self, o):
        o.clear_cache()
        return o.get_value_iface() and self.A.Value.get_current_value(o)

    def focused(self, o):
        o.clear_cache()
        return self.state(o, "FOCUSED")

    def checked(self, o):
        o.clear_cache()
        return self.state(o, "CHECKED")

    def enabled(self, o):
        o.clear_cache()
        return self.state(o, "ENABLED")

    def table(self, o, rows=None, cols=None, first=0):
        """All cells (also those scrolled out of view) as rows of strings. Works for tables and trees
        that expose AT-SPI Table (QTableView, QTreeView: only expanded rows)."""
        o.clear_cache()
        T = self.A.Table
        nr, nc = T.get_n_rows(o), T.get_n_columns(o)
        return [[(T.get_accessible_at(o, r, c).get_name()) for c in range(first, min(nc, cols or nc))] for r in range(min(nr, rows or nr))]

    def n_rows(self, o):
        o.clear_cache()
        return self.A.Table.get_n_rows(o)

    def header(self, o):
        o.clear_cache()
        return [self.A.Table.get_column_description(o, c) or "" for c in range(self.A.Table.get_n_columns(o))]

    def cell(self, o, r, c):
        o.clear_cache()
        return self.A.Table.get_accessible_at(o, r, c)

    # ---- acting with real X events
    def xdo(self, *a):
        subprocess.run(["xdotool", *map(str, a)], env=self.env, check=True, stdout=subprocess.DEVNULL, timeout=60)

    def visible_rect(self, o):
        """Its rectangle cut to the list, table or tree that holds it (an item may be wider than its view)."""
        x, y, w, h = self.rect(o)
        p = o.get_parent()
        if p is not None and p.get_role_name() in ("list", "table", "tree", "tree table"):
            px, py, pw, ph = self.rect(p)
            x2, y2 = min(x + w, px + pw), min(y + h, py + ph)
            x, y = max(x, px), max(y, py)
            w, h = x2 - x, y2 - y
        return x, y, w, h

    def centre(self, o):
        x, y, w, h = self.visible_rect(o)
        if w <= 0 or h <= 0:
            raise NotFound("no place on the screen: %s %r %r" % (o.get_role_name(), o.get_name(), (x, y, w, h)))
        return int(x + w / 2), int(y + h / 2)

    def bring_into_view(self, table, r, c=0, margin=26):
        """Turn the mouse wheel over the table until the cell shows, as a user would; returns the cell."""
        tx, ty, tw, th = self.rect(table)
        for _ in range(400):
            o = self.cell(table, r, c)
            y, h = self.rect(o)[1], self.rect(o)[3]
            if y >= ty + margin and y + h <= ty + th:
                return o
            self.xdo("mousemove", tx + tw // 2, ty + th // 2, "click", 4 if y < ty + margin else 5)
            time.sleep(0.03)
            if self.rect(self.cell(table, r, c))[1] == y:
                return o  # at the end of the travel
        raise NotFound("cell %d,%d does not come into view" % (r, c))

    def click_cell(self, table, r, c=0, **kw):
        self.click(self.bring_into_view(table, r, c), **kw)

    def click(self, o, button=1, count=1, at=None):
        x, y = at or self.centre(o)
        self.xdo("mousemove", x, y, "click", "--repeat", count, "--delay", 60, button)

    def double_click(self, o):
        self.click(o, count=2)

    def action(self, o, name=None):
        """AT-SPI action, no mouse: works also for a covered widget; prefer click()."""
        n = self.A.Action.get_n_actions(o)
        names = [self.A.Action.get_action_name(o, i) for i in range(n)]
        i = names.index(name) if name else 0
        return self.A.Action.do_action(o, i)

    def key(self, *keys):
        self.xdo("key", "--clearmodifiers", *keys)

    def type(self, text, delay=8):
        """Types ASCII key by key. Anything else is pasted: xdotool has to remap keys for it, and Qt loses some."""
        if text.isascii():
            self.xdo("type", "--clearmodifiers", "--delay", delay, "--", text)
        else:
            self.paste(text)

    def paste(self, text):
        p = subprocess.Popen(["xclip", "-selection", "clipboard", "-quiet", "-i"], env=self.env, stdin=subprocess.PIPE,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        p.stdin.write(text.encode())
        p.stdin.close()
        self.procs.append(("xclip", p))
        time.sleep(0.2)
        self.key("ctrl+v")
        time.sleep(0.1)

    def clipboard(self):
        return subprocess.run(["xclip", "-selection", "clipboard", "-o"], env=self.env, stdout=subprocess.PIPE, timeout=10).stdout.decode()

    def type_into(self, o, text, clear=True):
        self.click(o)
        self.wait(lambda: self.focused(o), 10, "the focus in %r" % o.get_name())  # what is typed before goes nowhere
        if clear:
            self.key("ctrl+a", "Delete")
        self.type(text)
        want = text if clear else None
        if want is not None and o.get_text_iface():
            self.wait(lambda: self.text(o) == want, 5, "typed text %r, there is %r" % (want, self.text(o)))

    def menu(self, *path):
        """menu('File', 'Open…'): clicks through the menu bar."""
        root = self.find("menu bar")
        for i, name in enumerate(path):
            it = self.wait(lambda: ([o for o in self.find_all("menu item", name, None) if self.rect(o)[2] > 0 and self.state(o, "SHOWING")]
                                    + [None])[0], what="menu item %r" % name)
            self.click(it)
            time.sleep(0.15)

    def choose(self, combo, label):
        """Pick an entry of a combo box with the keyboard, as a user can."""
        self.click(combo)
        item = self.wait(lambda: next((o for o in self.find_all("list item", label) if self.rect(o)[2] > 0), None), 5, "entry %r" % label)
        time.sleep(0.25)  # Qt ignores the release of a click that comes too soon after the popup
        self.click(item)
        self.wait(lambda: self.text(combo) == label or combo.get_name() == label or label in (self.text(combo) or ""), 3, "combo shows %r" % label)

    def tab(self, name):
        self.click(self.find("page tab", name))

    # ---- pictures
    def screenshot(self, path, o=None):
        cmd = ["import", "-silent", "-window", "root"]
        if o is not None:
            x, y, w, h = self.rect(o)
            cmd += ["-crop", "%dx%d+%d+%d" % (w, h, x, y), "+repage"]
        subprocess.run(cmd + [path], env=self.env, check=True, timeout=60)
        return path


if __name__ == "__main__":  # drive.py APP [ARG...]: start it, print what a user can find, take a picture
    with Session(sys.argv[1:]) as s:
        time.sleep(0.5)
        print("\n".join(s.dump()))
        print(s.screenshot("drive.png"))
