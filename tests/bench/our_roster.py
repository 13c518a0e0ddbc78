"""Our roster: python -m tests.bench.our_roster ROSTER.json OUT.pdf."""

import json
import sys
from pathlib import Path

from reports.blocks import Column, Document, ListHead, SignatureRow, Table
from reports.pdf.render import render
from tests.bench.roster_data import AUTHOR, DAY, SIGNATURES, TITLE


def write_roster(source: Path, target: Path) -> None:
    """Set the roster and save it."""
    given = json.loads(source.read_text(encoding="utf-8"))
    table = Table(
        [Column(f"c{n}", *column) for n, column in enumerate(given["columns"])],
        list(map(tuple, given["rows"])),
        tuple(given["total"]),
    )
    blocks = (ListHead(TITLE, f"填报单位：{AUTHOR}", DAY), table, SignatureRow(SIGNATURES))
    target.write_bytes(render(Document(TITLE, "list", blocks, author=AUTHOR)).pdf)


if __name__ == "__main__":
    write_roster(Path(sys.argv[1]), Path(sys.argv[2]))
