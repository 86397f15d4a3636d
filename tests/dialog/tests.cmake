sip_test(dialog/tst_dialog LIBS sipcore)
