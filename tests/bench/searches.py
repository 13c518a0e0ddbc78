"""P7: a keystroke in the search box, against a plain LIKE over four columns."""

from tests.bench.rounds import Contestant, Result, compete, python, run
from tests.bench.row import Outcome, Row, Scale
from tests.bench.table import Line

MEMBERS, QUICK_MEMBERS = 100_000, 2_000
KEYSTROKES, QUICK_KEYSTROKES = 600, 60
OURS, LIKE = "ours", "like"


def measure(scale: Scale) -> Outcome:
    """Measure what is typed keystroke by keystroke: names, sounds, ends of numbers."""
    office = scale.folder / "members.db"
    run(python("members_data", office, scale.pick(MEMBERS, QUICK_MEMBERS)))
    count = scale.pick(KEYSTROKES, QUICK_KEYSTROKES)
    contestants = [
        Contestant(name, python("our_search", name, office, count)) for name in (OURS, LIKE)
    ]
    return Outcome(_lines(compete(contestants, scale.rounds)))


def _lines(results: dict[str, Result]) -> list[Line]:
    ours, like = results[OURS].told, results[LIKE].told
    return [
        Line(
            "p95 of a keystroke ÷ a LIKE over four columns", ours["p95"] / like["median"], 0.05, 3
        ),
        Line("median of a keystroke ÷ the same", ours["median"] / like["median"], None, 3),
        Line("p95 of a keystroke", ours["p95"], None, 2, " ms"),
        Line(
            "members found of those that mention the text",
            ours["recall"],
            100,
            1,
            " %",
            at_least=True,
        ),
        Line("CPU of reading ahead", ours["read"], None, 0, " ms"),
        Line("CPU of its longest step", ours["step"], 200, 0, " ms"),
        Line("peak memory", results[OURS].peak, None, 0, " MB"),
    ]


def _title(scale: Scale) -> str:
    return f"P7  search of {scale.pick(MEMBERS, QUICK_MEMBERS):,} members while typing"


ROW = Row("P7", _title, measure)
