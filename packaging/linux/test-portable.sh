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
# folders PLACE: how many of the bundle are unpacked there, complete or not
folders() { find "$root$1" -mindepth 1 -maxdepth 1 -name '*viatrace*' 2>/dev/null | wc -l; }
there_are() { [ "$(folders "$2")" -eq "$1" ] || { ls -la "$root$2"; return 1; }; }
runs() { inside env "$@" "$app" cli --version >/dev/null; }
# fails_saying TEXT VARIABLE...: at the start, with the code of a program that is not there
fails_saying() {
  local said status text=$1; shift
  said=$(runs "$@" 2>&1); status=$?
  echo "$said"
  [ $status -eq 127 ] && [[ $said == *"$text"* ]]
}
# One folder in /tmp for all starts, and none that somebody else has put there.
without_a_home() {
  runs HOME=/nonexistent && runs -u HOME && runs HOME=/nonexistent && there_are 1 /tmp || return 1
  local folder; folder=$(echo "$root"/tmp/viatrace-*)
  [ "$(stat -c '%a %u' "$folder")" = "700 0" ] && [ ! -e "$root/nonexistent" ] || return 1
  chown 1234 "$folder" && fails_saying "somebody else" HOME=/nonexistent || return 1
  chown 0 "$folder" && chmod 777 "$folder" && fails_saying "somebody else" HOME=/nonexistent || return 1
  mv "$folder" "$root/tmp/elsewhere" && ln -s elsewhere "$folder" && fails_saying "somebody else" HOME=/nonexistent || return 1
  rm -rf "$folder" "$root/tmp/elsewhere"
}
makes_its_cache() {
  runs XDG_CACHE_HOME=/root/not/yet/there && there_are 1 /root/not/yet/there && runs HOME=/root/new/home && there_are 1 /root/new/home/.cache && there_are 0 /tmp
}
# A small file system, at a place inside: what does not fit, or may not be run.
mounted() { mkdir -p "$root$1" && mount -t tmpfs -o "$2" tmpfs "$root$1"; }
where_nothing_may_be_run() {
  mounted /root/noexec noexec && runs HOME=/root/noexec && there_are 0 /root/noexec/.cache && there_are 1 /tmp
  local status=$?
  umount "$root/root/noexec"
  rm -rf "$root"/tmp/viatrace-*
  return $status
}
without_space() {
  mounted /root/full size=20m && mounted /tmp size=20m && fails_saying "No space left" HOME=/root/full && there_are 0 /root/full/.cache && there_are 0 /tmp
  local status=$?
  umount "$root/root/full" "$root/tmp"
  return $status
}
mends_itself() {
  rm -rf "$root/root/.cache"
  runs || return 1
  local folder before; folder=$(echo "$root"/root/.cache/viatrace-appimage-*)
  contents() { (cd "$folder" && find . -not -type d -printf '%p %y %m %l\n' && find . -type f -exec cksum {} +) | sort; }
  before=$(contents)
  rm "$folder/AppRun" "$folder/usr/lib/libQt6Core.so.6" "$folder/org.viatrace.Viatrace.png" && rm -r "$folder/usr/plugins" &&
    truncate -s 1000 "$folder/usr/lib/libQt6Gui.so.6" && chmod a-x "$folder/usr/bin/viatrace-cli" || return 1
  runs && diff <(echo "$before") <(contents) && there_are 1 /root/.cache
}
says_that_it_is_damaged() {
  local whole=$app app=/opt/damaged.AppImage size
  for size in 33000000 20000000 2000000; do
    head -c $size "$root$whole" >"$root$app" && chmod 755 "$root$app" && fails_saying "download it again" HOME=/root/damaged && there_are 0 /root/damaged/.cache || return 1
  done
  there_are 0 /tmp && rm "$root$app"
}
# Of another date is another version. One that runs keeps its folder.
removes_older_ones() {
  local server port status other="/opt/other.AppImage"
  rm -rf "$root/root/.cache"
  cp "$root$app" "$root$other" && touch -d 2001-01-01 "$root$other" && practice_begins "$app" cli || return 1
  inside "$other" cli --version && there_are 2 /root/.cache && inside VIATRACE_SECRET_1001=s3cret timeout 60 "$app" cli send --user 1001 REGISTER "udp:127.0.0.1:$port"
  status=$?
  practice_ends && [ $status -eq 0 ] || return 1
  touch -d 2002-02-02 "$root$other" && inside "$other" cli --version && there_are 1 /root/.cache && rm "$root$other"
}
# A kept secret is asked for, where the system has libsecret too, and modules for GIO: nothing of GLib may come from there.
secrets_by_its_own_libraries() {
  inside apt-get install -y -q --no-install-recommends libsecret-1-0 dconf-gsettings-backend dbus || return 1
  local home=/root/kept used
  mkdir -p "$root$home/.config/Viatrace/viatrace" && cat >"$root$home/.config/Viatrace/viatrace/viatrace.ini" <<'INI'
[General]
keychain=1001@* (password)
request="@ByteArray(target: udp:127.0.0.1:9\nauth: { user: \"1001\", password: \"{{secret:pw1001}}\" }\n---\nOPTIONS sip:127.0.0.1:9 SIP/2.0\n\n)"
INI
  inside HOME=$home QT_QPA_PLATFORM=offscreen XDG_CURRENT_DESKTOP=GNOME LD_DEBUG=libs LD_DEBUG_OUTPUT=$home/libraries timeout 5 dbus-run-session -- "$app"
  used=$(grep -l 'calling init:.*/libQt6Gui' "$root$home"/libraries.* | xargs cat | sed -n 's/.*calling init: //p' | grep -E '/lib(secret|glib|gio|gobject|gmodule|gcrypt|gpg-error|mount|blkid|selinux|ffi)[-.0-9]|/gio/modules/' | sort -u)
  rm -rf "${root:?}$home"
  echo "$used"
  grep -q 'viatrace-appimage-.*/libsecret-1' <<<"$used" && ! grep -v viatrace-appimage- <<<"$used"
}
# Those of all that its papers name, in the bundle itself.
licences_go_along() {
  inside env -C /root "$app" --appimage-extract || return 1
  local doc=$root/root/squashfs-root/usr/share/doc text status=0
  for text in GPL-3 LGPL-3 Apache-2.0 $(grep -rhoE '/usr/share/common-licenses/[A-Za-z]+([-.0-9]*[0-9])?' "$doc" | sed 's:.*/::' | sort -u); do
    [ ! -e "/usr/share/common-licenses/$text" ] || cmp "/usr/share/common-licenses/$text" "$doc/viatrace/licences/$text" || status=1
  done
  grep -q 'licences/GPL-3' "$doc/viatrace/copyright" && ! grep common-licenses "$doc/viatrace/copyright" && [ -s "$doc/viatrace/licences/libyaml-cpp-dev.copyright" ] &&
    [ -s "$doc/libsquashfuse-dev/copyright" ] || status=1
  rm -rf "$root/root/squashfs-root"
  return $status
}
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
step the texts of the licences go along -- licences_go_along
step two that start at once -- two_at_once
step registers at its practice server -- registers "$app" cli
step starts without a home, from one folder of its own -- without_a_home
step makes its cache where there is none yet -- makes_its_cache
step starts where nothing may be run from the cache -- where_nothing_may_be_run
step leaves nothing where there is no space -- without_space
step unpacks anew what is missing or damaged -- mends_itself
step says that a part of it is missing -- says_that_it_is_damaged
step older ones are removed, but for one that runs -- removes_older_ones
step a kept secret is asked for by its own libraries -- secrets_by_its_own_libraries
step the window is used -- window
step the window is used on Wayland -- on_wayland
step installs nothing -- has_no_qt
totals
