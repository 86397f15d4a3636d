sip_test(practice/tst_practice_behaviours LIBS sipdiag)
sip_test(practice/tst_server_digest LIBS sipdiag)
sip_test(practice/tst_registrar LIBS sipdiag)
