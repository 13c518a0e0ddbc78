"""FORM: the largest forms built and shown, against as many bare labels and lines of Qt."""

from tests.bench.rounds import Contestant, Result, compete, python
from tests.bench.row import Outcome, Row, Scale
from tests.bench.table import Line

OURS, DRESSED, BARE = "ours", "dressed", "bare"
LONGEST_MILLISECONDS = 200


def measure(scale: Scale) -> Outcome:
    """Measure how long it takes until a form of seventy fields can be typed into."""
    contestants = [Contestant(name, _command(name, scale)) for name in (OURS, DRESSED, BARE)]
    return Outcome(_lines(compete(contestants, scale.rounds)))


def _command(name: str, scale: Scale) -> tuple[str, ...]:
    return python("our_forms", name, scale.folder, scale.pick(10, 2))


def _lines(results: dict[str, Result]) -> list[Line]:
    ours, dressed, bare = (results[name].told for name in (OURS, DRESSED, BARE))
    return [
        Line("CPU of 68 fields ÷ a bare Qt form", ours["hardship_cpu"] / bare["hardship_cpu"]),
        Line(
            "CPU of 68 fields ÷ the same bare form in our style sheet",
            ours["hardship_cpu"] / dressed["hardship_cpu"],
        ),
        Line("CPU of the members' form ÷ a bare Qt form", ours["member_cpu"] / bare["member_cpu"]),
        Line("CPU of the units' form ÷ a bare Qt form", ours["unit_cpu"] / bare["unit_cpu"]),
        Line("CPU of 68 fields", ours["hardship_cpu"], LONGEST_MILLISECONDS, 0, " ms"),
        Line("wall of 68 fields", ours["hardship_wall"], LONGEST_MILLISECONDS, 0, " ms"),
    ]


def _title(_scale: Scale) -> str:
    return "FORM the largest form (a hardship file) built and shown"


ROW = Row("FORM", _title, measure)
