"""The chronicle of a year or a part of it: by month, a line a thing, in the third person."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from models.periods import Period
from models.records.diary import ChronicleEntry
from models.records.town import Town
from models.store import Store
from models.summary.markup import Span
from models.values.dates import say_day, say_day_of_month
from reports.blocks import Block, Document, Heading, Paragraph, SignOff, Title
from reports.periodicals.spans import asked_period
from reports.request import Request
from reports.township import place_of

_NOTHING = "本时段没有登记大事。"
_GAP = "\u3000"
_SAME_DAY = "同日"


def chronicle(store: Store, request: Request) -> Document:
    """Return the chronicle of the stretch that is asked for."""
    period = asked_period(request)
    town = store.town()
    title = f"{town.union_name}{period.words()}大事记"
    blocks = (
        Title(title),
        *_body(town, entries_of(store, period)),
        SignOff(town.union_name, say_day(period.as_of)),
    )
    return Document(name=title, kind="official", blocks=blocks, author=town.union_name)


def entries_of(store: Store, period: Period) -> list[ChronicleEntry]:
    """Return the entries of a period in the order of days."""
    found = [one for one in store.all(ChronicleEntry) if period.holds(one.held_on)]
    return sorted(found, key=lambda one: (one.held_on or date.min, one.id or 0))


def in_third_person(town: Town, words: str) -> str:
    """Return a sentence about the federation as others would tell it, with its full stop."""
    told = words.strip()
    for own, name in ((place_of(town).ours, town.name), ("我会", town.union_name)):
        told = told.replace(own, name)
    return f"{told.rstrip('。.；;')}。"


def _body(town: Town, entries: Iterable[ChronicleEntry]) -> Iterator[Block]:
    dated = [(one.held_on, one) for one in entries if one.held_on]
    if not dated:
        yield Paragraph((Span(_NOTHING),))
    has_two_years = bool(dated) and dated[0][0].year != dated[-1][0].year
    for (year, month), of_month in groupby(dated, key=lambda pair: (pair[0].year, pair[0].month)):
        yield Heading(f"{year}年{month}月" if has_two_years else f"{month}月")
        before: date | None = None
        for day, entry in of_month:
            start = _SAME_DAY if day == before else say_day_of_month(day)
            words = in_third_person(town, " ".join(entry.content.split()))
            yield Paragraph((Span(f"{start}{_GAP}{words}"),))
            before = day
