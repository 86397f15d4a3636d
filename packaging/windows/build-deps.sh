#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# build-deps.sh FOLDER: cross-builds what packaging/windows/sources lists into FOLDER/root, each library once for its version and for
# this file: a second run does nothing. FOLDER/root/toolchain.cmake then configures Viatrace for Windows; FOLDER/root/versions names
# what was built. About half an hour on two cores, most of it Qt; 2 GB while it builds, 200 MB afterwards.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${1:?FOLDER}
mkdir -p "$folder/root"; folder=$(cd "$folder" && pwd)
root=$folder/root
exec 9>"$folder/lock"
flock 9 # one at a time: several checkouts share the folder
jobs=${JOBS:-$(nproc)}
mingw=x86_64-w64-mingw32
cp "$here/toolchain.cmake" "$root/"

# once PACKAGE: fetches its source and calls build_PACKAGE in it, unless that was done
once() {
  local package=$1 version mark log=$folder/$1.log
  version=$(awk -v package="$package" '$1 == package { print $2 }' "$here/sources")
  mark="$version $(declare -f "build_${package//-/_}" | cat - "$here/toolchain.cmake" | sha256sum | cut -c1-16)"
  [ "$(cat "$folder/$package.built" 2>/dev/null)" = "$mark" ] && return
  printf '\033[1m%s\033[0m\n' "Building $package $version for Windows (log: $log)" >&2
  rm -rf "$folder/$package" "$folder/$package.built"
  "$here/../fetch-source.sh" "$package=$version" "$folder/$package"
  set +e # for a moment: inside a condition the commands of the function would not end it
  (set -ex; cd "$folder/$package"; "build_${package//-/_}") >"$log" 2>&1
  local status=$?
  set -e
  cp "$folder/$package/.version" "$folder/$package.version"
  [ $status -eq 0 ] || { tail -n 40 "$log" >&2; echo "build-deps: $package failed" >&2; exit 1; }
  if [ "$package" != qcustomplot ]; then rm -rf "${folder:?}/$package"; fi
  echo "$mark" >"$folder/$package.built"
}

# with_cmake OPTION...
with_cmake() {
  cmake -S . -B build-windows -G Ninja -DCMAKE_TOOLCHAIN_FILE="$root/toolchain.cmake" -DCMAKE_INSTALL_PREFIX="$root" -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache "$@"
  cmake --build build-windows --parallel "$jobs"
  cmake --install build-windows --strip
}

build_openssl() {
  # No configuration is read from anywhere; certificate authorities are those of Windows.
  ./Configure mingw64 --prefix=/ --libdir=lib --openssldir="/Program Files/Common Files/SSL" shared no-tests no-legacy no-engine no-autoload-config \
    CC="ccache $mingw-gcc-posix" AR=$mingw-ar RANLIB=$mingw-ranlib RC=$mingw-windres
  make -j"$jobs" build_libs
  make install_dev install_runtime_libs DESTDIR="$root"
}

build_c_ares() {
  with_cmake -DCMAKE_C_FLAGS="-D_WIN32_WINNT=0x0A00 -DINADDRSZ=4" -DCARES_BUILD_TOOLS=OFF -DCARES_STATIC=OFF -DCARES_SHARED=ON
}

build_yaml_cpp() {
  with_cmake -DYAML_BUILD_SHARED_LIBS=OFF -DYAML_CPP_BUILD_TESTS=OFF -DYAML_CPP_BUILD_TOOLS=OFF
}

build_cli11() {
  with_cmake -DCLI11_BUILD_TESTS=OFF -DCLI11_BUILD_EXAMPLES=OFF -DCLI11_BUILD_DOCS=OFF
}

# Is compiled into the program (cmake/qcustomplot.cmake).
build_qcustomplot() {
  test -f qcustomplot.cpp
}

# Neither the tools, which are those of the system, nor what Debian's source lacks (SQLite, wintab). TLS is our own over OpenSSL.
build_qt6_base() {
  with_cmake -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR="/usr/lib/$(dpkg-architecture -qDEB_BUILD_MULTIARCH)/cmake" -DBUILD_SHARED_LIBS=ON \
    -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF -DQT_BUILD_TOOLS_WHEN_CROSSCOMPILING=OFF \
    -DFEATURE_pkg_config=OFF -DFEATURE_dbus=OFF -DFEATURE_sql=OFF -DFEATURE_androiddeployqt=OFF -DFEATURE_tabletevent=OFF \
    -DFEATURE_vulkan=OFF -DINPUT_opengl=no -DFEATURE_printsupport=ON -DFEATURE_openssl=OFF -DFEATURE_schannel=OFF \
    -DFEATURE_system_zlib=OFF -DFEATURE_system_pcre2=OFF -DFEATURE_system_png=OFF -DFEATURE_system_jpeg=OFF -DFEATURE_system_freetype=OFF \
    -DFEATURE_system_harfbuzz=OFF -DFEATURE_zstd=OFF -DFEATURE_icu=OFF -DFEATURE_glib=OFF -DFEATURE_brotli=OFF -DFEATURE_gssapi=OFF \
    -DFEATURE_libproxy=OFF -DFEATURE_testlib=ON -DFEATURE_concurrent=OFF
  # What of others is compiled into it, for the bill of materials.
  python3 "$here/qt_parts.py" . >"$root/qt-parts.json"
}

while read -r package _; do
  case $package in ''|'#'*) continue ;; esac
  once "$package"
  printf '%s %s\n' "$package" "$(cat "$folder/$package.version")"
done <"$here/sources" >"$root/versions.new"
mv "$root/versions.new" "$root/versions"
