"""Taking entries of the chronicle over from the dated records of the year."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.chronicle import Proposal, proposals
from models.errors import Problem
from models.periods import year_period
from ui import messages
from ui.dialogs.opening import close_button
from ui.lists.painting import dress
from ui.look import theme
from ui.look.buttons import icon_button
from ui.office import Office

COLUMNS = ("记入", "日期", "内容", "来自")
WIDTHS = (3.0, 7.0, 40.0, 6.0)


class ChronicleDialog(QDialog):
    """What the records offer for the chronicle; what is ticked is entered as one step."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("从台账汇集大事记")
        self._office = office
        self._proposals: list[Proposal] = proposals(office.store, year_period(office.year))
        self._table = QTableWidget(len(self._proposals), len(COLUMNS))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self._make_heading())
        layout.addWidget(self._table, 1)
        layout.addLayout(self._make_buttons())
        self._fill()
        self.resize(theme.chars(70), theme.px(520))

    @property
    def table(self) -> QTableWidget:
        """The proposals, one a row, with a tick in the first column."""
        return self._table

    def tick(self, *, on: bool) -> None:
        """Tick all rows or none."""
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        for row in range(self._table.rowCount()):
            self._item(row, 0).setCheckState(state)

    def enter(self) -> None:
        """Enter the ticked rows into the chronicle, with the words as they stand in the table."""
        chosen = [
            row
            for row in range(self._table.rowCount())
            if self._item(row, 0).checkState() == Qt.CheckState.Checked
        ]
        if not chosen:
            self._office.say("请先勾选要记入的事项")
            return
        store = self._office.store
        try:
            with store.change(f"从台账汇集大事记{len(chosen)}条"):
                for row in chosen:
                    proposal = self._proposals[row]
                    words = self._item(row, 2).text().strip() or proposal.words
                    store.save(
                        Proposal(proposal.day, words, proposal.kind, proposal.source).entry()
                    )
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._office.say(f"已记入大事记{len(chosen)}条，可以用 Ctrl+Z 撤销")
        self.accept()

    def _make_heading(self) -> QLabel:
        count = len(self._proposals)
        words = (
            f"{self._office.year}年的活动、会议、调研、荣誉、报道、文件和合同中，"
            f"有{count}件还没有记入大事记。勾选要记的；“内容”可以直接改。"
            if count
            else f"{self._office.year}年有日期的记录都已经在大事记里了，没有新的可以汇集。"
        )
        heading = QLabel(words)
        heading.setWordWrap(True)
        return heading

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for label, on in (("全选", True), ("全不选", False)):
            button = QPushButton(label)
            button.clicked.connect(lambda _=False, on=on: self.tick(on=on))
            button.setEnabled(bool(self._proposals))
            row.addWidget(button)
        row.addStretch()
        close = close_button(self)
        enter = icon_button("记入大事记", "tick", role="main")
        enter.setEnabled(bool(self._proposals))
        enter.clicked.connect(self.enter)
        row.addWidget(close)
        row.addWidget(enter)
        return row

    def _fill(self) -> None:
        self._table.setHorizontalHeaderLabels(COLUMNS)
        dress(self._table)
        self._table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self._table.setAccessibleName("可以记入大事记的事项")
        for column, width in enumerate(WIDTHS):
            self._table.setColumnWidth(column, theme.chars(width) + theme.px(16))
        fixed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        for row, one in enumerate(self._proposals):
            tick = QTableWidgetItem()
            tick.setFlags(fixed | Qt.ItemFlag.ItemIsUserCheckable)
            tick.setCheckState(Qt.CheckState.Unchecked)
            self._table.setItem(row, 0, tick)
            texts = (one.day.isoformat(), one.words, one.source.about.label)
            for column, text in enumerate(texts, start=1):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if COLUMNS[column] != "内容":
                    item.setFlags(fixed)
                self._table.setItem(row, column, item)

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self._table.item(row, column)
        if item is None:
            raise IndexError(row, column)
        return item
