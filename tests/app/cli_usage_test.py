#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help, version, manual and wrong usage of viatrace-cli. Usage: cli_usage_test.py CLI [NAME-PART]"""
import re

from cli_runner import SOURCE, case, check, expect, main, run


@case
def help_names_commands_examples_and_exit_codes():
    done = expect(run("--help"), 0, ["send", "practice", "lint", "show", "template", "demo", "Examples:", "Exit codes:"])
    check(not done.stderr, done.stderr)
    for command in ("send", "practice", "lint", "show", "template", "demo"):
        expect(run(command, "--help"), 0, "Exit codes:")
    expect(run("send", "--help"), 0, ["--ruri", "--user", "--password-stdin", "--timers", "--json", "VIATRACE_SECRET_"])


@case
def the_manual_names_every_option():
    manual = (SOURCE / "resources" / "help" / "cli.md").read_text(encoding="utf-8")
    for command in ("send", "practice", "lint", "show", "template", "demo"):
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", run(command, "--help").stdout):
            check(option == "--help" or option in manual, f"{command} {option} is not in resources/help/cli.md")


@case
def version():
    done = expect(run("--version"), 0)
    check(re.fullmatch(r"viatrace-cli \d+\.\d+\.\d+\n", done.stdout), done.stdout)


@case
def wrong_usage_is_64_and_leaves_standard_output_empty():
    for argv in ([], ["fly"], ["send"], ["send", "--timers", "quick", "OPTIONS", "sip:127.0.0.1"], ["send", "A", "B", "C"],
                 ["send", "--header", "no colon", "OPTIONS", "sip:127.0.0.1"], ["send", "--ring-limit", "5", "INVITE", "sip:127.0.0.1"],
                 ["send", "--body", "x", "--body-file", "y", "MESSAGE", "sip:127.0.0.1"], ["send", "O(", "sip:127.0.0.1"],
                 ["send", "--body-file", "/nowhere/x", "MESSAGE", "sip:127.0.0.1"], ["send", "--json", "--mermaid", "OPTIONS", "sip:127.0.0.1"],
                 ["practice", "--behaviour", "dance"], ["practice", "--port", "70000"], ["practice", "--account", "x"], ["lint"], ["show"],
                 ["template", "dance"]):
        done = run(*argv)
        check(done.returncode == 64, argv, "ended with", done.returncode)
        check(done.stderr.strip(), argv, "says nothing")
        check(not done.stdout, argv, "printed", done.stdout)


@case
def no_password_option_exists():
    check(run("send", "--password", "x", "OPTIONS", "sip:127.0.0.1").returncode == 64)
    check("--password " not in run("send", "--help").stdout)


main()
