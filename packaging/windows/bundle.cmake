# Run at installation: puts Qt, its plugins, the other libraries, fonts and licences beside the programs. Set by install.cmake: root
# (folders of libraries for Windows, the first is that of build-deps.sh), tools (objdump, strip), compiler.
set(into $ENV{DESTDIR}${CMAKE_INSTALL_PREFIX})
list(GET root 0 libraries)
list(GET tools 0 objdump)
list(GET tools 1 strip)
foreach(name libstdc++-6.dll libwinpthread-1.dll)
  execute_process(COMMAND ${compiler} -print-file-name=${name} OUTPUT_VARIABLE place OUTPUT_STRIP_TRAILING_WHITESPACE)
  get_filename_component(place ${place} REALPATH)
  get_filename_component(place ${place} DIRECTORY)
  list(APPEND places ${place})
endforeach()
list(APPEND places /usr/x86_64-w64-mingw32/lib)

foreach(name platforms/qwindows platforms/qoffscreen imageformats/qico)
  get_filename_component(folder ${name} DIRECTORY)
  file(INSTALL ${libraries}/plugins/${name}.dll DESTINATION ${into}/plugins/${folder})
  list(APPEND plugins ${into}/plugins/${name}.dll)
endforeach()
file(WRITE ${into}/qt.conf "[Paths]\nPrefix = .\nPlugins = plugins\n")

set(CMAKE_GET_RUNTIME_DEPENDENCIES_PLATFORM windows+pe)
set(CMAKE_GET_RUNTIME_DEPENDENCIES_TOOL objdump)
set(CMAKE_GET_RUNTIME_DEPENDENCIES_COMMAND ${objdump})
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES ${into}/viatrace.exe ${into}/viatrace-cli.exe MODULES ${plugins}
  DIRECTORIES ${libraries}/bin ${libraries}/lib ${places} RESOLVED_DEPENDENCIES_VAR found UNRESOLVED_DEPENDENCIES_VAR rest)
foreach(name ${rest}) # those of Windows have an import library in mingw-w64; api-ms-* stand for them
  string(TOLOWER ${name} name)
  string(REGEX REPLACE "\\.(dll|drv)$" "" stem ${name})
  if(NOT stem MATCHES "^api-ms-" AND NOT EXISTS /usr/x86_64-w64-mingw32/lib/lib${stem}.a)
    message(FATAL_ERROR "not found: ${name}")
  endif()
endforeach()
foreach(library ${found})
  get_filename_component(real ${library} REALPATH)
  get_filename_component(name ${library} NAME)
  configure_file(${real} ${into}/${name} COPYONLY)
  execute_process(COMMAND ${strip} --strip-unneeded ${into}/${name} COMMAND_ERROR_IS_FATAL ANY)
endforeach()

# The fonts the window is drawn for, and every licence.
file(GLOB fonts /usr/share/fonts/opentype/inter/Inter-Regular.otf /usr/share/fonts/opentype/inter/Inter-Italic.otf
  /usr/share/fonts/opentype/inter/Inter-SemiBold.otf /usr/share/fonts/opentype/inter/Inter-Bold.otf
  /usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf /usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Bold.ttf)
list(LENGTH fonts count)
if(NOT count EQUAL 6)
  message(FATAL_ERROR "fonts-inter and fonts-jetbrains-mono are not installed, or have other files")
endif()
file(INSTALL ${fonts} DESTINATION ${into}/fonts)
foreach(package libqt6core6 libssl3 libc-ares2 libyaml-cpp-dev libcli11-dev libqcustomplot-dev fonts-inter fonts-jetbrains-mono
    mingw-w64-common gcc-mingw-w64-base)
  if(NOT EXISTS /usr/share/doc/${package}/copyright)
    message(FATAL_ERROR "the package ${package}, whose licence belongs to what is packed, is not installed")
  endif()
  file(READ /usr/share/doc/${package}/copyright text)
  file(WRITE ${into}/licences/${package}.txt "${text}")
endforeach()

# The same files from the same source.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  execute_process(COMMAND find ${into} -exec touch -h -d @$ENV{SOURCE_DATE_EPOCH} {} + COMMAND_ERROR_IS_FATAL ANY)
endif()
