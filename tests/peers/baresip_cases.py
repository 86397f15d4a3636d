# SPDX-License-Identifier: GPL-3.0-or-later
"""baresip: a user agent that talks, behind kamailio or not."""
import json
import subprocess
import time

from bed import ALICE, HERE, OFFER, case


def start(bed):
    bed.start("kamailio")
    bed.start("baresip", "-r")
    time.sleep(1)  # bob registers


@case
def call_with_everything(bed):
    """Through kamailio with authentication: hold, resume, DTMF by INFO, BYE."""
    answer = bed.send("INVITE", f"udp:127.0.0.1:{bed.base}", "--ruri", "sip:p407.rr.bob@test.invalid", *ALICE, *OFFER, "--then", "300ms hold", "--then",
                      "300ms resume", "--then", "dtmf 5", "--then", "BYE", "--hang-up-after", "never")
    answer.expect(200, 0)
    methods = [attempt["method"] for attempt in answer.attempts]
    if [m for m in methods if m != "INVITE"] != ["INFO", "BYE"] or methods.count("INVITE") < 4:
        raise AssertionError(f"attempts are {methods}")
    bad = [(a["method"], a.get("status")) for a in answer.attempts if a.get("status") not in (200, 401, 407)]
    if bad:
        raise AssertionError(f"not accepted: {bad}")
    if "on hold" not in json.dumps(answer.data):
        raise AssertionError("no session on hold in the rows")


def called_by_baresip(bed, *steps):
    """A registration that is kept takes calls: baresip calls us through kamailio. \return the one call that came in"""
    calling = subprocess.Popen([HERE / "baresip/ctl.py", str(bed.base + 65), "=1.5", f"dial sip:alice@127.0.0.1:{bed.base}", *steps], env=bed.env,
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        answer = bed.send("REGISTER", f"udp:127.0.0.1:{bed.base}", "--ruri", "sip:test.invalid", *ALICE, "--keep-for", "7s", "--hang-up-after", "never",
                          "--answer", "INVITE: 180, 300ms 200")
    finally:
        calling.wait(20)
    answer.expect(200, 0)
    calls = answer.data.get("incoming", [])
    if [call["status"] for call in calls] != [200]:
        raise AssertionError(f"calls that came in: {[(c['method'], c['status']) for c in calls]}")
    return calls[0]


@case
def a_call_from_baresip_is_taken(bed):
    call = called_by_baresip(bed, "=2", "hangup")
    if "Session: audio" not in json.dumps(call) or not any(row["summary"].startswith("BYE") for row in call["rows"]):
        raise AssertionError("no session, or no BYE of the peer")


@case
def baresip_holds_and_resumes_its_call(bed):
    call = called_by_baresip(bed, "=1", "hold", "=1", "resume", "=1", "hangup")
    sessions = [row["summary"] for row in call["rows"] if row["summary"].startswith("Session: audio")]
    if len(sessions) != 3 or "on hold" not in sessions[1] or "on hold" in sessions[0] + sessions[2]:
        raise AssertionError(f"sessions: {sessions}")


@case
def a_message_for_baresip(bed):
    bed.send("MESSAGE", f"udp:127.0.0.1:{bed.base + 60}", "--ruri", f"sip:auto@127.0.0.1:{bed.base + 60}", "--body", "hello").expect(200, 0, attempts=1)


@case
def ringing_for_nobody_is_cancelled(bed):
    bed.send("INVITE", f"udp:127.0.0.1:{bed.base + 60}", "--ruri", f"sip:manual@127.0.0.1:{bed.base + 60}", *OFFER, "--ring-limit", "1s").expect(487, 10)


@case
def an_offer_without_a_common_codec(bed):
    offer = ("--body", OFFER[1].replace("RTP/AVP 0 8", "RTP/AVP 18").replace("a=rtpmap:0 PCMU/8000", "a=rtpmap:18 G729/8000"))
    bed.send("INVITE", f"udp:127.0.0.1:{bed.base + 60}", "--ruri", f"sip:auto@127.0.0.1:{bed.base + 60}", *offer).expect(488, 10)


@case
def without_an_offer_of_ours(bed):
    answer = bed.send("INVITE", f"tcp:127.0.0.1:{bed.base + 60}", "--ruri", f"sip:auto@127.0.0.1:{bed.base + 60};transport=tcp", "--hang-up-after", "300ms")
    answer.expect(200, 0)
    if "offered by the peer" not in json.dumps(answer.data):
        raise AssertionError("no session was agreed")
