# Real SIP software; each group starts its own peer on loopback ports of its own and ends only that.
if(NOT TARGET viatrace-cli)
  return()
endif()
foreach(group kamailio ws sipp rawpeer openssl baresip dns mtu firewall line bad_names bad_tls bad_streams bad_ws)
  add_test(NAME peers_${group} COMMAND python3 -B ${CMAKE_CURRENT_SOURCE_DIR}/peers/peers_test.py $<TARGET_FILE:viatrace-cli> ${group})
  set_tests_properties(peers_${group} PROPERTIES TIMEOUT 600 SKIP_RETURN_CODE 77 LABELS peers)
endforeach()
