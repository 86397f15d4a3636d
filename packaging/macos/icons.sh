#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# icons.sh FOLDER FILE.icns: of viatrace-SIZE.png in FOLDER; iconutil is part of macOS.
set -euo pipefail
set=$(mktemp -d)/Viatrace.iconset
mkdir "$set"
for size in 16 32 128 256; do
  cp "$1/viatrace-$size.png" "$set/icon_${size}x$size.png"
  cp "$1/viatrace-$((size * 2)).png" "$set/icon_${size}x$size@2x.png"
done
cp "$1/viatrace-512.png" "$set/icon_512x512.png"
iconutil -c icns "$set" -o "$2"
