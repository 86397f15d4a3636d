#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help, version, manual and wrong usage of viatrace-cli. Usage: cli_usage_test.py CLI [NAME-PART]"""
import re

from cli_runner import SOURCE, case, check, expect, main, run


@case
def help_names_commands_examples_and_exit_codes():
    done = expect(run("--help"), 0, ["send", "practice", "lint", "show", "template", "demo", "Examples:", "Exit codes:"])
    check(not done.stderr, done.stderr)
    for command in ("send", "practice", "lint", "show", "template", "demo", "sweep", "trace"):
        expect(run(command, "--help"), 0, "Exit codes:")
    expect(run("send", "--help"), 0, ["--ruri", "--user", "--password-stdin", "--timers", "--json", "VIATRACE_SECRET_"])


@case
def the_manual_names_every_option():
    pages = {"sweep": ["cli", "sweep"], "trace": ["cli", "traceroute"]}  # cli.md leads there
    for command in ("send", "practice", "lint", "show", "template", "demo", "sweep", "trace"):
        manual = "".join((SOURCE / "resources" / "help" / f"{page}.md").read_text(encoding="utf-8") for page in pages.get(command, ["cli"]))
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", run(command, "--help").stdout):
            check(option == "--help" or option in manual, f"{command} {option} is not in the manual")


@case
def the_pictures_of_the_manual_are_there():
    folder = SOURCE / "resources" / "help"
    for page in folder.glob("*.md"):
        for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
            check((folder / picture).is_file(), f"{page.name}: {picture} is missing")


@case
def version():
    done = expect(run("--version"), 0)
    check(re.match(r"viatrace-cli \d+\.\d+\.\d+\nBuilt from: ", done.stdout), done.stdout)
    for library in ("Qt", "OpenSSL", "c-ares", "yaml-cpp", "CLI11"):
        check(re.search(rf"^{library}: \d+\.\d+.* \(.+\)$", done.stdout, re.M), library, done.stdout)


@case
def wrong_usage_is_64_and_leaves_standard_output_empty():
    for argv in ([], ["fly"], ["send"], ["send", "--timers", "quick", "OPTIONS", "sip:127.0.0.1"], ["send", "A", "B", "C"],
                 ["send", "--header", "no colon", "OPTIONS", "sip:127.0.0.1"], ["send", "--ring-limit", "5", "INVITE", "sip:127.0.0.1"],
                 ["send", "--body", "x", "--body-file", "y", "MESSAGE", "sip:127.0.0.1"], ["send", "O(", "sip:127.0.0.1"],
                 ["send", "--body-file", "/nowhere/x", "MESSAGE", "sip:127.0.0.1"], ["send", "--json", "--mermaid", "OPTIONS", "sip:127.0.0.1"],
                 ["practice", "--behaviour", "dance"], ["practice", "--port", "70000"], ["practice", "--account", "x"], ["practice", "--timers", "t1=x"], ["lint"], ["show"],
                 ["template", "dance"]):
        done = run(*argv)
        check(done.returncode == 64, argv, "ended with", done.returncode)
        check(done.stderr.strip(), argv, "says nothing")
        check(not done.stdout, argv, "printed", done.stdout)


@case
def options_that_cannot_work_are_refused_with_the_remedy():
    register, invite = ["REGISTER", "sip:127.0.0.1"], ["INVITE", "sip:127.0.0.1"]
    options, message = ["OPTIONS", "sip:127.0.0.1"], ["MESSAGE", "sip:127.0.0.1"]
    for argv, option, remedy in (
            (["--answer", "BYE: 180", *invite], "--answer", "always answered 200"),
            (["--answer", "INFO: 180", *invite], "--answer", "INFO: 180, 1s 200"),
            (["--answer", "INFO: 183 reliable, 200", *invite], "--answer", "only answers to INVITE"),
            (["--answer", "INVITE: by hand", *invite], "--answer", "INVITE: 180, 2s 200"),
            (["--answer", "*: 486", *options], "--answer", "leave it out"),
            (["--answer", "INVITE: 200", *register], "--answer", "keep-for"),
            (["--then", "BYE", *message], "--then", "leave it out"),
            (["--keep-for", "5s", *options], "--keep-for", "REGISTER and PUBLISH"),
            (["--keep-for", "never", *message], "--keep-for", "leave it out for MESSAGE"),
            (["--keep-for", "5s", "--header", "Contact: *", *register], "--keep-for", "Contact"),
            (["--on-exit", "leave", *register], "--on-exit", "keep-for"),
            (["--on-exit", "remove", *options], "--on-exit", "keep-for"),
            (["--hang-up-after", "2s", *message], "--hang-up-after", "call or a subscription"),
            (["--ring-limit", "180s", *options], "--ring-limit", "INVITE"),
            (["--force-udp", "--transport", "tcp", *options], "--force-udp", "leave one of the two out"),
            (["--sdp", "PCMA", "--body", "x", *invite], "--sdp", "--body"),
            (["--sdp", "PCMA", "--body-file", "x", *invite], "--sdp", "--body-file"),
            (["--realm", "a", *options], "--realm", "--user"),
            (["--digest-uri", "a", *options], "--digest-uri", "--user"),
            (["--auth-choice", "strongest", *options], "--auth-choice", "--user"),
            (["--auth-scheme", "bearer", "--user", "a", *options], "--auth-scheme", "--bearer"),
            (["--auth-scheme", "digest", "--bearer", *options], "--auth-scheme", "--bearer"),
            (["--digest-uri", "x", "--bearer", *options], "--digest-uri", "--bearer"),
            (["--anonymous", "--auth-user", "a", *options], "--anonymous", "--auth-user"),
            (["--anonymous", "--password-stdin", *options], "--password-stdin", "--anonymous"),
            (["--password-stdin", *options], "--password-stdin", "--user")):
        done = expect(run("send", *argv), 64, err=[option, remedy])
        check(not done.stdout, argv, "printed", done.stdout)


@case
def a_target_that_is_none_is_wrong_usage():
    for target, word in (("sip:", "host"), ("udp:300.1.1.1", "IP address"), ("udp:127.0.0.1:99999", "port"), ("tel:+15550100", "tel:"),
                         ("foo", ""), ("", ""), ("sip:127.0.0.1;transport=xyz", "xyz"), ("udp:", "host")):
        done = expect(run("send", "OPTIONS", target), 64, err=word)
        check(not done.stdout and done.stderr.strip(), target, done.stdout)
    expect(run("send", "--transport", "carrier-pigeon", "OPTIONS", "sip:127.0.0.1"), 64, err="carrier-pigeon")
    expect(run("send", "--resolver", "dns.example.com", "OPTIONS", "sip:example.com"), 64, err="--resolver")


@case
def no_password_option_exists():
    check(run("send", "--password", "x", "OPTIONS", "sip:127.0.0.1").returncode == 64)
    check("--password " not in run("send", "--help").stdout)


main()
