# SPDX-License-Identifier: GPL-3.0-or-later
"""A bad line: loss, delay, copies and another order of packets, for UDP and TCP alike (path/line.py, the same dice each time)."""
from bed import HERE, case
from path_run import send_on_path

SIDE_BY_SIDE = 4
UDP, TCP = "udp:198.51.100.2:5060", "tcp:198.51.100.2:5060"


def copies(answer, kind):
    return [row for attempt in answer.attempts for row in attempt["rows"] if row["kind"] == kind]


def on_line(what, line, target, *rows, options=("--timers", "fast"), check=None, **expected):
    def run(bed):
        answer = send_on_path(bed, "line " + line, *options, "OPTIONS", target).expect(
            expected.get("status", 200), expected.get("exit_code", 0), expected.get("origin", "wire"), expected.get("cause"), 1).shows(*rows)
        if check:
            check(answer)
    run.__name__ = what
    case(run)


def sends(least, most):
    def check(answer):
        if not least <= answer.attempts[0]["sends"] <= most:
            raise AssertionError(f"sent {answer.attempts[0]['sends']} times")
    return check


def late_copies(answer):
    """Every copy of ours was answered; what came behind the first answer is not taken for another."""
    sends(3, 5)(answer)
    if len([row for row in copies(answer, "response") if "late" not in row["summary"] and "copy" not in row["summary"]]) < 1:
        raise AssertionError(f"{copies(answer, 'response')}")


GOOD = (("request", "OPTIONS"), ("response", "200"))
on_line("nothing wrong", "", UDP, *GOOD, check=sends(1, 1))
on_line("20 % loss", "--loss 20 --seed 2", UDP, *GOOD)
on_line("most is lost", "--loss 70 --seed 3", UDP, ("request", "OPTIONS"), ("timer", "Timer E"), ("response", "200"), check=sends(2, 11))
on_line("all is lost", "--loss 100", UDP, ("request", "OPTIONS"), ("timer", "Timer F"), ("local", "408"), status=408, exit_code=12, origin="local", cause="timer-f", check=sends(11, 11))
on_line("300 ms", "--delay 150", UDP, ("request", "OPTIONS"), ("timer", "Timer E"), ("response", "200"), check=late_copies)
on_line("every packet twice", "--duplicate 100", UDP, *GOOD, check=sends(1, 1))
on_line("half of them late", "--delay 20 --reorder 50 --seed 5", UDP, *GOOD)
on_line("all at once", "--loss 20 --delay 50 --duplicate 30 --reorder 30 --seed 7", UDP, *GOOD)
CONNECTED = (("tcp", "connecting"), ("tcp", "connected"), ("request", "OPTIONS"), ("response", "200"))
on_line("TCP, 20 % loss", "--loss 20 --seed 2", TCP, *CONNECTED, options=("--timers", "t1=500ms"))
on_line("TCP, 300 ms", "--delay 150", TCP, *CONNECTED)
on_line("TCP, every packet twice and half of them late", "--delay 10 --duplicate 100 --reorder 50", TCP, *CONNECTED)
on_line("TCP, all is lost", "--loss 100", TCP, ("tcp", "connecting"), ("timer", "Timer F"), ("local", "408"), status=408, exit_code=12, origin="local", cause="timer-f")


@case
def a_register_by_name_over_tls_costs_its_round_trips_and_little_more(bed):
    """NAPTR, SRV, A with AAAA, TCP, TLS 1.3, REGISTER, REGISTER with digest: seven round trips, within 1.2 times their sum."""
    certificates = bed.script("certs/make-certs.sh").stdout.strip()
    round_trip, trips = 100, 7
    far = f"python3 -B {HERE}/path/registrar.py 198.51.100.2 {certificates}"
    answer = send_on_path(bed, f"line --delay {round_trip / 2}", "--resolver", "198.51.100.2:53", "--ca", f"{certificates}/ca.pem", "--user", "alice",
                          "REGISTER", "sip:test.invalid", far=far).expect(200, 0, attempts=2)
    answer.shows(("dns", "NAPTR test.invalid"), ("dns", "SRV _sips._tcp.test.invalid"), ("dns", "A sip.test.invalid"), ("tcp", "connected"), ("tls", "agreed"),
                 ("request", "REGISTER"), ("response", "401"), ("auth", ""), ("request", "REGISTER"), ("response", "200"))
    rows = sorted((row for part in [*answer.attempts, answer.data] for row in part["rows"]), key=lambda row: row["at_us"])
    answered = next(row["at_us"] for row in rows if row["kind"] == "response" and row["status"] == 200)
    took = (answered - rows[0]["at_us"]) / 1000
    print(f"     {took:.0f} ms for {trips} round trips of {round_trip} ms: {took / round_trip / trips:.2f} times their sum")
    if not trips * round_trip <= took <= 1.2 * trips * round_trip:
        raise AssertionError(f"{took:.0f} ms for {trips} round trips of {round_trip} ms")
