"""Editors of one value out of many: a line of a code table, another record."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit
from typing_extensions import override

from models.fields import Choice, Field, Link
from models.reading import Reading, Refused
from models.records import BY_TABLE
from models.store import Store
from models.typed import PICKED
from ui import icons, theme
from ui.forms.editors import Editor, Line
from ui.forms.options import Option, Suggest, code_options, record_options


class PickEditor(Editor):
    """One value out of many, picked by its words, their initials or its code."""

    def __init__(self, field: Field, suggest: Suggest) -> None:
        self._line = Line()
        super().__init__(field, self._line)
        self._suggest = suggest
        self._picked: Option | None = None
        self._offered: list[Option] = []
        self._make_popup()
        opener = QAction(icons.icon("choose", theme.now().muted), "列出可选项（F2）", self._line)
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

    @override
    def raw(self) -> str:
        text = self._line.text()
        if self._picked and self._picked.text == text.strip():
            return f"{text}{PICKED}{self._picked.value}"
        return text

    @override
    def take_raw(self, text: str) -> None:
        words, _, picked = text.partition(PICKED)
        value = int(picked) if picked.isdecimal() and self._keeps_numbers else picked
        self._picked = self._option_of(value)
        # A record that was renamed meanwhile is still the one that was picked.
        self._line.setText(self._picked.text if self._picked and self._picked.text else words)
        self._line.setToolTip(self._line.text())

    @property
    def _keeps_numbers(self) -> bool:
        return self.field.keeps_as == "INTEGER"

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
