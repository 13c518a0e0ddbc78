"""What the search box offers for what was typed: records by kind, and places to go."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from models.asking.lists import records_with
from models.records import BY_TABLE
from models.search_index import SEARCHABLE, Hit
from models.search_table import ELSEWHERE
from models.search_texts import sounds_of
from models.store import Store
from ui.forms.offers import Offer
from ui.forms.options import option_of
from ui.window.search_places import Place, places_named

FIRST_TABLES = ("unit", "union_org", "member")
ORDER = tuple(dict.fromkeys((*FIRST_TABLES, *SEARCHABLE)))
# Of one kind alone more is shown than of many kinds side by side.
MOST_ALONE, MOST_BESIDE = 10, 4
MOST_GROUPS, MOST_PLACES = 6, 5
SHORTEST_NAME, SHORTEST_INITIALS = 2, 3


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
    open_bin: Callable[[str], object]
    listed: Collection[str]


def results_of(store: Store, typed: str, *, places: Sequence[Place], doors: Doors) -> list[Result]:
    """Return what is offered, the best kinds first; blank text offers nothing."""
    if not typed.strip():
        return []
    groups = _groups(store, typed)
    found = _places(places, typed)
    records = _records(store, typed, groups, doors)
    if not (found or records):
        words = typed.strip()
        bin_row = Offer(f"到回收站里找“{words}”", kind="deed")
        return [
            Result(Offer(f"没有找到“{words}”", kind="note")),
            Result(bin_row, partial(doors.open_bin, words)),
        ]
    is_meant = any(_is_named(one, typed) for one in places)
    return [*found, *records] if is_meant else [*records, *found]


def _is_named(place: Place, typed: str) -> bool:
    """Whether a place rather than a record is meant: its whole name is typed, or its initials."""
    wanted = "".join(typed.split()).lower()
    is_long = len(wanted) >= (SHORTEST_INITIALS if wanted.isascii() else SHORTEST_NAME)
    return is_long and wanted in (place.name, *sounds_of(place.name))


def _groups(store: Store, typed: str) -> list[tuple[str, list[Hit]]]:
    """Return the first hits of every table that has any, the most likely table first."""
    found = [(table, store.search(typed, (table,), MOST_ALONE + 1)) for table in ORDER]
    return sorted(((table, hits) for table, hits in found if hits), key=_weight)


def _weight(group: tuple[str, list[Hit]]) -> tuple[bool, bool, int]:
    """Names of units, unions and members come first, then other names, then other mentions."""
    table, hits = group
    return hits[0].rank >= ELSEWHERE, table not in FIRST_TABLES, hits[0].rank


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
        left = len(groups) - MOST_GROUPS
        found.append(Result(Offer(f"还有 {left} 类记录提到，请再输几个字", kind="note")))
    return found


def _rest(table: str, left: int, typed: str, doors: Doors) -> Result:
    about = BY_TABLE[table].about
    if table not in doors.listed:
        return Result(Offer(f"还有 {left:,} {about.measure}，请再输几个字", kind="note"))
    words = f"还有 {left:,} {about.measure}，列出{about.label}中的全部"
    return Result(Offer(words, kind="deed"), partial(doors.open_list, table, typed.strip()))


def _places(places: Sequence[Place], typed: str) -> list[Result]:
    by_name = {one.words: one for one in reversed(places_named(places, typed))}
    found = list(reversed(by_name.values()))[:MOST_PLACES]
    rows = [Result(Offer(one.words), one.run) for one in found]
    return [Result(Offer("功能", kind="heading")), *rows] if rows else []
