#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogues of resources/i18n: complete, current, and with all that a translation must keep. Usage: translations_test.py"""
import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDER = SOURCE / "resources" / "i18n"
FILES = sorted(FOLDER.glob("*.ts"))
CASES = []


class Skipped(Exception):
    pass


def case(function):
    CASES.append(function)
    return function


def check(condition, *what):
    if not condition:
        raise AssertionError(" ".join(str(w) for w in what))


def messages(path):
    """(context, source, comment, translation element) of a catalogue."""
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message.findtext("source"), message.findtext("comment"), message.find("translation")


def forms(translation):
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


def pairs():
    """Every translation beside its source; a numerus message gives a pair for each form."""
    for path in FILES:
        for context, source, _, translation in messages(path):
            for form in forms(translation):
                yield "%s, %s: %r -> %r" % (path.name, context, source, form), source, form


@case
def there_are_catalogues():
    check(len(FILES) >= 3, FILES)
    check(sum(1 for _ in messages(FOLDER / "window_de.ts")) > 1000, "window_de.ts is short")


@case
def every_text_is_translated():
    for path in FILES:
        for context, source, _, translation in messages(path):
            check(translation.get("type") is None, path.name, context, repr(source), "is", translation.get("type"))
            check(all(form.strip() for form in forms(translation)), path.name, context, repr(source), "is empty")


@case
def placeholders_are_kept():
    def places(text):
        return collections.Counter(re.findall(r"%L?(?:\d\d?|n)", text))
    for where, source, form in pairs():
        check(places(source) == places(form), where)


@case
def mnemonics_are_kept():
    def marks(text):
        return len(re.findall(r"&(?=[^\s&;])(?!#?\w+;)", text))
    for where, source, form in pairs():
        check(marks(source) == marks(form), where)


@case
def markup_ends_and_blanks_are_kept():
    for where, source, form in pairs():
        check(sorted(re.findall(r"</?[a-z]\w*\b", source)) == sorted(re.findall(r"</?[a-z]\w*\b", form)), where)
        check(source.count("\n") == form.count("\n"), where)
        for side in (str.lstrip, str.rstrip):
            check(len(source) - len(side(source)) == len(form) - len(side(form)), "blanks at an end:", where)
        for end in (":", "..."):
            check(source.endswith(end) == form.endswith(end), "the end:", where)


@case
def german_quotes_are_german():
    for where, source, form in pairs():
        if "_de.ts" in where.split(",")[0] and "<a " not in source:
            # What is typed in quotes into a file or a shell stays as it is.
            literals = set(re.findall('"[^"]*"', form))
            check(literals <= set(re.findall('"[^"]*"', source)) and form.count('"') % 2 == 0, where)
            check(form.count("„") == form.count("“"), where)


@case
def the_catalogues_are_current():
    if not any(shutil.which(name) for name in ("/usr/lib/qt6/bin/lupdate", "lupdate-qt6", "lupdate6")):
        raise Skipped("package qt6-l10n-tools missing")
    with tempfile.TemporaryDirectory(prefix="translations-") as work:
        for path in FILES:
            shutil.copy(path, work)
        done = subprocess.run([FOLDER / "update.sh", work], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120)
        check(done.returncode == 0, done.stdout[-2000:])
        for line in done.stdout.splitlines():    # a text whose context lupdate gets wrong is never found at run time
            check(not re.search(r"lacks Q_OBJECT|unknown namespace|no proper context|Cannot", line), line)
        for path in FILES:
            before, after = (sorted((c, s, k or "") for c, s, k, _ in messages(one)) for one in (path, pathlib.Path(work) / path.name))
            changed = [entry for entry in after if entry not in before] + [entry for entry in before if entry not in after]
            check(not changed, path.name, "is not current (./dev translate):", changed[:5])


def main():
    passed = failed = skipped = 0
    for function in CASES:
        try:
            function()
            passed += 1
            print("PASS", function.__name__)
        except Skipped as why:
            skipped += 1
            print("SKIP %s: %s" % (function.__name__, why))
        except Exception as error:      # one broken case must not hide the others
            failed += 1
            print("FAIL %s: %s: %s" % (function.__name__, type(error).__name__, error))
    print("Totals: %d passed, %d failed, %d skipped" % (passed, failed, skipped))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
