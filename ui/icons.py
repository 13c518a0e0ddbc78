"""Our own line icons, drawn in any colour of the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import path
from ui import theme

COLOUR_TOKEN = "currentColor"
_SIZES = (16, 20, 24, 32, 48)


@cache
def icon(name: str, colour: str = theme.INK) -> QIcon:
    """Return the icon of that name in that colour, muted where it is disabled."""
    found = QIcon()
    for size in _SIZES:
        found.addPixmap(_draw(name, colour, size=size))
        found.addPixmap(_draw(name, theme.EDGE, size=size), QIcon.Mode.Disabled)
    return found


@cache
def tab_icon(name: str) -> QIcon:
    """Return an icon that is muted until its tab is chosen."""
    found = QIcon()
    for size in _SIZES:
        found.addPixmap(_draw(name, theme.MUTED, size=size))
        found.addPixmap(_draw(name, theme.ACCENT, size=size), QIcon.Mode.Normal, QIcon.State.On)
        found.addPixmap(_draw(name, theme.ACCENT, size=size), QIcon.Mode.Selected)
    return found


def icon_size() -> QSize:
    """Return how large icons stand beside text of the interface."""
    return QSize(theme.px(16), theme.px(16))


def _draw(name: str, colour: str, *, size: int) -> QPixmap:
    drawing = path(f"icons/{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace(COLOUR_TOKEN, colour).encode()))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
