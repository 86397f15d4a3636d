sip_test(base/tst_endpoint LIBS sipcore)
sip_test(base/tst_random LIBS sipcore)
sip_test(base/tst_expected LIBS sipcore)
sip_test(base/tst_path_mtu LIBS sipcore)
