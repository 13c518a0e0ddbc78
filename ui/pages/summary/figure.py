"""Where a number of the summary comes from: value, basis and the records behind it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.figures.figure import Figure
from models.records.base import Record
from ui import theme
from ui.buttons import icon_button, link_button
from ui.office import Office
from ui.table import RecordTable, columns_of

CODE = Qt.ItemDataRole.UserRole


class FigurePanel(QWidget):
    """All numbers as a list, or one of them with everything that proves it."""

    figure_chosen = Signal(str)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._figure: Figure | None = None
        self._shown: tuple[Record, ...] = ()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_list())
        self._stack.addWidget(self._make_card())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    @property
    def table(self) -> RecordTable:
        """The records behind the chosen number."""
        return self._table

    @property
    def words(self) -> str:
        """The chosen number as it is shown."""
        return f"{self._label.text()} {self._value.text()}"

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Take newly counted figures; the one that is open stays open."""
        self._figures.clear()
        for figure in figures.values():
            if figure.is_there:
                item = QListWidgetItem(f"{figure.definition.label}　{figure.exact}")
                item.setData(CODE, figure.code)
                self._figures.addItem(item)
        if self._figure is not None:
            self.show_figure(figures[self._figure.code])

    def show_figure(self, figure: Figure) -> None:
        """Show one figure."""
        self._figure = figure
        definition = figure.definition
        self._label.setText(definition.label)
        self._value.setText(figure.exact)
        parts = [f"口径：{definition.basis}"]
        if figure.denominator:
            parts.append(f"计算：{figure.numerator} ÷ {figure.denominator}")
        if figure.text and figure.text != figure.exact:
            parts.append(f"总结里写作：{figure.text}")
        self._basis.setText("\n".join(parts))
        self._show_counted(figure)
        self._stack.setCurrentIndex(1)

    def _make_list(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        hint = QLabel("点左边带蓝线的数字，或从这里选：")
        theme.mark(hint, "muted")
        column.addWidget(hint)
        self._figures = QListWidget()
        self._figures.setSpacing(theme.px(4))
        self._figures.itemActivated.connect(self._choose)
        self._figures.itemClicked.connect(self._choose)
        column.addWidget(self._figures, 1)
        return page

    def _make_card(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        back = link_button("全部数字")
        back.clicked.connect(self._show_all)
        self._label, self._value, self._basis = QLabel(), QLabel(), QLabel()
        theme.mark(self._label, "title")
        theme.mark(self._value, "figure")
        theme.mark(self._basis, "muted")
        for label in (self._label, self._basis):
            label.setWordWrap(True)
        self._count = QLabel()
        theme.mark(self._count, "section")
        self._table = RecordTable(())
        self._table.opened.connect(self._open)
        self._others = link_button("")
        self._others.clicked.connect(self._turn_round)
        self._everything = icon_button("在台账中打开这份名单", "units")
        self._everything.clicked.connect(self._open_all)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        for label in (self._label, self._value, self._basis, self._count):
            column.addWidget(label)
        column.addWidget(self._table, 1)
        column.addWidget(self._others, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._everything)
        return page

    def _show_records(self, records: tuple[Record, ...], *, title: str, turn: str) -> None:
        self._shown = records
        self._others.setText(turn)
        self._others.setVisible(bool(turn))
        self._everything.setEnabled(bool(records))
        if not records:
            self._count.setText("没有记录")
            self._table.show_records((), ())
            return
        about = records[0].about
        self._count.setText(f"{title}{about.label} {len(records)}{about.measure}（双击打开）")
        self._table.show_records(records, columns_of(type(records[0]), self._office.store)[:4])

    def _turn_round(self) -> None:
        """Show what is not counted yet in place of what is, or the other way round."""
        if self._figure is not None and self._shown is self._figure.records:
            words = f"回到已计入的 {len(self._figure.records)}"
            self._show_records(self._figure.others, title="还没计入的", turn=words)
        elif self._figure is not None:
            self._show_counted(self._figure)

    def _show_counted(self, figure: Figure) -> None:
        others = figure.others
        turn = f"还没计入的 {len(others)}{others[0].about.measure}" if others else ""
        self._show_records(figure.records, title="背后的", turn=turn)

    def _choose(self, item: QListWidgetItem) -> None:
        self.figure_chosen.emit(str(item.data(CODE)))

    def _show_all(self) -> None:
        self._figure = None
        self._stack.setCurrentIndex(0)

    def _open(self, record: Record) -> None:
        self._office.open_record(record.about.table, record.id or 0)

    def _open_all(self) -> None:
        if self._figure is None or not self._shown:
            return
        ids = frozenset(one.id for one in self._shown if one.id is not None)
        kind = "" if self._shown is self._figure.records else "还没计入"
        words = f"{kind}{self._figure.definition.label} {self._figure.exact}"
        self._office.open_list(self._shown[0].about.table, ids, words)
