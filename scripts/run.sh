#!/usr/bin/env bash
# Builds and opens the window on the demo house. Without a display the main job runs headless instead.
source "$(dirname "$0")/parts.sh"

demo="${XDG_DATA_HOME:-$HOME/.local/share}/iks-demo"
programs="$CARGO_TARGET_DIR/debug"
export IKS_BENUTZER=qm IKS_PASSWORT=Demo-Musterkreis-2026

build() { cargo build --workspace --locked --bins; }

demo_house() {
  if [[ -d $demo/haus ]]; then
    echo "Das Demohaus liegt in $demo/haus."
    return
  fi
  # Made beside and moved: a house that was interrupted half-way is never opened.
  rm -rf "$demo/haus.neu"
  mkdir -p "$demo"
  "$programs/iksctl" demo --daten "$demo/haus.neu" | tee "$demo/inhalt.txt"
  mv "$demo/haus.neu" "$demo/haus"
}

headless_report() {
  local number
  number=$(grep -o -m 1 -E 'FA-[0-9]{4}-[0-9]+' "$demo/inhalt.txt") || fail "Im Demohaus ist keine abgeschlossene Prüfung."
  mkdir -p ausgabe
  rm -f "ausgabe/$number.pdf"
  "$programs/iksctl" bericht pruefung --daten "$demo/haus" --nummer "$number" --ausgabe "ausgabe/$number.pdf"
  echo "Ohne Bildschirm: kein Fenster geöffnet. Der Prüfbericht $number des Demohauses liegt in ausgabe/$number.pdf"
}

part "Einrichtung" scripts/setup.sh
part "Oberfläche bauen" build_pages
part "Programme bauen" build
part "Demohaus" demo_house
if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
  echo
  echo "Das Fenster öffnet sich mit dem Demohaus. Anmelden: $IKS_BENUTZER / $IKS_PASSWORT (nur für die Demodaten)"
  unset IKS_BENUTZER IKS_PASSWORT
  IKS_DATEN="$demo/haus" part "Fenster" "$programs/iks"
else
  part "Prüfbericht ohne Fenster" headless_report
fi
