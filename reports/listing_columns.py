"""How the fields of a record stand in a list that leaves the program, and for whose eyes."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from models.fields import (
    Choice,
    CreditCode,
    Day,
    Field,
    Flag,
    Money,
    Number,
    PartialDay,
    PersonId,
    Phone,
    Share,
    Text,
    Year,
)
from models.values.dates import PartialDate
from models.values.money import FEN_OF
from models.values.person_id import masked
from reports.blocks import Align
from reports.listing import Cell, Kind, ListingColumn
from reports.request import Profile

MONEY_PLACES: Final = 2
ACCOUNT: Final = "账号"
LONGEST_PERSON_NAME: Final = 12
CENTRED_KINDS: Final = (Choice, CreditCode, Day, Flag, PartialDay, PersonId, Phone, Year)


def is_private(field: Field) -> bool:
    """Whether a field holds a number of a person that not everybody may read."""
    return isinstance(field, PersonId | Phone) or field.label.endswith(ACCOUNT)


def column_for(field: Field, heading: str, align: Align) -> ListingColumn:
    """Return the column under which a list shows a field."""
    kind: Kind = "text"
    places = 0
    match field:
        case Money():
            kind, places = "number", MONEY_PLACES
        case Number():
            kind, places = "number", field.places
        case Share():
            kind = "share"
        case Year():
            kind = "year"
        case Day() | PartialDay():
            kind = "day"
    return ListingColumn(heading=heading, align=_align(field, align), kind=kind, places=places)


def _align(field: Field, align: Align) -> Align:
    """Return how paper aligns a field: short things that look alike stand in the middle."""
    is_person = isinstance(field, Text) and field.is_name and field.width <= LONGEST_PERSON_NAME
    return "center" if is_person or isinstance(field, CENTRED_KINDS) else align


def cell_for(field: Field, value: object, profile: Profile) -> Cell:
    """Return a field's value as a list has it: numbers and days as they are, codes as text."""
    if field.is_blank(value):
        return None
    if isinstance(field, Money) and isinstance(value, int):
        return Decimal(value) / FEN_OF[field.unit]
    if isinstance(value, PartialDate):
        return date(value.year, value.month, value.day) if value.month and value.day else value.iso
    if isinstance(field, Number | Share | Year | Day) and isinstance(value, int | Decimal | date):
        return value
    text = field.show(value)
    is_hidden = profile == "内部" and is_private(field) and not isinstance(field, Phone)
    return masked(text) if is_hidden else text


def number_in(text: str) -> Cell:
    """Return the number that a right-aligned cell shows, or its words when it is none."""
    if not text:
        return None
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return text
    return number if number.is_finite() else text
