"""How a form is arranged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.records.base import Record

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A named part of a form; a row of one field gets the whole width."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The sections of a form, the fields that it leaves out, and those the next record keeps."""

    sections: tuple[Section, ...]
    hidden: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()

    def names(self) -> Iterator[str]:
        """Yield the fields in the order of the eye."""
        for section in self.sections:
            for row in section.rows:
                yield from row


Layouts = Mapping[type[Record], Layout]


def form(
    *sections: tuple[str, tuple[Row, ...]],
    hidden: tuple[str, ...] = (),
    keeps: tuple[str, ...] = (),
) -> Layout:
    """Return a layout from pairs of a section's title and its rows."""
    return Layout(tuple(Section(title, rows) for title, rows in sections), hidden, keeps)
