sip_test(ua/tst_user_agent_client LIBS sipcore)
sip_test(ua/tst_invite LIBS sipcore)
sip_test(ua/tst_engine LIBS sipdiag)
sip_test(ua/tst_seed_defects_ua LIBS sipcore)
