sip_test(project/tst_request_file LIBS sipdiag)
