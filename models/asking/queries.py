"""Queries as SQL: one statement over the table returns the numbers of the records that are meant.

A day of which only the month or the year is known counts as all the days that it may be: it is
early enough or late enough only when all of them are. What denies holds where nothing is known.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models import clock, codes
from models.asking.lists import stages_by_values
from models.fields import Choice, Choices, Field, Flag, Kept, Link, Text, Year, fields_of
from models.queries.conditions import Condition, Moment, Query, Value
from models.queries.relations import Relation, relation_of
from models.queries.subjects import (
    DATES,
    Dated,
    Kind,
    LatestStep,
    LinkStep,
    Subject,
    dated_of,
    named_by,
    subject_of,
)
from models.records import BY_TABLE
from models.records.base import Record
from models.rows import Reference
from models.store import Store
from models.values.dates import PartialDate, add_months, add_years
from models.values.text import name_key

# A name of such characters only is its own key; asking SQLite so is ten times faster than Python.
PLAIN_NAME = "'*[^一-鿿0-9a-z()|]*'"
# Nothing that the office keeps goes further back than so many years.
OLDEST = 150
OPERATORS = {"above": ">", "least": ">=", "below": "<", "most": "<="}


@dataclass(frozen=True, slots=True)
class Test:
    """A condition as SQL, with the values that it takes."""

    sql: str
    values: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """What is needed to turn conditions into SQL."""

    store: Store
    moment: Moment


def ids(store: Store, query: Query, moment: Moment) -> frozenset[int]:
    """Return the numbers of the records that a query means."""
    test = _test_of(store, query, moment)
    found = store.connection.execute(
        f'SELECT t.id FROM "{query.record_type.about.table}" AS t WHERE {test.sql}', test.values
    )
    return frozenset(row[0] for row in found)


def count(store: Store, query: Query, moment: Moment) -> int:
    """Return how many records a query means."""
    test = _test_of(store, query, moment)
    found = store.connection.execute(
        f'SELECT count(*) FROM "{query.record_type.about.table}" AS t WHERE {test.sql}',
        test.values,
    ).fetchone()
    return int(found[0])


def _test_of(store: Store, query: Query, moment: Moment) -> Test:
    store.connection.create_function("name_key", 1, name_key, deterministic=True)
    asking = Asking(store, moment)
    tests = [_condition(asking, query.record_type, one) for one in query.conditions]
    joined = (" OR " if query.is_any else " AND ").join(f"({one.sql})" for one in tests)
    return Test(joined or "1", tuple(value for one in tests for value in one.values))


def _condition(asking: Asking, record_type: type[Record], condition: Condition) -> Test:
    subject = subject_of(record_type, condition.subject)
    relation = relation_of(subject, condition.relation)
    affirmed = relation
    if relation.opposite_of:
        affirmed = relation_of(subject, relation.opposite_of)
    test = _stepped(asking, subject, affirmed, condition.value)
    return Test(f"({test.sql}) IS NOT TRUE", test.values) if relation.opposite_of else test


def _stepped(asking: Asking, subject: Subject, relation: Relation, value: Value) -> Test:
    if subject.step is None:
        return _affirm(asking, "t", subject, relation, value)
    test = _affirm(asking, "s", subject, relation, value)
    table = subject.owner.about.table
    if isinstance(subject.step, LinkStep):
        within = f'SELECT s.id FROM "{table}" AS s WHERE {test.sql}'
        return Test(f't."{subject.step.name}" IN ({within})', test.values)
    latest = _latest(subject.step)
    within = (
        f'SELECT latest.owner FROM ({latest}) AS latest JOIN "{table}" AS s '
        f"ON s.id = latest.id WHERE {test.sql}"
    )
    return Test(f"t.id IN ({within})", test.values)


def _affirm(asking: Asking, table: str, subject: Subject, relation: Relation, value: Value) -> Test:
    match subject.kind:
        case Kind.STAGE:
            return _in_stage(asking, table, subject, value)
        case Kind.CHANGED:
            return _changed(asking, table, subject, value)
        case Kind.FILES:
            within = "SELECT owner FROM attachment WHERE owner_table = ?"
            return Test(f"{table}.id IN ({within})", (subject.owner.about.table,))
        case Kind.RECORDS:
            return _has_records(asking, table, subject, relation, value)
    field = subject.field
    assert field is not None
    return _of_field(asking, f'{table}."{subject.name}"', field, relation, value)


def _of_field(asking: Asking, column: str, field: Field, relation: Relation, value: Value) -> Test:
    if relation.code == "filled":
        return Test(f"{column} IS NOT NULL AND {column} <> ''")
    if isinstance(field, Link):
        return _of_link(column, field, relation, value)
    if isinstance(field, Flag):
        return Test(f"{column} = 1")
    if isinstance(field, Choice | Choices):
        return _of_codes(column, field, value)
    if isinstance(field, DATES):
        return _of_date(asking, column, relation.code, value)
    if field.keeps_as == "INTEGER":
        return _of_number(asking, column, relation.code, value)
    return _of_text(column, field, relation.code, str(value))


def _of_text(column: str, field: Field, code: str, wanted: str) -> Test:
    if isinstance(field, Text) and field.is_name:
        own = f"CASE WHEN {column} NOT GLOB {PLAIN_NAME} THEN {column} ELSE name_key({column}) END"
        wanted = name_key(wanted)
    else:
        own, wanted = f"lower({column})", ascii_lower(wanted)
    if code == "equals":
        return Test(f"{own} = ?", (wanted,))
    if code == "begins":
        return Test(f"substr({own}, 1, ?) = ?", (len(wanted), wanted))
    return Test(f"instr({own}, ?) > 0", (wanted,))


def ascii_lower(text: str) -> str:
    """Return a text as SQLite's lower() has it: only A to Z become small."""
    return "".join(one.lower() if one.isascii() else one for one in text)


