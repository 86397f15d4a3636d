#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of others is compiled into the Qt that build-deps.sh makes, as JSON for the bill of materials: qt_parts.py SOURCE-FOLDER"""
import json
import pathlib
import sys

USED = {"zlib", "pcre2", "libpng", "libjpeg", "freetype", "harfbuzz-ng", "md4c", "double-conversion", "md5", "sha1", "sha3", "rfc6234", "easing",
        "tinycbor", "siphash", "icc"}

parts = []
for path in sorted(pathlib.Path(sys.argv[1]).glob("src/3rdparty/*/qt_attribution.json")):
    if path.parent.name in USED:
        read = json.loads(path.read_text(encoding="utf-8-sig"), strict=False)  # some hold line ends
        parts += [{key: one.get(key, "") for key in ("Name", "Version", "LicenseId", "License", "Homepage")}
                  for one in (read if isinstance(read, list) else [read])]
if not {"zlib", "libpng", "FreeType 2", "HarfBuzz-NG"} & {part["Name"] for part in parts}:
    raise SystemExit("qt_parts: no attributions in " + sys.argv[1])
json.dump(parts, sys.stdout, indent=1)
