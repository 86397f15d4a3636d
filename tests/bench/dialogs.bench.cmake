add_executable(bench_dialogs ${CMAKE_CURRENT_LIST_DIR}/bench_dialogs.cpp)
target_link_libraries(bench_dialogs PRIVATE sipcore viatrace_options)
