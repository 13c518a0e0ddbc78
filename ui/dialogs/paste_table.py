"""A pasted block cell by cell: what becomes of each row, and what is wrong with which cell."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from models.sheets.pasting import Paste
from models.sheets.plan import SAID, RowPlan, Verdict
from ui.lists.painting import dress
from ui.look import theme

Index = QModelIndex | QPersistentModelIndex
BEFORE = ("行", "结果")
REMARK = "说明"
KNOWN = "已登记"
HEADING_ADVICE = "对应得不对？点一下表头，指明这一列是什么"
WORST_FIRST = ("error", "warn", "fix")
NARROW, WIDE, WIDEST = 4.0, 8.0, 14.0
SAMPLE = 30


class PasteModel(QAbstractTableModel):
    """The rows of a block with their verdicts; the cells themselves can be typed over."""

    typed = Signal(int, int, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._paste: Paste | None = None
        self._rows: list[RowPlan] = []
        self._headings: dict[int, str] = {}
        self._said: Mapping[tuple[int, int], tuple[str, str]] = {}

    def show_paste(self, paste: Paste) -> None:
        """Show another block."""
        self.beginResetModel()
        self._paste = paste
        self._rows = list(paste.rows) or _unread(paste)
        self._headings = {
            one.index: one.slot.field.label if one.slot else f"{one.heading}（不粘贴）"
            for one in paste.header.columns
        }
        self._said = _said_of(paste)
        self.endResetModel()

    def said_at(self, row: int, column: int) -> tuple[str, str]:
        """Return how bad a cell is and why, both blank when there is nothing to say."""
        return self._said.get((self._rows[row].row - 1, column - len(BEFORE)), ("", ""))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        if parent.isValid() or self._paste is None:
            return 0
        return len(BEFORE) + self._paste.grid.width + 1

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if self._is_cell(index.column()) else found

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(self._text(row, column).split())
            case Qt.ItemDataRole.EditRole:
                return self._text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self.said_at(row, column)[1] or self._text(row, column)
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(row, column)
            case Qt.ItemDataRole.BackgroundRole:
                return self._ground(row, column)
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        row, column = index.row(), index.column()
        if role != Qt.ItemDataRole.EditRole or str(value) == self._text(row, column):
            return False
        self.typed.emit(self._rows[row].row - 1, column - len(BEFORE), str(value))
        return True

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.ToolTipRole and self._is_cell(section):
            return HEADING_ADVICE
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < len(BEFORE):
            return BEFORE[section]
        place = section - len(BEFORE)
        if self._is_cell(section):
            return self._headings.get(place) or f"第{place + 1}列（不粘贴）"
        return REMARK

    def _stays(self, plan: RowPlan) -> bool:
        """Whether a row is of a known record that pasting leaves as it is."""
        paste = self._paste
        return plan.verdict == "update" and paste is not None and not paste.request.with_updates

    def _is_cell(self, column: int) -> bool:
        return len(BEFORE) <= column < self.columnCount() - 1

    def _text(self, row: int, column: int) -> str:
        plan = self._rows[row]
        if column == 0:
            return str(plan.row)
        if column == 1:
            return KNOWN if self._stays(plan) else SAID[plan.verdict]
        if self._paste is not None and self._is_cell(column):
            return self._paste.grid.text(plan.row - 1, column - len(BEFORE))
        return "；".join(
            f"{one.column}：{one.text}" if one.column else one.text for one in plan.messages
        )

    def _colour(self, row: int, column: int) -> QColor | None:
        tones = theme.now()
        if column == 1:
            plan = self._rows[row]
            return QColor(tones.muted if self._stays(plan) else _tone_of(plan.verdict))
        found = {"error": tones.error, "warn": tones.warn, "fix": tones.ok}
        kind = self.said_at(row, column)[0]
        return QColor(found[kind]) if kind else None

    def _ground(self, row: int, column: int) -> QColor | None:
        found = {"error": theme.now().error_back, "warn": theme.now().warn_back}
        back = found.get(self.said_at(row, column)[0])
        return QColor(back) if back else None


class PasteTable(QTableView):
    """A pasted block on the screen."""

    typed = Signal(int, int, str)
    first_column = len(BEFORE)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = PasteModel(self)
        self.setModel(self.cells)
        dress(self)
        self.setAccessibleName("粘贴的内容")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.horizontalHeader().setSectionsClickable(True)
        # The editor of a cell is still open when it tells; the rows change once it has closed.
        self.cells.typed.connect(self.typed, Qt.ConnectionType.QueuedConnection)

    def show_paste(self, paste: Paste) -> None:
        """Show another block; where the list stood stays."""
        width = self.cells.columnCount()
        place = self.verticalScrollBar().value()
        index = self.currentIndex()
        row, column = index.row(), index.column()
        self.cells.show_paste(paste)
        if self.cells.columnCount() != width:
            self._fit()
        self.verticalScrollBar().setValue(place)
        if row >= 0:
            self.setCurrentIndex(self.cells.index(row, column))

    def _fit(self) -> None:
        """Give each column what its heading and its first cells need, within reason."""
        metrics = QFontMetrics(theme.font_of("table", bold=True))
        rows = range(min(self.cells.rowCount(), SAMPLE))
        for column in range(self.cells.columnCount() - 1):
            texts = (str(self.cells.index(row, column).data()) for row in rows)
            longest = max((metrics.horizontalAdvance(one) for one in texts), default=0)
            least = theme.chars(NARROW if column < len(BEFORE) else WIDE)
            room = min(max(longest + theme.px(20), least), theme.chars(WIDEST))
            heading = str(self.cells.headerData(column, Qt.Orientation.Horizontal))
            named = metrics.horizontalAdvance(heading) + theme.px(20)
            self.setColumnWidth(column, max(room, named))


def _unread(paste: Paste) -> list[RowPlan]:
    """Return the rows of a block of which nothing can be taken, so that it is seen all the same."""
    first = paste.header.bottom + 1
    return [RowPlan(row + 1, "error", "") for row in range(first, len(paste.grid.rows))]


def _said_of(paste: Paste) -> Mapping[tuple[int, int], tuple[str, str]]:
    """Return what is said of each cell, the worst first."""
    places = {
        paste.grid.place(row.row - 1, column): (row.row - 1, column)
        for row in paste.rows
        if row.messages
        for column in range(paste.grid.width)
    }
    found: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for row in paste.rows:
        for one in row.messages:
            if one.cell in places:
                found.setdefault(places[one.cell], []).append((one.kind, one.text))
    return {
        at: (min((kind for kind, _ in said), key=WORST_FIRST.index), "；".join(t for _, t in said))
        for at, said in found.items()
    }


def _tone_of(verdict: Verdict) -> str:
    tones = theme.now()
    return {
        "new": tones.ok,
        "update": tones.link,
        "duplicate": tones.muted,
        "conflict": tones.warn,
        "error": tones.error,
    }[verdict]
