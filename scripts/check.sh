#!/usr/bin/env bash
# The fast gate. `scripts/check.sh` is what a developer runs before each commit; test.sh starts with it.
source "$(dirname "$0")/parts.sh"
source scripts/gate.sh
part "Einrichtung" scripts/setup.sh
gate
