#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test.sh SETUP.exe ZIP: installs Viatrace, uses both programs and removes them again, under wine in a home of its own, or on Windows
# itself (Git Bash). Pictures are in build/package-shots/windows.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/../steps.sh"
: "${1:?SETUP.exe}" "${2:?ZIP}"
setup=$(realpath "$1") zip=$(realpath "$2")
shots=$here/../../build/package-shots/windows
mkdir -p "$shots"
work=$(mktemp -d)

if [ "$(uname -s)" = Linux ]; then
  for program in wine64:/usr/lib/wine/wine64 xvfb:Xvfb xdotool:xdotool imagemagick:import openbox:openbox locales:/usr/sbin/locale-gen; do
    command -v "${program#*:}" >/dev/null || { echo "SKIP ${0##*/}: package ${program%%:*} missing"; exit 77; }
  done
  export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" LC_ALL=C.UTF-8
  unset WAYLAND_DISPLAY
  drive=$WINEPREFIX/drive_c
  # shellcheck disable=SC2317
  leave() {
    /usr/lib/wine/wineserver -k 2>/dev/null
    [ -z "${screen:-}" ] || kill "$screen" 2>/dev/null
    rm -rf "$work"
  }
  here_is_wine=yes
else
  drive=/c
  leave() { rm -rf "$work"; }
  here_is_wine=
fi
trap leave EXIT
export MSYS2_ARG_CONV_EXCL='*' # Git Bash would take /S for a path

all_users="$drive/Program Files/Viatrace"
one_user="$drive/viatrace test/Ünïcode ✓"   # a path as people have them
one_user_windows='C:\viatrace test\Ünïcode ✓'
program=$all_users

# A picture of everything that runs inside takes a screen of its own.
starts() {
  [ -n "$here_is_wine" ] || return 0
  Xvfb -displayfd 1 -screen 0 1400x900x24 -nolisten tcp >"$work/display" 2>/dev/null & screen=$!
  for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
  DISPLAY=:$(tr -d '\n' <"$work/display"); export DISPLAY
  openbox >/dev/null 2>&1 &
  timeout 300 /usr/lib/wine/wine64 wineboot --init
}
setup_with() { timeout 300 "${runner[@]}" "$setup" "$@"; }
runner=() interpreter=(cmd.exe); [ -z "$here_is_wine" ] || runner=(/usr/lib/wine/wine64)
cli() { timeout 120 "${runner[@]}" "$program/viatrace-cli.exe" "$@"; }
# exits CODE COMMAND...
exits() {
  local wanted=$1 status; shift
  "$@"; status=$?
  [ "$status" -eq "$wanted" ] || { echo "exit code $status instead of $wanted"; return 1; }
}
key() { timeout 60 "${runner[@]}" reg query "$@"; }

installs() {
  setup_with /S /AllUsers && [ -f "$program/viatrace.exe" ] && [ -f "$program/uninstall.exe" ] &&
    key 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\Viatrace' /v DisplayVersion &&
    key 'HKLM\Software\Classes\Viatrace.Request\shell\open\command' | grep -q 'viatrace.exe' &&
    [ -f "$drive/ProgramData/Microsoft/Windows/Start Menu/Programs/Viatrace.lnk" ]
}
# The uninstaller goes on as a copy of itself and leaves at once; its work is done when the folder is gone.
uninstalls() {
  timeout 120 "${runner[@]}" "$program/uninstall.exe" /S "$1" || return 1
  for _ in $(seq 300); do [ -d "$program" ] || return 0; sleep 0.2; done
  ls "$program"
  return 1
}
stays() {
  timeout 120 "${runner[@]}" "$program/uninstall.exe" /S /AllUsers
  sleep 5
  [ -f "$program/viatrace.exe" ] && [ -f "$program/Qt6Core.dll" ] && [ -f "$program/uninstall.exe" ]
}
# Nothing of ours but what the user made.
nothing_is_left() {
  local found
  found=$(find "$drive" -iname '*viatrace*' \( -not -path '*/AppData/*' -o -path '*/Start Menu/*' \) -not -path "*/viatrace test" 2>/dev/null)
  [ -z "$found" ] || { echo "$found"; return 1; }
  ! key 'HKLM\Software\Classes\Viatrace.Request' && ! key 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\Viatrace' &&
    ! key 'HKCU\Software\Classes\Viatrace.Request' && ! key 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Viatrace'
}

# practice_begins NAME [OPTION...]: its log in $practice, ports in $udp and $tls, the file of its authority in $authority
practice_begins() {
  practice=$work/$1.log; shift
  timeout 600 "${runner[@]}" "$program/viatrace-cli.exe" practice --tls 0 "$@" >"$practice" 2>&1 &
  for _ in $(seq 300); do grep -q '^accounts' "$practice" && break; sleep 0.1; done
  udp=$(sed -n 's/.*udp:127.0.0.1:\([0-9]*\).*/\1/p' "$practice" | head -1)
  tls=$(sed -n 's/^tls:127.0.0.1:\([0-9]*\).*/\1/p' "$practice" | head -1)
  authority=$(sed -n 's/.*--ca \(.*\)/\1/p' "$practice" | tr -d '\r' | head -1)
  cat "$practice"
  [ -n "$udp" ] && [ -n "$tls" ] && [ -n "$authority" ]
}
ends_programs() {
  timeout 60 "${runner[@]}" taskkill.exe /F /IM viatrace-cli.exe
  sleep 1
}
registers() {
  local transport=$1 port=$2; shift 2
  VIATRACE_SECRET_1001=s3cret cli send --user 1001 "$@" REGISTER "$transport:127.0.0.1:$port" >"$work/out" 2>&1
  local status=$?
  cat "$work/out"
  [ $status -eq 0 ] && grep -q '200 OK' "$work/out"
}
wrong_password() { VIATRACE_SECRET_1001=wrong cli send --user 1001 REGISTER "udp:127.0.0.1:$udp"; }
untrusted() { VIATRACE_SECRET_1001=s3cret cli send --user 1001 REGISTER "tls:127.0.0.1:$tls"; }
nobody_there() { cli send OPTIONS tcp:127.0.0.1:9; }
as_windows() { if [ -n "$here_is_wine" ]; then /usr/lib/wine/wine64 winepath -w "$1" 2>/dev/null | tr -d '\r\n'; else cygpath -w "$1"; fi; }

