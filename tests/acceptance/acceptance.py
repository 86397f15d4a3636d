#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Acceptance of the window, as a user meets it: real keys and clicks on a screen of its own.

  acceptance.py VIATRACE [--shots DIR] [SCENARIO | GROUP]...
  acceptance.py --list

Every scenario is a function in scenarios/GROUP.py, has its own X server, session bus and home folder, and leaves pictures in DIR.
Exit 0: all passed, 1: some failed, 77: a package is missing (it is named)."""
import argparse
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from window import SCENARIOS, Failed, Skipped, Window, check  # noqa: E402

GROUPS = {group: [name for name, (function, _) in SCENARIOS.items() if function.__module__ == module.__name__]
          for group in ("first_steps", "credentials", "registrations", "calls", "events", "refusals", "probes", "road", "packaged")
          for module in [importlib.import_module("scenarios." + group)]}
# What a scenario cannot do without, and the Debian package that has it.
PROGRAMS = {"Xvfb": "xvfb", "openbox": "openbox", "dbus-daemon": "dbus", "xdotool": "xdotool", "import": "imagemagick",
            "convert": "imagemagick"}


def missing_packages():
    lost = {package for program, package in PROGRAMS.items() if not shutil.which(program)}
    if importlib.util.find_spec("gi") is None:
        lost.add("python3-gi")
    else:
        import gi
        try:
            gi.require_version("Atspi", "2.0")
        except ValueError:
            lost.add("gir1.2-atspi-2.0")
    return sorted(lost)


def run_one(program, name, shots):
    from drive import Session
    function, arguments = SCENARIOS[name]
    os.environ["DRIVE_FAIL_SHOT"] = os.path.join(shots, name + "-failure.png")
    with Session([program] + arguments, logdir=os.path.join(shots, name + "-logs")) as session:
        function(Window(session, shots, name))
        if session.alive():
            session.key("ctrl+q")
        try:
            left = session.app_proc.wait(10)
        except subprocess.TimeoutExpired:
            raise Failed("Ctrl+Q does not end the program")
        check(left == 0, "the program left with %d\n%s" % (left, session.log()[-3000:]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", nargs="?")
    parser.add_argument("scenarios", nargs="*")
    parser.add_argument("--shots", default="acceptance-shots")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.list or not options.program:
        for group, names in GROUPS.items():
            print(group)
            for name in names:
                print("    %-24s %s" % (name, SCENARIOS[name][0].__doc__))
        return 0 if options.list else 64
    lost = missing_packages()
    if lost:
        print("skipped: needs the packages " + " ".join(lost))
        print("Totals: 0 passed, 0 failed, %d skipped" % len(options.scenarios or SCENARIOS))
        return 77
    program, shots = os.path.abspath(options.program), os.path.abspath(options.shots)
    os.makedirs(shots, exist_ok=True)
    names = [name for given in options.scenarios or GROUPS for name in GROUPS.get(given, [given])]
    for name in names:
        if name not in SCENARIOS:
            print("no scenario or group %s; --list shows them" % name)
            return 64
    if options.one:
        try:
            run_one(program, names[0], shots)
        except Skipped as reason:
            print(reason)
            return 77
        return 0
    failed = skipped = 0
    for name in names:  # a process each: libatspi keeps to the first bus it meets
        began = time.time()
        run = subprocess.run([sys.executable, "-B", os.path.abspath(__file__), program, name, "--one", "--shots", shots],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=240)
        skipped += run.returncode == 77
        failed += run.returncode not in (0, 77)
        print("%s: %s (%.1f s)" % ({0: "PASS  ", 77: "SKIP  "}.get(run.returncode, "FAIL! "), name, time.time() - began), flush=True)
        if run.returncode != 0:
            print(run.stdout.decode(errors="replace"), flush=True)
    print("Totals: %d passed, %d failed, %d skipped" % (len(names) - failed - skipped, failed, skipped))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
