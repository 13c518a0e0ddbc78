"""What a record was before a change, and putting a field or all of it back."""

from dataclasses import replace
from typing import TypeVar

from models import history
from models.errors import Problem
from models.fields import fields_of
from models.records.base import Record
from models.store import Store

R = TypeVar("R", bound=Record)


def version_before(store: Store, record: R, operation: int) -> R | None:
    """Return a record as it was before an operation, None when it did not exist then."""
    found = None
    table = record.about.table
    for done, image in history.images_of_row(store.connection, table, record.id or 0):
        if done.id == operation:
            found = image
    if found is None or found.before is None:
        return None
    before = found.before
    values = {
        name: field.load(before[name]) if name in before else field.empty
        for name, field in fields_of(type(record)).items()
    }
    return replace(type(record)(id=record.id), **values)  # type: ignore[arg-type]


def restore_field(store: Store, record: R, name: str, operation: int) -> R:
    """Give one field the value that it had before an operation, as a change of its own."""
    old = _required(version_before(store, record, operation))
    field = fields_of(type(record))[name]
    now = store.get(type(record), record.id or 0)
    fresh = replace(now, **{name: getattr(old, name)})
    with store.change(f"恢复{record.about.label} {store.title_of(record)} 的{field.label}"):
        return store.save(fresh)


def restore_record(store: Store, record: R, operation: int) -> R:
    """Give every field the value that it had before an operation, as a change of its own."""
    old = _required(version_before(store, record, operation))
    with store.change(f"恢复{record.about.label} {store.title_of(record)}"):
        return store.save(old)


def _required(version: R | None) -> R:
    if version is None:
        raise Problem("这一步之前还没有这条记录，没有可以恢复的内容")
    return version
