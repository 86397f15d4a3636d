# What every target of ours is compiled with.
add_library(viatrace_options INTERFACE)
target_compile_definitions(viatrace_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  # -Wconversion without -Wsign-conversion: Qt's sizes are signed, the standard library's are not.
  target_compile_options(viatrace_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
  if(VIATRACE_WERROR)
    target_compile_options(viatrace_options INTERFACE -Werror)
  endif()
endif()
if(VIATRACE_SANITIZE STREQUAL "address+undefined")
  set(flags -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
elseif(VIATRACE_SANITIZE)
  set(flags -fsanitize=${VIATRACE_SANITIZE} -fno-omit-frame-pointer)
endif()
if(VIATRACE_COVERAGE)
  list(APPEND flags --coverage -O0)
endif()
if(flags)
  target_compile_options(viatrace_options INTERFACE ${flags})
  target_link_options(viatrace_options INTERFACE ${flags})
endif()
