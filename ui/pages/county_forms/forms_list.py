"""All forms that come from above: how far each is mapped, and when it was last handed up."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models import codes
from models.county_forms.mapping import forms, mapped_in
from models.filing import differences
from models.records import BY_TABLE
from models.records.county_forms import CountyForm
from models.records.reported import FiledPaper
from models.values.dates import say_day
from ui.lists.painting import dress
from ui.look import theme
from ui.look.buttons import icon_button
from ui.office import Office

COLUMNS = ("表格", "填给", "时段", "已对应", "空表", "最近上报", "与台账")
WIDTHS = (22.0, 8.0, 6.0, 5.0, 16.0, 9.0, 8.0)
MAPPED = 3
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TITLE = "还没有上级表格"
ADVICE = (
    "县里发来一张空白的 Excel 表，点“选空表…”选进来；\n"
    "表上的格子和台账里的数字同名的，会先给出建议，其余的点一下格子、选填什么。\n"
    "只对应这一次：以后每年点“填好另存”就行，县里换了新表也能接着用。"
)


class FormsList(QWidget):
    """The list, or what to do while it is empty."""

    opened = Signal(object)
    adding_asked = Signal()
    deleting_asked = Signal(object)
    checking_asked = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._forms: list[CountyForm] = []
        self._papers: list[FiledPaper | None] = []
        self.table = QTableWidget(0, len(COLUMNS))
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    @property
    def chosen(self) -> CountyForm | None:
        """The form on which the cursor is."""
        row = self.table.currentRow()
        return self._forms[row] if 0 <= row < len(self._forms) else None

    @property
    def count(self) -> int:
        """How many forms there are."""
        return len(self._forms)

    def refresh(self) -> None:
        """Read the forms again; the cursor stays on its form."""
        before = self.chosen
        store = self._office.store
        self._forms = forms(store)
        papers = store.all(FiledPaper)
        self._papers = [_last_paper(one, papers) for one in self._forms]
        self.table.setRowCount(len(self._forms))
        for row, form in enumerate(self._forms):
            self._show_row(row, form)
        ids = [one.id for one in self._forms]
        if ids:
            kept = before is not None and before.id in ids
            self.table.selectRow(ids.index(before.id) if before is not None and kept else 0)
        self._stack.setCurrentIndex(0 if ids else 1)
        self._check.setEnabled(any(self._papers))

    def choose(self, form: CountyForm) -> None:
        """Put the cursor on a form."""
        ids = [one.id for one in self._forms]
        if form.id in ids:
            self.table.selectRow(ids.index(form.id))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER:
                self._open()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self._ask_deleting()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(self._make_bar())
        column.addWidget(self.table, 1)
        self._stack.addWidget(filled)
        self._stack.addWidget(self._make_empty())
        layout.addWidget(self._stack)
        dress(self.table)
        self.table.setHorizontalHeaderLabels(COLUMNS)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAccessibleName("上级表格")
        for number, width in enumerate(WIDTHS):
            self.table.setColumnWidth(number, theme.chars(width) + theme.px(16))
        self.table.model().setHeaderData(
            MAPPED, Qt.Orientation.Horizontal, RIGHT, Qt.ItemDataRole.TextAlignmentRole
        )

    def _make_bar(self) -> QHBoxLayout:
        words = QLabel("选一张打开：看填好的样子、改对应、填好另存、上报留底。")
        theme.mark(words, "muted")
        self._delete = icon_button("删除", "delete")
        self._check = icon_button("核对上报数", "search")
        self._add = icon_button("选空表…", "add")
        self._open_button = icon_button("打开 回车", "open", role="main")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(words)
        row.addStretch()
        for button in (self._delete, self._check, self._add, self._open_button):
            row.addWidget(button)
        return row

    def _make_empty(self) -> QFrame:
        empty = QFrame()
        theme.mark(empty, "card")
        title, words = QLabel(TITLE), QLabel(ADVICE)
        theme.mark(title, "title")
        theme.mark(words, "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        self.first_button = icon_button("选空表…", "open", role="main")
        column = QVBoxLayout(empty)
        column.setContentsMargins(*(theme.px(24),) * 4)
        column.setSpacing(theme.px(12))
        column.addStretch()
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        column.addWidget(self.first_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return empty

    def _connect(self) -> None:
        self.table.installEventFilter(self)
        self.table.itemDoubleClicked.connect(lambda _item: self._open())
        self._open_button.clicked.connect(self._open)
        self._add.clicked.connect(self.adding_asked)
        self.first_button.clicked.connect(self.adding_asked)
        self._delete.clicked.connect(self._ask_deleting)
        self._check.clicked.connect(self._ask_checking)

    def _open(self) -> None:
        if self.chosen is not None:
            self.opened.emit(self.chosen)

    def _ask_deleting(self) -> None:
        if self.chosen is not None:
            self.deleting_asked.emit(self.chosen)

    def _ask_checking(self) -> None:
        row = self.table.currentRow()
        paper = self._papers[row] if 0 <= row < len(self._papers) else None
        if paper is None:
            self._office.say("这张表还没有上报留底")
        else:
            self.checking_asked.emit(paper)

    def _show_row(self, row: int, form: CountyForm) -> None:
        paper = self._papers[row]
        told, tone = self._difference(paper)
        texts = (
            form.name,
            f"每个{BY_TABLE[form.table_name].about.label}" if form.table_name else "全镇",
            codes.table("paper_span").label(form.span) if form.span else "全年",
            f"{len(mapped_in(self._office.store, form))}处",
            form.file_name,
            say_day(paper.filed_on) if paper is not None and paper.filed_on else "",
            told,
        )
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text or "—")
            item.setToolTip(text)
            if column == MAPPED:
                item.setTextAlignment(RIGHT)
            if tone and column == len(COLUMNS) - 1:
                item.setForeground(QColor(theme.now().tone(tone)))
            self.table.setItem(row, column, item)

    def _difference(self, paper: FiledPaper | None) -> tuple[str, str]:
        """Return how a filed form differs from the records of today, and in what tone that is said."""
        if paper is None:
            return "", ""
        count = len(differences(self._office.store, paper))
        return (f"{count}项不同", "error") if count else ("一致", "ok")


def _last_paper(form: CountyForm, papers: Sequence[FiledPaper]) -> FiledPaper | None:
    """Return the paper that was filed last from a form, known by its name."""
    found = [one for one in papers if form.name and form.name in one.title]
    return max(found, key=lambda one: (str(one.filed_on), one.id or 0), default=None)
