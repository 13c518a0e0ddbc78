"""One row of a list: what is said about it, what may be settled, and its fields side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from models.lists.kinds import Ref
from models.sheets.comparing import compare
from models.sheets.plan import SAID, ImportPlan, Message, RowPlan, SheetPlan
from models.sheets.row_answers import is_answered
from models.sheets.settling import rows_alike
from ui.dialogs.preview_rows.comparison import Comparison
from ui.dialogs.preview_rows.row_model import remarks
from ui.dialogs.preview_rows.settling import Settling
from ui.look import theme
from ui.look.buttons import link_button
from ui.look.elided import ElidedLabel

ROLES = {"error": "error", "warn": "warn", "fix": "help"}
MOST_LINES = 4
SAID_CHARS = 8.0
NOTHING = "选一行，在这里对照台账里的和表里的内容"


class RowDetail(QFrame):
    """The chosen row; its cells can be mended, and what it means decided."""

    mended = Signal(str, str)
    settled = Signal(object, str)
    all_settled = Signal(object, str)
    record_asked = Signal(str, int)
    left_out = Signal(bool)
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.mark(self, "card")
        self._row: RowPlan | None = None
        self._title = ElidedLabel(NOTHING)
        theme.mark(self._title, "section")
        self._again = _words("help")
        self._settling = Settling()
        self._settling.settled.connect(self.settled)
        self._settling.all_settled.connect(self.all_settled)
        self._settling.record_asked.connect(self.record_asked)
        self.comparison = Comparison()
        self.comparison.mended.connect(self.mended)
        self._said = QVBoxLayout()
        self._said.setSpacing(theme.px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(12),) * 4)
        column.setSpacing(theme.px(8))
        column.addLayout(self._make_head())
        column.addLayout(self._said)
        column.addWidget(self._again)
        column.addWidget(self._settling)
        column.addWidget(self.comparison, 1)
        self._spring = QWidget()
        column.addWidget(self._spring, 1)
        self.clear()

    def clear(self) -> None:
        """Show that no row is chosen."""
        self._row = None
        self._title.setText(NOTHING)
        self._empty_messages()
        self._spring.show()
        for one in (self._again, self._settling, self.comparison, *self._links):
            one.hide()

    def freeze(self) -> None:
        """Let rows only be looked at."""
        self._settling.setEnabled(False)
        self.comparison.freeze()
        for link in (self._back, self._leave_out):
            link.setEnabled(False)

    def show_row(self, plan: ImportPlan, sheet: SheetPlan, row: RowPlan) -> None:
        """Show a row."""
        self._row = row
        self._title.setText(f"第{row.row}行　{row.title or '没有名称'}　{SAID[row.verdict]}")
        self._again.setText(_again(row))
        self._again.setVisible(bool(row.again))
        self._show_messages(row)
        self._settling.show_offers(row, len(rows_alike(sheet, row)))
        mended = frozenset(plan.answers.about(sheet.sheet).cells)
        self.comparison.show_lines(compare(plan, sheet, row, _known(row)), mended)
        self.comparison.setVisible(bool(self.comparison.lines))
        self._spring.setHidden(bool(self.comparison.lines))
        self._open.setVisible(_known(row) is not None)
        is_out = row.verdict == "left_out"
        self._leave_out.setText("还是导入" if is_out else "这行不导入")
        self._leave_out.show()
        self._back.setVisible(is_answered(plan.answers, sheet.sheet, row.row) and not is_out)

    def _make_head(self) -> QHBoxLayout:
        self._open = link_button("打开台账里的记录")
        self._back = link_button("改回表里的")
        self._back.setToolTip("这一行里改过的格子、定过的结果都不算，按文件里的重新看")
        self._leave_out = link_button("这行不导入")
        self._links = (self._open, self._back, self._leave_out)
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        row.addWidget(self._title, 1)
        for link in self._links:
            link.setAutoDefault(False)
            row.addWidget(link)
        self._open.clicked.connect(self._ask_record)
        self._back.clicked.connect(self.taken_back)
        self._leave_out.clicked.connect(self._turn_out)
        return row

    def _show_messages(self, row: RowPlan) -> None:
        self._empty_messages()
        said = [_message(one) for one in remarks(row)]
        if len(said) <= MOST_LINES:
            for label in said:
                self._said.addWidget(label)
        else:
            self._said.addWidget(_scrolled(said))

    def _empty_messages(self) -> None:
        while item := self._said.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _ask_record(self) -> None:
        known = _known(self._row) if self._row else None
        if known:
            self.record_asked.emit(*known)

    def _turn_out(self) -> None:
        self.left_out.emit(self._row is not None and self._row.verdict != "left_out")


def _known(row: RowPlan) -> tuple[str, Ref] | None:
    """Return the record of a row, or the only one that it may mean."""
    offered = {one.known for one in row.offers if one.known}
    return row.known or (offered.pop() if len(offered) == 1 else None)


def _message(one: Message) -> QLabel:
    label = _words(ROLES[one.kind])
    where = f"{one.column}（{one.cell}）：" if one.column and one.cell else ""
    label.setText(f"{where}{one.text}".replace("\n", " "))
    return label


def _scrolled(labels: list[QLabel]) -> QScrollArea:
    box = QWidget()
    theme.mark(box, "clear")
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(4))
    for label in labels:
        column.addWidget(label)
    column.addStretch()
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(box)
    area.setFixedHeight(theme.chars(SAID_CHARS))
    return area


def _again(row: RowPlan) -> str:
    rows = "、".join(map(str, row.again))
    return f"第{rows}行说的也是这一条，合起来只登记一条"


def _words(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    theme.mark(label, role)
    return label
