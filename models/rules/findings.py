"""What a check says."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from models.records.base import Record

R = TypeVar("R", bound=Record)
Level = Literal["error", "warn"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found; an error cannot be true, a warning should be looked at."""

    level: Level
    field: str
    text: str


class Lookup(Protocol):
    """What rules may ask of the store."""

    def find(self, record_type: type[R], **equals: object) -> Sequence[R]:
        """Return the records whose fields equal the given values."""


def error(field: str, text: str) -> Finding:
    """Return a finding that blocks saving."""
    return Finding("error", field, text)


def warn(field: str, text: str) -> Finding:
    """Return a finding that is shown and kept."""
    return Finding("warn", field, text)


# By table: functions from a record, and for those across records a lookup, to what they find.
Rules = Mapping[str, Callable[..., Iterable[Finding]]]
Completions = Mapping[str, Callable[..., Record]]
# What else is written when a record was saved or deleted.
FollowUps = Mapping[str, Callable[..., Iterable[Record]]]
