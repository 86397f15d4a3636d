# The languages of the window.
add_test(NAME translations COMMAND python3 -B ${CMAKE_CURRENT_SOURCE_DIR}/packaging/translations_test.py)
set_tests_properties(translations PROPERTIES TIMEOUT 180)

# What lies beside an installed program: desktop entry, metadata, file type, icons, manual pages, completions.
if(NOT UNIX OR APPLE OR NOT TARGET viatrace OR NOT TARGET viatrace-cli)
  return()
endif()
add_test(NAME packaging_integration COMMAND python3 -B ${CMAKE_CURRENT_SOURCE_DIR}/packaging/integration_test.py ${CMAKE_BINARY_DIR})
set_tests_properties(packaging_integration PROPERTIES TIMEOUT 180 ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
