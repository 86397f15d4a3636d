add_executable(bench_engine ${CMAKE_CURRENT_LIST_DIR}/bench_engine.cpp)
target_link_libraries(bench_engine PRIVATE sipcore viatrace_options)
target_include_directories(bench_engine PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(bench_engine PRIVATE VIATRACE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
