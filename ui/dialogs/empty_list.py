"""Empty Excel lists to be filled in by hand or by the units: choose a kind, say where it goes."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.computer import documents_folder
from models.lists.catalogue import SHEET_TYPES
from models.lists.kinds import SheetType
from models.lists.official import FORMS, OfficialForm
from models.values.pinyin import full_pinyin, initials
from reports.official import paper_for, write_official
from reports.templates import write_template
from ui import jobs, messages
from ui.dialogs.opening import close_button
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.find_line import find_line
from ui.office import Office
from ui.printing import file_name

WIDTH_CHARS = 34
HEIGHT_CHARS = 34
LEAST_CHARS = 10


class EmptyListDialog(QDialog):
    """A choice of all kinds of lists, each of which can be saved empty."""

    def __init__(self, office: Office, parent: QWidget, *, kind: str | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("下载空表")
        self._office = office
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(
            _words(
                "空表发给各单位填好后，从“导入 Excel”里选它，就能全部认出来。"
                "标着“官方”的是上级工会的表样。"
            )
        )
        self._filter = find_line("输入几个字或拼音首字母，如 走访、zf", "查找空表")
        self._filter.textChanged.connect(self._show_matching)
        column.addWidget(self._filter)
        self._kinds = QListWidget()
        self._kinds.setAccessibleName("空表")
        self._kinds.setMinimumWidth(theme.chars(WIDTH_CHARS))
        self._kinds.setMinimumHeight(theme.chars(LEAST_CHARS))
        self._kinds.itemDoubleClicked.connect(lambda _item: self.save())
        self._fill(kind)
        column.addWidget(self._kinds, 1)
        self._done = _words("")
        self._done.hide()
        column.addWidget(self._done)
        column.addLayout(self._make_buttons())
        self.resize(theme.chars(WIDTH_CHARS), theme.chars(HEIGHT_CHARS))
        self._filter.setFocus()

    @property
    def words(self) -> str:
        """What the dialog says about the last list that was saved."""
        return self._done.text()

    def choose(self, label: str) -> None:
        """Choose the list of that name."""
        (item,) = self._kinds.findItems(label, Qt.MatchFlag.MatchExactly)
        self._kinds.setCurrentItem(item)

    def save(self) -> None:
        """Save the chosen kind's empty list where the clerk wants it."""
        chosen = self._chosen()
        if chosen is None:
            return
        title = chosen.title if isinstance(chosen, OfficialForm) else chosen.label
        proposal = documents_folder() / f"{file_name(title)}（空表）.xlsx"
        kinds = "Excel 工作簿 (*.xlsx)"
        path = messages.door.save_file(self, "保存空表", proposal=proposal, kinds=kinds)
        if path is None:
            return
        jobs.run(self, "正在保存…", lambda _progress: self._write(chosen, path), self._tell_saved)

    def _write(self, chosen: SheetType | OfficialForm, path: Path) -> Path:
        if isinstance(chosen, OfficialForm):
            return write_official(path, paper_for(self._office.store, chosen, self._office.day))
        return write_template(chosen, path, self._office.year)

    def _tell_saved(self, path: Path) -> None:
        self._done.setText(f"已保存：{path}")
        self._done.show()
        self._office.say(f"已保存 {path}")

    def _fill(self, kind: str | None) -> None:
        offered: tuple[SheetType | OfficialForm, ...] = (*FORMS, *SHEET_TYPES)
        for one in offered:
            item = QListWidgetItem(one.label)
            item.setData(Qt.ItemDataRole.UserRole, one)
            self._kinds.addItem(item)
            if one.name == kind:
                self._kinds.setCurrentItem(item)
        if self._kinds.currentItem() is None:
            self._kinds.setCurrentRow(0)

    def _show_matching(self, text: str) -> None:
        shown = []
        for row in range(self._kinds.count()):
            item = self._kinds.item(row)
            item.setHidden(not _fits(item.text(), text.strip().casefold()))
            if not item.isHidden():
                shown.append(item)
        current = self._kinds.currentItem()
        if shown and (current is None or current.isHidden()):
            self._kinds.setCurrentItem(shown[0])
        self._save.setEnabled(bool(shown))

    def _chosen(self) -> SheetType | OfficialForm | None:
        item = self._kinds.currentItem()
        if item is None or item.isHidden():
            return None
        found = item.data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, SheetType | OfficialForm) else None

    def _make_buttons(self) -> QHBoxLayout:
        self._save = icon_button("保存空表…", "export", role="main")
        self._save.clicked.connect(self.save)
        leave = close_button(self)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch()
        row.addWidget(leave)
        row.addWidget(self._save)
        return row


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    theme.mark(label, "plain")
    return label


def _fits(label: str, text: str) -> bool:
    """Whether a label holds what was typed, as characters, in pinyin or by its initials."""
    return any(text in spelt for spelt in (label, initials(label), full_pinyin(label)))
