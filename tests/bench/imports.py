"""P5: a list of 20,000 units and one of 100,000 members come in."""

import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench import member_sheet, peers, unit_sheet
from tests.bench.office_files import renew
from tests.bench.rounds import ROOT, Broken, Contestant, Result, compete, python, run
from tests.bench.row import Outcome, Row, Scale
from tests.bench.table import Line

OURS, CALAMINE, OPENPYXL, PANDAS = "ours", "calamine", "openpyxl", "pandas"
TARGETS = {CALAMINE: 2.5, OPENPYXL: 0.25, PANDAS: None}


@dataclass(frozen=True, slots=True)
class _List:
    """One of the lists: who writes it, of how many rows, and which table it fills."""

    label: str
    module: str
    table: str
    count: int
    twice: int

    @property
    def records(self) -> int:
        """Return how many records it makes; some rows stand there twice."""
        return self.count - self.count // self.twice


def measure(scale: Scale) -> Outcome:
    """Measure main.py import against programs that merely read the same files."""
    readers = [name for name in TARGETS if name == CALAMINE or peers.is_installed(name)]
    lines = [line for one in _lists(scale) for line in _measured(one, readers, scale)]
    skipped = [peers.NOT_INSTALLED.format(name) for name in TARGETS if name not in readers]
    return Outcome(lines, skipped)


def _lists(scale: Scale) -> tuple[_List, _List]:
    return (
        _List("units", "unit_sheet", "unit", scale.pick(20_000, 1_000), unit_sheet.TWICE),
        _List("members", "member_sheet", "member", scale.pick(100_000, 1_000), member_sheet.TWICE),
    )


def _measured(one: _List, readers: Sequence[str], scale: Scale) -> list[Line]:
    source, empty, office = (
        scale.folder / f"{one.label}{rest}" for rest in (".xlsx", "-empty.db", "-office.db")
    )
    run(python(one.module, one.count, source, empty))
    program = (sys.executable, str(ROOT / "main.py"), "import", str(source))
    ours = Contestant(OURS, (*program, "--office", str(office)), partial(renew, empty, office))
    others = [Contestant(name, python("read_xlsx", name, source)) for name in readers]
    results = compete([ours, *others], scale.rounds)
    _insist_on_all(office, one)
    return _lines(one.label, results)


def _insist_on_all(office: Path, one: _List) -> None:
    """Refuse the measurement when records are missing or stand there twice."""
    with closing(sqlite3.connect(office)) as connection:
        found = connection.execute(f'SELECT count(*) FROM "{one.table}"').fetchone()[0]
    if found != one.records:
        raise Broken(f"{found} of {one.records} {one.label} were imported")


def _lines(label: str, results: dict[str, Result]) -> list[Line]:
    ours = results[OURS]
    ratios = [
        Line(f"{label}: CPU ÷ {name} merely reading it", ours.cpu / results[name].cpu, target)
        for name, target in TARGETS.items()
        if name in results
    ]
    return [
        *ratios,
        Line(f"{label}: wall ÷ calamine merely reading it", ours.wall / results[CALAMINE].wall),
        Line(f"{label}: CPU", ours.cpu, None, 1, " s"),
        Line(f"{label}: peak memory", ours.peak, 600, 0, " MB"),
    ]


def _title(scale: Scale) -> str:
    sizes = " and ".join(f"{one.count:,} {one.label}" for one in _lists(scale))
    return f"P5  import of {sizes}, 20 columns each: main.py import, from start to end"


ROW = Row("P5", _title, measure)
