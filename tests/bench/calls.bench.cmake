add_executable(bench_calls ${CMAKE_CURRENT_LIST_DIR}/bench_calls.cpp)
target_link_libraries(bench_calls PRIVATE sipcore viatrace_options)
target_include_directories(bench_calls PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(bench_calls PRIVATE VIATRACE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
