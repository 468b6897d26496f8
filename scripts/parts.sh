# Sourced by the scripts beside it: where things lie, and parts that are timed and named when they fail.
# shellcheck shell=bash
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
IKS_CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/iks"
# Outside the clone: a fresh clone on the same machine builds nothing twice.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$IKS_CACHE/target}"
# A toolchain is never fetched behind the user's back.
export RUSTUP_AUTO_INSTALL=0
# Amounts and lengths are safe in JavaScript's number; the generated types say `number`.
export TS_RS_LARGE_INT=number

rows=()
current=""
work="" # a temporary folder, removed at the end

fail() {
  printf '\nFEHLER: %s\n' "$*" >&2
  exit 1
}

# part NAME COMMAND… : runs the command, keeps its duration, stops the script at the first failure.
# The command must not stand in an `if` or before `||`: bash would switch `set -e` off inside it.
part() {
  local start=$SECONDS
  current=$1
  shift
  printf '\n== %s\n' "$current"
  "$@"
  rows+=("$current|$((SECONDS - start))")
  current=""
}

# The closing table, also after a failure, so that the slow part and the broken part are both seen.
finish() {
  local status=$? row
  [[ -z $work ]] || rm -rf "$work"
  if ((${#rows[@]} > 0)); then
    printf '\nTeil | Minuten\n---|---\n'
    for row in "${rows[@]}"; do
      awk -F '|' '{ printf "%s | %.1f\n", $1, $2 / 60 }' <<<"$row"
    done
    awk -v s="$SECONDS" 'BEGIN { printf "zusammen | %.1f\n", s / 60 }'
  fi
  if ((status != 0)) && [[ -n $current ]]; then
    printf '\nFEHLER im Teil "%s" (Code %d). Die Ursache steht darüber.\n' "$current" "$status" >&2
  fi
  exit "$status"
}
trap finish EXIT

newer_than() { # newer_than STAMP PATH… : is anything under the paths newer than the stamp, or the stamp missing?
  local stamp=$1
  shift
  [[ ! -e $stamp ]] || [[ -n $(find "$@" -newer "$stamp" -print -quit) ]]
}

npm_packages() { # npm_packages FOLDER : exactly what the lockfile says, only when it changed
  if newer_than "$1/node_modules/.package-lock.json" "$1/package-lock.json"; then
    npm --prefix "$1" ci --no-audit --no-fund
    touch "$1/node_modules/.package-lock.json"
  fi
}

# Tauri embeds ui/dist when cargo builds the shell, so the pages come first.
build_pages() {
  npm_packages ui
  if newer_than ui/dist/index.html ui -path ui/node_modules -prune -o -path ui/dist -prune -o -type f ! -name '*.test.ts'; then
    npm --prefix ui run build
    touch ui/dist/index.html
  else
    echo "ui/dist ist aktuell."
  fi
}
