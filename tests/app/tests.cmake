# The built programs, run as a user or a script runs them; a program of its own for each subject.
if(TARGET viatrace AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
  add_test(NAME app_window COMMAND python3 -B ${CMAKE_CURRENT_SOURCE_DIR}/app/window_test.py $<TARGET_FILE:viatrace>)
  set_tests_properties(app_window PROPERTIES TIMEOUT 60)
endif()
if(NOT TARGET viatrace-cli)
  return()
endif()
foreach(subject usage files paths output send auth failures names websocket calls interrupt practice probes keep_alive)
  add_test(NAME app_cli_${subject}
           COMMAND python3 -B ${CMAKE_CURRENT_SOURCE_DIR}/app/cli_${subject}_test.py $<TARGET_FILE:viatrace-cli>)
  set_tests_properties(app_cli_${subject} PROPERTIES TIMEOUT 300)
endforeach()
