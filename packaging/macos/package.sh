#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# package.sh: Viatrace.app in a disk image, into dist/. NOT RUN so far, for want of a macOS.
#   brew install cmake ninja qt openssl@3 c-ares yaml-cpp cli11 librsvg
# QCUSTOMPLOT: folder of qcustomplot.cpp (build/sources/qcustomplot, as packaging/fetch-source.sh leaves it on Debian).
# Signed when CODESIGN_IDENTITY is set ("Developer ID Application: ..."), notarised when NOTARY_PROFILE is set too (made once by
# xcrun notarytool store-credentials). Not signed, it opens after a right click only.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ "$(uname)" = Darwin ] || { echo "macOS makes its packages on macOS only" >&2; exit 1; }
prefix=$(brew --prefix)
cmake --preset release -DCMAKE_PREFIX_PATH="$prefix/opt/qt;$prefix" -DOPENSSL_ROOT_DIR="$prefix/opt/openssl@3" -DVIATRACE_STATIC_YAML=ON \
  -DVIATRACE_QCUSTOMPLOT_DIR="${QCUSTOMPLOT:-$PWD/build/sources/qcustomplot}"
cmake --build --preset release
stage=build/macos; app=$stage/viatrace.app
rm -rf "$stage"
cmake --install build/release --prefix "$stage" --strip
"$prefix/opt/qt/bin/macdeployqt" "$app" -executable="$app/Contents/MacOS/viatrace-cli"
if [ -n "${CODESIGN_IDENTITY:-}" ]; then
  codesign --force --deep --options runtime --timestamp --sign "$CODESIGN_IDENTITY" "$app"
  codesign --verify --deep --strict "$app"
else
  codesign --force --deep --sign - "$app" # what runs on Apple silicon at all
fi
version=$("$app/Contents/MacOS/viatrace-cli" --version | sed -n '1s/.* //p')
mkdir -p dist
image=dist/Viatrace-$version-$(uname -m).dmg
ln -s /Applications "$stage/Applications"
hdiutil create -volname Viatrace -srcfolder "$stage" -ov -format UDZO "$image"
if [ -n "${CODESIGN_IDENTITY:-}" ] && [ -n "${NOTARY_PROFILE:-}" ]; then
  codesign --sign "$CODESIGN_IDENTITY" --timestamp "$image"
  xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
  xcrun stapler staple "$image"
fi
"$app/Contents/MacOS/viatrace-cli" demo >/dev/null
echo "$image"
