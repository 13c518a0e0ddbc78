"""The files kept with one record: scans and photographs that prove it."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models import attachments
from models.errors import Problem
from models.records.attachments import Attachment
from models.records.base import Record
from ui import messages
from ui.dialogs.opening import close_button
from ui.lists.painting import dress
from ui.look import theme
from ui.look.buttons import icon_button
from ui.office import Office

COLUMNS = ("文件名", "大小", "加入日期")
WIDTHS = (28.0, 6.0, 8.0)
KILO = 1024


class AttachmentsDialog(QDialog):
    """Add, open, save and take away the files of a record; files can be dropped here too."""

    def __init__(self, record: Record, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._record = record
        self._office = office
        self._kept: list[Attachment] = []
        # Opened files lie here until the dialog is closed.
        self._folder = tempfile.TemporaryDirectory(prefix="fujian-", ignore_cleanup_errors=True)
        title = office.store.title_of(record)
        self.setWindowTitle(f"{title} · 附件")
        self.setAcceptDrops(True)
        self._build(title)
        office.changed.connect(self._follow_change)
        self._show()
        self.resize(theme.chars(50), theme.px(420))

    @property
    def table(self) -> QTableWidget:
        """The files, one a row."""
        return self._table

    def add(self) -> None:
        """Choose files and keep copies of them."""
        paths = messages.door.open_files(
            self,
            "添加附件",
            kinds="照片和扫描件 (*.jpg *.jpeg *.png *.pdf *.tif *.bmp);;所有文件 (*)",
        )
        self.add_files(paths)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Keep copies of these files with the record."""
        if not paths:
            return
        try:
            kept = attachments.attach(self._office.store, self._record, paths)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        left = len(paths) - len(kept)
        words = f"已添加附件{len(kept)}个" if kept else "没有添加"
        self._office.say(f"{words}，另有{left}个内容相同的已经在里面" if left else words)

    def open_chosen(self) -> None:
        """Open the chosen files with the program that the PC uses for them."""
        for one in self._chosen():
            path = Path(self._folder.name) / Path(one.file_name).name
            try:
                attachments.save_out(self._office.store, one, path)
            except Problem as problem:
                messages.show_problem(self, problem)
                return
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                words = f"这台电脑没有能打开“{one.file_name}”的程序"
                messages.show_problem(self, Problem(words, "可以点“另存为”，拷到别处打开。"))

    def save_as(self) -> None:
        """Write the chosen files out."""
        for one in self._chosen():
            path = messages.door.save_file(
                self, "附件另存为", proposal=Path(one.file_name), kinds="所有文件 (*)"
            )
            if path is None:
                return
            try:
                attachments.save_out(self._office.store, one, path)
            except Problem as problem:
                messages.show_problem(self, problem)
                return
            self._office.say(f"已存为 {path.name}")

    def remove(self) -> None:
        """Take the chosen files away from the record."""
        chosen = self._chosen()
        named = "、".join(one.file_name for one in chosen[:3])
        if chosen and messages.confirm(
            self, f"删除附件“{named}”？", detail="删除后可以用 Ctrl+Z 撤销。", yes="删除"
        ):
            attachments.detach(self._office.store, chosen)
            self._office.say(f"已删除附件{len(chosen)}个，可以用 Ctrl+Z 撤销")

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.add_files([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    @override
    def done(self, result: int) -> None:
        self._folder.cleanup()
        super().done(result)

    def _build(self, title: str) -> None:
        heading = QLabel(title)
        theme.mark(heading, "title")
        heading.setWordWrap(True)
        self._advice = QLabel(
            "把扫描件、照片拖到这里，或点“添加”。文件会存进台账里，随备份一起带走；"
            f"每个不超过{attachments.LARGEST_WORDS}。"
        )
        self._advice.setWordWrap(True)
        theme.mark(self._advice, "muted")
        self._table = QTableWidget(0, len(COLUMNS))
        self._table.setHorizontalHeaderLabels(COLUMNS)
        dress(self._table)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setAccessibleName("附件")
        for column, width in enumerate(WIDTHS):
            self._table.setColumnWidth(column, theme.chars(width) + theme.px(16))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(8))
        for widget in (heading, self._advice):
            layout.addWidget(widget)
        layout.addWidget(self._table, 1)
        layout.addLayout(self._make_buttons())
        self._table.itemSelectionChanged.connect(self._follow_choice)
        self._table.itemDoubleClicked.connect(lambda _item: self.open_chosen())

    def _make_buttons(self) -> QHBoxLayout:
        add = icon_button("添加…", "add", role="main")
        add.clicked.connect(self.add)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(add)
        self._for_chosen = []
        for label, icon, run in (
            ("打开", "open", self.open_chosen),
            ("另存为…", "export", self.save_as),
            ("删除", "delete", self.remove),
        ):
            button = icon_button(label, icon)
            button.clicked.connect(run)
            self._for_chosen.append(button)
            row.addWidget(button)
        row.addStretch()
        close = close_button(self)
        row.addWidget(close)
        return row

    def _follow_change(self, _tables: object) -> None:
        self._show()

    def _show(self) -> None:
        self._kept = attachments.attachments_of(self._office.store, self._record)
        self._table.setRowCount(len(self._kept))
        for row, one in enumerate(self._kept):
            added = one.added_on.isoformat() if one.added_on else ""
            for column, text in enumerate((one.file_name, _size_words(one.size or 0), added)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == 1:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self._table.setItem(row, column, item)
        self._follow_choice()

    def _chosen(self) -> list[Attachment]:
        rows = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        return [self._kept[row] for row in rows if row < len(self._kept)]

    def _follow_choice(self) -> None:
        for button in self._for_chosen:
            button.setEnabled(bool(self._chosen()))


def _size_words(size: int) -> str:
    if size < KILO * KILO:
        return f"{max(1, round(size / KILO))} KB"
    return f"{size / KILO / KILO:.1f} MB"
