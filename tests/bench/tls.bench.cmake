add_executable(bench_tls ${CMAKE_CURRENT_LIST_DIR}/bench_tls.cpp)
target_include_directories(bench_tls PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(bench_tls PRIVATE sipdiag Qt6::Test OpenSSL::SSL viatrace_options)
