# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Steps of a test of packages, counted as the test run counts them; sourced.
passed=0 failed=0

# step WORDS -- COMMAND...: one thing that has to go well
step() {
  local words="" began=$SECONDS log; log=$(mktemp)
  while [ "$1" != -- ]; do words+="$1 "; shift; done; shift
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1)); echo "PASS $words($((SECONDS - began)) s)"
  else
    failed=$((failed + 1)); echo "FAIL $words"; sed 's/^/    /' "$log" | tail -60
  fi
  rm -f "$log"
}

# The same, without which the rest makes no sense.
need() {
  local before=$failed
  step "$@"
  [ "$failed" -eq "$before" ] || { totals; exit 1; }
}

totals() {
  echo "Totals: $passed passed, $failed failed, 0 skipped"
  [ "$failed" -eq 0 ]
}

# used_by_keys NAME LOG COMMAND...: starts a window that opens a request file, presses its key for sending until the practice server, which
# writes LOG, has seen an OPTIONS, and ends it by its key. Pictures are $shots/NAME-*.png.
used_by_keys() {
  local name=$1 seen=$2 before status; shift 2
  before=$(grep -c OPTIONS "$seen")
  timeout 300 "$@" & local window=$!
  for _ in $(seq 60); do
    sleep 2
    import -window root "$shots/$name-opened.png"
    xdotool key ctrl+Return
    sleep 1
    if [ "$(grep -c OPTIONS "$seen")" -gt "$before" ] || ! kill -0 "$window" 2>/dev/null; then break; fi
  done
  sleep 2
  import -window root "$shots/$name-ladder.png"
  xdotool key ctrl+q
  wait "$window"; status=$?
  cat "$seen"
  echo "left with $status"
  [ "$status" -eq 0 ] && [ "$(grep -c OPTIONS "$seen")" -gt "$before" ]
}
