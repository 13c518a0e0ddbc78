"""What every kind of record says about itself."""

from dataclasses import dataclass, fields
from typing import ClassVar, TypeVar


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The facts about a record type that are not facts about one of its fields."""

    table: str
    label: str
    measure: str = "条"
    titles: tuple[str, ...]
    columns: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    unique: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    year: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of the office file; `id` is None until it is saved."""

    about: ClassVar[About]

    id: int | None = None


R = TypeVar("R", bound=Record)

_NAMES: dict[type[Record], tuple[str, ...]] = {}


def with_values(record: R, **values: object) -> R:
    """Return a copy with other values; for many records, dataclasses.replace takes thrice as long."""
    copy = object.__new__(type(record))
    for name in _names(type(record)):
        object.__setattr__(copy, name, values[name] if name in values else getattr(record, name))
    return copy


def _names(record_type: type[Record]) -> tuple[str, ...]:
    known = _NAMES.get(record_type)
    if known is None:
        known = _NAMES[record_type] = tuple(one.name for one in fields(record_type))
    return known
