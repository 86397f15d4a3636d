#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# update.sh [FOLDER]: brings the catalogues of FOLDER (this one) up to date with the texts of the source: new texts are added as
# unfinished, those that are gone are dropped.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(cd "${1:-$here}" && pwd)
for lupdate in /usr/lib/qt6/bin/lupdate lupdate-qt6 lupdate6 lupdate; do
  command -v "$lupdate" >/dev/null && break
done
options=(-locations none -no-obsolete -no-ui-lines -source-language en)
# A rule mark (//= R20.14-1) is the id of a message to lupdate, and two messages of one id lose one: it reads a copy without marks.
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r "$here"/../../{app,sipcore,ui} "$copy"
cd "$copy"
find . -name '*.cpp' -o -name '*.h' | xargs sed -i 's,^ *//= .*,,'
"$lupdate" "${options[@]}" -target-language de ui app -ts "$folder/window_de.ts"
"$lupdate" "${options[@]}" -pluralonly -target-language en ui app -ts "$folder/window_en.ts" # English needs its plurals only
# One context in two files; lupdate learns its name from base/words.h, which is what -I is for.
diagnosis=(sipcore/{diagnosis,probe,project})
"$lupdate" "${options[@]}" -target-language de -I sipcore "${diagnosis[@]}" -ts "$folder/diagnosis_de.ts"
core=()
for layer in sipcore/*/; do
  [[ " ${diagnosis[*]} " == *" ${layer%/} "* ]] || core+=("${layer%/}")
done
"$lupdate" "${options[@]}" -target-language de -I sipcore "${core[@]}" -ts "$folder/core_de.ts"
