sip_test(project/tst_answer_text LIBS sipdiag)
sip_test(project/tst_next_text LIBS sipdiag)
sip_test(project/tst_request_file LIBS sipdiag)
sip_test(project/tst_request_templates LIBS sipdiag)
