"""The words that name a record in the name of a step: they fit after 撤销 and into a menu."""

from datetime import date

from models.fields import Link, fields_of
from models.records.base import Record
from models.store import Store
from models.values.dates import PartialDate, say_day_of_month

MOST_CHARS = 40
PLACES = ("place", "unit_name", "location", "venue")


def name_of(store: Store, record: Record) -> str:
    """Return the title of a record after those of what it is a part of; without one, day and place."""
    fields = fields_of(type(record))
    owners = [
        store.title_of_id(kind.to, getattr(record, name))
        for name, kind in fields.items()
        if isinstance(kind, Link) and kind.is_part
    ]
    title = store.title_of(record)
    if title == record.about.label:
        title = _day_and_place(record) or title
    return " ".join(word for word in (*owners, title) if word)


def step_of(verb: str, store: Store, record: Record, count: int = 1) -> str:
    """Return the name of a step: verb, kind and title, 等12次 behind the first of many."""
    about = record.about
    many = f"等{count}{about.measure}" if count > 1 else ""
    return f"{verb}{about.label} {shortened(name_of(store, record))}{many}"


def shortened(title: str) -> str:
    """Return a title as the name of a step has room for it."""
    return title if len(title) <= MOST_CHARS else f"{title[: MOST_CHARS - 1]}…"


def _day_and_place(record: Record) -> str:
    names = fields_of(type(record))
    days = (getattr(record, name) for name in (record.about.year, *names) if name)
    day = next((one for one in days if isinstance(one, date | PartialDate)), None)
    told = say_day_of_month(day) if isinstance(day, date) else day.iso if day else ""
    place = next((getattr(record, name) for name in PLACES if name in names), "")
    return " ".join(word for word in (told, place) if word)
