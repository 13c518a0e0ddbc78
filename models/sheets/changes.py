"""What a row does to the records that it speaks of, field by field."""

from collections.abc import Iterator

from models.fields import Link, fields_of
from models.lists.shelf import Merged
from models.records.base import Record
from models.sheets.matching import Entry
from models.sheets.plan import Change, Outcome

_TOLD = {
    "filled": "补上原来空着的“{label}”：{new}",
    "changed": "“{label}”由“{old}”改为“{new}”",
    "cleared": "“{label}”由“{old}”改为空白",
}


def outcome_of(entry: Entry) -> Outcome:
    """Return a record as it was before a row and as it would be after it."""
    before = entry.shelf.records[entry.ref] if entry.ref is not None else None
    return Outcome(entry.ref, before, entry.record, entry.number)


def changes_of(entry: Entry) -> Iterator[tuple[str, Change]]:
    """Yield the fields of a known record that a row alters, under their names."""
    if entry.merged is None or entry.ref is None:
        return
    fields = fields_of(entry.shelf.record_type)
    before = entry.shelf.records[entry.ref]
    merged = entry.merged
    for name in (*merged.filled, *merged.changed, *merged.cleared):
        if not isinstance(fields[name], Link):
            show = fields[name].show
            old, new = show(getattr(before, name)), show(getattr(entry.record, name))
            yield name, Change(fields[name].label, old, new, _how(merged, name))


def told(change: Change) -> tuple[str, str]:
    """Return the kind and the words of the message about a change."""
    text = _TOLD[change.how].format(label=change.label, old=change.before, new=change.after)
    return "fix" if change.how == "filled" else "warn", text


def _how(merged: Merged[Record], name: str) -> str:
    if name in merged.filled:
        return "filled"
    return "changed" if name in merged.changed else "cleared"
