#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names in targets: DNS server, plan, fail-over and drill. Usage: cli_names_test.py CLI [NAME-PART]"""
import json

from cli_runner import Practice, case, check, main, rows, run, send_json


@case
def a_name_without_a_dns_server_is_exit_15():
    report = send_json("--resolver", "127.0.0.1:1", "OPTIONS", "sip:example.com")
    result = report["result"]
    check((result["status"], result["origin"], result["cause"], result["exit"]) == (503, "local", "dns", 15), result)
    check("127.0.0.1:1 cannot be reached" in json.dumps(report["rows"]), "no row says why")
    wrong = run("send", "--resolver", "dns.example.com", "OPTIONS", "sip:example.com")
    check(wrong.returncode == 64 and "--resolver" in wrong.stderr, wrong.stderr)


def dns_rows(report):
    return [row for part in [*report["attempts"], report] for row in part["rows"] if row["kind"] == "dns"]


@case
def names_lead_to_the_practice_server():
    with Practice("ok", "--dns", "0") as server:
        def by_name(name, *options):
            return send_json("--resolver", server.dns, *options, "OPTIONS", f"sip:{name}.practice.invalid")
        good = by_name("ok")
        check(good["result"]["status"] == 200 and good["attempts"][0]["target"] == "udp:" + server.udp, good["result"])
        plan = [row for row in dns_rows(good) if "targets" in row]
        check(len(plan) == 1 and all(t["why"] and t["ttl"] == 5 for t in plan[0]["targets"]), plan)
        check({"R3263.4.1-6"} <= {d["rule"] for d in plan[0]["decisions"]}, plan)
        check(all(row["server"] == server.dns for row in dns_rows(good) if "result" in row), dns_rows(good))
        check("SRV _sip._udp.ok.practice.invalid: 1 record" in run("send", "--resolver", server.dns, "OPTIONS", "sip:ok.practice.invalid").stdout)
        over = by_name("srv-dead-first", "--pin", "udp:sip.practice.invalid")
        check([a["why"] for a in over["attempts"]] == ["initial"] + ["failover"] * (len(over["attempts"]) - 1) and len(over["attempts"]) > 1, over)
        check(over["result"]["status"] == 200 and over["attempts"][0]["target"] == "udp:127.0.0.1:1", over["attempts"])
        check(by_name("ok", "--pin", "tcp:127.0.0.1")["attempts"][0]["target"] == "tcp:" + server.tcp)
        check(by_name("ok", "--pin", "192.0.2.1")["result"]["exit"] == 15)
        drill = by_name("ok", "--families", "ipv4", "--pretend-dead", "udp:127.0.0.1", "--timers", "t1=5ms")
        check([(a["target"], a["sends"]) for a in drill["attempts"]] == [("udp:" + server.udp, 0), ("tcp:" + server.tcp, 1)], drill["attempts"])
        for name, words in (("nxdomain", "NXDOMAIN"), ("servfail", "SERVFAIL"), ("cname-loop", "circle")):
            bad = by_name(name)
            check(bad["result"]["exit"] == 15 and words in json.dumps(bad["rows"]), name, bad["rows"])
        cut = by_name("truncated", "--families", "ipv4")
        check(cut["result"]["status"] == 200 and any(row.get("truncated") and row.get("tcp") for row in dns_rows(cut)), dns_rows(cut))
        check(by_name("slow", "--families", "ipv4")["result"]["status"] == 200)


@case
def the_way_folds_into_one_line():
    with Practice("ok", "--dns", "0") as server:
        words = ("send", "--resolver", server.dns, "OPTIONS", "sip:ok.practice.invalid")
        plain, folded = run(*words).stdout, run(*words[:1], "--fold", "dns,tcp", *words[1:]).stdout
        check("SRV _sip._udp" in plain and "folded" not in plain, plain)
        check("SRV _sip._udp" not in folded and " rows of dns folded" in folded and "200 OK" in folded, folded)
        bad = run("send", "--fold", "dns", "--resolver", server.dns, "OPTIONS", "sip:servfail.practice.invalid").stdout
        check("SERVFAIL" in bad, "trouble is folded away", bad)
        check(run("send", "--fold", "timer", *words[1:]).returncode == 64)


@case
def what_the_server_saw_of_us_is_told():
    def register(server, *options):
        return ("send", *options, "REGISTER", "udp:" + server.udp, "--ruri", "sip:practice.invalid",
                "--header", "From: <sip:1001@practice.invalid>", "--header", "Contact: <sip:1001@192.168.1.9:5060>")
    with Practice("nat") as server:
        nat = send_json(*register(server)[1:])["nat"]
        check((nat["received"], nat["rport"], nat["seen"]) == ("203.0.113.77", 40000, "203.0.113.77:40000"), nat)
        check(nat["contact"] == "sip:1001@192.168.1.9:5060" and nat["public_contact"] == "<sip:1001@203.0.113.77:40000>", nat)
        ids = {one["id"]: one for one in nat["verdicts"]}
        check({"address-translated", "port-translated", "contact-private", "contact-kept"} == set(ids), ids)
        check(all(one["rule"] and one["text"] for one in nat["verdicts"]) and ids["contact-private"]["weight"] == "warning", ids)
        shown = run(*register(server)).stdout
        check("NAT: sent from 127.0.0.1:" in shown and "rport 40000" in shown and "address-translated:" in shown, shown)
    with Practice("ok") as server:
        report = send_json("OPTIONS", "udp:" + server.udp)
        check([one["id"] for one in report["nat"]["verdicts"]][0] == "none", report["nat"])
        check("NAT:" not in run("send", "OPTIONS", "udp:" + server.udp).stdout)
        check("NAT:" in run("send", "-v", "OPTIONS", "udp:" + server.udp).stdout)


main()
