"""The window: it paints first, then shows an office file, and knows how to leave one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QStackedWidget
from typing_extensions import override

from ui import keys, messages, preferences
from ui.first_run import FirstRunPage
from ui.helpful import HelpfulWindow
from ui.look import icons, theme
from ui.window.file_keeper import FileKeeper
from ui.window.menus import Menus
from ui.window.status_line import StatusLine
from ui.window.window_actions import LOCK, MENUS, REDO, STEP_LOG, STEPS, UNDO, WindowActions
from ui.window.zoom_control import ZoomControl

if TYPE_CHECKING:
    from ui.lock import LockPage
    from ui.office import Office
    from ui.window.desk import Desk
    from ui.window.guard import Guard


class MainWindow(HelpfulWindow):
    """The one window of the program."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self._guard: Guard | None = None
        self._lock_page: LockPage | None = None
        self._first_run: FirstRunPage | None = None
        self._is_painted = False
        self._has_asked = False
        self._stack = QStackedWidget()
        self._opening = QLabel("正在打开台账…")
        self._opening.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.mark(self._opening, "muted")
        self._stack.addWidget(self._opening)
        self.setCentralWidget(self._stack)
        self.zoom_control = ZoomControl()
        self.status = StatusLine(self)
        self.status.add_control(self.zoom_control)
        self.setStatusBar(self.status)
        self._files = FileKeeper(self, self.may_change)
        self._actions = WindowActions(self, self, self._files)
        self._menus = Menus(self, MENUS)
        self._menus.add(self._actions.entries())
        self._menus.add_submenu(STEPS, self._actions.fill_steps, before=STEP_LOG)
        self._connect()
        self.setWindowTitle(messages.PROGRAM)
        self._restore_place()
        self._show_actions()

    @property
    def office(self) -> "Office | None":
        """The open office file."""
        return self._files.office

    @property
    def desk(self) -> "Desk | None":
        """The tabs over the open file."""
        return self._desk

    @property
    def guard(self) -> "Guard | None":
        """What asks for the start password of the open file."""
        return self._guard

    @property
    def lock_page(self) -> "LockPage | None":
        """The page that asks for the password before the desk is shown."""
        return self._lock_page

    @property
    def status_words(self) -> str:
        """What the status bar says now."""
        return self.status.words

    @property
    def first_run(self) -> FirstRunPage:
        """The page with the four doors."""
        if self._first_run is None:
            page = self._first_run = FirstRunPage()
            page.new_asked.connect(self.new_office)
            page.practice_asked.connect(self.open_practice)
            page.open_asked.connect(self.open_office)
            page.restore_asked.connect(self._files.restore_elsewhere)
            self._stack.addWidget(page)
        return self._first_run

    def show_first_run(self) -> None:
        """Show the four doors."""
        self._files.close()
        self._stack.setCurrentWidget(self.first_run)
        self.first_run.focus_first()
        self.setWindowTitle(messages.PROGRAM)

    def open_office(self, path: Path) -> None:
        """Open an office file in place of the one that is open."""
        self._files.open(path)

    def open_practice(self) -> None:
        """Open the practice town, made anew when it is not there yet."""
        self._files.open_practice()

    def new_office(self, town: str, parent_union: str, path: Path) -> None:
        """Make an office file for a town and open it."""
        self._files.make(town, parent_union, path)

    def restore_here(self, archive: Path) -> None:
        """Put a backup in the place of the file that is open."""
        self._files.restore_here(archive)

    def choose_zoom(self, scale: float) -> None:
        """Show everything in another size."""
        self._change_look(partial(theme.choose_zoom, scale))

    def choose_colours(self, name: str) -> None:
        """Show everything in the colours of that name."""
        self._change_look(partial(theme.choose, name))

    def choose_keys(self, scheme: str) -> None:
        """Let other keys hold, and print them everywhere."""
        self._change_look(partial(keys.use, scheme))

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
        preferences.keep_geometry(self.saveGeometry())
        self._files.close()
        event.accept()

    def _follow_paint(self) -> None:
        """Do what can wait until something is seen: draw the icons, open a file."""
        self.setWindowIcon(icons.icon("units", theme.now().accent))
        self._menus.draw_icons()
        self.zoom_control.follow_wheel(self.windowHandle())
        self.painted.emit()

    def _connect(self) -> None:
        self.help_asked.connect(self._actions.show_help)
        self.zoom_control.asked.connect(self.choose_zoom)
        self._files.opened.connect(self._receive)
        self._files.closing.connect(self._close_desk)
        self._files.nothing_open.connect(self.show_first_run)
        self._files.restored.connect(self.status.say)

    def may_change(self) -> bool:
        """Whether nothing unsaved would be lost if the pages went."""
        return self._desk is None or self._desk.may_leave()

    def _receive(self) -> None:
        """Show the file that was opened, or first ask for its password."""
        from ui.window.guard import Guard

        if self.office is None:
            return
        self._guard = Guard(self, self.office)
        if self._guard.must_ask:
            self._ask_password(self._guard)
        else:
            self._show_desk()

    def _ask_password(self, guard: "Guard") -> None:
        self._drop_lock_page()
        page = self._lock_page = guard.page(self._show_desk)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.card.focus_entry()
        self._show_title()

    def _show_desk(self) -> None:
        from ui.areas import AREAS
        from ui.window.desk import Desk

        office = self.office
        if office is None:
            return
        if not self._menus.has(AREAS[0].title):
            self._menus.add(self._actions.places())
            self._menus.draw_icons()
        desk = self._desk = Desk(office)
        self._stack.addWidget(desk)
        self._stack.setCurrentWidget(desk)
        self._listen(office)
        self._has_asked = False
        self._drop_lock_page()
        desk.tabs.setFocus()
        self._show_changed()
        if self._guard is not None:
            self._guard.watch()
        for notice in office.store.notices:
            messages.door.tell(self, notice, detail="")

    def _listen(self, office: "Office") -> None:
        office.said.connect(self.status.say)
        office.offered.connect(self.status.offer)
        office.filter_changed.connect(self.status.count)
        office.changed.connect(lambda _tables: self._show_changed())
        office.year_changed.connect(lambda _year: self._show_title())
        office.copied.connect(self._show_changed)
        office.restore_asked.connect(self._files.restore_soon)

    def _close_desk(self) -> None:
        self._drop_desk()
        self._drop_lock_page()
        if self._guard is not None:
            self._guard.deleteLater()
            self._guard = None
        self.status.count("")
        self.status.show_copy("")
        self.status.fall_silent()
        self._show_actions(is_open=False)

    def _drop_lock_page(self) -> None:
        if self._lock_page is not None:
            self._stack.removeWidget(self._lock_page)
            self._lock_page.deleteLater()
            self._lock_page = None

    def _drop_desk(self) -> None:
        if self._desk is not None:
            self._stack.removeWidget(self._desk)
            self._desk.hide()
            self._desk.deleteLater()
            self._desk = None

    def _may_leave(self) -> bool:
        if self._desk is None or self.office is None:
            return True
        if not self._desk.may_leave():
            return False
        if self._has_asked:
            return True
        from ui.window import leaving

        answer = leaving.ask_for_copy(self, self.office)
        self._has_asked = answer != leaving.LEAVE
        if answer == leaving.COPY:
            self._desk.show_page("backup")
        return answer == leaving.LEAVE

    def _show_title(self) -> None:
        if self.office is None:
            return
        town = self.office.store.town().name
        mark = " · 练习" if self.office.is_practice else ""
        name = self.office.store.path.name
        self.setWindowTitle(f"{town} · {self.office.year}年度 · {name}{mark}")

    def _show_changed(self) -> None:
        if self.office is None:
            return
        from ui.window import leaving

        self.status.show_copy(leaving.copy_words(self.office))
        self._show_title()
        self._show_actions()

    def _show_actions(self, *, is_open: bool = True) -> None:
        office = self.office if is_open else None
        self._menus.tell(UNDO, office.undo_label() if office else "")
        self._menus.tell(REDO, office.redo_label() if office else "")
        self._menus.show_file(is_open=office is not None)
        self._menus.enable(LOCK, is_on=self._guard is not None and self._guard.must_ask)

    def _change_look(self, change: Callable[[], None]) -> None:
        """Show everything in another way; the pages are made anew."""
        if self._desk is None or self._desk.may_rebuild():
            self._rebuild(change)
            self._menus.draw_icons()
            self._menus.follow_scheme()
            self.status.follow_scheme()
        self.zoom_control.show_zoom()

    def _rebuild(self, change: Callable[[], None]) -> None:
        """Let go of the pages, then change how they look, then make those that are looked at."""
        from ui.window.desk import Desk

        if self._first_run is not None:
            self._stack.removeWidget(self._first_run)
            self._first_run.deleteLater()
            self._first_run = None
        desk, office = self._desk, self.office
        if desk is None or office is None:
            change()
            self._show_page_without_desk()
            return
        standing = desk.standing()
        desk.forget_typed()
        self._drop_desk()
        # A new style is given to every widget there is; those of the old pages would take minutes.
        QCoreApplication.sendPostedEvents(desk, QEvent.Type.DeferredDelete.value)
        change()
        self._desk = Desk(office)
        self._stack.addWidget(self._desk)
        self._stack.setCurrentWidget(self._desk)
        self._desk.carry_on(standing)

    def _show_page_without_desk(self) -> None:
        if self._guard is not None and self._lock_page is not None:
            self._ask_password(self._guard)
        else:
            self.show_first_run()

    def _restore_place(self) -> None:
        place = preferences.geometry()
        if place is None or not self.restoreGeometry(place):
            wanted = QSize(theme.px(1280), theme.px(760))
            self.resize(wanted.boundedTo(self.screen().availableSize()))
