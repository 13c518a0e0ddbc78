"""The page before any office file is open: make one, practise, open one, or restore one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.computer import documents_folder
from ui import messages
from ui.look import theme
from ui.look.buttons import icon_button

FOLDER = "工会案头"
FILE_KIND = "工会台账 (*.db)"
BACKUP_KIND = "备份和本机副本 (*.ghbak *.db)"


def default_folder() -> Path:
    """Return where office files are put unless the clerk says otherwise."""
    return documents_folder() / FOLDER


class FirstRunPage(QScrollArea):
    """Four doors, and no other questions than the town's name and its parent union."""

    new_asked = Signal(str, str, object)
    practice_asked = Signal()
    open_asked = Signal(object)
    restore_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._folder = default_folder()
        self.setWidgetResizable(True)
        body = QWidget()
        theme.mark(body, "canvas")
        outer = QHBoxLayout(body)
        outer.addStretch()
        column = QVBoxLayout()
        column.setSpacing(theme.px(12))
        column.addStretch()
        for widget in (*_greeting(), self._make_new(), *self._make_doors()):
            column.addWidget(widget)
        column.addStretch()
        outer.addLayout(column)
        outer.addStretch()
        self.setWidget(body)
        self._show_path()

    @property
    def folder(self) -> Path:
        """Where a new file will be put."""
        return self._folder

    def use_folder(self, folder: Path) -> None:
        """Put a new file into this folder."""
        self._folder = folder
        self._show_path()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self._town.setFocus()

    def _make_new(self) -> QFrame:
        frame = QFrame()
        theme.mark(frame, "card")
        frame.setFixedWidth(theme.chars(40))
        title = QLabel("新建本镇台账")
        theme.mark(title, "title")
        self._town, self._parent = QLineEdit(), QLineEdit()
        self._town.setPlaceholderText("如：示例镇、示例乡、示例街道")
        self._parent.setPlaceholderText("如：示例县总工会")
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.setSpacing(theme.px(8))
        form.addRow("镇名", self._town)
        form.addRow("上级工会", self._parent)
        self._problem = QLabel()
        theme.mark(self._problem, "error")
        self._problem.hide()
        self._path = QLabel()
        self._path.setWordWrap(True)
        theme.mark(self._path, "help")
        column = QVBoxLayout(frame)
        column.setContentsMargins(*(theme.px(24),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(title)
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addWidget(self._path)
        column.addLayout(self._make_new_buttons())
        self._town.textChanged.connect(lambda _text: self._show_path())
        self._town.returnPressed.connect(self._parent.setFocus)
        self._parent.returnPressed.connect(self._ask_new)
        return frame

    def _make_new_buttons(self) -> QHBoxLayout:
        place = QPushButton("换个文件夹…")
        place.clicked.connect(self._choose_folder)
        make = QPushButton("新建")
        theme.mark(make, "main")
        make.clicked.connect(self._ask_new)
        row = QHBoxLayout()
        row.addWidget(place)
        row.addStretch()
        row.addWidget(make)
        return row

    def _make_doors(self) -> list[QPushButton]:
        doors = []
        for label, icon, slot in (
            ("打开练习镇（随便试，不影响真台账）", "practice", self.practice_asked.emit),
            ("打开已有台账…", "open", self._ask_open),
            ("从备份恢复…", "restore", self.restore_asked.emit),
        ):
            door = icon_button(label, icon, role="choice")
            door.clicked.connect(lambda _=False, slot=slot: slot())
            doors.append(door)
        return doors

    def _ask_new(self) -> None:
        town, parent = self._town.text().strip(), self._parent.text().strip()
        missing = "请填写镇名" if not town else "请填写上级工会" if not parent else ""
        self._problem.setText(missing)
        self._problem.setVisible(bool(missing))
        if missing:
            (self._parent if town else self._town).setFocus()
            return
        self.new_asked.emit(town, parent, self._new_path())

    def _ask_open(self) -> None:
        chosen = messages.door.open_files(self, "打开台账", kinds=FILE_KIND)
        if chosen:
            self.open_asked.emit(chosen[0])

    def _choose_folder(self) -> None:
        folder = messages.door.choose_folder(self, "台账放在哪个文件夹", start=self._folder)
        if folder is not None:
            self.use_folder(folder)

    def _new_path(self) -> Path:
        return self._folder / f"{self._town.text().strip() or '本镇'}工会台账.db"

    def _show_path(self) -> None:
        self._path.setText(f"台账会放在：{self._new_path()}")


def _greeting() -> tuple[QLabel, QLabel]:
    name = QLabel(messages.PROGRAM)
    theme.mark(name, "title")
    words = QLabel("乡镇总工会的台账、花名册、证书和年度总结，都在这一个文件里，不用联网。")
    theme.mark(words, "muted")
    return name, words
