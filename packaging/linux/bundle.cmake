# cmake -DPREFIX=FOLDER -P bundle.cmake: puts Qt, its plugins and the other libraries beside the programs in FOLDER/bin, so that they run
# where there is no Qt. FOLDER/../bundled lists where each file came from.
cmake_minimum_required(VERSION 3.21)
find_program(PATCHELF patchelf REQUIRED)
find_program(QMAKE NAMES qmake6 REQUIRED)
execute_process(COMMAND ${QMAKE} -query QT_INSTALL_PLUGINS OUTPUT_VARIABLE source OUTPUT_STRIP_TRAILING_WHITESPACE)
set(wanted platforms/libqxcb platforms/libqoffscreen platforms/libqwayland-generic platforms/libqwayland-egl
  wayland-shell-integration/libxdg-shell wayland-decoration-client/libbradient wayland-graphics-integration-client/libqt-plugin-wayland-egl
  xcbglintegrations/libqxcb-egl-integration xcbglintegrations/libqxcb-glx-integration
  iconengines/libqsvgicon imageformats/libqsvg platforminputcontexts/libcomposeplatforminputcontextplugin
  platforminputcontexts/libibusplatforminputcontextplugin)
foreach(name ${wanted})
  if(NOT EXISTS ${source}/${name}.so)
    message(FATAL_ERROR "${source}/${name}.so is not there; packaging/linux/packages lists what is needed")
  endif()
  get_filename_component(folder ${name} DIRECTORY)
  file(COPY ${source}/${name}.so DESTINATION ${PREFIX}/plugins/${folder})
  list(APPEND plugins ${PREFIX}/plugins/${name}.so)
  list(APPEND origins ${source}/${name}.so)
endforeach()
# Opened by QtKeychain by its name: that of the system would run on a GLib of ours, which may be the older one.
execute_process(COMMAND ${QMAKE} -query QT_INSTALL_LIBS OUTPUT_VARIABLE libs OUTPUT_STRIP_TRAILING_WHITESPACE)
set(secret ${libs}/libsecret-1.so.0)
if(NOT EXISTS ${secret})
  message(FATAL_ERROR "${secret} is not there; packaging/linux/packages lists what is needed")
endif()
# Left to the system: libc and the compiler's, what belongs to the graphics driver, the core of X, and fontconfig, which has to fit its
# configuration.
set(theirs "^ld-linux" "^lib(c|m|dl|rt|pthread|resolv|util|stdc\\+\\+|gcc_s)\\.so" "^lib(GL|EGL|OpenGL|drm|gbm|glapi)" "^libX(11|11-xcb|au|dmcp)\\."
  "^libxcb\\.so" "^lib(fontconfig|freetype|expat|z|uuid)\\.so" "^libwayland-(client|egl)\\.so")
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES ${PREFIX}/bin/viatrace ${PREFIX}/bin/viatrace-cli LIBRARIES ${secret} MODULES ${plugins}
  RESOLVED_DEPENDENCIES_VAR libraries UNRESOLVED_DEPENDENCIES_VAR lost PRE_EXCLUDE_REGEXES ${theirs})
if(lost)
  message(FATAL_ERROR "not found: ${lost}")
endif()
foreach(library ${secret} ${libraries})
  get_filename_component(real ${library} REALPATH)
  get_filename_component(name ${library} NAME)
  file(MAKE_DIRECTORY ${PREFIX}/lib)
  configure_file(${real} ${PREFIX}/lib/${name} COPYONLY)
  execute_process(COMMAND ${PATCHELF} --set-rpath $ORIGIN ${PREFIX}/lib/${name} COMMAND_ERROR_IS_FATAL ANY)
  list(APPEND origins ${library})
endforeach()
foreach(plugin ${plugins})
  execute_process(COMMAND ${PATCHELF} --set-rpath $ORIGIN/../../lib ${plugin} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
foreach(program viatrace viatrace-cli)
  execute_process(COMMAND ${PATCHELF} --set-rpath $ORIGIN/../lib ${PREFIX}/bin/${program} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
file(WRITE ${PREFIX}/bin/qt.conf "[Paths]\nPrefix = ..\nPlugins = plugins\n")
list(JOIN origins "\n" origins)
file(WRITE ${PREFIX}/../bundled "${origins}\n")
