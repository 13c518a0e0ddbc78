"""Members counted by SQLite, for numbers that need no records: on a day, and those who came or left."""

from collections.abc import Collection, Mapping
from datetime import date

from models.fields import Kept
from models.store import Store
from models.store_ranges import lower_bound

Tests = Mapping[str, tuple[str, Collection[Kept]]]
# Rows of members as they stand behind FROM, and the values that it takes.
Chosen = tuple[str, tuple[Kept, ...]]
EVERYBODY = ""


def count_members(
    store: Store, day: date, tests: Tests, *, statuses: Collection[str], came: Collection[str]
) -> dict[str, int]:
    """Return how many members there are on a day, and of how many each test holds, by its name.

    `statuses` are those of members, `came` the kinds of change that make somebody one.
    """
    settled, later = _settled(day, statuses), _later(store, day, came)
    # There are few different members to test; in the order of an index they are found at once.
    names = ", ".join(f'"{one}"' for one in ("status", *_names(tests)))
    source = " UNION ALL ".join(
        f"SELECT {names}, count(*) AS people FROM {chosen} GROUP BY {names}"
        for chosen, _ in (settled, *later)
    )
    return _counts(store, tests, source, _values(settled, *later))


def count_rosters(
    store: Store, day: date, *, statuses: Collection[str], came: Collection[str]
) -> list[tuple[int | None, str, int | None, str, int]]:
    """Return union, its name, unit, its name and how many members of a day are entered with them."""
    # The plus keeps SQLite to the index that begins with the union.
    settled, later = _settled(day, statuses, "+status"), _later(store, day, came)
    by_name = 'GROUP BY "union", union_name, unit, unit_name'
    parts = [
        (
            f"SELECT \"union\", '', NULL, '', count(*) FROM {settled[0]} "
            'AND "union" IS NOT NULL GROUP BY "union"'
        ),
        *(
            f'SELECT "union", union_name, unit, unit_name, count(*) FROM {chosen} {by_name}'
            for chosen in (f'{settled[0]} AND "union" IS NULL', *(one for one, _ in later))
        ),
    ]
    found = store.connection.execute(" UNION ALL ".join(parts), _values(settled, settled, *later))
    return [(row[0], row[1], row[2], row[3], row[4]) for row in found]


def count_joined(
    store: Store, kind: str, tests: Tests, *, first: date, last: date
) -> dict[str, int]:
    """Return how many people had a change of a kind in a span, and of how many each test holds."""
    names = ", ".join(f'"{one}"' for one in _names(tests))
    source = (
        f"SELECT {names}, 1 AS people FROM member WHERE id IN "
        "(SELECT member FROM member_change WHERE kind = ? AND changed_on BETWEEN ? AND ?)"
    )
    return _counts(store, tests, source, (kind, lower_bound(first), last.isoformat()))


def count_changed(store: Store, kinds: Collection[str], *, first: date, last: date) -> int:
    """Return how many people had a change of some kinds in a span."""
    row = store.connection.execute(
        f"SELECT count(DISTINCT member) FROM member_change WHERE kind IN ({_marks(kinds)}) "
        "AND changed_on BETWEEN ? AND ?",
        (*kinds, lower_bound(first), last.isoformat()),
    ).fetchone()
    return int(row[0])


def _counts(store: Store, tests: Tests, source: str, values: tuple[Kept, ...]) -> dict[str, int]:
    counts = [f"sum(people) FILTER (WHERE {_test(*one)})" for one in tests.values()]
    row = store.connection.execute(
        f"SELECT {', '.join(['sum(people)', *counts])} FROM ({source})",
        (*(one for _, wanted in tests.values() for one in wanted), *values),
    ).fetchone()
    return {name: int(one or 0) for name, one in zip((EVERYBODY, *tests), row, strict=True)}


def _names(tests: Tests) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name, _ in tests.values()))


def _test(name: str, wanted: Collection[Kept]) -> str:
    if len(wanted) == 1:
        return f'"{name}" = ?'
    # Most people are in no group at all, and a long list is dear to ask.
    return f'"{name}" <> \'\' AND "{name}" IN ({_marks(wanted)})'


def _settled(day: date, statuses: Collection[str], status: str = "status") -> Chosen:
    """Return the members by a status that is not younger than a day."""
    where = f"{status} IN ({_marks(statuses)}) AND (status_on IS NULL OR status_on <= ?)"
    return f"member WHERE {where}", (*statuses, day.isoformat())


def _later(store: Store, day: date, came: Collection[str]) -> list[Chosen]:
    """Return the members by what changed until a day, if there are any to ask.

    It is for those whose status is younger than the day; of today's members there are none.
    """
    text = day.isoformat()
    young = store.connection.execute("SELECT 1 FROM member WHERE status_on > ? LIMIT 1", (text,))
    if young.fetchone() is None:
        return []
    changed = (
        "SELECT kind FROM member_change WHERE member_change.member = member.id "
        "AND changed_on <= ? ORDER BY changed_on DESC, id DESC LIMIT 1"
    )
    where = f"status_on > ? AND coalesce(({changed}) IN ({_marks(came)}), joined_on <= ?)"
    # In years long past there are many of them: one walk is cheaper than a jump for each.
    return [(f"member NOT INDEXED WHERE {where}", (text, text, *came, text))]


def _values(*chosen: Chosen) -> tuple[Kept, ...]:
    return tuple(value for _, values in chosen for value in values)


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" for _ in values)
