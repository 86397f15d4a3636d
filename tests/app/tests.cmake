# The built program, run as a user or a script runs it.
if(NOT TARGET viatrace-cli)
  return()
endif()
add_test(NAME app_cli COMMAND python3 -B ${CMAKE_CURRENT_SOURCE_DIR}/app/cli_test.py $<TARGET_FILE:viatrace-cli>)
set_tests_properties(app_cli PROPERTIES TIMEOUT 300)
