#!/bin/sh
# Installs what is missing, builds the release, and measures: Google Benchmark
# for the parts, whole commands with hyperfine, peak memory with GNU time.
# docs/performance.md holds the figures with machine, input and command.
set -eu
cd "$(dirname "$0")/.."
. scripts/install_packages.sh
# shellcheck disable=SC2086
install_packages $BUILD_PACKAGES $TEST_PACKAGES $BENCH_PACKAGES
cmake --preset release >/dev/null
cmake --build --preset release >/dev/null
for bench in build/release/tests/bench/*_bench; do
  [ -x "$bench" ] && "$bench"
done
kakehashi=build/release/cli/kakehashi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
report="$kakehashi report --org docs/examples/midori-water.toml --status docs/examples/midori-water-status.csv --on 2027-01-15 --out $out/report"
hyperfine --warmup 3 --shell=none --output=null "$report" "$kakehashi lint" \
  "$kakehashi crosswalk mic-lg-2026 csf-2.0 --format csv"
# shellcheck disable=SC2086
/usr/bin/time -f 'report: %e s, peak %M KiB' $report >/dev/null
