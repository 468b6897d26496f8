#!/usr/bin/env bash
# Installs what a build and the tests need: system packages (one question for the password at most), npm packages.
source "$(dirname "$0")/parts.sh"

packages=(
  build-essential pkg-config libssl-dev                # SQLCipher's crypto
  libwebkit2gtk-4.1-dev librsvg2-dev                   # the window
  webkit2gtk-driver xvfb xauth dbus                    # journeys in the real window, without a screen
  poppler-utils qpdf                                   # tests read the PDF with other people's tools
  python3 python3-venv                                 # the auditor's public sampler
)

toolchains() {
  command -v cargo >/dev/null || fail "cargo fehlt. Bitte Rust 1.95 oder neuer einrichten (https://rustup.rs)."
  command -v node >/dev/null || fail "node fehlt. Bitte Node.js 20 oder neuer einrichten."
  local rust node
  rust=$(rustc --version | awk '{print $2}')
  node=$(node --version)
  [[ $(printf '1.95\n%s\n' "$rust" | sort -V | head -n 1) == 1.95 ]] || fail "Rust $rust ist zu alt, nötig ist 1.95."
  [[ $(printf 'v20.19\n%s\n' "$node" | sort -V | head -n 1) == v20.19 ]] || fail "Node $node ist zu alt, nötig ist 20.19."
}

chromium_there() {
  [[ -n ${IKS_CHROMIUM:-} ]] || command -v chromium >/dev/null || command -v google-chrome >/dev/null
}

system_packages() {
  local missing=() name
  for name in "${packages[@]}"; do
    dpkg -s "$name" 2>/dev/null | grep -q '^Status: .* installed$' || missing+=("$name")
  done
  # On Ubuntu the package "chromium" does not exist: there Chromium is a snap.
  if ! chromium_there && ! grep -qi '^ID=ubuntu' /etc/os-release; then missing+=(chromium); fi
  if ((${#missing[@]} == 0)); then
    echo "Alle Systempakete sind installiert."
    return
  fi
  echo "Es fehlen: ${missing[*]}"
  # One shell for both steps, so that the password is asked for once.
  local install="apt-get update -q && apt-get install -q -y --no-install-recommends ${missing[*]}"
  if ((EUID == 0)); then
    DEBIAN_FRONTEND=noninteractive sh -c "$install" </dev/null
  elif command -v sudo >/dev/null; then
    sudo env DEBIAN_FRONTEND=noninteractive sh -c "$install"
  else
    fail "Ohne sudo bitte als root ausführen: apt-get install ${missing[*]}"
  fi
}

command -v apt-get >/dev/null || fail "Dieses Skript kennt Debian 12 und Ubuntu 24.04. Auf anderen Systemen bitte von Hand: ${packages[*]} chromium"
part "Werkzeuge" toolchains
part "Systempakete" system_packages
part "npm-Pakete" npm_packages ui
part "npm-Pakete der Seitentests" npm_packages tests/pages
if ! chromium_there; then
  echo
  echo "Hinweis: Für 'make test' fehlt Chromium. Unter Ubuntu: sudo snap install chromium"
  echo "Note: 'make test' needs Chromium. On Ubuntu: sudo snap install chromium (or set IKS_CHROMIUM=/path/to/chrome)"
fi
