"""What a list is: the record it fills, the columns it knows, and what a row of it means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from models.fields import Field, Link, Money, Number, fields_of
from models.reading import Reading
from models.records.base import Record
from models.records.units import Unit

Reader = Callable[[str], Reading[str]]
Given = dict[str, object]
Ref = int

MONTHS = range(1, 13)
_MONTH_NAMES = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


def _always(_record: object) -> bool:
    return True


def _asks_nothing(_frame: object) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Slot:
    """A field that a column can fill; `number` tells apart columns that fill it for several rows."""

    record_type: type[Record]
    name: str
    number: int = 0

    @property
    def field(self) -> Field:
        """Return the declared field."""
        return fields_of(self.record_type)[self.name]

    @property
    def code(self) -> str:
        """Return what tells this slot from all others, as answers keep it."""
        number = f"#{self.number}" if self.number else ""
        return f"{self.record_type.about.table}.{self.name}{number}"

    @property
    def repeats_in_merges(self) -> bool:
        """Whether a merged cell says the same for each of its rows; a count does not."""
        return not isinstance(self.field, (Number, Money))


Say = Callable[[Slot, str, str], None]


@dataclass(frozen=True, slots=True)
class DatedReader:
    """A reader that is told the year which the cells of a list leave out."""

    read: Callable[[str, int | None], Reading[Any]]

    def __call__(self, text: str) -> Reading[Any]:
        """Read a cell that says its year."""
        return self.read(text, None)


@dataclass(frozen=True, slots=True)
class Repeat:
    """A column whose blank cells mean the same as above, in rows where another one is filled.

    `unless` is a column that begins something new where it is filled.
    """

    slot: Slot
    only_with: Slot
    is_told: bool = False
    unless: Slot | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Two days that some lists write into one cell, such as 2024.3.1-2025.2.28."""

    first: Slot
    last: Slot
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wait:
    """A link that is made later, when a record comes whose whole name this text is."""

    link: str
    text: str
    applies: Callable[[Any], bool] = _always


@dataclass(slots=True)
class Part:
    """A record that comes with the row's own; `first` holds only for a new one.

    `number` is that of the columns it was read from: words about it are said at those cells.
    """

    record_type: type[Record]
    given: Given
    owner: str = ""
    first: Given = field(default_factory=dict)
    fills: Ref | None = None
    number: int = 0


@dataclass(slots=True)
class Draft:
    """The values of the row's own record, and what comes with it."""

    given: Given
    first: Given = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)


Others = Mapping[type[Record], Given]
# Gets the frame, the draft, what the row says of other records, and how to say a word about a cell.
Maker = Callable[..., None]


@dataclass(frozen=True, kw_only=True)
class SheetType:
    """One kind of list: its record, the other records in its rows, and how it is recognised.

    `needs` are the columns without which a row means nothing, `speaks` those that tell this list
    from others, `titles` the words of its title. `maker` adds to a row what only this kind knows;
    `told_by_title` names fields whose value the title may hold instead of a column, `links_by_maker`
    the links that the maker finds instead of the engine, `only_read` columns that other townships
    have instead of ours, so that our empty list leaves them out. `further` headings count only for
    a field that no other column fills. `in_words` names for a count the field that takes a column
    of its name when words stand in it.

    A matrix has several columns for one field, told apart by their number. Its headings come from
    `monthly`: headings={**monthly(FundDue, "due", "应缴"), ...}. The maker reads those columns with
    `numbered(others, FundDue, "due")`, which gives {month: value} of the cells that are filled, and
    makes a Part(FundDue, {...}, number=month) of each. With `is_matrix` a row is new while none of
    its parts is known yet, also when its own record is.
    """

    record: type[Record]
    label: str
    titles: tuple[str, ...]
    needs: tuple[str, ...]
    speaks: tuple[str, ...] = ()
    others: tuple[Slot, ...] = ()
    headings: Mapping[Slot, tuple[str, ...]] = field(default_factory=dict)
    further: Mapping[Slot, tuple[str, ...]] = field(default_factory=dict)
    in_words: Mapping[Slot, Slot] = field(default_factory=dict)
    repeats: tuple[Repeat, ...] = ()
    readers: Mapping[str, Reader] = field(default_factory=dict)
    optional: tuple[str, ...] = ()
    span: Span | None = None
    called: str = ""
    maker: Maker | None = None
    asks_year: Callable[..., bool] = _asks_nothing
    waits: tuple[Wait, ...] = ()
    told_by_title: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    is_matrix: bool = False
    links_by_maker: tuple[str, ...] = ()
    only_read: tuple[Slot, ...] = ()

    @property
    def name(self) -> str:
        """Return the name for --as."""
        return self.called or self.record.about.table

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Return everything that a column of this sheet may fill, the record's own fields first.

        A link beside a name is found by that name; any other is a column that says what it means.
        """
        fields = fields_of(self.record)
        own = tuple(
            Slot(self.record, name)
            for name, one in fields.items()
            if not (isinstance(one, Link) and f"{name}_name" in fields)
            and name not in self.links_by_maker
        )
        rest = tuple(slot for slot in self.headings if slot not in own + self.others)
        return own + self.others + rest

    @cached_property
    def has_unit_code(self) -> bool:
        """Whether rows may hold the credit code of their unit."""
        return UNIT_CODE in self.slots

    @cached_property
    def has_two_codes(self) -> bool:
        """Whether rows may hold a credit code of their own beside that of the unit."""
        own = Slot(self.record, UNIT_CODE.name)
        return own in self.slots and self.has_unit_code and own != UNIT_CODE

    def slot_coded(self, code: str) -> Slot | None:
        """Return the slot of a code, None when this kind has no such column."""
        return next((slot for slot in self.slots if slot.code == code), None)

    def name_of(self, slot: Slot) -> str:
        """Return the name by which the clerk knows a column."""
        return self.headings[slot][0] if slot.number else slot.field.label

    def words(self, slot: Slot) -> tuple[str, ...]:
        """Return every heading under which lists show a slot."""
        if slot.number:
            return self.headings[slot]
        return (slot.field.label, *slot.field.headings, *self.headings.get(slot, ()))


UNIT_CODE = Slot(Unit, "credit_code")


def monthly(record_type: type[Record], name: str, *words: str) -> dict[Slot, tuple[str, ...]]:
    """Return the headings of twelve columns, a month each; the first word names them in templates."""
    return {
        Slot(record_type, name, month): tuple(
            heading for word in words for heading in _monthly_headings(month, word)
        )
        for month in MONTHS
    }


def numbered(others: Others, record_type: type[Record], name: str) -> Mapping[int, object]:
    """Return what a row's numbered columns of a field hold, by their number; blank ones are left out."""
    found = others.get(record_type, {}).get(name)
    return found if isinstance(found, dict) else {}


def _monthly_headings(month: int, word: str) -> tuple[str, ...]:
    names = (f"{month}月", f"{month}月份", f"{month:02}月", f"{_MONTH_NAMES[month - 1]}月")
    return (*(f"{name}{word}" for name in names), *(f"{word}{name}" for name in names))
