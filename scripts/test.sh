#!/bin/sh
# Installs what is missing, builds, and runs every test: the dev preset with
# the header check, then all tests under AddressSanitizer and UBSan, then
# clang-tidy.  Arguments name the presets to run instead: dev asan tidy release.
set -eu
cd "$(dirname "$0")/.."
. scripts/install_packages.sh
# shellcheck disable=SC2086
install_packages $BUILD_PACKAGES $TEST_PACKAGES
case " $* " in *" release "*)
  # shellcheck disable=SC2086
  install_packages $BENCH_PACKAGES ;;
esac
for preset in "${@:-dev asan tidy}"; do
  for name in $preset; do
    echo "== $name" >&2
    cmake --workflow --preset "$name"
  done
done
