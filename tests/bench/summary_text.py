"""The practice town, and the text of its annual summary for peers that cannot compute one.

python -m tests.bench.summary_text OFFICE.db TEXT.json TEXT.fodt
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from models.periods import year_period
from models.practice import build_practice_town
from reports.blocks import Heading, Paragraph, SignOff, Title
from reports.summary.annual import annual_summary

YEAR = 2024
FLAT_DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.2">
<office:body><office:text>{}</office:text></office:body></office:document>"""


def prepare(office: Path, text: Path, flat: Path) -> None:
    """Make the practice town and write down its summary's paragraphs."""
    with build_practice_town(office) as store:
        blocks = annual_summary(store, year_period(YEAR)).blocks
    paragraphs: list[str] = []
    for block in blocks:
        match block:
            case Title(words) | Heading(words):
                paragraphs.append(words)
            case Paragraph():
                paragraphs.append(block.text)
            case SignOff(name, day):
                paragraphs += [name, day]
    text.write_text(json.dumps(paragraphs, ensure_ascii=False), encoding="utf-8")
    flat.write_text(FLAT_DOCUMENT.format(_tagged(paragraphs)), encoding="utf-8")


def _tagged(paragraphs: Sequence[str]) -> str:
    return "".join(f"<text:p>{escape(one)}</text:p>" for one in paragraphs)


if __name__ == "__main__":
    prepare(*map(Path, sys.argv[1:4]))
