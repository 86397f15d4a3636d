# QCustomPlot, as the target QCustomPlotQt6::QCustomPlotQt6: that of the system, or compiled in from VIATRACE_QCUSTOMPLOT_DIR for
# packages of systems that have no such library.
set(VIATRACE_QCUSTOMPLOT_DIR "" CACHE PATH "Folder of qcustomplot.cpp, to compile it in; empty: the library of the system")
if(NOT VIATRACE_QCUSTOMPLOT_DIR)
  find_package(QCustomPlotQt6 REQUIRED CONFIG)    # after Qt6 Widgets and PrintSupport, which it does not find itself
  return()
endif()
add_library(qcustomplot STATIC ${VIATRACE_QCUSTOMPLOT_DIR}/qcustomplot.cpp ${VIATRACE_QCUSTOMPLOT_DIR}/qcustomplot.h)
set_target_properties(qcustomplot PROPERTIES AUTOMOC ON POSITION_INDEPENDENT_CODE ON)
target_include_directories(qcustomplot SYSTEM PUBLIC ${VIATRACE_QCUSTOMPLOT_DIR})
target_link_libraries(qcustomplot PUBLIC Qt6::Widgets Qt6::PrintSupport)
target_compile_options(qcustomplot PRIVATE -w)
add_library(QCustomPlotQt6::QCustomPlotQt6 ALIAS qcustomplot)
