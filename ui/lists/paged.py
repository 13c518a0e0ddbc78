"""A plain list that is read page by page as the clerk scrolls."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ui.lists.model import ALIGNMENTS
from ui.lists.painting import dress
from ui.look import theme

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
Titles = Sequence[tuple[str, float]]
NOTHING = "—"
# A shorter page is the last one.
AT_ONCE = 200
SHOWN = frozenset({int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)})


def all_of(more: Callable[[], list[T]]) -> list[T]:
    """Return everything that is read page by page."""
    found: list[T] = []
    while page := more():
        found += page
    return found


class PagedModel(QAbstractTableModel, Generic[T]):
    """Lines of text, of which more are asked for when the end comes into sight."""

    def __init__(
        self, titles: Titles, texts: Callable[[T], Sequence[str]], numbers: Collection[int] = ()
    ) -> None:
        super().__init__()
        self._numbers = numbers
        self._titles = titles
        self._texts = texts
        self._lines: list[T] = []
        self._more: Callable[[], list[T]] = list
        self._has_more = False

    @property
    def lines(self) -> Sequence[T]:
        """What was read so far."""
        return self._lines

    @property
    def has_more(self) -> bool:
        """Whether there may be more lines than were read."""
        return self._has_more

    def read_from(self, more: Callable[[], list[T]]) -> None:
        """Begin anew with what this returns, page by page."""
        self.beginResetModel()
        self._more = more
        self._lines = more()
        self._has_more = len(self._lines) >= AT_ONCE
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._titles)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if int(role) == int(Qt.ItemDataRole.TextAlignmentRole) and index.column() in self._numbers:
            return ALIGNMENTS["right"]
        if int(role) not in SHOWN or not index.isValid():
            return None
        text = self._texts(self._lines[index.row()])[index.column()]
        return text or (NOTHING if int(role) == int(Qt.ItemDataRole.DisplayRole) else None)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if int(role) == int(Qt.ItemDataRole.TextAlignmentRole) and section in self._numbers:
            return ALIGNMENTS["right"]
        if orientation != Qt.Orientation.Horizontal or int(role) != int(
            Qt.ItemDataRole.DisplayRole
        ):
            return None
        return self._titles[section][0]

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    @override
    def fetchMore(self, parent: Index) -> None:
        fresh = self._more()
        self._has_more = len(fresh) >= AT_ONCE
        if fresh:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._lines = [*self._lines, *fresh]
            self.endInsertRows()


class PagedTable(QTableView, Generic[T]):
    """The list on the screen; several lines can be chosen."""

    chosen = Signal()

    def __init__(
        self,
        name: str,
        titles: Titles,
        texts: Callable[[T], Sequence[str]],
        *,
        numbers: Collection[int] = (),
    ) -> None:
        super().__init__()
        self.lines: PagedModel[T] = PagedModel(titles, texts, numbers)
        self.setModel(self.lines)
        dress(self)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        for column, (_, width) in enumerate(titles):
            self.setColumnWidth(column, theme.chars(width) + theme.px(16))
        widest = max(range(len(titles)), key=lambda column: titles[column][1])
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(widest, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.chosen.emit())

    @property
    def selected(self) -> list[T]:
        """The chosen lines from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.lines.lines[row] for row in rows]

    def read_from(self, more: Callable[[], list[T]]) -> None:
        """Begin anew, with the first line chosen."""
        self.lines.read_from(more)
        if self.lines.lines:
            self.selectRow(0)
        self.chosen.emit()