def _of_number(asking: Asking, column: str, code: str, value: Value) -> Test:
    if code in ("this_year", "last_year"):
        return Test(f"{column} = ?", (asking.moment.year - (code == "last_year"),))
    if isinstance(value, tuple):
        return Test(f"{column} BETWEEN ? AND ?", (value[0], value[1]))
    return Test(f"{column} {OPERATORS.get(code, '=')} ?", (value,))


def _of_codes(column: str, field: Choice | Choices, value: Value) -> Test:
    wanted = value if isinstance(value, tuple) else (value,)
    if isinstance(field, Choice):
        return Test(f"{column} IN ({_marks(wanted)})", tuple(wanted))
    has = " OR ".join(f"instr('|' || {column} || '|', ?) > 0" for _ in wanted)
    return Test(has, tuple(f"|{one}|" for one in wanted))


def _of_link(column: str, field: Link, relation: Relation, value: Value) -> Test:
    if relation.code == "is":
        return Test(f"{column} = ?", (int(str(value)),))
    other = BY_TABLE[field.to]
    fields = fields_of(other)
    tests = [_title_holds(f'o."{name}"', fields[name], str(value)) for name in other.about.titles]
    within = " OR ".join(one.sql for one in tests)
    return Test(
        f'{column} IN (SELECT o.id FROM "{field.to}" AS o WHERE {within})',
        tuple(kept for one in tests for kept in one.values),
    )


def _title_holds(column: str, field: Field, wanted: str) -> Test:
    if isinstance(field, Choice):
        lower = ascii_lower(wanted)
        lines = codes.table(field.codes).lines
        named = tuple(one.code for one in lines if lower in ascii_lower(one.name))
        return Test(f"{column} IN ({_marks(named)})", named)
    if isinstance(field, Text):
        return _of_text(column, field, "contains", wanted)
    return Test(f"instr(CAST({column} AS TEXT), ?) > 0", (wanted,))


def _of_date(asking: Asking, column: str, code: str, value: Value) -> Test:
    span = span_of(code, value, asking.moment)
    first, last = f"substr({column} || '-01-01', 1, 10)", _last_day(column)
    sides = [
        (f"{first} >= ?", span.first),
        (f"{last} < ?", span.before),
        (f"{last} >= ?", span.last_from),
    ]
    given = [(sql, day.isoformat()) for sql, day in sides if day is not None]
    return Test(" AND ".join(sql for sql, _ in given), tuple(day for _, day in given))


