add_executable(bench_reconnect ${CMAKE_CURRENT_LIST_DIR}/bench_reconnect.cpp)
target_include_directories(bench_reconnect PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(bench_reconnect PRIVATE sipdiag Qt6::Test OpenSSL::SSL viatrace_options)
