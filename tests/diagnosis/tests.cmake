sip_test(diagnosis/tst_finding LIBS sipdiag)
sip_test(diagnosis/tst_auth_rules LIBS sipdiag)
sip_test(diagnosis/tst_transport_rules LIBS sipdiag)
sip_test(diagnosis/tst_answer_rules LIBS sipdiag)
