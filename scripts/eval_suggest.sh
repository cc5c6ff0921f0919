#!/bin/sh
# Measures `suggest`: fits its weights, ranks the rows of our tables while they
# are hidden, and NIST's mapping of CSF 2.0 to SP 800-53 where the shared folder
# is there.  docs/performance.md holds the figures.
#
# usage: sh scripts/eval_suggest.sh [PROGRAM]
# PROGRAM: a suggest_eval that is built already; else the release is built.
# KAKEHASHI_SHARED: the shared folder; else ../shared beside the checkout.
set -eu
cd "$(dirname "$0")/.."
program=${1:-}
if [ -z "$program" ]; then
  . scripts/install_packages.sh
  # shellcheck disable=SC2086
  install_packages $BUILD_PACKAGES $TEST_PACKAGES $BENCH_PACKAGES
  cmake --preset release >/dev/null
  cmake --build --preset release --target suggest_eval >/dev/null
  program=build/release/tests/suggest_eval
fi
exec "$program" . "${KAKEHASHI_SHARED:-../shared}"
