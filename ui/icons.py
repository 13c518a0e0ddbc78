"""Our own line icons, drawn in any colour of the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

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


@cache
def spaced_icon(name: str, colour: str = theme.INK) -> QIcon:
    """Return an icon with a little room at its right, for buttons with words."""
    found = QIcon()
    for size in _SIZES:
        found.addPixmap(_draw(name, colour, size=size, room=size // 4))
        found.addPixmap(_draw(name, theme.EDGE, size=size, room=size // 4), QIcon.Mode.Disabled)
    return found


def spaced_size() -> QSize:
    """Return how large icons stand beside the words of a button."""
    return QSize(theme.px(20), theme.px(16))


def _draw(name: str, colour: str, *, size: int, room: int = 0) -> QPixmap:
    # The window paints before it has icons, so their library is loaded after that.
    from PySide6.QtSvg import QSvgRenderer

    drawing = path(f"icons/{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace(COLOUR_TOKEN, colour).encode()))
    pixmap = QPixmap(size + room, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
