# Benchmarks: ./dev bench. Each part names its program; the programs print RATIO lines for tests/bench/run.py.
if(VIATRACE_BENCH)
  file(GLOB parts CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.bench.cmake)
  foreach(part ${parts})
    include(${part})
  endforeach()
endif()
