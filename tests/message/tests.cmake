sip_test(message/tst_parser LIBS sipcore)
