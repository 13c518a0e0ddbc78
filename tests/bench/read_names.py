"""Counts the names of a roster that a PDF gives back: python -m tests.bench.read_names JSON PDF."""

import json
import sys
from pathlib import Path

import pypdfium2 as pdfium

from tests.bench.roster_data import NAME


def count_names(source: Path, pdf: Path) -> tuple[int, int]:
    """Return how many names can be found in the text of a PDF, and how many there are."""
    names = [row[NAME] for row in json.loads(source.read_text(encoding="utf-8"))["rows"]]
    pages = pdfium.PdfDocument(pdf)
    texts = (page.get_textpage().get_text_range() for page in pages)
    found = set("\n".join(texts).split())
    return sum(1 for name in names if name in found), len(names)


if __name__ == "__main__":
    found, all_of_them = count_names(Path(sys.argv[1]), Path(sys.argv[2]))
    print(json.dumps({"found": found, "names": all_of_them}))
