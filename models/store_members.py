"""Members counted by SQLite, for numbers that need no records: on a day, and those who came or left."""

from collections.abc import Collection, Mapping
from datetime import date

from models.fields import Kept
from models.store import Store
from models.store_ranges import lower_bound

Tests = Mapping[str, tuple[str, Collection[Kept]]]
EVERYBODY = ""


def count_members(
    store: Store, day: date, tests: Tests, *, statuses: Collection[str], came: Collection[str]
) -> dict[str, int]:
    """Return how many members there are on a day, and of how many each test holds, by its name.

    `statuses` are those of members, `came` the kinds of change that make somebody one.
    """
    where, values = _were_members(day, statuses, came)
    return _counts(store, tests, where, values)


def count_rosters(
    store: Store, day: date, *, statuses: Collection[str], came: Collection[str]
) -> list[tuple[int | None, str, int | None, str, int]]:
    """Return union, its name, unit, its name and how many members of a day are entered with them."""
    where, values = _were_members(day, statuses, came)
    # The plus keeps SQLite from walking along the index, a jump into the table for every member.
    found = store.connection.execute(
        f'SELECT "union", union_name, unit, unit_name, count(*) FROM member '
        f'WHERE {where} AND "union" IS NULL GROUP BY union_name, unit, unit_name '
        f"UNION ALL SELECT \"union\", '', NULL, '', count(*) FROM member "
        f'WHERE {where} AND "union" IS NOT NULL GROUP BY +"union"',
        (*values, *values),
    )
    return [(row[0], row[1], row[2], row[3], row[4]) for row in found]


def count_joined(
    store: Store, kind: str, tests: Tests, *, first: date, last: date
) -> dict[str, int]:
    """Return how many people had a change of a kind in a span, and of how many each test holds."""
    where = "id IN (SELECT member FROM member_change WHERE kind = ? AND changed_on BETWEEN ? AND ?)"
    return _counts(store, tests, where, (kind, lower_bound(first), last.isoformat()))


def count_changed(store: Store, kinds: Collection[str], *, first: date, last: date) -> int:
    """Return how many people had a change of some kinds in a span."""
    row = store.connection.execute(
        f"SELECT count(DISTINCT member) FROM member_change WHERE kind IN ({_marks(kinds)}) "
        "AND changed_on BETWEEN ? AND ?",
        (*kinds, lower_bound(first), last.isoformat()),
    ).fetchone()
    return int(row[0])


def _counts(store: Store, tests: Tests, where: str, values: tuple[Kept, ...]) -> dict[str, int]:
    counts = [f"count(*) FILTER (WHERE {_test(*one)})" for one in tests.values()]
    row = store.connection.execute(
        f"SELECT {', '.join(['count(*)', *counts])} FROM member WHERE {where}",
        (*(one for _, wanted in tests.values() for one in wanted), *values),
    ).fetchone()
    return {name: int(one or 0) for name, one in zip((EVERYBODY, *tests), row, strict=True)}


def _test(name: str, wanted: Collection[Kept]) -> str:
    if len(wanted) == 1:
        return f'"{name}" = ?'
    # Most people are in no group at all, and a long list is dear to ask.
    return f'"{name}" <> \'\' AND "{name}" IN ({_marks(wanted)})'


def _were_members(
    day: date, statuses: Collection[str], came: Collection[str]
) -> tuple[str, tuple[str, ...]]:
    """Return the condition of being a member on a day: by the status, or what changed until then."""
    changed = (
        "SELECT kind FROM member_change WHERE member_change.member = member.id "
        "AND changed_on <= ? ORDER BY changed_on DESC, id DESC LIMIT 1"
    )
    where = (
        f"CASE WHEN status_on IS NULL OR status_on <= ? THEN status IN ({_marks(statuses)}) "
        f"ELSE coalesce(({changed}) IN ({_marks(came)}), joined_on <= ?) END"
    )
    text = day.isoformat()
    return where, (text, *statuses, text, *came, text)


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" for _ in values)
