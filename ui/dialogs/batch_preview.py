"""The records of a batch as they are and as they would be, those that cannot change first."""

from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView

from models.batch_edit import BatchPlan
from models.fields import Field, Link, fields_of
from ui.lists.columns import NOTHING
from ui.lists.commands import ListContext
from ui.lists.painting import dress
from ui.look import theme

HEADINGS = ("名称", "原来", "改为", "说明")
WIDTHS = (14.0, 12.0, 12.0)
MOST_ROWS = 500


class BatchPreview(QTableView):
    """A table of old and new."""

    def __init__(self, context: ListContext) -> None:
        super().__init__()
        self._store = context.office.store
        self._rows = QStandardItemModel(0, len(HEADINGS), self)
        self._rows.setHorizontalHeaderLabels(HEADINGS)
        self.setModel(self._rows)
        self.setAccessibleName("修改前后")
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        dress(self)
        for number, width in enumerate(WIDTHS):
            self.setColumnWidth(number, theme.chars(width))

    def lines(self) -> list[tuple[str, ...]]:
        """Return what stands in the table, row by row."""
        columns = range(self._rows.columnCount())
        return [
            tuple(self._rows.item(row, column).text() for column in columns)
            for row in range(self._rows.rowCount())
        ]

    def show_plan(self, plan: BatchPlan | None) -> None:
        """Show what a plan would do; of very many records only the first."""
        self._rows.removeRows(0, self._rows.rowCount())
        if plan is None:
            return
        field = fields_of(plan.record_type)[plan.name]
        for left in plan.refused[:MOST_ROWS]:
            old = self._words(field, getattr(left.record, plan.name))
            self._add(left.title, old, NOTHING, f"不能改：{left.why}", is_wrong=True)
        for one in plan.edited[:MOST_ROWS]:
            old = self._words(field, getattr(one.before, plan.name))
            new = self._words(field, getattr(one.after, plan.name))
            self._add(self._store.title_of(one.before), old, new, "")
        self._fit_columns()
        rest = len(plan.edited) - MOST_ROWS
        if rest > 0:
            self._add(f"……还有 {rest:,} {plan.record_type.about.measure}", "", "", "")

    def _fit_columns(self) -> None:
        """Give each column what its words need, but none much more than its share."""
        most = self.viewport().width() // len(HEADINGS) * 3 // 2
        for number, least in enumerate(WIDTHS):
            needed = min(self.sizeHintForColumn(number) + theme.px(16), most)
            self.setColumnWidth(number, max(theme.chars(least), needed))

    def _add(self, *texts: str, is_wrong: bool = False) -> None:
        items = [QStandardItem(text) for text in texts]
        if is_wrong:
            items[-1].setForeground(QColor(theme.now().error))
        self._rows.appendRow(items)

    def _words(self, field: Field, value: object) -> str:
        if isinstance(field, Link) and isinstance(value, int):
            return self._store.title_of_id(field.to, value)
        return " ".join(field.show(value).split()) or NOTHING
