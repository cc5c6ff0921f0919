#!/bin/sh
# Installs what is missing, builds, and runs every test: the dev preset with the
# header check, clang-tidy over the library and the program, then the tests
# again under AddressSanitizer and UBSan, but for those labelled "long".
# Arguments name the workflows to run whole instead: dev asan tidy release (asan
# then runs every test, tidy reads the tests too).
set -eu
cd "$(dirname "$0")/.."
. scripts/install_packages.sh
# shellcheck disable=SC2086
install_packages $BUILD_PACKAGES $TEST_PACKAGES
case " $* " in *" release "*)
  # shellcheck disable=SC2086
  install_packages $BENCH_PACKAGES ;;
esac
export CTEST_PARALLEL_LEVEL="${CTEST_PARALLEL_LEVEL:-$(nproc)}"
if [ $# -gt 0 ]; then
  for preset in "$@"; do
    cmake --workflow --preset "$preset"
  done
  exit 0
fi
cmake --workflow --preset dev
# What the preset compiles of the library and the program.
jq -r '.[].file' build/dev/compile_commands.json | grep -E "^$PWD/(mapper|cli)/" | sort -u |
  xargs -d '\n' -n 4 -P "$(nproc)" clang-tidy -p build/dev --quiet --warnings-as-errors='*'
cmake --preset asan
cmake --build --preset asan
ctest --preset asan -LE long
