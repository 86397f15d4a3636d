sip_test(auth/tst_digest LIBS sipcore)
sip_test(auth/tst_auth_planner LIBS sipcore)
