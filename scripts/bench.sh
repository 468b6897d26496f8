#!/usr/bin/env bash
# Figures: the core's benchmarks, then whole processes of a release build, each the best of three.
source "$(dirname "$0")/parts.sh"

work=$(mktemp -d)
release="$CARGO_TARGET_DIR/release"
export IKS_BENUTZER=qm IKS_PASSWORT=Demo-Musterkreis-2026
figures=()

micros() { tr -d '.,' <<<"$EPOCHREALTIME"; }

# measure NAME COMMAND… : seconds of the fastest of three runs.
measure() {
  local name=$1 best="" start took run
  shift
  for run in 1 2 3; do
    start=$(micros)
    RUN=$run "$@" >"$work/output" 2>&1 || { cat "$work/output"; fail "$name"; }
    took=$(($(micros) - start))
    if [[ -z $best ]] || ((took < best)); then best=$took; fi
  done
  figures+=("$name|$(awk -v t="$best" 'BEGIN { printf "%.2f", t / 1000000 }')")
}

new_demo() { "$release/iksctl" demo --daten "$work/haus$RUN"; }
chain() { "$release/iksctl" protokoll pruefe --daten "$work/haus1"; }
report() { "$release/iksctl" bericht pruefung --daten "$work/haus1" --nummer "$number" --ausgabe "$work/bericht$RUN.pdf"; }
draw() {
  "$release/iksctl" ziehe --datei "$work/million.csv" --spalte Nummer --schicht Team \
    --startwert 51703389210466257814 --anzahl 100
}
questions() {
  "$release/iksctl" rechne <"$work/fragen.jsonl" >"$work/antworten.jsonl"
  [[ $(wc -l <"$work/antworten.jsonl") == 10000 ]]
}

whole_processes() {
  measure "Demohaus anlegen" new_demo
  number=$("$release/iksctl" demo --daten "$work/haus" | grep -o -m 1 -E 'FA-[0-9]{4}-[0-9]+')
  measure "Anmelden und Protokoll prüfen" chain
  measure "Prüfbericht als PDF" report
  awk 'BEGIN { print "Nummer;Team"; for (i = 1; i <= 1000000; i++) printf "M%07d;Team %d\n", i, i % 8 }' >"$work/million.csv"
  measure "Schichtung und Ziehung aus 1.000.000 Zeilen" draw
  awk 'BEGIN { for (i = 0; i < 10000; i++) printf "{\"id\": %d, \"method\": \"upper_bound\", \"inputs\": {\"model\": \"hypergeometric\", \"population\": 1000000, \"n\": 300, \"k\": %d, \"confidence\": 0.95}}\n", i, i % 300 }' >"$work/fragen.jsonl"
  measure "10.000 Obergrenzen über iksctl rechne" questions
  printf '\nVorgang | Sekunden\n---|---\n'
  local row
  for row in "${figures[@]}"; do printf '%s | %s\n' "${row%|*}" "${row#*|}"; done
}

# The same rows through our engine and through Typst, both as PDF/A-2a. Typst comes from PyPI.
report_and_typst() {
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install -q typst==0.15.2
  for _ in 1 2 3; do
    IKS_BERICHT_ORDNER="$work" cargo bench -q --workspace --locked --bench bericht
    "$work/venv/bin/python" scripts/bench_typst.py "$work" src-tauri/core/assets/fonts
  done
}

# The same journey as in `make test`, with the release build: from the start to the first heading.
cold_start() {
  IKS_BINARY="$release/iks" NO_AT_BRIDGE=1 WEBKIT_DISABLE_COMPOSITING_MODE=1 \
    dbus-run-session -- xvfb-run -a cargo test --workspace --locked --test e2e start -- --nocapture |
    grep -E 'Kaltstart|test result'
}

part "Einrichtung" scripts/setup.sh
part "Oberfläche bauen" build_pages
part "Messungen des Kerns" cargo bench --workspace --locked --bench '*'
part "Programme bauen (release)" cargo build --release --workspace --locked --bins
part "Ganze Programme" whole_processes
part "Bericht mit 4.500 Zeilen, zum Vergleich Typst" report_and_typst
part "Kaltstart des Fensters" cold_start
