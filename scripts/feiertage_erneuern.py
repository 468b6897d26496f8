#!/usr/bin/env python3
"""Renews tests/fixtures/feiertage.csv, the second source against which our holidays are compared.

The dates come from the Python package `holidays` (https://github.com/vacanza/holidays, MIT licence), which is
needed for this only and never by the application. In a virtual environment:

    pip install holidays==0.109
    python scripts/feiertage_erneuern.py

A newer version is a decision: raise VERSION, run, and read the difference in the file. What changed there is
either a change of law (then also a row in src-tauri/core/src/frist/feiertage_daten.rs) or an error of theirs
(then a named exception in tests/core/feiertage.rs).
"""

import csv
import pathlib
import sys

import holidays

VERSION = "0.109"
JAHRE = range(1995, 2041)
LAENDER = "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split()
ZIEL = pathlib.Path(__file__).parent.parent / "tests" / "fixtures" / "feiertage.csv"


def tage(land, kategorien):
    """Pairs of date and name; the package joins two names of one day with a semicolon."""
    kalender = holidays.country_holidays(
        "DE", subdiv=land, years=JAHRE, categories=kategorien, language="de"
    )
    return {(tag, name) for tag in kalender for name in kalender.get_list(tag)}


def main():
    if holidays.__version__ != VERSION:
        sys.exit(f"Erwartet wird holidays {VERSION}, gefunden ist {holidays.__version__}.")
    gefunden = {}
    for land in LAENDER:
        for paar in tage(land, "public"):
            gefunden.setdefault(paar, set()).add(land)
        # A star marks a day that is a holiday in some municipalities of the Land only.
        for paar in tage(land, "catholic") - tage(land, "public"):
            gefunden.setdefault(paar, set()).add(land + "*")
    for paar in tage("Augsburg", "public") - tage("BY", ("public", "catholic")):
        gefunden.setdefault(paar, set()).add("BY*")
    with ZIEL.open("w", newline="", encoding="utf-8") as datei:
        datei.write(f"# Python package holidays {VERSION}, MIT licence; written by scripts/feiertage_erneuern.py\n")
        schreiber = csv.writer(datei, delimiter=";", lineterminator="\n")
        schreiber.writerow(["datum", "name", "laender"])
        for (tag, name), laender in sorted(gefunden.items()):
            alle = all(land in laender for land in LAENDER)
            schreiber.writerow([tag.isoformat(), name, "alle" if alle else " ".join(sorted(laender))])


if __name__ == "__main__":
    main()
