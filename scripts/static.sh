#!/bin/sh
# Builds build/static/cli/kakehashi: one static file with the data inside, for
# any x86-64 Linux.  docs/packaging.md says what it leaves out.
#
# Debian has no archive of libxlsxwriter; it is built from Debian's own source
# package, which apt-get checks, into build/static-libraries.
set -eu
cd "$(dirname "$0")/.."
. scripts/install_packages.sh
# shellcheck disable=SC2086
install_packages $BUILD_PACKAGES $STATIC_PACKAGES
libraries=$PWD/build/static-libraries
if [ ! -e "$libraries/lib/libxlsxwriter.a" ]; then
  sources=$libraries/sources
  rm -rf "$libraries"
  mkdir -p "$sources/lists/partial"
  # The machine's own list of sources is left alone.
  cat >"$sources/debian.sources" <<END
Types: deb-src
URIs: ${DEBIAN_MIRROR:-http://deb.debian.org/debian}
Suites: bookworm
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
END
  (
    cd "$sources"
    set -- -qq -o Dir::Etc::SourceList="$sources/debian.sources" -o Dir::Etc::SourceParts=/dev/null \
      -o Dir::State::Lists="$sources/lists" -o APT::Sandbox::User=root
    apt-get "$@" update
    apt-get "$@" source libxlsxwriter >/dev/null
  )
  cmake -S "$sources"/libxlsxwriter-*/ -B "$libraries/build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_INSTALL_PREFIX="$libraries" -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF \
    -DUSE_SYSTEM_MINIZIP=ON -DUSE_OPENSSL_MD5=ON \
    -DCMAKE_C_FLAGS="-fPIE -fstack-protector-strong -fstack-clash-protection -fcf-protection=full -D_FORTIFY_SOURCE=3 -ffile-prefix-map=$libraries=." \
    >/dev/null
  cmake --build "$libraries/build" --target install >/dev/null
fi
cmake --preset static -DKAKEHASHI_STATIC_LIBRARIES="$libraries" "$@" >/dev/null
cmake --build --preset static
ls -l build/static/cli/kakehashi
