"""The rows of benches/bericht.rs through Typst, for comparison: pages, time, bytes, memory.

Called by scripts/bench.sh with the folder that holds zeilen.json, and the folder of the fonts.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import typst

SOURCE = """
#set document(title: "Messung", author: "Jobcenter Musterkreis", date: datetime(year: 2026, month: 11, day: 20))
#set page(paper: "a4", margin: 25mm, numbering: "1 / 1")
#set text(font: "Source Sans 3", size: 8pt, lang: "de", hyphenate: true)
= Anlage
#let zeilen = json("zeilen.json")
#table(
  columns: (1.2fr, 1fr, 1.8fr, 1.2fr, 1.2fr, 1fr, 1.2fr, 2.2fr),
  align: (left, left, left, left, right, center, left, left),
  stroke: (x: none, y: 0.4pt),
  inset: (x: 4pt, y: 3pt),
  table.header([*Pseudonym*], [*Team*], [*Sachgebiet*], [*Datum*], [*Betrag*], [*Gezogen*], [*Ergebnis*], [*Bemerkung*]),
  ..zeilen.flatten(),
)
"""


def main() -> None:
    """One run: a second one in the same process would find the first one's results."""
    folder, fonts = Path(sys.argv[1]), Path(sys.argv[2])
    rows = json.loads((folder / "zeilen.json").read_text(encoding="utf-8"))
    source, target = folder / "messung.typ", folder / "typst.pdf"
    source.write_text(SOURCE, encoding="utf-8")
    start = time.perf_counter()
    compiler = typst.Compiler(source, root=folder, font_paths=[fonts])
    compiler.compile(output=target, format="pdf", pdf_standards=["a-2a"])
    took = time.perf_counter() - start
    info = subprocess.run(["pdfinfo", target], capture_output=True, check=True, text=True).stdout
    pages = next(int(line.split()[1]) for line in info.splitlines() if line.startswith("Pages:"))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    size = target.stat().st_size
    print(
        f"Typst | {pages} Seiten | {took * 1000:.0f} ms | {pages / took:.0f} Seiten/s"
        f" | {size} Bytes | {memory} MiB | {len(rows)} Zeilen"
    )


if __name__ == "__main__":
    main()
