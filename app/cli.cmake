add_executable(viatrace-cli main_cli.cpp command_line.cpp command_line.h
  cli/commands.h cli/connection_report.cpp cli/connection_report.h cli/demo_command.cpp cli/describe_command.cpp cli/dns_report.cpp cli/dns_report.h cli/exit_code.cpp cli/exit_code.h cli/interrupt.cpp cli/interrupt.h
  cli/json_report.cpp cli/json_report.h cli/json_text.cpp cli/json_text.h
  cli/message_file.cpp cli/message_file.h cli/message_tree.cpp cli/message_tree.h
  cli/nat_report.cpp cli/nat_report.h cli/option_checks.cpp cli/option_checks.h cli/output.cpp cli/output.h cli/practice_command.cpp
  cli/probe_options.cpp cli/probe_options.h cli/request_options.cpp cli/request_options.h
  cli/secret_source.cpp cli/secret_source.h cli/send_command.cpp cli/send_session.cpp cli/send_session.h
  cli/show_command.cpp cli/sweep_command.cpp cli/template_command.cpp cli/tls_options.cpp cli/tls_options.h cli/trace_command.cpp
  cli/value_name.h cli/ws_options.cpp cli/ws_options.h window_options.h)
target_include_directories(viatrace-cli PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(viatrace-cli PRIVATE sipdiag CLI11::CLI11 viatrace_options)
target_compile_definitions(viatrace-cli PRIVATE VIATRACE_VERSION="${PROJECT_VERSION}" QT_NO_KEYWORDS)
if(WIN32)
  viatrace_for_windows(viatrace-cli "Viatrace for the command line")
endif()
if(APPLE)
  install(TARGETS viatrace-cli RUNTIME DESTINATION viatrace.app/Contents/MacOS) # beside the window, sharing its libraries
else()
  install(TARGETS viatrace-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
