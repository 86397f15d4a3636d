# libFuzzer targets; clang only. ./dev fuzz runs them, each with the seeds of corpus/<name>.
if(VIATRACE_FUZZ)
  add_custom_target(fuzzers)
  # What is fuzzed needs the coverage counters too.
  foreach(library sipcore sipdiag)
    target_compile_options(${library} PRIVATE -fsanitize=fuzzer-no-link)
  endforeach()

  # fuzz_target(message LIBS sipcore): fuzz_message from fuzz_message.cpp, part of the target `fuzzers`.
  function(fuzz_target name)
    cmake_parse_arguments(arg "" "" "LIBS;SOURCES" ${ARGN})
    add_executable(fuzz_${name} ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/fuzz_${name}.cpp ${arg_SOURCES})
    target_include_directories(fuzz_${name} PRIVATE ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/..)
    set_target_properties(fuzz_${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(fuzz_${name} PRIVATE ${arg_LIBS} viatrace_options)
    target_compile_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzzers fuzz_${name})
  endfunction()

  fuzz_target(message LIBS sipcore)
  fuzz_target(uri LIBS sipcore)
  fuzz_target(headers LIBS sipcore)
  fuzz_target(auth_value LIBS sipcore)
  fuzz_target(digest LIBS sipcore)
  fuzz_target(stream_framer LIBS sipcore)
  fuzz_target(request_file LIBS sipdiag)
  fuzz_target(user_agent LIBS sipcore)
endif()
