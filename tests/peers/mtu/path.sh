#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs COMMAND on a path whose far half takes packets of 1400 octets, in network namespaces of its own.
#   path.sh icmp|black-hole|no-fragments -- COMMAND [ARGS...]
#   icmp: the router says so (fragmentation needed); black-hole: it says nothing; no-fragments: nobody puts fragments together
# A server that answers everything 200 is at 198.51.100.2:5060, UDP and TCP. Nothing outside the namespaces is touched.
# Root, or unprivileged user namespaces. Exit 77: not possible here, otherwise that of COMMAND.
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ "$1" != --inside ]; then
  for program in unshare nsenter ip; do command -v $program >/dev/null || { echo "$program is missing (util-linux, iproute2)"; exit 77; }; done
  OPT=(-nm); [ "$(id -u)" = 0 ] || OPT=(-rnm)
  unshare "${OPT[@]}" true 2>/dev/null || { echo "no network namespaces here"; exit 77; }
  exec unshare "${OPT[@]}" "$HERE/path.sh" --inside "$@"
fi
shift
KIND=$1; shift 2
unshare -n sleep infinity & ROUTER=$!
unshare -n sleep infinity & SERVER=$!
ANSWERING=
trap 'kill $ROUTER $SERVER $ANSWERING 2>/dev/null' EXIT
for pid in $ROUTER $SERVER; do
  n=100; while [ $n -gt 0 ] && [ "$(readlink /proc/$pid/ns/net)" = "$(readlink /proc/$$/ns/net)" ]; do sleep 0.05; n=$((n-1)); done
done
router() { nsenter -n -t $ROUTER "$@"; }
server() { nsenter -n -t $SERVER "$@"; }
{
  ip link add near type veth peer name back && ip link set back netns $ROUTER &&
  router ip link add far type veth peer name end && router ip link set end netns $SERVER &&
  ip link set lo up && ip addr add 192.0.2.1/24 dev near && ip link set near up &&
  router ip addr add 192.0.2.254/24 dev back && router ip link set back up &&
  router ip addr add 198.51.100.254/24 dev far && router ip link set far mtu 1400 up &&
  server ip addr add 198.51.100.2/24 dev end && server ip link set end mtu 1400 up && server ip link set lo up &&
  ip route add default via 192.0.2.254 && server ip route add default via 198.51.100.254 &&
  router sh -c 'echo 1 >/proc/sys/net/ipv4/ip_forward'
} 2>/tmp/path.$$ || { echo "the path cannot be made: $(tail -n 1 /tmp/path.$$)"; rm -f /tmp/path.$$; exit 77; }
rm -f /tmp/path.$$
case $KIND in
  icmp) ;;
  # What the router sends by itself goes nowhere; what it forwards does.
  black-hole) router ip rule add iif lo to 192.0.2.1 blackhole || exit 77 ;;
  no-fragments) server sh -c 'cd /proc/sys/net/ipv4 && echo 0 >ipfrag_low_thresh && echo 1 >ipfrag_high_thresh' 2>/dev/null || { echo "fragments cannot be dropped here"; exit 77; } ;;
  *) echo "unknown kind $KIND"; exit 2 ;;
esac
coproc nsenter -n -t $SERVER python3 -B "$HERE/answering.py" 198.51.100.2 5060
ANSWERING=$COPROC_PID
read -r -t 10 _ <&"${COPROC[0]}" || { echo "the server did not start"; exit 1; }
"$@"
