#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-source.sh SOURCE-PACKAGE[=VERSION] FOLDER: unpacks a source package of this system's distribution into FOLDER, once.
# Asks the mirrors this system knows, with a source list of its own: the machine's configuration stays as it is. A VERSION that they have no
# more gives way to the one they have; where they have no .dsc, the upstream tarball is enough. FOLDER/.version says what it became:
# without a Debian revision it is the tarball, without Debian's patches.
set -euo pipefail
package=${1:?SOURCE-PACKAGE} folder=${2:?FOLDER}
[ -e "$folder/.complete" ] && exit 0
mkdir -p "$folder"; folder=$(cd "$folder" && pwd)
work=$folder.apt
rm -rf "$folder" "$work"
mkdir -p "$work/lists/partial" "$work/sources.d"
shopt -s nullglob
for file in /etc/apt/sources.list.d/*.sources; do sed 's/^Types:.*/Types: deb-src/' "$file" >"$work/sources.d/${file##*/}"; done
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
  [ -f "$file" ] || continue
  sed -n 's/^deb /deb-src /p' "$file" >"$work/sources.d/$(basename "$file" .list).list"
done
apt=(apt-get -qq -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$work/sources.d" -o Dir::State::Lists="$work/lists"
  -o Dir::Cache="$work" -o APT::Sandbox::User=root)
cd "$work"
"${apt[@]}" update || echo "fetch-source: some lists could not be read" >&2 # those of other vendors have no sources
if ! "${apt[@]}" source --print-uris "$package" >/dev/null 2>&1; then
  echo "fetch-source: $package is not on the mirrors any more; taking what they have of ${package%%=*}" >&2
  package=${package%%=*}
fi
if "${apt[@]}" source --download-only "$package"; then
  dpkg-source --no-check --no-copy -x ./*.dsc "$folder" >/dev/null
  version=$(sed -n 's/^Version: //p' ./*.dsc | head -1)
else
  tarballs=(./*.orig.tar.?z)
  [ -n "${tarballs[*]}" ] || { echo "fetch-source: $package cannot be had from the mirrors of this system" >&2; exit 1; }
  echo "fetch-source: $package comes without Debian's part: the tarball of upstream has to do" >&2
  mkdir "$folder" && tar xf "${tarballs[0]}" -C "$folder" --strip-components=1
  version=${tarballs[0]##*_} && version=${version%.orig.tar.*}
fi
echo "$version" >"$folder/.version"
rm -rf "$work"
touch "$folder/.complete"
