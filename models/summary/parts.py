"""What the clerk decides about chapters, paragraphs and sentences, kept in the file."""

from collections.abc import Sequence
from dataclasses import replace

from models.records.summary import SummaryPart
from models.store import Store
from models.summary.keys import SummaryKey


def part_of(store: Store, key: SummaryKey, part: str) -> SummaryPart:
    """Return what is decided about a part, a blank decision when there is none."""
    found = store.find(SummaryPart, **key.equals, part=part)
    return found[0] if found else SummaryPart(year=key.year, span=key.span, part=part)


def keep_order(store: Store, key: SummaryKey, parts: Sequence[str]) -> None:
    """Keep neighbours in this order."""
    for position, part in enumerate(parts):
        _keep(store, replace(part_of(store, key, part), position=position))


def switch_on(store: Store, key: SummaryKey, part: str) -> None:
    """Write a part again."""
    _keep(store, replace(part_of(store, key, part), is_off=False))


def switch_off(store: Store, key: SummaryKey, part: str) -> None:
    """Leave a part out."""
    _keep(store, replace(part_of(store, key, part), is_off=True))


def keep_title(store: Store, key: SummaryKey, section: str, title: str) -> None:
    """Give a chapter the clerk's own heading; a blank one is the program's."""
    _keep(store, replace(part_of(store, key, section), title=title.strip()))


def keep_style(store: Store, key: SummaryKey, part: str, style: str) -> None:
    """Choose the wording of a figure in a paragraph; a blank one is the figure's own."""
    _keep(store, replace(part_of(store, key, part), style=style))


def forget_all(store: Store, key: SummaryKey) -> None:
    """Have order, titles and switches as they come; wordings of figures stay."""
    for one in store.find(SummaryPart, **key.equals):
        _keep(store, replace(one, position=None, is_off=False, title=""))


def _keep(store: Store, part: SummaryPart) -> None:
    blank = SummaryPart(id=part.id, year=part.year, span=part.span, part=part.part)
    if part != blank:
        before = store.get_or_none(SummaryPart, part.id)
        if part != before:
            store.save(part)
    elif part.id is not None:
        store.delete(part)
