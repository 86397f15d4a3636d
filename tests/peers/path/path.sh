#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs COMMAND on a path that has a fault, in network namespaces of its own; nothing outside them is touched.
#   path.sh KIND [OPTION...] -- COMMAND [ARGS...]
#   icmp, black-hole, no-fragments   the far half takes packets of 1400 octets: the router says so (fragmentation needed); it says
#                                    nothing; it says so, and nobody puts fragments together
#   rejected, dropped, no-host, no-net   what the router does with packets to port 5060: ICMP "prohibited by a filter" or nothing;
#                                    or with all packets to the server: ICMP "host unreachable" or "network unreachable"
#   reset                            the server's own firewall answers TCP to port 5060 with RST, and UDP with ICMP "prohibited" (needs nftables)
#   line OPTION...                   no router, but a bad line: see line.py
# A server that answers everything 200 is at 198.51.100.2:5060, UDP and TCP; FAR in the environment is run there instead, and has to say
# "ready". Root, or unprivileged user namespaces. Exit 77: not possible here, otherwise that of COMMAND.
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
PATH=$PATH:/usr/sbin:/sbin
if [ "$1" != --inside ]; then
  for program in unshare nsenter ip; do command -v $program >/dev/null || { echo "$program is missing (util-linux, iproute2)"; exit 77; }; done
  OPT=(-nm); [ "$(id -u)" = 0 ] || OPT=(-rnm)
  unshare "${OPT[@]}" true 2>/dev/null || { echo "no network namespaces here"; exit 77; }
  exec unshare "${OPT[@]}" "$HERE/path.sh" --inside "$@"
fi
KIND=$2; shift 2
OPTIONS=(); while [ $# -gt 0 ] && [ "$1" != -- ]; do OPTIONS+=("$1"); shift; done; shift
unshare -n sleep infinity & ROUTER=$!
unshare -n sleep infinity & SERVER=$!
LINE= FAR_END=
trap 'kill $ROUTER $SERVER $LINE $FAR_END 2>/dev/null' EXIT
for pid in $ROUTER $SERVER; do
  n=100; while [ $n -gt 0 ] && [ "$(readlink /proc/$pid/ns/net)" = "$(readlink /proc/$$/ns/net)" ]; do sleep 0.05; n=$((n-1)); done
done
router() { nsenter -n -t $ROUTER "$@"; }
server() { nsenter -n -t $SERVER "$@"; }
impossible() { echo "$1"; exit 77; }
# ends MTU: we, the two interfaces between, the server
ends() {
  ip link add near type veth peer name back && ip link set back netns $ROUTER &&
  router ip link add far type veth peer name end && router ip link set end netns $SERVER &&
  ip link set lo up && ip link set near up && router ip link set back up && router ip link set far mtu "$1" up &&
  server ip addr add 198.51.100.2/24 dev end && server ip link set end mtu "$1" up && server ip link set lo up
}
routed() {
  ends "$1" && ip addr add 192.0.2.1/24 dev near && ip route add default via 192.0.2.254 && server ip route add default via 198.51.100.254 &&
  router ip addr add 192.0.2.254/24 dev back && router ip addr add 198.51.100.254/24 dev far && router sh -c 'echo 1 >/proc/sys/net/ipv4/ip_forward'
}
cabled() {
  ends 1500 && ip addr add 198.51.100.1/24 dev near && python3 -B "$HERE/line.py" --whole near && server python3 -B "$HERE/line.py" --whole end
}
# to_sip ACTION: of the router, for what goes to port 5060
to_sip() { router ip rule add pref 1 ipproto udp dport 5060 "$1" && router ip rule add pref 2 ipproto tcp dport 5060 "$1"; }
filter='table inet firewall { chain in { type filter hook input priority 0;
  udp dport 5060 reject with icmpx type admin-prohibited
  tcp dport 5060 reject with tcp reset; }; }'
{
  case $KIND in
    icmp) routed 1400 ;;
    # What the router sends by itself goes nowhere; what it forwards does.
    black-hole) routed 1400 && router ip rule add iif lo to 192.0.2.1 blackhole ;;
    no-fragments) routed 1400 && server sh -c 'cd /proc/sys/net/ipv4 && echo 0 >ipfrag_low_thresh && echo 1 >ipfrag_high_thresh' ;;
    rejected) routed 1500 && to_sip prohibit ;;
    dropped) routed 1500 && to_sip blackhole ;;
    no-host) routed 1500 && router ip route add unreachable 198.51.100.2 ;;
    no-net) routed 1500 && router ip rule add pref 1 to 198.51.100.2 unreachable ;;
    reset) routed 1500 && command -v nft && server nft "$filter" ;;
    line) cabled ;;
    *) echo "unknown kind $KIND" >&2; exit 2 ;;
  esac
} >/tmp/path.$$ 2>&1 || { reason=$(tail -n 1 /tmp/path.$$); rm -f /tmp/path.$$; impossible "the path $KIND cannot be made: ${reason:-something is missing}"; }
rm -f /tmp/path.$$
if [ "$KIND" = line ]; then
  coproc LINE_OUT { exec nsenter -n -t $ROUTER python3 -B "$HERE/line.py" back far "${OPTIONS[@]}"; }
  LINE=$LINE_OUT_PID
  read -r -t 10 _ <&"${LINE_OUT[0]}" || { echo "the line did not start"; exit 1; }
fi
exec {FAR_OUT}< <(exec nsenter -n -t $SERVER ${FAR:-python3 -B "$HERE/answering.py" 198.51.100.2 5060})
FAR_END=$!
read -r -t 10 _ <&"$FAR_OUT" || { echo "the server did not start"; exit 1; }
"$@"
