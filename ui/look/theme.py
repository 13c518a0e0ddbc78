"""Every size and style rule of the window, in the colours of the theme that is worn now."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui import preferences
from ui.look import themes
from ui.look.style_sheet import style_sheet
from ui.look.themes import Tokens

BASE_POINTS = 10.0
# Sizes of look.md at 100 %, where 10 pt are 13 1/3 pixels.
POINTS = {"table": 9.75, "title": 12.75, "help": 9.0, "figure": 19.0, "plain": 12.0}
ZOOMS = (1.0, 1.1, 1.25, 1.5, 1.75)


_worn: list[Tokens] = [themes.LIGHT]


def now() -> Tokens:
    """Return the colours that are worn now; ask each time, the clerk may change them."""
    return _worn[0]


def choose(name: str) -> None:
    """Wear the colours of that name from now on, also when the program is started again."""
    preferences.keep_theme(name)
    _apply_anew(scale=zoom(), tokens=themes.THEMES[name])


def choose_zoom(scale: float) -> None:
    """Show everything in that size from now on, also when the program is started again."""
    preferences.keep_zoom(scale)
    _apply_anew(scale=scale, tokens=now())


def zoom_step() -> int:
    """Return which of ZOOMS comes nearest to the size in which everything is shown."""
    return min(range(len(ZOOMS)), key=lambda step: abs(ZOOMS[step] - zoom()))


def zoom() -> float:
    """Return how much larger than 100 % everything is shown now."""
    return QApplication.font().pointSizeF() / BASE_POINTS


def px(length: int) -> int:
    """Return a length of the space scale (4, 8, 12, 16, 24 …) as large as the letters are now."""
    return round(length * zoom())


def ring() -> int:
    """Return how thick the line around what has the focus is now."""
    return max(round(now().ring * zoom()), now().ring)


def chars(count: float) -> int:
    """Return the width of that many Chinese characters of the interface."""
    return round(QFontMetrics(QApplication.font()).horizontalAdvance("国") * count)


def font_of(size: str, *, bold: bool = False) -> QFont:
    """Return the interface's font in one of its named sizes."""
    font = QFont(QApplication.font())
    font.setPointSizeF(POINTS[size] * zoom())
    font.setBold(bold)
    return font


def mark(widget: QWidget, role: str) -> None:
    """Give a widget one of the looks that the style sheet knows."""
    _set_property(widget, "role", role)


def show_state(widget: QWidget, state: str) -> None:
    """Show an editor as it stands: "error", "warn" or "" for nothing to say."""
    _set_property(widget, "state", state)


def apply(app: QApplication, *, scale: float = 1.0, tokens: Tokens | None = None) -> None:
    """Give the whole program its fonts' size, colours and style sheet."""
    _worn[0] = tokens or now()
    font = QFont(app.font())
    font.setPointSizeF(BASE_POINTS * scale)
    app.setFont(font)
    app.setPalette(_palette())
    app.setStyleSheet(style_sheet(now(), POINTS, scale))


def _apply_anew(*, scale: float, tokens: Tokens) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        apply(app, scale=scale, tokens=tokens)


def _set_property(widget: QWidget, name: str, value: str) -> None:
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    # What was never shown is polished when it is, with its property.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _palette() -> QPalette:
    role = QPalette.ColorRole
    worn = now()
    colours = {
        role.Window: worn.canvas,
        role.WindowText: worn.ink,
        role.Base: worn.surface,
        role.AlternateBase: worn.zebra,
        role.Text: worn.ink,
        role.Button: worn.surface,
        role.ButtonText: worn.ink,
        role.Highlight: worn.link,
        role.HighlightedText: worn.surface,
        role.Accent: worn.link,
        role.Link: worn.link,
        role.LinkVisited: worn.link,
        role.PlaceholderText: worn.muted,
        role.ToolTipBase: worn.surface,
        role.ToolTipText: worn.ink,
    }
    palette = QPalette()
    for one, colour in colours.items():
        palette.setColor(one, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, one, QColor(worn.disabled))
    return palette
