"""How many rows are selected, what they add up to, and selecting all of them."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from models.asking.selected import Summed, sums_of
from models.fields import Field, Money, Number, fields_of
from models.values.money import show_money
from ui.lists.columns import Column
from ui.lists.commands import ListContext
from ui.look import theme
from ui.look.buttons import link_button

MOST_SUMS = 3
PAUSE_MILLISECONDS = 30
# Of more rows it would take too long to work their cells out.
MOST_WORKED_OUT = 300


class SelectionStrip(QWidget):
    """Stands under a list: 全选 with its number, what is selected, and letting go of it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._context: ListContext | None = None
        self._counted = QLabel()
        theme.mark(self._counted, "muted")
        self._all = link_button("全选")
        self._none = link_button("取消选择")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.tell)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._all)
        row.addWidget(self._none)
        row.addWidget(self._counted, 1)

    @property
    def words(self) -> str:
        """What is selected, in words; blank while it is not more than one row."""
        return self._counted.text()

    @property
    def label(self) -> str:
        """What 全选 would select."""
        return self._all.text()

    def follow(self, context: ListContext) -> None:
        """Tell of this list from now on."""
        self._context = context
        self._all.clicked.connect(lambda: select_all(context))
        self._none.clicked.connect(lambda: select_none(context))
        context.table.selection_changed.connect(self._pause.start)
        context.table.records.modelReset.connect(self._pause.start)
        context.office.closing.connect(self._pause.stop)
        self.tell()

    def tell(self) -> None:
        """Tell what is selected and how many rows there are, now."""
        context = self._context
        if context is None:
            return
        self._all.setText(all_words(context))
        self._all.setEnabled(context.table.records.rowCount() > 0)
        count = context.table.selected_count
        self._none.setVisible(count > 1)
        before = self._counted.text()
        self._counted.setText(selection_words(context) if count > 1 else "")
        # Words that grew get their room with this paint, not with the next.
        self._row.activate()
        if self._counted.text() != before:
            self.changed.emit()


def all_words(context: ListContext) -> str:
    """Return what 全选 would select, with its number."""
    shown = context.table.records.rowCount()
    return f"全选筛出的 {shown:,}" if context.filter_words() else f"全选 {shown:,}"


def select_all(context: ListContext) -> None:
    """Select every row that is shown."""
    context.table.selectAll()
    about = context.record_type.about
    context.office.say(f"已选中{about.label} {context.table.selected_count:,}{about.measure}")


def select_none(context: ListContext) -> None:
    """Let go of the selection; the cursor stays where it is."""
    table = context.table
    table.choose(table.chosen_id)


def selected_ids(context: ListContext) -> Sequence[int]:
    """Return the numbers of the selected rows from top to bottom, run by run."""
    ids = context.table.records.ids
    if context.table.selected_count == len(ids):
        return ids
    found = context.table.selectionModel().selection()
    ranges = [found.at(number) for number in range(found.count())]
    rows = sorted({(one.top(), one.bottom()) for one in ranges})
    if any(first <= before for (_, before), (first, _) in pairwise(rows)):
        return context.table.selected_ids
    return [one for first, last in rows for one in ids[first : last + 1]]


def selection_words(context: ListContext) -> str:
    """Return how many rows are selected and what their numbers add up to."""
    count = context.table.selected_count
    columns = [one for one in context.table.records.columns if one.align == "right"]
    told = {**_kept_sums(context, columns), **_told_sums(context, columns, count)}
    shown = [told[one.key] for one in columns if one.key in told][:MOST_SUMS]
    return " · ".join([f"选中 {count:,} {context.record_type.about.measure}", *shown])


def _kept_sums(context: ListContext, columns: Sequence[Column]) -> dict[str, str]:
    """Return in words the sums of columns that the file adds up."""
    fields = fields_of(context.record_type)
    names = [one.key for one in columns if _is_summed(fields.get(one.key))]
    if not names:
        return {}
    sums = sums_of(context.office.store, context.record_type, selected_ids(context), names)
    return {name: _sum_words(fields[name], one) for name, one in sums.items() if one.filled}


def _told_sums(context: ListContext, columns: Sequence[Column], count: int) -> dict[str, str]:
    """Return in words the sums of columns whose cells are worked out, of few rows only."""
    worked_out = [one for one in columns if not one.names]
    if count > MOST_WORKED_OUT or not worked_out:
        return {}
    records = context.table.selected
    found: dict[str, str] = {}
    for column in worked_out:
        cells = [column.cell(one) for one in records]
        numbers = [one.order for one in cells if isinstance(one.order, int | Decimal)]
        if numbers and not any("%" in one.text for one in cells):
            total = Decimal(sum(numbers))
            found[column.key] = _words(column.title, total, len(numbers))
    return found


def _is_summed(field: Field | None) -> bool:
    return type(field) in (Number, Money)


def _sum_words(field: Field, summed: Summed) -> str:
    """Return a sum and its mean: 职工总数 合计 1,234 平均 102.8."""
    if isinstance(field, Money):
        mean = show_money(round(summed.total / summed.filled), unit=field.unit)
        return f"{field.label} 合计 {field.show(summed.total)} 平均 {mean}"
    total = field.load(summed.total)
    exact = total if isinstance(total, Decimal) else Decimal(summed.total)
    return _words(field.label, exact, summed.filled)


def _words(title: str, total: Decimal, count: int) -> str:
    return f"{title} 合计 {total:,f} 平均 {total / count:,.1f}"
