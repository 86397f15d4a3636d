#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs viatrace-cli against software we did not write, on lines that fail, and against peers that lie.

usage: peers_test.py CLI GROUP [NAME-PART]       GROUP: one of the files GROUP_cases.py

Starts the peer on loopback, sends with `viatrace-cli send --json`, and compares result, attempts and rows. The peers judge too:
kamailio by its answer, sipp and rawpeer by their verdict. Only processes started here are ended. Exit 0 all passed, 1 a failure,
77 skipped because a package is missing (the line says which)."""
import concurrent.futures
import importlib
import os
import shutil
import subprocess
import sys

from bed import BASE, CASES, PACKAGE, Bed, Skipped


def outcome(run, bed):
    try:
        run(bed)
        return "PASS", run.__name__
    except Skipped as reason:
        return "SKIP", f"{run.__name__}: skipped: {reason}"
    except (AssertionError, KeyError, subprocess.TimeoutExpired) as error:
        return "FAIL", f"{run.__name__}: {error}"


def main():
    if len(sys.argv) < 3 or sys.argv[2] not in BASE:
        print(__doc__)
        return 2
    cli, group, part = sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else ""
    command, package = PACKAGE.get(group, ("python3", "python3"))
    if not shutil.which(command, path=os.environ.get("PATH", "") + ":/usr/sbin"):
        print(f"SKIP {group}: package {package} missing")
        return 77
    group_cases = importlib.import_module(f"{group}_cases")
    bed = Bed(cli, group)
    counts = dict.fromkeys(("PASS", "FAIL", "SKIP"), 0)
    try:
        if hasattr(group_cases, "start"):
            group_cases.start(bed)
        chosen = [run for run in CASES if part in run.__name__]
        # Cases that share no peer may run side by side: most of their time is waiting.
        with concurrent.futures.ThreadPoolExecutor(getattr(group_cases, "SIDE_BY_SIDE", 1)) as pool:
            for verdict, text in pool.map(lambda run: outcome(run, bed), chosen):
                counts[verdict] += 1
                print(f"{verdict} {text}", flush=True)
    except Skipped as reason:
        print(f"SKIP {group}: {reason}")
        return 77
    finally:
        bed.stop()
        if not counts["FAIL"]:
            shutil.rmtree(bed.run_dir, ignore_errors=True)
    print(f"Totals: {counts['PASS']} passed, {counts['FAIL']} failed, {counts['SKIP']} skipped")
    return 1 if counts["FAIL"] else 0


if __name__ == "__main__":
    sys.exit(main())
