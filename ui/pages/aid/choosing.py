"""Choosing households on file for a batch, with one amount for all or one a category."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
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

from models import codes
from models.aid import AidSheet
from models.fields import Money, fields_of
from models.reading import Refused
from models.records.hardship_file import HardshipFile
from models.values.money import capital_money, show_money
from ui.dialogs.opening import take_room
from ui.forms.editors import LineEditor
from ui.forms.options import answers_to
from ui.lists.painting import dress
from ui.look import theme
from ui.look.combo import CalmCombo
from ui.look.find_line import find_line

TITLES = ("选", "姓名", "工作单位", "困难类别", "月人均收入", "主要致困原因", "本年已发")
MONEY = frozenset({"月人均收入", "本年已发"})
EVERY = "全部类别"
WIDTHS = (3, 6, 24, 6.5, 8, 10, 8)
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ChooseFilesDialog(QDialog):
    """The households that may be added, to be ticked; nothing is kept before the batch is."""

    chosen = Signal(object, object)

    def __init__(self, sheet: AidSheet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("加入在档户")
        self._sheet = sheet
        self._files = sheet.addable()
        self._present = sorted({one.category for one in self._files if one.category})
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(16),) * 4)
        outer.setSpacing(theme.px(8))
        outer.addLayout(self._make_filter())
        outer.addWidget(self._make_table(), 1)
        outer.addLayout(self._make_amounts())
        outer.addLayout(self._make_footer())
        self._narrow()
        self._count()
        take_room(self)

    @property
    def words(self) -> str:
        """How many are ticked, and what they get together."""
        return self._words.text()

    def tick(self, name: str) -> None:
        """Tick the household of that name."""
        for row, file in enumerate(self._files):
            if file.person_name == name:
                self._ticks[row].setCheckState(Qt.CheckState.Checked)

    def show_category(self, code: str) -> None:
        """Show only the households of one category."""
        self._category.setCurrentIndex(self._category.findData(code))

    def _make_filter(self) -> QHBoxLayout:
        self._box = find_line("查找姓名、单位，可输拼音首字母", "查找在档户")
        self._box.setMinimumWidth(theme.chars(18))
        self._category = CalmCombo()
        self._category.setAccessibleName("困难类别")
        self._category.addItem(EVERY, "")
        for code in self._present:
            self._category.addItem(codes.table("hard_category").label(code), code)
        every, none = QPushButton("全选"), QPushButton("全不选")
        every.clicked.connect(lambda: self._tick_shown(Qt.CheckState.Checked))
        none.clicked.connect(lambda: self._tick_shown(Qt.CheckState.Unchecked))
        self._box.textChanged.connect(lambda _text: self._narrow())
        self._category.currentIndexChanged.connect(lambda _row: self._narrow())
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for widget in (self._box, self._category, every, none):
            row.addWidget(widget)
        row.addStretch()
        return row

    def _make_table(self) -> QTableWidget:
        table = self._table = QTableWidget(len(self._files), len(TITLES))
        self._ticks: list[QTableWidgetItem] = []
        dress(table)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAccessibleName("在档困难职工")
        for row, file in enumerate(self._files):
            for column, text in enumerate(self._texts(file)):
                item = QTableWidgetItem(text)
                if column == 0:
                    self._ticks.append(item)
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    item.setCheckState(Qt.CheckState.Unchecked)
                if TITLES[column] in MONEY:
                    item.setTextAlignment(RIGHT)
                table.setItem(row, column, item)
        for column, chars in enumerate(WIDTHS):
            table.setColumnWidth(column, theme.chars(chars))
            head = QTableWidgetItem(TITLES[column])
            head.setTextAlignment(RIGHT if TITLES[column] in MONEY else LEFT)
            table.setHorizontalHeaderItem(column, head)
        table.itemChanged.connect(lambda _item: self._count())
        if self._files:
            table.setCurrentCell(0, 0)
        return table

    def _texts(self, file: HardshipFile) -> Sequence[str]:
        fields = fields_of(HardshipFile)
        names = ("person_name", "unit_name", "category", "income_per_head", "cause")
        shown = [fields[name].show(getattr(file, name)) or "—" for name in names]
        given = self._sheet.given_to(file)
        return ("", *shown, show_money(given) if given else "—")

    def _make_amounts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self._amounts: dict[str, LineEditor] = {}
        titles = {"": "每户金额", **{one: self._label(one) for one in self._present}}
        for code, title in titles.items():
            label, editor = QLabel(title), LineEditor(Money(label=title))
            theme.mark(label, "label")
            label.setBuddy(editor.control)
            editor.control.setAccessibleName(title)
            editor.setFixedWidth(theme.chars(7))
            editor.changed.connect(self._count)
            row.addWidget(label)
            row.addWidget(editor)
            self._amounts[code] = editor
        hint = QLabel("类别的金额空着时按“每户金额”")
        theme.mark(hint, "help")
        row.addWidget(hint)
        row.addStretch()
        return row

    def _make_footer(self) -> QHBoxLayout:
        self._words = QLabel()
        self._words.setWordWrap(True)
        cancel, self._add = QPushButton("取消"), QPushButton("加入")
        theme.mark(self._add, "main")
        self._add.setDefault(True)
        cancel.clicked.connect(self.reject)
        self._add.clicked.connect(self._accept)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._words, 1)
        row.addWidget(cancel)
        row.addWidget(self._add)
        return row

    def _label(self, category: str) -> str:
        return codes.table("hard_category").label(category)

    def _narrow(self) -> None:
        typed, category = self._box.text(), self._category.currentData()
        for row, file in enumerate(self._files):
            fits = answers_to(f"{file.person_name} {file.unit_name}", typed)
            is_of = not category or file.category == category
            self._table.setRowHidden(row, not (fits and is_of))

    def _tick_shown(self, state: Qt.CheckState) -> None:
        blocked = self._table.blockSignals(True)
        for row in range(self._table.rowCount()):
            if not self._table.isRowHidden(row):
                self._ticks[row].setCheckState(state)
        self._table.blockSignals(blocked)
        self._table.viewport().update()
        self._count()

    def _ticked(self) -> list[HardshipFile]:
        checked = Qt.CheckState.Checked
        return [
            file for row, file in enumerate(self._files) if self._ticks[row].checkState() == checked
        ]

    def _typed_amounts(self) -> dict[str, int | None]:
        """Return the amounts that were typed; a blank one of a category is left out."""
        found: dict[str, int | None] = {"": None}
        for code, editor in self._amounts.items():
            value = editor.read().value
            if isinstance(value, int):
                found[code] = value
        return found

    def _count(self) -> None:
        files = self._ticked()
        self._add.setEnabled(bool(files))
        try:
            amounts = self._typed_amounts()
        except Refused as refusal:
            self._words.setText(f"金额看不懂：{refusal}")
            self._add.setEnabled(False)
            return
        total = sum(amounts.get(one.category, amounts[""]) or 0 for one in files)
        sums = f"，合计 {show_money(total)}元，人民币{capital_money(total)}" if total else ""
        self._words.setText(f"已选 {len(files)} / {len(self._files)} 户{sums}")

    def _accept(self) -> None:
        self.chosen.emit(self._ticked(), self._typed_amounts())
        self.accept()
