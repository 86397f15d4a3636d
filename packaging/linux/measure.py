#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start of a program to its first window on the screen, and what it holds in memory when idle.

  measure.py PROGRAM [ARGUMENT]...      needs Xvfb, xdotool; as root also with an empty page cache (cold)"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

DROP = pathlib.Path("/proc/sys/vm/drop_caches")


def started(argv, environment):
    """(seconds to the window, proportional set size in kB after five idle seconds)"""
    began = time.monotonic()
    with subprocess.Popen(argv, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Viatrace"], env=environment, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL).returncode:
            if process.poll() is not None or time.monotonic() - began > 60:
                raise SystemExit("no window")
            time.sleep(0.01)
        shown = time.monotonic() - began
        time.sleep(5)
        pss = int(re.search(r"^Pss:\s+(\d+)", pathlib.Path("/proc/%d/smaps_rollup" % process.pid).read_text(), flags=re.M).group(1))
        process.terminate()
    return shown, pss


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 64
    with tempfile.TemporaryDirectory() as home:
        read, write = os.pipe()
        with subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24"], pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
            environment = dict(os.environ, DISPLAY=":" + os.read(read, 16).decode().strip(), HOME=home, XDG_RUNTIME_DIR=home, QT_QPA_PLATFORM="xcb",
                               XDG_CACHE_HOME=home + "/.cache", XDG_CONFIG_HOME=home + "/.config")
            print("first   %.2f s, %d kB" % started(sys.argv[1:], environment))
            if os.access(DROP, os.W_OK):
                os.sync()
                DROP.write_text("3")
                print("cold    %.2f s, %d kB" % started(sys.argv[1:], environment))
            for _ in range(3):
                print("warm    %.2f s, %d kB" % started(sys.argv[1:], environment))
            server.terminate()
    return 0


if __name__ == "__main__":
    sys.exit(main())
