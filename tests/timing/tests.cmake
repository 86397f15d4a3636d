sip_test(timing/tst_deadline_queue LIBS sipcore)
sip_test(timing/tst_qt_scheduler LIBS sipcore)
sip_test(timing/tst_timer_values LIBS sipcore)
