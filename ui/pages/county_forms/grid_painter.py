"""Drawing the cells of a form as its own program would, with the clerk's marks over them."""

from dataclasses import dataclass

from PySide6.QtCore import QLine, QObject, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from reports.sheet_styles import CellLook, Line
from ui.look import theme, themes
from ui.pages.county_forms.grid_model import GridModel, Index
from ui.pages.county_forms.marks import Cell, Mark

# As all programs of an office have it: a screen of 96 points an inch, letters of 72.
PIXELS_PER_POINT = 96 / 72
LEAST_PIXELS = 8
UNLIMITED = 100_000
_ACROSS = {
    "start": Qt.AlignmentFlag.AlignLeft,
    "middle": Qt.AlignmentFlag.AlignHCenter,
    "end": Qt.AlignmentFlag.AlignRight,
}
_UPRIGHT = {
    "start": Qt.AlignmentFlag.AlignTop,
    "middle": Qt.AlignmentFlag.AlignVCenter,
    "end": Qt.AlignmentFlag.AlignBottom,
}


@dataclass(frozen=True, slots=True)
class Dress:
    """What a cell is drawn with: its look in the form, and what is marked on it."""

    look: CellLook
    mark: Mark
    scale: float

    @property
    def font(self) -> QFont:
        """The letters of the cell, as large as the sheet is shown."""
        font = QFont(QApplication.font())
        pixels = round(self.look.points * PIXELS_PER_POINT * self.scale)
        font.setPixelSize(max(pixels, LEAST_PIXELS))
        font.setBold(self.look.is_bold)
        font.setItalic(self.look.is_italic)
        font.setUnderline(self.look.is_underlined)
        return font

    @property
    def back(self) -> str:
        """What is behind the text."""
        worn = theme.now()
        marked = {
            "wanted": worn.warn_back,
            # Where what is selected is filled darkly, what is mapped stays on white paper.
            "given": worn.selection if worn.selected == worn.ink else worn.surface,
            "stuck": worn.error_back,
        }
        own = self.look.fill if worn is themes.LIGHT else ""
        return marked.get(self.mark.kind) or own or worn.surface

    @property
    def ink(self) -> str:
        """The colour of the text."""
        worn = theme.now()
        marked = {
            "given": worn.link,
            "offered": worn.link,
            "stuck": worn.error,
            "left": worn.muted,
        }
        own = self.look.ink if worn is themes.LIGHT else ""
        return marked.get(self.mark.kind) or own or worn.ink

    @property
    def alignment(self) -> int:
        """Where the text stands; numbers stand at the right where the form leaves it open."""
        usual = "end" if self.mark.is_number else "start"
        return int(_ACROSS[self.look.across or usual] | _UPRIGHT[self.look.upright])


class CellPainter(QStyledItemDelegate):
    """Draws one cell; `spread` are the cells whose text is drawn later, over several."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.scale = 1.0
        self.spread: dict[Cell, int] = {}

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, GridModel):
            return
        place = (index.row(), index.column())
        dress = self.dress_of(model, place)
        room: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.fillRect(room, QColor(dress.back))
        if dress.mark.kind in ("wanted", "offered") and not dress.mark.goes_on:
            has_text = bool(model.paper.sheet.text(*place))
            self._draw_asking(painter, room, dress, has_text=has_text)
        self._draw_lines(painter, room, dress.look)
        if place not in self.spread:
            draw_text(painter, room, dress, model.words(place))
        painter.restore()

    def dress_of(self, model: GridModel, place: Cell) -> Dress:
        """Return what a cell is drawn with."""
        return Dress(model.paper.look.look(*place), model.mark(place), self.scale)

    def _draw_asking(self, painter: QPainter, room: QRect, dress: Dress, *, has_text: bool) -> None:
        """Draw a broken line inside a cell that waits for the clerk, below a text that is there."""
        worn = theme.now()
        pen = QPen(QColor(worn.link if dress.mark.kind == "offered" else worn.warn))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        inner = room.adjusted(2, 2, -4, -3)
        if has_text:
            painter.drawLine(inner.bottomLeft(), inner.bottomRight())
        else:
            painter.drawRect(inner)

    def _draw_lines(self, painter: QPainter, room: QRect, look: CellLook) -> None:
        painter.setPen(QPen(QColor(theme.now().line)))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.drawLine(room.topRight(), room.bottomRight())
        outer = room.adjusted(-1, -1, 0, 0)
        sides = (
            QLine(outer.topLeft(), outer.topRight()),
            QLine(outer.topRight(), outer.bottomRight()),
            QLine(outer.bottomLeft(), outer.bottomRight()),
            QLine(outer.topLeft(), outer.bottomLeft()),
        )
        for side, line in zip(sides, look.lines, strict=True):
            if line:
                painter.setPen(_pen_of(line))
                painter.drawLine(side)


def draw_text(painter: QPainter, room: QRect, dress: Dress, text: str) -> None:
    """Write the text of a cell into some room."""
    if not text:
        return
    gap = _gap(dress)
    inner = room.adjusted(gap + round(dress.look.indent * 9 * dress.scale), 1, -gap, -1)
    painter.setFont(dress.font)
    painter.setPen(QColor(dress.ink))
    is_own = dress.mark.kind in ("offered", "left", "stuck")
    if (dress.look.is_wrapped or "\n" in text) and not is_own:
        wrapped = dress.alignment | int(Qt.TextFlag.TextWrapAnywhere)
        needed = painter.fontMetrics().boundingRect(inner, wrapped, text)
        # A value that is too long for the row shows its beginning, as the row will grow in the file.
        if dress.mark.kind != "given" or needed.height() <= inner.height() + 2:
            painter.drawText(inner, wrapped, text)
            return
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, dress.alignment, shown)


def text_height(dress: Dress, text: str, width: int) -> int:
    """Return how high the text of a cell of that width is."""
    metrics = QFontMetrics(dress.font)
    if not dress.look.is_wrapped:
        return metrics.height() + 2
    room = QRect(0, 0, width - 2 * _gap(dress), UNLIMITED)
    flags = int(Qt.TextFlag.TextWrapAnywhere)
    return metrics.boundingRect(room, flags, text).height() + 2


def _gap(dress: Dress) -> int:
    return max(round(3 * dress.scale), 2)


def _pen_of(line: Line) -> QPen:
    pen = QPen(QColor(theme.now().ink))
    pen.setWidth(2 if line == "thick" else 1)
    if line == "broken":
        pen.setStyle(Qt.PenStyle.DotLine)
    return pen
