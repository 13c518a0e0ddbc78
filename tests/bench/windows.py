"""P9: the window paints before it opens the office file."""

from tests.bench.rounds import Contestant, Result, compete, python, run
from tests.bench.row import Outcome, Row, Scale
from tests.bench.table import Line

PAINTED, FILLED, BARE = "painted", "filled", "bare"


def measure(scale: Scale) -> Outcome:
    """Measure the time to the first painting against a window with nothing in it."""
    office, settings = scale.folder / "large.db", scale.folder / "settings"
    run(python("office_data", scale.pick(16_000, 1_000), office))
    contestants = (
        Contestant(PAINTED, python("our_window", office, settings, "paint")),
        Contestant(FILLED, python("our_window", office, settings, "desk")),
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
