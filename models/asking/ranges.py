"""Part of the rows of a table, chosen by SQLite: of a span of days, or the latest of each owner."""

from datetime import date
from typing import TypeVar, cast

from models.fields import Link, fields_of
from models.records.base import Record
from models.rows import plan_for
from models.store import Store

R = TypeVar("R", bound=Record)
_DAY, _MONTH = len("-01"), len("-01-01")


def between(store: Store, record_type: type[R], name: str, *, first: date, last: date) -> list[R]:
    """Return the records whose day, month or year begins in a span, in the order of their type."""
    plan, about = plan_for(record_type), record_type.about
    order = ", ".join(f'"{one}"' for one in (*about.order, "id"))
    found = store.connection.execute(
        f'SELECT {plan.columns} FROM "{about.table}" WHERE "{name}" BETWEEN ? AND ? '
        f"ORDER BY {order}",
        (lower_bound(first), last.isoformat()),
    )
    return [plan.record(row) for row in found]


def running(store: Store, record_type: type[R], start: str, stop: str, *, on: date) -> list[R]:
    """Return the records that had begun by a day and had not ended before it; both fields are days."""
    plan, about = plan_for(record_type), record_type.about
    order = ", ".join(f'"{one}"' for one in (*about.order, "id"))
    found = store.connection.execute(
        f'SELECT {plan.columns} FROM "{about.table}" '
        f'WHERE "{start}" <= ? AND ("{stop}" IS NULL OR "{stop}" >= ?) ORDER BY {order}',
        (on.isoformat(), on.isoformat()),
    )
    return [plan.record(row) for row in found]


def latest_of_each(
    store: Store, record_type: type[R], owner: str, name: str, *, until: date
) -> list[R]:
    """Return the last record of each owner that is not younger than a day."""
    plan = plan_for(record_type)
    table = record_type.about.table
    link = cast("Link", fields_of(record_type)[owner])
    last = (
        f'SELECT id FROM "{table}" WHERE "{owner}" = one.id AND "{name}" <= ? '
        f'ORDER BY "{name}" DESC, id DESC LIMIT 1'
    )
    found = store.connection.execute(
        f'SELECT {plan.columns} FROM "{table}" '
        f'WHERE id IN (SELECT ({last}) FROM "{link.to}" AS one) ORDER BY "{name}", id',
        (until.isoformat(),),
    )
    return [plan.record(row) for row in found]


def lower_bound(first: date) -> str:
    """Return the least text among those of days, months and years that begin on a day or later.

    A year is written as 2024, a month as 2024-05: each begins where its first day does and stands
    before it in the order of texts.
    """
    text = first.isoformat()
    if (first.month, first.day) == (1, 1):
        return text[:-_MONTH]
    return text[:-_DAY] if first.day == 1 else text
