# SPDX-License-Identifier: GPL-3.0-or-later
"""sipp: scripted called sides that judge the caller."""
from bed import ALICE, OFFER, case


def sipp_case(scenario, method, status, exit_code, *options, transport="udp", secret=None, origin="wire"):
    def run(bed):
        bed.script("sipp/run.sh", "-b", "-t", transport, scenario, bed.base + 100)
        try:
            where = f"{transport}:127.0.0.1:{bed.base + 100}"
            bed.send(method, where, "--ruri", f"sip:x@127.0.0.1:{bed.base + 100}", *options, secret=secret).expect(status, exit_code, origin)
            bed.script("sipp/run.sh", "-r", scenario)
        finally:
            bed.script("sipp/run.sh", "-s", scenario, check=False)
    run.__name__ = f"{scenario} {method} {transport}"
    case(run)


sipp_case("uas-basic", "INVITE", 200, 0, "--hang-up-after", "500ms")
sipp_case("uas-basic", "INVITE", 200, 0, "--hang-up-after", "500ms", transport="tcp")
sipp_case("uas-late-first-answer", "INVITE", 486, 10)
sipp_case("uas-100-then-nothing", "INVITE", 487, 10, "--ring-limit", "1s")
sipp_case("uas-cancel", "INVITE", 487, 10, "--ring-limit", "1s")
sipp_case("uas-record-route", "INVITE", 200, 0, "--hang-up-after", "500ms")
sipp_case("uas-auth-md5", "INVITE", 200, 0, *ALICE, "--hang-up-after", "500ms")
sipp_case("uas-auth-md5", "INVITE", 200, 0, *ALICE, "--hang-up-after", "500ms", transport="tcp")
sipp_case("uas-auth-int", "MESSAGE", 200, 0, *ALICE, "--body", "hello")
sipp_case("uas-auth-stale", "MESSAGE", 200, 0, *ALICE, "--body", "hello")
sipp_case("uas-auth-sha256-md5", "MESSAGE", 200, 0, *ALICE, "--body", "hello")
sipp_case("uas-auth-endless", "REGISTER", 401, 11, *ALICE)
sipp_case("uas-auth-407-401", "INVITE", 200, 0, *ALICE, "--hang-up-after", "500ms")
sipp_case("uas-503-retry-after", "INVITE", 503, 10)
sipp_case("uas-183-prack", "INVITE", 200, 0, *OFFER, "--hang-up-after", "200ms")
sipp_case("uas-early-media", "INVITE", 200, 0, *OFFER, "--hang-up-after", "200ms")
sipp_case("uas-reinvite", "INVITE", 200, 0, *OFFER, "--hang-up-after", "never")
sipp_case("uas-refer-notify", "REFER", 202, 0, "--header", "Refer-To: <sip:carol@example.com>")
sipp_case("uas-302-chain", "INVITE", 200, 0, *OFFER, "--follow-redirects", "--hang-up-after", "500ms")
# The end by "timeout" is answered with a new subscription; nobody is there any more.
sipp_case("uas-subscribe-notify", "SUBSCRIBE", 503, 13, "--header", "Event: presence", "--hang-up-after", "never", origin="local")
sipp_case("uas-options", "OPTIONS", 200, 0)
sipp_case("uas-options", "OPTIONS", 200, 0, transport="tcp")
sipp_case("uas-register-404", "REGISTER", 404, 10)
