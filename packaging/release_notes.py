#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""CHANGELOG.md in the forms that packages want.

  release_notes.py metainfo TEMPLATE VERSION DATE > org.viatrace.Viatrace.metainfo.xml
  release_notes.py debian VERSION MAINTAINER SECONDS > changelog.Debian.gz      SECONDS: since 1970
  release_notes.py upstream > changelog.gz"""
import email.utils
import gzip
import pathlib
import re
import sys
from xml.sax.saxutils import escape

CHANGELOG = pathlib.Path(__file__).resolve().parent.parent / "CHANGELOG.md"
SHOWN = 12      # a software centre shows a list, not a book


def releases(version, date):
    """Newest first: (version, date, type, the first sentence of each entry). What is not released yet goes out as `version`."""
    out = []
    for section in re.split(r"^## ", CHANGELOG.read_text(encoding="utf-8"), flags=re.M)[1:]:
        head = re.match(r"\[([^\]]+)\](?: - (\d{4}-\d\d-\d\d))?", section)
        entries = [" ".join(entry.split()) for entry in re.findall(r"^- (.*?)(?=^- |^#|\Z)", section, flags=re.M | re.S)]
        first = [re.sub(r"[`*]", "", re.match(r".*?[.:;](?= [A-Z]|$)|.*", entry).group()).rstrip(":;") for entry in entries]
        if head.group(2):
            out.append((head.group(1), head.group(2), "stable", first))
        elif entries:
            out.append((version, date, "development", first))
    return out


def metainfo(template, version, date):
    lines = []
    for number, day, kind, entries in releases(version, date):
        lines += ['    <release version="%s" date="%s" type="%s">' % (number, day, kind), "      <description>", "        <ul>"]
        lines += ["          <li>%s</li>" % escape(entry) for entry in entries[:SHOWN]]
        lines.append("        </ul>")
        if len(entries) > SHOWN:
            lines.append("        <p>And %d more: see the changelog.</p>" % (len(entries) - SHOWN))
        lines += ["      </description>", "    </release>"]
    return pathlib.Path(template).read_text(encoding="utf-8").replace("@RELEASES@", "\n".join(lines)).encode()


def debian(version, maintainer, seconds):
    text = "viatrace (%s) unstable; urgency=medium\n\n  * See changelog.gz.\n\n -- %s  %s\n" % (
        version, maintainer, email.utils.formatdate(int(seconds)))
    return packed(text.encode())


def packed(data):
    return gzip.compress(data, 9, mtime=0)


def main():
    kind, *arguments = sys.argv[1:] or [""]
    makers = {"metainfo": metainfo, "debian": debian, "upstream": lambda: packed(CHANGELOG.read_bytes())}
    if kind not in makers:
        print(__doc__, file=sys.stderr)
        return 64
    sys.stdout.buffer.write(makers[kind](*arguments))
    return 0


if __name__ == "__main__":
    sys.exit(main())
