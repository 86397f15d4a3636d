sip_test(ui/tst_theme LIBS ui)
sip_test(ui/tst_composer LIBS ui)
sip_test(ui/tst_inspectors LIBS ui)
sip_test(ui/tst_inspectors_pane LIBS ui)
