"""Values that all rows of a sheet share, typed once instead of a column."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.fields import Field, Link, fields_of
from models.lists.kinds import Given, SheetType, Slot
from models.reading import Refused


@dataclass(frozen=True, slots=True)
class Constants:
    """Values for new records, names of other records for every row, and what could not be read."""

    values: Given
    names: Given
    refused: Mapping[str, str]


def read_constants(kind: SheetType, texts: Mapping[str, str]) -> Constants:
    """Return the values of texts by the codes of their fields."""
    found = Constants({}, {}, refused := {})
    for code, text in texts.items():
        slot = kind.slot_coded(code)
        if slot is None or slot.record_type is not kind.record or not text.strip():
            continue
        if names_another(slot):
            found.names[slot.name] = text.strip()
            continue
        try:
            found.values[slot.name] = slot.field.parse(text).value
        except Refused as refusal:
            refused[code] = f"“{slot.field.label}”的“{text}”不对：{refusal}"
    return found


def names_another(slot: Slot) -> bool:
    """Whether a slot holds the name of another record: of a link, or beside one."""
    return linked_table(slot) != ""


def linked_table(slot: Slot) -> str:
    """Return the table of the record that a slot names, blank when it names none."""
    fields = fields_of(slot.record_type)
    beside: Field | None = fields.get(slot.name.removesuffix("_name"))
    return beside.to if isinstance(beside, Link) else ""
