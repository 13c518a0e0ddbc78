"""P10: forty figures of a file of ten years, against reading or merely scanning its rows."""

from tests.bench.our_figures import WORKS
from tests.bench.rounds import Contestant, Result, compete, python, run
from tests.bench.row import Outcome, Row, Scale
from tests.bench.table import Line

WHOLE, QUICK = 100, 2


def measure(scale: Scale) -> Outcome:
    """Measure the figures of one year and of ten."""
    office = scale.folder / "ten_years.db"
    run(python("figures_data", office, scale.pick(WHOLE, QUICK)))
    times = scale.pick(3, 1)
    contestants = [Contestant(name, python("our_figures", name, office, times)) for name in WORKS]
    return Outcome(_lines(compete(contestants, scale.rounds)))


def _lines(results: dict[str, Result]) -> list[Line]:
    cpu = {name: results[name].told["cpu"] for name in WORKS}
    return [
        Line("CPU of a year ÷ reading the rows into Python", cpu["one"] / cpu["read"], 0.05, 3),
        Line("CPU of a year ÷ a bare scan of the tables", cpu["one"] / cpu["scan"], 0.5),
        Line("CPU of ten years ÷ reading the rows into Python", cpu["ten"] / cpu["read"]),
        Line("CPU of ten years ÷ ten times a year", cpu["ten"] / cpu["one"] / 10),
        Line("CPU of a year", cpu["one"], None, 0, " ms"),
        Line("peak memory of ten years", results["ten"].peak, None, 0, " MB"),
    ]


def _title(scale: Scale) -> str:
    share = scale.pick(WHOLE, QUICK)
    return (
        f"P10 40 figures; ten years of {20 * share:,} units, {1_000 * share:,} members, "
        f"{500 * share:,} activities"
    )


ROW = Row("P10", _title, measure)
