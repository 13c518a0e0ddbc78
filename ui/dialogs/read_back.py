"""What reading an edited Word file back found: figures changed by hand, and numbers of no figure."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.errors import Problem
from models.figures.figure import Figure
from reports.docx.telling import COLUMNS, Finding, findings, in_words
from ui import messages
from ui.dialogs.opening import close_button, open_dialog
from ui.lists.painting import dress
from ui.lists.view_sheets import sheet_of_view
from ui.look import theme
from ui.office import Office
from ui.sheet_saving import export_button

WIDTHS = (9, 15, 8, 8, 8, 24)
NOTHING_CHARS = 30
TITLE = "读回 Word 文件"
ADVICE = (
    "程序不会把 Word 里的改动写回台账。“手工改动”的，请核对是台账漏记还是文件写错；“无出处的数字”"
    "没有台账记录可以证明；整段删去的数字也列作“找不到了”。"
)


class ReadBackDialog(QDialog):
    """The findings about one file as a table."""

    def __init__(
        self, path: Path, found: Sequence[Finding], office: Office, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{TITLE} · {path.name}")
        heading = QLabel(in_words(found))
        theme.mark(heading, "title")
        heading.setWordWrap(True)
        advice = QLabel(ADVICE)
        theme.mark(advice, "muted")
        advice.setWordWrap(True)
        advice.setVisible(bool(found))
        self.table = _table_of(found)
        self.table.setVisible(bool(found))
        close = close_button(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(8))
        layout.addWidget(heading)
        layout.addWidget(advice)
        layout.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addStretch()
        if found:
            name = f"{path.stem}核对结果"
            shown = export_button(office, lambda: name, lambda: [sheet_of_view(self.table, name)])
            foot.addWidget(shown)
        foot.addWidget(close)
        layout.addLayout(foot)
        if found:
            self.resize(theme.chars(80), theme.px(480))
        else:
            heading.setMinimumWidth(theme.chars(NOTHING_CHARS))


def choose_and_read_back(
    figures: Mapping[str, Figure], office: Office, parent: QWidget
) -> ReadBackDialog | None:
    """Ask for an edited Word file and show what was changed in it."""
    paths = messages.door.open_files(parent, TITLE, kinds="Word 文档 (*.docx)")
    return show_read_back(paths[0], figures, office, parent) if paths else None


def show_read_back(
    path: Path, figures: Mapping[str, Figure], office: Office, parent: QWidget
) -> ReadBackDialog | None:
    """Show what was changed in an edited Word file; say why when it cannot be read."""
    from reports.docx.reading import read_back

    try:
        differences = read_back(path)
    except Problem as problem:
        messages.show_problem(parent, problem)
        return None
    dialog = ReadBackDialog(path, findings(differences, figures), office, parent)
    open_dialog(dialog)
    return dialog


def _table_of(found: Sequence[Finding]) -> QTableWidget:
    table = QTableWidget(len(found), len(COLUMNS))
    table.setHorizontalHeaderLabels(COLUMNS)
    dress(table)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setAccessibleName(TITLE)
    for row, one in enumerate(found):
        for column, text in enumerate(one.cells):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(row, column, item)
    for column, width in enumerate(WIDTHS):
        table.setColumnWidth(column, theme.chars(width))
    last = len(COLUMNS) - 1
    table.horizontalHeader().setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)
    return table
