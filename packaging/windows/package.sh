#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# package.sh: cross-builds Viatrace for 64-bit Windows into dist/: an installer and a .zip, each with its bill of materials.
# The libraries it needs are built once and kept in VIATRACE_WINDOWS_LIBRARIES (~/.cache/viatrace/windows).
# ./dev package calls it, having installed what packaging/windows/packages lists.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
libraries=${VIATRACE_WINDOWS_LIBRARIES:-${XDG_CACHE_HOME:-$HOME/.cache}/viatrace/windows}

packaging/windows/build-deps.sh "$libraries"
export VIATRACE_WINDOWS_ROOT=$libraries/root
say "Building (windows)"
mkdir -p build dist
cmake --preset windows -DVIATRACE_QCUSTOMPLOT_DIR="$libraries/qcustomplot" "$@" >build/windows.log 2>&1 || { cat build/windows.log >&2; exit 1; }
cmake --build --preset windows -- --quiet
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' build/windows/CMakeCache.txt)

say "Packing the installer and the .zip"
rm -rf build/windows/packages dist/viatrace-*-setup.exe* dist/viatrace-*-windows.zip*
(cd build/windows && cpack >cpack.log 2>&1) || { cat build/windows/cpack.log build/windows/packages/_CPack_Packages/*/NSIS/NSISOutput.log >&2; exit 1; }
cp "build/windows/packages/viatrace-$version-setup.exe" dist/
cp "build/windows/packages/viatrace-$version-setup.zip" "dist/viatrace-$version-windows.zip"
rm -rf build/windows/unpacked && unzip -q "dist/viatrace-$version-windows.zip" -d build/windows/unpacked
for file in "dist/viatrace-$version-setup.exe" "dist/viatrace-$version-windows.zip"; do
  python3 packaging/bill_of_materials.py windows "$file" build/windows/unpacked "$VIATRACE_WINDOWS_ROOT/versions" >"$file.cdx.json"
done
