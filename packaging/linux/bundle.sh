#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bundle.sh STAGE FILE: makes of an installed tree (STAGE/usr) one file that runs on a Linux without Qt. STAGE/bundled lists what of
# the system went in.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
stage=${1:?STAGE} file=${2:?FILE} id=org.viatrace.Viatrace
cmake -DPREFIX="$(cd "$stage" && pwd)/usr" -P "$here/bundle.cmake"

# The fonts the window is drawn for.
mkdir -p "$stage/usr/share/viatrace/fonts"
for font in Inter-Regular Inter-Italic Inter-SemiBold Inter-Bold JetBrainsMono-Regular JetBrainsMono-Bold; do
  origin=$(dpkg -L fonts-inter fonts-jetbrains-mono | grep -E "/$font\.(otf|ttf)$" | head -1)
  [ -n "$origin" ] || { echo "bundle: no font $font" >&2; exit 1; }
  cp "$origin" "$stage/usr/share/viatrace/fonts/"
  echo "$origin" >>"$stage/bundled"
done
# Every licence goes along with what it is for: the papers of the packages, those of what the start program is linked with too, and the
# texts they refer to, which only Debian has in their place.
linked=(libsquashfuse-dev libzstd-dev zlib1g-dev liblz4-dev liblzo2-dev liblzma-dev libc6-dev)
{
  printf '%s\n' "${linked[@]}"
  while read -r origin; do dpkg -S "$origin" 2>/dev/null || dpkg -S "$(realpath "$origin")"; done <"$stage/bundled" | sed 's/:.*//'
} | sort -u |
  while read -r package; do
    mkdir -p "$stage/usr/share/doc/$package"
    cp -L "/usr/share/doc/$package/copyright" "$stage/usr/share/doc/$package/"
  done
{
  printf '%s\n' LGPL-3 GPL-3 Apache-2.0 # of Qt and OpenSSL, however their papers spell it
  grep -rhoE '/usr/share/common-licenses/[A-Za-z]+([-.0-9]*[0-9])?' "$stage/usr/share/doc" | sed 's:.*/::'
} | sort -u |
  while read -r text; do
    [ ! -e "/usr/share/common-licenses/$text" ] || cp -L "/usr/share/common-licenses/$text" "$stage/usr/share/doc/viatrace/licences/"
  done

cp "$here/AppRun" "$stage/AppRun"
ln -sf "usr/share/applications/$id.desktop" "$stage/$id.desktop"
ln -sf "usr/share/icons/hicolor/256x256/apps/$id.png" "$stage/$id.png"
ln -sf "$id.png" "$stage/.DirIcon"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cc -static -O2 -Wall -Wextra "$here/appimage_runtime.c" -o "$work/runtime" -lsquashfuse -lzstd -lz -llz4 -llzo2 -llzma
strip "$work/runtime"
date=${SOURCE_DATE_EPOCH:-0}
env -u SOURCE_DATE_EPOCH mksquashfs "$stage" "$work/image" -all-root -noappend -comp zstd -Xcompression-level 19 -b 1M -no-xattrs -no-progress -quiet \
  -mkfs-time "$date" -all-time "$date" -e bundled
printf 'AI\002' | dd of="$work/runtime" bs=1 seek=8 conv=notrunc status=none # what tells an AppImage of type 2
cat "$work/runtime" "$work/image" >"$file"
chmod 755 "$file"
