#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs viatrace-cli against software we did not write: kamailio, sipp, nsd, and a peer that controls every byte.

usage: peers_test.py CLI GROUP [NAME-PART]       GROUP: kamailio, ws, sipp, rawpeer, openssl, baresip, dns or mtu

Starts the peer on loopback, sends with `viatrace-cli send --json`, and compares result, attempts and rows. The peers judge too:
kamailio by its answer, sipp and rawpeer by their verdict. Only processes started here are ended. Exit 0 all passed, 1 a failure,
77 skipped because a package is missing (the line says which)."""
import importlib
import os
import shutil
import subprocess
import sys

from bed import BASE, CASES, PACKAGE, Bed, Skipped


def main():
    if len(sys.argv) < 3 or sys.argv[2] not in BASE:
        print(__doc__)
        return 2
    cli, group, part = sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else ""
    command, package = PACKAGE[group]
    if not shutil.which(command, path=os.environ.get("PATH", "") + ":/usr/sbin"):
        print(f"SKIP {group}: package {package} missing")
        return 77
    group_cases = importlib.import_module(f"{group}_cases")
    bed = Bed(cli, group)
    passed = failed = skipped = 0
    try:
        if hasattr(group_cases, "start"):
            group_cases.start(bed)
        for run in [run for run in CASES if part in run.__name__]:
            try:
                run(bed)
                passed += 1
                print(f"PASS {run.__name__}")
            except Skipped as reason:
                skipped += 1
                print(f"SKIP {run.__name__}: skipped: {reason}")
            except (AssertionError, KeyError, subprocess.TimeoutExpired) as error:
                failed += 1
                print(f"FAIL {run.__name__}: {error}")
            sys.stdout.flush()
    except Skipped as reason:
        print(f"SKIP {group}: {reason}")
        return 77
    finally:
        bed.stop()
        if not failed:
            shutil.rmtree(bed.run_dir, ignore_errors=True)
    print(f"Totals: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
