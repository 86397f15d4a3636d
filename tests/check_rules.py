#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the rule marks `//= R17.1.1.2-2`: every rule that code claims to obey must be proved by a test that names it. A row of
a state table claims the rule it holds.

Exit 1 when code names a rule that no test names, or when a mark is not a rule id. Where ../shared/rules/rfc-rules.md is there
also: prints for each of its sections how many rules code and tests name, and exit 1 when a mark names a rule that is not in it,
or when neither code nor test names a MUST of the sections below and ARCHITECTURE.md does not say why. With --list also prints
the rules that neither names."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BOOK = ROOT.parent / "shared" / "rules" / "rfc-rules.md"
MARK = re.compile(r"//=\s*(.+)")
TABLE_ROW = re.compile(r'^\s*\{S::\w+, I::\w+, .*"(R\d+\.[^"]*)"\}')
RULE = re.compile(r"\bR(?:X|\d+(?:\.[\dA-Z]+)*)-\d+\b")
COMPLETE = {"2", "3", "4", "5", "6", "7", "8", "9", "11", "12", "14.1", "14.2", "14.3", "14.4", "14.5", "14.6", "15"}


def marks(folders):
    found = {}
    bad = []
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path == pathlib.Path(__file__).resolve() or path.suffix not in (".h", ".cpp", ".py", ".sh"):
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
                for mark in filter(None, (MARK.search(line), TABLE_ROW.search(line))):
                    ids = RULE.findall(mark.group(1))
                    if not ids and not re.match(r"(A|D-)\d+", mark.group(1)):
                        bad.append(f"{path.relative_to(ROOT)}:{number}: no rule id in the mark: {line.strip()}")
                    for rule in ids:
                        found.setdefault(rule, f"{path.relative_to(ROOT)}:{number}")
    return found, bad


def listed():
    """(section, id, is a MUST) of every rule of the list."""
    section = ""
    for line in BOOK.read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"###? (\d+(?:\.\d+)?)", line):
            section = heading.group(1)
        elif rule := re.match(r"\| (R\S+-\d+) \| ([^|]+) \|", line):
            yield section, rule.group(1), rule.group(2).startswith("MUST")


def excused():
    """The ids in the first column of the table "Rules not covered, and why" of ARCHITECTURE.md."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    table = text.partition("\n## Rules not covered, and why\n")[2].partition("\n## ")[0]
    return {rule for cell in re.findall(r"^\| ([^|]+) \|", table, re.M) for rule in RULE.findall(cell)}


def compare_with_list(code, tests):
    rules = list(listed())
    excuses = excused()
    wrong = []
    for section in dict.fromkeys(section for section, _, _ in rules):
        ids = [rule for of, rule, _ in rules if of == section]
        both, either = sum(r in code and r in tests for r in ids), sum(r in code or r in tests for r in ids)
        print(f"section {section}: {len(ids)} rules, {both} in code and tests, {either - both} in one of them,"
              f" {len(ids) - either} in none")
    known = {rule for _, rule, _ in rules}
    for place in (code, tests):
        wrong += [f"{place[rule]}: {rule} is not in the list of rules" for rule in sorted(set(place) - known)]
    for section, rule, must in rules:
        named = rule in code or rule in tests
        if must and section in COMPLETE and not named and rule not in excuses:
            wrong.append(f"{rule} (section {section}) is a MUST that neither code nor test names; ARCHITECTURE.md does not say why")
        if rule in excuses and rule in code:
            print(f"note: {rule} is obeyed at {code[rule]}; ARCHITECTURE.md need not excuse it")
    if "--list" in sys.argv:
        print("neither in code nor in tests:", " ".join(r for _, r, _ in rules if r not in code and r not in tests))
    return wrong


def main():
    code, bad_code = marks(["sipcore", "ui", "app"])
    tests, bad_tests = marks(["tests"])
    missing = sorted(set(code) - set(tests))
    wrong = bad_code + bad_tests + [f"{code[rule]}: {rule} is claimed here, but no test names it" for rule in missing]
    if BOOK.exists():
        wrong += compare_with_list(code, tests)
    for line in wrong:
        print(line)
    print(f"rules: {len(code)} in code, {len(tests)} in tests, {len(missing)} in code without test")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
