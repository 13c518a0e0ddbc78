"""Draws the cells of a list of records: nothing is asked of the model but what is drawn."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from ui.lists.model import ALIGNMENTS, Index, RecordModel
from ui.look import theme

TEXTS_KEPT = 4_000
# Plain numbers: PySide's flags take as long to compare as a short text to draw.
SELECTED = QStyle.StateFlag.State_Selected.value
FOCUSED = QStyle.StateFlag.State_HasFocus.value
ALTERNATE = QStyleOptionViewItem.ViewItemFeature.Alternate.value


class RecordPainter(QStyledItemDelegate):
    """Like any cell of our lists, in a fifth of the time: a list is drawn with every turn of the wheel."""

    def __init__(self, table: QTableView, records: RecordModel) -> None:
        super().__init__(table)
        self._records = records
        self._widest = theme.chars(1)
        self._fitted: dict[tuple[str, int], str] = {}
        self._colours: dict[tuple[str, str, bool], QColor] = {}

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), index.column()
        cell = self._records.cell(row, column)
        place: QRect = option.rect  # type: ignore[attr-defined]
        state: int = option.state.value  # type: ignore[attr-defined]
        is_selected = bool(state & SELECTED)
        if is_selected:
            painter.fillRect(place, self._colour("selection"))
        elif option.features.value & ALTERNATE:  # type: ignore[attr-defined]
            painter.fillRect(place, self._colour("zebra"))
        painter.setPen(self._colour(cell.tone or "ink", is_selected=is_selected))
        painter.setFont(option.font)  # type: ignore[attr-defined]
        gap = theme.px(8)
        room = place.adjusted(gap, 0, -gap, 0)
        text = self._fitting(cell.text, room.width(), option)
        painter.drawText(room, ALIGNMENTS[self._records.columns[column].align], text)
        if state & FOCUSED:
            painter.setPen(self._colour("link", is_selected=is_selected))
            painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _fitting(self, text: str, width: int, option: QStyleOptionViewItem) -> str:
        """Return as much of a text as there is room for, with an ellipsis if it is cut."""
        if len(text) * self._widest <= width:
            return text
        fitted = self._fitted.get((text, width))
        if fitted is None:
            if len(self._fitted) > TEXTS_KEPT:
                self._fitted.clear()
            metrics = option.fontMetrics  # type: ignore[attr-defined]
            fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._fitted[text, width] = fitted
        return fitted

    def _colour(self, token: str, *, is_selected: bool = False) -> QColor:
        worn = theme.now()
        colour = self._colours.get((worn.name, token, is_selected))
        if colour is None:
            name = worn.tone(token)
            colour = QColor(worn.on_selection(name) if is_selected else name)
            self._colours[worn.name, token, is_selected] = colour
        return colour
