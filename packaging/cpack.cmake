# One package with everything in it, whatever its form.
set(CPACK_PACKAGE_NAME viatrace)
set(CPACK_PACKAGE_VENDOR "The Viatrace contributors")
set(CPACK_PACKAGE_CONTACT ${VIATRACE_MAINTAINER})
set(CPACK_PACKAGE_HOMEPAGE_URL ${VIATRACE_HOMEPAGE})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "workbench for SIP signalling")
set(CPACK_PACKAGE_DESCRIPTION
"Compose a SIP request, send it with a real user agent client, and see in one
live ladder everything that happened on the way: every DNS record, connection
and certificate, every send and resend, every timer, every digest sum, every
answer, and, when it fails, why. The same without a window in viatrace-cli, for
scripts. A practice server on this computer is included.")
set(CPACK_PACKAGE_INSTALL_DIRECTORY Viatrace)
set(CPACK_PACKAGE_EXECUTABLES viatrace Viatrace)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_OUTPUT_FILE_PREFIX ${PROJECT_BINARY_DIR}/packages)
set(CPACK_THREADS 0)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)

# Each system has a file of its own, for its generators; macOS does without CPack (packaging/macos/package.sh).
if(WIN32)
  include(windows/cpack.cmake)
  include(CPack)
elseif(UNIX AND NOT APPLE)
  include(linux/cpack.cmake)
  include(CPack)
endif()
