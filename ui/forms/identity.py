"""Sex and birth from the identity number, and a word where they contradict it."""

from collections.abc import Iterator, Mapping

from models import codes
from models.fields import Choice, PartialDay, PersonId
from models.reading import Refused
from models.values.dates import PartialDate
from models.values.person_id import birth_of, is_resident_number, sex_of
from ui.forms.cell import FieldCell

SEX = "sex"
BIRTHS = ("birth", "born_on")
UNREADABLE = object()


class Identity:
    """The number, the sex and the birth of the person whom a form is about."""

    def __init__(self, cells: Mapping[str, FieldCell]) -> None:
        self._cells = cells
        numbers = (n for n, one in cells.items() if isinstance(one.editor.field, PersonId))
        self._number = next(numbers, None)
        self._told = tuple(name for name in (SEX, *BIRTHS) if name in cells)

    @property
    def names(self) -> frozenset[str]:
        """The fields that have to do with one another; none when the form is about no person."""
        return (
            frozenset((self._number, *self._told)) if self._number and self._told else frozenset()
        )

    def fill(self) -> Iterator[str]:
        """Fill what is blank or vague from the number; yield the fields that were filled."""
        for name, value in self._values().items():
            cell = self._cells[name]
            if _is_vaguer(_value(cell), value) and cell.is_reachable:
                cell.editor.show_value(value)
                cell.say("", f"按{self._number_label()}填写")
                yield name

    def warn(self) -> None:
        """Say beside the sex or the birth that the number says something else."""
        for name, value in self._values().items():
            cell, typed = self._cells[name], _value(self._cells[name])
            if typed is UNREADABLE or cell.editor.field.is_blank(typed):
                continue
            if _contradicts(typed, value):
                shown = cell.editor.field.show(value)
                cell.say("warn", f"{self._number_label()}上是{shown}，请核对")
            elif cell.state == "warn" and self._number_label() in cell.note:
                cell.say("", "")

    def _number_label(self) -> str:
        return self._cells[self._number].editor.field.label if self._number else ""

    def _values(self) -> dict[str, object]:
        number = _value(self._cells[self._number]) if self._number else None
        if not isinstance(number, str) or not is_resident_number(number):
            return {}
        born = birth_of(number)
        values: dict[str, object] = {}
        for name in self._told:
            field = self._cells[name].editor.field
            if isinstance(field, Choice):
                values[name] = codes.table(field.codes).read(sex_of(number)).value
            elif isinstance(field, PartialDay):
                values[name] = PartialDate(born.year, born.month, born.day)
            else:
                values[name] = born
        return values


def _value(cell: FieldCell) -> object:
    try:
        return cell.editor.read().value
    except Refused:
        return UNREADABLE


def _is_vaguer(typed: object, told: object) -> bool:
    if isinstance(typed, PartialDate) and isinstance(told, PartialDate):
        return typed.day is None and typed.agrees_with(told)
    return typed is None or typed == ""


def _contradicts(typed: object, told: object) -> bool:
    if isinstance(typed, PartialDate) and isinstance(told, PartialDate):
        return not typed.agrees_with(told)
    return typed != told
