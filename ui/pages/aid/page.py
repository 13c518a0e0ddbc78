"""发放批次: the batches of the year at the left, the chosen one with its lines at the right."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from models import clock
from models.aid import AidSheet, batch_totals
from models.errors import Problem
from models.periods import year_period
from models.records.aid import AidBatch
from models.records.base import Record
from models.rules import checking
from models.typed import TypedForm
from models.values.money import show_money
from reports.catalogue import find_report
from reports.workbook import Sheet
from ui import keys, messages
from ui.dialogs.history import HistoryDialog
from ui.dialogs.opening import open_dialog, window_in_front
from ui.forms import guard
from ui.forms.journal import Journaling
from ui.lists.columns import CellText, Column
from ui.lists.table import RecordTable
from ui.lists.view_sheets import sheet_of_view
from ui.look import theme
from ui.look.buttons import icon_button
from ui.office import Office
from ui.own_page import OwnPage
from ui.pages.aid.choosing import ChooseFilesDialog
from ui.pages.aid.keeping import put_back, typed_in
from ui.pages.aid.sheet import SheetPanel
from ui.sheet_saving import export_button
from ui.undoing import undo_step

SIGNING_LIST = "aid-signing"


class AidPage(OwnPage):
    """Batches of aid: who gets what, totals, signatures, the signing list."""

    takes = AidBatch.about.table

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        theme.mark(self, "canvas")
        self._totals: dict[int, tuple[int, int, int]] = {}
        self._is_starting = False
        self.panel = SheetPanel(office, self._fresh())
        self._journaling = Journaling(self, office, self.takes, lambda: typed_in(self.panel))
        self._build()
        self._connect()
        self.refresh()

    @property
    def batches(self) -> RecordTable:
        """The list of the year's batches."""
        return self._batches

    @property
    @override
    def state_words(self) -> str:
        records = self._batches.records.records
        sums = [self._totals.get(one.id or 0, (0, 0, 0)) for one in records]
        people, total = sum(one[0] for one in sums), sum(one[2] for one in sums)
        year = self.office.year
        return f"{year}年发放 {len(records)}批，{people}人次，{show_money(total)}元"

    @override
    def may_leave(self) -> bool:
        if not self.panel.is_changed:
            return True
        title = self.panel.sheet.batch.title or "新批次"
        answer = guard.ask(self, title)
        if answer == "save":
            return self._save()
        if answer == "discard":
            self._show(self.panel.sheet.batch)
        return answer == "discard"

    @override
    def typed(self) -> list[TypedForm]:
        return [typed_in(self.panel)] if self.panel.is_changed else []

    @override
    def take_up(self, typed: TypedForm) -> bool:
        if not self.may_leave():
            return False
        batch = self.office.store.get_or_none(AidBatch, typed.record) or self._fresh()
        if batch.id is None:
            self._batches.choose_nothing()
        self._show(batch)
        self._is_starting = batch.id is None
        if not self.panel.sheet.is_locked:
            put_back(self.panel, typed)
        return True

    @override
    def keep_now(self) -> bool:
        return self._journaling.write()

    @override
    def forget_typed(self) -> None:
        self._journaling.forget()

    @override
    def refresh(self) -> None:
        store, year = self.office.store, self.office.year
        self._totals = batch_totals(store, year)
        batches = store.find(AidBatch, year=year)
        self._batches.show_records(batches, self._columns())
        self._sums.setText(self.state_words)
        if self.isVisible():
            self.office.filter_changed.emit(self.state_words)
        if self.panel.is_changed:
            return
        shown = self.panel.sheet.batch
        now = next((one for one in batches if one.id == shown.id), None)
        if now is None and batches and not self._is_starting:
            now = batches[-1]
        self._show(now or self._fresh())

    def start_new(self) -> None:
        """Offer an empty batch."""
        if self.may_leave():
            self._batches.choose_nothing()
            self._show(self._fresh())
            self._is_starting = True
            self.panel.start()

    def _fresh(self) -> AidBatch:
        return AidBatch(year=self.office.year)

    def _columns(self) -> list[Column]:
        def title(batch: AidBatch) -> CellText:
            return CellText(batch.title)

        def amount(batch: AidBatch) -> CellText:
            fen = self._totals.get(batch.id or 0, (0, 0, 0))[2]
            return CellText(show_money(fen), order=fen)

        def signed(batch: AidBatch) -> CellText:
            lines, done, _ = self._totals.get(batch.id or 0, (0, 0, 0))
            if lines and lines == done:
                return CellText("签完", "ok")
            return CellText(f"{done}/{lines}", "error" if done < lines else "muted")

        return [
            Column("批次", title, width=9),
            Column("金额", amount, align="right", width=5),
            Column("签领", signed, width=3),
        ]

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.px(12))
        splitter.addWidget(self._make_list())
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([theme.chars(24), theme.chars(76)])
        outer.addWidget(splitter)

    def _make_list(self) -> QWidget:
        side = QFrame()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        new = icon_button(keys.label("新建批次", "new"), "add")
        new.clicked.connect(self.start_new)
        row = QHBoxLayout()
        row.addWidget(new)
        row.addStretch()
        row.addWidget(export_button(self.office, lambda: self._sheet_name, self._sheets))
        self._batches = RecordTable(self._columns())
        self._batches.setAccessibleName("发放批次")
        self._sums = QLabel()
        self._sums.setWordWrap(True)
        theme.mark(self._sums, "muted")
        column.addLayout(row)
        column.addWidget(self._batches, 1)
        column.addWidget(self._sums)
        return side

    @property
    def _sheet_name(self) -> str:
        return f"{self.office.year}年发放批次"

    def _sheets(self) -> list[Sheet]:
        """Return the year's batches, and the lines of the one that is shown."""
        batches = sheet_of_view(self._batches, self._sheet_name, (self.state_words,))
        title = self.panel.sheet.batch.title
        lines = sheet_of_view(self.panel.grid, f"{title or '新批次'}明细")
        return [batches, lines] if self.panel.sheet.items else [batches]

    def _connect(self) -> None:
        keys.bind_everywhere(self, "new", self.start_new)
        keys.bind_everywhere(self, "save", self._save)
        self._batches.row_chosen.connect(self._choose)
        self._batches.opened.connect(lambda _batch: self.panel.focus_lines())
        self.panel.edited.connect(self._journaling.note_change)
        self.panel.save_asked.connect(self._save)
        self.panel.given_up.connect(lambda: self._show(self.panel.sheet.batch))
        self.panel.files_asked.connect(self._ask_files)
        self.panel.delete_asked.connect(self._delete)
        self.panel.print_asked.connect(self._print)
        self.panel.history_asked.connect(self._show_history)
        self.panel.reversal_asked.connect(self._reverse)

    def _choose(self, record: Record) -> None:
        if not isinstance(record, AidBatch) or record.id == self.panel.sheet.batch.id:
            return
        if not self.may_leave():
            before = self.panel.sheet.batch.id
            QTimer.singleShot(0, lambda: self._batches.go_back_to(before))
            return
        self._show(record)

    def _show(self, batch: AidBatch) -> None:
        """Show a batch as it is kept."""
        self._is_starting = False
        kept = self.office.store.get_or_none(AidBatch, batch.id) or self._fresh()
        self.panel.show_sheet(AidSheet.open(self.office.store, kept))
        self._journaling.forget()
        if kept.id is not None:
            self._batches.go_back_to(kept.id)

    def _save(self) -> bool:
        sheet = self.panel.take()
        if sheet is None:
            return False
        wrong = [
            one
            for one in checking.check_entry(sheet.batch, self.office.store)
            if one.level == "error"
        ]
        if wrong:
            self.panel.say_head(wrong[0].field, wrong[0].text)
            return False
        place = self.panel.grid.currentIndex()
        try:
            batch = sheet.save()
        except Problem as problem:
            messages.show_problem(self, problem)
            return False
        self.panel.show_sheet(sheet)
        self._journaling.forget()
        self.refresh()
        self._batches.go_back_to(batch.id)
        self.panel.grid.put_cursor(place.row(), place.column())
        self.panel.say(f"已保存 {clock.now():%H:%M}")
        return True

    def _ask_files(self) -> None:
        sheet = self.panel.take()
        if sheet is None:
            return
        if not sheet.addable():
            self.panel.say("没有可以加入的在档户：都已在本批里，或者还没有在档的档案")
            return
        dialog = ChooseFilesDialog(sheet, self)
        dialog.chosen.connect(self.panel.add_files)
        open_dialog(dialog)

    def _delete(self) -> None:
        batch = self.panel.sheet.batch
        count = len(self.panel.sheet.items)
        detail = f"同时删除：发放明细{count}条。删除后可在回收站找回。"
        if batch.id is None or not messages.confirm(
            self, f"删除发放批次“{batch.title}”？", detail=detail, yes="删除"
        ):
            return
        self.panel.show_sheet(AidSheet.open(self.office.store, self._fresh()))
        self._journaling.forget()
        try:
            with self.office.store.change(f"删除发放批次 {batch.title}") as step:
                self.office.store.delete(batch)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        office = self.office
        office.offer(
            f"已删除发放批次“{batch.title}”",
            "撤销",
            lambda: undo_step(window_in_front(), office, step),
        )

    def _show_history(self) -> None:
        open_dialog(HistoryDialog(self.panel.sheet.batch, self.office, self))

    def _print(self) -> None:
        if self.panel.is_changed and not self._save():
            return
        report = find_report(SIGNING_LIST)
        values = {"batch": str(self.panel.sheet.batch.id)}
        request = report.request(year_period(self.office.year), values=values)
        self.office.preview(report.document(self.office.store, request))

    def _reverse(self, row: int) -> None:
        sheet = self.panel.sheet
        if not 0 <= row < len(sheet.items):
            self.panel.say("请先把光标放在要冲正的那一行")
            return
        line = sheet.items[row]
        question = f"冲正“{line.household_name}”的 {show_money(line.amount or 0)}元？"
        detail = "会加一行负数，原来的签领保留，可以撤销。"
        if not messages.confirm(self, question, detail=detail, yes="冲正"):
            return
        try:
            sheet.reverse(row)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._show(sheet.batch)
