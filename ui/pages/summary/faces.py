"""The fonts of official papers on the screen, loaded when a paper is first written on it."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from reports.pdf.faces import CHAINS, Role
from resources import path
from ui.look import theme

# 3号 and 2号 of the printed paper, smaller by the same measure so that a line fits its place.
BODY_POINTS = 12.5
TITLE_POINTS = BODY_POINTS * 22 / 16


def paper_font(role: Role, points: float = BODY_POINTS) -> QFont:
    """Return a font of official papers in a size of the screen."""
    font = QFont(QApplication.font())
    font.setFamilies([*_families(role), *QApplication.font().families()])
    font.setPointSizeF(points * theme.zoom())
    if role == "title":
        font.setWeight(QFont.Weight.Black)
    return font


@cache
def _families(role: Role) -> tuple[str, ...]:
    found: list[str] = []
    for name in CHAINS[role][:2]:
        number = QFontDatabase.addApplicationFont(str(path(f"fonts/{name}")))
        found.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(found))
