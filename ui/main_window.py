"""The window: it paints first, then opens an office file, and knows how to leave one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget
from typing_extensions import override

from models.computer import remember_file, settings_folder
from models.errors import Problem
from ui import icons, messages, theme
from ui.first_run import BACKUP_KIND, FILE_KIND, FirstRunPage
from ui.menus import Entry, Menus
from ui.themes import LIGHT, THEMES
from ui.zoom_control import ZoomControl

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.office import Office

SETTINGS = "window.ini"
UNDO, REDO = "撤销", "重做"
MESSAGE_MILLISECONDS = 10_000


class MainWindow(QMainWindow):
    """The one window of the program."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._office: Office | None = None
        self._desk: Desk | None = None
        self._is_painted = False
        self._has_asked = False
        self._stack = QStackedWidget()
        self._opening = QLabel("正在打开台账…")
        self._opening.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.mark(self._opening, "muted")
        self._stack.addWidget(self._opening)
        self.setCentralWidget(self._stack)
        self._first_run: FirstRunPage | None = None
        self.zoom_control = ZoomControl()
        self.zoom_control.asked.connect(self._choose_zoom)
        self._menus = Menus(self, self._entries())
        self._make_status()
        self.setWindowTitle(messages.PROGRAM)
        self._restore_place()
        self._show_actions()

    @property
    def office(self) -> "Office | None":
        """The open office file."""
        return self._office

    @property
    def desk(self) -> "Desk | None":
        """The tabs over the open file."""
        return self._desk

    @property
    def status_words(self) -> str:
        """What the status bar says now."""
        texts = (self.statusBar().currentMessage(), self._counted.text(), self._copied.text())
        return " ".join(text for text in texts if text)

    @property
    def first_run(self) -> FirstRunPage:
        """The page with the four doors."""
        if self._first_run is None:
            page = self._first_run = FirstRunPage()
            page.new_asked.connect(self.new_office)
            page.practice_asked.connect(self.open_practice)
            page.open_asked.connect(self.open_office)
            page.restore_asked.connect(self.restore_elsewhere)
            self._stack.addWidget(page)
        return self._first_run

    def show_first_run(self) -> None:
        """Show the four doors."""
        self._close_desk()
        self._stack.setCurrentWidget(self.first_run)
        self.first_run.focus_first()
        self.setWindowTitle(messages.PROGRAM)

    def open_office(self, path: Path) -> None:
        """Open an office file in place of the one that is open."""
        from models.store import Store

        self._change_office(lambda: Store.open(path), is_practice=False)

    def open_practice(self) -> None:
        """Open the practice town, made anew when it is not there yet."""
        from models.practice import build_practice_town
        from models.store import Store
        from ui.first_run import default_folder

        path = default_folder() / "练习镇.db"

        def open_or_build() -> Store:
            if path.exists():
                return Store.open(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            return build_practice_town(path)

        self._change_office(open_or_build, is_practice=True)

    def new_office(self, town: str, parent_union: str, path: Path) -> None:
        """Make an office file for a town and open it."""
        from models import clock
        from models.records.town import Town
        from models.store import Store

        def make() -> Store:
            path.parent.mkdir(parents=True, exist_ok=True)
            record = Town(
                name=town,
                union_name=f"{town}总工会",
                parent_union=parent_union,
                doc_prefix=f"{town}工发",
                year=clock.today().year,
            )
            return Store.create(path, record)

        self._change_office(make, is_practice=False)

    def restore_here(self, archive: Path) -> None:
        """Put a backup in the place of the file that is open."""
        if self._office is None:
            return
        path, is_practice = self._office.store.path, self._office.is_practice
        self._close_desk()
        self._restore(archive, path, is_practice=is_practice)

    def restore_elsewhere(self) -> None:
        """Make an office file from a backup on a PC that has none."""
        from ui.first_run import default_folder

        chosen = messages.door.open_files(self, "选择备份", kinds=BACKUP_KIND)
        if not chosen:
            return
        proposal = default_folder() / "恢复的工会台账.db"
        path = messages.door.save_file(self, "恢复成哪个文件", proposal=proposal, kinds=FILE_KIND)
        if path is not None:
            self._restore(chosen[0], path, is_practice=False)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._follow_paint)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        settings = self._settings()
        settings.setValue("geometry", self.saveGeometry())
        self._close_desk()
        event.accept()

    def _follow_paint(self) -> None:
        """Do what can wait until something is seen: draw the icons, open a file."""
        self.setWindowIcon(icons.icon("units", theme.now().accent))
        self._menus.draw_icons()
        self.zoom_control.follow_wheel(self.windowHandle())
        self.painted.emit()

    def _change_office(self, open_store: Callable[[], object], *, is_practice: bool) -> None:
        from models.store import Store

        if self._desk is not None and not self._desk.may_leave():
            return
        self._close_desk()
        self.setCursor(Qt.CursorShape.WaitCursor)
        try:
            store = open_store()
        except Problem as problem:
            self.unsetCursor()
            self.show_first_run()
            messages.show_problem(self, problem)
            return
        self.unsetCursor()
        if isinstance(store, Store):
            self._show_desk(store, is_practice=is_practice)

    def _show_desk(self, store: object, *, is_practice: bool) -> None:
        from models import clock
        from models.store import Store
        from ui.desk import Desk
        from ui.office import Office

        if not isinstance(store, Store):
            raise TypeError(store)
        year = store.town().year or clock.today().year
        office = self._office = Office(store, year, is_practice=is_practice)
        self._desk = Desk(office)
        self._stack.addWidget(self._desk)
        self._stack.setCurrentWidget(self._desk)
        office.said.connect(self._say)
        office.filter_changed.connect(self._counted.setText)
        office.changed.connect(lambda _tables: self._show_changed())
        office.year_changed.connect(lambda _year: self._show_title())
        office.copied.connect(self._show_changed)
        office.restore_asked.connect(self._queue_restore)
        self._has_asked = False
        if not is_practice:
            remember_file(store.path)
        self._desk.tabs.setFocus()
        self._show_title()
        self._show_changed()
        for notice in store.notices:
            messages.door.tell(self, notice, detail="")

    def _close_desk(self) -> None:
        if self._desk is not None:
            self._stack.removeWidget(self._desk)
            self._desk.hide()
            self._desk.deleteLater()
            self._desk = None
        if self._office is not None:
            self._office.close()
            self._office = None
        self._counted.clear()
        self._copied.clear()
        self._show_actions()

    def _queue_restore(self, archive: Path) -> None:
        # The page that asks is thrown away with the file; let it finish its own event first.
        QTimer.singleShot(0, lambda: self.restore_here(archive))

    def _restore(self, archive: Path, path: Path, *, is_practice: bool) -> None:
        from ui.restoring import restore_apart

        done = partial(self._follow_restore, path=path, is_practice=is_practice)
        restore_apart(self, archive, path, done)

    def _follow_restore(self, words: str, *, path: Path, is_practice: bool) -> None:
        from models.store import Store

        if path.exists():
            self._change_office(lambda: Store.open(path), is_practice=is_practice)
        else:
            self.show_first_run()
        if words:
            self._say(words)

    def _may_leave(self) -> bool:
        if self._desk is None or self._office is None:
            return True
        if not self._desk.may_leave():
            return False
        changes = self._changes()
        if not changes or self._has_asked or self._office.is_practice:
            return True
        self._has_asked = True
        answer = messages.choose(
            self,
            f"上次备份后改了{changes}次，现在备份到U盘吗？"
            if self._has_copy()
            else "这份台账还没有备份过，现在备份到U盘吗？",
            detail="U盘插着的话只要几秒钟。",
            answers=("备份到U盘", "不备份，直接退出", "先不退出"),
        )
        if answer == 0:
            self._desk.show_page("backup")
        return answer == 1

    def _has_copy(self) -> bool:
        from models.backup import last_copy

        return bool(self._office and last_copy(self._office.store.connection))

    def _changes(self) -> int:
        from models.backup import changes_since_copy

        return changes_since_copy(self._office.store.connection) if self._office else 0

    def _entries(self) -> list[Entry]:
        file, edit, view, helping = "文件", "编辑", "查看", "帮助"
        zoom = self.zoom_control
        in_file = partial(Entry, menu=file, needs_file=True)
        return [
            Entry(menu=file, label="新建台账…", run=self._ask_new),
            Entry(menu=file, label="打开台账…", run=self._ask_open, keys="Ctrl+O", icon="open"),
            Entry(menu=file, label="打开练习镇", run=self.open_practice, icon="practice"),
            in_file(label="本镇情况…", run=self._edit_town, icon="town", starts_group=True),
            in_file(label="导入 Excel…", run=self._ask_import, icon="import"),
            in_file(label="打印…", run=self._ask_print, icon="print"),
            in_file(label="备份", run=self._ask_backup, icon="backup"),
            Entry(menu=file, label="退出", run=self.close, keys="Ctrl+Q", starts_group=True),
            Entry(menu=edit, label=UNDO, run=self._take_back, keys="Ctrl+Z", icon="undo"),
            Entry(menu=edit, label=REDO, run=self._bring_back, keys="Ctrl+Y", icon="redo"),
            Entry(menu=view, label="放大", run=lambda: zoom.step(1), keys="Ctrl++"),
            Entry(menu=view, label="缩小", run=lambda: zoom.step(-1), keys="Ctrl+-"),
            Entry(menu=view, label="原始大小", run=lambda: self._choose_zoom(1.0), keys="Ctrl+0"),
            *(
                Entry(
                    menu=view,
                    label=f"{name}颜色",
                    run=partial(self._choose_colours, name),
                    starts_group=name == LIGHT.name,
                )
                for name in THEMES
            ),
            Entry(menu=helping, label="手册", run=self._show_manual, keys="F1"),
            Entry(menu=helping, label=f"关于{messages.PROGRAM}", run=self._show_about),
        ]

    def _make_status(self) -> None:
        self._counted, self._copied = QLabel(), QLabel()
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self._counted)
        self.statusBar().addPermanentWidget(self._copied)
        self.statusBar().addPermanentWidget(self.zoom_control)

    def _say(self, text: str) -> None:
        self.statusBar().showMessage(text, MESSAGE_MILLISECONDS)

    def _show_title(self) -> None:
        if self._office is None:
            return
        town = self._office.store.town().name
        mark = " · 练习" if self._office.is_practice else ""
        name = self._office.store.path.name
        self.setWindowTitle(f"{town} · {self._office.year}年度 · {name}{mark}")

    def _show_changed(self) -> None:
        if self._office is None:
            return
        if self._office.is_practice:
            self._copied.setText("练习镇，随便改，不用备份")
        else:
            self._copied.setText(self._copy_words())
        self._show_title()
        self._show_actions()

    def _copy_words(self) -> str:
        from models.backup import last_copy

        copy = last_copy(self._office.store.connection) if self._office else None
        made = f"上次备份 {copy.made_at:%Y-%m-%d %H:%M}　此后" if copy else "还没有备份　已"
        return f"{made}修改 {self._changes()} 次"

    def _show_actions(self) -> None:
        office = self._office
        self._menus.tell(UNDO, office.undo_label() if office else "")
        self._menus.tell(REDO, office.redo_label() if office else "")
        self._menus.show_file(is_open=office is not None)

    def _take_back(self) -> None:
        if self._office is not None:
            self._try(self._office.undo)

    def _bring_back(self) -> None:
        if self._office is not None:
            self._try(self._office.redo)

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except Problem as problem:
            messages.show_problem(self, problem)

    def _ask_new(self) -> None:
        if self._desk is None or self._desk.may_leave():
            self.show_first_run()

    def _ask_open(self) -> None:
        chosen = messages.door.open_files(self, "打开台账", kinds=FILE_KIND)
        if chosen:
            self.open_office(chosen[0])

    def _ask_import(self) -> None:
        if self._desk is not None:
            self._desk.import_sheets()

    def _ask_print(self) -> None:
        if self._desk is not None:
            self._desk.print_something()

    def _ask_backup(self) -> None:
        if self._desk is not None:
            self._desk.show_page("backup")

    def _edit_town(self) -> None:
        from ui.dialogs.opening import open_dialog
        from ui.dialogs.records import RecordDialog

        if self._office is not None:
            open_dialog(RecordDialog(self._office.store.town(), self._office, self))

    def _show_about(self) -> None:
        from ui.dialogs.about import AboutDialog
        from ui.dialogs.opening import open_dialog

        open_dialog(AboutDialog(self))

    def _show_manual(self) -> None:
        from ui.dialogs.manual import ManualDialog
        from ui.dialogs.opening import open_dialog

        open_dialog(ManualDialog(self))

    def _choose_colours(self, name: str) -> None:
        self._change_look(partial(theme.choose, name))

    def _choose_zoom(self, scale: float) -> None:
        self._change_look(partial(theme.choose_zoom, scale))

    def _change_look(self, change: Callable[[], None]) -> None:
        """Show everything in another size or colour; the pages are made anew."""
        if self._desk is not None and not self._desk.may_leave():
            self.zoom_control.show_zoom()
            return
        change()
        self._rebuild()
        self._menus.draw_icons()
        self.zoom_control.show_zoom()

    def _rebuild(self) -> None:
        from ui.desk import Desk

        if self._first_run is not None:
            self._stack.removeWidget(self._first_run)
            self._first_run.deleteLater()
            self._first_run = None
        if self._office is None or self._desk is None:
            self.show_first_run()
            return
        area = self._desk.tabs.currentIndex()
        self._stack.removeWidget(self._desk)
        self._desk.hide()
        self._desk.deleteLater()
        self._desk = Desk(self._office)
        self._stack.addWidget(self._desk)
        self._stack.setCurrentWidget(self._desk)
        self._desk.show_area(area)

    def _settings(self) -> QSettings:
        return QSettings(str(settings_folder() / SETTINGS), QSettings.Format.IniFormat)

    def _restore_place(self) -> None:
        geometry = self._settings().value("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            wanted = QSize(theme.px(1280), theme.px(760))
            self.resize(wanted.boundedTo(self.screen().availableSize()))
