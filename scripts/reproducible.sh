#!/bin/sh
# Proves that a build can be made again: the committed source is built in two
# directories of different length, with another language and time zone, and the
# program, the .deb and the archive are compared byte by byte.  The umask is
# 022: CPack writes the modes of a .deb's three parts by it.
#
# usage: sh scripts/reproducible.sh [CMAKE-OPTION...]
# With -DCMAKE_CXX_FLAGS_RELEASE=-O1 it takes less time and proves nearly as much.
# JOBS: how many compilers at once.
set -eu
cd "$(dirname "$0")/.."
. scripts/install_packages.sh
# shellcheck disable=SC2086
install_packages $BUILD_PACKAGES
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH CCACHE_DISABLE=1

build() { # DIRECTORY CMAKE-OPTION...
  mkdir -p "$1"
  git archive HEAD | tar -C "$1" -xf -
  (
    cd "$1"
    shift
    cmake --preset demo "$@" >/dev/null
    cmake --build --preset demo -j "${JOBS:-$(nproc)}" >build/build.log 2>&1 || { tail -50 build/build.log >&2; exit 1; }
    cd build/demo && cpack >/dev/null
  )
}
umask 022
(TZ=UTC LC_ALL=C.UTF-8 && export TZ LC_ALL && build "$work/a" "$@")
(TZ=Asia/Tokyo LC_ALL=C && export TZ LC_ALL && build "$work/another/and longer/directory" "$@")
cd "$work"
for name in cli/kakehashi kakehashi.cdx.json $(cd a/build/demo && ls packages/*.deb packages/*.tar.gz); do
  first="a/build/demo/$name"
  second="another/and longer/directory/build/demo/$name"
  if ! cmp "$first" "$second"; then
    echo "not the same: $name" >&2
    exit 1
  fi
  (cd a/build/demo && sha256sum "$name")
done
