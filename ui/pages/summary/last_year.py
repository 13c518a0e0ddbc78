"""Last year's text beside this year's, and what stood in it and does not stand in this one."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from models.figures.figure import Figure
from models.summary.comparing import missing_figures, missing_sections
from models.summary.versions import Snapshot, latest_version, snapshot_of, title_of
from reports.summary.draft import draft_of
from reports.summary.snapshots import snapshot
from reports.workbook import Sheet
from ui.lists.view_sheets import sheet_of_lines
from ui.look import theme
from ui.office import Office
from ui.pages.summary.writing import Writing
from ui.sheet_saving import export_button

WHAT = Qt.ItemDataRole.UserRole
SECTION, FIGURE = "section", "figure"
NAME = "去年写了今年没有"


class LastYearPanel(QWidget):
    """The same span a year ago."""

    insert_asked = Signal(str)
    figure_chosen = Signal(str)
    section_asked = Signal(str)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.list = QListWidget()
        self.text = QTextBrowser()
        self._build()
        self._connect()

    def show_writing(self, writing: Writing) -> None:
        """Read last year's text and hold it against this year's."""
        before, source = self._last_year(writing)
        now = writing.snapshot()
        self._source.setText(source)
        self.list.clear()
        for line in missing_sections(before, now):
            self._add(SECTION, line.section, f"章节　{line.words.partition('、')[2]}")
        for one in missing_figures(before, now):
            today = writing.figures.get(one.code)
            self._add(FIGURE, one.code, f"{one.label}　去年{one.text}，{_today(today)}")
        count = self.list.count()
        self._missing.setText(
            f"去年写了、今年没有写的 {count} 处" if count else "去年写到的，今年都写到了"
        )
        self.list.setVisible(bool(count))
        self._doing.setVisible(bool(count))
        self.text.setHtml("".join(_html(before)))
        self._show_possible()

    def _last_year(self, writing: Writing) -> tuple[Snapshot, str]:
        store, key = self._office.store, writing.key.year_before
        kept = latest_version(store, key)
        if kept is not None:
            return snapshot_of(kept), f"{key.words}（{title_of(kept)}）"
        return snapshot(draft_of(store, key.period)), f"{key.words}（没有存过版本，按台账写出）"

    def _build(self) -> None:
        self._missing, self._source = QLabel(), QLabel()
        for label in (self._missing, self._source):
            theme.mark(label, "section")
            label.setWordWrap(True)
        self.list.setSpacing(theme.px(4))
        self.list.setAccessibleName(NAME)
        self.list.setWordWrap(True)
        self._insert, self._look = QPushButton("写进来"), QPushButton("看这个数字")
        self._doing = QWidget()
        row = QHBoxLayout(self._doing)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._insert)
        row.addWidget(self._look)
        row.addStretch()
        row.addWidget(export_button(self._office, lambda: NAME, self._sheets))
        self.text.setAccessibleName("去年的总结")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._missing)
        column.addWidget(self.list, 2)
        column.addWidget(self._doing)
        column.addWidget(self._source)
        column.addWidget(self.text, 3)

    def _sheets(self) -> list[Sheet]:
        lines = [self.list.item(row).text().split("　", 1) for row in range(self.list.count())]
        return [
            sheet_of_lines(NAME, ("去年写到的", "去年和今年"), lines, under=(self._source.text(),))
        ]

    def _connect(self) -> None:
        self._insert.clicked.connect(self._write_in)
        self._look.clicked.connect(self._look_at)
        self.list.itemSelectionChanged.connect(self._show_possible)
        self.list.itemDoubleClicked.connect(lambda _item: self._write_in())

    def _add(self, kind: str, code: str, words: str) -> None:
        item = QListWidgetItem(words)
        item.setData(WHAT, (kind, code))
        self.list.addItem(item)

    def _chosen(self) -> tuple[str, str]:
        items = self.list.selectedItems()
        kind, code = items[0].data(WHAT) if items else ("", "")
        return str(kind), str(code)

    def _write_in(self) -> None:
        kind, code = self._chosen()
        if kind == SECTION:
            self.section_asked.emit(code)
        elif kind == FIGURE:
            self.insert_asked.emit(code)

    def _look_at(self) -> None:
        kind, code = self._chosen()
        if kind == FIGURE:
            self.figure_chosen.emit(code)

    def _show_possible(self) -> None:
        kind, _ = self._chosen()
        self._insert.setEnabled(bool(kind))
        self._insert.setText("写这一章" if kind == SECTION else "插入到光标处")
        self._look.setEnabled(kind == FIGURE)


def _today(figure: Figure | None) -> str:
    if figure is None or not figure.is_there:
        return "今年没有记录"
    return f"今年{figure.exact}"


def _html(before: Snapshot) -> Iterator[str]:
    for line in before.lines:
        words = escape(before.text(line))
        if line.kind == "title":
            yield f'<p align="center"><b>{words}</b></p>'
        elif line.kind == "heading":
            yield f"<p><b>{words}</b></p>"
        else:
            yield f"<p>　　{words}</p>"
