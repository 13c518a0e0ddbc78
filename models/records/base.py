"""What every kind of record says about itself."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import Any, ClassVar, TypeVar

Holds = Callable[[Any, date], bool]


@dataclass(frozen=True, slots=True)
class State:
    """A stage in the life of a record: a list of its own; only what is alive counts.

    `holds` says whether a record is in this stage on a day. 在档/脱困/销档, 有效/到期, 在任/届满.
    """

    name: str
    holds: Holds
    is_alive: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The facts about a record type that are not facts about one of its fields.

    `tells` are fields that tell records with the same title apart where one is picked.
    """

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
    tells: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()

    def state_of(self, record: "Record", day: date) -> State | None:
        """Return the first stage of life in which a record is on a day."""
        return next((one for one in self.states if one.holds(record, day)), None)

    def is_alive(self, record: "Record", day: date) -> bool:
        """Whether a record counts on a day; types without stages always count."""
        found = self.state_of(record, day)
        return not self.states or (found is not None and found.is_alive)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of the office file; `id` is None until it is saved."""

    about: ClassVar[About]

    id: int | None = None


R = TypeVar("R", bound=Record)

_Setter = Callable[[Any, object], None]
# How all values of a type are read at once, and how each is set.
_COPIERS: dict[type[Record], tuple[Callable[[Any], Any], dict[str, _Setter]]] = {}


def with_values(record: R, **values: object) -> R:
    """Return a copy with other values; for many records, dataclasses.replace takes thrice as long."""
    read, setters = _COPIERS.get(type(record)) or _copier(type(record))
    copy = object.__new__(type(record))
    for set_value, value in zip(setters.values(), read(record), strict=True):
        set_value(copy, value)
    for name, value in values.items():
        setters[name](copy, value)
    return copy


def _copier(record_type: type[Record]) -> tuple[Callable[[Any], Any], dict[str, _Setter]]:
    names = [one.name for one in fields(record_type)]
    setters = {name: getattr(record_type, name).__set__ for name in names}
    _COPIERS[record_type] = found = attrgetter(*names), setters
    return found
