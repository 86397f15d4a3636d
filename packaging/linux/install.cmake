# Desktop entry, metadata, file type, manual pages, completions, copyright and changelogs.
option(VIATRACE_DEBIAN "Install for Debian: its changelog, and completions of zsh where packages of Debian have them" OFF)
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(id org.viatrace.Viatrace)
set(desktop ${CMAKE_CURRENT_SOURCE_DIR}/desktop)
set(made ${CMAKE_CURRENT_BINARY_DIR}/made)
file(MAKE_DIRECTORY ${made})

set(RELEASES "@RELEASES@") # by release_notes.py
configure_file(${desktop}/${id}.metainfo.xml.in ${made}/metainfo.in @ONLY)

# Debian has the texts of licences in a place of its own; elsewhere they go along, with the papers of what is compiled in, which refer to
# them. bundle.sh adds those of what it adds.
set(VIATRACE_LICENCE_PLACE "On Debian systems the whole text is in /usr/share/common-licenses/GPL-3.")
if(VIATRACE_STATIC_YAML AND EXISTS /usr/share/common-licenses)
  set(place ${CMAKE_INSTALL_DOCDIR}/licences)
  set(VIATRACE_LICENCE_PLACE "The whole text is beside this file, in licences/GPL-3.")
  set(texts GPL-3)
  foreach(package libcli11-dev libqcustomplot-dev libyaml-cpp-dev qt6-translations-l10n)
    file(READ /usr/share/doc/${package}/copyright paper)
    string(REGEX MATCHALL "/usr/share/common-licenses/[A-Za-z]+([-.0-9]*[0-9])?" named "${paper}")
    list(TRANSFORM named REPLACE ".*/" "")
    list(APPEND texts ${named})
    install(FILES /usr/share/doc/${package}/copyright DESTINATION ${place} RENAME ${package}.copyright)
    list(APPEND CPACK_RPM_USER_FILELIST "%license /usr/${place}/${package}.copyright")
  endforeach()
  list(REMOVE_DUPLICATES texts)
  foreach(text ${texts})
    get_filename_component(real /usr/share/common-licenses/${text} REALPATH)
    install(FILES ${real} DESTINATION ${place} RENAME ${text})
    list(APPEND CPACK_RPM_USER_FILELIST "%license /usr/${place}/${text}")
  endforeach()
endif()
configure_file(${CMAKE_CURRENT_SOURCE_DIR}/linux/copyright.in ${made}/copyright @ONLY)
set(notes ${CMAKE_CURRENT_SOURCE_DIR}/release_notes.py)
set(changelog ${PROJECT_SOURCE_DIR}/CHANGELOG.md)
add_custom_command(OUTPUT ${made}/${id}.metainfo.xml VERBATIM DEPENDS ${notes} ${changelog} ${made}/metainfo.in
  COMMAND Python3::Interpreter ${notes} metainfo ${made}/metainfo.in ${PROJECT_VERSION} ${VIATRACE_DATE} > ${made}/${id}.metainfo.xml)
add_custom_command(OUTPUT ${made}/changelog.gz VERBATIM DEPENDS ${notes} ${changelog}
  COMMAND Python3::Interpreter ${notes} upstream > ${made}/changelog.gz)
add_custom_command(OUTPUT ${made}/changelog.Debian.gz VERBATIM DEPENDS ${notes} ${changelog}
  COMMAND Python3::Interpreter ${notes} debian ${PROJECT_VERSION}-1 ${VIATRACE_MAINTAINER} ${VIATRACE_SECONDS} > ${made}/changelog.Debian.gz)

set(reference ${CMAKE_CURRENT_SOURCE_DIR}/reference.py)
foreach(program viatrace viatrace-cli)
  list(APPEND pages ${made}/${program}.1.gz)
  list(APPEND completions ${made}/${program}.bash ${made}/_${program} ${made}/${program}.fish)
endforeach()
add_custom_command(OUTPUT ${pages} ${completions} VERBATIM DEPENDS ${reference} viatrace-cli
  COMMAND viatrace-cli describe > ${made}/description.json
  COMMAND Python3::Interpreter ${reference} ${made}/description.json ${made} ${VIATRACE_DATE})
add_custom_target(desktop_files ALL DEPENDS ${made}/${id}.metainfo.xml ${made}/changelog.gz ${made}/changelog.Debian.gz ${pages} ${completions})

install(FILES ${desktop}/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${made}/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${desktop}/${id}.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${id}.xml)
install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
foreach(program viatrace viatrace-cli)
  install(FILES ${made}/${program}.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ${program})
  install(FILES ${made}/_${program} DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/$<IF:$<BOOL:${VIATRACE_DEBIAN}>,vendor-completions,site-functions>)
  install(FILES ${made}/${program}.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endforeach()
install(FILES ${made}/copyright ${made}/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(VIATRACE_DEBIAN)
  install(FILES ${made}/changelog.Debian.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})
endif()
