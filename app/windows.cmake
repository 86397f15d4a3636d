# viatrace_for_windows(TARGET DESCRIPTION): icon, version and manifest in the program file; the console speaks UTF-8.
set(VIATRACE_WINDOWS_ICON ${CMAKE_CURRENT_BINARY_DIR}/viatrace.ico CACHE INTERNAL "")
find_program(CONVERT convert REQUIRED)
foreach(size 16 24 32 48 64 128 256)
  list(APPEND pictures ${VIATRACE_ICON_FOLDER}/viatrace-${size}.png)
endforeach()
add_custom_command(OUTPUT ${VIATRACE_WINDOWS_ICON} DEPENDS icons VERBATIM COMMAND ${CONVERT} ${pictures} ${VIATRACE_WINDOWS_ICON})
add_custom_target(windows_icon DEPENDS ${VIATRACE_WINDOWS_ICON})

function(viatrace_for_windows program description)
  configure_file(${CMAKE_CURRENT_SOURCE_DIR}/windows.rc.in ${program}.rc @ONLY)
  target_sources(${program} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${program}.rc)
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${program}.rc PROPERTIES OBJECT_DEPENDS
    "${VIATRACE_WINDOWS_ICON};${CMAKE_CURRENT_SOURCE_DIR}/windows.manifest")
  add_dependencies(${program} windows_icon)
endfunction()
