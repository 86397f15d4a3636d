#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test-rpm.sh FILE.rpm: looks into it, installs it with rpm into a chroot of this distribution that has Qt, uses both programs there and
# removes it again. There is no distribution with rpm here: what it asks for by name is compared with what such a distribution provides.
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/testing.sh"
command -v rpm >/dev/null || { echo "SKIP ${0##*/}: package rpm missing"; exit 77; }
file=$(realpath "${1:?FILE.rpm}")
root=$(mktemp -d /var/tmp/viatrace-rpm-XXXXXX)
trap 'umount -l "$root"/{tmp,dev,proc} 2>/dev/null; rm -rf --one-file-system "$root"' EXIT

# Only libraries whose names are the same everywhere: none that Debian alone has, none whose version changes with the distribution.
asks_for_what_others_have() {
  local requires strange
  requires=$(rpm -qp --requires "$file") || return 1
  strange=$(grep '\.so' <<<"$requires" | grep -vE '^(libQt6(Core|Gui|Widgets|Network|PrintSupport|DBus)\.so\.6|libqt6keychain\.so\.1|libssl\.so\.3|libcrypto\.so\.3|libcares\.so\.2|lib(c|m|stdc\+\+|gcc_s)\.so\.|ld-linux)')
  [ -z "$strange" ] || { echo "$strange"; return 1; }
  grep -q 'libQt6Widgets.so.6' <<<"$requires" && grep -q 'libssl.so.3' <<<"$requires"
}
holds_what_belongs_to_it() {
  local list; list=$(rpm -qpl "$file") || return 1
  for path in bin/viatrace bin/viatrace-cli share/applications/org.viatrace.Viatrace.desktop share/metainfo/org.viatrace.Viatrace.metainfo.xml \
    share/man/man1/viatrace.1.gz share/bash-completion/completions/viatrace-cli share/zsh/site-functions/_viatrace-cli \
    share/icons/hicolor/512x512/apps/org.viatrace.Viatrace.png; do
    grep -qx "/usr/$path" <<<"$list" || { echo "no /usr/$path"; return 1; }
  done
  # What only Debian reads, or has.
  ! grep -E '/vendor-completions/|changelog\.Debian' <<<"$list" || return 1
  # Folders of others are not ours to remove.
  ! grep -xE '/usr|/usr/share|/usr/share/(applications|icons|man|mime|zsh)|/usr/share/zsh/site-functions|/usr/share/icons/hicolor.*[^g]$' <<<"$list"
}
rpm_inside() { rpm --root "$root" --dbpath /var/lib/rpm "$@"; }
# The Qt of this distribution stands in for that of theirs: rpm cannot know it.
installs() {
  inside apt-get install -y -q --no-install-recommends libqt6widgets6 libqt6printsupport6 libqt6network6 libqt6dbus6 libqt6keychain1 libc-ares2 libssl3 &&
    rpm_inside -i --nodeps "$file" && rpm_inside -q viatrace
}

step its fields -- test "$(rpm -qp --qf '%{NAME} %{VERSION} %{LICENSE}' "$file" | tr -d '\n')" = "viatrace $(rpm -qp --qf '%{VERSION}' "$file") GPL-3.0-or-later"
step asks for nothing that only Debian has -- asks_for_what_others_have
step holds what belongs to it -- holds_what_belongs_to_it
need a minimal system -- new_root "$root"
need its package lists -- inside apt-get update -q
need installs -- installs
step every file is as packed -- rpm_inside -V --nodeps viatrace
step viatrace-cli registers at its practice server -- registers viatrace-cli
step the window is used -- drives rpm /usr/bin/viatrace
step is removed -- rpm_inside -e viatrace
step leaves nothing behind -- leftovers
totals
