sip_test(loopback/tst_udp LIBS sipcore)
sip_test(loopback/tst_tcp LIBS sipcore)