# The window opens a file it is given, sends by its key, and the practice server sees it.
window() {
  [ -n "$here_is_wine" ] || { echo "only under wine: no screen here"; return 0; }
  printf 'target: udp:127.0.0.1:%s\n---\nOPTIONS sip:127.0.0.1:%s SIP/2.0\n\n' "$udp" "$udp" >"$work/ä request.via"
  used_by_keys installed "$practice" "${runner[@]}" "$program/viatrace.exe" "$(as_windows "$work/ä request.via")"
}
zip_is_used() {
  mkdir -p "$one_user" && (cd "$one_user" && unzip -q "$zip") && program=$one_user && cli demo && rm -rf "${one_user:?}"
}
# /D is not quoted, whatever is in it: a line for the command interpreter.
for_one_user() {
  program=$one_user
  timeout 300 "${runner[@]}" "${interpreter[@]}" /c "$(as_windows "$setup") /S /CurrentUser /D=$one_user_windows" &&
    [ -f "$program/viatrace-cli.exe" ] && cli --version && key 'HKCU\Software\Classes\.via' | grep -q Viatrace.Request && uninstalls /CurrentUser
}

# What is installed for this user does not stay in force beside what is installed for all, but with the rights of an administrator, which
# these installations have, its uninstaller, which any program of the user could have written, is not run.
takes_the_place_of_that_of_one_user() {
  local own menus
  own=$(ls -d "$drive/users/$(whoami)")/AppData/Local/Programs/Viatrace
  menus="${own%/Local/*}/Roaming/Microsoft/Windows/Start Menu"
  program=$own
  setup_with /S /CurrentUser && [ -f "$own/viatrace.exe" ] && find "$menus" -name 'Viatrace.lnk' | grep . || return 1
  setup_with /S /AllUsers && [ -f "$own/viatrace.exe" ] && [ -f "$own/uninstall.exe" ] || return 1
  ! key 'HKCU\Software\Classes\Viatrace.Request' && ! find "$menus" -iname '*viatrace*' | grep . || return 1
  uninstalls /CurrentUser && program=$all_users && cli --version && key 'HKLM\Software\Classes\Viatrace.Request' && uninstalls /AllUsers
}
# By somebody who sees another language than who installed it.
removed_in_another_language() {
  [ -n "$here_is_wine" ] || { echo "only under wine: the language of Windows is not ours to change"; return 0; }
  local menu="$drive/ProgramData/Microsoft/Windows/Start Menu/Programs"
  program=$all_users
  mkdir -p "$work/locales" && localedef -i de_DE -f UTF-8 "$work/locales/de_DE.UTF-8" || return 1
  LOCPATH=$work/locales LC_ALL=de_DE.UTF-8 setup_with /S /AllUsers && ls "$menu" && key 'HKLM\Software\Classes\Viatrace.Request' | grep SIP-Anfrage &&
    uninstalls /AllUsers && ! find "$menu" -iname '*viatrace*' | grep .
}
says_what_it_cannot_write() {
  mkdir -p "$one_user/Qt6Core.dll"
  exits 2 timeout 300 "${runner[@]}" "${interpreter[@]}" /c "$(as_windows "$setup") /S /CurrentUser /D=$one_user_windows" || return 1
  program=$one_user && rmdir "$one_user/Qt6Core.dll" && uninstalls /CurrentUser
}

need a home of its own -- starts
need installs in silence, for all users -- installs
step viatrace-cli tells its version -- cli --version
step viatrace-cli shows its demonstration -- cli demo
need the practice server begins -- practice_begins asks --behaviour auth:SHA-256
step registers over UDP, with digest -- registers udp "$udp"
step registers over TCP -- registers tcp "$udp"
step registers over TLS -- registers tls "$tls" --ca "$authority"
step a wrong password is 11 -- exits 11 wrong_password
step a certificate nobody vouches for is 14 -- exits 14 untrusted
step nobody there is 13 -- exits 13 nobody_there
step wrong usage is 64 -- exits 64 cli send --no-such-option
step the window is used -- window installed
step is not replaced while it runs -- exits 3 setup_with /S /AllUsers
step is not removed while it runs -- stays
ends_programs
step replaces an installed version -- installs
step is removed -- uninstalls /AllUsers
step leaves nothing behind -- nothing_is_left
step the .zip runs where it is unpacked -- zip_is_used
step installs for one user, into a folder with blanks and other letters -- for_one_user
step for all takes the place of for one user, running nothing of it -- takes_the_place_of_that_of_one_user
step what was installed in German is removed in English -- removed_in_another_language
step a file that cannot be written is an error -- says_what_it_cannot_write
step leaves nothing behind again -- nothing_is_left
totals
