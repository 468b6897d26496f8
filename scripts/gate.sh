# Sourced: the parts that `make check` and `make test` share.
# shellcheck shell=bash

prettier() { ui/node_modules/.bin/prettier "$@"; }

formatting() {
  cargo fmt --all --check
  npm --prefix ui run format:check
  prettier --check tests/pages tests/e2e/finde.js
}

pages_gate() {
  npm --prefix ui run check
  npm --prefix ui run lint
  npm --prefix ui run test
}

clippy_gate() { cargo clippy --workspace --all-targets --locked -- -D warnings; }

# The core's tests write ui/src/ipc/bindings.ts; what they write must be what was committed.
core_gate() {
  local types=ui/src/ipc/bindings.ts before
  before=$(mktemp)
  if [[ -e $types ]]; then cp "$types" "$before"; fi
  # --workspace keeps one set of features for all builds, so nothing is compiled twice.
  cargo test --workspace --locked --lib --test core
  diff -u "$before" "$types" || fail "$types war veraltet und ist jetzt neu geschrieben. Bitte mit einchecken."
  rm -f "$before"
  if [[ ${CI:-} == true ]] && git rev-parse --git-dir >/dev/null 2>&1; then git diff --exit-code -- "$types"; fi
}

rules_gate() { cargo test --workspace --locked --test ipc; }

gate() {
  part "Oberfläche bauen" build_pages
  part "Formatierung" formatting
  part "Oberfläche prüfen" pages_gate
  part "clippy" clippy_gate
  part "Kern und Typen" core_gate
  part "Architekturregeln" rules_gate
}
