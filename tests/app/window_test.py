#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The start of the window, and its command line where there is no display. Usage: window_test.py VIATRACE [NAME-PART]"""
import shutil
import subprocess
import tempfile

from cli_runner import Skipped, case, check, expect, main, run, start

NONE = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


@case
def a_display_that_is_not_there_is_said():
    with tempfile.TemporaryDirectory() as folder:
        for gone in ({}, {"DISPLAY": ":12345"}, {"DISPLAY": ":12345", "QT_QPA_PLATFORM": "xcb"}, {"WAYLAND_DISPLAY": "wayland-7"},
                     {"WAYLAND_DISPLAY": folder + "/wayland-7"}, {"DISPLAY": ":12345", "WAYLAND_DISPLAY": "wayland-7"}):
            done = expect(run(**NONE | {"XDG_RUNTIME_DIR": folder} | gone), 69, "", "no display")
            check(len(done.stderr.splitlines()) == 1, gone, done.stderr)


@case
def help_and_version_need_none():
    for gone in (NONE, NONE | {"DISPLAY": ":12345"}):
        for word in ("--help", "-h"):
            expect(run(word, **gone), 0, ["Usage:", "--style", "--language", "file"])
        expect(run("--version", **gone), 0, "viatrace ")
        expect(run("--nonsense", **gone), 1, "", "nonsense")


@case
def the_first_program_of_a_display_keeps_it():
    if not shutil.which("Xvfb"):
        raise Skipped("package xvfb missing")
    # This one ends with its last client, as most begin anew.
    with subprocess.Popen(["Xvfb", "-displayfd", "1", "-terminate", "-nolisten", "tcp"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server, \
            tempfile.TemporaryDirectory() as home:
        try:
            window = start(**NONE | {"DISPLAY": ":" + server.stdout.readline().strip(), "HOME": home, "XDG_CONFIG_HOME": ""})
            try:
                window.wait(3)
                check(False, "it ended with", window.returncode, window.communicate()[1])
            except subprocess.TimeoutExpired:
                pass
            finally:
                window.kill()
                window.communicate()
        finally:
            server.kill()


main()
