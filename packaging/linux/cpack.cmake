set(CPACK_GENERATOR DEB RPM)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION comm)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS OFF)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, fonts-inter, fonts-jetbrains-mono")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_RELEASE 1)
set(CPACK_RPM_COMPRESSION_TYPE xz)
set(CPACK_RPM_PACKAGE_SUMMARY "Workbench for SIP signalling")
set(CPACK_RPM_PACKAGE_DESCRIPTION ${CPACK_PACKAGE_DESCRIPTION})
set(CPACK_RPM_PACKAGE_LICENSE "GPL-3.0-or-later")
set(CPACK_RPM_PACKAGE_GROUP "Applications/Internet")
set(CPACK_RPM_PACKAGE_URL ${VIATRACE_HOMEPAGE})
set(CPACK_RPM_PACKAGE_AUTOREQ ON)
set(CPACK_RPM_PACKAGE_SUGGESTS "qt6-qtwayland")
# The same package from the same source: no time, no name of the machine.
set(CPACK_RPM_SPEC_MORE_DEFINE
  "%define use_source_date_epoch_as_buildtime 1\n%define clamp_mtime_to_source_date_epoch 1\n%define _buildhost reproducible\n%define _build_id_links none")
# Folders that belong to others.
set(folders applications metainfo mime mime/packages man man/man1 icons icons/hicolor icons/hicolor/scalable icons/hicolor/scalable/apps
  icons/hicolor/symbolic icons/hicolor/symbolic/apps bash-completion bash-completion/completions zsh zsh/site-functions fish
  fish/vendor_completions.d doc)
foreach(size 16 22 24 32 48 64 128 256 512)
  list(APPEND folders icons/hicolor/${size}x${size} icons/hicolor/${size}x${size}/apps)
endforeach()
list(TRANSFORM folders PREPEND /usr/share/)
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION ${folders})
