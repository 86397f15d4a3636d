add_executable(bench_dialogs ${CMAKE_CURRENT_LIST_DIR}/bench_dialogs.cpp)
target_link_libraries(bench_dialogs PRIVATE sipcore viatrace_options)
target_include_directories(bench_dialogs PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(bench_dialogs PRIVATE VIATRACE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
