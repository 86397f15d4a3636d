# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the tests of packages share; sourced. They run as root, in a mount namespace of their own, so that nothing stays mounted.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source_folder=$(cd "$here/../.." && pwd)
shots=$source_folder/build/package-shots
. "$here/../steps.sh"

if ! command -v mmdebstrap >/dev/null; then echo "SKIP ${0##*/}: package mmdebstrap missing"; exit 77; fi
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "SKIP ${0##*/}: needs root, for chroot"; exit 77; }
  exec sudo --preserve-env=CI,http_proxy,https_proxy,no_proxy "$0" "$@"
fi
if [ -z "${VIATRACE_UNSHARED:-}" ]; then
  unshare --mount true 2>/dev/null || { echo "SKIP ${0##*/}: a mount namespace is not permitted here"; exit 77; }
  exec env VIATRACE_UNSHARED=1 unshare --mount --propagation private "$0" "$@"
fi

# The mirrors this system knows, of its own distribution.
sources() {
  # shellcheck disable=SC1091
  local origin; origin=$(. /etc/os-release; echo "${ID^}")
  # shellcheck disable=SC2016
  apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' "Origin: $origin" | sort -u
}

# new_root FOLDER: this distribution at its smallest; made once and kept as an archive.
new_root() {
  local base=$source_folder/build/base.tar
  if [ ! -s "$base" ]; then
    # shellcheck disable=SC1091
    sources | mmdebstrap --quiet --variant=minbase "$(. /etc/os-release; echo "$VERSION_CODENAME")" "${base%.tar}.new.tar" - && mv "${base%.tar}.new.tar" "$base"
  fi
  mkdir -p "$1" && tar xf "$base" -C "$1" && cp -L /etc/resolv.conf "$1/etc/" 2>/dev/null
  mount -t proc proc "$1/proc" && mount --bind /dev "$1/dev"
}

# What leads inside: each of them becomes the next, so that the process is that of the program.
entering() {
  entered=(chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8
    DEBIAN_FRONTEND=noninteractive http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" no_proxy="${no_proxy:-}")
}
inside() { entering; "${entered[@]}" "$@"; }

# practice_begins PROGRAM...: the practice server inside; its process in $server, its port in $port.
practice_begins() {
  local log; log=$(mktemp)
  entering
  "${entered[@]}" "$@" practice --quiet --behaviour auth:SHA-256 >"$log" 2>&1 &
  server=$!
  for _ in $(seq 100); do grep -q 'practice server' "$log" && break; sleep 0.1; done
  port=$(sed -n 's/.*udp:127.0.0.1:\([0-9]*\).*/\1/p' "$log")
  cat "$log"; rm -f "$log"
  [ -n "$port" ]
}

# It ends well when it is told to.
practice_ends() {
  kill -TERM "$server" || return 1
  for _ in $(seq 100); do kill -0 "$server" 2>/dev/null || break; sleep 0.1; done
  kill -KILL "$server" 2>/dev/null
  wait "$server"
}

# A registration with digest at the practice server, both from inside. registers PROGRAM...
registers() {
  local server port status
  practice_begins "$@" || return 1
  inside VIATRACE_SECRET_1001=s3cret timeout 60 "$@" send --user 1001 REGISTER "udp:127.0.0.1:$port"
  status=$?
  practice_ends && return $status
}

# The window inside, driven from outside by the acceptance scenarios: they share /tmp, with the sockets of X and D-Bus. drives NAME PROGRAM
drives() {
  local name=$1 program=$2 wrapper
  wrapper=$(mktemp) # keeps the process it starts as, by which the window is found
  printf '#!/bin/sh\nexec chroot "%s" "%s" "$@"\n' "$root" "$program" >"$wrapper"
  chmod +x "$wrapper"
  mountpoint -q "$root/tmp" || mount --bind /tmp "$root/tmp"
  (cd / && /usr/bin/python3 -B "$source_folder/tests/acceptance/acceptance.py" "$wrapper" packaged --shots "$shots/$name")
  local status=$?
  rm -f "$wrapper"
  return $status
}

# What has our name, but for the records of package managers.
leftovers() {
  local found
  found=$(find "$root" -xdev -mindepth 1 -iname '*viatrace*' -not -path "$root/tmp/*" -not -path "$root/var/cache/apt/*" -not -path "$root/root/*.deb")
  [ -z "$found" ] || { echo "$found"; return 1; }
}
