"""A paper that left the house, held against the records of today, figure by figure."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.figures.catalogue import Figures
from models.filing import Difference, difference, exact_of, period_of_paper
from models.records.reported import FiledFigure, FiledPaper
from models.values.dates import say_day
from reports.workbook import Sheet
from ui.dialogs.opening import close_button
from ui.lists.painting import dress
from ui.lists.view_sheets import sheet_of_view
from ui.look import theme
from ui.look.buttons import icon_button
from ui.office import Office
from ui.sheet_saving import export_button

COLUMNS = ("指标", "上报写法", "上报数", "台账数", "不同之处")
WIDTHS = (18.0, 8.0, 7.0, 7.0, 22.0)
NUMBERS = (2, 3)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
REPORT = "filed-check"


class FiledCheckDialog(QDialog):
    """Every figure of the paper beside what the records say now; a double click opens them."""

    def __init__(self, paper: FiledPaper, office: Office, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._paper = paper
        self._office = office
        self._figures = Figures(office.store, period_of_paper(paper))
        self._filed = office.store.find(FiledFigure, paper=paper.id)
        self._differences = self._compare()
        self._shown: list[FiledFigure] = []
        self.setWindowTitle("核对已上报数")
        self._table = QTableWidget(0, len(COLUMNS))
        self._build()
        self._fill()
        self.resize(theme.chars(76), theme.px(560))

    @property
    def table(self) -> QTableWidget:
        """The figures, one a row."""
        return self._table

    def open_records(self) -> None:
        """Show the records that the chosen figure counts today."""
        row = self._table.currentRow()
        if not 0 <= row < len(self._shown):
            return
        figure = self._figures.get(self._shown[row].figure)
        if figure is None or not figure.records:
            self._office.say("这一项现在没有记录")
            return
        ids = frozenset(one.id for one in figure.records if one.id is not None)
        words = f"{figure.definition.label} {figure.exact}"
        self.accept()
        self._office.open_list(figure.records[0].about.table, ids, words)

    def _compare(self) -> Mapping[str, Difference]:
        found = (
            (one.figure, difference(one, self._figures.get(one.figure))) for one in self._filed
        )
        return {code: one for code, one in found if one is not None}

    def _build(self) -> None:
        self._only = QCheckBox("只看有变化的")
        self._only.setChecked(bool(self._differences))
        self._only.toggled.connect(lambda _on: self._fill())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self._make_heading())
        layout.addWidget(self._only)
        layout.addWidget(self._table, 1)
        layout.addLayout(self._make_buttons())
        self._table.setHorizontalHeaderLabels(COLUMNS)
        dress(self._table)
        for column in NUMBERS:
            self._table.model().setHeaderData(
                column, Qt.Orientation.Horizontal, RIGHT, Qt.ItemDataRole.TextAlignmentRole
            )
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setAccessibleName("已上报的数字")
        for column, width in enumerate(WIDTHS):
            self._table.setColumnWidth(column, theme.chars(width) + theme.px(16))
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.itemDoubleClicked.connect(lambda _item: self.open_records())

    def _make_heading(self) -> QLabel:
        paper, count = self._paper, len(self._differences)
        day = say_day(paper.filed_on) if paper.filed_on else ""
        found = (
            f"{len(self._filed)}项数字中有{count}项和台账现在的不一样。双击一行看它背后的记录。"
            if count
            else f"{len(self._filed)}项数字都和台账一致。"
        )
        if not self._filed:
            found = "登记时没有存下数字。程序里写的总结，用“登记本年总结”登记才会存。"
        heading = QLabel(f"《{paper.title}》{day}报{paper.recipient}。{found}")
        heading.setWordWrap(True)
        return heading

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch()
        show = icon_button("打印核对表", "print")
        show.clicked.connect(self._print)
        close = close_button(self)
        row.addWidget(export_button(self._office, lambda: self._name, self._sheets))
        row.addWidget(show)
        row.addWidget(close)
        return row

    @property
    def _name(self) -> str:
        return f"{self._paper.title}数字核对表"

    def _sheets(self) -> list[Sheet]:
        under = (f"报{self._paper.recipient}",) if self._paper.recipient else ()
        return [sheet_of_view(self._table, self._name, under)]

    def _print(self) -> None:
        self.accept()
        self._office.print_report(REPORT, {"paper": str(self._paper.id)})

    def _fill(self) -> None:
        only = self._only.isChecked()
        self._shown = [one for one in self._filed if not only or one.figure in self._differences]
        self._table.setRowCount(len(self._shown))
        for row, filed in enumerate(self._shown):
            for column, text in enumerate(self._texts(filed)):
                item = QTableWidgetItem(text or "—")
                item.setToolTip(text)
                if column in NUMBERS:
                    item.setTextAlignment(RIGHT)
                self._table.setItem(row, column, item)

    def _texts(self, filed: FiledFigure) -> tuple[str, ...]:
        figure = self._figures.get(filed.figure)
        found = self._differences.get(filed.figure)
        return (
            filed.label,
            filed.shown,
            exact_of(filed),
            figure.exact if figure else "",
            found.words if found else "一致",
        )
