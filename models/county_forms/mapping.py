"""Keeping forms and what is mapped in them: each function that writes is one step to undo."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.county_forms.book import FormBook
from models.county_forms.finding import Found
from models.county_forms.places import Place
from models.county_forms.sources import Source
from models.county_forms.wants import Way
from models.records.county_forms import CountyForm, CountyFormCell
from models.store import Store


@dataclass(frozen=True, slots=True)
class NewBlank:
    """Another blank for a form: its bytes, and where the mapped places are in it."""

    file_name: str
    data: bytes
    book: FormBook
    year: int | None
    found: tuple[Found, ...]

    @property
    def lost(self) -> tuple[Found, ...]:
        """The mapped places that are not in the new blank, or not only once."""
        return tuple(one for one in self.found if one.place is None)


def read_blank(path: Path) -> tuple[bytes, FormBook]:
    """Return a file as a form's blank, or raise Problem: not an xlsx, damaged, locked, too large."""
    raise NotImplementedError


def year_in(book: FormBook) -> int | None:
    """Return the year that a form's titles name."""
    raise NotImplementedError


def name_of(book: FormBook) -> str:
    """Return what a form is called by its title, without the year; its file name without one."""
    raise NotImplementedError


def add_form(store: Store, path: Path, form: CountyForm | None = None) -> CountyForm:
    """Keep a blank as a new form; what `form` leaves blank is read from the file."""
    raise NotImplementedError


def forms(store: Store, table_name: str | None = None) -> list[CountyForm]:
    """Return the forms, or those that are filled for one record of a type (blank: the township)."""
    raise NotImplementedError


def blank_of(store: Store, form: CountyForm) -> bytes:
    """Return the bytes of a form's blank."""
    raise NotImplementedError


def book_of(store: Store, form: CountyForm) -> FormBook:
    """Return the workbook of a form's blank."""
    raise NotImplementedError


def mapped_in(store: Store, form: CountyForm) -> list[CountyFormCell]:
    """Return what is mapped in a form, in the order of its places."""
    raise NotImplementedError


def map_place(
    store: Store, form: CountyForm, place: Place, way: Way, source: Source
) -> CountyFormCell:
    """Keep what goes into a place; what went there before is replaced."""
    raise NotImplementedError


def unmap(store: Store, mapped: Sequence[CountyFormCell]) -> None:
    """Forget what goes into places."""
    raise NotImplementedError


def move_mapped(store: Store, form: CountyForm, mapped: CountyFormCell, place: Place) -> None:
    """Say where a mapped place is now, for one that was ambiguous or missing."""
    raise NotImplementedError


def new_blank(store: Store, form: CountyForm, path: Path, year: int | None = None) -> NewBlank:
    """Return how next year's file takes over the mapping; nothing is written yet."""
    raise NotImplementedError


def take_new_blank(store: Store, form: CountyForm, blank: NewBlank) -> CountyForm:
    """Make a new blank the form's own: what was found is re-anchored, what was not stays to map."""
    raise NotImplementedError