@dataclass(frozen=True, slots=True)
class Span:
    """Days that are meant: all days of a date from `first`, `before` an end, or its last day."""

    first: date | None = None
    before: date | None = None
    last_from: date | None = None


def span_of(code: str, value: Value, moment: Moment) -> Span:
    """Return the days that a relation of dates means, compared with a value, at a moment."""
    day, one = moment.day, timedelta(days=1)
    if isinstance(value, tuple):
        low, high = (PartialDate.from_iso(str(part)) for part in value)
        return Span(low.first(), high.last() + one)
    if isinstance(value, str):
        given = PartialDate.from_iso(value)
        spans = {
            "equals": Span(given.first(), given.last() + one),
            "above": Span(given.last() + one),
            "least": Span(given.first()),
            "below": Span(before=given.first()),
            "most": Span(before=given.last() + one),
        }
        return spans[code]
    number = value or 0
    days, born = timedelta(min(number, OLDEST * 366)), add_years(day, -min(number, OLDEST))
    month = day.replace(day=1)
    calendar = {
        "this_year": Span(date(moment.year, 1, 1), date(moment.year + 1, 1, 1)),
        "last_year": Span(date(moment.year - 1, 1, 1), date(moment.year, 1, 1)),
        "this_month": Span(month, add_months(month, 1)),
        "recent": Span(day - days, day + one),
        "older": Span(before=day - days),
        "aged": Span(before=born + one),
        "younger": Span(born + one),
        # What falls due falls due on its last day, however little is known of the first.
        "due": Span(before=day + days + one, last_from=day),
    }
    return calendar[code]


def _last_day(column: str) -> str:
    """Return the SQL of the last day that a date may mean; every month may have a 31st here."""
    return f"({column} || substr('-12-31', length({column}) - 3))"


def _in_stage(asking: Asking, table: str, subject: Subject, value: Value) -> Test:
    owner = subject.owner
    wanted = set(value if isinstance(value, tuple) else (value,))
    places = {place for place, one in enumerate(owner.about.states) if one.name in wanted}
    return _staged(asking, table, owner, places)


def _staged(asking: Asking, table: str, record_type: type[Record], places: set[int]) -> Test:
    """Return the test of what tells a stage: few values stand for very many records."""
    names, stages = stages_by_values(asking.store, record_type, asking.moment.day)
    if not names:
        return Test("1" if places & set(stages.values()) else "0")
    held: dict[Kept, set[bool]] = {}
    for values, stage in stages.items():
        held.setdefault(values[0], set()).add(stage in places)
    # Where the first value tells it alone, the others need not be looked at.
    alone = _is_one_of(f'{table}."{names[0]}"', [one for one in held if held[one] == {True}])
    mixed = [one for one in held if len(held[one]) > 1]
    if not mixed:
        return alone
    first = _is_one_of(f'{table}."{names[0]}"', mixed)
    told = [",".join(map(_quoted, values)) for values, stage in stages.items() if stage in places]
    own = " || ',' || ".join(f'quote({table}."{name}")' for name in names)
    return Test(
        f"{alone.sql} OR ({first.sql} AND {own} IN (SELECT value FROM json_each(?)))",
        (*alone.values, *first.values, json.dumps(told)),
    )


def _is_one_of(column: str, values: Sequence[Kept]) -> Test:
    blank = f" OR {column} IS NULL" if None in values else ""
    listed = json.dumps([one for one in values if one is not None])
    return Test(f"({column} IN (SELECT value FROM json_each(?)){blank})", (listed,))


def _quoted(kept: Kept) -> str:
    """Return what SQLite's quote() makes of a value."""
    if kept is None:
        return "NULL"
    doubled = str(kept).replace("'", "''")
    return f"'{doubled}'" if isinstance(kept, str) else doubled


