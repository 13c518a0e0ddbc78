"""What the menus of the window offer, and what comes up when it is chosen."""

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from ui import keys, messages
from ui.look.themes import LIGHT, THEMES
from ui.window.file_keeper import FileKeeper
from ui.window.menus import Entry, shortened
from ui.window.zoom_control import ZoomControl

if TYPE_CHECKING:
    from models.history import Operation
    from ui.help_topics import Topic
    from ui.office import Office
    from ui.window.desk import Desk
    from ui.window.guard import Guard

FILE, EDIT, VIEW, GO, HELP = MENUS = ("文件", "编辑", "查看", "转到", "帮助")
UNDO, REDO = "撤销", "重做"
STEPS, STEP_LOG = "撤销哪一步", "操作记录…"
MOST_STEPS = 10
LOCK = "锁定"


class Window(Protocol):
    """What the actions need of the window."""

    zoom_control: ZoomControl

    @property
    def office(self) -> "Office | None":
        """The open office file."""

    @property
    def desk(self) -> "Desk | None":
        """The tabs over the open file."""

    @property
    def guard(self) -> "Guard | None":
        """What asks for the start password."""

    def may_change(self) -> bool:
        """Whether nothing unsaved would be lost if the pages went."""

    def show_first_run(self) -> None:
        """Show the four doors."""

    def choose_zoom(self, scale: float) -> None:
        """Show everything in another size."""

    def choose_colours(self, name: str) -> None:
        """Show everything in other colours."""

    def choose_keys(self, scheme: str) -> None:
        """Let other keys hold."""


