sip_test(transport/tst_transport_errors LIBS sipcore)
sip_test(transport/tst_route LIBS sipcore)
sip_test(transport/tst_transport_context LIBS sipcore)
