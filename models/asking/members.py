"""Members counted by SQLite, for numbers that need no records: on a day, and those who came or left."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from models.asking.ranges import lower_bound
from models.fields import Kept
from models.store import Store

Tests = Mapping[str, tuple[str, Collection[Kept]]]
# Rows of members as they stand behind FROM, and the values that it takes.
Chosen = tuple[str, tuple[Kept, ...]]
EVERYBODY = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The members of a day: those with some statuses, or made so by some kinds of change.

    What changed is asked only of a day that is past, of which statuses are younger.
    """

    day: date
    is_past: bool
    statuses: Collection[str]
    came: Collection[str]


def is_past(store: Store, day: date) -> bool:
    """Whether the status of any member is younger than a day."""
    found = store.connection.execute(
        "SELECT 1 FROM member WHERE status_on > ? LIMIT 1", (day.isoformat(),)
    )
    return found.fetchone() is not None


def count_members(store: Store, roster: Roster, tests: Tests) -> dict[str, int]:
    """Return how many members there are on a day, and of how many each test holds, by its name."""
    settled, later = _settled(roster), _later(roster)
    # There are few different members to test; in the order of an index they are found at once.
    names = ", ".join(f'"{one}"' for one in ("status", *_names(tests)))
    source = " UNION ALL ".join(
        f"SELECT {names}, count(*) AS people FROM {chosen} GROUP BY {names}"
        for chosen, _ in (settled, *later)
    )
    return _counts(store, tests, source, _values(settled, *later))


def count_rosters(
    store: Store, roster: Roster
) -> list[tuple[int | None, str, int | None, str, int]]:
    """Return union, its name, unit, its name and how many members of a day are entered with them."""
    # The plus keeps SQLite to the index that begins with the union.
    settled, later = _settled(roster, "+status"), _later(roster)
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


def _settled(roster: Roster, status: str = "status") -> Chosen:
    """Return the members by a status that is not younger than the day."""
    marks = _marks(roster.statuses)
    where = f"{status} IN ({marks}) AND (status_on IS NULL OR status_on <= ?)"
    return f"member WHERE {where}", (*roster.statuses, roster.day.isoformat())


def _later(roster: Roster) -> tuple[Chosen, ...]:
    """Return those with a younger status who are members by what changed until the day."""
    if not roster.is_past:
        return ()
    changed = (
        "SELECT kind FROM member_change WHERE member_change.member = member.id "
        "AND changed_on <= ? ORDER BY changed_on DESC, id DESC LIMIT 1"
    )
    came = f"({changed}) IN ({_marks(roster.came)})"
    text = roster.day.isoformat()
    # In years long past there are many of them: one walk is cheaper than a jump for each.
    chosen = f"member NOT INDEXED WHERE status_on > ? AND coalesce({came}, joined_on <= ?)"
    return ((chosen, (text, text, *roster.came, text)),)


def _values(*chosen: Chosen) -> tuple[Kept, ...]:
    return tuple(value for _, values in chosen for value in values)


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" for _ in values)
