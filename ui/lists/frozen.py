"""The first columns of a list, which stay while the others are scrolled sideways."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTableView

from ui.lists.painting import dress
from ui.look import theme


class FrozenColumns(QTableView):
    """Lies over the left edge of a table and shows its first columns once it is scrolled."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._count = 1
        dress(self)
        theme.mark(self, "pane-names")
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.horizontalHeader().setSelectionModel(table.horizontalHeader().selectionModel())
        self.setSelectionMode(table.selectionMode())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(table)
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setSectionsClickable(True)
        self.hide()
        self._connect()

    @property
    def count(self) -> int:
        """How many columns stay."""
        return self._count

    def freeze(self, count: int) -> None:
        """Let that many of the first columns stay."""
        self._count = count
        self.place()

    def place(self) -> None:
        """Lie exactly over the columns that stay, or hide while all columns are seen."""
        table = self._table
        is_scrolled = table.horizontalScrollBar().value() > 0
        count = min(self._count, table.model().columnCount())
        self.setVisible(is_scrolled and count > 0)
        if not self.isVisible():
            return
        for column in range(table.model().columnCount()):
            self.setColumnHidden(column, column >= count)
            if column < count:
                self.setColumnWidth(column, table.columnWidth(column))
        width = sum(table.columnWidth(column) for column in range(count))
        edge = table.frameWidth()
        head = table.horizontalHeader().height()
        self.horizontalHeader().setFixedHeight(head)
        room = table.viewport().height() + head
        self.setGeometry(edge, edge, width, room)
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())

    def _connect(self) -> None:
        table = self._table
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.horizontalScrollBar().valueChanged.connect(lambda _value: self.place())
        table.horizontalScrollBar().rangeChanged.connect(lambda _low, _high: self.place())
        table.model().modelReset.connect(self.place)
        self.doubleClicked.connect(table.doubleClicked)
        self.horizontalHeader().sectionClicked.connect(table.horizontalHeader().sectionClicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._pass_on)

    def _pass_on(self, place: QPoint) -> None:
        across = self._table.viewport().mapFromGlobal(self.viewport().mapToGlobal(place))
        self._table.customContextMenuRequested.emit(across)
