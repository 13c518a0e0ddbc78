"""One word out of many, typed by its first letters or picked from the list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from typing_extensions import override

from models.fields import Text
from models.reading import Reading, Refused
from ui.forms.options import MOST_OPTIONS, Option, answers_to
from ui.forms.pickers import PickEditor


class WordPick(PickEditor):
    """One of the given words; it tells when another one was chosen, and drops what is none."""

    settled = Signal(str)

    def __init__(self, label: str, options: Sequence[Option], value: str = "") -> None:
        self._options = list(options)
        super().__init__(Text(label=label), self._matching)
        self.control.setAccessibleName(label)
        self._told = value
        self.show_value(value)
        self.done.connect(self._tell)
        self.left.connect(self._tell)

    @property
    def value(self) -> str:
        """What was chosen last."""
        return self._told

    def tell_value(self, value: str) -> None:
        """Show a value that was chosen elsewhere."""
        self._told = value
        self.show_value(value)

    @override
    def _option_of(self, value: object) -> Option | None:
        found = next((one for one in self._options if one.value == value), None)
        return found or super()._option_of(value)

    @override
    def _read_words(self, text: str) -> Reading[object]:
        exact = next((one for one in self._options if one.text == text), None)
        if exact is None:
            raise Refused(f"没有“{text}”，请从列表里选")
        return Reading(exact.value)

    def _matching(self, typed: str) -> list[Option]:
        found = [one for one in self._options if answers_to(one.text, typed)]
        return found[:MOST_OPTIONS]

    def _tell(self) -> None:
        try:
            value = str(self.read().value or "")
        except Refused:
            self.show_value(self._told)
            return
        if value != self._told:
            self._told = value
            self.settled.emit(value)


def options_of(words: Sequence[str], likely: Sequence[str] = ()) -> list[Option]:
    """Return words as options, the likely ones first and marked."""
    first = [Option(word, word, "可能是") for word in likely]
    return first + [Option(word, word) for word in words if word not in likely]
