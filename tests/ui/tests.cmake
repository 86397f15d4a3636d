sip_test(ui/tst_theme LIBS ui)
