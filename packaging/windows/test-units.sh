#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test-units.sh [CTEST ARGUMENT]...: builds the tests of sipcore for Windows, in build/windows that ./dev package windows made, and runs
# them under wine in a home of its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ -x /usr/lib/wine/wine64 ] || { echo "SKIP test-units.sh: package wine64 missing"; exit 77; }
[ -f build/windows/CMakeCache.txt ] || { echo "test-units.sh: run ./dev package windows first" >&2; exit 64; }
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
root=$(sed -n 's/^CMAKE_TOOLCHAIN_FILE:[A-Z]*=\(.*\)\/toolchain.cmake$/\1/p' build/windows/CMakeCache.txt)
export VIATRACE_WINDOWS_ROOT=$root

cmake --preset windows -DBUILD_TESTING=ON -DCMAKE_CROSSCOMPILING_EMULATOR="$PWD/packaging/windows/under-wine.sh" >/dev/null
cmake --build --preset windows --target sipcore_tests -- --quiet

work=$(mktemp -d)
export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" LC_ALL=C.UTF-8
trap '/usr/lib/wine/wineserver -k 2>/dev/null; rm -rf "$work"' EXIT
libraries=$(x86_64-w64-mingw32-g++-posix -print-file-name=libstdc++-6.dll)
WINEPATH=$root/bin\;$root/lib\;$(dirname "$(realpath "$libraries")")\;/usr/x86_64-w64-mingw32/lib
export WINEPATH
export QT_PLUGIN_PATH=$root/plugins
timeout 300 /usr/lib/wine/wine64 wineboot --init
status=0
ctest --test-dir build/windows -L sipcore --no-tests=error --output-on-failure --timeout 300 "$@" || status=1
awk '/^Totals: [0-9]+ passed/ { p += $2; f += $4; s += $6 } END { printf "%d passed, %d failed, %d skipped\n", p, f, s }' \
  build/windows/Testing/Temporary/LastTest.log
exit $status
