"""Our own line icons, drawn in any colour of the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from resources import path
from ui.look import theme

COLOUR_TOKEN = "currentColor"
_SIZES = (16, 20, 24, 32, 48)


def icon(name: str, colour: str = "") -> QIcon:
    """Return the icon of that name in that colour, faded where it is disabled."""
    return _icon(name, colour or theme.now().ink, theme.now().faded, has_room=False)


def spaced_icon(name: str, colour: str = "") -> QIcon:
    """Return an icon with a little room at its right, for buttons with words."""
    return _icon(name, colour or theme.now().ink, theme.now().faded, has_room=True)


def tab_icon(name: str) -> QIcon:
    """Return an icon that is muted until its tab is chosen."""
    return _tab_icon(name, theme.now().muted, theme.now().accent)


def spaced_size() -> QSize:
    """Return how large icons stand beside the words of a button."""
    return QSize(theme.px(20), theme.px(16))


@cache
def _icon(name: str, colour: str, faded: str, *, has_room: bool) -> QIcon:
    found = QIcon()
    for size in _SIZES:
        room = size // 4 if has_room else 0
        found.addPixmap(_draw(name, colour, size=size, room=room))
        found.addPixmap(_draw(name, faded, size=size, room=room), QIcon.Mode.Disabled)
    return found


@cache
def _tab_icon(name: str, colour: str, chosen: str) -> QIcon:
    found = QIcon()
    for size in _SIZES:
        found.addPixmap(_draw(name, colour, size=size))
        found.addPixmap(_draw(name, chosen, size=size), QIcon.Mode.Normal, QIcon.State.On)
        found.addPixmap(_draw(name, chosen, size=size), QIcon.Mode.Selected)
    return found


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
