"""The cells of a form as Qt asks for them."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from models.county_forms.places import address_of
from models.sheets.marks import column_letters
from ui.pages.county_forms.marks import BLANK, NOTHING, WORDS, Cell, Mark, Paper

Index = QModelIndex | QPersistentModelIndex


class GridModel(QAbstractTableModel):
    """A sheet with what is marked on it."""

    def __init__(self) -> None:
        super().__init__()
        self._paper = BLANK
        self._marks: Mapping[Cell, Mark] = {}

    @property
    def paper(self) -> Paper:
        """The sheet that is shown, and how it looks."""
        return self._paper

    def mark(self, place: Cell) -> Mark:
        """Return what is marked on a cell."""
        return self._marks.get(place, NOTHING)

    @property
    def marks(self) -> Mapping[Cell, Mark]:
        """Everything that is marked."""
        return self._marks

    def show(self, paper: Paper, marks: Mapping[Cell, Mark]) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self._paper, self._marks = paper, marks
        self.endResetModel()

    def show_marks(self, marks: Mapping[Cell, Mark]) -> None:
        """Show other marks on the same sheet."""
        self._marks = marks
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def words(self, place: Cell) -> str:
        """Return what a cell says: the value it will have, else what stands in it."""
        return self.mark(place).text or self._paper.sheet.text(*place)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._paper.sheet.row_count

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._paper.sheet.column_count

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        place = (index.row(), index.column())
        if role == int(Qt.ItemDataRole.DisplayRole):
            return self.words(place)
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return self.mark(place).tip or None
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            said = (address_of(*place), self.words(place), WORDS[self.mark(place).kind])
            return "，".join(one for one in said if one)
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return int(Qt.AlignmentFlag.AlignCenter)
        if role != int(Qt.ItemDataRole.DisplayRole):
            return None
        is_across = orientation == Qt.Orientation.Horizontal
        return column_letters(section) if is_across else str(section + 1)
