# SPDX-License-Identifier: GPL-3.0-or-later
"""WebSocket: kamailio on B+2 (ws) and B+3 (wss), and the peer that controls every byte."""
import subprocess

from asking import TRUST, kamailio_case, raw_case
from bed import ALICE, case


def start(bed):
    bed.start("kamailio")


for over, at in (("ws", 2), ("wss", 3)):
    trust = TRUST if over == "wss" else ()
    here = dict(transport=over, port=at)
    kamailio_case(f"OPTIONS over {over}", "OPTIONS", "ok", 200, 0, *trust, attempts=1, **here)
    kamailio_case(f"REGISTER with digest over {over}", "REGISTER", "sip:test.invalid", 200, 0, *ALICE, *trust, attempts=2, **here)
    kamailio_case(f"MESSAGE with digest over {over}", "MESSAGE", "p407.ok", 200, 0, *ALICE, *trust, "--body", "grüße", attempts=2, **here)
    kamailio_case(f"a body that is not UTF-8 over {over}", "MESSAGE", "ok", 200, 0, *trust, "--body-file", "{latin1}", **here)
    kamailio_case(f"answer of 40,000 octets over {over}", "OPTIONS", "big-40000", 200, 0, *trust, **here)
    kamailio_case(f"CANCEL over {over}", "INVITE", "ringing", 487, 10, *trust, "--ring-limit", "500ms", **here)
    kamailio_case(f"INVITE 486 over {over}", "INVITE", "code-486", 486, 10, *trust, **here)
    kamailio_case(f"path and origin are taken over {over}", "OPTIONS", "ok", 200, 0, *trust, "--ws-path", "/any?x=1", "--ws-origin", "https://example.com",
                  "--ws-header", "X-Tenant: a", **here)
    kamailio_case(f"a subprotocol nobody speaks over {over}", "OPTIONS", "ok", 503, 13, *trust, "--ws-protocol", "xmpp", origin="local", cause="ws", **here)
    for behaviour, method, status, exit_code in (("plain", "INVITE", 486, 10), ("ws-ping", "OPTIONS", 200, 0), ("ws-fragmented", "OPTIONS", 200, 0),
                                                 ("ws-fragmented", "INVITE", 486, 10), ("big-stream", "INVITE", 486, 10)):
        raw_case(behaviour, method, over, status, exit_code)
    raw_case("stall", "OPTIONS", over, 408, 12, "--timers", "fast", origin="local", parameters=("seconds=5",), judged=False)
kamailio_case("wss: the CA is not known", "OPTIONS", "ok", 503, 14, transport="wss", port=3, origin="local", cause="tls")
kamailio_case("ws where there is wss", "OPTIONS", "ok", 503, 13, transport="ws", port=3, origin="local", cause="ws")
kamailio_case("wss where there is ws", "OPTIONS", "ok", 503, 14, *TRUST, transport="wss", port=2, origin="local", cause="tls")


def steps(answer):
    return [row["ws"] for attempt in answer.attempts for row in attempt["rows"] if "ws" in row]


@case
def handshake_and_connection_are_rows(bed):
    answer = bed.send("REGISTER", f"ws:127.0.0.1:{bed.base + 2}", "--ruri", "sip:test.invalid", *ALICE, "--header", "Expires: 60").expect(200, 0)
    asked, agreed = steps(answer)[:2]
    if asked["step"] != "request" or "Sec-WebSocket-Protocol: sip" not in asked["head"] or agreed["http_status"] != 101 or agreed["subprotocol"] != "sip":
        raise AssertionError(f"steps {steps(answer)}")
    dump = subprocess.run(["kamcmd", "-s", f"unix:{bed.run_dir}/kamailio/core.ctl", "ul.dump"], capture_output=True, text=True, timeout=20)
    if ".invalid;transport=ws" not in dump.stdout:
        raise AssertionError(f"no binding of a WebSocket: {dump.stdout[-600:]}")


@case
def a_refusal_is_a_row_with_its_status(bed):
    answer = bed.send("OPTIONS", f"ws:127.0.0.1:{bed.base + 2}", "--ruri", "sip:ok@127.0.0.1", "--ws-protocol", "xmpp").expect(503, 13, "local", "ws")
    refusal = steps(answer)[-1]
    if refusal["http_status"] != 400 or "400 Bad Request" not in refusal["problem"] or answer.data["findings"][0]["rule"] != "ws.failed":
        raise AssertionError(f"{refusal} {answer.data['findings']}")
