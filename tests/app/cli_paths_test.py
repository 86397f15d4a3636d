#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and folders with blanks and letters of other scripts, whatever the locale; portable use. Usage: cli_paths_test.py CLI [NAME-PART]"""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile

import cli_runner
from cli_runner import EXAMPLES, GOOD, WAIT, Peer, Practice, case, check, clean, expect, main, run, start

NAME = "Grüße an ж 日本 e\u0301"
LOCALES = ({"LC_ALL": "C"}, {"LC_ALL": "C.UTF-8"}, {"LC_ALL": "", "LANG": ""})


class PracticeOverTls:
    """At a data folder of its own; gives its address and the file of its CA."""

    def __init__(self, program, *options, **environment):
        self.argv, self.environment = [program, "practice", "--tls", "0", *options], environment

    def __enter__(self):
        self.process = subprocess.Popen(list(map(str, self.argv)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
                                        env=clean(self.environment))
        said = ""
        while not (found := re.search(r"tls:([\d.:]+)[\s\S]*?(/.+\.pem)", said)):
            line = self.process.stdout.readline()
            check(line, "practice ended, having said", said)
            said += line
        self.address, self.authority = found.group(1), pathlib.Path(found.group(2))
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=WAIT)


def folder_named_so():
    return tempfile.TemporaryDirectory(prefix=NAME + " ")


@case
def request_files_and_messages_are_found_whatever_the_locale():
    with folder_named_so() as folder, Practice() as server:
        file, message, body = (pathlib.Path(folder) / f"{NAME}.{end}" for end in ("via", "txt", "body"))
        shutil.copy(EXAMPLES / "options.via", file)
        message.write_bytes(GOOD.encode())
        body.write_text("Hello\n")
        for locale in LOCALES:
            expect(run("send", "--set", f"domain={server.udp}", file, **locale), 0)
            expect(run("send", "--body-file", body, "MESSAGE", "udp:" + server.udp, **locale), 0)
            expect(run("lint", message, **locale), 0)
            expect(run("show", message, **locale), 0, "Request: OPTIONS")
            missing = message.with_suffix(".none")
            expect(run("lint", missing, **locale), 64, err=str(missing))
            with Peer() as peer:
                process = start("send", "--header", f"Subject: {NAME}", "OPTIONS", peer.target, **locale)
                request = peer.receive()
                peer.answer(request, "200 OK")
                process.communicate(timeout=WAIT)
                check(f"Subject: {NAME}\r\n" in request, request)


@case
def certificates_and_key_log_are_found_whatever_the_locale():
    with folder_named_so() as folder:
        for locale in LOCALES:
            with PracticeOverTls(cli_runner.CLI, "--tls-variant", "client-cert", XDG_DATA_HOME=folder, **locale) as server:
                check(server.authority.is_file() and str(server.authority).startswith(folder), server.authority)
                own = server.authority.with_name("practice-client.pem")
                log = pathlib.Path(folder) / f"{NAME}.keys"
                expect(run("send", "--ca", server.authority, "--cert", own, "--key-log", log, "OPTIONS", "tls:" + server.address, **locale), 0)
                check("CLIENT_TRAFFIC_SECRET_0" in log.read_text(), log)
                log.unlink()


@case
def a_folder_beside_the_program_takes_what_it_keeps():
    with folder_named_so() as folder, tempfile.TemporaryDirectory() as home:
        program = pathlib.Path(folder) / pathlib.Path(cli_runner.CLI).name
        shutil.copy(cli_runner.CLI, program)
        (pathlib.Path(folder) / "viatrace-data").mkdir()
        for locale in LOCALES:
            with PracticeOverTls(program, HOME=home, XDG_DATA_HOME=home, **locale) as server:
                check(server.authority.is_file(), server.authority)
                check(str(server.authority).startswith(os.path.join(folder, "viatrace-data", "")), server.authority)
        check(not os.listdir(home), os.listdir(home))


main()
