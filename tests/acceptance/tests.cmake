# The window under a real X server; says 77 and which package is missing where it cannot run.
if(NOT TARGET viatrace)
  return()
endif()
# The system's python3: AT-SPI's bindings are there, not in a virtual environment.
add_test(NAME acceptance COMMAND /usr/bin/python3 -B ${CMAKE_CURRENT_SOURCE_DIR}/acceptance/acceptance.py $<TARGET_FILE:viatrace>
  --shots ${CMAKE_CURRENT_BINARY_DIR}/acceptance)
set_tests_properties(acceptance PROPERTIES TIMEOUT 900 SKIP_RETURN_CODE 77 LABELS gui)
