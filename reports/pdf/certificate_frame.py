"""The frame of a certificate of honour, drawn with lines of our own: no seal, no emblem."""

from collections.abc import Iterator

from reports.pdf.paper import MM

RED = "0.62 0.11 0.12"
GOLD = "0.74 0.55 0.24"

_OUTER = 10 * MM
_BAND = 4.2 * MM
_BEAD = 1.5
_BEAD_STEP = 9.0
_CORNER_UNIT = 4.2
_CORNER_GAP = 2.4 * MM
# A key pattern in units from the corner it sits in: a hooked bracket, an angle, a lozenge.
_BRACKET = ((3, 14), (0, 14), (0, 0), (14, 0), (14, 3))
_ANGLE = ((3, 11), (3, 3), (11, 3), (11, 6), (6, 6), (6, 11), (3, 11))
_LOZENGE = (9.4, 9.4, 1.3)


def frame(width: float, height: float) -> Iterator[str]:
    """Give the operators of the frame of a sheet."""
    yield f"q {RED} RG 2.6 w 0 J 0 j"
    yield _rectangle(_OUTER, width, height) + " S"
    yield f"{GOLD} RG 0.9 w"
    yield _rectangle(_OUTER + _BAND, width, height) + " S"
    yield f"{GOLD} rg"
    yield from _beads(width, height)
    yield f"{RED} RG 0.4 w"
    yield _rectangle(_OUTER + _BAND + 1.1 * MM, width, height) + " S"
    yield from _corners(width, height)
    yield "Q"


def heading_flourish(left: float, right: float, middle: float) -> Iterator[str]:
    """Give a rule with a lozenge on either side of a heading that stands from left to right."""
    yield f"q {GOLD} RG {GOLD} rg 0.9 w"
    for inner, outer in ((left - 16, left - 96), (right + 16, right + 96)):
        yield f"n {inner:.2f} {middle:.2f} m {outer:.2f} {middle:.2f} l S"
        yield _lozenge(inner, middle, 4.2) + " f"
        yield _lozenge(outer, middle, 2.2) + " f"
    yield "Q"


def _rectangle(inset: float, width: float, height: float) -> str:
    return f"{inset:.2f} {inset:.2f} {width - 2 * inset:.2f} {height - 2 * inset:.2f} re"


def _beads(width: float, height: float) -> Iterator[str]:
    """Give the lozenges between the outer and the inner rule, evenly spaced on each side."""
    inset = _OUTER + _BAND / 2
    for length, is_level in ((width - 2 * inset, True), (height - 2 * inset, False)):
        count = round(length / _BEAD_STEP)
        for place in range(count + 1):
            along = inset + place * length / count
            for across in (inset, (height if is_level else width) - inset):
                x, y = (along, across) if is_level else (across, along)
                yield _lozenge(x, y, _BEAD)
    yield "f"


def _lozenge(x: float, y: float, size: float) -> str:
    return (
        f"{x - size:.2f} {y:.2f} m {x:.2f} {y + size:.2f} l "
        f"{x + size:.2f} {y:.2f} l {x:.2f} {y - size:.2f} l h"
    )


def _corners(width: float, height: float) -> Iterator[str]:
    inset = _OUTER + _BAND + 1.1 * MM + _CORNER_GAP
    unit = _CORNER_UNIT
    for x, x_way in ((inset, unit), (width - inset, -unit)):
        for y, y_way in ((inset, unit), (height - inset, -unit)):
            yield f"q {x_way} 0 0 {y_way} {x:.2f} {y:.2f} cm {RED} RG 0.36 w 2 J"
            yield _polyline(_BRACKET) + " S"
            yield _polyline(_ANGLE) + " S"
            yield _lozenge(*_LOZENGE) + " f"
            yield "Q"


def _polyline(points: tuple[tuple[float, float], ...]) -> str:
    first, *others = points
    return f"{first[0]} {first[1]} m " + " ".join(f"{x} {y} l" for x, y in others)
