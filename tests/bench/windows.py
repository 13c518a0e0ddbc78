"""P9: the window paints before it opens the office file."""

from functools import partial

from tests.bench.office_files import renew
from tests.bench.rounds import Contestant, Result, compete, python, run
from tests.bench.row import Outcome, Row, Scale
from tests.bench.table import Line

PAINTED, FILLED, BARE = "painted", "filled", "bare"
UNITS = 16_000  # with their history and search words they make a file of about 20 MB


def measure(scale: Scale) -> Outcome:
    """Measure the time to the first painting against a window with nothing in it."""
    fresh, office, settings = (
        scale.folder / name for name in ("fresh.db", "office.db", "settings")
    )
    run(python("office_data", scale.pick(UNITS, 1_000), fresh))
    prepare = partial(renew, fresh, office)
    contestants = (
        Contestant(PAINTED, python("our_window", office, settings, "paint"), prepare),
        Contestant(FILLED, python("our_window", office, settings, "desk"), prepare),
        Contestant(BARE, python("bare_window")),
    )
    results = compete(contestants, scale.rounds)
    return Outcome(_lines(results, office.stat().st_size / 1e6))


def _lines(results: dict[str, Result], size: float) -> list[Line]:
    painted, filled, bare = (results[name] for name in (PAINTED, FILLED, BARE))
    return [
        Line("size of the office file", size, None, 0, " MB"),
        Line("wall to the first painting ÷ a bare PySide6 window", painted.wall / bare.wall, 1.8),
        Line("CPU to the first painting ÷ a bare PySide6 window", painted.cpu / bare.cpu),
        Line(
            "wall to the first page with figures ÷ a bare PySide6 window", filled.wall / bare.wall
        ),
        Line("peak memory at the first painting", painted.peak, None, 0, " MB"),
    ]


def _title(_scale: Scale) -> str:
    return "P9  cold start from source to the first painting (no screen needed)"


ROW = Row("P9", _title, measure)
