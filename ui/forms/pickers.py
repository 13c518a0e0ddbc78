"""Editors of one value out of many: a line of a code table, another record."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from models import codes
from models.fields import Choice, Field, Link
from models.reading import Reading, Refused
from models.records import BY_TABLE
from models.store import Store
from models.typed import PICKED
from ui import keys
from ui.forms.editors import Editor, Line
from ui.forms.offers import Offer, OfferList
from ui.forms.options import (
    Option,
    Suggest,
    code_options,
    nearest_names,
    record_options,
    records_left_over,
)
from ui.look import icons, theme

HINTS = {
    "id_no": "姓名、首字母或证件尾号",
    "credit_code": "名称、首字母或信用代码",
    "phone": "名称、首字母或电话",
    "doc_no": "标题、首字母或文号",
}


class PickEditor(Editor):
    """One value out of many, picked by its words, their initials or its code."""

    def __init__(self, field: Field, suggest: Suggest) -> None:
        self._line = Line()
        super().__init__(field, self._line)
        self._suggest = suggest
        self._picked: Option | None = None
        self._offered: list[Option] = []
        self._asked = ""
        self._list = OfferList(self._line)
        self._list.chosen.connect(self._pick_row)
        self._line.came.connect(lambda: self._line.setPlaceholderText(self.hint))
        self._line.left.connect(lambda: self._line.setPlaceholderText(""))
        opener = QAction(
            icons.icon("choose", theme.now().muted),
            f"列出可选项（{keys.printed('pick')}）",
            self._line,
        )
        self._line.addAction(opener, QLineEdit.ActionPosition.TrailingPosition)
        opener.triggered.connect(self._offer_all)
        self._line.asked.connect(self._offer_all)
        self._line.textEdited.connect(self._offer)
        self._line.textEdited.connect(self.changed)
        self._line.left.connect(self._settle)
        self._line.entered.connect(self.done)

    @property
    def hint(self) -> str:
        """What can be typed, told while nothing is typed yet."""
        return "汉字或拼音首字母"

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
        self._asked = ""
        self._show_options(self._suggest(""))

    def _offer(self, typed: str) -> None:
        if not typed.strip():
            self._list.hide()
            return
        self._asked = typed
        self._show_options(self._suggest(typed))

    def _show_options(self, options: list[Option]) -> None:
        self._offered = options
        rows = [Offer(one.text, one.detail) for one in options]
        self._list.show([*rows, *self._further_rows(options)])

    def _further_rows(self, options: list[Option]) -> list[Offer]:
        """Return what stands below the options."""
        del options
        return []

    def _pick_row(self, row: int) -> None:
        if row >= len(self._offered):
            self._follow_last_row()
            return
        self._take(self._offered[row])
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
        self._codes = field.codes

    @property
    @override
    def hint(self) -> str:
        return "汉字、拼音首字母或代码"

    @override
    def _read_words(self, text: str) -> Reading[object]:
        near = nearest_names(self._codes, text)
        if near and not codes.table(self._codes).knows(text):
            raise Refused(f"没有“{text}”，是不是：{'、'.join(near)}")
        return super()._read_words(text)


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

    @property
    @override
    def hint(self) -> str:
        return hint_of(self._table)

    @override
    def _further_rows(self, options: list[Option]) -> list[Offer]:
        typed = self._line.text().strip()
        is_known = self._picked is not None and self._picked.text == typed
        self._typed = "" if is_known else typed
        label = BY_TABLE[self._table].about.label
        named = f"“{self._typed}”" if self._typed else ""
        return [
            *left_over_rows(self._store, self._table, self._asked, len(options)),
            Offer(f"＋ 新增{label}{named}…", kind="deed"),
        ]

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


def left_over_rows(store: Store, table: str, typed: str, shown: int) -> list[Offer]:
    """Return a note of how many records are not shown, when there are any."""
    left = records_left_over(store, table, typed, shown)
    return [Offer(f"还有 {left:,} 条，请再输几个字", kind="note")] if left else []


def hint_of(table: str) -> str:
    """Return what can be typed to find a record of this kind."""
    names = BY_TABLE[table].about.search
    for name, words in HINTS.items():
        if name in names:
            return words
    return "名称或拼音首字母"
