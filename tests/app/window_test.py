#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line of the window where there is no display. Usage: window_test.py VIATRACE [NAME-PART]"""
import tempfile

from cli_runner import case, check, expect, main, run

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


main()
