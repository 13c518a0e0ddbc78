"""One editor for each kind of field."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

from models import codes
from models.fields import Choices, Field
from models.reading import Reading, Refused
from ui import preferences
from ui.look import theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}
NOTE_LINES = 3
# So many characters of ticks fit side by side, each with its box.
CHOICES_CHARS, BOX_CHARS, MOST_ABREAST = 28, 3, 3
BETWEEN = "；"


class Editor(QWidget):
    """Where the clerk types one field; text becomes a value when it is read."""

    changed = Signal()
    left = Signal()
    done = Signal()

    def __init__(self, field: Field, control: QWidget) -> None:
        super().__init__()
        self.field = field
        self.control = control
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(control)
        self.setFocusProxy(control)

    def show_value(self, value: object) -> None:
        """Show a value."""
        raise NotImplementedError(self, value)

    def read(self, default_year: int | None = None) -> Reading[object]:
        """Return the value that stands in the editor, or raise Refused."""
        raise NotImplementedError(self, default_year)

    def tidy(self, default_year: int | None = None) -> None:
        """Show what was typed as the program writes it, when it can be read."""

    def raw(self) -> str:
        """Return what stands in the editor letter for letter, also what cannot be read."""
        raise NotImplementedError(self)

    def take_raw(self, text: str) -> None:
        """Let a text stand in the editor that raw() returned before."""
        raise NotImplementedError(self, text)


class Line(QLineEdit):
    """A line of text that tells when it was left and when Enter was meant as "next field"."""

    entered = Signal()
    came = Signal()
    left = Signal()
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_composing = False
        self._popup: QAbstractItemView | None = None

    def use_popup(self, popup: QAbstractItemView) -> None:
        """Leave Enter and the arrows to this list while it is open."""
        self._popup = popup

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        if self._is_composing and self._popup is not None:
            # Enter and the arrows belong to the input method until it has finished.
            self._popup.hide()
        super().inputMethodEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._follow_enter(event)
            return
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Down) and not self._popup_is_open():
            self.asked.emit()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._is_composing = False
            # A form that goes away takes the cursor from its field; nobody left it then.
            if self.isVisible():
                self.left.emit()

    def _follow_enter(self, event: QKeyEvent) -> None:
        if self._popup_is_open():
            event.ignore()
        elif self._is_composing or not _moves(event):
            return
        elif _goes_back(event):
            self.focusNextPrevChild(False)
        else:
            self.entered.emit()

    def _popup_is_open(self) -> bool:
        return self._popup is not None and self._popup.isVisible()


class LineEditor(Editor):
    """Text, numbers, money, dates, identity numbers: whatever fits on one line."""

    def __init__(self, field: Field, line: Line | None = None) -> None:
        self._line = line or Line()
        super().__init__(field, self._line)
        self._shown: tuple[str, object] | None = None
        if field.align == "right":
            self._line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._line.textEdited.connect(self.changed)
        self._line.left.connect(self.left)
        self._line.entered.connect(self.done)

    @override
    def show_value(self, value: object) -> None:
        self._write(self.field.show(value), value)
        self._line.setCursorPosition(0)

    @override
    def read(self, default_year: int | None = None) -> Reading[object]:
        text = self._line.text()
        # What the program wrote itself needs no repair: 1,234 is not to be read with a remark.
        if self._shown and self._shown[0] == text:
            return Reading(self._shown[1])
        return self.field.parse(text, default_year=default_year)

    @override
    def tidy(self, default_year: int | None = None) -> None:
        try:
            found = self.read(default_year)
        except Refused:
            return
        self._write(self.field.show(found.value), found.value)

    def _write(self, text: str, value: object) -> None:
        self._shown = (text, value)
        if text != self._line.text():
            self._line.setText(text)

    @override
    def raw(self) -> str:
        return self._line.text()

    @override
    def take_raw(self, text: str) -> None:
        self._line.setText(text)


class Notes(QPlainTextEdit):
    """Several lines of text; Tab and Ctrl+Enter go on to the next field."""

    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_composing = False
        self.setTabChangesFocus(True)
        lines = self.fontMetrics().lineSpacing() * NOTE_LINES
        self.setFixedHeight(lines + theme.px(20))

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() not in ENTER or not (with_control or _goes_back(event)):
            super().keyPressEvent(event)
        elif self._is_composing:
            return
        elif _goes_back(event):
            self.focusNextPrevChild(False)
        else:
            self.entered.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Without the cursor the wheel belongs to the form, not to the text that passes under it.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_composing = False
        if self.isVisible():
            self.left.emit()


class NoteEditor(Editor):
    """Text of several lines."""

    def __init__(self, field: Field) -> None:
        self._notes = Notes()
        super().__init__(field, self._notes)
        self._notes.textChanged.connect(self.changed)
        self._notes.left.connect(self.left)
        self._notes.entered.connect(self.done)

    @override
    def show_value(self, value: object) -> None:
        blocked = QSignalBlocker(self._notes)
        self._notes.setPlainText(self.field.show(value))
        blocked.unblock()

    @override
    def read(self, default_year: int | None = None) -> Reading[object]:
        return self.field.parse(self._notes.toPlainText(), default_year=default_year)

    @override
    def raw(self) -> str:
        return self._notes.toPlainText()

    @override
    def take_raw(self, text: str) -> None:
        blocked = QSignalBlocker(self._notes)
        self._notes.setPlainText(text)
        blocked.unblock()


class FlagEditor(Editor):
    """A tick."""

    def __init__(self, field: Field) -> None:
        self._box = _Tick("是")
        super().__init__(field, self._box)
        self._box.toggled.connect(self.changed)
        self._box.entered.connect(self.done)

    @override
    def show_value(self, value: object) -> None:
        blocked = QSignalBlocker(self._box)
        self._box.setChecked(bool(value))
        blocked.unblock()

    @override
    def read(self, default_year: int | None = None) -> Reading[object]:
        return Reading(self._box.isChecked())

    @override
    def raw(self) -> str:
        return self.field.show(self._box.isChecked())

    @override
    def take_raw(self, text: str) -> None:
        self.show_value(text == self.field.show(True))


class _Tick(QCheckBox):
    entered = Signal()
    moved = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._follow_enter(event)
        elif Qt.Key(event.key()) in ARROWS:
            self.moved.emit(ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _follow_enter(self, event: QKeyEvent) -> None:
        if not _moves(event):
            return
        if _goes_back(event):
            self.focusNextPrevChild(False)
        else:
            self.entered.emit()


class ChoicesEditor(Editor):
    """Several ticks, one for each line of a code table."""

    def __init__(self, field: Choices) -> None:
        panel = QWidget()
        super().__init__(field, panel)
        grid = QGridLayout(panel)
        grid.setContentsMargins(0, 0, 0, 0)
        self._ticks: dict[str, _Tick] = {}
        lines = codes.table(field.codes).lines
        abreast = _abreast([line.name for line in lines])
        for number, line in enumerate(lines):
            tick = self._ticks[line.code] = _Tick(line.name)
            grid.addWidget(tick, number // abreast, number % abreast)
            tick.toggled.connect(self.changed)
            tick.entered.connect(self.done)
            tick.moved.connect(lambda step, number=number: self._go(number + step))
        panel.setFocusProxy(next(iter(self._ticks.values())))

    def _go(self, number: int) -> None:
        ticks = list(self._ticks.values())
        if 0 <= number < len(ticks):
            ticks[number].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def show_value(self, value: object) -> None:
        chosen = value if isinstance(value, tuple) else ()
        for code, tick in self._ticks.items():
            blocked = QSignalBlocker(tick)
            tick.setChecked(code in chosen)
            blocked.unblock()

    @override
    def read(self, default_year: int | None = None) -> Reading[object]:
        return Reading(tuple(code for code, tick in self._ticks.items() if tick.isChecked()))

    @override
    def raw(self) -> str:
        return BETWEEN.join(tick.text() for tick in self._ticks.values() if tick.isChecked())

    @override
    def take_raw(self, text: str) -> None:
        chosen = text.split(BETWEEN)
        ticked = (code for code, tick in self._ticks.items() if tick.text() in chosen)
        self.show_value(tuple(ticked))


def _goes_back(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


def _moves(event: QKeyEvent) -> bool:
    """Whether Enter goes to another field: with Ctrl always, alone where the clerk wants it."""
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return with_control or preferences.enter_moves()


def _abreast(names: Sequence[str]) -> int:
    longest = max(map(len, names), default=0) + BOX_CHARS
    return max(1, min(MOST_ABREAST, CHOICES_CHARS // longest))
