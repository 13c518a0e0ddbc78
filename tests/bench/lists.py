"""P8: a list of very many rows is painted, jumped through and turned by the wheel."""

from tests.bench.rounds import Contestant, Result, compete, python, run
from tests.bench.row import Outcome, Row, Scale
from tests.bench.table import Line

OURS, CONSTANT, DRAWN, EMPTY = "ours", "constant", "drawn", "empty"
MOVES = {"first": "first paint", "jump": "jump to any row", "wheel": "one notch of the wheel"}


def measure(scale: Scale) -> Outcome:
    """Measure our list of members against the same view over a model of constant words."""
    office = scale.folder / "members.db"
    run(python("members_data", office, scale.pick(100_000, 10_000)))
    modes = (OURS, CONSTANT, DRAWN, EMPTY)
    contestants = [Contestant(mode, python("our_list", office, mode)) for mode in modes]
    return Outcome(_lines(compete(contestants, scale.rounds)))


def _lines(results: dict[str, Result]) -> list[Line]:
    ours, constant, drawn = (results[mode].told for mode in (OURS, CONSTANT, DRAWN))
    lines = []
    for move, words in MOVES.items():
        lines.append(Line(f"{words} ÷ the same view, constant", ours[move] / constant[move], 1.5))
        lines.append(Line(f"{words} ÷ the same, painted as ours", ours[move] / drawn[move]))
    lines.append(
        Line("wall of reading every row's number afterwards", ours["filled"], None, 0, " ms")
    )
    more = results[OURS].peak - results[EMPTY].peak
    lines.append(Line("memory over an empty view", more, 50, 0, " MB"))
    return lines


def _title(scale: Scale) -> str:
    return f"P8  list of {scale.pick(100_000, 10_000):,} members on the screen, wall"


ROW = Row("P8", _title, measure)
