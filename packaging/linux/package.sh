#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# package.sh [deb|rpm|portable]...: makes these of the builds in build/package and build/portable, into dist/, each with its bill of
# materials. ./dev package calls it, having installed what packaging/linux/packages lists.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1

# build PRESET [OPTION...]
build() {
  local preset=$1; shift
  say "Building ($preset)"
  cmake --preset "$preset" ${CI:+-DVIATRACE_WERROR=ON} "$@" >"build/$preset.log" 2>&1 || { cat "build/$preset.log" >&2; exit 1; }
  cmake --build --preset "$preset" -- --quiet
}

# bill KIND FILE FOLDER: what is inside, beside it
bill() { python3 packaging/bill_of_materials.py "$1" "$2" "$3" >"$2.cdx.json"; }

deb() {
  build package
  say "Packing the .deb"
  rm -rf build/package/packages
  (cd build/package && cpack -G DEB >cpack.log 2>&1) || { cat build/package/cpack.log >&2; exit 1; }
  rm -f dist/viatrace_*.deb* && cp build/package/packages/*.deb dist/
  local file; file=$(echo dist/viatrace_*.deb)
  rm -rf build/package/unpacked && dpkg-deb -x "$file" build/package/unpacked
  bill deb "$file" build/package/unpacked
}

# What other systems have in another version, or not at all, is compiled in.
build_portable() {
  [ -n "${portable_built:-}" ] && return
  packaging/fetch-source.sh "qcustomplot=$(dpkg-query -W -f '${source:Version}' libqcustomplot-dev)" build/sources/qcustomplot
  build portable
  portable_built=1
}

rpm() {
  build_portable
  say "Packing the .rpm"
  rm -rf build/portable/packages
  (cd build/portable && cpack -G RPM >cpack.log 2>&1) || { cat build/portable/cpack.log >&2; exit 1; }
  rm -f dist/viatrace-*.rpm* && cp build/portable/packages/*.rpm dist/
  local file; file=$(echo dist/viatrace-*.rpm)
  rm -rf build/portable/unpacked && mkdir build/portable/unpacked
  rpm2cpio "$file" | (cd build/portable/unpacked && cpio -idm --quiet)
  bill rpm "$file" build/portable/unpacked
}

portable() {
  build_portable
  say "Packing the portable bundle"
  local stage=build/portable/stage
  rm -f dist/Viatrace-*.AppImage*
  rm -rf "$stage"
  DESTDIR=$PWD/$stage cmake --install build/portable --strip >/dev/null
  packaging/linux/bundle.sh "$stage" "dist/Viatrace-$(version)-$(uname -m).AppImage"
  bill portable "dist/Viatrace-$(version)-$(uname -m).AppImage" "$stage"
}

version() { sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' build/portable/CMakeCache.txt; }

mkdir -p build dist
[ $# -gt 0 ] || set -- deb rpm portable
for kind in "$@"; do "$kind"; done
