"""Taking Excel lists in: choose files, look at what would happen, do it, or take it back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models.backup import local_copy
from models.errors import Problem
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.plan import SAID, ImportPlan, ImportResult, Verdict
from models.sheets.planning import last_operation
from models.sheets.recognising import EMPTY
from models.sheets.remembering import forget_layout
from models.store_imports import import_batches
from reports.bad_rows import write_bad_rows
from reports.import_errors import remarks_of
from ui import jobs, messages
from ui.dialogs.empty_list import EmptyListDialog
from ui.dialogs.import_log import ImportLogDialog
from ui.dialogs.importing.chosen import ChosenFile, examine, examine_again
from ui.dialogs.importing.sheet_list import Entry, SheetList
from ui.dialogs.importing.sheet_page import SheetPage
from ui.dialogs.opening import close_button, open_dialog, take_room
from ui.dialogs.sheet_preview import SheetPreview
from ui.look import theme
from ui.look.buttons import icon_button, link_button
from ui.look.combo import CalmCombo
from ui.office import Office

KINDS = "表格 (*.xlsx *.xlsm *.xls *.et *.ods *.csv)"
CHOOSE = "选好 Excel 文件后，先在这里看一遍会导入什么，确认无误再点“导入”。"
TITLE_YEAR = "按表中写的年份"
NOT_IMPORTED = "这些表还没有导入，要关掉吗？"
ANSWERS_GO = "刚才改的对应和回答会丢掉，下次要重新说。"
TAKEN_BACK = "已撤销这次导入，台账和导入前一样。"


class ImportDialog(QDialog):
    """From chosen files to one undoable import."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("导入 Excel")
        self._office = office
        self._files: list[ChosenFile] = []
        self._batches: list[int] = []
        self._year: int | None = None
        self._entries: list[Entry] = []
        self._pages: dict[int, SheetPage] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        column.addLayout(self._make_choice())
        self._words = QLabel(CHOOSE)
        self._words.setWordWrap(True)
        theme.mark(self._words, "plain")
        self._next = link_button("下一张要看的表")
        self._next.clicked.connect(self._look_at_next)
        self._next.hide()
        said = QHBoxLayout()
        said.addWidget(self._words, 1)
        said.addWidget(self._next)
        column.addLayout(said)
        column.addWidget(self._make_problem())
        column.addWidget(self._make_sheets(), 1)
        self._filler = QWidget()
        column.addWidget(self._filler, 1)
        column.addLayout(self._make_buttons())
        take_room(self)

    @property
    def words(self) -> str:
        """What the dialog says in sum."""
        return self._words.text()

    @property
    def problem_words(self) -> str:
        """What could not be read, in a sentence."""
        return self._problem.text()

    @property
    def previews(self) -> list[SheetPreview]:
        """The preview of each sheet."""
        return [one.preview for one in self.pages]

    @property
    def pages(self) -> list[SheetPage]:
        """The sheets of all files, in the order in which they are imported."""
        return [self._page(row) for row in range(len(self._entries))]

    @property
    def sheet_words(self) -> list[str]:
        """What would become of each sheet, as the list beside them says."""
        return [one.words for one in self._entries]

    def choose_files(self) -> None:
        """Let the clerk choose lists and read them."""
        chosen = messages.door.open_files(self, "选择要导入的表格", kinds=KINDS)
        if chosen:
            self.read_files(chosen)

    def offer_empty_lists(self) -> None:
        """Let the clerk save an empty list of some kind."""
        open_dialog(EmptyListDialog(self._office, self, kind=self._kind_looked_at()))

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read these lists and show what importing them would do."""
        self._files = []
        self._clear_pages()
        self._sheets.hide()
        self._filler.show()
        self._import.setEnabled(False)
        self._examine([ChosenFile(path) for path in paths])

    def answer(self, path: Path, **changes: object) -> None:
        """Put these parts of a file's answers in place of what they were, and plan it again."""
        given = cast("dict[str, Any]", changes)
        self._answer(path, lambda answers: replace(answers, **given))

    @property
    def plans(self) -> list[ImportPlan]:
        """What importing each file that could be read would do, in their order."""
        return [one.plan for one in self._files if one.plan]

    def _answer(self, path: Path, change: Callable[[Answers], Answers]) -> None:
        """Plan one file again with other answers, the others stay as they are."""
        if self._batches:
            return
        place = next(at for at, one in enumerate(self._files) if one.path == path)
        answers = change(self._files[place].answers)
        changed = replace(self._files[place], answers=answers, is_answered=True)

        store, year, files = self._office.store, self._years.currentData(), self._files

        def work(progress: jobs.Progress) -> list[ChosenFile]:
            return examine_again(store, files, changed, year, progress)

        jobs.run(self, "正在读表…", work, self._show_files, self._show_as_before)

    def _show_as_before(self) -> None:
        """Show again what was planned last: the clerk stopped what was to come after it."""
        self._years.setCurrentIndex(self._years.findData(self._year))
        if not self._files:
            self._words.setText(CHOOSE)
            return
        self._show_files(self._files)
        for row, page in self._pages.items():
            page.show_plan(self._entries[row].plan, self._entries[row].sheet)

    def _examine(self, files: Sequence[ChosenFile], *, said: str = "") -> None:
        store, year = self._office.store, self._years.currentData()

        def work(progress: jobs.Progress) -> list[ChosenFile]:
            return examine(store, files, year, progress)

        def show(found: list[ChosenFile]) -> None:
            self._year = year
            self._show_files(found)
            self._words.setText(said + self._words.text())

        jobs.run(self, "正在读表…", work, show, self._show_as_before)

    def _forget(self, number: int) -> None:
        try:
            forget_layout(self._office.store, number)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._office.say("已忘掉这份对应，以后自动认表；可以撤销")
        self._read_again()

    def start_import(self) -> None:
        """Write what is shown into the file, after a copy of it was kept."""
        store = self._office.store
        plans = [one for one in self.plans if any(sheet.rows for sheet in one.sheets)]

        def work(progress: jobs.Progress) -> list[ImportResult]:
            progress("正在留一份副本", 0, len(plans) + 1)
            local_copy(store.connection, store.path, "导入前")
            results = []
            for number, plan in enumerate(plans, start=1):
                progress(f"正在导入 {plan.path.name}", number, len(plans) + 1)
                results.append(commit_import(store, plan))
            return results

        jobs.run_to_the_end(self, "正在导入…", work, self._show_results)

    @override
    def reject(self) -> None:
        is_said = not self._batches and any(one.is_answered for one in self._files)
        if not is_said or messages.confirm(self, NOT_IMPORTED, detail=ANSWERS_GO, yes="关掉"):
            super().reject()

    def take_back(self) -> None:
        """Undo this import."""
        try:
            for batch in reversed(self._batches):
                self._office.undo_operation(batch)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._begin_again()

    def _begin_again(self) -> None:
        self._batches = []
        self._clear_pages()
        self._examine(self._files, said=TAKEN_BACK)

    def show_imports(self) -> None:
        """Show what was imported so far; what is taken back there is planned anew here."""
        log = ImportLogDialog(self._office, self)
        log.finished.connect(lambda _result: self._look_after_imports())
        open_dialog(log)

    def _look_after_imports(self) -> None:
        store = self._office.store
        steps = (one.operation for one in import_batches(store.connection))
        undone = {one.id for one in steps if one.is_undone}
        if self._batches and undone.issuperset(self._batches):
            self._begin_again()
        elif any(plan.seen_operation != last_operation(store) for plan in self.plans):
            self._read_again()

    def _make_choice(self) -> QHBoxLayout:
        choose = icon_button("选择文件…", "open")
        choose.clicked.connect(self.choose_files)
        empty = icon_button("下载空表…", "export")
        empty.clicked.connect(self.offer_empty_lists)
        imports = icon_button("导入记录…", "history")
        imports.clicked.connect(self.show_imports)
        self._years = CalmCombo()
        self._years.addItem(TITLE_YEAR, None)
        for year in range(self._office.year + 1, self._office.year - 10, -1):
            self._years.addItem(f"都算{year}年", year)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(choose)
        row.addWidget(empty)
        row.addWidget(imports)
        row.addStretch()
        words = QLabel("没写年份的日期")
        theme.mark(words, "label")
        words.setBuddy(self._years)
        row.addWidget(words)
        row.addWidget(self._years)
        self._years.activated.connect(lambda _row: self._read_again())
        return row

    def _make_sheets(self) -> QWidget:
        self._list, self._stack = SheetList(), QStackedWidget()
        self._list.currentRowChanged.connect(self._show_page)
        self._sheets = QWidget()
        row = QHBoxLayout(self._sheets)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        self._sheets.hide()
        return self._sheets

    def _make_problem(self) -> QFrame:
        self._problem_frame = QFrame()
        theme.mark(self._problem_frame, "error-box")
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        column = QVBoxLayout(self._problem_frame)
        column.setContentsMargins(*(theme.px(8),) * 4)
        column.addWidget(self._problem)
        self._problem_frame.hide()
        return self._problem_frame

    def _make_buttons(self) -> QHBoxLayout:
        self._errors = icon_button("错误行存成 Excel", "export")
        self._errors.clicked.connect(self._save_errors)
        self._undo = icon_button("撤销这次导入", "undo")
        self._undo.clicked.connect(self.take_back)
        self._leave = close_button(self)
        self._import = QPushButton("导入")
        theme.mark(self._import, "main")
        self._import.clicked.connect(self.start_import)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._errors)
        row.addWidget(self._undo)
        row.addStretch()
        row.addWidget(self._leave)
        row.addWidget(self._import)
        self._errors.hide()
        self._undo.hide()
        self._import.setEnabled(False)
        return row

    def _read_again(self) -> None:
        if self._files and not self._batches:
            self._examine(self._files)

    def _show_files(self, files: list[ChosenFile]) -> None:
        self._files = files
        if self._batches:
            self._clear_pages()
        self._batches = []
        refused = [one.refusal for one in files if one.refusal]
        self._undo.hide()
        self._problem.setText("\n".join(refused))
        self._problem_frame.setVisible(bool(refused))
        self._show_sheets()
        counts = dict.fromkeys(SAID, 0)
        for plan in self.plans:
            for verdict, count in plan.counts.items():
                counts[verdict] += count
        waiting = sum(one.is_open for entry in self._entries for one in entry.sheet.questions)
        self._words.setText(in_sum(counts, waiting))
        self._import.setEnabled(bool(counts["new"] or counts["update"]))
        self._errors.setVisible(any(remarks_of(plan) for plan in self.plans))

    def _show_sheets(self) -> None:
        entries = [
            Entry(plan, sheet)
            for plan in self.plans
            for sheet in plan.sheets
            if sheet.refusal != EMPTY
        ]
        if len(entries) != len(self._entries):
            self._clear_pages()
        self._entries = entries
        for row, page in self._pages.items():
            if page.plan is not entries[row].plan:
                page.show_plan(entries[row].plan, entries[row].sheet)
        self._list.show_entries(entries)
        self._show_page(self._list.currentRow())
        self._sheets.setVisible(bool(entries))
        self._filler.setVisible(not entries)

    def _show_page(self, row: int) -> None:
        if 0 <= row < len(self._entries):
            self._stack.setCurrentWidget(self._page(row))
        self._next.setVisible(self._next_row() is not None)

    def _next_row(self) -> int | None:
        """Return the next sheet about which the clerk has to say something, from the one shown on."""
        here, count = self._list.currentRow(), len(self._entries)
        rows = ((here + step) % count for step in range(1, count))
        return next((row for row in rows if self._entries[row].needs_a_look), None)

    def _look_at_next(self) -> None:
        row = self._next_row()
        if row is not None:
            self._list.setCurrentRow(row)

    def _page(self, row: int) -> SheetPage:
        """Return the page of a sheet; it is made when it is first looked at."""
        if row not in self._pages:
            entry = self._entries[row]
            path = entry.plan.path
            page = SheetPage(entry.plan, entry.sheet, self._office.year)
            page.corrected.connect(partial(self._answer, path))
            page.mended.connect(lambda changes: self.answer(path, **changes))
            page.forgotten.connect(self._forget)
            page.record_asked.connect(self._show_record)
            self._stack.addWidget(page)
            self._pages[row] = page
            if self._batches:
                page.freeze()
        return self._pages[row]

    def _clear_pages(self) -> None:
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._entries = []

    def _kind_looked_at(self) -> str | None:
        row = self._list.currentRow()
        return self._entries[row].sheet.kind or None if 0 <= row < len(self._entries) else None

    def _show_record(self, table: str, record_id: int) -> None:
        """Show a known record over the preview; what is changed there is planned anew."""

        def look_again() -> None:
            now = last_operation(self._office.store)
            if any(plan.seen_operation != now for plan in self.plans):
                self._read_again()

        self._office.open_in_box(table, record_id, look_again)

    def _show_results(self, results: list[ImportResult]) -> None:
        self._batches = [one.batch for one in results if one.batch is not None]
        new = sum(one.plan.counts["new"] for one in results)
        changed = sum(one.plan.counts["update"] for one in results)
        self._words.setText(f"已导入：新增{new}条，更新{changed}条。导入前的台账留了一份副本。")
        self._show_what_went_in({one.plan.path: one.plan for one in results})
        self._import.setEnabled(False)
        self._undo.setVisible(bool(self._batches))
        for page in self._pages.values() if self._batches else ():
            page.freeze()
        self._office.say(f"已导入：新增{new}条，更新{changed}条")

    def _show_what_went_in(self, plans: Mapping[Path, ImportPlan]) -> None:
        """Show the plans that were followed: a list may rest upon one imported just before it."""
        self._files = [replace(one, plan=plans.get(one.path, one.plan)) for one in self._files]
        self._show_sheets()

    def _save_errors(self) -> None:
        proposal = self._files[0].path.with_name(f"{self._files[0].path.stem}_错误行.xlsx")
        path = messages.door.save_file(
            self, "错误行存成 Excel", proposal=proposal, kinds="Excel 工作簿 (*.xlsx)"
        )
        if path is None:
            return
        try:
            write_bad_rows(path, self.plans)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._office.say(f"已保存 {path}")


def in_sum(counts: Mapping[Verdict, int], waiting: int) -> str:
    """Return what importing would do, and what is to be said before."""
    said = "，".join(f"{SAID[verdict]}{count}行" for verdict, count in counts.items() if count)
    asked = f"有{waiting}处要问您，答了再导入更准。" if waiting else ""
    if not said:
        return f"还没有可导入的行。{asked or '请看下面的说明。'}"
    if not (asked or counts["new"] or counts["update"]):
        return f"共认出：{said}。没有要新增或更新的。"
    return f"共认出：{said}。{asked or '看过下面的明细，没问题就点“导入”。'}"
