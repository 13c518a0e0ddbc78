"""P5: a list of 20,000 units comes in."""

import sqlite3
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

from tests.bench import peers
from tests.bench.office_files import renew
from tests.bench.rounds import ROOT, Broken, Contestant, Result, compete, python, run
from tests.bench.row import Outcome, Row, Scale
from tests.bench.table import Line
from tests.bench.unit_sheet import TWICE

OURS, CALAMINE, OPENPYXL = "ours", "calamine", "openpyxl"


def measure(scale: Scale) -> Outcome:
    """Measure main.py import against programs that merely read the same file."""
    count = _count(scale)
    source, empty, office = (scale.folder / name for name in ("list.xlsx", "empty.db", "office.db"))
    run(python("unit_sheet", count, source, empty))
    command = (
        sys.executable,
        str(ROOT / "main.py"),
        "import",
        str(source),
        "--office",
        str(office),
    )
    contestants = [
        Contestant(OURS, command, partial(renew, empty, office)),
        Contestant(CALAMINE, python("read_xlsx", CALAMINE, source)),
    ]
    skipped = []
    if peers.is_installed(OPENPYXL):
        contestants.append(Contestant(OPENPYXL, python("read_xlsx", OPENPYXL, source)))
    else:
        skipped.append(peers.NOT_INSTALLED.format(OPENPYXL))
    results = compete(contestants, scale.rounds)
    _insist_on_all(office, count)
    return Outcome(_lines(results), skipped)


def _insist_on_all(office: Path, count: int) -> None:
    """Refuse the measurement when units are missing or stand there twice."""
    with closing(sqlite3.connect(office)) as connection:
        found = connection.execute('SELECT count(*) FROM "unit"').fetchone()[0]
    if found != count - count // TWICE:
        raise Broken(f"{found} of {count - count // TWICE} units were imported")


def _lines(results: dict[str, Result]) -> list[Line]:
    ours = results[OURS]
    lines = [Line("CPU ÷ calamine merely reading it", ours.cpu / results[CALAMINE].cpu, 2.5)]
    if OPENPYXL in results:
        lines.append(
            Line("CPU ÷ openpyxl merely reading it", ours.cpu / results[OPENPYXL].cpu, 0.25)
        )
    return [
        *lines,
        Line("wall ÷ calamine merely reading it", ours.wall / results[CALAMINE].wall),
        Line("peak memory", ours.peak, 600, 0, " MB"),
    ]


def _count(scale: Scale) -> int:
    return scale.pick(20_000, 2_000)


def _title(scale: Scale) -> str:
    return f"P5  import of {_count(scale):,} units × 20 columns: main.py import, from start to end"


ROW = Row("P5", _title, measure)
