"""What the clerk decided about the rows of a sheet, as the engine asks for it row by row."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.fields import Flag, Link, fields_of
from models.lists.kinds import Given, Slot
from models.lists.offers import NO_WISH, Wish, read_wish
from models.sheets.answers import SheetAnswers
from models.sheets.columns import Values
from models.sheets.headers import Header


class Wishes:
    """The decisions about the rows of one sheet."""

    def __init__(self, header: Header, values: Sequence[Values], answers: SheetAnswers) -> None:
        self._decisions = answers.decisions
        self.left_out = frozenset(answers.left_out)
        refused: Mapping[Slot, Mapping[int, object]] = {one.slot: one.notes for one in values}
        self._clears = [
            (one.name, refused[one], _emptied(one))
            for one in clearable(header)
            if one.field.label in answers.clears
        ]
        self.are_none = not (self._decisions or self._clears)

    def about(self, row: int, place: int, own: Given) -> Wish:
        """Return what was decided about a row, by its number in the sheet and among the data."""
        decision = self._decisions.get(str(row), "")
        wish = read_wish(decision) if decision else NO_WISH
        if not self._clears:
            return wish
        emptied = [
            name
            for blank, refused, names in self._clears
            if blank not in own and place not in refused
            for name in names
        ]
        return replace(wish, clears=tuple(emptied))


def clearable(header: Header) -> list[Slot]:
    """Return the columns whose blank cells may empty a filled field when the clerk says so."""
    record_type = header.type.record
    kept = {name for names in record_type.about.keys for name in names} | set(header.type.needs)
    return [
        slot
        for slot in header.by_slot
        if slot.record_type is record_type
        and not (slot.number or slot.field.required or slot.name in kept)
        and not isinstance(slot.field, (Flag, Link))
    ]


def _emptied(slot: Slot) -> tuple[str, ...]:
    """Return a field, and the link beside it when it is the name of another record."""
    link = slot.name.removesuffix("_name")
    has_link = link != slot.name and link in fields_of(slot.record_type)
    return (slot.name, link) if has_link else (slot.name,)
