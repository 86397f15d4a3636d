#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test-portable.sh FILE.AppImage: runs it in a minimal chroot of this distribution without Qt, with what every desktop with X has.
# Pictures are in build/package-shots/portable.
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/testing.sh"
file=$(realpath "${1:?FILE.AppImage}")
root=$(mktemp -d /var/tmp/viatrace-portable-XXXXXX)
trap 'umount -l "$root"/{tmp,dev,proc} 2>/dev/null; rm -rf --one-file-system "$root"' EXIT
app="/opt/Ünïcode ✓ folder/Viatrace.AppImage" # a path as people have them

# Outside of the cache, where it unpacks itself.
has_no_qt() { local found; found=$(find "$root"/{etc,usr,var} -xdev -iname '*libqt*' -o -xdev -iname '*viatrace*'); [ -z "$found" ] || { echo "$found"; return 1; }; }
basics() { inside apt-get install -y -q --no-install-recommends libx11-6 libxcb1 libfontconfig1 libegl1 libgl1 libopengl0; }
placed() { mkdir -p "$root${app%/*}" && cp "$file" "$root$app" && chmod 755 "$root$app"; }
is_an_appimage() { [ "$(dd if="$file" bs=1 skip=8 count=3 status=none | od -An -tx1 | tr -d ' ')" = 414902 ] && inside "$app" --appimage-offset; }
# Nothing of it asks the system for a library that it should have brought; those of Wayland are there where Wayland is.
libraries_are_found() {
  inside sh -c 'cd /root && "$0" --appimage-extract && cd squashfs-root/usr && for one in bin/viatrace bin/viatrace-cli lib/*.so* plugins/platforms/libqxcb.so \
    plugins/iconengines/*.so; do ldd "$one" | grep -v libwayland- | grep "not found" && echo "$one" && exit 1; done; exit 0' "$app"
  local status=$?
  rm -rf "$root/root/squashfs-root"
  return $status
}
without_a_home() { inside HOME=/nowhere "$app" cli --version && inside env -u HOME "$app" cli --version && rm -rf "$root"/tmp/viatrace-*; }
two_at_once() {
  rm -rf "$root/root/.cache"
  local first second entered
  entering
  "${entered[@]}" "$app" cli --version & first=$!
  "${entered[@]}" "$app" cli --version & second=$!
  wait "$first" && wait "$second" && [ "$(find "$root/root/.cache" -maxdepth 1 -name 'viatrace-appimage-*' | wc -l)" -eq 1 ]
}
window() {
  # The bundle is started by the same name as a person would, and becomes the window.
  drives portable "$app"
}

# On a compositor that is a window of an X server outside; the sockets of both are in /tmp. A Wayland desktop has the keyboard tables; without them Qt crashes.
on_wayland() {
  command -v weston >/dev/null || { echo "package weston missing"; return 1; }
  inside apt-get install -y -q --no-install-recommends libwayland-client0 libwayland-cursor0 libwayland-egl1 xkb-data || return 1
  local run log port practice screen compositor status
  run=$(mktemp -d /tmp/viatrace-wayland-XXXXXX) log=$run/practice
  mountpoint -q "$root/tmp" || mount --bind /tmp "$root/tmp"
  entering
  "${entered[@]}" "$app" cli practice >"$log" & practice=$!
  Xvfb -displayfd 1 -screen 0 1400x900x24 -nolisten tcp >"$run/display" 2>/dev/null & screen=$!
  for _ in $(seq 100); do [ -s "$run/display" ] && grep -q udp: "$log" && break; sleep 0.1; done
  port=$(sed -n 's/.*udp:127.0.0.1:\([0-9]*\).*/\1/p' "$log")
  printf 'target: udp:127.0.0.1:%s\n---\nOPTIONS sip:127.0.0.1:%s SIP/2.0\n\n' "$port" "$port" >"$run/request.via"
  printf '[input-method]\npath=\n' >"$run/weston.ini" # no keyboard on the screen
  DISPLAY=:$(cat "$run/display"); export DISPLAY
  XDG_RUNTIME_DIR=$run weston --config="$run/weston.ini" --backend=x11-backend.so --use-pixman --width=1400 --height=900 --socket=wayland-test --idle-time=0 >"$run/weston" 2>&1 & compositor=$!
  for _ in $(seq 100); do [ -S "$run/wayland-test" ] && break; sleep 0.1; done
  used_by_keys wayland "$log" "${entered[@]}" XDG_RUNTIME_DIR="$run" WAYLAND_DISPLAY=wayland-test "$app" "$run/request.via"; status=$?
  kill "$practice" "$compositor" "$screen"
  wait "$practice" "$compositor" "$screen" 2>/dev/null
  unset DISPLAY
  rm -rf "$run"
  return $status
}

need a minimal system -- new_root "$root"
need its package lists -- inside apt-get update -q
need the basics of X -- basics
need the file in a folder with blanks and other letters -- placed
step there is no Qt -- has_no_qt
step is an AppImage of type 2 -- is_an_appimage
step every library is found -- libraries_are_found
step two that start at once -- two_at_once
step registers at its practice server -- registers "$app" cli
step starts without a home -- without_a_home
step the window is used -- window
step the window is used on Wayland -- on_wayland
step installs nothing -- has_no_qt
totals
