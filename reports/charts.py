"""Charts as plain geometry: where bars, lines and words stand, for whoever draws them.

Bars begin at nothing, and the value stands on every bar and point, so no scale is needed. Colours
are black, grey and one red for the latest value, which stays dark in a photocopy.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

Tone: TypeAlias = Literal["black", "grey", "light", "red"]
Anchor: TypeAlias = Literal["left", "center", "right"]
# How far a text of a size reaches, in points.
Measure: TypeAlias = Callable[[str, float], float]

TITLE_SIZE, LABEL_SIZE, SMALLEST = 10.5, 9.0, 5.5
BAR_SHARE = 0.55
WIDEST_BAR = 46.0
DOT = 2.6
NO_DATA = "无数据"
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle; lengths are points from the top left corner of the chart."""

    left: float
    top: float
    width: float
    height: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from point to point."""

    points: tuple[tuple[float, float], ...]
    tone: Tone
    width: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A round point."""

    x: float
    y: float
    radius: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Words:
    """A short text on one line, `x` and `baseline` where its anchor stands."""

    text: str
    x: float
    baseline: float
    size: float
    anchor: Anchor = "center"
    tone: Tone = "black"
    is_title: bool = False


Mark: TypeAlias = Bar | Stroke | Dot | Words


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a chart, with the words under it and on it; None where there is no data."""

    label: str
    value: Decimal | None
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One figure over several years, as bars or, for rates, as a line."""

    title: str
    points: tuple[Point, ...]
    kind: Literal["bars", "line"] = "bars"
    code: str = ""


@dataclass(frozen=True, slots=True)
class _Plot:
    """The room for values: slots side by side over a base line."""

    left: float
    width: float
    top: float
    base: float
    highest: Decimal

    def middle(self, place: int, count: int) -> float:
        return self.left + self.width * (place + 0.5) / count

    def level(self, value: Decimal) -> float:
        share = float(max(value, Decimal(0)) / self.highest) if self.highest else 0.0
        return self.base - (self.base - self.top) * share


def lay_out(chart: Chart, width: float, height: float, measure: Measure) -> tuple[Mark, ...]:
    """Return everything that a chart shows in a room of this size."""
    values = [one.value for one in chart.points if one.value is not None]
    plot = _Plot(
        left=0,
        width=width,
        top=TITLE_SIZE * 1.5 + LABEL_SIZE * 2.6,
        base=height - LABEL_SIZE * 1.9,
        highest=max(values, default=Decimal(0)),
    )
    drawn = _line(chart, plot) if chart.kind == "line" else _bars(chart, plot)
    return (
        _title(chart.title, width, measure),
        Stroke(((0, plot.base), (width, plot.base)), "black", 0.75),
        *drawn,
        *_labels(chart.points, plot, measure),
    )


def slot_at(chart: Chart, width: float, x: float) -> int | None:
    """Return the number of the value whose slot is at this distance from the left."""
    place = int(x * len(chart.points) / width) if width > 0 and x >= 0 else len(chart.points)
    return place if place < len(chart.points) else None


def _title(text: str, width: float, measure: Measure) -> Words:
    shown = text
    while measure(shown, TITLE_SIZE) > width and len(shown) > len(ELLIPSIS) + 1:
        shown = shown[: -1 - len(ELLIPSIS)] + ELLIPSIS if shown != text else shown[:-1] + ELLIPSIS
    return Words(shown, width / 2, TITLE_SIZE * 1.1, TITLE_SIZE, is_title=True)


def _bars(chart: Chart, plot: _Plot) -> Iterator[Mark]:
    count = len(chart.points)
    width = min(plot.width / count * BAR_SHARE, WIDEST_BAR)
    for place, point in enumerate(chart.points):
        if point.value:
            left, top = plot.middle(place, count) - width / 2, plot.level(point.value)
            yield Bar(left, top, width, plot.base - top, _tone(place, count))


def _line(chart: Chart, plot: _Plot) -> Iterator[Mark]:
    count = len(chart.points)
    run: list[tuple[float, float]] = []
    for place, point in enumerate(chart.points):
        if point.value is None:
            yield from _stroke(run)
            run = []
        else:
            run.append((plot.middle(place, count), plot.level(point.value)))
    yield from _stroke(run)
    for place, point in enumerate(chart.points):
        if point.value is not None:
            tone: Tone = "red" if place == count - 1 else "black"
            yield Dot(plot.middle(place, count), plot.level(point.value), DOT, tone)


def _stroke(run: Sequence[tuple[float, float]]) -> Iterator[Mark]:
    if len(run) > 1:
        yield Stroke(tuple(run), "grey", 1.25)


def _labels(points: Sequence[Point], plot: _Plot, measure: Measure) -> Iterator[Words]:
    """Yield the words under each slot and on each value, all as large as the widest allows."""
    count = len(points)
    room = plot.width / count * 0.96
    size = _size([one.text or NO_DATA for one in points], room, measure)
    under = _size([one.label for one in points], room, measure)
    for place, point in enumerate(points):
        x = plot.middle(place, count)
        yield Words(point.label, x, plot.base + under * 1.4, under)
        if point.value is None:
            yield Words(NO_DATA, x, plot.base - size * 0.6, size, tone="grey")
        else:
            tone: Tone = "red" if place == count - 1 else "black"
            yield Words(point.text, x, plot.level(point.value) - size * 0.6, size, tone=tone)


def _size(texts: Sequence[str], room: float, measure: Measure) -> float:
    widest = max((measure(text, LABEL_SIZE) for text in texts), default=0.0)
    return LABEL_SIZE if widest <= room else max(LABEL_SIZE * room / widest, SMALLEST)


def _tone(place: int, count: int) -> Tone:
    return "red" if place == count - 1 else "light"
