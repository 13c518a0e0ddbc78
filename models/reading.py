"""What becomes of a piece of text that somebody typed or a cell held."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


class Refused(ValueError):
    """The text cannot be this kind of value; the message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value with the repairs that were needed and the doubts that remain, in Chinese."""

    value: T
    repairs: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
