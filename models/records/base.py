"""What every kind of record says about itself."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The facts about a record type that are not facts about one of its fields."""

    table: str
    label: str
    measure: str = "条"
    titles: tuple[str, ...]
    columns: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    order: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    year: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of the office file; `id` is None until it is saved."""

    about: ClassVar[About]

    id: int | None = None
