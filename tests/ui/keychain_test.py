#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the one test that needs a real keychain at a Secret Service of its own, on a bus and in a home of its own.
Usage: keychain_test.py TST_KEPT_SECRETS. Says 77 and what is missing where there is none."""
import os
import shutil
import subprocess
import sys
import tempfile

PROGRAMS = {"dbus-run-session": "dbus", "gnome-keyring-daemon": "gnome-keyring"}
CASE = "the_keychain_of_this_system_keeps_a_secret"
# The keyring opens with any word that is not empty: it is a new one.
RUN = 'printf word | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$0" "$1"'


def main():
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    missing = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    if missing:
        print("SKIP the keychain of this system: needs " + " ".join(missing))
        return 77
    with tempfile.TemporaryDirectory() as home:
        os.chmod(home, 0o700)
        environment = os.environ | {"HOME": home, "XDG_RUNTIME_DIR": home, "XDG_DATA_HOME": home, "XDG_CURRENT_DESKTOP": "GNOME",
                                    "VIATRACE_TEST_KEYCHAIN": "1"}
        done = subprocess.run(["dbus-run-session", "--", "sh", "-c", RUN, sys.argv[1], CASE], env=environment, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, errors="replace", timeout=120)
        print(done.stdout)
        if "this build knows no keychain" in done.stdout:
            return 77
        return done.returncode


if __name__ == "__main__":
    sys.exit(main())
