"""The colours of a workbook: written out, from its theme, or from the old table of 64."""

from collections.abc import Sequence
from typing import Final

from lxml import etree

_MAIN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# The order in which cells number the colours of a theme is not that in which a theme lists them.
_THEME_ORDER: Final = (
    *("lt1", "dk1", "lt2", "dk2"),
    *(f"accent{number}" for number in range(1, 7)),
)
# Colours 0 to 7 come twice in the old table.
_FIRST: Final = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF "
_INDEXED: Final = (
    f"{_FIRST}{_FIRST}"
    "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF "
    "660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF "
    "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 "
    "FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
)
_LETTERS: Final = 7


def theme_colours(theme: etree._Element | None) -> tuple[str, ...]:
    """Return the colours of a theme in the order in which cells number them."""
    if theme is None:
        return ()
    found: dict[str, str] = {}
    for scheme in theme.iter(f"{_MAIN}clrScheme"):
        for one in scheme:
            inner = one[0] if len(one) else None
            if inner is not None:
                value = inner.get("lastClr") or inner.get("val") or ""
                found[etree.QName(one).localname] = value
    return tuple(found.get(name, "") for name in _THEME_ORDER)


def colour_of(said: etree._Element | None, theme: Sequence[str]) -> str:
    """Return a colour as #RRGGBB, blank where it is left to the program."""
    if said is None or said.get("auto") in ("1", "true"):
        return ""
    plain = _plain(said, theme)
    if len(plain) != 6 or not _is_hex(plain):
        return ""
    return f"#{_tinted(plain, _number(said.get('tint', '0')))}"


def _plain(said: etree._Element, theme: Sequence[str]) -> str:
    if rgb := said.get("rgb"):
        return str(rgb)[-6:].upper()
    if (number := _place(said.get("theme", ""))) is not None:
        return theme[number] if number < len(theme) else ""
    if (number := _place(said.get("indexed", ""))) is not None:
        return _INDEXED[number * _LETTERS :][: _LETTERS - 1]
    return ""


def _tinted(colour: str, tint: float) -> str:
    """Return a colour nearer to white for a positive tint, nearer to black for a negative one."""
    if not tint:
        return colour
    parts = (int(colour[start : start + 2], 16) for start in (0, 2, 4))
    to = 255 if tint > 0 else 0
    share = min(abs(tint), 1.0)
    return "".join(f"{round(part + (to - part) * share):02X}" for part in parts)


def _place(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _is_hex(text: str) -> bool:
    return all(one in "0123456789ABCDEFabcdef" for one in text)
