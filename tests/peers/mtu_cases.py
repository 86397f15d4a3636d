# SPDX-License-Identifier: GPL-3.0-or-later
"""A path that takes packets of 1400 octets behind an interface that takes 1500."""
import json

from bed import Answer, case
from path_run import TARGET, on_path, read_json

QUICK = ("--timers", "fast", "--wait", "400ms")


def ask(bed, kind, *command):
    """Runs viatrace-cli on that path: its exit code and its JSON"""
    done = on_path(bed, kind, bed.cli, *command)
    return done.returncode, read_json(done)


@case
def a_router_that_says_so(bed):
    code, report = ask(bed, "icmp", "sweep", "--json", *QUICK, TARGET)
    assert code == 0 and report["udp"]["cause"] == "none" and report["tcp"]["cause"] == "none", report
    told = [size for size in report["udp"]["sizes"] if "icmp" in size]
    assert told and told[0]["icmp"] == {"mtu": 1400, "reporter": "192.0.2.254"}, report
    assert "fragments get through" in report["udp"]["text"], report
    assert report["udp"]["sizes"][-1]["packets"] == 3, report


@case
def a_black_hole(bed):
    code, report = ask(bed, "black-hole", "sweep", "--json", *QUICK, "--over", "udp", TARGET)
    udp = report["udp"]
    assert code == 0 and udp["cause"] == "black-hole" and (udp["last_good"], udp["first_bad"]) == (1372, 1373), report
    assert "packets of more than 1400 octets vanish" in udp["text"], report


@case
def a_black_hole_for_tcp_too(bed):
    """Segments of our own size vanish as well, unless the server asked for smaller ones, as this one does."""
    code, report = ask(bed, "black-hole", "sweep", "--json", *QUICK, TARGET)
    assert code == 0 and report["tcp"]["cause"] == "none" and report["udp"]["cause"] == "black-hole", report


@case
def fragments_that_are_dropped(bed):
    code, report = ask(bed, "no-fragments", "sweep", "--json", *QUICK, TARGET)
    udp = report["udp"]
    assert code == 0 and udp["cause"] == "path-mtu" and (udp["last_good"], udp["first_bad"]) == (1372, 1373), report
    assert "192.0.2.254 says that it takes packets of 1400 octets" in udp["text"] and "TCP" in udp["remedy"], report


@case
def what_icmp_told_lowers_the_limit_of_udp(bed):
    """Forced through once, the path is known: from then on more than 1200 octets go over TCP."""
    script = 'for octets in 960 850; do "$0" send --json --timers fast --header "X-Padding: $(printf %0${octets}d 0)" $1 OPTIONS sip:198.51.100.2; set -- ""; done'
    done = on_path(bed, "icmp", "sh", "-c", script, bed.cli, "--force-udp")
    decoder, text, answers = json.JSONDecoder(), done.stdout, []
    while text.strip():
        data, end = decoder.raw_decode(text.lstrip())
        answers.append(Answer(data).expect(200, 0))
        text = text.lstrip()[end:]
    forced, free = answers
    assert any(row.get("mtu") == 1400 for attempt in forced.attempts for row in attempt["rows"] if row["kind"] == "note"), forced.attempts
    assert any("more than 1200 octets, as the path takes packets of 1400" in note for note in free.summaries("note")), free.summaries("note")
