"""Bringing deleted records back: with their parts, their files and their links, as one step."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from models import recycle_bin, store_binned
from models.errors import Problem
from models.fields import Field, Link, fields_of
from models.history import Operation
from models.naming import shortened
from models.purging import counted
from models.records import BY_TABLE
from models.records.base import Record
from models.recycle_bin import Binned, record_of
from models.rules import checking
from models.store import Store
from models.store_binned import ATTACHMENT, BinnedRow

R = TypeVar("R", bound=Record)
DELETED = "删除"
FEW = 10


@dataclass(frozen=True, slots=True)
class Missing:
    """A link of a deleted record to a record that is not there; `target` is its image if any."""

    row: BinnedRow
    name: str
    field: Field
    target: BinnedRow | None

    @property
    def is_needed(self) -> bool:
        """Whether the record cannot be without this link."""
        return self.field.required or (isinstance(self.field, Link) and self.field.is_part)


@dataclass(frozen=True, slots=True)
class Taken:
    """A living record that has what must be unique in a deleted one."""

    row: BinnedRow
    record: Record
    labels: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What comes back, and what stands in its way."""

    rows: tuple[BinnedRow, ...]
    missing: tuple[Missing, ...]
    taken: tuple[Taken, ...]

    @property
    def binned_targets(self) -> tuple[BinnedRow, ...]:
        """The deleted records that these point at."""
        found = {one.target.key: one.target for one in self.missing if one.target}
        return tuple(found.values())

    @property
    def may_go_alone(self) -> bool:
        """Whether these can come back without the records that they point at."""
        return not any(one.is_needed for one in self.missing)


def plan(store: Store, rows: Sequence[BinnedRow]) -> Plan:
    """Return what comes back with these rows and what stands in their way."""
    every = store_binned.with_parts(store.connection, rows)
    return Plan(tuple(every), tuple(_missing(store, every)), tuple(_taken(store, every)))


def plan_with_targets(store: Store, rows: Sequence[BinnedRow]) -> Plan:
    """Return the same with every deleted record that these point at."""
    found = plan(store, rows)
    while targets := found.binned_targets:
        found = plan(store, [*found.rows, *targets])
    return found


def bring_back(store: Store, wanted: Plan, label: str) -> list[Record]:
    """Write the rows of a plan again as one step; links to what is not there become blank."""
    _refuse_if_hindered(store, wanted)
    with store.change(label):
        return _write(store, wanted)


def bring_back_changed(
    store: Store, twin: Binned, typed: R, *, also: Callable[[], None] = lambda: None
) -> R:
    """Bring a record back and put what was typed now over it, with what else belongs to the step."""
    wanted = plan_with_targets(store, [twin.row])
    _refuse_if_hindered(store, wanted)
    fields = fields_of(type(typed))
    fresh = {
        name: value
        for name, field in fields.items()
        if not field.is_blank(value := getattr(typed, name))
    }
    with store.change(f"恢复{twin.words}"):
        _write(store, wanted)
        old = store.get(type(typed), twin.row.row_id)
        saved = store.save(replace(old, **fresh))
        also()
        return saved


def label_for(store: Store, wanted: Sequence[BinnedRow]) -> str:
    """Return the name of the step that brings these records back."""
    first = wanted[0]
    if len({one.table for one in wanted}) > 1:
        return f"恢复{counted(wanted)}"
    about = BY_TABLE[first.table].about
    title = shortened(recycle_bin.title_of(store, first))
    many = f"等{len(wanted)}{about.measure}" if len(wanted) > 1 else ""
    return f"恢复{about.label} {title}{many}"


def label_for_step(step: Operation, count: int) -> str:
    """Return the name of the step that brings back all that another step deleted."""
    if step.label.startswith(DELETED):
        return f"恢复{step.label.removeprefix(DELETED)}"
    return f"恢复“{step.label}”删去的{count}条记录"


def twin_of(store: Store, record: Record) -> Binned | None:
    """Return the deleted record that has the keys of a new one, None when there is none."""
    fields = fields_of(type(record))
    record = checking.complete(record)
    for key in record.about.keys:
        values = {name: getattr(record, name) for name in key}
        if any(fields[name].is_blank(value) for name, value in values.items()):
            continue
        kept = {name: fields[name].keep(value) for name, value in values.items()}
        row = store_binned.find_equal(store.connection, record.about.table, kept)
        if row is not None:
            step = store.operation(row.operation)
            return Binned(row, step, recycle_bin.title_of(store, row), "")
    return None


