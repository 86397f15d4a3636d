# What stands beside the programs: everything in one folder, so that the .zip is unpacked and used.
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION . RENAME LICENSE.txt)
install(FILES ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION .)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/windows/README-zip.txt DESTINATION . RENAME README.txt)
install(CODE "set(root \"${CMAKE_FIND_ROOT_PATH}\")\nset(tools \"${CMAKE_OBJDUMP};${CMAKE_STRIP}\")\nset(compiler \"${CMAKE_CXX_COMPILER}\")")
install(SCRIPT ${CMAKE_CURRENT_SOURCE_DIR}/windows/bundle.cmake)
