# What every target of ours is compiled with.
add_library(viatrace_options INTERFACE)
target_compile_definitions(viatrace_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  # -Wconversion without -Wsign-conversion: Qt's sizes are signed, the standard library's are not.
  target_compile_options(viatrace_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # g++ 12 sees std::variant read before it is set when it inlines much (-O3); it is not.
    target_compile_options(viatrace_options INTERFACE $<$<CONFIG:Release>:-Wno-maybe-uninitialized>)
  endif()
  if(VIATRACE_WERROR)
    target_compile_options(viatrace_options INTERFACE -Werror)
  endif()
endif()
if(VIATRACE_SANITIZE)
  set(flags -fsanitize=${VIATRACE_SANITIZE} -fno-omit-frame-pointer)
  if(VIATRACE_SANITIZE MATCHES undefined)
    list(APPEND flags -fno-sanitize-recover=undefined)
  endif()
endif()
if(VIATRACE_COVERAGE)
  list(APPEND flags --coverage -O0)
endif()
if(flags)
  target_compile_options(viatrace_options INTERFACE ${flags})
  target_link_options(viatrace_options INTERFACE ${flags})
endif()
