# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases of one line: a request to kamailio, or to the peer that controls every byte."""
from bed import case

# The certificate of kamailio and of the peer is for test.invalid, 127.0.0.1 and ::1.
TRUST = ("--ca", "{certs}/ca.pem")


def kamailio_case(name, method, user_part, status, exit_code, *options, transport="udp", port=0, target_host="127.0.0.1", attempts=None, origin="wire",
                  cause=None, secret=None):
    def run(bed):
        where = f"{transport}:{target_host}:{bed.base + port}"
        ruri = user_part if user_part.startswith("sip:") else f"sip:{user_part}@127.0.0.1"
        options_here = [option.replace("{certs}", f"{bed.run_dir}/certs").replace("{latin1}", bed.latin1()) for option in options]
        bed.send(method, where, "--ruri", ruri, *options_here, secret=secret).expect(status, exit_code, origin, cause, attempts)
    run.__name__ = name
    case(run)


def raw_case(behaviour, method, transport, status, exit_code, *options, origin="wire", parameters=(), judged=True):
    def run(bed):
        port = bed.base + 110
        bed.script("rawpeer/run.sh", "-b", "-t", transport, "-p", port, behaviour, *parameters)
        try:
            trust = ("--ca", f"{bed.run_dir}/certs/ca.pem") if transport in ("tls", "wss") else ()
            bed.send(method, f"{transport}:127.0.0.1:{port}", "--ruri", f"sip:x@127.0.0.1:{port}", *trust, *options).expect(status, exit_code, origin)
            if judged:
                bed.script("rawpeer/run.sh", "-r")
        finally:
            bed.script("rawpeer/run.sh", "-s", check=False)
    run.__name__ = f"{behaviour} {method} {transport}"
    case(run)
