"""What would become of each row of one sheet, and how the clerk corrects it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models.lists.offers import Offer
from models.sheets.comparing import could_clear
from models.sheets.plan import SAID, ImportPlan, RowPlan, SheetPlan
from models.sheets.row_answers import (
    with_cell,
    with_clears,
    with_left_out,
    without_row,
)
from models.sheets.settling import rows_alike, with_settled
from ui.dialogs.preview_rows.detail import RowDetail
from ui.dialogs.preview_rows.narrowing import Narrowing
from ui.dialogs.preview_rows.notes import Notes
from ui.dialogs.preview_rows.row_table import RowTable
from ui.look import theme

ROWS_CHARS, DETAIL_CHARS = 41, 45
KEEPS = "空格子不改台账"


class SheetPreview(QWidget):
    """One sheet: how it was understood, its rows, and the chosen row side by side.

    What the clerk mends or decides is told by `answered`, as the parts of the file's answers that
    change by it.
    """

    answered = Signal(object)
    record_asked = Signal(str, int)

    def __init__(self, sheet: SheetPlan, plan: ImportPlan) -> None:
        super().__init__()
        self.sheet = sheet
        self.plan = plan
        self._takes_focus = False
        self._scrolled = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(8))
        if texts := [*plan.notices, *sheet.notes]:
            column.addWidget(Notes(texts))
        self.narrowing = Narrowing()
        self.rows = RowTable()
        self.detail = RowDetail()
        column.addLayout(self._make_bar())
        column.addWidget(self._make_both(), 1)
        self._connect()
        self.narrowing.show_sheet(sheet)
        self._show_rows()

    @property
    def widths(self) -> list[int]:
        """How the clerk divided the room between the rows and the one beside them."""
        return self._both.sizes()

    def take_up(self, earlier: "SheetPreview") -> None:
        """Go on where the preview of the same sheet was before it was planned again."""
        chosen = earlier.rows.current
        self.narrowing.go_on_from(earlier.narrowing)
        self._show_rows(chosen.row if chosen else None)
        told = _moved(earlier.sheet, self.sheet, chosen.row if chosen else 0)
        self._told.setText(told)
        self._told.setVisible(bool(told))
        focused = QApplication.focusWidget()
        self._takes_focus = focused is not None and earlier.isAncestorOf(focused)
        self._scrolled = earlier.rows.verticalScrollBar().value()
        if all(earlier.widths):
            self._both.setSizes(earlier.widths)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._scrolled:
            self.rows.show_from(self._scrolled)
            self._scrolled = 0
        if self._takes_focus:
            self._takes_focus = False
            self.rows.setFocus()

    def freeze(self) -> None:
        """Let the rows only be looked at: they are imported."""
        self.rows.freeze()
        self.detail.freeze()
        self._clears.setEnabled(False)

    def _make_bar(self) -> QHBoxLayout:
        self._told = QLabel()
        theme.mark(self._told, "ok")
        self._told.hide()
        self._clears = QPushButton(KEEPS)
        self._clears.setAutoDefault(False)
        self._clears.setToolTip("表里空着、台账里有内容的格子：不勾选的一律保留台账里的")
        theme.mark(self._clears, "menu")
        menu = QMenu(self._clears)
        menu.aboutToShow.connect(self._fill_clears)
        self._clears.setMenu(menu)
        self._clears.setVisible(any(row.known for row in self.sheet.rows))
        ticked = self.plan.answers.about(self.sheet.sheet).clears
        if ticked:
            self._clears.setText(f"空格子清空：{'、'.join(ticked)}")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.narrowing, 1)
        row.addWidget(self._told)
        row.addWidget(self._clears)
        return row

    def _make_both(self) -> QSplitter:
        both = self._both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(theme.px(12))
        both.addWidget(self.rows)
        both.addWidget(self.detail)
        both.setSizes([theme.chars(ROWS_CHARS), theme.chars(DETAIL_CHARS)])
        both.setVisible(bool(self.sheet.rows))
        self.narrowing.setVisible(bool(self.sheet.rows))
        return both

    def _connect(self) -> None:
        self.narrowing.changed.connect(self._narrow)
        self.rows.chosen.connect(self._show_row)
        self.rows.ticked.connect(self._tick)
        self.rows.mending_asked.connect(self.detail.comparison.mend_first)
        self.detail.mended.connect(self._mend)
        self.detail.settled.connect(self._settle)
        self.detail.all_settled.connect(self._settle_all)
        self.detail.left_out.connect(self._leave_out)
        self.detail.taken_back.connect(self._take_back)
        self.detail.record_asked.connect(self.record_asked)

    def _narrow(self) -> None:
        chosen = self.rows.current
        self._told.hide()
        self._show_rows(chosen.row if chosen else None)

    def _show_rows(self, row: int | None = None) -> None:
        self.rows.show_rows(self.narrowing.rows(), row)

    def _show_row(self) -> None:
        row = self.rows.current
        if row is None:
            self.detail.clear()
        else:
            self.detail.show_row(self.plan, self.sheet, row)

    def _mend(self, cell: str, text: str) -> None:
        self._answer(with_cell(self.plan.answers, self.sheet.sheet, cell, text))

    def _settle(self, offer: Offer, day: str) -> None:
        row = self.rows.current
        if row is not None:
            pairs = [(row, offer)]
            self._answer(with_settled(self.plan.answers, self.sheet.sheet, pairs, day))

    def _settle_all(self, _offer: Offer, day: str) -> None:
        row = self.rows.current
        if row is not None:
            pairs = [(one, one.offers[0]) for one in rows_alike(self.sheet, row)]
            self._answer(with_settled(self.plan.answers, self.sheet.sheet, pairs, day))

    def _tick(self, rows: Sequence[int], is_in: bool) -> None:
        answers, name = self.plan.answers, self.sheet.sheet
        self._answer(with_left_out(answers, name, rows, is_out=not is_in))

    def _leave_out(self, is_out: bool) -> None:
        row = self.rows.current
        if row is not None:
            self._tick([row.row], not is_out)

    def _take_back(self) -> None:
        row = self.rows.current
        if row is not None:
            self._answer(without_row(self.plan.answers, self.sheet.sheet, row.row))

    def _fill_clears(self) -> None:
        menu = self._clears.menu()
        menu.clear()
        ticked = self.plan.answers.about(self.sheet.sheet).clears
        for label, count in could_clear(self.sheet).items():
            if count or label in ticked:
                action = menu.addAction(f"{label}：{count}行表里空着、台账里有，清空台账里的")
                action.setCheckable(True)
                action.setChecked(label in ticked)
                action.toggled.connect(lambda on, label=label: self._clear(label, on))
        if menu.isEmpty():
            menu.addAction("没有表里空着、台账里有内容的格子").setEnabled(False)

    def _clear(self, label: str, is_ticked: bool) -> None:
        ticked = [one for one in self.plan.answers.about(self.sheet.sheet).clears if one != label]
        labels = [*ticked, label] if is_ticked else ticked
        self._answer(with_clears(self.plan.answers, self.sheet.sheet, labels))

    def _answer(self, changes: dict[str, object]) -> None:
        self.answered.emit(changes)


def _moved(before: SheetPlan, after: SheetPlan, row: int) -> str:
    """Return what became of a row that was mended, and how many others changed with it."""
    was: dict[int, RowPlan] = {one.row: one for one in before.rows}
    moved = [one for one in after.rows if one.row in was and one.verdict != was[one.row].verdict]
    others = sum(1 for one in moved if one.row != row)
    said = [
        f"第{row}行：{SAID[was[row].verdict]} → {SAID[one.verdict]}"
        for one in moved
        if one.row == row
    ]
    if others:
        said.append(f"{'另有' if said else ''}{others}行结果变了")
    return "，".join(said)
