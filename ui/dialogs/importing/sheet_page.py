"""One sheet of a chosen file: how it is read, what it leaves open, and its rows."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.lists.catalogue import BY_NAME, SHEET_TYPES
from models.sheets import answering
from models.sheets.answers import Answers
from models.sheets.layout import NO_HEADER
from models.sheets.plan import ImportPlan, SheetPlan
from models.sheets.planning import ASK_YEAR
from models.sheets.questions import Question
from ui.dialogs.importing.columns_panel import ColumnsPanel
from ui.dialogs.importing.picks import WordPick
from ui.dialogs.importing.questions_panel import QuestionsPanel
from ui.dialogs.sheet_preview import SheetPreview
from ui.forms.options import Option
from ui.look import theme
from ui.look.buttons import link_button
from ui.look.combo import CalmCombo

NOT_TAKEN = "*"
KIND_CHARS, LINE_CHARS = 18, 26
MOST_HEADER_ROWS = 4
ROWS, COLUMNS, QUESTIONS = range(3)
UNKNOWN_HEADER = "没有认出表头"
WITHOUT_HEADER = "没有表头，第一行就是内容"
Change = Callable[[Answers, SheetPlan], Answers]


class SheetPage(QWidget):
    """A sheet with everything about it that the clerk may correct."""

    corrected = Signal(object)
    mended = Signal(object)
    forgotten = Signal(int)
    record_asked = Signal(str, int)

    def __init__(self, plan: ImportPlan, sheet: SheetPlan, year: int) -> None:
        super().__init__()
        self._plan, self._sheet = plan, sheet
        self._columns, self._questions = ColumnsPanel(), QuestionsPanel(year)
        self._columns.chosen.connect(self._read_column)
        self._questions.answered.connect(self._answer)
        self._questions.shared.connect(self._share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(self._make_head())
        column.addLayout(self._make_tabs())
        self._refusal = QLabel()
        self._refusal.setWordWrap(True)
        theme.mark(self._refusal, "error")
        column.addWidget(self._refusal)
        self._guesses = QHBoxLayout()
        self._guesses.setSpacing(theme.px(8))
        column.addLayout(self._guesses)
        column.addWidget(self._stack, 1)
        self._preview = self._make_preview()
        self._show()
        self._open_what_matters()

    @property
    def plan(self) -> ImportPlan:
        """The plan that is shown."""
        return self._plan

    @property
    def preview(self) -> SheetPreview:
        """The rows of the sheet."""
        return self._preview

    @property
    def columns(self) -> ColumnsPanel:
        """What the columns are read as."""
        return self._columns

    @property
    def questions(self) -> QuestionsPanel:
        """What is asked of the sheet."""
        return self._questions

    def show_plan(self, plan: ImportPlan, sheet: SheetPlan) -> None:
        """Show the sheet as it was understood now."""
        self._plan, self._sheet = plan, sheet
        earlier = self._preview
        self._preview = self._make_preview()
        self._preview.take_up(earlier)
        earlier.hide()
        earlier.deleteLater()
        self._show()

    def freeze(self) -> None:
        """Let the sheet only be looked at: it is imported."""
        for widget in (
            self._kind,
            self._lines,
            self._heights,
            self._forget,
            self._reset,
            self._columns,
            self._questions,
        ):
            widget.setEnabled(False)
        self._preview.freeze()

    def _show(self) -> None:
        plan, sheet = self._plan, self._sheet
        self._show_head()
        self._columns.show_sheet(sheet)
        self._questions.show_sheet(sheet, plan.desk)
        self._refusal.setText(self._advice())
        self._refusal.setVisible(bool(sheet.refusal))
        self._show_guesses()
        used = sum(1 for one in sheet.columns if one.code)
        waiting = sum(1 for one in sheet.questions if one.is_open)
        for button, words in zip(
            self._tabs.buttons(),
            (
                f"逐行结果 {len(sheet.rows)}",
                f"列的对应 {used}/{len(sheet.columns)}",
                f"要问的 {waiting}" if waiting else "要问的",
            ),
            strict=True,
        ):
            button.setText(words)

    def _make_head(self) -> QHBoxLayout:
        self._kind = WordPick("认成", _kinds())
        self._kind.setFixedWidth(theme.chars(KIND_CHARS))
        self._kind.settled.connect(self._choose_kind)
        self._lines, self._heights = CalmCombo(), CalmCombo()
        self._lines.setFixedWidth(theme.chars(LINE_CHARS))
        self._lines.setAccessibleName("表头在第几行")
        self._heights.setAccessibleName("表头共几行")
        for combo in (self._lines, self._heights):
            combo.activated.connect(self._choose_rows)
        self._kept = QLabel()
        theme.mark(self._kept, "ok")
        self._forget = link_button("忘掉这份对应")
        self._forget.clicked.connect(self._tell_forgotten)
        self._reset = link_button("改回自动认的")
        self._reset.clicked.connect(lambda: self._change(answering.by_itself))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(_label("认成"))
        row.addWidget(self._kind)
        row.addSpacing(theme.px(8))
        row.addWidget(_label("表头"))
        row.addWidget(self._lines)
        row.addWidget(self._heights)
        row.addStretch()
        for widget in (self._kept, self._forget, self._reset):
            row.addWidget(widget)
        return row

    def _make_tabs(self) -> QHBoxLayout:
        self._stack = QStackedWidget()
        self._rows_place = QWidget()
        self._rows = QVBoxLayout(self._rows_place)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for page in (self._rows_place, self._columns, self._questions):
            self._stack.addWidget(page)
        self._tabs = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        for number in (ROWS, COLUMNS, QUESTIONS):
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoDefault(False)
            theme.mark(button, "sub")
            self._tabs.addButton(button, number)
            row.addWidget(button)
        self._tabs.idClicked.connect(self._stack.setCurrentIndex)
        row.addStretch()
        return row

    def _open_what_matters(self) -> None:
        """Begin with what has to be said before the rows can be looked at."""
        is_asked = any(one.is_open for one in self._sheet.questions)
        first = QUESTIONS if is_asked else ROWS if self._sheet.rows else COLUMNS
        self._tabs.button(first).setChecked(True)
        self._stack.setCurrentIndex(first)

    def _show_head(self) -> None:
        sheet = self._sheet
        chosen = NOT_TAKEN if sheet.layout.is_left_out else sheet.kind
        self._kind.tell_value(chosen)
        self._show_header_rows()
        self._kept.setText(sheet.remembered)
        self._kept.setVisible(bool(sheet.remembered))
        self._forget.setVisible(sheet.remembered_id is not None)
        self._reset.setVisible(sheet.sheet in self._plan.answers.layouts)

    def _show_header_rows(self) -> None:
        sheet = self._sheet
        with QSignalBlocker(self._lines), QSignalBlocker(self._heights):
            self._lines.clear()
            self._heights.clear()
            self._heights.setVisible(sheet.layout.rows != NO_HEADER)
            if not sheet.header_rows and sheet.layout.rows != NO_HEADER:
                self._lines.addItem(UNKNOWN_HEADER, None)
            self._lines.addItem(WITHOUT_HEADER, 0)
            for number, line in enumerate(sheet.first_lines, start=1):
                self._lines.addItem(f"第{number}行：{line[:40]}", number)
            for count in range(1, MOST_HEADER_ROWS + 1):
                self._heights.addItem(f"共{count}行", count)
            if sheet.layout.rows == NO_HEADER:
                self._lines.setCurrentIndex(0)
            elif sheet.header_rows:
                self._lines.setCurrentIndex(self._lines.findData(sheet.header_rows[0]))
                self._heights.setCurrentIndex(self._heights.findData(len(sheet.header_rows)))

    def _make_preview(self) -> SheetPreview:
        preview = SheetPreview(self._sheet, self._plan)
        preview.answered.connect(self.mended)
        preview.record_asked.connect(self.record_asked)
        self._rows.addWidget(preview)
        return preview

    def _show_guesses(self) -> None:
        """Offer the kinds that an unknown list may be, each of them a click."""
        while self._guesses.count():
            if widget := self._guesses.takeAt(0).widget():
                widget.hide()
                widget.deleteLater()
        if not self._sheet.likely_kinds:
            return
        self._guesses.addWidget(_label("可能是"))
        for name in self._sheet.likely_kinds:
            link = link_button(BY_NAME[name].label)
            link.clicked.connect(lambda _on=False, kind=name: self._choose_kind(kind))
            self._guesses.addWidget(link)
        self._guesses.addStretch()

    def _advice(self) -> str:
        sheet = self._sheet
        if not sheet.refusal or sheet.layout.is_left_out:
            return sheet.refusal
        if sheet.needs_year:
            return f"{ASK_YEAR}。"
        if not sheet.columns:
            return f"{sheet.refusal}。请在上面“认成”里选一种台账，再看表头在第几行。"
        if any(one.is_open and one.subject == "value" for one in sheet.questions):
            return f"{sheet.refusal}。请在“列的对应”里指明是哪一列，或在“要问的”里回答。"
        return f"{sheet.refusal}。请在“列的对应”里指明是哪一列。"

    def _choose_kind(self, kind: str) -> None:
        if kind == NOT_TAKEN:
            self._change(answering.left_out)
        elif kind:
            self._change(lambda answers, sheet: answering.with_kind(answers, sheet, kind))
        else:
            self._change(answering.by_itself)

    def _choose_rows(self) -> None:
        first, count = self._lines.currentData(), self._heights.currentData() or 1
        if first is not None:
            rows = (first, first + count - 1) if first else NO_HEADER
            self._change(lambda answers, sheet: answering.with_rows(answers, sheet, rows))

    def _read_column(self, letters: str, code: str) -> None:
        self._change(lambda answers, sheet: answering.with_column(answers, sheet, letters, code))

    def _answer(self, question: Question, text: str) -> None:
        self._change(lambda answers, sheet: answering.with_answer(answers, sheet, question, text))

    def _share(self, code: str, text: str) -> None:
        self._change(lambda answers, sheet: answering.with_constant(answers, sheet, code, text))

    def _change(self, change: Change) -> None:
        sheet = self._sheet
        self.corrected.emit(lambda answers: change(answers, sheet))

    def _tell_forgotten(self) -> None:
        if self._sheet.remembered_id is not None:
            self.forgotten.emit(self._sheet.remembered_id)


def _kinds() -> list[Option]:
    return [
        Option(NOT_TAKEN, "不导入这张工作表"),
        *(Option(one.name, one.label) for one in SHEET_TYPES),
    ]


def _label(words: str) -> QLabel:
    label = QLabel(words)
    theme.mark(label, "label")
    return label
