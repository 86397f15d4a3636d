sip_test(flow/tst_capabilities LIBS sipdiag)
sip_test(flow/tst_flow_builder LIBS sipdiag)
sip_test(flow/tst_flow_text LIBS sipdiag)
sip_test(flow/tst_registration LIBS sipdiag)
