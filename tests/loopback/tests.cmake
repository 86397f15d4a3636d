sip_test(loopback/tst_udp LIBS sipcore)
