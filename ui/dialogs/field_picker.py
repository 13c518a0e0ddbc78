"""One of the fields of a record type, picked by its words or their initials."""

from collections.abc import Mapping

from typing_extensions import override

from models.fields import Text
from models.reading import Reading, Refused
from ui.forms.options import Option, answers_to
from ui.forms.pickers import PickEditor


class FieldPicker(PickEditor):
    """Picks a field's name by its label."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._options = [Option(name, label) for name, label in labels.items()]
        super().__init__(Text(label="改哪一项"), self._answering)

    def _answering(self, typed: str) -> list[Option]:
        found = [one for one in self._options if answers_to(one.text, typed)]
        return sorted(found, key=lambda one: not one.text.startswith(typed.strip()))

    @override
    def _option_of(self, value: object) -> Option | None:
        return next((one for one in self._options if one.value == value), None)

    @override
    def _read_words(self, text: str) -> Reading[object]:
        found = [one for one in self._options if one.text == text]
        if not found:
            raise Refused(f"没有叫“{text}”的项目，请从列表中选")
        return Reading(found[0].value)
