# The built program, run as a user or a script runs it; a program of its own for each subject.
if(NOT TARGET viatrace-cli)
  return()
endif()
foreach(subject usage files paths output send auth failures names websocket calls interrupt practice probes keep_alive)
  add_test(NAME app_cli_${subject}
           COMMAND python3 -B ${CMAKE_CURRENT_SOURCE_DIR}/app/cli_${subject}_test.py $<TARGET_FILE:viatrace-cli>)
  set_tests_properties(app_cli_${subject} PROPERTIES TIMEOUT 300)
endforeach()
