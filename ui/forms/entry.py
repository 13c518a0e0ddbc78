"""What stands in a form: a record, and what is wrong or doubtful about it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from models.reading import Refused
from models.records.base import Record
from models.rules import checking
from models.rules.findings import Finding, Lookup, error
from ui.forms.cell import FieldCell


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as typed; it can be saved when nothing about it is an error."""

    record: Record
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps the record from being saved."""
        return tuple(one for one in self.findings if one.level == "error")

    def at_fields(self) -> dict[str, Finding]:
        """Return what is to be said at each field; an error goes before a doubt."""
        doubts = (one for one in self.findings if one.level == "warn")
        return {one.field: one for one in reversed((*self.errors, *doubts))}


def read_entry(
    record: Record, cells: Mapping[str, FieldCell], lookup: Lookup, *, year: int
) -> Entry:
    """Return what was typed; a field that cannot be read keeps what it had and is an error."""
    values: dict[str, object] = {}
    refused: dict[str, Finding] = {}
    for name, cell in cells.items():
        try:
            values[name] = cell.editor.read(year).value
        except Refused as refusal:
            refused[name] = error(name, str(refusal))
    typed = replace(record, **values)  # type: ignore[arg-type]
    if refused:
        blank = (one for one in checking.missing(typed) if one.field not in refused)
        return Entry(typed, (*refused.values(), *blank))
    whole = checking.complete(typed)
    return Entry(whole, checking.check_entry(whole, lookup))
