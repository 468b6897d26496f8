#!/usr/bin/env bash
# Everything: the gate, the command line, the pages in Chromium, the journeys in the real window.
source "$(dirname "$0")/parts.sh"
source scripts/gate.sh

# The auditor's tool is other people's code: the public sampler, in an environment of its own.
auditor_python() {
  local venv="$IKS_CACHE/auditor"
  if newer_than "$venv/stamp" tests/cli/requirements.txt; then
    python3 -m venv --clear "$venv"
    "$venv/bin/pip" install -q --disable-pip-version-check -r tests/cli/requirements.txt
    touch "$venv/stamp"
  fi
}

programs() { cargo build --workspace --locked --bins; }
command_line() { IKS_PYTHON="$IKS_CACHE/auditor/bin/python" cargo test --workspace --locked --bins --test cli; }
documentation() { cargo test --workspace --locked --doc; }

pages() { node tests/pages/lauf.mjs; }

# Software rendering without the accessibility bus: what works in a virtual screen on any machine.
journeys() {
  NO_AT_BRIDGE=1 WEBKIT_DISABLE_COMPOSITING_MODE=1 LANG=C.UTF-8 \
    dbus-run-session -- xvfb-run -a -s "-screen 0 1440x1000x24" \
    cargo test --workspace --locked --test e2e -- --test-threads=1
}

part "Einrichtung" scripts/setup.sh
gate
part "Prüferwerkzeug (Python)" auditor_python
part "Programme bauen" programs
part "Kommandozeile" command_line
part "Beispiele der Dokumentation" documentation
part "Seiten in Chromium" pages
part "Wege im echten Fenster" journeys