class WindowActions:
    """The actions of one window as entries of its menus."""

    def __init__(self, window: Window, parent: QWidget, files: FileKeeper) -> None:
        self._window = window
        self._parent = parent
        self._files = files

    def entries(self) -> list[Entry]:
        """Return what can be offered before a file is open."""
        about = f"关于{messages.PROGRAM}"
        return [
            *self._of_files(),
            *self._of_this_file(),
            Entry(
                menu=FILE,
                label="退出",
                run=self._parent.close,
                command="quit",
                icon="leave",
                starts_group=True,
            ),
            Entry(menu=EDIT, label=UNDO, run=self._take_back, command="undo", icon="undo"),
            Entry(menu=EDIT, label=REDO, run=self._bring_back, command="redo", icon="redo"),
            *self._of_steps(),
            *self._of_view(),
            Entry(menu=HELP, label="手册", run=self.show_help, command="help", icon="help"),
            Entry(menu=HELP, label="按键一览", run=self._show_keys, icon="choose"),
            Entry(menu=HELP, label=about, run=self._show_about, icon="units"),
        ]

    def places(self) -> list[Entry]:
        """Return the entries that lead to the tabs; the first tabs have keys."""
        from ui.areas import AREAS

        return [
            Entry(
                menu=GO,
                label=area.title,
                run=partial(self._go_to, number),
                command=f"tab_{number + 1}" if number < keys.TABS else "",
                icon=area.icon,
                needs_file=True,
            )
            for number, area in enumerate(AREAS)
        ]

    def show_help(self, asking: QWidget | None = None) -> None:
        """Open the manual where it tells of what has the focus; `asking` is the box in front."""
        from ui.dialogs.manual import ManualDialog
        from ui.dialogs.opening import open_dialog

        if isinstance(asking, ManualDialog):
            return
        topic = self._topic(asking)
        box = ManualDialog(asking or self._parent, heading=topic.heading, lines=topic.lines)
        open_dialog(box)

    def _show_keys(self) -> None:
        from ui.dialogs.manual import ManualDialog
        from ui.dialogs.opening import open_dialog

        open_dialog(ManualDialog(self._parent, heading="十、按键"))

    def _topic(self, asking: QWidget | None) -> "Topic":
        from ui.help_topics import Topic, field_lines, heading_for, heading_of_box

        office, desk = self._window.office, self._window.desk
        if office is None:
            return Topic("一、第一次打开")
        if desk is None:
            return Topic("启动密码和锁定")
        lines = field_lines((asking or self._parent).focusWidget(), office.store, office.day)
        heading = heading_of_box(asking) if asking else ""
        return Topic(heading or heading_for(*desk.place), lines)

    def _of_files(self) -> list[Entry]:
        entry = partial(Entry, menu=FILE)
        return [
            entry(label="新建台账…", run=self._ask_new, icon="add"),
            entry(label="打开台账…", run=self._files.ask_which, command="open", icon="open"),
            entry(label="打开练习镇", run=self._files.open_practice, icon="practice"),
        ]

    def _of_this_file(self) -> list[Entry]:
        entry = partial(Entry, menu=FILE, needs_file=True)
        return [
            entry(label="本镇情况…", run=self._edit_town, icon="town", starts_group=True),
            entry(label="导入 Excel…", run=self._ask_import, icon="import"),
            entry(label="导入记录…", run=self._show_imports, icon="history"),
            entry(
                label="打印…",
                run=self._ask_print,
                command="print",
                is_printed_only=True,
                icon="print",
            ),
            entry(label="备份", run=self._ask_backup, icon="backup"),
            entry(label="启动密码…", run=self.ask_password, icon="lock", starts_group=True),
            entry(label=LOCK, run=self._lock, command="lock", icon="lock"),
        ]

    def _of_steps(self) -> list[Entry]:
        entry = partial(Entry, menu=EDIT, needs_file=True)
        return [
            entry(label=STEP_LOG, run=self._show_steps, icon="history", starts_group=True),
            entry(label="回收站…", run=self._show_bin, icon="delete"),
            entry(label="年度结账…", run=self._ask_closing, icon="lock", starts_group=True),
        ]

    def fill_steps(self, menu: QMenu) -> None:
        """Offer the last steps, each to be taken back by itself."""
        from models.store_operations import latest_undoable

        menu.clear()
        # While the password is asked for, there is a file but no desk, and nothing to be told.
        office = self._window.office if self._window.desk is not None else None
        steps = latest_undoable(office.store.connection, MOST_STEPS) if office else []
        for step in steps:
            made_at = step.made_at[5:16].replace("T", " ")
            action = menu.addAction(f"{shortened(step.label)}\t{made_at}")
            action.triggered.connect(lambda _on=False, step=step: self._take_back_one(step))
        if not steps:
            menu.addAction("没有可以撤销的操作").setEnabled(False)

    def _take_back_one(self, step: "Operation") -> None:
        from ui.undoing import undo_step

        if self._window.office is not None:
            undo_step(self._parent, self._window.office, step)

    def _of_view(self) -> list[Entry]:
        entry, window = partial(Entry, menu=VIEW), self._window
        zoom = window.zoom_control
        return [
            entry(label="放大", run=lambda: zoom.step(1), command="larger", icon="larger"),
            entry(label="缩小", run=lambda: zoom.step(-1), command="smaller", icon="smaller"),
            entry(
                label="原始大小",
                run=partial(window.choose_zoom, 1.0),
                command="usual_size",
                icon="search",
            ),
            *(
                entry(
                    label=f"{name}颜色",
                    run=partial(window.choose_colours, name),
                    icon="contrast",
                    starts_group=name == LIGHT.name,
                )
                for name in THEMES
            ),
            entry(label="显示与键盘…", run=self._show_settings, icon="settings", starts_group=True),
        ]

    def _go_to(self, number: int) -> None:
        desk = self._window.desk
        if desk is not None:
            desk.show_area(number)
            desk.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_back(self) -> None:
        from ui.undoing import undo_step

        office = self._window.office
        step = office.store.undoable() if office else None
        if office is not None and step is not None:
            undo_step(self._parent, office, step)

    def _bring_back(self) -> None:
        from ui.undoing import redo_step

        office = self._window.office
        step = office.store.redoable() if office else None
        if office is not None and step is not None:
            redo_step(self._parent, office, step)

    def _show_steps(self) -> None:
        from ui.dialogs.opening import open_dialog
        from ui.dialogs.operations import OperationsDialog

        if self._window.office is not None:
            open_dialog(OperationsDialog(self._window.office, self._parent))

    def _show_imports(self) -> None:
        from ui.dialogs.import_log import ImportLogDialog
        from ui.dialogs.opening import open_dialog

        if self._window.office is not None:
            open_dialog(ImportLogDialog(self._window.office, self._parent))

    def _show_bin(self) -> None:
        from ui.dialogs.opening import open_dialog
        from ui.dialogs.recycle_bin import RecycleBinDialog

        if self._window.office is not None:
            open_dialog(RecycleBinDialog(self._window.office, self._parent))

    def _ask_closing(self) -> None:
        from ui.dialogs.closing import ask_about_closing

        if self._window.office is not None:
            ask_about_closing(self._window.office, self._parent)

    def _ask_new(self) -> None:
        if self._window.may_change():
            self._window.show_first_run()

    def _ask_import(self) -> None:
        if self._window.desk is not None:
            self._window.desk.import_sheets()

    def _ask_print(self) -> None:
        if self._window.desk is not None:
            self._window.desk.print_something()

    def _ask_backup(self) -> None:
        if self._window.desk is not None:
            self._window.desk.show_page("backup")

    def _edit_town(self) -> None:
        from ui.dialogs.opening import open_dialog
        from ui.record_boxes import RecordDialog

        office = self._window.office
        if office is not None:
            open_dialog(RecordDialog(office.store.town(), office, self._parent))

    def ask_password(self) -> None:
        """Let the clerk set, change or take away the start password."""
        from ui.dialogs.opening import open_dialog
        from ui.dialogs.password import PasswordDialog

        if self._window.office is not None:
            open_dialog(PasswordDialog(self._window.office, self._parent))

    def _lock(self) -> None:
        if self._window.guard is not None:
            self._window.guard.lock()

    def _show_settings(self) -> None:
        from ui.dialogs.opening import open_dialog
        from ui.dialogs.settings import SettingsDialog

        open_dialog(SettingsDialog(self._window, self._parent, self.ask_password))

    def _show_about(self) -> None:
        from ui.dialogs.about import AboutDialog
        from ui.dialogs.opening import open_dialog

        open_dialog(AboutDialog(self._parent))
