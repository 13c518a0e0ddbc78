"""Narrowing a list to some of the values that one of its columns shows, as in a spreadsheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QListWidgetItem

from models.asking.selected import ids_with, values_among
from models.fields import Kept, Link, fields_of
from ui.dialogs.opening import lay_out
from ui.forms.options import answers_to
from ui.lists.commands import ListContext
from ui.look import theme
from ui.look.find_line import find_line

VALUE = int(Qt.ItemDataRole.UserRole)
BLANK = "（空白）"
MOST_NAMED = 3


def can_filter(context: ListContext, section: int) -> bool:
    """Whether a column shows a field, so that its values can be told apart by the file."""
    columns = context.table.records.columns
    names = columns[section].names if 0 <= section < len(columns) else ()
    return len(names) == 1 and names[0] in fields_of(context.record_type)


class ColumnFilterDialog(QDialog):
    """Ticks the values that stay."""

    def __init__(self, context: ListContext, section: int) -> None:
        super().__init__(context.table.window())
        self._context = context
        self._column = context.table.records.columns[section]
        self._name = self._column.names[0]
        self.setWindowTitle(f"按“{self._column.title}”筛选")
        self._find = find_line("查找，可输拼音首字母", "查找要留下的内容")
        self._values = QListWidget()
        self._values.setAccessibleName("要留下的内容")
        theme.mark(self._values, "lines")
        self._fill()
        self._find.textChanged.connect(self._narrow)
        advice = QLabel("打勾的留下，其余的先不显示；点列表上方的“清除”就全部显示。")
        advice.setWordWrap(True)
        theme.mark(advice, "muted")
        lay_out(self, [advice, self._find, self._values], "筛选", self.take)
        self.resize(theme.chars(26), theme.px(480))

    @property
    def values(self) -> QListWidget:
        """The values with how often each stands in the list."""
        return self._values

    def tick(self, words: str) -> None:
        """Tick the value of these words."""
        for row in range(self._values.count()):
            if self._values.item(row).text().startswith(f"{words}　"):
                self._values.item(row).setCheckState(Qt.CheckState.Checked)

    def take(self) -> None:
        """Show only the rows with the ticked values."""
        items = [self._values.item(row) for row in range(self._values.count())]
        ticked = [one for one in items if one.checkState() == Qt.CheckState.Checked]
        if not ticked:
            self._context.office.say("请先给要留下的内容打勾")
            return
        records = self._context.table.records
        kept = [one.data(VALUE)[0] for one in ticked]
        ids = ids_with(
            self._context.office.store, self._context.record_type, records.ids, self._name, kept
        )
        self.accept()
        self._context.show_only(frozenset(ids), self._words([one.text() for one in ticked]))

    def _words(self, texts: list[str]) -> str:
        named = "、".join(text.partition("　")[0] for text in texts[:MOST_NAMED])
        etc = f"等{len(texts)}种" if len(texts) > MOST_NAMED else ""
        before = self._context.filter_words().partition("：")[2]
        words = f"{self._column.title}为{named}{etc}"
        return f"{before} 且 {words}" if before else words

    def _fill(self) -> None:
        store, record_type = self._context.office.store, self._context.record_type
        for kept, count in values_among(
            store, record_type, self._context.table.records.ids, self._name
        ):
            item = QListWidgetItem(f"{self._shown(kept) or BLANK}　{count:,}")
            item.setData(VALUE, (kept,))
            item.setCheckState(Qt.CheckState.Unchecked)
            self._values.addItem(item)

    def _shown(self, kept: Kept) -> str:
        field = fields_of(self._context.record_type)[self._name]
        if isinstance(field, Link) and isinstance(kept, int):
            return self._context.office.store.title_of_id(field.to, kept)
        return " ".join(field.show(field.load(kept)).split())

    def _narrow(self, typed: str) -> None:
        for row in range(self._values.count()):
            item = self._values.item(row)
            item.setHidden(bool(typed.strip()) and not answers_to(item.text(), typed))
