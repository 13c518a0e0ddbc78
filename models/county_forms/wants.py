"""Which cells of a blank form want something: blanks with a label, blanks in a text, list columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from models.county_forms.book import FormBook
from models.county_forms.places import Place

Way = Literal["cell", "slot", "column"]


@dataclass(frozen=True, slots=True)
class Want:
    """A place that wants something, by which labels, and how it is filled.

    A `column` is filled downward from its place, over `rows` blank rows. `label` is what the sheet
    calls it, such as 职工总数 · 女; `start` and `end` delimit a slot within its cell's text.
    """

    place: Place
    way: Way
    label: str
    rows: int = 1
    start: int = 0
    end: int = 0


def wants_of(book: FormBook, year: int | None = None) -> Sequence[Want]:
    """Return all places of a form that want something, sheet by sheet, row by row."""
    raise NotImplementedError


def want_at(book: FormBook, place: Place, way: Way) -> Want:
    """Return what a place of the clerk's own choice wants when filled that way."""
    raise NotImplementedError
