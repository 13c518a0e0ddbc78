"""One row of a list: what is said about it, what may be settled, and its fields side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from models.lists.kinds import Ref
from models.sheets.comparing import compare
from models.sheets.plan import SAID, ImportPlan, Message, RowPlan, SheetPlan
from models.sheets.row_answers import is_answered
from ui.dialogs.preview_rows.comparison import Comparison
from ui.dialogs.preview_rows.settling import Settling
from ui.look import theme
from ui.look.buttons import icon_button

ROLES = {"error": "error", "warn": "warn", "fix": "help"}
MARKS = {"error": "✕", "warn": "！", "fix": "·"}
SAID_CHARS = 9.0
NOTHING = "选一行，在这里对照台账里的和表里的内容"


class RowDetail(QFrame):
    """The chosen row; its cells can be mended, and what it means decided."""

    mended = Signal(str, str)
    settled = Signal(object, str)
    record_asked = Signal(str, int)
    left_out = Signal(bool)
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.mark(self, "card")
        self._row: RowPlan | None = None
        self._title = QLabel(NOTHING)
        self._title.setWordWrap(True)
        theme.mark(self._title, "section")
        self._again = _words("help")
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._settling = Settling()
        self._settling.settled.connect(self.settled)
        self._settling.record_asked.connect(self.record_asked)
        self.comparison = Comparison()
        self.comparison.mended.connect(self.mended)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(12),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(self._title)
        column.addWidget(self._make_messages())
        column.addWidget(self._again)
        column.addWidget(self._settling)
        column.addWidget(self.comparison, 1)
        column.addLayout(self._make_buttons())
        self.clear()

    def clear(self) -> None:
        """Show that no row is chosen."""
        self._row = None
        self._title.setText(NOTHING)
        for one in (self._again, self._area, self._settling, self.comparison, *self._buttons):
            one.hide()

    def show_row(self, plan: ImportPlan, sheet: SheetPlan, row: RowPlan) -> None:
        """Show a row."""
        self._row = row
        self._title.setText(f"第{row.row}行　{row.title or '没有名称'}　{SAID[row.verdict]}")
        self._again.setText(_again(row))
        self._again.setVisible(bool(row.again))
        self._show_messages(row)
        self._settling.show_offers(row)
        about = plan.answers.about(sheet.sheet)
        self.comparison.show_lines(compare(plan, sheet, row, _known(row)), frozenset(about.cells))
        self.comparison.setVisible(bool(self.comparison.lines))
        self._open.setVisible(_known(row) is not None)
        is_out = row.verdict == "left_out"
        self._leave_out.setText("这一行还是导入" if is_out else "这一行不导入")
        self._leave_out.show()
        self._back.setVisible(is_answered(plan.answers, sheet.sheet, row.row) and not is_out)

    def _make_messages(self) -> QScrollArea:
        box = QWidget()
        theme.mark(box, "clear")
        self._messages = QVBoxLayout(box)
        self._messages.setContentsMargins(0, 0, 0, 0)
        self._messages.setSpacing(theme.px(4))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(box)
        self._area.setMaximumHeight(theme.chars(SAID_CHARS))
        return self._area

    def _show_messages(self, row: RowPlan) -> None:
        while item := self._messages.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        order = list(ROLES)
        for one in sorted(row.messages, key=lambda one: order.index(one.kind)):
            label = _words(ROLES[one.kind])
            label.setText(_said(one))
            self._messages.addWidget(label)
        self._messages.addStretch()
        self._area.setVisible(bool(row.messages))

    def _make_buttons(self) -> QHBoxLayout:
        self._open = icon_button("打开台账里的记录", "open")
        self._back = icon_button("恢复这一行原样", "undo")
        self._leave_out = icon_button("这一行不导入", "clear")
        self._buttons = (self._open, self._back, self._leave_out)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch()
        for button in self._buttons:
            button.setAutoDefault(False)
            row.addWidget(button)
        self._open.clicked.connect(self._ask_record)
        self._back.clicked.connect(self.taken_back)
        self._leave_out.clicked.connect(self._turn_out)
        return row

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


def _said(one: Message) -> str:
    where = f"{one.column}（{one.cell}）：" if one.column and one.cell else ""
    return f"{MARKS[one.kind]} {where}{one.text}".replace("\n", " ")


def _again(row: RowPlan) -> str:
    rows = "、".join(map(str, row.again))
    return f"第{rows}行说的也是这一条，合起来只登记一条"


def _words(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    theme.mark(label, role)
    return label
