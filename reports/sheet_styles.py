"""How the cells of a workbook are dressed: letters, colours, lines and where the text stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from lxml import etree

from reports.sheet_colours import colour_of

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
USUAL_POINTS: Final = 11.0
_SIDES: Final = ("top", "right", "bottom", "left")
_THICK: Final = frozenset({"thick", "double", "medium"})
_BROKEN: Final = frozenset({"dashed", "dotted", "dashDot", "dashDotDot", "hair", "slantDashDot"})
_ACROSS: Final = {"center": "middle", "centerContinuous": "middle", "right": "end", "left": "start"}
_UPRIGHT: Final = {"center": "middle", "top": "start", "bottom": "end"}

Line = Literal["", "thin", "thick", "broken"]


@dataclass(frozen=True, slots=True)
class CellLook:
    """How one cell is dressed; `lines` go round from the top, blank colours are the program's.

    `across` and `upright` say where the text stands: start, middle or end; a blank `across` goes
    by the value.
    """

    points: float = USUAL_POINTS
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    ink: str = ""
    fill: str = ""
    lines: tuple[Line, Line, Line, Line] = ("", "", "", "")
    across: str = ""
    upright: str = "end"
    is_wrapped: bool = False
    indent: int = 0


PLAIN: Final = CellLook()


def looks_of(styles: etree._Element | None, theme: Sequence[str]) -> tuple[CellLook, ...]:
    """Return the looks that cells name by their number."""
    if styles is None:
        return ()
    fonts = [_font(one, theme) for one in _children(styles, "fonts")]
    fills = [_fill(one, theme) for one in _children(styles, "fills")]
    lines = [_lines(one) for one in _children(styles, "borders")]
    found = []
    for one in _children(styles, "cellXfs"):
        look = fonts[place] if (place := _index(one, "fontId", len(fonts))) is not None else PLAIN
        if (place := _index(one, "fillId", len(fills))) is not None:
            look = replace(look, fill=fills[place])
        if (place := _index(one, "borderId", len(lines))) is not None:
            look = replace(look, lines=lines[place])
        found.append(_placed(look, one.find(f"{MAIN}alignment")))
    return tuple(found)


def number_of(text: str | None, otherwise: float) -> float:
    """Return a number that an attribute says, or another where it says none."""
    try:
        return float(text) if text else otherwise
    except ValueError:
        return otherwise


def _is_on(said: etree._Element | None) -> bool:
    """Whether an element that is true by being there is there and not told off."""
    return said is not None and said.get("val", "1") not in ("0", "false", "none")


def _children(styles: etree._Element, name: str) -> list[etree._Element]:
    parent = styles.find(f"{MAIN}{name}")
    return [] if parent is None else [one for one in parent if isinstance(one.tag, str)]


def _index(said: etree._Element, name: str, count: int) -> int | None:
    text = said.get(name, "")
    place = int(text) if text.isdecimal() else -1
    return place if 0 <= place < count else None


def _font(said: etree._Element, theme: Sequence[str]) -> CellLook:
    size = said.find(f"{MAIN}sz")
    return CellLook(
        points=number_of(size.get("val") if size is not None else None, USUAL_POINTS),
        is_bold=_is_on(said.find(f"{MAIN}b")),
        is_italic=_is_on(said.find(f"{MAIN}i")),
        is_underlined=_is_on(said.find(f"{MAIN}u")),
        ink=colour_of(said.find(f"{MAIN}color"), theme),
    )


def _fill(said: etree._Element, theme: Sequence[str]) -> str:
    pattern = said.find(f"{MAIN}patternFill")
    if pattern is None or pattern.get("patternType", "none") != "solid":
        return ""
    return colour_of(pattern.find(f"{MAIN}fgColor"), theme)


def _lines(said: etree._Element) -> tuple[Line, Line, Line, Line]:
    top, right, bottom, left = (_line(said.find(f"{MAIN}{side}")) for side in _SIDES)
    return top, right, bottom, left


def _line(said: etree._Element | None) -> Line:
    style = said.get("style", "") if said is not None else ""
    if style in ("", "none"):
        return ""
    if style in _THICK:
        return "thick"
    return "broken" if style in _BROKEN or style.startswith("mediumDash") else "thin"


def _placed(look: CellLook, said: etree._Element | None) -> CellLook:
    if said is None:
        return look
    indent = said.get("indent", "0")
    return replace(
        look,
        across=_ACROSS.get(said.get("horizontal", ""), ""),
        upright=_UPRIGHT.get(said.get("vertical", ""), "end"),
        is_wrapped=said.get("wrapText") in ("1", "true"),
        indent=int(indent) if indent.isdecimal() else 0,
    )
