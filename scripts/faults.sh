#!/bin/sh
# The long form of the fault and attack tests: sh scripts/faults.sh [ROUNDS [ROW...]]
# ROUNDS (25) is how often each writing command is killed and interrupted.
# Expects a built program, build/dev/cli/kakehashi or $KAKEHASHI.  Run it as the
# superuser too: lost permissions are then tried as the user nobody.
set -eu
cd "$(dirname "$0")/.."
program=${KAKEHASHI:-build/dev/cli/kakehashi}
rounds=${1:-25}
[ $# -gt 0 ] && shift
export PYTHONDONTWRITEBYTECODE=1
python3 tests/faults/faults_test.py "$program" "$rounds" "$@"
[ $# -gt 0 ] || KAKEHASHI_ATTACKS=all python3 tests/attacks/outputs_test.py "$program"
