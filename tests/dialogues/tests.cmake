sip_test(dialogues/tst_dialogues LIBS sipdiag)
