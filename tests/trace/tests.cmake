sip_test(trace/tst_trace LIBS sipcore)
