# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a command on a path that has a fault: path/path.sh, which says what there is."""
import json
import subprocess

from bed import HERE, Answer, Skipped

TARGET = "sip:198.51.100.2"


def on_path(bed, kind, *command, far=None, timeout=120):
    """The process as it ended. \\p kind: with the options of path.sh behind it; \\p far: the server's command"""
    env = dict(bed.env, FAR=far) if far else bed.env
    done = subprocess.run([str(HERE / "path/path.sh"), *kind.split(), "--", *command], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, timeout=timeout)
    if done.returncode == 77:
        raise Skipped(done.stdout.strip())
    return done


def read_json(done):
    try:
        return json.loads(done.stdout)
    except ValueError:
        raise AssertionError(f"no JSON (exit {done.returncode}): {done.stdout[:300]} {done.stderr[:300]}") from None


def send_on_path(bed, kind, *command, far=None):
    done = on_path(bed, kind, bed.cli, "send", "--json", *command, far=far)
    answer = Answer(read_json(done))
    if answer.result["exit"] != done.returncode:
        raise AssertionError(f"exit code {done.returncode}, JSON says {answer.result['exit']}")
    return answer
