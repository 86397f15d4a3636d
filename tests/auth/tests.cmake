sip_test(auth/tst_digest LIBS sipcore)
