"""The grid as Qt asks for it: one row a payer, two columns a month, and the totals below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from models import codes
from models.figures.fund_year import MONTHS, PayerYear
from models.values.money import show_money
from ui.lists.columns import NOTHING, CellText
from ui.look import theme

Index = QModelIndex | QPersistentModelIndex
NAME, MODE, ARREARS = 0, 1, 2
FROZEN = 3
FIRST_TOTAL = FROZEN + 2 * len(MONTHS)
COLUMNS = FIRST_TOTAL + 2
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
HEADINGS = ("单位名称", "缴纳方式", "欠缴")


@dataclass(frozen=True, slots=True)
class Place:
    """Which amount a column holds."""

    month: int
    is_due: bool


def place_of(column: int) -> Place | None:
    """Return the month's amount in a column, None where nothing can be typed."""
    if not FROZEN <= column < FIRST_TOTAL:
        return None
    month, second = divmod(column - FROZEN, 2)
    return Place(month + 1, second == 0)


def column_of(month: int, *, is_due: bool) -> int:
    """Return where an amount stands."""
    return FROZEN + 2 * (month - 1) + (0 if is_due else 1)


class DuesModel(QAbstractTableModel):
    """The payers' year; what is typed goes to whoever asked to be told."""

    def __init__(self, typed: Callable[[int, int, str], bool]) -> None:
        super().__init__()
        self._typed = typed
        self._rows: list[PayerYear] = []
        self._cells: list[list[CellText] | None] = []
        self._reached = 12

    @property
    def rows(self) -> Sequence[PayerYear]:
        """The payers from top to bottom."""
        return self._rows

    def show_rows(self, rows: Sequence[PayerYear], *, year: int, today: date) -> None:
        """Show these payers; the cursor stays where the same payers stay."""
        self._reached = 12 if year < today.year else today.month if year == today.year else 0
        is_same = [one.name for one in rows] == [one.name for one in self._rows]
        if not is_same:
            self.beginResetModel()
        self._rows = list(rows)
        self._cells = [None] * len(self._rows)
        if not is_same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, COLUMNS - 1))

    def cell(self, row: int, column: int) -> CellText:
        """Return what one cell says."""
        found = self._cells[row]
        if found is None:
            found = self._cells[row] = self._texts(self._rows[row])
        return found[column]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else COLUMNS

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if place_of(index.column()) else found

    @override
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role == DISPLAY:
            return self.cell(index.row(), index.column()).text
        if role == int(Qt.ItemDataRole.EditRole):
            return self._plain(index.row(), index.column())
        if role == int(Qt.ItemDataRole.ForegroundRole):
            return QColor(theme.now().tone(self.cell(index.row(), index.column()).tone))
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return LEFT if index.column() < ARREARS else RIGHT
        if role == int(Qt.ItemDataRole.BackgroundRole):
            return background_of(index.column())
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return self._tip(index.row(), index.column())
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        return self._typed(index.row(), index.column(), str(value))

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == DISPLAY:
            return heading_of(section)
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return LEFT if section < ARREARS else RIGHT
        return None

    def _texts(self, row: PayerYear) -> list[CellText]:
        found = [CellText(row.name), self._mode(row), arrears_cell(row)]
        for month in MONTHS:
            cell = row.months[month]
            found.append(_amount(cell.due))
            found.append(self._paid(row, month))
        return [*found, _amount(row.due or None), _amount(row.paid or None)]

    def _mode(self, row: PayerYear) -> CellText:
        if row.payer is None:
            return CellText("未登记缴费户", "muted")
        label = codes.table("fund_mode").label(row.payer.mode)
        return CellText(label) if label else CellText(NOTHING, "muted")

    def _paid(self, row: PayerYear, month: int) -> CellText:
        cell = row.months[month]
        is_short = (cell.paid or 0) < (cell.due or 0)
        is_missing = is_short and row.arrears > 0 and month <= self._reached
        if cell.paid is None:
            return CellText("未缴", "error") if is_missing else CellText("", "muted")
        return CellText(show_money(cell.paid), "error" if is_missing else "")

    def _plain(self, row: int, column: int) -> str:
        """Return an amount as it is typed: without separators."""
        place = place_of(column)
        if place is None:
            return self.cell(row, column).text
        cell = self._rows[row].months[place.month]
        fen = cell.due if place.is_due else cell.paid
        return "" if fen is None else show_money(fen).replace(",", "")

    def _tip(self, row: int, column: int) -> str:
        place = place_of(column)
        if place is None:
            return self.cell(row, column).text
        cell = self._rows[row].months[place.month]
        due, paid = show_money(cell.due or 0), show_money(cell.paid or 0)
        single = f"，分{len(cell.payments)}笔" if len(cell.payments) > 1 else ""
        return f"{self._rows[row].name} {place.month}月\n应缴{due}元，实缴{paid}元{single}"


class TotalsModel(QAbstractTableModel):
    """The line of sums below the grid."""

    def __init__(self) -> None:
        super().__init__()
        self._texts = [""] * COLUMNS

    def show_sums(self, rows: Sequence[PayerYear]) -> None:
        """Sum up the payers that are shown."""
        arrears = sum(max(one.arrears, 0) for one in rows)
        texts = [f"合计 {len(rows)}户", "", show_money(arrears)]
        for month in MONTHS:
            texts.append(show_money(sum(one.months[month].due or 0 for one in rows)))
            texts.append(show_money(sum(one.months[month].paid or 0 for one in rows)))
        texts.append(show_money(sum(one.due for one in rows)))
        texts.append(show_money(sum(one.paid for one in rows)))
        self._texts = texts
        self.dataChanged.emit(self.index(0, 0), self.index(0, COLUMNS - 1))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else COLUMNS

    @override
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role == DISPLAY:
            return self._texts[index.column()]
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return LEFT if index.column() < ARREARS else RIGHT
        if role == int(Qt.ItemDataRole.FontRole):
            return theme.font_of("table", bold=True)
        if role == int(Qt.ItemDataRole.BackgroundRole):
            return background_of(index.column())
        return None


def heading_of(column: int) -> str:
    """Return the words over a column; the month stands above the kind of amount."""
    if column < FROZEN:
        return HEADINGS[column]
    place = place_of(column)
    group = f"{place.month}月" if place else "全年"
    is_due = place.is_due if place else column == FIRST_TOTAL
    return f"{group}\n{'应缴' if is_due else '实缴'}"


def background_of(column: int) -> QColor | None:
    """Return the ground that keeps the two columns of a month together."""
    pair = (column - FROZEN) // 2
    return QColor(theme.now().canvas) if column >= FROZEN and pair % 2 == 0 else None


def arrears_cell(row: PayerYear) -> CellText:
    """Return what a payer owes over the year, in words."""
    if row.arrears > 0:
        return CellText(f"欠 {show_money(row.arrears)}", "error")
    if row.arrears < 0:
        return CellText(f"多缴 {show_money(-row.arrears)}")
    return CellText("缴清", "ok") if row.due else CellText(NOTHING, "muted")


def _amount(fen: int | None) -> CellText:
    return CellText("", "muted") if fen is None else CellText(show_money(fen))
