sip_test(request/tst_target LIBS sipcore)
sip_test(request/tst_request_builder LIBS sipcore)
sip_test(request/tst_derived_requests LIBS sipcore)
sip_test(request/tst_revision LIBS sipcore)
