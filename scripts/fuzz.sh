#!/bin/sh
# Fuzzes the readers of input: scripts/fuzz.sh MINUTES [TARGET...] runs each
# target (default: all, tests/fuzz/targets/) so many CPU minutes with libFuzzer,
# in slices and with the lowest priority, and prints what came of it.  Installs
# clang when it is missing.  Corpus, logs and totals over all runs are kept in
# build/fuzz; what fails is left in build/fuzz/found (see docs/security.md).
set -eu
cd "$(dirname "$0")/.."
case "${1:-}" in
  '' | *[!0-9.]*) sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
. scripts/install_packages.sh
# shellcheck disable=SC2086
install_packages $BUILD_PACKAGES $FUZZ_PACKAGES
cmake --preset fuzz >/dev/null
nice cmake --build --preset fuzz
exec python3 tests/fuzz/run.py build/fuzz "$@"
