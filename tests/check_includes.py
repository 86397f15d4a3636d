#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that layers only look down: every #include "folder/..." against the table below; and that no two types of one namespace have the same
name, which no compiler would tell. Exit 1 and one line per departure."""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# What each folder may include besides itself. Lowest first; ARCHITECTURE.md draws the same picture.
CORE = ["base", "message", "timing", "trace", "auth", "sdp", "dns", "request", "dialog", "transport", "transaction", "ua"]
ALLOWED = {
    "base": [],
    "message": ["base"],
    "timing": ["base"],
    "trace": ["base", "message", "timing"],
    "auth": ["base", "message", "trace"],
    "sdp": ["base", "message"],
    "dns": ["base", "timing", "trace"],
    "request": ["base", "message", "timing", "auth", "dns"],
    "dialog": ["base", "message", "trace", "request"],
    "transport": ["base", "message", "timing", "trace"],
    "transaction": ["base", "message", "timing", "trace", "request", "transport"],
    "ua": CORE,
    "flow": ["base", "message", "timing", "trace", "sdp"],
    "diagnosis": ["base", "message", "timing", "trace", "auth", "sdp", "request", "flow"],
    "project": ["base", "message", "timing", "auth", "dns", "request"],
    "practice": ["base", "message", "timing", "trace", "auth", "sdp", "request", "dialog", "transport", "transaction"],
    "probe": ["base", "message", "timing", "trace", "request", "flow", "sdp"],
    "ui/models": ["base", "message", "timing", "trace", "auth", "request", "flow", "diagnosis"],
    "ui": ["base", "message", "timing", "trace", "auth", "sdp", "request", "dialog", "flow", "diagnosis", "project", "practice", "probe", "models"],
}
UI_FOLDERS = ["shell", "composer", "ladder", "inspectors", "plots", "probes"]
# Single headers that may be used although their folder may not; each with its reason.
EXCEPTIONS = {
    ("ui/shell", "ua/engine.h"): "the one door to sipcore",
    ("probe", "ua/engine.h"): "a probe has an engine of its own",
    ("ui/inspectors", "transaction/tables.h"): "the state tables as data, for the inspector",
}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
# At the start of a line: a namespace begins or ends, a type of it is defined.
SCOPE = re.compile(r"^(?:namespace (?P<begins>[\w:]*) ?\{|(?P<ends>\}) // namespace|(?:struct|class|enum class|enum|union) (?P<type>\w+)(?: final)?(?: : [^;\n]*)?(?: \{.*)?$)", re.M)


def folder_of(path):
    parts = path.relative_to(ROOT).parts
    if parts[0] == "sipcore":
        return parts[1] if len(parts) > 2 else None
    return f"ui/{parts[1]}" if parts[0] == "ui" and len(parts) > 2 else None


def defined_types(path, text):
    """(namespace, name) of every type; what is without a name is of its file."""
    scopes = []
    for match in SCOPE.finditer(text):
        if match["type"]:
            yield "::".join(scopes), match["type"]
        elif match["ends"]:
            scopes = scopes[:-1]
        else:
            scopes.append(match["begins"] or str(path))


def main():
    departures = 0
    types = collections.defaultdict(set)
    files = 0
    for path in sorted([*ROOT.glob("sipcore/**/*.[ch]*"), *ROOT.glob("ui/**/*.[ch]*")]):
        folder = folder_of(path)
        if folder is None or path.suffix not in (".h", ".cpp"):
            continue
        files += 1
        own = folder.removeprefix("ui/")
        allowed = ALLOWED.get(folder)
        if allowed is None and folder.startswith("ui/"):
            allowed = ALLOWED["ui"] + UI_FOLDERS
        if allowed is None:
            print(f"{path.relative_to(ROOT)}: folder {folder} is not in the table of {pathlib.Path(__file__).name}")
            departures += 1
            continue
        text = path.read_text(encoding="utf-8")
        for one in defined_types(path, text):
            types[one].add(str(path.relative_to(ROOT)))
        for include in INCLUDE.findall(text):
            if "/" not in include:
                continue
            target = include.split("/")[0]
            if target == own or target in allowed or (folder, include) in EXCEPTIONS:
                continue
            line = text[:text.index(f'"{include}"')].count("\n") + 1
            print(f"{path.relative_to(ROOT)}:{line}: {folder} may not include {include}")
            departures += 1
    for (scope, name), places in sorted(types.items()):
        if len(places) > 1:
            print(f"{scope}::{name} is defined in {' and '.join(sorted(places))}")
            departures += 1
    print(f"include directions: {files} files, {len(types)} types, {departures} departures")
    return 1 if departures else 0


if __name__ == "__main__":
    sys.exit(main())
