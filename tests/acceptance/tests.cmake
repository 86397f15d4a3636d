# The window under a real X server; says 77 and which package is missing where it cannot run.
if(NOT TARGET viatrace OR NOT TARGET viatrace-cli) # the one calls the other
  return()
endif()
# The system's python3: AT-SPI's bindings are there, not in a virtual environment.
foreach(group first_steps credentials registrations calls events refusals probes road)
  add_test(NAME acceptance_${group} COMMAND /usr/bin/python3 -B ${CMAKE_CURRENT_SOURCE_DIR}/acceptance/acceptance.py
    $<TARGET_FILE:viatrace> ${group} --shots ${CMAKE_CURRENT_BINARY_DIR}/acceptance)
  set_tests_properties(acceptance_${group} PROPERTIES TIMEOUT 600 SKIP_RETURN_CODE 77 LABELS gui)
endforeach()
