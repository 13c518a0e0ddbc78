"""What the styles of a workbook say that filling a form must know, and how a stored number shows."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from models.county_forms.parts import Element
from models.sheets.workbook import DAYS_FROM_1900_TO_1904
from models.values.wording import plain

GENERAL = "General"
TEXT = "@"
_BUILT_IN = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    49: TEXT,
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "h:mm"),
}
# What a number format says literally: quoted, escaped, or in brackets.
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
FIRST_DAY = date(1899, 12, 30)
_LATEST_SERIAL = 2_958_465


@dataclass(frozen=True, slots=True)
class Style:
    """One of the cell styles of a workbook."""

    number_format: str = GENERAL
    is_boxed: bool = False
    is_locked: bool = True
    indent: int = 0


def styles_in(sheet: Element | None) -> list[Style]:
    """Return the cell styles of a workbook in their order."""
    if sheet is None:
        return []
    formats = dict(_BUILT_IN)
    for one in sheet.iter("numFmt"):
        formats[int(one.get("numFmtId", "0"))] = one.get("formatCode", GENERAL)
    boxes = [_is_box(one) for one in sheet.findall("borders/border")]
    return [_style(one, formats, boxes) for one in sheet.findall("cellXfs/xf")]


def is_day_format(number_format: str) -> bool:
    """Whether a number shows as a day."""
    bare = _LITERAL.sub("", number_format).lower()
    return "y" in bare or "d" in bare or "m" in bare.replace("am/pm", "")


def is_percent_format(number_format: str) -> bool:
    """Whether a number shows as percent."""
    return "%" in _LITERAL.sub("", number_format)


def show_stored(number: str, number_format: str, *, counts_from_1904: bool) -> str:
    """Return a stored number as it shows, near enough to be known by."""
    try:
        value = Decimal(number)
    except ArithmeticError:
        return number
    if not value.is_finite():
        return number
    if is_day_format(number_format) and 0 < value < _LATEST_SERIAL:
        days = int(value) + (DAYS_FROM_1900_TO_1904 if counts_from_1904 else 0)
        return (FIRST_DAY + timedelta(days=days)).isoformat()
    if is_percent_format(number_format):
        return f"{plain(value * 100)}%"
    return plain(value)


def _style(one: Element, formats: dict[int, str], boxes: list[bool]) -> Style:
    border = int(one.get("borderId", "0"))
    alignment = one.find("alignment")
    protection = one.find("protection")
    return Style(
        formats.get(int(one.get("numFmtId", "0")), GENERAL),
        border < len(boxes) and boxes[border],
        protection is None or protection.get("locked") not in ("0", "false"),
        int(alignment.get("indent", "0")) if alignment is not None else 0,
    )


def _is_box(border: Element) -> bool:
    """Whether a cell has at least two of its four lines, as a cell of a table does."""
    sides = (border.find(name) for name in ("left", "right", "top", "bottom"))
    return sum(one is not None and one.get("style", "none") != "none" for one in sides) >= 2
