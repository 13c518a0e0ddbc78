"""What becomes of a piece of text that somebody typed or a cell held."""

from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Refused(ValueError):
    """The text cannot be this kind of value; the message says why, in Chinese."""


class Reading(NamedTuple, Generic[T]):
    """A value with the repairs that were needed and the doubts that remain, in Chinese."""

    value: T
    repairs: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
