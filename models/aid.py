"""A batch of aid as it is being prepared: its lines, its sums, and saving it as one step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models import codes
from models.errors import Problem
from models.records.aid import AidBatch, AidItem
from models.records.base import with_values
from models.records.hardship_file import HardshipFile, is_on_file
from models.records.members import Member
from models.records.units import Unit
from models.rules import checking
from models.rules.aid import (
    NO_CAPS,
    Caps,
    caps_of,
    check_excess,
    check_file_of,
    check_item,
    complete_item,
    excess_words,
    is_locked,
)
from models.rules.findings import Finding, error
from models.store import Store


@dataclass(slots=True)
class AidSheet:
    """The lines of one batch on the desk; nothing is kept before `save`.

    It is locked once everybody has signed what is saved: only reversing lines are added then.
    """

    store: Store
    batch: AidBatch
    items: list[AidItem] = field(default_factory=list)
    removed: list[AidItem] = field(default_factory=list)
    is_changed: bool = False
    is_locked: bool = False
    _caps: Caps = NO_CAPS
    _given: dict[str | int, int] = field(default_factory=dict)
    _files: dict[int, HardshipFile] = field(default_factory=dict)

    @classmethod
    def open(cls, store: Store, batch: AidBatch) -> "AidSheet":
        """Return the sheet of a batch, with its lines when it was saved before."""
        items = store.find(AidItem, batch=batch.id) if batch.id is not None else []
        sheet = cls(store, batch, items)
        sheet.is_locked = is_locked(items)
        sheet._look_up()
        return sheet

    @property
    def total(self) -> int:
        """The sum of the lines in fen."""
        return sum(one.amount or 0 for one in self.items)

    @property
    def signed(self) -> int:
        """How many lines are signed for."""
        return sum(one.is_signed for one in self.items)

    def change_batch(self, batch: AidBatch) -> None:
        """Take another head; the caps may be others then."""
        self.batch = batch
        self.is_changed = True
        self._look_up()

    def addable(self) -> list[HardshipFile]:
        """Return the households on file that are not in the batch yet."""
        day = self.batch.planned_on
        present = {one.household for one in self.items}
        return [
            one
            for one in self.store.all(HardshipFile)
            if one.id not in present and (is_on_file(one, day) if day else one.status == "3")
        ]

    def given_to(self, file: HardshipFile) -> int:
        """Return what a household got this year in other batches that count towards the cap."""
        return self._given.get(file.id_no or file.id or "", 0)

    def add_files(self, files: Sequence[HardshipFile], amounts: Mapping[str, int | None]) -> None:
        """Put households into the batch, each with the amount of its category or the one for all."""
        for file in files:
            amount = amounts.get(file.category, amounts.get(""))
            self.items.append(_line_of(file, amount))
            if file.id is not None:
                self._files[file.id] = file
        self.is_changed = self.is_changed or bool(files)

    def add_person(self) -> int:
        """Put an empty line for somebody without a file at the end; return its place."""
        self.items.append(AidItem())
        self.is_changed = True
        return len(self.items) - 1

    def change(self, place: int, **values: object) -> None:
        """Change a line."""
        before = self.items[place]
        after = complete_item(with_values(before, **values))
        if after != before:
            self.items[place] = after
            self.is_changed = True

    def name_person(self, place: int, name: str) -> None:
        """Name somebody without a file; the one member of that name brings what is known."""
        values: dict[str, object] = {"household_name": name, "person": None}
        line, members = self.items[place], self.store.find(Member, name=name)
        if name and len(members) == 1:
            values["person"] = members[0].id
            known = {one: getattr(members[0], one) for one in ("id_no", "unit", "unit_name")}
            values |= {one: value for one, value in known.items() if not getattr(line, one)}
        self.change(place, **values)

    def name_unit(self, place: int, name: str) -> None:
        """Name the unit of somebody without a file, and link it when it is registered."""
        units = self.store.find(Unit, name=name) if name else []
        self.change(place, unit_name=name, unit=units[0].id if len(units) == 1 else None)

    def sign(self, place: int, *, is_signed: bool) -> None:
        """Tick or untick a signature; the day of the batch is the day of receipt until told otherwise."""
        line = self.items[place]
        values: dict[str, object] = {"is_signed": is_signed}
        if is_signed and line.received_on is None:
            values["received_on"] = self.batch.planned_on
        if is_signed and not line.receiver:
            values["receiver"] = "1"
        self.change(place, **values)

    def remove(self, place: int) -> None:
        """Take a line out."""
        gone = self.items.pop(place)
        if gone.id is not None:
            self.removed.append(gone)
        self.is_changed = True

    def findings(self, place: int) -> list[Finding]:
        """Return what is wrong or doubtful about a line as it stands."""
        line = self.items[place]
        found: list[Finding] = []
        if not line.household_name:
            found.append(error("household_name", "请填写姓名"))
        found.extend(check_item(line))
        if line.reversal_of is not None:
            return found
        if any(self._is_same(line, one) for one in self.items if one is not line):
            found.append(error("id_no", "这一批里已有这个人"))
        if line.household in self._files:
            found.extend(check_file_of(line, self.batch, self._files[line.household]))
        words = self._excess(line)
        return [*found, *(check_excess(line, words) if words else ())]

    def is_over_cap(self, line: AidItem) -> bool:
        """Whether a line gives more than the local rules allow without a reason."""
        return line.reversal_of is None and bool(self._excess(line))

    def _excess(self, line: AidItem) -> str:
        key = _person_key(line)
        before = self._given.get(key, 0) if key else 0
        return excess_words(line.amount, before, self._caps)

    def words(self, place: int) -> tuple[str, str]:
        """Return how bad the worst about a line is, and what there is to say in one line."""
        found = self.findings(place)
        errors = [one for one in found if one.level == "error"]
        shown = errors or found
        return ("error" if errors else "warn" if found else ""), "；".join(
            one.text for one in shown
        )

    def save(self) -> AidBatch:
        """Keep the head and all lines in one step; the first line that cannot be is a Problem."""
        batch = self.batch
        for finding in checking.check_entry(batch, self.store):
            if finding.level == "error":
                raise Problem(f"发放批次没有保存：{finding.text}")
        for place in range(len(self.items)):
            level, words = self.words(place)
            if level == "error":
                name = self.items[place].household_name or "没有姓名"
                raise Problem(f"第{place + 1}行（{name}）没有保存：{words}")
        verb = "新增" if batch.id is None else "修改"
        with self.store.change(f"{verb}发放批次 {batch.title}"):
            for one in self.removed:
                self.store.delete(one)
            self.batch = self.store.save(batch)
            kept = [with_values(one, batch=self.batch.id) for one in self.items]
            self.items = self.store.save_all(kept)
        self.removed = []
        self.is_changed = False
        self.is_locked = is_locked(self.items)
        return self.batch

    def reverse(self, place: int) -> AidItem:
        """Take back what a signed line gave, by a line of its own, as one step."""
        line = self.items[place]
        if line.id is None or line.reversal_of is not None or not line.amount:
            raise Problem("这一行不能冲正", "只有已保存、有金额的发放才能冲正。")
        if any(one.reversal_of == line.id for one in self.items):
            raise Problem(f"“{line.household_name}”已经冲正过了")
        back = with_values(
            line, id=None, amount=-line.amount, reversal_of=line.id, remark="冲正", keyed_on=None
        )
        with self.store.change(f"冲正 {self.batch.title} {line.household_name}"):
            saved = self.store.save_all([back])[0]
        self.items.append(saved)
        return saved

    def _is_same(self, line: AidItem, other: AidItem) -> bool:
        return bool(line.id_no) and other.reversal_of is None and other.id_no == line.id_no

    def _look_up(self) -> None:
        self._caps = caps_of(self.store, self.batch)
        self._files = {one.id: one for one in self.store.all(HardshipFile) if one.id is not None}
        self._given = {}
        capped = codes.table("aid_kind").codes_where("capped")
        others = {
            one.id
            for one in self.store.find(AidBatch, year=self.batch.year)
            if one.kind in capped and one.id != self.batch.id
        }
        for one in self.store.all(AidItem) if others else ():
            key = _person_key(one)
            if one.batch in others and key:
                self._given[key] = self._given.get(key, 0) + (one.amount or 0)


def batch_totals(store: Store, year: int) -> dict[int, tuple[int, int, int]]:
    """Return lines, signatures and fen of each batch of a year, by its number."""
    batches = {one.id for one in store.find(AidBatch, year=year)}
    found: dict[int, tuple[int, int, int]] = {}
    for one in store.all(AidItem):
        if one.batch is None or one.batch not in batches:
            continue
        lines, signed, fen = found.get(one.batch, (0, 0, 0))
        counted = one.reversal_of is None
        found[one.batch] = (
            lines + counted,
            signed + (one.is_signed and counted),
            fen + (one.amount or 0),
        )
    return found


def _line_of(file: HardshipFile, amount: int | None) -> AidItem:
    return AidItem(
        household=file.id,
        household_name=file.person_name,
        person=file.person,
        id_no=file.id_no,
        unit=file.unit,
        unit_name=file.unit_name,
        category=file.category,
        amount=amount,
        account_holder=file.card_holder,
        account_no=file.card_no,
    )


def _person_key(item: AidItem) -> str | int:
    return item.id_no or item.household or ""
