sip_test(sdp/tst_session_description LIBS sipcore)
sip_test(sdp/tst_offer_answer LIBS sipcore)
sip_test(sdp/tst_negotiation LIBS sipcore)
