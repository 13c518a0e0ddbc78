"""What a list shows leaves the program: as a workbook, as paper, or to the printer."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from models.computer import documents_folder
from reports.files import write_whole
from reports.listing import Listing, listing_document
from reports.listing_sheet import write_listing
from reports.pdf.render import render
from reports.request import PROFILES
from ui import jobs, keys, messages
from ui.lists.commands import ListContext
from ui.lists.exporting import holds_private, listing_of
from ui.lists.selection import selected_ids
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmCombo
from ui.printing import file_name

KINDS = {"xlsx": "Excel 工作簿 (*.xlsx)", "pdf": "PDF 文件 (*.pdf)"}
PROFILE_WORDS = ("内部（身份证号、账号打码）", "上报（号码完整）", "公示（略去号码和电话）")
# So many rows are laid out while one waits.
MOST_TO_PREVIEW = 3_000


class ExportDialog(QDialog):
    """Asks which rows, for whose eyes and as what."""

    def __init__(self, context: ListContext) -> None:
        super().__init__(context.table.window())
        self._context = context
        self.setWindowTitle("导出看到的内容")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        self._words = QLabel(self._advice())
        self._words.setWordWrap(True)
        column.addWidget(self._words)
        self._rows = self._make_rows()
        self._profile = self._make_profile()
        asked = {"导出哪些": self._rows}
        if holds_private(context):
            asked["给谁看"] = self._profile
        column.addLayout(_questions(asked))
        column.addStretch()
        column.addLayout(self._make_buttons())
        self.setMinimumWidth(theme.chars(36))

    @property
    def words(self) -> str:
        """What the dialog says it will export."""
        return self._words.text()

    @property
    def profile(self) -> CalmCombo:
        """For whose eyes it is."""
        return self._profile

    @property
    def rows(self) -> CalmCombo:
        """All rows, or those that are selected."""
        return self._rows

    def save_as(self, ending: str) -> None:
        """Ask for a place and write the list there."""
        listing = self._listing()
        proposal = documents_folder() / f"{file_name(listing.title)}.{ending}"
        title = "导出 Excel" if ending == "xlsx" else "导出 PDF"
        path = messages.door.save_file(self, title, proposal=proposal, kinds=KINDS[ending])
        if path is None:
            return

        def work(progress: jobs.Progress) -> Path:
            if ending == "xlsx":
                return write_listing(path, listing, progress)
            return write_whole(path, _pdf(listing, progress))

        jobs.run(self, "正在导出…", work, self._tell_saved)

    def preview(self) -> None:
        """Show the list as it prints."""
        listing = self._listing()
        if listing.count > MOST_TO_PREVIEW:
            self._context.office.say(f"超过{MOST_TO_PREVIEW:,}行，请先导出 PDF 再打印")
            return
        self.accept()
        self._context.office.preview(listing_document(listing))

    def _listing(self) -> Listing:
        return listing_of(self._context, self._ids(), PROFILES[self._profile.currentIndex()])

    def _ids(self) -> Sequence[int]:
        if self._rows.currentData():
            return list(selected_ids(self._context))
        return self._context.table.records.ids

    def _tell_saved(self, path: Path) -> None:
        self._context.office.say(f"已导出 {path}")
        self.accept()

    def _advice(self) -> str:
        table = self._context.table
        columns = "、".join(one.title for one in table.records.columns)
        left_out = self._context.filter_words()
        shown = f"按列表现在的样子导出：列和次序（{columns}）、排序都照旧。"
        return f"{shown}{left_out}。" if left_out else shown

    def _make_rows(self) -> CalmCombo:
        rows, about = CalmCombo(), self._context.record_type.about
        selected = self._context.table.selected_count
        rows.addItem(
            f"列表里全部 {self._context.table.records.rowCount():,} {about.measure}", False
        )
        if selected > 1:
            rows.addItem(f"只导出选中的 {selected:,} {about.measure}", True)
        rows.setAccessibleName("导出哪些")
        return rows

    def _make_profile(self) -> CalmCombo:
        profile = CalmCombo()
        profile.addItems(PROFILE_WORDS)
        profile.setAccessibleName("给谁看")
        return profile

    def _make_buttons(self) -> QHBoxLayout:
        cancel = icon_button(keys.label("取消", "give_up"), "clear")
        preview = icon_button("打印预览", "print")
        paper = icon_button("导出 PDF", "export")
        sheet = icon_button("导出 Excel", "export", role="main")
        cancel.clicked.connect(self.reject)
        preview.clicked.connect(self.preview)
        paper.clicked.connect(lambda: self.save_as("pdf"))
        sheet.clicked.connect(lambda: self.save_as("xlsx"))
        sheet.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch()
        for button in (cancel, preview, paper, sheet):
            row.addWidget(button)
        return row


def _pdf(listing: Listing, progress: jobs.Progress) -> bytes:
    document = listing_document(listing, progress)
    return render(document, lambda done, whole: progress("正在排页", done, whole)).pdf


def _questions(asked: Mapping[str, CalmCombo]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(8))
    grid.setColumnStretch(1, 1)
    for row, (text, control) in enumerate(asked.items()):
        label = QLabel(text)
        label.setBuddy(control)
        theme.mark(label, "label")
        grid.addWidget(label, row, 0)
        grid.addWidget(control, row, 1)
    return grid
