sip_test(transaction/tst_tables LIBS sipcore)
sip_test(transaction/tst_machine LIBS sipcore)
