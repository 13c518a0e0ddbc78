"""One sheet, row by row: records are drafted, checked, matched and put on the shelves."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import cast

from models.fields import PersonId, fields_of
from models.lists.frames import Frame, draft
from models.lists.kinds import Draft, Given, Part, Ref, Say, Slot
from models.lists.offers import Offer
from models.lists.shelf import Shelf
from models.records.base import Record
from models.rules.checking import check
from models.sheets.answers import SheetAnswers
from models.sheets.body import Body
from models.sheets.changes import changes_of, outcome_of, told
from models.sheets.columns import BLANK, Values
from models.sheets.headers import Column, Header
from models.sheets.lost_numbers import offer_numbers
from models.sheets.matching import Conflict, Entry, enter, enter_part
from models.sheets.plan import Change, Message, Outcome, RowPlan, Verdict
from models.sheets.wishes import Wishes
from models.sheets.workbook import Grid

Progress = Callable[[int, int], None]

_EVERY = 500
# A word about more rows than this stands at the first of them and is summed up above the list.
_MOST_TOLD = {"warn": 20, "fix": 1000}
_WORTH_A_SUM = 20
_MOST_SUMS = 8
_NO_ANSWERS = SheetAnswers()


@dataclass(slots=True)
class RowState:
    """A row on its way: its messages, and the entries that it will write."""

    place: int
    row: int
    messages: list[Message] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    is_conflict: bool = False
    offers: list[Offer] = field(default_factory=list)
    outcomes: tuple[Outcome, ...] = ()
    changes: list[Change] = field(default_factory=list)

    @property
    def is_refused(self) -> bool:
        """Whether a message forbids the row."""
        return any(one.kind == "error" for one in self.messages)

    def is_refused_at(self, place: Message) -> bool:
        """Whether an error is said there already; the first one is enough."""
        return any(
            one.kind == "error" and (one.column, one.cell) == (place.column, place.cell)
            for one in self.messages
        )


@dataclass(slots=True)
class Touched:
    """A row that altered known records, and which ones."""

    plan: RowPlan
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class _Group:
    """The columns of one record type as rows of values; `gaps` are those with blank cells."""

    record_type: type[Record]
    names: list[str]
    gaps: list[str]
    rows: list[tuple[object, ...]]

    def row(self, place: int) -> Given:
        """Return what a row fills in."""
        found: Given = dict(zip(self.names, self.rows[place], strict=True))
        for name in self.gaps:
            if found[name] is BLANK:
                del found[name]
        return found


class SheetReader:
    """Turns the values of a sheet into row plans and shelved records.

    With `keeps_known` what is known already stays as it is: its rows only tell what they would do.
    """

    def __init__(
        self,
        grid: Grid,
        header: Header,
        body: Body,
        values: Sequence[Values],
        frame: Frame,
        *,
        answers: SheetAnswers = _NO_ANSWERS,
        keeps_known: bool = False,
    ) -> None:
        self._grid = grid
        self._keeps_known = keeps_known
        self._header = header
        self._body = body
        self._frame = frame
        self._values = values
        self._columns: Mapping[Slot, Column] = header.by_slot
        self._shelf = cast("Shelf[Record]", frame.desk.shelf(frame.sheet_type.record))
        self._numbered = [one for one in values if one.slot.number]
        self._noted = {place for one in values for place in one.notes}
        self._required = [(slot, self._refused(slot)) for slot in self._required_slots()]
        self._wishes = Wishes(header, values, answers)
        self._numbers = [
            one
            for one in values
            if one.slot.record_type is frame.sheet_type.record
            and isinstance(one.slot.field, PersonId)
        ]
        self.twice: list[tuple[str, int]] = []
        self._told: Counter[tuple[str, str]] = Counter()
        self.touched: list[Touched] = []
        self.unseen: Counter[str] = Counter()

    @property
    def often(self) -> list[str]:
        """Return in one sentence each what was said about many rows, the commonest first."""
        often = [(one, n) for one, n in self._told.most_common() if n > _WORTH_A_SUM]
        found = [
            f"{f'“{heading}”列：' if heading else ''}{text}（共{count}行）"
            for (heading, text), count in often[:_MOST_SUMS]
        ]
        if rest := len(often) - len(found):
            found.append(f"还有{rest}种提示各出现在{_WORTH_A_SUM}行以上，只在前面的行里标出")
        return found

    def read(self, progress: Progress | None) -> Iterator[RowPlan]:
        """Yield what becomes of each data row, in order."""
        total = len(self._body.rows)
        groups = self._groups()
        for place, row in enumerate(self._body.rows):
            if progress and place % _EVERY == 0:
                progress(place, total)
            state = RowState(place, row)
            if row + 1 in self._wishes.left_out:
                yield RowPlan(row + 1, "left_out", self._title(state))
                continue
            self._frame.group = self._body.groups.get(place, "")
            if place in self._noted:
                self._add_notes(state)
            yield self._read_row(state, groups)

    def _required_slots(self) -> list[Slot]:
        """Return the columns in which no data row may be blank."""
        one = self._frame.sheet_type
        return [
            slot
            for slot in self._columns
            if slot.record_type is one.record
            and slot.field.required
            and slot.name not in one.optional
        ]

    def _groups(self) -> list[_Group]:
        """Return the columns by record type, as rows of values."""
        single = [one for one in self._values if not one.slot.number]
        found = []
        for record_type in dict.fromkeys(one.slot.record_type for one in single):
            mine = [one for one in single if one.slot.record_type is record_type]
            rows = list(zip(*(one.cells for one in mine), strict=True))
            gaps = [one.slot.name for one in mine if BLANK in one.cells]
            found.append(_Group(record_type, [one.slot.name for one in mine], gaps, rows))
        return found

    def _add_numbered(self, place: int, given: dict[type[Record], Given]) -> None:
        """Add what the columns of a matrix hold: under the name of the field, by number."""
        for one in self._numbered:
            if (value := one.cells[place]) is not BLANK:
                known = given.setdefault(one.slot.record_type, {})
                cast("dict[int, object]", known.setdefault(one.slot.name, {}))[one.slot.number] = (
                    value
                )

    def _read_row(
        self,
        state: RowState,
        groups: Sequence[_Group],
    ) -> RowPlan:
        given = {group.record_type: group.row(state.place) for group in groups}
        say = partial(self._say, state)
        own = given.pop(self._frame.sheet_type.record, {})
        self._add_numbered(state.place, given)
        for slot, refused in self._required:
            if slot.name not in own and state.place not in refused:
                self._say(state, slot, "error", f"请填写{slot.field.label}")
        written = dict(own) if self._numbers else own
        if not self._wishes.are_none:
            self._frame.wish = self._wishes.about(state.row + 1, state.place, own)
        drafted = draft(self._frame, own, given, say)
        if self._frame.offers:
            state.offers += self._frame.offers
            self._frame.offers.clear()
        self._enter(state, drafted, say)
        state.outcomes = tuple(map(outcome_of, state.entries))
        if state.is_refused or state.is_conflict:
            self._offer_numbers(state, written)
            return self._kept_out(state)
        return self._shelve(state)

    def _offer_numbers(self, state: RowState, own: Given) -> None:
        """Offer the numbers of people whom a row without a readable one may mean."""
        for one in self._numbers:
            address = self._grid.place(state.row, one.column.index)
            if any(said.kind == "error" and said.cell == address for said in state.messages):
                cell = self._body.cells[one.slot][state.place]
                state.offers += offer_numbers(self._frame.desk, one.slot, own, cell, address)

    def _refused(self, slot: Slot) -> Mapping[int, object]:
        """Return the places at which a column already says why it has no value."""
        return next(one.notes for one in self._values if one.slot == slot)

    def _add_notes(self, state: RowState) -> None:
        for one in self._values:
            for note in one.notes.get(state.place, ()):
                self._tell(state, one.column, note.kind, note.text)

    def _say(self, state: RowState, slot: Slot, kind: str, text: str) -> None:
        self._tell(state, self._columns.get(slot), kind, text)

    def _tell(self, state: RowState, column: Column | None, kind: str, text: str) -> None:
        """Say something about a row; what is said of very many rows need not stand at each."""
        if kind != "error":
            same = (column.heading if column else "", text)
            self._told[same] += 1
            if self._told[same] > _MOST_TOLD[kind]:
                return
        message = self._message(state.row, column, kind, text)
        if kind != "error" or not state.is_refused_at(message):
            state.messages.append(message)

    def _message(self, row: int, column: Column | None, kind: str, text: str) -> Message:
        if column is None:
            return Message("", kind, text)
        return Message(column.heading, kind, text, self._grid.place(row, column.index))

    def _enter(self, state: RowState, drafted: Draft, say: Say) -> None:
        """Match, merge and check everything that the row would write."""
        desk = self._frame.desk
        whole = {**drafted.first, **drafted.given}
        kind = self._frame.sheet_type.record
        main = enter(desk, kind, whole, drafted.given, say=say, wish=self._frame.wish)
        if not self._accept(state, main):
            return
        ref = state.entries[0].ref
        owner = ref if ref is not None else self._shelf.next_ref()
        for part in drafted.parts:
            self._enter_part(state, part, owner, say)
        for entry in state.entries:
            self._check(state, entry)

    def _enter_part(self, state: RowState, part: Part, owner: Ref, say: Say) -> None:
        def say_at_number(slot: Slot, kind: str, text: str) -> None:
            say(replace(slot, number=part.number), kind, text)

        found = enter_part(self._frame.desk, part, owner, say_at_number if part.number else say)
        if isinstance(found, Conflict):
            found = replace(found, slot=replace(found.slot, number=part.number))
        else:
            found.number = part.number
        self._accept(state, found)

    def _accept(self, state: RowState, found: Entry | Conflict) -> bool:
        if isinstance(found, Conflict):
            state.is_conflict = True
            self._say(state, found.slot, "error", found.text)
            state.offers += found.offers
            return False
        state.entries.append(found)
        return True

    def _check(self, state: RowState, entry: Entry) -> None:
        if not entry.alters:
            return
        for finding in check(entry.record, self._frame.desk):
            column = self._column_of(entry, finding.field)
            if column is None and finding.level == "warn":
                self.unseen[finding.text] += 1
                continue
            if column is None and state.is_refused:
                continue
            message = self._message(state.row, column, finding.level, finding.text)
            if message not in state.messages and not state.is_refused_at(message):
                self._tell(state, column, finding.level, finding.text)

    def _column_of(self, entry: Entry, name: str) -> Column | None:
        slots = (Slot(entry.shelf.record_type, one, entry.number) for one in (name, f"{name}_name"))
        return next((found for one in slots if (found := self._columns.get(one))), None)

    def _kept_out(self, state: RowState) -> RowPlan:
        verdict: Verdict = "conflict" if state.is_conflict else "error"
        cells = self._body.whole_row(self._grid, self._header, state.place)
        plan = self._plan(state, verdict)
        plan.cells = cells
        plan.group = self._frame.group
        return plan

    def _plan(self, state: RowState, verdict: Verdict) -> RowPlan:
        return RowPlan(
            state.row + 1,
            verdict,
            self._title(state),
            state.messages,
            outcomes=state.outcomes,
            changes=tuple(state.changes),
            offers=tuple(state.offers),
        )

    def _shelve(self, state: RowState) -> RowPlan:
        verdict = self._verdict(state)
        if verdict == "update" and self._keeps_known:
            return self._plan(state, verdict)
        source = f"“{self._grid.name}”第{state.row + 1}行"
        for entry in state.entries:
            if not entry.alters:
                continue
            if entry.ref is None:
                self._frame.keep_shared(entry.record)
                entry.ref = entry.shelf.add(entry.record, source, entry.keys)
            else:
                entry.shelf.replace(entry.ref, entry.record)
            self._frame.desk.has_changed(entry.record, entry.ref)
        plan = self._plan(state, verdict)
        if verdict == "update":
            self.touched.append(Touched(plan, state.entries))
        return plan

    def _verdict(self, state: RowState) -> Verdict:
        main, *parts = state.entries
        is_matrix = self._frame.sheet_type.is_matrix and parts
        if all(one.ref is None for one in (parts if is_matrix else [main])):
            return "new"
        source = main.shelf.sources.get(main.ref or 0, "")
        if source:
            self.twice.append((source, state.row + 1))
        source = source.removeprefix(f"“{self._grid.name}”")
        if any(entry.alters for entry in state.entries):
            if source and main.alters:
                self._tell_twice(state, source)
            self._tell_changes(state)
            return "update"
        same = f"与{source}是同一条记录" if source else "台账里已有这条记录"
        self._tell(state, self._telling_column(state.place), "warn", f"{same}，没有新内容")
        return "duplicate"

    def _tell_twice(self, state: RowState, source: str) -> None:
        column = self._telling_column(state.place)
        self._tell(state, column, "warn", f"与{source}是同一条记录，以后面这一行为准")

    def _tell_changes(self, state: RowState) -> None:
        for entry in state.entries:
            for name, change in changes_of(entry):
                state.changes.append(change)
                self._tell(state, self._column_of(entry, name), *told(change))

    def _telling_column(self, place: int) -> Column | None:
        """Return the column of the unit, else the first in which the row has a text of its own."""
        unit = self._columns.get(Slot(self._frame.sheet_type.record, "unit_name"))
        first = (one.column for one in self._values if self._body.own[one.slot][place].strip())
        return unit or next(first, None)

    def _title(self, state: RowState) -> str:
        names = self._frame.sheet_type.record.about.titles
        if state.entries:
            fields = fields_of(self._frame.sheet_type.record)
            record = state.entries[0].record
            shown = (fields[name].show(getattr(record, name)) for name in names)
            return " ".join(text for text in shown if text)
        slot = Slot(self._frame.sheet_type.record, self._frame.sheet_type.needs[0])
        return self._body.texts[slot][state.place].strip() if slot in self._body.texts else ""
