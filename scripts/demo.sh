#!/bin/sh
# Installs what is missing, builds the release, and writes the report of the
# sample water bureau into build/demo-report.
set -eu
cd "$(dirname "$0")/.."
. scripts/install_packages.sh
# shellcheck disable=SC2086
install_packages $BUILD_PACKAGES
cmake --preset demo >/dev/null
cmake --build --preset demo >build/demo/build.log 2>&1 || { cat build/demo/build.log >&2; exit 1; }
./build/demo/cli/kakehashi report --org docs/examples/midori-water.toml \
  --status docs/examples/midori-water-status.csv --on 2027-01-15 --out build/demo-report "$@"
