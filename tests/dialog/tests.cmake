sip_test(dialog/tst_dialog LIBS sipcore)
sip_test(dialog/tst_reliable_responses LIBS sipcore)
