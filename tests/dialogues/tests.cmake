sip_test(dialogues/tst_dialogues LIBS sipdiag)
sip_test(dialogues/tst_rfc_flows LIBS sipdiag)
