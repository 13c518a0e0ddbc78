"""操作记录: every step since the file began, and taking one of them back."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models import clock
from models.store_operations import KINDS, OperationLog, Step
from reports.workbook import Sheet
from ui.dialogs.opening import take_room
from ui.lists.paged import PagedTable, all_of
from ui.lists.view_sheets import sheet_of_lines
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmCombo
from ui.look.find_line import find_line
from ui.office import Office
from ui.sheet_saving import LABEL, save_made_sheets
from ui.touched import open_touched
from ui.undoing import undo_step

TITLES = (("时间", 9.5), ("操作", 30), ("种类", 6), ("记录数", 5), ("后来", 9))
ROWS_COLUMN = 3
SPANS = (("全部日期", None), ("今天", 0), ("最近7天", 6), ("最近30天", 29), ("最近一年", 365))
NOTHING_FOUND = "没有符合条件的操作。换个词、种类或日期再找。"


class OperationsDialog(QDialog):
    """The steps, latest first, narrowed by words, kind and day."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("操作记录")
        self._office = office
        self._table: PagedTable[Step] = PagedTable(
            "操作记录", TITLES, _texts, numbers=(ROWS_COLUMN,)
        )
        self._nothing = QLabel(NOTHING_FOUND)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.mark(self._nothing, "muted")
        self._places = QStackedWidget()
        self._places.addWidget(self._table)
        self._places.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(8))
        layout.addLayout(self._make_bar())
        layout.addWidget(self._places, 1)
        layout.addLayout(self._make_buttons())
        self._connect()
        self.refresh()
        take_room(self)
        self._words.setFocus()

    @property
    def table(self) -> PagedTable[Step]:
        """The steps."""
        return self._table

    @property
    def words_box(self) -> QLineEdit:
        """Where the clerk types what to look for."""
        return self._words

    def refresh(self) -> None:
        """Read the steps again as the filters say."""
        self._table.read_from(self._log().more)
        self._places.setCurrentIndex(0 if self._table.lines.lines else 1)

    def undo_chosen(self) -> None:
        """Take the chosen step back, whatever came after it."""
        chosen = self._table.selected
        if chosen:
            undo_step(self, self._office, chosen[0].operation, done=self.refresh)

    def open_chosen(self) -> None:
        """Show the records that the chosen step touched and that are still there."""
        chosen = self._table.selected
        if chosen:
            open_touched(self, self._office, chosen[0].operation)

    def _make_bar(self) -> QHBoxLayout:
        self._words = find_line("查找操作，如：张三、导入、2024-03-13", "在操作记录中查找")
        self._words.setFixedWidth(theme.chars(22))
        self._kinds, self._spans = CalmCombo(), CalmCombo()
        self._kinds.setAccessibleName("种类")
        self._kinds.addItem("全部种类", "")
        for kind, words in KINDS.items():
            self._kinds.addItem(words, kind)
        self._spans.setAccessibleName("日期")
        for words, days in SPANS:
            self._spans.addItem(words, days)
        bar = QHBoxLayout()
        bar.setSpacing(theme.px(8))
        for widget in (self._words, self._kinds, self._spans):
            bar.addWidget(widget)
        bar.addStretch()
        return bar

    def _make_buttons(self) -> QHBoxLayout:
        self._told = QLabel()
        theme.mark(self._told, "muted")
        self._open = icon_button("打开记录", "open")
        self._undo = icon_button("撤销这一步", "undo", role="main")
        close = QPushButton("关闭 Esc")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._told, 1)
        export = icon_button(LABEL, "export")
        export.clicked.connect(self._save_sheet)
        for button in (export, self._open, self._undo, close):
            row.addWidget(button)
        return row

    def _save_sheet(self) -> None:
        """Save all that the filters let through as a table, also what was not scrolled to."""
        log = self._log()

        def make() -> list[Sheet]:
            labels = [label for label, _ in TITLES]
            lines = [_texts(one) for one in all_of(log.more)]
            return [sheet_of_lines("操作记录", labels, lines, numbers=(ROWS_COLUMN,))]

        save_made_sheets(self, self._office, "操作记录", make)

    def _log(self) -> OperationLog:
        return OperationLog(
            self._office.store.connection,
            words=self._words.text(),
            kind=str(self._kinds.currentData() or ""),
            since=_since(self._spans.currentData()),
        )

    def _connect(self) -> None:
        self._words.textChanged.connect(lambda _text: self.refresh())
        self._kinds.activated.connect(lambda _row: self.refresh())
        self._spans.activated.connect(lambda _row: self.refresh())
        self._table.chosen.connect(self._follow_choice)
        self._table.doubleClicked.connect(lambda _index: self.open_chosen())
        self._open.clicked.connect(self.open_chosen)
        self._undo.clicked.connect(self.undo_chosen)

    def _follow_choice(self) -> None:
        chosen = self._table.selected
        self._open.setEnabled(len(chosen) == 1)
        self._undo.setEnabled(len(chosen) == 1 and chosen[0].can_be_undone)
        count = len(self._table.lines.lines)
        more = "，往下滚动继续列出" if self._table.lines.has_more else ""
        self._told.setText(f"已列出{count}步{more}")


def _texts(step: Step) -> tuple[str, ...]:
    made_at = step.operation.made_at[:16].replace("T", " ")
    rows = f"{step.rows:,}" if step.rows else ""
    return made_at, step.words, step.kind, rows, step.state


def _since(days: object) -> date | None:
    return clock.today() - timedelta(days=days) if isinstance(days, int) else None
