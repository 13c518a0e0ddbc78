"""The plan of an import becomes one undoable operation."""

from models.computer import user_name
from models.fields import Link, fields_of
from models.history import Operation
from models.lists.kinds import Ref
from models.records import RECORDS
from models.records.base import Record, with_values
from models.sheets.collecting import no_garbage_search
from models.sheets.plan import ImportPlan, ImportResult
from models.sheets.planning import last_operation, plan_import
from models.sheets.remembering import keep_layouts
from models.store import Store
from models.store_imports import ImportBatch, keep_batch

Ids = dict[str, dict[Ref, int]]


@no_garbage_search()
def commit_import(store: Store, plan: ImportPlan) -> ImportResult:
    """Write what the plan says in one transaction; all of it happens or nothing does."""
    if last_operation(store) != plan.seen_operation:
        plan = plan_import(
            store, plan.path, as_type=plan.as_type, year=plan.year, answers=plan.answers
        )
    if not _has_work(plan):
        return ImportResult(plan, None)
    with store.change(f"导入 {plan.path.name}", kind="import") as operation:
        write_plan(store, plan)
        keep_layouts(store, plan)
        keep_batch(store.connection, _batch(store, plan, operation))
    return ImportResult(plan, operation.id)


def _batch(store: Store, plan: ImportPlan, operation: Operation) -> ImportBatch:
    return ImportBatch(
        operation=operation,
        file_name=plan.path.name,
        sha256=plan.source.sha256,
        size=plan.source.size,
        imported_by=store.town().clerk or user_name(),
        counts={str(verdict): count for verdict, count in plan.counts.items()},
    )


def _has_work(plan: ImportPlan) -> bool:
    return any(
        next(shelf.added(), None) or next(shelf.altered(), None)
        for shelf in plan.desk.shelves.values()
    )


def write_plan(store: Store, plan: ImportPlan) -> None:
    """Write the records of a plan inside the change that is being made."""
    ids: Ids = {}
    for record_type in RECORDS:
        shelf = plan.desk.shelves.get(record_type)
        if shelf is None:
            continue
        links = {
            name: one.to for name, one in fields_of(record_type).items() if isinstance(one, Link)
        }
        ids[record_type.about.table] = _insert(store, list(shelf.added()), links, ids)
        store.save_all([_linked(record, links, ids) for record in shelf.altered()])


def _insert(
    store: Store, added: list[tuple[Ref, Record]], links: dict[str, str], ids: Ids
) -> dict[Ref, int]:
    """Insert new records; those that link to new ones of their own kind are linked afterwards."""
    others = {name: table for name, table in links.items() if table in ids}
    inner = {name: table for name, table in links.items() if table not in ids}
    bare = [_linked(_without_new(record, inner), others, ids) for _, record in added]
    fresh = dict(zip((ref for ref, _ in added), store.insert_all(bare), strict=True))
    if added and inner:
        table = added[0][1].about.table
        known = {**ids, table: fresh}
        waiting = [one for one in added if _without_new(one[1], inner) is not one[1]]
        store.save_all(
            [with_values(_linked(record, links, known), id=fresh[ref]) for ref, record in waiting]
        )
    return fresh


def _without_new(record: Record, links: dict[str, str]) -> Record:
    """Return the record without its links to records that have no id yet."""
    blank = {
        name: None for name in links if isinstance(ref := getattr(record, name), int) and ref < 0
    }
    return with_values(record, **blank) if blank else record


def _linked(record: Record, links: dict[str, str], ids: Ids) -> Record:
    """Return the record with the ids that its new neighbours got."""
    fresh = {
        name: ids[table][ref]
        for name, table in links.items()
        if isinstance(ref := getattr(record, name), int) and ref < 0
    }
    return with_values(record, **fresh) if fresh else record
