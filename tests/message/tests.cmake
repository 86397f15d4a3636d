sip_test(message/tst_parser LIBS sipcore)
sip_test(message/tst_lint LIBS sipcore)
