sip_test(dialog/tst_dialog LIBS sipcore)
sip_test(dialog/tst_session_timer LIBS sipcore)
sip_test(dialog/tst_subscription LIBS sipcore)
sip_test(dialog/tst_reliable_responses LIBS sipcore)
