"""Next year's blank of a form: what of the mapping is found in it, and what is not."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.county_forms.finding import Found
from models.county_forms.mapping import NewBlank
from models.records.county_forms import CountyForm
from ui.dialogs.opening import answer_row
from ui.lists.painting import dress
from ui.look import theme
from ui.look.buttons import icon_button

COLUMNS = ("表上的名称", "原来的格子", "新表的格子", "情况")
WIDTHS = (18.0, 6.0, 6.0, 24.0)
SAID = {
    "found": "找到了",
    "reworded": "找到了，字变了",
    "ambiguous": "有几处都像",
    "missing": "没找到",
}
TONES = {"found": "", "reworded": "warn", "ambiguous": "error", "missing": "error"}


class NewBlankDialog(QDialog):
    """A table of what goes where now; nothing is changed until the clerk says so."""

    taken = Signal()

    def __init__(self, form: CountyForm, blank: NewBlank, parent: QWidget) -> None:
        super().__init__(parent)
        self._blank = blank
        self._shown: Sequence[Found] = ()
        self.setWindowTitle("换成今年的新表")
        self._table = QTableWidget(0, len(COLUMNS))
        self._only = QCheckBox("只看要留意的")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        heading = QLabel(_in_sum(form, blank))
        heading.setWordWrap(True)
        column.addWidget(heading)
        column.addWidget(self._only)
        column.addWidget(self._table, 1)
        take = icon_button("换成这张表", "tick", role="main")
        take.clicked.connect(self._take)
        column.addLayout(answer_row(self, take))
        self._dress()
        self._only.setChecked(any(one.state != "found" for one in blank.found))
        self._only.toggled.connect(lambda _on: self._fill())
        self._fill()
        self.resize(theme.chars(66), theme.px(480))
        take.setFocus()

    @property
    def table(self) -> QTableWidget:
        """The mapped places, one a row."""
        return self._table

    def _take(self) -> None:
        self.accept()
        self.taken.emit()

    def _dress(self) -> None:
        dress(self._table)
        self._table.setHorizontalHeaderLabels(COLUMNS)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setAccessibleName("对应过的格子")
        for number, width in enumerate(WIDTHS):
            self._table.setColumnWidth(number, theme.chars(width) + theme.px(16))

    def _fill(self) -> None:
        only = self._only.isChecked()
        self._shown = [one for one in self._blank.found if not only or one.state != "found"]
        self._table.setRowCount(len(self._shown))
        for row, one in enumerate(self._shown):
            place = one.place.address if one.place is not None else ""
            told = "：".join(word for word in (SAID[one.state], one.words) if word)
            for column, text in enumerate((one.mapped.label, one.mapped.address, place, told)):
                item = QTableWidgetItem(text or "—")
                item.setToolTip(text)
                if column == len(COLUMNS) - 1:
                    item.setForeground(QColor(theme.now().tone(TONES[one.state])))
                self._table.setItem(row, column, item)


def _in_sum(form: CountyForm, blank: NewBlank) -> str:
    count, lost = len(blank.found), len(blank.lost)
    said = f"“{form.name}”换成“{blank.file_name}”：对应过的{count}处里，{count - lost}处在新表里找到了，照旧填。"
    if lost:
        said += f"{lost}处没有找到或者认不准，换过来以后空着，请在表上重新点一下。"
    return said
