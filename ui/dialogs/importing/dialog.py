"""Taking Excel lists in: choose files, look at what would happen, do it, or take it back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from models.backup import local_copy
from models.errors import Problem
from models.lists.catalogue import BY_NAME
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.plan import SAID, ImportPlan, ImportResult, SheetPlan, Verdict
from models.sheets.planning import import_order, plan_import
from models.store import Store
from reports.bad_rows import write_bad_rows
from reports.import_errors import remarks_of
from ui import jobs, messages
from ui.dialogs.empty_list import EmptyListDialog
from ui.dialogs.opening import close_button, open_dialog, take_room
from ui.dialogs.sheet_preview import SheetPreview
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmCombo
from ui.office import Office

KINDS = "表格 (*.xlsx *.xlsm *.xls *.et *.ods *.csv)"
AUTOMATIC = "自动认表"
TITLE_YEAR = "按表中写的年份"


@dataclass(slots=True)
class ChosenFile:
    """A list that the clerk chose: what was answered about it, and what importing it would do."""

    path: Path
    answers: Answers = field(default_factory=Answers)
    plan: ImportPlan | None = None
    refusal: str = ""


class ImportDialog(QDialog):
    """From chosen files to one undoable import."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("导入 Excel")
        self._office = office
        self._files: list[ChosenFile] = []
        self._batches: list[int] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        column.addLayout(self._make_choice())
        self._words = QLabel("选好 Excel 文件后，先在这里看一遍会导入什么，确认无误再点“导入”。")
        self._words.setWordWrap(True)
        theme.mark(self._words, "plain")
        column.addWidget(self._words)
        column.addWidget(self._make_problem())
        self._sheets = QTabWidget()
        self._sheets.setDocumentMode(True)
        self._sheets.hide()
        column.addWidget(self._sheets, 1)
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
        found = (self._sheets.widget(number) for number in range(self._sheets.count()))
        return [one for one in found if isinstance(one, SheetPreview)]

    def choose_files(self) -> None:
        """Let the clerk choose lists and read them."""
        chosen = messages.door.open_files(self, "选择要导入的表格", kinds=KINDS)
        if chosen:
            self.read_files(chosen)

    def offer_empty_lists(self) -> None:
        """Let the clerk save an empty list of some kind."""
        open_dialog(EmptyListDialog(self._office, self, kind=self._types.currentData()))

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read these lists and show what importing them would do."""
        self._read([ChosenFile(path) for path in paths], self._show_files)

    def answer(self, path: Path, **changes: object) -> None:
        """Put these parts of a file's answers in place of what they were, and plan it again."""
        for one in self._files:
            if one.path == path:
                one.answers = replace(one.answers, **cast("dict[str, Any]", changes))
        self._read_again()

    @property
    def plans(self) -> list[ImportPlan]:
        """What importing each file that could be read would do, in their order."""
        return [one.plan for one in self._files if one.plan]

    def _read(self, files: Sequence[ChosenFile], then: Callable[[list[ChosenFile]], None]) -> None:
        store = self._office.store
        year = self._years.currentData()
        as_type = self._types.currentData()

        def work(progress: jobs.Progress) -> list[ChosenFile]:
            progress("正在打开", 0, 0)
            order = import_order([one.path for one in files])
            return [
                _planned(store, files[place], as_type=as_type, year=year, progress=progress)
                for place in order
            ]

        jobs.run(self, "正在读表…", work, then)

    def start_import(self) -> None:
        """Write what is shown into the file, after a copy of it was kept."""
        store = self._office.store
        plans = self.plans

        def work(progress: jobs.Progress) -> list[ImportResult]:
            progress("正在留一份副本", 0, len(plans) + 1)
            local_copy(store.connection, store.path, "导入前")
            results = []
            for number, plan in enumerate(plans, start=1):
                progress(f"正在导入 {plan.path.name}", number, len(plans) + 1)
                results.append(commit_import(store, plan))
            return results

        jobs.run_to_the_end(self, "正在导入…", work, self._show_results)

    def take_back(self) -> None:
        """Undo this import."""
        try:
            for batch in reversed(self._batches):
                self._office.undo_operation(batch)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._batches = []
        self._undo.hide()
        self._words.setText("已撤销这次导入，台账和导入前一样。")

    def _make_choice(self) -> QHBoxLayout:
        choose = icon_button("选择文件…", "open")
        choose.clicked.connect(self.choose_files)
        empty = icon_button("下载空表…", "export")
        empty.clicked.connect(self.offer_empty_lists)
        self._types, self._years = CalmCombo(), CalmCombo()
        self._types.addItem(AUTOMATIC, None)
        for one in BY_NAME.values():
            self._types.addItem(one.label, one.name)
        self._years.addItem(TITLE_YEAR, None)
        for year in range(self._office.year + 1, self._office.year - 10, -1):
            self._years.addItem(f"都算{year}年", year)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(choose)
        row.addWidget(empty)
        row.addStretch()
        for label, combo in (("认成", self._types), ("没写年份的日期", self._years)):
            words = QLabel(label)
            theme.mark(words, "label")
            words.setBuddy(combo)
            row.addWidget(words)
            row.addWidget(combo)
            combo.activated.connect(lambda _row: self._read_again())
        return row

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
            self._read(self._files, self._show_files)

    def _show_files(self, files: list[ChosenFile]) -> None:
        self._files = files
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
        self._words.setText(
            _in_sum(counts) if self.plans else "没有读到能导入的内容，台账没有改动。"
        )
        if any(sheet.needs_year for plan in self.plans for sheet in plan.sheets):
            self._words.setText("有的表没写是哪一年的：请先在右上角“没写年份的日期”里选年度。")
        self._import.setEnabled(bool(counts["new"] or counts["update"]))
        self._errors.setVisible(any(remarks_of(plan) for plan in self.plans))

    def _show_sheets(self) -> None:
        self._sheets.clear()
        for plan in self.plans:
            for sheet in plan.sheets:
                self._sheets.addTab(SheetPreview(sheet, plan.notices), _tab_name(plan, sheet))
        self._sheets.setVisible(self._sheets.count() > 0)
        self._filler.setVisible(self._sheets.count() == 0)

    def _show_results(self, results: list[ImportResult]) -> None:
        self._batches = [one.batch for one in results if one.batch is not None]
        new = sum(one.plan.counts["new"] for one in results)
        changed = sum(one.plan.counts["update"] for one in results)
        self._words.setText(f"已导入：新增{new}条，更新{changed}条。导入前的台账留了一份副本。")
        self._import.setEnabled(False)
        self._undo.setVisible(bool(self._batches))
        self._office.say(f"已导入：新增{new}条，更新{changed}条")

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


def _planned(
    store: Store,
    chosen: ChosenFile,
    *,
    as_type: str | None,
    year: int | None,
    progress: jobs.Progress,
) -> ChosenFile:
    """Return a file with what importing it would do, or why it cannot be read."""
    words = f"正在读 {chosen.path.name}"
    progress(words, 0, 0)
    try:
        plan = plan_import(
            store,
            chosen.path,
            as_type=as_type,
            year=year,
            answers=chosen.answers,
            progress=partial(progress, words),
        )
    except Problem as problem:
        return replace(chosen, plan=None, refusal=f"{chosen.path.name}：{problem}")
    return replace(chosen, plan=plan, refusal="")


def _in_sum(counts: dict[Verdict, int]) -> str:
    said = "，".join(f"{SAID[verdict]}{count}行" for verdict, count in counts.items() if count)
    return f"共认出：{said}。看过下面的明细，没问题就点“导入”。" if said else "表里没有可导入的行。"


def _tab_name(plan: ImportPlan, sheet: SheetPlan) -> str:
    name = sheet.label or "没有认出"
    return f"{sheet.sheet or plan.path.stem} → {name}"
