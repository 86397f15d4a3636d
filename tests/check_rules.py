#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the rule marks `//= R17.1.1.2-2`: every rule that code claims to obey must be proved by a test that names it.

Exit 1 when code names a rule that no test names, or when a mark is not a rule id. With --list also prints the rules of
../shared/rules/rfc-rules.md that neither code nor test names (needs that folder)."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MARK = re.compile(r"//=\s*(.+)")
RULE = re.compile(r"\bR(?:X|\d+(?:\.[\dA-Z]+)*)-\d+\b")


def marks(folders):
    found = {}
    bad = []
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path == pathlib.Path(__file__).resolve() or path.suffix not in (".h", ".cpp", ".py", ".sh"):
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
                mark = MARK.search(line)
                if not mark:
                    continue
                ids = RULE.findall(mark.group(1))
                if not ids and not re.match(r"(A|D-)\d+", mark.group(1)):
                    bad.append(f"{path.relative_to(ROOT)}:{number}: no rule id in the mark: {line.strip()}")
                for rule in ids:
                    found.setdefault(rule, f"{path.relative_to(ROOT)}:{number}")
    return found, bad


def main():
    code, bad_code = marks(["sipcore", "ui", "app"])
    tests, bad_tests = marks(["tests"])
    missing = sorted(set(code) - set(tests))
    for line in bad_code + bad_tests:
        print(line)
    for rule in missing:
        print(f"{code[rule]}: {rule} is claimed here, but no test names it")
    print(f"rules: {len(code)} in code, {len(tests)} in tests, {len(missing)} in code without test")
    if "--list" in sys.argv:
        book = ROOT.parent / "shared" / "rules" / "rfc-rules.md"
        if book.exists():
            known = re.findall(r"^\| (R\S+-\d+) \|", book.read_text(encoding="utf-8"), re.M)
            print("neither in code nor in tests:", " ".join(r for r in known if r not in code and r not in tests))
    return 1 if missing or bad_code or bad_tests else 0


if __name__ == "__main__":
    sys.exit(main())
