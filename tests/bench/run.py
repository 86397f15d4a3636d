#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the benchmarks of a build folder, one after the other, each beside its rivals in the same run.

usage: run.py BUILD [NAME-PART]

A benchmark is a program bench_* or a script bench_*.sh in BUILD/tests; it prints a table for people and ends with lines
`RATIO name value`, which are collected at the end. Nothing here judges: targets stand in the output beside the figures."""
import pathlib
import subprocess
import sys


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    build, part = pathlib.Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
    here = pathlib.Path(__file__).resolve().parent
    ratios, failed = [], []
    jobs = [p for p in sorted(build.glob("tests/bench_*")) if p.is_file() and p.stat().st_mode & 0o100 and "autogen" not in p.name]
    scripts = sorted(here.glob("bench_*.sh"))
    for job in [j for j in jobs + scripts if part in j.name]:
        print(f"== {job.name}", flush=True)
        argv = [str(job)] if job in jobs else ["bash", str(job), str(build)]
        done = subprocess.run(argv, stdout=subprocess.PIPE, text=True, check=False)
        print(done.stdout)
        if done.returncode:
            failed.append(job.name)
        ratios += [line for line in done.stdout.splitlines() if line.startswith("RATIO ")]
    print("\n".join(["== Ratios", *ratios]))
    for name in failed:
        print(f"did not finish: {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
