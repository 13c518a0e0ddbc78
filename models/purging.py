"""彻底删除: what is in the recycle bin leaves the file for good."""

from collections.abc import Sequence
from datetime import date

from models import store_binned
from models.records import BY_TABLE
from models.store import Store
from models.store_binned import BinnedRow
from models.store_deleting import Progress, silent


def purge(store: Store, rows: Sequence[BinnedRow], progress: Progress = silent) -> int:
    """Remove deleted records with their parts and files for good; return how many rows went."""
    every = store_binned.with_parts(store.connection, rows)
    if every:
        # The step says how many of what, not whom: a purge must not write the names down again.
        store.purge(every, f"彻底删除{counted(rows)}", progress)
    return len(every)


def rows_before(store: Store, day: date) -> list[BinnedRow]:
    """Return every deleted row whose step was made before a day."""
    return [
        row
        for step in store_binned.steps(store.connection)
        if date.fromisoformat(step.made_at[:10]) < day
        for row in store_binned.rows_of_step(store.connection, step.id)
    ]


def counted(rows: Sequence[BinnedRow]) -> str:
    """Return how many records of which kind these are: 走访记录2条、会员1名."""
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.table] = counts.get(row.table, 0) + 1
    return "、".join(
        f"{BY_TABLE[table].about.label}{count}{BY_TABLE[table].about.measure}"
        for table, count in counts.items()
    )