def _refuse_if_hindered(store: Store, wanted: Plan) -> None:
    for taken in wanted.taken:
        about = BY_TABLE[taken.row.table].about
        raise Problem(
            f"{about.label}“{recycle_bin.title_of(store, taken.row)}”不能恢复："
            f"后来又登记了{taken.labels}相同的“{store.title_of(taken.record)}”",
            "请打开现有的那一条核对；确实重复的，先删除一条。",
        )
    for gone in wanted.missing:
        if gone.is_needed:
            about = BY_TABLE[gone.row.table].about
            where = "也在回收站里" if gone.target else "已经彻底删除"
            raise Problem(
                f"{about.label}“{recycle_bin.title_of(store, gone.row)}”不能单独恢复："
                f"它的{gone.field.label}{where}",
                "请一起恢复。" if gone.target else "只能重新登记。",
            )


def _write(store: Store, wanted: Plan) -> list[Record]:
    blank: dict[tuple[str, int], dict[str, object]] = {}
    for one in wanted.missing:
        blank.setdefault(one.row.key, {})[one.name] = None
    written: list[Record] = []
    # What was deleted last comes back first: parts go before what they belong to.
    latest_first = sorted(wanted.rows, key=attrgetter("image"), reverse=True)
    for _, rows in groupby(latest_first, key=attrgetter("table")):
        records = [
            replace(record_of(row), **blank.get(row.key, {}))  # type: ignore[arg-type]
            for row in rows
        ]
        store.bring_back(records)
        written.extend(records)
    _tie_again(store, wanted.rows)
    for record in written:
        if record.about.table in checking.FOLLOW_UPS:
            store.follow_up(record)
    return written


def _tie_again(store: Store, rows: Sequence[BinnedRow]) -> None:
    """Put back the links to these rows that were cleared when they were deleted."""
    for table, row_id, name, target in store_binned.cleared_links(store.connection, rows):
        record = store.get_or_none(BY_TABLE[table], row_id)
        if record is not None and getattr(record, name) is None:
            store.save_all([replace(record, **{name: target})])


def _missing(store: Store, rows: Sequence[BinnedRow]) -> Iterator[Missing]:
    is_there = dict.fromkeys((row.key for row in rows), True)
    for row in rows:
        for name, field, key in _pointers(row):
            if key not in is_there:
                is_there[key] = store.get_or_none(BY_TABLE[key[0]], key[1]) is not None
            if is_there[key]:
                continue
            target = store_binned.find_row(store.connection, *key)
            yield Missing(row, name, field, target)


def _pointers(row: BinnedRow) -> Iterator[tuple[str, Field, tuple[str, int]]]:
    fields = fields_of(BY_TABLE[row.table])
    for name, field in fields.items():
        value = row.before.get(name)
        if isinstance(field, Link) and isinstance(value, int):
            yield name, field, (field.to, value)
    owner = row.before.get("owner")
    if row.table == ATTACHMENT and isinstance(owner, int):
        yield "owner", fields["owner"], (str(row.before["owner_table"]), owner)


def _taken(store: Store, rows: Sequence[BinnedRow]) -> Iterator[Taken]:
    for table in dict.fromkeys(row.table for row in rows):
        about = BY_TABLE[table].about
        some = [row for row in rows if row.table == table]
        for key in about.keys:
            if set(key) & set(about.unique):
                yield from _taken_by(store, some, key)


def _taken_by(store: Store, rows: Sequence[BinnedRow], key: tuple[str, ...]) -> Iterator[Taken]:
    record_type = BY_TABLE[rows[0].table]
    fields = fields_of(record_type)
    values = attrgetter(*key)
    labels = "、".join(fields[name].label for name in key)
    # One look at the whole list is quicker than many searches through it.
    living = {values(one): one for one in store.all(record_type)} if len(rows) > FEW else None
    for row in rows:
        record = record_of(row)
        if any(fields[name].is_blank(getattr(record, name)) for name in key):
            continue
        same = (
            living.get(values(record))
            if living is not None
            else next(iter(store.find(record_type, **{n: getattr(record, n) for n in key})), None)
        )
        if same is not None:
            yield Taken(row, same, labels)
