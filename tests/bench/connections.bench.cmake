add_executable(bench_connections ${CMAKE_CURRENT_LIST_DIR}/bench_connections.cpp)
target_include_directories(bench_connections PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(bench_connections PRIVATE sipdiag Qt6::Test viatrace_options)
