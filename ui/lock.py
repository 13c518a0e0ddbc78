"""The locked desk: asks for the start password, on opening and after a while without a hand on it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models import access
from models.store import Store
from ui.look import theme

SECOND = 1000
MINUTE = 60 * SECOND
CARD_CHARS = 34
TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.InputMethod,
    QEvent.Type.TouchBegin,
}
HONEST = (
    "密码只挡住随手打开的人，文件本身没有加密。忘记密码时，请维护人员用 forget-password 命令"
    "去掉密码（见手册“启动密码和锁定”），或者恢复设密码以前的备份。"
)


class PasswordCard(QFrame):
    """Asks for the password of a file; after wrong ones the wait grows."""

    unlocked = Signal()

    def __init__(self, title: str, is_right: Callable[[str], bool]) -> None:
        super().__init__()
        theme.mark(self, "card")
        self._is_right = is_right
        self._failures = 0
        self._seconds = 0
        self._ticking = QTimer(self)
        self._ticking.timeout.connect(self._count_down)
        self._build(title)
        self._entry.returnPressed.connect(self.submit)
        self._enter.clicked.connect(self.submit)
        self._visible.toggled.connect(self._show_letters)

    @property
    def words(self) -> str:
        """What was wrong with the last password, blank before the first."""
        return self._problem.text()

    def focus_entry(self) -> None:
        """Put the cursor where the password is typed."""
        self._entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Try what was typed."""
        if self._seconds:
            return
        typed = self._entry.text()
        self._entry.clear()
        if self._is_right(typed):
            self._failures = 0
            self._problem.clear()
            self.unlocked.emit()
            return
        self._failures += 1
        self._seconds = access.wait_after(self._failures)
        if self._seconds:
            self._ticking.start(SECOND)
        self._tell()

    def _count_down(self) -> None:
        self._seconds -= 1
        if not self._seconds:
            self._ticking.stop()
        self._tell()

    def _tell(self) -> None:
        after = f"请等{self._seconds}秒再试" if self._seconds else "请再输一次"
        self._problem.setText(f"密码不对，{after}。")
        # The cursor stays in the field, which takes nothing until the wait is over.
        self._entry.setReadOnly(bool(self._seconds))
        self._enter.setEnabled(not self._seconds)
        self.focus_entry()

    def _show_letters(self, *, is_on: bool) -> None:
        mode = QLineEdit.EchoMode
        self._entry.setEchoMode(mode.Normal if is_on else mode.Password)

    def _build(self, title: str) -> None:
        heading, honest, self._problem = QLabel(title), QLabel(HONEST), QLabel()
        for one, role in ((heading, "title"), (honest, "help"), (self._problem, "error")):
            one.setWordWrap(True)
            theme.mark(one, role)
        asked = QLabel("启动密码")
        theme.mark(asked, "label")
        self._entry = QLineEdit()
        self._entry.setEchoMode(QLineEdit.EchoMode.Password)
        self._entry.setAccessibleName("启动密码")
        asked.setBuddy(self._entry)
        self._visible = QCheckBox("显示密码")
        self._enter = QPushButton("打开 回车")
        theme.mark(self._enter, "main")
        row = QHBoxLayout()
        row.addWidget(self._visible)
        row.addStretch()
        row.addWidget(self._enter)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(24),) * 4)
        column.setSpacing(theme.px(8))
        for part in (heading, asked, self._entry, self._problem):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(honest)
        self.setFixedWidth(theme.chars(CARD_CHARS))


class LockPage(QWidget):
    """The card in the middle of an empty page, before the desk is shown."""

    def __init__(self, card: PasswordCard) -> None:
        super().__init__()
        theme.mark(self, "canvas")
        self.card = card
        lay_in_the_middle(self, card)


class LockScreen(QDialog):
    """Covers everything the program shows, and goes only for the right password."""

    def __init__(self, card: PasswordCard, over: QWidget) -> None:
        super().__init__(over, Qt.WindowType.FramelessWindowHint)
        self.card = card
        self._is_open = False
        self.setWindowTitle("已锁定")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lay_in_the_middle(self, card)
        self.setGeometry(_everything_shown())
        card.unlocked.connect(self._unlock)

    @override
    def reject(self) -> None:
        """Esc does not open the lock."""

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        program = QApplication.instance()
        is_ending = isinstance(program, QGuiApplication) and program.isSavingSession()
        if self._is_open or is_ending:
            event.accept()
        else:
            event.ignore()

    def _unlock(self) -> None:
        self._is_open = True
        self.close()


class IdleWatch(QObject):
    """Tells when nobody touched keyboard or mouse for some minutes."""

    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        program = QGuiApplication.instance()
        if isinstance(program, QGuiApplication):
            program.focusWindowChanged.connect(self._follow_window)
            self._follow_window(program.focusWindow())

    def watch(self, minutes: int | None) -> None:
        """Begin to count the idle minutes, or stop counting."""
        if minutes:
            self._timer.start(minutes * MINUTE)
        else:
            self._timer.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._timer.isActive() and event.type() in TOUCHES:
            self._timer.start()
        return False

    def _follow_window(self, window: QWindow | None) -> None:
        # Windows see only what comes from hands; a filter on the program would see every event.
        if window is not None:
            window.installEventFilter(self)


def card_for(title: str, store: Store) -> PasswordCard:
    """Return the card that asks for the password of a file."""
    return PasswordCard(title, partial(access.is_password, store))


def lay_in_the_middle(page: QWidget, card: QWidget) -> None:
    """Put a card into the middle of a page."""
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(card)
    row.addStretch()
    column = QVBoxLayout(page)
    column.addStretch(2)
    column.addLayout(row)
    column.addStretch(3)


def _everything_shown() -> QRect:
    room = QRect()
    for one in QApplication.topLevelWidgets():
        if one.isVisible():
            room = room.united(one.frameGeometry())
    return room
