"""What the search box offers for what was typed: records by kind, and places to go."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from models.records import BY_TABLE
from models.search_index import SEARCHABLE, Hit
from models.store import Store
from models.store_lists import records_with
from ui.forms.offers import Offer
from ui.forms.options import begins_with, option_of
from ui.search_places import Place, places_named

FIRST_TABLES = ("unit", "union_org", "member")
ORDER = tuple(dict.fromkeys((*FIRST_TABLES, *SEARCHABLE)))
# Of one kind alone more is shown than of many kinds side by side.
MOST_ALONE, MOST_BESIDE = 10, 4
MOST_GROUPS, MOST_PLACES = 6, 5
NAMED = 1


@dataclass(frozen=True, slots=True)
class Result:
    """A row of the list, and what choosing it does."""

    offer: Offer
    run: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Doors:
    """What the window does with what is chosen."""

    open_record: Callable[[str, int], object]
    open_list: Callable[[str, str], object]
    listed: Collection[str]


def results_of(store: Store, typed: str, *, places: Sequence[Place], doors: Doors) -> list[Result]:
    """Return what is offered, the best kinds first; blank text offers nothing."""
    if not typed.strip():
        return []
    groups = _groups(store, typed)
    found = _places(places, typed)
    records = _records(store, typed, groups, doors)
    if not (found or records):
        return [Result(Offer(f"没有找到“{typed.strip()}”", kind="note"))]
    best = min((hits[0].rank for _, hits in groups), default=NAMED + 1)
    return [*found, *records] if _is_meant(found, typed, best) else [*records, *found]


def _is_meant(found: Sequence[Result], typed: str, best: int) -> bool:
    """Whether a place is rather meant than a record: its name begins so, and no record's does."""
    name = found[1].offer.text.rpartition("：")[2] if found else ""
    return best > NAMED and begins_with(name, "".join(typed.split()))


def _groups(store: Store, typed: str) -> list[tuple[str, list[Hit]]]:
    """Return the first hits of every table that has any, the table with the best hit first."""
    found = [(table, store.search(typed, (table,), MOST_ALONE + 1)) for table in ORDER]
    return sorted(
        ((table, hits) for table, hits in found if hits), key=lambda group: group[1][0].rank
    )


def _records(
    store: Store, typed: str, groups: Sequence[tuple[str, list[Hit]]], doors: Doors
) -> list[Result]:
    most = MOST_ALONE if len(groups) == 1 else MOST_BESIDE
    found: list[Result] = []
    for table, hits in groups[:MOST_GROUPS]:
        total = len(hits) if len(hits) <= MOST_ALONE else len(store.matching_ids(table, typed))
        about = BY_TABLE[table].about
        found.append(Result(Offer(about.label, f"{total:,} {about.measure}", "heading")))
        shown = records_with(store, BY_TABLE[table], [hit.id for hit in hits[:most]])
        for record in shown:
            option = option_of(store, record)
            run = partial(doors.open_record, table, record.id or 0)
            found.append(Result(Offer(option.text, option.detail), run))
        if total > len(shown):
            found.append(_rest(table, total - len(shown), typed, doors))
    if len(groups) > MOST_GROUPS:
        left = "、".join(BY_TABLE[table].about.label for table, _ in groups[MOST_GROUPS:])
        found.append(Result(Offer(f"{left}中也有，请再输几个字", kind="note")))
    return found


def _rest(table: str, left: int, typed: str, doors: Doors) -> Result:
    about = BY_TABLE[table].about
    if table not in doors.listed:
        return Result(Offer(f"还有 {left:,} {about.measure}，请再输几个字", kind="note"))
    words = f"还有 {left:,} {about.measure}，列出{about.label}中的全部"
    return Result(Offer(words, kind="deed"), partial(doors.open_list, table, typed.strip()))


def _places(places: Sequence[Place], typed: str) -> list[Result]:
    found = places_named(places, typed)[:MOST_PLACES]
    rows = [Result(Offer(one.words), one.run) for one in found]
    return [Result(Offer("功能", kind="heading")), *rows] if rows else []
