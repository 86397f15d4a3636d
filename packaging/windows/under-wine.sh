#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# under-wine.sh TEST.exe [ARGUMENT]...: what ctest starts tests of a Windows build with. A Qt Test program that writes into a pipe tells a
# debugger instead on Windows, so it writes a file.
set -uo pipefail
out=$(mktemp)
/usr/lib/wine/wine64 "$@" -o "$out,txt" 2>/dev/null
status=$?
cat "$out"
rm -f "$out"
exit $status