def _changed(asking: Asking, table: str, subject: Subject, value: Value) -> Test:
    # The history is written by the PC's clock, whatever year the clerk looks at.
    since = add_months(clock.today(), -min(int(str(value)), OLDEST * 12)).isoformat()
    began, first = asking.store.connection.execute(
        "SELECT min(substr(made_at, 1, 10)),"
        " min(id) FILTER (WHERE substr(made_at, 1, 10) >= ?) FROM operation",
        (since,),
    ).fetchone()
    if began is None or began >= since:
        return Test("1")
    within = "SELECT row_id FROM image WHERE table_name = ? AND operation >= ?"
    return Test(f"{table}.id IN ({within})", (subject.owner.about.table, first))


def _has_records(
    asking: Asking, table: str, subject: Subject, relation: Relation, value: Value
) -> Test:
    assert subject.reference is not None
    other = subject.reference.record_type
    alive = Test("1")
    if relation.code == "alive_some":
        places = {place for place, one in enumerate(other.about.states) if one.is_alive}
        alive = _staged(asking, "own", other, places)
    rows = _rows_of_reference(subject.reference, alive)
    dated = _within(asking, relation.code, value)
    sql, values = f"SELECT r.owner FROM ({rows.sql}) AS r", (*rows.values, *dated.values)
    if dated.sql:
        sql += f" WHERE {dated.sql}"
    if relation.code.endswith("at_least"):
        sql += " GROUP BY r.owner HAVING count(*) >= ?"
        values = (*values, int(str(value)))
    return Test(f"{table}.id IN ({sql})", values)


def _within(asking: Asking, code: str, value: Value) -> Test:
    """Return which of the records that link to a record count by their date."""
    if code in ("year_some", "year_at_least", "last_year_some"):
        year = asking.moment.year - (code == "last_year_some")
        return Test("substr(r.dated, 1, 4) = ?", (str(year),))
    if code == "days_some":
        return _of_date(asking, "r.dated", "recent", value)
    return Test("")


def _rows_of_reference(reference: Reference, counted: Test) -> Test:
    """Return owner, id and date of those records that link to others and are counted.

    Those that name a unit without being tied to it belong to the only unit of that name.
    """
    table, link = reference.record_type.about.table, reference.name
    column, join = _dated_column(dated_of(reference.record_type))
    linked = (
        f'SELECT own."{link}" AS owner, own.id AS id, {column} AS dated FROM "{table}" AS own'
        f'{join} WHERE own."{link}" IS NOT NULL AND ({counted.sql})'
    )
    name = named_by(reference)
    if not name:
        return Test(linked, counted.values)
    field = fields_of(reference.record_type)[link]
    assert isinstance(field, Link)
    title = BY_TABLE[field.to].about.titles[0]
    only = (
        f'SELECT "{title}" AS title, min(id) AS id FROM "{field.to}" GROUP BY "{title}" '
        "HAVING count(*) = 1"
    )
    named = (
        f'SELECT same.id, own.id, {column} FROM "{table}" AS own{join} JOIN ({only}) AS same '
        f'ON same.title = own."{name}" WHERE own."{link}" IS NULL AND own."{name}" <> \'\' '
        f"AND ({counted.sql})"
    )
    return Test(f"{linked} UNION ALL {named}", (*counted.values, *counted.values))


def _dated_column(dated: Dated | None) -> tuple[str, str]:
    if dated is None:
        return "''", ""
    column = f'whole."{dated.name}"' if dated.link else f'own."{dated.name}"'
    if isinstance(dated.field, Year):
        column = f"CAST({column} AS TEXT)"
    if not dated.link:
        return column, ""
    return column, f' LEFT JOIN "{dated.table}" AS whole ON whole.id = own."{dated.link}"'


def _latest(step: LatestStep) -> str:
    """Return the SQL of owner and id of the latest record of each owner, by date, then by id."""
    rows = _rows_of_reference(step.reference, Test("1")).sql
    # Beside max() SQLite takes the other columns from the row that has it.
    order = "max(coalesce(r.dated, '') || printf(' %012d', r.id))"
    return f"SELECT r.owner AS owner, r.id AS id, {order} FROM ({rows}) AS r GROUP BY r.owner"


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" for _ in values)
