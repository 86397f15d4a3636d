#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test-deb.sh FILE.deb: installs it in a minimal chroot of this distribution, uses both programs there, and removes it again.
# Pictures are in build/package-shots/deb.
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/testing.sh"
file=$(realpath "${1:?FILE.deb}")
root=$(mktemp -d /var/tmp/viatrace-deb-XXXXXX)
trap 'umount -l "$root"/{tmp,dev,proc} 2>/dev/null; rm -rf --one-file-system "$root"' EXIT

# The same under a lower number, to be replaced.
older() {
  local tree; tree=$(mktemp -d)
  dpkg-deb -R "$file" "$tree" && sed -i 's/^Version: .*/Version: 0.0.1-1/' "$tree/DEBIAN/control" && mkdir -p "$tree/usr/share/viatrace" &&
    echo old >"$tree/usr/share/viatrace/left-behind" && dpkg-deb -b "$tree" "$root/root/older.deb"
  local status=$?
  rm -rf "$tree"
  return $status
}
get() { inside apt-get install -y -q --no-install-recommends "$@"; }
replaces_older() {
  older && get /root/older.deb && get /root/new.deb && [ ! -e "$root/usr/share/viatrace/left-behind" ] &&
    inside dpkg-query -W -f '${Version}\n' viatrace | grep -qx "$(dpkg-deb -f "$file" Version)"
}
files_are_whole() { local out; out=$(inside dpkg --verify viatrace) && [ -z "$out" ] || { echo "$out"; return 1; }; }
says_there_is_no_display() {
  local out status
  out=$(inside /usr/bin/viatrace 2>&1); status=$?
  echo "$status: $out"
  [ "$status" -eq 69 ] && [[ $out == *"no display"* ]]
}
survives_its_removal() {
  # shellcheck disable=SC2034
  local server port status # the first two are set by practice_begins
  practice_begins /usr/bin/viatrace-cli || return 1
  inside apt-get purge -y -q viatrace; status=$?
  practice_ends && return $status
}

step the file is as Debian wants it -- lintian --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs "$file"
need a minimal system -- new_root "$root"
cp "$file" "$root/root/new.deb"
need its package lists -- inside apt-get update -q
need installs over an older version, with what it depends on -- replaces_older
step every file is as packed -- files_are_whole
step viatrace-cli registers at its practice server -- registers viatrace-cli
step viatrace-cli shows its demonstration -- inside viatrace-cli demo
step without a display the window says so -- says_there_is_no_display
step the window is used -- drives deb /usr/bin/viatrace
step is removed while it runs -- survives_its_removal
step leaves nothing behind -- leftovers
totals
