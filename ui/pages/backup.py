"""The backup page: where the last good copy is, one big button, and the way back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models.backup import (
    Copy,
    Verified,
    back_up,
    changes_since_copy,
    last_copy,
    local_copies,
    verify,
)
from models.backup.local import words_for
from models.computer import Drive, documents_folder, removable_drives
from models.records import BY_TABLE
from ui import jobs, messages
from ui.dialogs.opening import open_dialog
from ui.dialogs.restore import RestoreDialog
from ui.first_run import BACKUP_KIND
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmCombo
from ui.office import Office

PATTERN = "*.ghbak"
FILE = Qt.ItemDataRole.UserRole
TOLD = ("unit", "union_org", "cb_contract", "document")
ADVICE = (
    "U盘插上却看不到：换一个USB口，等几秒再点“重新查找”。\n"
    "提示空间不足：删掉U盘上不用的文件，或换一个U盘。\n"
    "提示备份不可用：不要用它恢复，换另一份；坏的那份先留着，交给懂电脑的人看。\n"
    "电脑坏了：在新电脑上装好本程序，第一页选“从备份恢复”。"
)


class BackupPage(QScrollArea):
    """Verified copies on a stick, and restoring from them."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._folder: Path | None = None
        self._drives: tuple[Drive, ...] = ()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        theme.mark(body, "canvas")
        column = QVBoxLayout(body)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        top = QHBoxLayout()
        top.setSpacing(theme.px(12))
        top.addWidget(self._make_main(), 3)
        top.addWidget(_advice(), 2)
        column.addLayout(top)
        column.addWidget(self._make_copies(), 1)
        self.setWidget(body)
        office.changed.connect(self._show_state)

    @property
    def state_words(self) -> str:
        """What the page says about the last good copy."""
        return f"{self._state.text()} {self._result.text()}".strip()

    @property
    def copies(self) -> list[str]:
        """The backups that are found in the chosen place."""
        return [self._copies.item(row).text() for row in range(self._copies.count())]

    def use_folder(self, folder: Path) -> None:
        """Put backups into this folder."""
        self._folder = folder
        self._look_for_drives()

    def start(self) -> None:
        """Make a backup in the chosen place."""
        folder = self._chosen_folder()
        if folder is None:
            self._choose_folder()
            folder = self._chosen_folder()
        if folder is None:
            return
        store = self._office.store
        town = store.town().name
        self._result.hide()

        def work(progress: jobs.Progress) -> Copy:
            return back_up(store.connection, folder, progress=progress, town=town)

        jobs.run(self, "正在备份…", work, self._show_copy)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_for_drives()
        self._show_state()

    def _make_main(self) -> QFrame:
        frame = QFrame()
        theme.mark(frame, "card")
        self._state, self._result, self._place = QLabel(), QLabel(), QLabel()
        theme.mark(self._state, "title")
        theme.mark(self._result, "ok")
        theme.mark(self._place, "muted")
        for label in (self._state, self._result, self._place):
            label.setWordWrap(True)
        self._start = icon_button("备份到U盘", "backup", role="large")
        self._start.clicked.connect(self.start)
        column = QVBoxLayout(frame)
        column.setContentsMargins(*(theme.px(24),) * 4)
        column.setSpacing(theme.px(12))
        for label in (self._state, self._result):
            column.addWidget(label)
        column.addLayout(self._make_places())
        column.addWidget(self._place)
        column.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _make_places(self) -> QHBoxLayout:
        self._places = CalmCombo()
        self._places.setMinimumWidth(theme.chars(20))
        self._places.setAccessibleName("备份到哪里")
        self._places.currentIndexChanged.connect(lambda _row: self._show_place())
        again = QPushButton("重新查找")
        again.clicked.connect(self._look_for_drives)
        other = QPushButton("备份到别的文件夹…")
        other.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._places)
        row.addWidget(again)
        row.addWidget(other)
        row.addStretch()
        return row

    def _make_copies(self) -> QFrame:
        frame = QFrame()
        theme.mark(frame, "card")
        title = QLabel("可以恢复的备份和本机副本")
        theme.mark(title, "section")
        self._copies = QListWidget()
        self._copies.setAccessibleName("已有的备份")
        self._copies.setSpacing(theme.px(4))
        self._copies.setMinimumHeight(theme.px(96))
        check = icon_button("核对选中的备份", "good")
        check.clicked.connect(self._check)
        restore = icon_button("用选中的备份恢复…", "restore")
        restore.clicked.connect(self.restore_chosen)
        other = icon_button("从别处的备份恢复…", "open")
        other.clicked.connect(self._restore_other)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for button in (check, restore, other):
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(frame)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(title)
        column.addWidget(self._copies, 1)
        column.addLayout(row)
        return frame

    def _show_state(self) -> None:
        connection = self._office.store.connection
        copy = last_copy(connection)
        if copy is None:
            self._state.setText("这份台账还没有备份到U盘。")
            self._result.hide()
            return
        changes = changes_since_copy(connection)
        since = f"，此后又改了{changes}次" if changes else "，此后没有改动"
        self._state.setText(f"上次备份 {copy.made_at:%Y-%m-%d %H:%M}{since}。")
        self._result.show()
        self._result.setText(f"✔ 已核对、可恢复：{_told(copy.counts)}　在 {copy.path}")

    def _look_for_drives(self) -> None:
        self._drives = tuple(one for one in removable_drives() if not one.read_only)
        blocked = self._places.blockSignals(True)
        self._places.clear()
        for drive in self._drives:
            label = drive.label or "U盘"
            words = f"{label}（{drive.path}，剩余{drive.free / 1e9:.1f} GB）"
            self._places.addItem(words, str(drive.path))
        if self._folder is not None:
            self._places.addItem(f"文件夹 {self._folder}", str(self._folder))
            self._places.setCurrentIndex(self._places.count() - 1)
        self._places.blockSignals(blocked)
        self._show_place()

    def _show_place(self) -> None:
        folder = self._chosen_folder()
        if folder is None:
            self._place.setText("没有找到U盘。请插上U盘后点“重新查找”，或备份到别的文件夹。")
        elif self._folder is not None and folder == self._folder:
            self._place.setText("提醒：最好备份到U盘，这样电脑坏了也不怕。")
        else:
            self._place.setText("备份会先写到U盘，再读回来核对、试着恢复一遍，都通过才算完成。")
        self._places.setVisible(folder is not None)
        self._list_copies(folder)

    def _list_copies(self, folder: Path | None) -> None:
        self._copies.clear()
        if folder is not None and folder.is_dir():
            for path in sorted(folder.glob(PATTERN), reverse=True):
                self._add_copy(path, path.name)
        for path in local_copies(self._office.store.path):
            self._add_copy(path, f"本机副本　{words_for(path)}")
        if self._copies.count():
            self._copies.setCurrentRow(0)
            return
        nothing = QListWidgetItem("这里还没有备份")
        nothing.setFlags(Qt.ItemFlag.NoItemFlags)
        self._copies.addItem(nothing)

    def _add_copy(self, path: Path, words: str) -> None:
        item = QListWidgetItem(f"{words}　{path.stat().st_size / 1e6:.1f} MB")
        item.setData(FILE, str(path))
        self._copies.addItem(item)

    def _chosen_folder(self) -> Path | None:
        data = self._places.currentData()
        return Path(data) if data else None

    def _choose_folder(self) -> None:
        start = self._folder or documents_folder()
        folder = messages.door.choose_folder(self, "备份到哪个文件夹", start=start)
        if folder is not None:
            self.use_folder(folder)

    def _show_copy(self, copy: Copy) -> None:
        self._show_state()
        self._list_copies(self._chosen_folder())
        self._office.say(f"备份完成并试恢复成功：{copy.file_name}")
        self._office.copied.emit()

    def _chosen_copy(self) -> Path | None:
        item = self._copies.currentItem()
        if item is None or not item.data(FILE):
            self._office.say("请先在列表中选一份备份")
            return None
        return Path(str(item.data(FILE)))

    def _check(self) -> None:
        path = self._chosen_copy()
        if path is not None:
            jobs.run(self, "正在核对备份…", lambda _progress: verify(path), self._show_checked)

    def _show_checked(self, verified: Verified) -> None:
        notices = "\n".join(verified.notices)
        messages.door.tell(
            self,
            f"这份备份完好，可以恢复：{_told(verified.counts)}",
            detail=f"{verified.path.name}\n做于 {verified.created:%Y-%m-%d %H:%M}\n{notices}",
        )

    def restore_chosen(self) -> None:
        """Offer to go back to the backup that is chosen in the list."""
        path = self._chosen_copy()
        if path is not None:
            self._start_restore(path)

    def _restore_other(self) -> None:
        chosen = messages.door.open_files(self, "选择备份", kinds=BACKUP_KIND)
        if chosen:
            self._start_restore(chosen[0])

    def _start_restore(self, path: Path) -> None:
        jobs.run(self, "正在核对备份…", lambda _progress: verify(path), self._offer_restore)

    def _offer_restore(self, verified: Verified) -> None:
        dialog = RestoreDialog(verified, self._office, self)
        dialog.accepted.connect(lambda: self._office.restore_asked.emit(verified.path))
        open_dialog(dialog)


def _told(counts: dict[str, int]) -> str:
    named = ((BY_TABLE[table].about.label, counts.get(table, 0)) for table in TOLD)
    return "　".join(f"{label}{count:,}" for label, count in named)


def _advice() -> QFrame:
    frame = QFrame()
    theme.mark(frame, "card")
    title = QLabel("出了问题怎么办")
    theme.mark(title, "section")
    words = QLabel(ADVICE)
    words.setWordWrap(True)
    theme.mark(words, "muted")
    column = QVBoxLayout(frame)
    column.setContentsMargins(*(theme.px(16),) * 4)
    column.addWidget(title)
    column.addWidget(words)
    column.addStretch()
    return frame
