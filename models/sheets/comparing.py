"""One row side by side: what the register holds, what the list says, and what comes of both."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models import codes
from models.fields import Choice, Field, Flag, Link, fields_of
from models.lists.desk import Desk
from models.lists.kinds import Ref, Slot
from models.records import BY_TABLE
from models.records.base import Record
from models.sheets.headers import Column, Header
from models.sheets.plan import ImportPlan, Outcome, RowPlan, SheetPlan
from models.sheets.wishes import clearable
from models.sheets.workbook import Grid

SAME, FILLED, CHANGED, CLEARED, REFUSED = "", "filled", "changed", "cleared", "refused"
_YES, _NO = "是", "否"
_KEPT_OUT = frozenset({"conflict", "error", "left_out"})


@dataclass(frozen=True, slots=True)
class Line:
    """A field of a row: before, in the list, and after; `cell` is where the list has it.

    `words` are what the list may say there, when that is one of a code table.
    """

    label: str
    before: str
    listed: str
    after: str
    how: str = SAME
    cell: str = ""
    said: str = ""
    words: tuple[str, ...] = ()


def compare(
    plan: ImportPlan, sheet: SheetPlan, row: RowPlan, known: tuple[str, Ref] | None = None
) -> list[Line]:
    """Return the fields of a row; `known` is the record to hold it against when it names none."""
    if sheet.grid is None or sheet.header is None:
        return []
    return list(_Comparison(plan, sheet.grid, sheet.header, row, known).lines())


def could_clear(sheet: SheetPlan) -> dict[str, int]:
    """Return the fields that blank cells could empty, and in how many rows they would."""
    grid, header = sheet.grid, sheet.header
    if grid is None or header is None:
        return {}
    counted: Counter[str] = Counter()
    slots = [(slot, header.by_slot[slot].index) for slot in clearable(header)]
    for row in sheet.rows:
        before = row.outcomes[0].before if row.outcomes else None
        if before is None or row.known is None:
            continue
        for slot, index in slots:
            is_blank = not grid.text(row.row - 1, index).strip()
            if is_blank and not slot.field.is_blank(getattr(before, slot.name)):
                counted[slot.field.label] += 1
    return {slot.field.label: counted[slot.field.label] for slot, _ in slots}


@dataclass(slots=True)
class _Comparison:
    """A row beside the records that it speaks of."""

    plan: ImportPlan
    grid: Grid
    header: Header
    row: RowPlan
    known: tuple[str, Ref] | None

    def lines(self) -> Iterator[Line]:
        """Yield the columns of the list, then what else follows from them."""
        for column in self.header.columns:
            if column.slot is not None:
                yield self._line(column, column.slot)
        for outcome in self.row.outcomes:
            yield from self._rest(outcome)

    @property
    def _is_kept_out(self) -> bool:
        return self.row.verdict in _KEPT_OUT

    def _line(self, column: Column, slot: Slot) -> Line:
        outcome = self._outcome_of(slot)
        before = _shown(self.plan.desk, slot.field, outcome.before, slot.name)
        after = _shown(self.plan.desk, slot.field, outcome.after, slot.name)
        if self._is_kept_out:
            after = before
        cell = self.grid.place(self.row.row - 1, column.index)
        said = [one for one in self.row.messages if one.cell == cell]
        is_refused = any(one.kind == "error" for one in said)
        return Line(
            label=self.header.type.name_of(slot),
            before=before,
            listed=self.grid.text(self.row.row - 1, column.index).strip(),
            after=after,
            how=REFUSED if is_refused else _how(before, after, is_new=outcome.before is None),
            cell=cell,
            said="；".join(one.text for one in said),
            words=_words(slot.field),
        )

    def _outcome_of(self, slot: Slot) -> "_Pair":
        own = slot.record_type is self.header.type.record
        outcomes: Sequence[Outcome] = self.row.outcomes
        found = next(
            (
                one
                for place, one in enumerate(outcomes)
                if type(one.after) is slot.record_type
                and one.number == slot.number
                and own == (place == 0)
            ),
            None,
        )
        kept = self._known_record() if own else None
        if found is not None:
            return _Pair(found.before or kept, found.after)
        return _Pair(kept, None)

    def _known_record(self) -> Record | None:
        if self.known is None:
            return None
        table, ref = self.known
        record_type = BY_TABLE[table]
        if record_type is not self.header.type.record:
            return None
        return self.plan.desk.shelf(record_type).records.get(ref)

    def _rest(self, outcome: Outcome) -> Iterator[Line]:
        """Yield what a record gets that stands in no column of the list."""
        if self._is_kept_out:
            return
        record_type = type(outcome.after)
        if outcome.number:
            return
        if outcome.before is None and outcome is not self.row.outcomes[0]:
            how = SAME if self.row.outcomes[0].before is None else FILLED
            yield Line(record_type.about.label, "", "", self._in_sum(outcome.after), how)
            return
        columns = {one.name for one in self.header.by_slot if one.record_type is record_type}
        for name, one in fields_of(record_type).items():
            if name in columns or isinstance(one, Link):
                continue
            before = _shown(self.plan.desk, one, outcome.before, name)
            after = _shown(self.plan.desk, one, outcome.after, name)
            if before != after and (before or after != _NO):
                how = _how(before, after, is_new=outcome.before is None)
                yield Line(one.label, before, "", after, how)

    def _in_sum(self, record: Record) -> str:
        """Return a record that comes with the row's own in one line."""
        fields = fields_of(type(record))
        shown = (
            _shown(self.plan.desk, fields[name], record, name)
            for name in record.about.columns
            if not isinstance(fields[name], (Flag, Link))
        )
        return "新增 " + " ".join(filter(None, shown))


@dataclass(frozen=True, slots=True)
class _Pair:
    before: Record | None
    after: Record | None


def _words(one: Field) -> tuple[str, ...]:
    if not isinstance(one, Choice):
        return ()
    return tuple(line.name for line in codes.table(one.codes).lines)


def _how(before: str, after: str, *, is_new: bool) -> str:
    if before == after or is_new:
        return SAME
    if not before:
        return FILLED
    return CHANGED if after else CLEARED


def _shown(desk: Desk, one: Field, record: Record | None, name: str) -> str:
    value = getattr(record, name, None)
    if record is not None and isinstance(one, Flag):
        return _YES if value else _NO
    if record is None or one.is_blank(value):
        return ""
    if isinstance(one, Link) and isinstance(value, int):
        linked = desk.shelf(BY_TABLE[one.to]).records.get(value)
        if linked is None:
            return ""
        title = linked.about.titles[0]
        return fields_of(type(linked))[title].show(getattr(linked, title))
    return one.show(value)
