# SPDX-License-Identifier: GPL-3.0-or-later
"""openssl s_server: certificates and handshakes that kamailio does not do."""
import itertools
import json
import os
import pathlib
import socket
import subprocess
import time

from bed import case


SIDE_BY_SIDE = 4
PORTS = itertools.count(60)  # beside the base, one for each server


def start(bed):
    bed.script("certs/make-certs.sh")


def ask_openssl(bed, server, exit_code, options=(), outcome=None, says=""):
    """\p server: options of s_server, {certs} and {run} replaced; it never answers, so that what was let in ends with the timer (exit 12)."""
    def here(text):
        return text.replace("{certs}", f"{bed.run_dir}/certs").replace("{run}", bed.run_dir)
    port = bed.base + next(PORTS)
    peer = subprocess.Popen(["openssl", "s_server", "-accept", f"127.0.0.1:{port}", "-quiet", *map(here, server)], stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        wait_for_port(port)
        answer = bed.send("OPTIONS", f"tls:127.0.0.1:{port}", "--ca", f"{bed.run_dir}/certs/ca.pem", "--timers", "fast", *map(here, options))
    finally:
        peer.kill()
        received = peer.communicate()[0]
    status, origin, cause = {12: (408, "local", "timer-f"), 14: (503, "local", "tls")}[exit_code]
    answer.expect(status, exit_code, origin, cause).shows(("tcp", "connecting"), ("tcp", "connected"), ("tls", ""), ("local", str(status)))
    last = [row["tls"] for attempt in answer.attempts for row in attempt["rows"] if "tls" in row][-1]
    if outcome and last["outcome"] != outcome:
        raise AssertionError(f"verdict {last}")
    if says not in json.dumps(answer.data):
        raise AssertionError(f"\"{says}\" is not said: {last}")
    if exit_code == 14 and b"OPTIONS sip" in received:
        raise AssertionError("something was sent after a failed check")


def openssl_case(name, server, exit_code, *options, outcome=None, says=""):
    def run(bed):
        ask_openssl(bed, server, exit_code, options, outcome, says)
    run.__name__ = f"s_server: {name}"
    case(run)


def wait_for_port(port):
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nothing listens on {port}")


GOOD = ("-cert", "{certs}/server.pem", "-key", "{certs}/server.key")
openssl_case("good", GOOD, 12, outcome="trusted")
openssl_case("SIP URI alone", ("-cert", "{certs}/server-uri.pem", "-key", "{certs}/server-uri.key"), 12, "--tls-name", "test.invalid", outcome="trusted")
openssl_case("a DNS name beside a SIP URI does not count", GOOD, 14, "--tls-name", "sip.test.invalid", outcome="refused", says="RFC 5922 7.1")
openssl_case("expired", ("-cert", "{certs}/expired.pem", "-key", "{certs}/expired.key"), 14, outcome="refused", says="ended on 2021-01-01")
NAMED = ("--tls-name", "test.invalid")


def shown(name):
    return "-cert", f"{{certs}}/{name}.pem", "-key", f"{{certs}}/{name}.key"


openssl_case("begins later", shown("not-yet"), 14, outcome="refused", says="2099-01-01")
openssl_case("wrong name", shown("other-name"), 14, *NAMED, outcome="refused", says="other.invalid, not for test.invalid")
openssl_case("CN only", shown("cn-only"), 12, *NAMED, outcome="trusted")
openssl_case("CN only, of somebody else", shown("cn-only"), 14, "--tls-name", "other.invalid", outcome="refused", says="not for other.invalid")
openssl_case("a wildcard", shown("wildcard"), 14, "--tls-name", "sip.test.invalid", outcome="refused", says="*.test.invalid")
openssl_case("self-signed", shown("self-signed"), 14, outcome="refused", says="signed by itself")
openssl_case("self-signed, given as a CA", shown("self-signed"), 12, "--ca", "{certs}/self-signed.pem", outcome="trusted")
openssl_case("a whole chain", (*shown("leaf"), "-cert_chain", "{certs}/intermediate.pem"), 12, outcome="trusted")
openssl_case("missing intermediate", shown("leaf"), 14, outcome="refused", says="the issuer CN=SIP test bed intermediate CA was not sent")
openssl_case("not for servers", shown("not-server"), 14, outcome="refused")
openssl_case("weak key", (*shown("weak"), "-cipher", "DEFAULT:@SECLEVEL=0"), 14, outcome="refused", says="1024")
openssl_case("client certificate demanded, TLS 1.3", (*GOOD, "-tls1_3", "-Verify", "1", "-verify_return_error", "-CAfile", "{certs}/ca.pem"), 14, says="certificate required")
openssl_case("client certificate of an unknown CA", (*GOOD, "-tls1_2", "-Verify", "1", "-verify_return_error", "-CAfile", "{certs}/ca.pem"), 14, "--cert", "{certs}/unknown.pem",
             "--key", "{certs}/unknown.key", outcome="failed", says="alert")
openssl_case("TLS 1.0 only", (*GOOD, "-tls1", "-cipher", "DEFAULT:@SECLEVEL=0"), 14, outcome="failed", says="version")
openssl_case("unknown CA", ("-cert", "{certs}/unknown.pem", "-key", "{certs}/unknown.key"), 14, outcome="refused", says="leaves out an intermediate")
openssl_case("unknown CA in the chain", ("-cert", "{certs}/unknown.pem", "-key", "{certs}/unknown.key", "-cert_chain", "{certs}/other-ca.pem"), 14, outcome="refused",
             says="Some other CA is not trusted here")
openssl_case("ALPN", (*GOOD, "-alpn", "sip/2"), 12, "--alpn", "sip/2", outcome="trusted", says='"alpn": "sip/2"')
openssl_case("TLS 1.1 only", (*GOOD, "-tls1_1", "-cipher", "DEFAULT:@SECLEVEL=0"), 14, outcome="failed", says="version")
openssl_case("TLS 1.1 for diagnosis", (*GOOD, "-tls1_1", "-cipher", "DEFAULT:@SECLEVEL=0"), 12, "--tls-least", "1.0", outcome="trusted", says="TLS 1.1")
openssl_case("client certificate demanded, TLS 1.2", (*GOOD, "-tls1_2", "-Verify", "1", "-verify_return_error", "-CAfile", "{certs}/ca.pem"), 14, outcome="failed",
             says="handshake failure")
openssl_case("client certificate shown", (*GOOD, "-Verify", "1", "-verify_return_error", "-CAfile", "{certs}/ca.pem"), 12, "--cert", "{certs}/client.pem", "--key",
             "{certs}/client.key", outcome="trusted", says='"client_certificate": "shown"')
openssl_case("another cipher of TLS 1.2", (*GOOD, "-tls1_2", "-cipher", "ECDHE-ECDSA-CHACHA20-POLY1305"), 12, outcome="trusted", says="CHACHA20")
openssl_case("no cipher in common", (*GOOD, "-tls1_2", "-cipher", "NULL:@SECLEVEL=0"), 14, outcome="failed", says="alert")


def staple(bed, state):
    """An OCSP answer of the CA about server.pem. \p state: V good, R revoked"""
    certs = f"{bed.run_dir}/certs"

    def openssl(*argv):
        return subprocess.run(["openssl", *argv], check=True, capture_output=True, text=True).stdout
    serial = openssl("x509", "-in", f"{certs}/server.pem", "-noout", "-serial").strip().split("=")[1]
    index = pathlib.Path(bed.run_dir) / f"index-{state}.txt"
    index.write_text("\t".join([state, "400101000000Z", "260101000000Z,keyCompromise" if state == "R" else "", serial, "unknown", "/CN=sip.test.invalid"]) + "\n")
    request, response = f"{bed.run_dir}/request.der", f"{bed.run_dir}/staple-{state}.der"
    openssl("ocsp", "-issuer", f"{certs}/ca.pem", "-cert", f"{certs}/server.pem", "-no_nonce", "-reqout", request)
    openssl("ocsp", "-index", str(index), "-CA", f"{certs}/ca.pem", "-rsigner", f"{certs}/ca.pem", "-rkey", f"{certs}/ca.key", "-reqin", request, "-respout", response,
            "-ndays", "1")
    return response


def staple_case(state, exit_code, outcome, status):
    def run(bed):
        ask_openssl(bed, (*GOOD, "-status_file", staple(bed, state)), exit_code, outcome=outcome, says=f'"status": "{status}"')
    run.__name__ = f"OCSP staple: {status}"
    case(run)


staple_case("V", 12, "trusted", "good")
staple_case("R", 14, "refused", "revoked")


@case
def key_log_opens_the_capture(bed):
    log = f"{bed.run_dir}/keys"
    port = bed.base + next(PORTS)
    peer = subprocess.Popen(["openssl", "s_server", "-accept", f"127.0.0.1:{port}", "-quiet", "-cert", f"{bed.run_dir}/certs/server.pem", "-key",
                             f"{bed.run_dir}/certs/server.key"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for_port(port)
        bed.send("OPTIONS", f"tls:127.0.0.1:{port}", "--ca", f"{bed.run_dir}/certs/ca.pem", "--timers", "fast", "--key-log", log)
    finally:
        peer.kill()
        peer.wait()
    if os.stat(log).st_mode & 0o777 != 0o600 or "CLIENT_TRAFFIC_SECRET_0" not in pathlib.Path(log).read_text():
        raise AssertionError("no key log for one pair of eyes")
