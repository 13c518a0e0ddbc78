"""One editor for each kind of field."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

from models import codes
from models.fields import Choice, Choices, Field, Flag, Link, Note
from models.reading import Reading, Refused
from models.records import BY_TABLE
from models.store import Store
from ui import icons, theme
from ui.forms.options import Option, Suggest, code_options, record_options

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NOTE_LINES = 3
CHOICES_ABREAST = 3


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


class Line(QLineEdit):
    """A line of text that tells when it was left and when Enter was meant as "next field"."""

    entered = Signal()
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
        super().inputMethodEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            if self._popup_is_open():
                event.ignore()
            elif not self._is_composing:
                self.entered.emit()
            return
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Down) and not self._popup_is_open():
            self.asked.emit()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._is_composing = False
            self.left.emit()

    def _popup_is_open(self) -> bool:
        return self._popup is not None and self._popup.isVisible()


class LineEditor(Editor):
    """Text, numbers, money, dates, identity numbers: whatever fits on one line."""

    def __init__(self, field: Field) -> None:
        self._line = Line()
        super().__init__(field, self._line)
        if field.align == "right":
            self._line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._line.textEdited.connect(self.changed)
        self._line.left.connect(self.left)
        self._line.entered.connect(self.done)

    @override
    def show_value(self, value: object) -> None:
        self._line.setText(self.field.show(value))
        self._line.setCursorPosition(0)

    @override
    def read(self, default_year: int | None = None) -> Reading[object]:
        return self.field.parse(self._line.text(), default_year=default_year)

    @override
    def tidy(self, default_year: int | None = None) -> None:
        try:
            found = self.read(default_year)
        except Refused:
            return
        shown = self.field.show(found.value)
        if shown != self._line.text():
            self._line.setText(shown)


class Notes(QPlainTextEdit):
    """Several lines of text; Tab and Ctrl+Enter go on to the next field."""

    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        lines = self.fontMetrics().lineSpacing() * NOTE_LINES
        self.setFixedHeight(lines + theme.px(20))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
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


class _Tick(QCheckBox):
    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered.emit()
            return
        super().keyPressEvent(event)


class ChoicesEditor(Editor):
    """Several ticks, one for each line of a code table."""

    def __init__(self, field: Choices) -> None:
        panel = QWidget()
        super().__init__(field, panel)
        grid = QGridLayout(panel)
        grid.setContentsMargins(0, 0, 0, 0)
        self._ticks: dict[str, _Tick] = {}
        for number, line in enumerate(codes.table(field.codes).lines):
            tick = self._ticks[line.code] = _Tick(line.name)
            grid.addWidget(tick, number // CHOICES_ABREAST, number % CHOICES_ABREAST)
            tick.toggled.connect(self.changed)
            tick.entered.connect(self.done)
        panel.setFocusProxy(next(iter(self._ticks.values())))

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


class PickEditor(Editor):
    """One value out of many, picked by its words, their initials or its code."""

    def __init__(self, field: Field, suggest: Suggest) -> None:
        self._line = Line()
        super().__init__(field, self._line)
        self._suggest = suggest
        self._picked: Option | None = None
        self._offered: list[Option] = []
        self._make_popup()
        opener = QAction(icons.icon("choose", theme.MUTED), "列出可选项（F2）", self._line)
        self._line.addAction(opener, QLineEdit.ActionPosition.TrailingPosition)
        opener.triggered.connect(self._offer_all)
        self._line.asked.connect(self._offer_all)
        self._line.textEdited.connect(self._offer)
        self._line.textEdited.connect(self.changed)
        self._line.left.connect(self._settle)
        self._line.entered.connect(self.done)

    def _make_popup(self) -> None:
        self._rows = QStandardItemModel(self)
        self._completer = QCompleter(self._rows, self._line)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self._line)
        self._completer.setMaxVisibleItems(10)
        self._completer.activated[QModelIndex].connect(self._pick_row)  # type: ignore[index]
        self._line.use_popup(self._completer.popup())
        self._completer.popup().setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    @override
    def show_value(self, value: object) -> None:
        self._picked = self._option_of(value)
        self._line.setText(self._picked.text if self._picked else "")
        self._line.setCursorPosition(0)
        self._line.setToolTip(self._line.text())

    @override
    def read(self, default_year: int | None = None) -> Reading[object]:
        text = self._line.text().strip()
        if not text:
            return Reading(self.field.empty)
        if self._picked and self._picked.text == text:
            return Reading(self._picked.value)
        return self._read_words(text)

    def options(self) -> list[Option]:
        """Return what is offered for what stands in the line now."""
        return self._suggest(self._line.text())

    def _option_of(self, value: object) -> Option | None:
        if isinstance(value, str | int) and not self.field.is_blank(value):
            return Option(value, self.field.show(value))
        return None

    def _read_words(self, text: str) -> Reading[object]:
        return self.field.parse(text)

    def _offer_all(self) -> None:
        self._line.setFocus()
        self._show_options(self._suggest(""))

    def _offer(self, typed: str) -> None:
        self._show_options(self._suggest(typed) if typed.strip() else [])

    def _show_options(self, options: list[Option]) -> None:
        self._offered = options
        self._rows.clear()
        for option in options:
            self._rows.appendRow(QStandardItem(option.offer))
        if not options:
            self._completer.popup().hide()
            return
        self._completer.complete()
        self._completer.popup().setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _pick_row(self, index: QModelIndex) -> None:
        if not 0 <= index.row() < len(self._offered):
            self._follow_last_row()
            return
        self._take(self._offered[index.row()])
        self.changed.emit()
        self.done.emit()

    def _follow_last_row(self) -> None:
        """Do what a row below the options offers."""

    def _take(self, option: Option) -> None:
        self._picked = option
        self._line.setText(option.text)
        self._line.setToolTip(option.offer)

    def _settle(self) -> None:
        text = self._line.text().strip()
        if text and not (self._picked and self._picked.text == text):
            found = self._suggest(text)
            exact = [option for option in found if option.text == text] or found
            if len(exact) == 1:
                self._take(exact[0])
        self.left.emit()


class ChoiceEditor(PickEditor):
    """One line of a code table."""

    def __init__(self, field: Choice) -> None:
        super().__init__(field, code_options(field.codes))


class LinkEditor(PickEditor):
    """Another record; one that is not there yet can be made on the spot."""

    new_asked = Signal(str)

    def __init__(self, field: Link, store: Store) -> None:
        self._store = store
        self._table = field.to
        self._typed = ""
        super().__init__(field, record_options(store, field.to))

    @property
    def table(self) -> str:
        """The table of the records that can be picked."""
        return self._table

    def take_record(self, record_id: int) -> None:
        """Pick a record, as if the clerk had chosen it from the list."""
        self.show_value(record_id)
        self.changed.emit()
        self.done.emit()

    @override
    def _show_options(self, options: list[Option]) -> None:
        typed = self._line.text().strip()
        is_known = self._picked is not None and self._picked.text == typed
        self._typed = "" if is_known else typed
        if not (options or typed):
            self._completer.popup().hide()
            return
        self._offered = options
        self._rows.clear()
        for option in options:
            self._rows.appendRow(QStandardItem(option.offer))
        label = BY_TABLE[self._table].about.label
        named = f"“{self._typed}”" if self._typed else ""
        self._rows.appendRow(QStandardItem(f"＋ 新增{label}{named}…"))
        self._completer.complete()
        if options:
            self._completer.popup().setCurrentIndex(self._completer.completionModel().index(0, 0))

    @override
    def _follow_last_row(self) -> None:
        self.new_asked.emit(self._typed)

    @override
    def _option_of(self, value: object) -> Option | None:
        if not isinstance(value, int):
            return None
        return Option(value, self._store.title_of_id(self._table, value))

    @override
    def _read_words(self, text: str) -> Reading[object]:
        exact = [option for option in self._suggest(text) if option.text == text]
        if len(exact) == 1:
            return Reading(exact[0].value)
        if exact:
            raise Refused(f"有{len(exact)}条叫“{text}”，请从列表中选一条")
        raise Refused(f"台账里没有“{text}”，请从列表中选，或清空")


def editor_for(field: Field, store: Store) -> Editor:
    """Return the editor of a field."""
    if isinstance(field, Flag):
        return FlagEditor(field)
    if isinstance(field, Note):
        return NoteEditor(field)
    if isinstance(field, Choice):
        return ChoiceEditor(field)
    if isinstance(field, Choices):
        return ChoicesEditor(field)
    if isinstance(field, Link):
        return LinkEditor(field, store)
    return LineEditor(field)
