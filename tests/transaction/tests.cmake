sip_test(transaction/tst_tables LIBS sipcore)
sip_test(transaction/tst_machine LIBS sipcore)
sip_test(transaction/tst_transaction_layer LIBS sipcore)
sip_test(transaction/tst_seed_defects_transaction LIBS sipcore)
