"""P12: one form is saved, with its history."""

import shutil

from tests.bench.rounds import Contestant, Result, compete, python, run
from tests.bench.row import Outcome, Row, Scale
from tests.bench.table import Line

OURS, BARE = "ours", "bare"


def measure(scale: Scale) -> Outcome:
    """Measure saving a unit against committing one changed row to the same file."""
    office, copy = scale.folder / "forms.db", scale.folder / "bare.db"
    run(python("office_data", 1_000, office))
    shutil.copy(office, copy)
    times = scale.pick(200, 20)
    contestants = (
        Contestant(OURS, python("our_saves", office, times)),
        Contestant(BARE, python("bare_saves", copy, times)),
    )
    return Outcome(_lines(compete(contestants, scale.rounds)))


def _lines(results: dict[str, Result]) -> list[Line]:
    ours, bare = results[OURS].told, results[BARE].told
    return [
        Line("CPU ÷ the bare SQLite commit", ours["cpu"] / bare["cpu"], 2.0),
        Line("wall ÷ the bare SQLite commit", ours["wall"] / bare["wall"]),
        Line("wall of one save", ours["wall"], None, 1, " ms"),
    ]


def _title(_scale: Scale) -> str:
    return "P12 save of one form among 1,000 units, history and search words included, warm"


ROW = Row("P12", _title, measure)
