"""How the cells of a list are drawn, and what every list looks like."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui.lists.model import ALIGNMENT, ALIGNMENTS, Index
from ui.look import theme


class CellPainter(QStyledItemDelegate):
    """Draws the text of a cell exactly as far from its edge as the header's is."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        text: str = option.text  # type: ignore[attr-defined]
        option.text = ""  # type: ignore[attr-defined]
        option.state &= ~QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]
        widget: QWidget = option.widget  # type: ignore[attr-defined]
        style = widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        place: QRect = option.rect  # type: ignore[attr-defined]
        place = place.adjusted(theme.px(8), 0, -theme.px(8), 0)
        shown = option.fontMetrics.elidedText(  # type: ignore[attr-defined]
            text, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.save()
        painter.setFont(option.font)  # type: ignore[attr-defined]
        colour = palette.color(QPalette.ColorRole.Text).name()
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(QColor(theme.now().on_selection(colour) if is_selected else colour))
        kept = index.data(ALIGNMENT)
        alignment = int(kept or ALIGNMENTS["left"])
        painter.drawText(place, alignment, shown)
        painter.restore()


def dress(table: QTableView) -> None:
    """Give a plain table the look of our lists."""
    table.setItemDelegate(CellPainter(table))
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    # Tab leaves a list; the arrows move inside it.
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setCornerButtonEnabled(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.px(34))
    table.verticalHeader().setMinimumSectionSize(theme.px(20))
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setStretchLastSection(True)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    table.horizontalHeader().setDefaultAlignment(left)
