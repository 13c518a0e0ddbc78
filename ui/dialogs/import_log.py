"""导入记录: every list that was taken in, from which file, by whom, and taking one back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from models.store_imports import ImportBatch, import_batches
from reports.workbook import Sheet
from ui.dialogs.opening import close_button, take_room
from ui.lists.paged import PagedTable
from ui.lists.view_sheets import sheet_of_lines
from ui.look import theme
from ui.look.buttons import icon_button
from ui.office import Office
from ui.sheet_saving import export_button
from ui.touched import open_touched
from ui.undoing import undo_step

TITLES = (
    ("导入时间", 9.5),
    ("文件", 24),
    ("谁导入的", 6),
    ("新增", 4.5),
    ("更新", 4.5),
    ("重复", 4.5),
    ("没导入", 4.5),
    ("文件校验值", 9.5),
    ("后来", 5),
)
NAME = "导入记录"
NUMBERS = (3, 4, 5, 6)
HASH = 7
# Enough of a hash to compare it by eye.
SHOWN_DIGITS = 12
NONE_YET = "还没有导入过表格。点右上角“导入 Excel”，选好文件，看一遍再导入。"
SAME_FILE = "文件校验值相同的是同一个文件；改过一个字，校验值就不同。"


class ImportLogDialog(QDialog):
    """The files that were taken in, the latest first."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(NAME)
        self._office = office
        self._table: PagedTable[ImportBatch] = PagedTable(NAME, TITLES, _texts, numbers=NUMBERS)
        nothing = QLabel(NONE_YET)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.mark(nothing, "muted")
        self._places = QStackedWidget()
        self._places.addWidget(self._table)
        self._places.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(self._places, 1)
        column.addLayout(self._make_buttons())
        self._table.chosen.connect(self._follow_choice)
        self._table.doubleClicked.connect(lambda _index: self.open_chosen())
        self.refresh()
        take_room(self)
        self._table.setFocus()

    @property
    def table(self) -> PagedTable[ImportBatch]:
        """The files."""
        return self._table

    def refresh(self) -> None:
        """Read the files again."""
        found = import_batches(self._office.store.connection)
        pages = iter((found,))
        self._table.read_from(lambda: next(pages, []))
        self._places.setCurrentIndex(0 if found else 1)

    def undo_chosen(self) -> None:
        """Take the chosen import back, whatever came after it."""
        if chosen := self._table.selected:
            undo_step(self, self._office, chosen[0].operation, done=self.refresh)

    def open_chosen(self) -> None:
        """Show the records that came with the chosen file."""
        if chosen := self._table.selected:
            open_touched(self, self._office, chosen[0].operation)

    def _make_buttons(self) -> QHBoxLayout:
        words = QLabel(SAME_FILE)
        theme.mark(words, "muted")
        self._open = icon_button("打开记录", "open")
        self._open.clicked.connect(self.open_chosen)
        self._undo = icon_button("撤销这次导入", "undo", role="main")
        self._undo.clicked.connect(self.undo_chosen)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(words, 1)
        export = export_button(self._office, lambda: NAME, self._sheets)
        for button in (export, self._open, self._undo, close_button(self)):
            row.addWidget(button)
        return row

    def _sheets(self) -> list[Sheet]:
        """Return the files with their whole hashes."""
        found = import_batches(self._office.store.connection)
        lines = [(*_texts(one)[:HASH], one.sha256, *_texts(one)[HASH + 1 :]) for one in found]
        labels = [label for label, _ in TITLES]
        return [sheet_of_lines(NAME, labels, lines, numbers=NUMBERS)]

    def _follow_choice(self) -> None:
        chosen = self._table.selected
        self._open.setEnabled(len(chosen) == 1)
        self._undo.setEnabled(len(chosen) == 1 and not chosen[0].operation.is_undone)


def _texts(batch: ImportBatch) -> tuple[str, ...]:
    made_at = batch.operation.made_at[:16].replace("T", " ")
    counts = batch.counts
    kept_out = counts.get("conflict", 0) + counts.get("error", 0)
    numbers = (counts.get("new", 0), counts.get("update", 0), counts.get("duplicate", 0), kept_out)
    return (
        made_at,
        batch.file_name,
        batch.imported_by,
        *(f"{one:,}" if one else "" for one in numbers),
        batch.sha256[:SHOWN_DIGITS],
        "已撤销" if batch.operation.is_undone else "",
    )
